import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PackSource } from '#libs/policy/in-force.js';
import { packOf, sourceAt, sourcesIn } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';

/** What the person at the terminal did wrong, in both languages: exit code 2. */
export class Misused extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
    this.name = 'Misused';
  }
}

/** What a command did: 0 all well, 1 it found what it looks for (problems, failed examples, a refusal). */
export type Exit = 0 | 1;

/** How a command speaks. `json`: one document for programs, and no words. */
export interface Voice {
  readonly json: boolean;
  readonly language: 'zh' | 'en';
  say(line: string): void;
  /** The document of `--json`; nothing else goes to stdout then. */
  give(document: unknown): void;
}

export function voiceOf({ json = false, lang = 'zh' }: { readonly json?: boolean | undefined; readonly lang?: string | undefined }): Voice {
  if (lang !== 'zh' && lang !== 'en') throw new Misused('--lang 应为 zh 或 en', '--lang must be zh or en');
  return {
    json, language: lang,
    say: (line) => { if (!json) process.stdout.write(`${line}\n`); },
    give: (document) => { if (json) process.stdout.write(`${JSON.stringify(document, null, 2)}\n`); },
  };
}

export function sourcesOf(folder: string): readonly PackSource[] {
  if (!existsSync(folder)) throw new Misused(`没有这个文件夹：${folder}`, `no such folder: ${folder}`);
  return sourcesIn(folder);
}

/** `439900/2026-01-01` of the folder of packs, or the folder of one pack wherever it lies. */
export function sourceNamed(reference: string, folder: string): PackSource {
  const lies = [resolve(reference), resolve(folder, reference)].find((each) => existsSync(join(each, 'pack.json')));
  if (!lies) throw new Misused(`没有这个规则包：${reference}（应为 division/version 或含 pack.json 的文件夹）`, `no such pack: ${reference} (give division/version, or a folder with a pack.json)`);
  return sourceAt(lies);
}

/** A pack whole; one that lies elsewhere takes its parents from the folder of packs, and the place of its namesake there. */
export function packNamed(reference: string, folder: string): Pack {
  const source = sourceNamed(reference, folder);
  const { division, version } = source.head;
  const others = existsSync(folder) ? sourcesIn(folder).filter(({ head }) => head.division !== division || head.version !== version) : [];
  return packOf(source, [...others, source]);
}
