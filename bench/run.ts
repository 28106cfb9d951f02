import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Part } from './measure.js';
import { hardware } from './measure.js';

/** `npm run bench` runs every part, `npm run bench -- routing deadlines` some; figures are printed and kept in `bench/results/latest.json`. */
const PARTS: Readonly<Record<string, () => Promise<{ readonly part: Part }>>> = {
  append: () => import('./append.js'),
  routing: () => import('./routing.js'),
  deadlines: () => import('./deadlines.js'),
  verify: () => import('./verify.js'),
  rounds: () => import('./rounds.js'),
  'what-if': () => import('./what-if.js'),
  intake: () => import('./intake.js'),
  flow: () => import('./flow.js'),
  breach: () => import('./breach.js'),
  clocks: () => import('./clocks.js'),
  rebuild: () => import('./rebuild.js'),
  board: () => import('./board.js'),
  growth: () => import('./growth.js'),
  soak: () => import('./soak.js'),
};
const RESULTS = process.env['BENCH_RESULTS'] ?? join(process.cwd(), 'bench', 'results');

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  process.stderr.write(`没有这一项 / no such part: ${unknown.join(', ')}\n可选 / one of: ${Object.keys(PARTS).join(', ')}\n`);
  process.exit(2);
}

const findings: Finding[] = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
  const { part } = await PARTS[name]!();
  process.stderr.write(`${part.name} …\n`);
  const finding = await part.run();
  findings.push(finding);
  process.stdout.write(`${lines(finding).join('\n')}\n`);
}
keep(findings);

function lines({ part, figures, ratios, notes }: Finding): string[] {
  const line = (name: string, value: number) => `  ${name.padEnd(44)} ${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2)}`;
  return [part, ...Object.entries(figures).map(([name, value]) => line(name, value)), ...Object.entries(ratios).map(([name, value]) => line(`${name} ×`, value)), ...notes.map((note) => `  ${note}`)];
}

/** What was not run again keeps its last figures. */
function keep(fresh: readonly Finding[]): void {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, 'latest.json');
  const before = readBefore(file);
  const parts = { ...before.parts, ...Object.fromEntries(fresh.map((finding) => [finding.part, finding])) };
  const ratios = Object.assign({}, ...Object.values(parts).map((finding) => finding.ratios)) as Record<string, number>;
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), hardware: hardware(), ratios, parts }, null, 2)}\n`);
}

function readBefore(file: string): { readonly parts: Record<string, Finding> } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { parts: Record<string, Finding> };
  } catch {
    return { parts: {} }; // The first run.
  }
}
