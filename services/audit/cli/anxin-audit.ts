import '#libs/contracts/catalogue.js';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import type { Verifier } from '#libs/merkle/note.js';
import { newSigningKey, verifierOf } from '#libs/merkle/note.js';
import { verifyConsistency, verifyInclusion } from '#libs/merkle/tree.js';
import { shownBy, shownIn, verifyShown, writeExport } from './blocks.js';
import { addBundleCommands } from './bundle-commands.js';
import type { Means } from './case-commands.js';
import { addCaseCommands } from './case-commands.js';
import { Remembered } from './remembered.js';
import { addReport } from './report-command.js';
import { Server } from './server.js';
import type { Verdict } from './verify.js';
import { verifyDatabase } from './verify.js';
import { addWhatIf } from './what-if.js';
import { addWhoLooked } from './who-looked.js';
import { withCopies } from './witnesses.js';

interface Options {
  readonly database?: string; readonly server?: string; readonly file?: string; readonly key: string[]; readonly witness: string[]; readonly kafka?: string;
  readonly state: string; readonly resume?: string; readonly threads: string; readonly json?: boolean; readonly out?: string; readonly name?: string;
}

/** `anxin-audit`: for the auditor's own machine. 0 all well, 1 the log is not what was sealed, 2 asked for wrongly, or nothing there to verify. */
const program = new Command('anxin-audit').description('核验日志、取得证明 / verify the log, prove what it holds').exitOverride().configureHelp({ showGlobalOptions: true });
const many = (value: string, before: string[]): string[] => [...before, value];
const common = (command: Command): Command => command
  .addOption(new Option('--server <url>', '审计服务的网址；令牌在 ANXIN_TOKEN / the audit service; its token in ANXIN_TOKEN'))
  .option('--key <vkey>', '日志的公钥，可重复 / verifier key of the log, may be repeated', many, [])
  .addOption(new Option('--state <file>', '本机记住上次所见检查点的文件 / where this machine remembers the last checkpoint it saw').default(join(homedir(), '.anxin-audit.json')))
  .option('--json', '机器可读 / machine-readable');

common(program.command('verify').description('核验整个日志 / verify the whole log'))
  .option('--database <url>', '数据库 / the database').option('--file <path>', '导出的文件 / an export')
  .option('--witness <path>', '见证文件，可重复 / witness file, may be repeated', many, []).option('--kafka <brokers>', '见证主题所在的 Kafka / Kafka, for the witness topic')
  .option('--resume <file>', '可中断，从上次处继续 / keeps how far it came, and goes on from there').option('--threads <n>', '线程 / threads', '2')
  .action((options: Options) => run(() => verify(options)));
common(program.command('prove').description('证明一个位置在日志中，或旧日志是新日志的开头 / prove that a position is in the log, or that an older log is its beginning'))
  .argument('<inclusion|consistency>').argument('<position|from>').argument('[to]').action((what: string, first: string, to: string | undefined, options: Options) => run(() => prove(what, first, to, options)));
common(program.command('export').description('把已封存的日志导出为一个文件 / write all that is sealed to one file')).requiredOption('--out <path>').action((options: Options) => run(() => exported(options)));
program.command('key').description('生成签名密钥 / make a signing key').requiredOption('--name <origin>', '日志的名称，以 /<LOG_ID> 结尾 / name of the log, ending with /<LOG_ID>').requiredOption('--out <path>', '私钥文件 / file for the private key')
  .action(({ name, out }: Options) => run(async () => {
    if (existsSync(out!)) throw new Error(`${out} exists already: no key is overwritten.`);
    const { privateKey, vkey } = newSigningKey(name!);
    writeFileSync(out!, `${privateKey}\n`, { mode: 0o600 });
    process.stdout.write(`${vkey}\n`);
    return 0;
  }));
const means: Means = { common, run, serverOf, keysOf: (options: Options) => keysOf(options, new Remembered(options.state)) };
addBundleCommands(program, means);
addCaseCommands(program, means);
addReport(program, means);
addWhatIf(program, { common, run, serverOf });
addWhoLooked(program, { common, run, serverOf });

program.parseAsync().catch((error: Error & { exitCode?: number }) => {
  process.exitCode = error.exitCode === 0 ? 0 : 2;
});

async function run(action: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await action();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}

async function verify(options: Options): Promise<number> {
  const { database, server, file, json } = options;
  if ([database, server, file].filter((one) => one !== undefined).length !== 1) throw new Error('请给出 --database、--server、--file 之一 / give one of --database, --server and --file');
  const state = new Remembered(options.state);
  const keys = await keysOf(options, state);
  const origin = keys[0]!.name;
  const began = performance.now();
  const verdict = database === undefined
    ? await verifyShown(file === undefined ? await shownBy(serverOf(options)) : shownIn(file), keys, state.of(origin), progress())
    : await ofDatabase(database, options, keys, state);
  if (verdict.findings.length === 0 && verdict.newest) state.note(origin, verdict.newest, keys.map(({ vkey }) => vkey));
  report(verdict, origin, performance.now() - began, json);
  return verdict.findings.length === 0 ? 0 : 1;
}

async function ofDatabase(database: string, options: Options, keys: readonly Verifier[], state: Remembered): Promise<Verdict> {
  const { resume, threads } = options;
  const show = progress();
  const done = resume !== undefined && existsSync(resume) ? (JSON.parse(readFileSync(resume, 'utf8')) as { size: number; root: string }) : undefined;
  const verdict = await withCopies(options, keys, (copies) => verifyDatabase({
    database, keys, threads: Number(threads), remembered: state.of(keys[0]!.name), done: done && { size: done.size, root: Buffer.from(done.root, 'base64') }, ...copies,
    onProgress: (size, of, root, isClean) => {
      show(size, of);
      if (resume === undefined || size === of || !isClean) return; // What was found is found again by whoever goes on.
      writeFileSync(`${resume}.new`, JSON.stringify({ size, root: root().toString('base64') }));
      renameSync(`${resume}.new`, resume);
    },
  }));
  if (resume !== undefined) rmSync(resume, { force: true });
  return verdict;
}

async function prove(what: string, first: string, to: string | undefined, options: Options): Promise<number> {
  const server = serverOf(options);
  const keys = await keysOf(options, new Remembered(options.state));
  const bytes = (hashes: readonly string[]): Buffer[] => hashes.map((hash) => Buffer.from(hash, 'base64'));
  let proof: object;
  let holds: boolean;
  if (what === 'inclusion') {
    const given = await server.json<{ leafIndex: number; leafHash: string; proof: string[]; checkpoint: string }>(`/v1/audit/proofs/inclusion?position=${encodeURIComponent(first)}`);
    const { size, root } = openedCheckpoint(given.checkpoint, keys);
    holds = given.leafIndex === Number(first) - 1 && verifyInclusion({ leafHash: Buffer.from(given.leafHash, 'base64'), index: given.leafIndex, size, root, proof: bytes(given.proof) });
    proof = given;
  } else if (what === 'consistency' && to !== undefined) {
    const given = await server.json<{ fromRoot: string; toRoot: string; proof: string[] }>(`/v1/audit/proofs/consistency?from=${encodeURIComponent(first)}&to=${encodeURIComponent(to)}`);
    holds = verifyConsistency({ from: Number(first), to: Number(to), fromRoot: Buffer.from(given.fromRoot, 'base64'), toRoot: Buffer.from(given.toRoot, 'base64'), proof: bytes(given.proof) });
    proof = given;
  } else throw new Error('prove inclusion <position> | prove consistency <from> <to>');
  process.stdout.write(options.json ? `${JSON.stringify({ holds, ...proof }, null, 2)}\n` : `${holds ? '证明成立 / the proof holds' : '证明不成立 / the proof does not hold'}\n${JSON.stringify(proof, null, 2)}\n`);
  return holds ? 0 : 1;
}

async function exported(options: Options): Promise<number> {
  const server = serverOf(options);
  const count = await writeExport(options.out!, await shownBy(server), await keysOf(options, new Remembered(options.state)));
  process.stdout.write(`${count} 条 / entries: ${options.out}\n`);
  return 0;
}

function serverOf({ server }: Options): Server {
  if (server === undefined) throw new Error('请给出 --server / give --server');
  return new Server(server, process.env['ANXIN_TOKEN']);
}

/** Given, else remembered, else, at the first visit, what the server says it is. */
async function keysOf(options: Options, state: Remembered): Promise<readonly Verifier[]> {
  const known = options.key.length > 0 ? options.key : state.keys();
  if (known.length > 0) return known.map(verifierOf);
  if (options.server === undefined) throw new Error('请给出 --key / give --key');
  const keys = (await serverOf(options).text('/v1/audit/log/key')).trim().split('\n');
  process.stderr.write(`首次使用，公钥取自服务器，请另行核对 / first visit: the key comes from the server itself, compare it with one from elsewhere:\n${keys.join('\n')}\n`);
  return keys.map(verifierOf);
}

function report({ positions, sealed, checked, findings, forks, root }: Verdict, origin: string, ms: number, json: boolean | undefined): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ log: origin, whole: findings.length === 0, positions, sealed, root: root.toString('base64'), checked, forks, firstBadPosition: findings.find(({ position }) => position !== undefined)?.position ?? null, findings, seconds: ms / 1000 }, null, 2)}\n`);
    return;
  }
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  say(`${origin}: ${positions} 个位置，已封存 ${sealed} / positions, sealed · ${checked.checkpoints} 个检查点 / checkpoints${checked.clocks === undefined ? '' : ` · ${checked.clocks} 个期限待触发 / clocks armed`} · ${(ms / 1000).toFixed(1)} s · ${Math.round(checked.events / (ms / 1000)).toLocaleString('en')} 条每秒 / events a second`);
  if (positions > sealed) say(`${positions - sealed} 个位置尚未封存 / positions are not sealed yet`);
  for (const { epoch, position, from, lostTo, at, by, reason, copyOf, gone } of forks) {
    if (copyOf !== undefined) say(`第 ${epoch} 纪元 / epoch ${epoch}：${at} 由 / by ${by} 从日志 ${copyOf} 复制，自位置 ${from} 起独立 / copied from that log, its own from position ${from} on · ${reason}`);
    else say(`第 ${epoch} 纪元 / epoch ${epoch}：位置 ${from} … ${lostTo} 的 ${lostTo - from + 1} 条已放弃 / these were given up · ${at} · ${by} · ${reason} · 记于位置 / stated at position ${position}`);
    for (const { where, to } of gone) say(`  ${where} 所存检查点涵盖的 ${from} … ${to} 已不在日志中 / the positions up to ${to} that the checkpoint there covers are gone`);
  }
  for (const { position, to, rule, at, what } of findings.slice(0, 20)) say(`${position === undefined ? '' : `位置 / position ${position}${to === undefined ? '' : ` … ${to}`} · `}${rule} · ${at} · ${what}`);
  say(findings.length === 0 ? '日志完整，未被改动 / the log is whole' : `发现 ${findings.length} 处 / findings: the log is not what was sealed`);
}

function progress(): (size: number, of: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (size, of) => {
    const done = Math.round((size / Math.max(1, of)) * 40);
    process.stderr.write(`\r${'█'.repeat(done)}${'░'.repeat(40 - done)} ${size.toLocaleString('en')} / ${of.toLocaleString('en')}${size === of ? '\n' : ''}`);
  };
}
