import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Finding } from './broken.js';
import { brokenTable, defects, soughtIn } from './broken.js';
import { razed } from './in-the-city.js';
import type { Scenario, Tally } from './scenario.js';
import { isClean, nothing, sum } from './scenario.js';
import { scenarios, scenariosNamed } from './scenarios.js';
import { scoreboard } from './scoreboard.js';

/** One run of one scenario, as it is kept. */
interface Slice {
  readonly scenario: string;
  readonly seed: number;
  readonly tally?: Tally;
  readonly skipped?: string;
  readonly at: string;
}
/** All that was run at one commit: runs add up until the product changes. */
interface Kept {
  slices: Slice[];
  findings: Finding[];
}
interface Options { readonly minutes: string; readonly scenario: string[]; readonly broken?: boolean; readonly report?: boolean }

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)); // From dist/test/faults.
const KEPT = join(ROOT, '.anxin', 'faults.json');
const REPORT = join(ROOT, 'docs', 'faults.md');
/** What must not change between two runs that add up. */
const PRODUCT = ['libs', 'services', 'policies', 'demo'];

/** `npm run prove`: the long tier, slice by slice, for so many minutes; goes on where it stood at this commit, prints the scoreboard, and writes docs/faults.md. */
const command = new Command('prove').description('长档故障测试，分段累计 / the long tier, in slices that add up')
  .option('--minutes <n>', '本次最多几分钟 / at most so many minutes', '9').option('--scenario <name>', '只跑这些，可重复 / these alone, may be repeated', (one: string, before: string[]) => [...before, one], [])
  .option('--broken', '对故意弄坏的副本运行 / against copies that were broken on purpose').option('--report', '只写报告 / write the report alone').parse();
const { minutes, scenario: names, broken, report } = command.opts<Options>();
const commit = commitOf();
const kept = readKept();
const mine = (kept[commit] ??= { slices: [], findings: [] });
const until = performance.now() + Number(minutes) * 60_000;
const say = (line: string): void => { process.stderr.write(`  ${line}\n`); };
try {
  if (broken) await seekDefects();
  else if (!report) await proveOn();
} finally {
  await razed();
}
const table = scoreboard(rows());
process.stdout.write(table);
writeReport(table);
process.exit(mine.slices.every(({ tally }) => !tally || isClean(tally)) && mine.findings.every(({ found }) => found) ? 0 : 1);

/** The scenario that has run the least comes next: slices are small, so that they are spread over all of them. */
async function proveOn(): Promise<void> {
  const wanted = scenariosNamed(names);
  for (let longest = 0; performance.now() + longest < until;) {
    const next = [...wanted].sort((a, b) => runsOf(a) - runsOf(b))[0]!;
    const began = performance.now();
    const seed = 1 + runsOf(next) * 100_000;
    const skipped = next.impossible?.();
    if (skipped === undefined) process.stderr.write(`${next.name}: ${next.does} (seed ${seed})\n`);
    const tally = skipped === undefined ? await next.run({ seed, count: next.faults.prove, say }) : undefined;
    for (const what of tally?.broken ?? []) say(`BROKEN ${what}`);
    keep({ scenario: next.name, seed, at: new Date().toISOString(), ...(tally && { tally }), ...(skipped !== undefined && { skipped }) });
    longest = Math.max(longest, performance.now() - began);
    if (tally && !isClean(tally)) return;
  }
}

function seekDefects(): Promise<void> {
  for (const one of scenariosNamed(names)) {
    for (const name of one.finds) {
      if (performance.now() > until || mine.findings.some(({ scenario, defect, found }) => scenario === one.name && defect === name && found)) continue;
      const [finding] = soughtIn([{ ...one, finds: [name] }], 7, { simulation: 60, 'nth-call': 120, kill: 15, 'postgres-sessions': 40, 'kafka-away': 3 }, say);
      mine.findings = [...mine.findings.filter(({ scenario, defect }) => scenario !== one.name || defect !== name), finding!];
      store();
    }
  }
  return Promise.resolve();
}

function runsOf({ name }: Scenario): number {
  return mine.slices.filter(({ scenario }) => scenario === name).length;
}

function keep(slice: Slice): void {
  mine.slices.push(slice);
  store();
}

function store(): void {
  mkdirSync(dirname(KEPT), { recursive: true });
  writeFileSync(KEPT, JSON.stringify(kept, null, 2));
}

function readKept(): Record<string, Kept> {
  return existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Kept>) : {};
}

/** The last commit that changed the product; with a mark where what runs is not what was committed. */
function commitOf(): string {
  try {
    const git = (...args: string[]): string => execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--', ...PRODUCT) !== '';
    return `${git('log', '-1', '--format=%h', '--', ...PRODUCT)}${changed ? '+changes' : ''}`;
  } catch {
    return 'no commit'; // A copy without its history.
  }
}

function rows(): { scenario: string; seed: string; tally?: Tally; skipped?: string }[] {
  const all = scenarios.flatMap(({ name }) => {
    const slices = mine.slices.filter(({ scenario }) => scenario === name);
    if (slices.length === 0) return [];
    const ran = slices.flatMap(({ tally }) => (tally ? [tally] : []));
    const seed = [...new Set(slices.map((slice) => slice.seed))].join(' ');
    return [ran.length > 0 ? { scenario: name, seed, tally: ran.reduce(sum, nothing) } : { scenario: name, seed, skipped: slices[0]!.skipped! }];
  });
  const whole = all.flatMap(({ tally }) => (tally ? [tally] : [])).reduce(sum, nothing);
  return [...all, { scenario: '**all**', seed: '', tally: whole }];
}

function writeReport(table: string): void {
  const days = mine.slices.map(({ at }) => at.slice(0, 10)).sort();
  const scenarioLines = scenarios.map(({ name, does }) => `| ${name} | ${does} |\n`).join('');
  const sought = mine.findings.length === 0 ? 'Not yet run at this commit: `npm run prove -- --broken`.\n' : brokenTable(mine.findings);
  writeFileSync(REPORT, `# What was broken on purpose, and what was lost

本页由 \`npm run prove\` 生成：在真实的 PostgreSQL、Kafka 和五个进程上注入故障（杀进程、停进程、断网、崩溃、断连接、限速……），每一轮之后检查：已受理的一件不丢、一件不重、时钟不早不晚、读表等于重建、证明可核验、三十秒后没有卡住的。末表是对“故意弄坏的副本”的检验：每一个缺陷都必须被发现。

Written by \`npm run prove\`; the figures are those of its runs at product commit \`${commit}\`${days.length > 0 ? `, ${days[0]}${days[0] === days.at(-1) ? '' : ` to ${days.at(-1)}`}` : ''}, on ${cpus().length} processors. Do not edit it.

${table}
- *acknowledged*: commands, work orders above all, that were answered with success; *lost* of them, by the log and by what must follow in it; *twice*: effects that happened again; *late*: clocks that breached more than two seconds after they were due and the system was there again; *broken*: other invariants.
- The invariants after each round: positions 1..N without gap and each event once; versions of each stream in order; every read table equal to its rebuild, by digest; every leaf, tile, root and signature right, and so the witness file and what Kafka was told; nothing parked; nothing that still waits after 30 s.
- A round of \`kill\` is five faults, one of \`postgres-sessions\` up to five, one of \`network-bad\` four, one of \`kafka-cluster\` three: all are checked together, when the last is over.
- *Recovery* is from the end of a fault until every process is ready, the log is published, every consumer runs and clocks are fired. A consumer whose process was killed waits for the session that its predecessor left behind, ten seconds.
- What a killed process had in hand of its deliveries to channels is taken up again after a minute: the runner does not wait for that minute, it moves it.
- Poison of twelve kinds, repeated and rewound messages, order between partitions, zombies on both sides and a server's clock put wrong by up to 400 days are parts of the simulation. On real servers they are in \`libs/messaging/consumer.spec.ts\`, \`test/faults/redelivery.e2e.ts\` and \`test/faults/clocks.e2e.ts\`.
- In the simulation seconds are the model's. Its database and broker are models; relay, consumers, appender, parking, firing and the reading of the clock are the product's.

| scenario | what is done |
| --- | --- |
${scenarioLines}
## Again

\`npm run faults -- <scenario> --seed N --count N\` makes the same faults again; in the simulation the same run, step by step. Scenarios on real servers draw the same faults and instants, but what the machine does between them is its own. \`npm run prove\` goes on where it stood; its runs are kept in \`.anxin/faults.json\` and add up as long as the product does not change.

## Copies that were broken on purpose

Of the built product a copy is made in which one text is replaced, such as the order of two lines; a copy in which the text is not found fails. Defects: ${defects.map(({ name }) => `\`${name}\``).join(', ')}.

${sought}`);
}
