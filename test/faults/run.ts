import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { brokenTable, soughtIn } from './broken.js';
import { razed } from './in-the-city.js';
import type { Scenario, Tally } from './scenario.js';
import { isClean } from './scenario.js';
import { scenariosNamed } from './scenarios.js';
import { scoreboard } from './scoreboard.js';

interface Options { readonly seed?: string; readonly count?: string; readonly json?: boolean; readonly broken?: boolean | string }

/** `npm run faults -- [scenario …] [--seed N] [--count N]`: 0 where nothing was lost, done twice, late or broken; 1 where something was; 2 where it could not be run. With --broken: 0 where every defect was found. */
const command = new Command('faults').description('注入故障，检查不变量 / break things, check what must hold')
  .argument('[scenario...]').option('--seed <n>', '种子 / seed').option('--count <n>', '故障数 / faults of each').option('--json', '机器可读 / machine-readable')
  .option('--broken [defect]', '对故意弄坏的副本运行，必须发现 / against copies that were broken on purpose: each must be found out').parse();
const { seed: given, count, json, broken } = command.opts<Options>();
const seed = Number(given ?? randomInt(2 ** 30));
const say = (line: string): void => { process.stderr.write(`  ${line}\n`); };
if (broken) {
  const wanted = scenariosNamed(command.args).map((one) => ({ ...one, finds: one.finds.filter((defect) => broken === true || broken === defect) }));
  const findings = soughtIn(wanted, seed, { simulation: 40, 'nth-call': 120, kill: 15, 'postgres-sessions': 40 }, say);
  process.stdout.write(json ? `${JSON.stringify(findings)}\n` : brokenTable(findings));
  process.exit(findings.every(({ found }) => found) ? 0 : 1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void razed().finally(() => process.exit(2))); // Five processes would go on without us.
const rows: { scenario: string; seed: number; tally?: Tally; skipped?: string }[] = [];
try {
  for (const scenario of scenariosNamed(command.args)) rows.push({ scenario: scenario.name, seed, ...(await ran(scenario)) });
} catch (error) {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 2;
} finally {
  await razed();
}
process.stdout.write(json ? `${JSON.stringify(rows)}\n` : scoreboard(rows));
if (rows.some(({ tally }) => tally && !isClean(tally))) process.exitCode ??= 1;
process.exit();

async function ran(scenario: Scenario): Promise<{ tally: Tally } | { skipped: string }> {
  const skipped = scenario.impossible?.();
  if (skipped !== undefined) return { skipped };
  process.stderr.write(`${scenario.name}: ${scenario.does} (seed ${seed})\n`);
  const wanted = Number(count ?? (command.args.length > 0 ? scenario.faults.prove : scenario.faults.commit));
  const tally = await scenario.run({ seed, count: wanted, say });
  for (const what of tally.broken) say(`BROKEN ${what}`);
  return { tally };
}
