import { readFileSync, writeFileSync } from 'node:fs';
import { learn } from './learn.js';
import { knownFeatures, lessonsOf, readLabelled } from './labelled.js';
import type { Model } from './model.js';

/** Learns `weights.json` anew. Run where the sources are: `node dist/services/intake/recognition/write-weights.js services/intake/recognition/weights.json`. */
export function written({ words, ...rest }: Model): string {
  const lines = Object.entries(words).map(([word, weights]) => `  ${JSON.stringify(word)}: ${JSON.stringify(weights)}`);
  return `{"temperature": ${rest.temperature}, "bias": ${JSON.stringify(rest.bias)}, "words": {\n${lines.join(',\n')}\n}}\n`;
}

const target = process.argv[2];
if (target?.endsWith('weights.json')) {
  const labelled = readLabelled(readFileSync(new URL('./labelled/training.json', import.meta.url), 'utf8'));
  writeFileSync(target, written(learn(lessonsOf(labelled), knownFeatures())));
}
