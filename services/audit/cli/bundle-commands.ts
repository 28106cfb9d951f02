import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { checkpointAtMost, newestCheckpoint } from '#libs/event-store/checkpoints.js';
import { openLog } from '#libs/event-store/log.js';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import type { Verifier } from '#libs/merkle/note.js';
import { Law } from '#libs/runtime/law.js';
import type { BundleFiles } from '../bundle/bundle-files.js';
import { bundleAt, BundleUnreadable } from '../bundle/bundle-files.js';
import type { BundleFinding, BundleReport } from '../bundle/check-bundle.js';
import { UNSTATED } from '../bundle/check-bundle.js';
import type { Checked, Drawn } from '../bundle/check-sample.js';
import { checkedFiles, SAMPLE } from '../bundle/check-sample.js';
import { zipped } from '../bundle/make-bundle.js';
import { oneFile } from '../bundle/one-file.js';
import { sampleBundle } from '../bundle/sample-bundle.js';
import { caseFiles } from '../bundle/take.js';
import { paperFindings } from '../bundle/timeline-pdf.js';
import { linesOf } from '../bundle/verify-command.js';
import type { Shown } from './blocks.js';
import type { Means } from './case-commands.js';
import { reading, shownFrom, sizeOf, withLog } from './opened.js';
import { drawnFrom } from './sample.js';
import { comparedWithLog } from './whole-log.js';

interface Options {
  readonly case: string[]; readonly sample?: string; readonly seed: string; readonly risk?: boolean; readonly out: string; readonly json?: boolean;
  readonly server?: string; readonly database?: string; readonly file?: string; readonly at?: string; readonly policies: string;
}
type Wanted = { readonly cases: readonly string[] } | { readonly sample: Pick<Drawn, 'seed' | 'size' | 'byRisk'> };
const POLICIES = fileURLToPath(new URL('../../../../policies', import.meta.url));
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const many = (value: string, before: string[]): string[] => [...before, value];

/** Takes cases away, and verifies what was taken. */
export function addBundleCommands(program: Command, { common, run, serverOf, keysOf }: Means): void {
  common(program.command('bundle').description('取案卷核验包：每案一个，或多案一册；经服务器取时留有记录 / take bundles away, one of each case or one of all; over a server that is recorded'))
    .option('--case <id>', '案件编号，可重复 / case, may be repeated', many, []).option('--sample <n>', '抽取的件数 / draw so many cases').option('--seed <text>', '种子 / seed', '1').option('--risk', '按风险 / by risk')
    .option('--database <url>', '直接读数据库 / read the database itself').option('--at <position>', '数据库：截至此位置的检查点 / database: under the checkpoint at or before this position')
    .option('--policies <folder>', '数据库：发行所带规则包的目录 / database: folder of the packs of the release', POLICIES)
    .requiredOption('--out <path>', '目录，或一个 .zip / a folder, or one .zip of all')
    .action((options: Options) => run(async () => {
      const wanted = wantedBy(options);
      const isOne = options.out.endsWith('.zip');
      if ('sample' in wanted && !isOne) throw new Error('抽样成一册：--out 须为 .zip / a sample is one file: --out must be a .zip');
      const made = options.database === undefined ? await byServer(options, wanted, isOne, serverOf) : await byDatabase(options, wanted, isOne, await keysOf(options as never));
      mkdirSync(isOne ? dirname(options.out) : options.out, { recursive: true });
      for (const [name, content] of made) {
        const path = isOne ? options.out : join(options.out, name);
        writeFileSync(path, content, { mode: 0o600 });
        say(path);
      }
      return 0;
    }));

  common(program.command('verify-bundle').description('离线核验案卷包；给出 --server、--file 或 --database 时，再与整个日志核对有无遗漏 / verify bundles offline; with --server, --file or --database also that nothing of a case is left out'))
    .argument('<bundle...>').option('--file <path>', '导出的文件 / an export').option('--database <url>', '数据库 / the database').action((paths: string[], options: Options) => run(async () => {
      const keys = await keysOf(options as never);
      const hasLog = [options.server, options.file, options.database].some((each) => each !== undefined);
      let worst = 0;
      for (const path of paths) worst = Math.max(worst, await verified(path, keys, options, hasLog ? (act) => withLog(options, serverOf, act) : undefined));
      return worst;
    }));
}

function wantedBy({ case: cases, sample, seed, risk }: Options): Wanted {
  if ((cases.length > 0) === (sample !== undefined)) throw new Error('请给出 --case 或 --sample 之一 / give --case or --sample');
  if (sample === undefined) return { cases };
  if (!/^[1-9]\d{0,2}$/.test(sample)) throw new Error('--sample 须为正整数 / --sample must be a whole number from 1');
  return { sample: { seed, size: Number(sample), byRisk: risk === true } };
}

async function byServer(options: Options, wanted: Wanted, isOne: boolean, serverOf: Means['serverOf']): Promise<ReadonlyMap<string, Buffer>> {
  const server = serverOf(options as never);
  if (isOne) return new Map([['sample.zip', await server.posted('/v1/audit/bundles', wanted)]]);
  const made = new Map<string, Buffer>();
  for (const caseId of 'cases' in wanted ? wanted.cases : []) made.set(`case-${caseId}.zip`, await server.bytes(`/v1/audit/cases/${encodeURIComponent(caseId)}/bundle`));
  return made;
}

/** The same bytes as over a server, for the same checkpoint and keys; but nothing is written, and so no statement of the log is added. */
function byDatabase({ database, at, policies }: Options, wanted: Wanted, isOne: boolean, keys: readonly Verifier[]): Promise<ReadonlyMap<string, Buffer>> {
  return reading(database!, async (db) => {
    const size = sizeOf(at);
    const log = await shownFrom(db, size);
    const { origin } = openedCheckpoint(log.note, keys);
    const checkpoint = (await (size === undefined ? newestCheckpoint(db) : checkpointAtMost(db, size)))!;
    const { policies: law } = await Law.open(db, (await openLog(db)).logId, policies);
    const drawn: Drawn | null = 'sample' in wanted ? { ...wanted.sample, upTo: checkpoint.size, divisions: ['000000'] } : null;
    const cases = 'cases' in wanted ? wanted.cases : (await drawnFrom(log, drawn!)).map(({ caseId }) => caseId);
    const bundles = new Map<string, BundleFiles>();
    for (const caseId of cases) bundles.set(caseId, await caseFiles(db, caseId, { checkpoint, origin, keys, packNamed: law.packNamed }));
    return isOne ? new Map([['sample.zip', sampleBundle(bundles, drawn)]]) : new Map([...bundles].map(([caseId, files]) => [`case-${caseId}.zip`, zipped(files)]));
  });
}

type WithLog = <T>(act: (log: Shown) => Promise<T>) => Promise<T>;

async function verified(path: string, keys: readonly Verifier[], { json }: Options, withIts: WithLog | undefined): Promise<number> {
  try {
    const files = bundleAt(path);
    const checked = checkedFiles(files, keys);
    const isOurs = [files, ...checked.bundles.map((each) => each.files)].every((each) => each.get('verify.mjs')?.toString() === oneFile());
    const alone = [...checked.findings, ...(isOurs ? await papersOf(checked) : [])]; // Another version may lay them out otherwise.
    const isCompared = withIts !== undefined && alone.every(({ what }) => what === UNSTATED.what);
    const findings = isCompared ? await byTheLog(checked, withIts) : alone;
    const said = { bundle: path, whole: findings.length === 0, completeByLog: isCompared && findings.length === 0, verifierIsOurs: isOurs, findings };
    const ofCase = ({ caseId, statement }: BundleReport): object => ({ caseId, statement: statement ?? null });
    if (json) say(JSON.stringify(checked.sample ? { ...said, drawn: checked.sample.drawn, cases: checked.bundles.map(({ report }) => ofCase(report)) } : { ...said, ...checked.bundles.map(({ report }) => ofCase(report))[0] }, null, 2));
    else {
      for (const line of linesOf({ ...checked, findings }, isCompared)) say(line);
      if (!isOurs) say('verify.mjs 与本程序所带的不同：另一版本，或被改动 / verify.mjs is not the one of this program: of another version, or changed');
    }
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BundleUnreadable)) throw error;
    if (json) say(JSON.stringify({ bundle: path, whole: false, findings: [{ file: path, rule: 'bundle', what: error.message }] }, null, 2));
    else say(`${path}: ${error.message}`);
    return 1;
  }
}

async function papersOf({ bundles }: Checked): Promise<readonly BundleFinding[]> {
  const found: BundleFinding[] = [];
  for (const { folder, files, report } of bundles) found.push(...(await paperFindings(files, report.told)).map((finding) => ({ ...finding, file: `${folder}${finding.file}` })));
  return found;
}

/** What only the whole log shows: that no case has other events, and that these are the cases that the seed draws. */
function byTheLog({ bundles, sample }: Checked, withIts: WithLog): Promise<readonly BundleFinding[]> {
  return withIts(async (log) => {
    const found = await comparedWithLog(bundles, log);
    if (!sample?.drawn || found.length > 0) return found;
    const again = (await drawnFrom(log, sample.drawn)).map(({ caseId }) => caseId);
    return again.join() === sample.cases.join() ? [] : [{ file: SAMPLE, rule: 'drawn', what: `seed ${sample.drawn.seed} draws other cases: ${again.join(', ')}` }];
  });
}
