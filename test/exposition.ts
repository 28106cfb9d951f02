export interface Family {
  readonly type: string;
  readonly help: string;
  readonly samples: { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"(?:,|$)/y;

/** Reads the text format of Prometheus, version 0.0.4, by its description alone. Throws at the first line that is not of it. */
export function readExposition(text: string): ReadonlyMap<string, Family> {
  const families = new Map<string, { type: string; help: string; samples: Family['samples'] }>();
  if (!text.endsWith('\n')) throw new Error('the last line must end');
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, kind, named, rest] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === 'HELP') {
      if (!NAME.test(named!) || families.has(named!)) throw new Error(line);
      families.set(named!, { type: 'untyped', help: rest!, samples: [] });
    } else if (kind === 'TYPE') {
      const family = families.get(named!);
      if (!family || family.samples.length > 0 || !['counter', 'gauge', 'histogram', 'summary'].includes(rest!)) throw new Error(line);
      family.type = rest!;
    } else if (!line.startsWith('#')) {
      const [, name, labels = '', value] = LINE.exec(line) ?? [];
      const family = name === undefined ? undefined : families.get(name) ?? families.get(name.replace(/_(bucket|sum|count)$/, ''));
      if (!family || !(/^[+-]?Inf$|^nan$/i.test(value!) || Number.isFinite(Number(value)))) throw new Error(line);
      family.samples.push({ name: name!, labels: labelsIn(labels), value: /inf/i.test(value!) ? Infinity : Number(value) });
    }
  }
  return families;
}

function labelsIn(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const match = LABEL.exec(text);
    if (!match) throw new Error(`{${text}}`);
    if (Object.hasOwn(labels, match[1]!)) throw new Error(`the label ${match[1]} comes twice`);
    labels[match[1]!] = match[2]!;
  }
  return labels;
}

/** The metrics that an expression of PromQL names: words that are no function, keyword, label or text. */
export function metricsIn(expression: string): readonly string[] {
  const bare = expression.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\{[^}]*\}|\[[^\]]*\]/g, ' ').replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, ' ');
  return [...new Set([...bare.matchAll(/\b([a-zA-Z_:][a-zA-Z0-9_:]*)\b(?!\s*\()/g)].map(([, word]) => word!).filter((word) => word.includes('_') || word === 'up'))];
}
