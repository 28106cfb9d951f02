import { Command } from 'commander';
import pg from 'pg';
import { Refusal } from '#libs/decider/refusal.js';
import { openLog } from '#libs/event-store/log.js';
import { verifierOf } from '#libs/merkle/note.js';
import { refillTopic } from '#libs/messaging/relay.js';
import { readConfig } from '#libs/runtime/config.js';
import { openProduct } from '#libs/runtime/product.js';
import type { Product } from '#libs/runtime/product.js';
import { logKeys } from '../services/audit/log/log-keys.js';
import { adopt } from '../services/audit/restore/adopt.js';
import { copy, fork } from '../services/audit/restore/fork.js';
import type { Said } from '../services/audit/restore/going-on.js';
import type { Standing } from '../services/audit/restore/outside.js';
import { look, missing } from '../services/audit/restore/outside.js';
import { allServices } from './services.js';

interface Options { readonly witness: string[]; readonly key: string[]; readonly file?: string; readonly json?: boolean; readonly by: string; readonly reason: string; readonly unsealed?: boolean; readonly giveUp: string; readonly id: string }
interface Hands { readonly product: Product; readonly owner: pg.Client; readonly standing: Standing; readonly said: Said }

/** `npm run log -- status | adopt | fork | copy | refill`: a log after a restore, and a copy of it. DATABASE_URL is the owner's. 0: done, or nothing is missing; 1: something is; 2: not done. */
const program = new Command('log').description('恢复后的日志如何继续 / how a log goes on after a restore').exitOverride().configureHelp({ showGlobalOptions: true });
const many = (value: string, before: string[]): string[] => [...before, value];
const schemas = allServices.map(({ name }) => name);
const looking = (command: Command): Command => command
  .option('--witness <path>', '见证文件，可重复；默认 WITNESS_FILE / witness file, may be repeated', many, []).option('--key <vkey>', '日志的公钥，可重复；默认取自配置 / verifier key of the log, may be repeated', many, []).option('--file <path>', 'anxin-audit 导出的文件 / an export by anxin-audit');
const decided = (command: Command): Command => looking(command).requiredOption('--by <name>', '决定人 / who decides').requiredOption('--reason <text>', '理由，永久留痕 / why, kept for ever');

looking(program.command('status').description('比对日志与外部所知，不作改动 / hold the log against what is known outside; changes nothing')).option('--json', '机器可读 / machine-readable')
  .action((options: Options) => run(options, ({ standing }) => Promise.resolve(tell(standing, options.json ?? false))));
decided(program.command('adopt').description('把外部仍有的事件放回原位；不缺时确认日志在此 / bring back what is still there outside; where nothing is missing, the log lives here'))
  .option('--unsealed', '连同没有检查点佐证的最后几条 / with the last ones, for which no checkpoint vouches').action((options: Options) => run(options, adopted));
decided(program.command('fork').description('放弃确已丢失的事件，另立纪元 / give up what is lost for good, and let the log go another way'))
  .requiredOption('--give-up <n>', '放弃的事件数，须与 status 所示一致 / how many positions, as `status` tells').action((options: Options) => run(options, forked));
decided(program.command('copy').description('把本副本变为独立的日志 / make of this copy a log of its own')).requiredOption('--id <log id>', '新日志编号 / the new log id').action((options: Options) => run(options, copied));
program.command('refill').description('用日志重新填满主题 / fill the topic again from the log').action(() => withProduct(async (product) => {
  const pool = new pg.Pool({ connectionString: product.config.DATABASE_URL, max: 1 });
  await refillTopic(pool, product.transport).finally(() => pool.end());
  console.log('主题将由转发器重新填满 / the relay fills the topic again');
  return 0;
}));

await program.parseAsync().catch((error: Error & { exitCode?: number }) => {
  process.exitCode = error.exitCode === 0 ? 0 : 2;
});

async function adopted({ product, owner, standing, said }: Hands, { unsealed = false }: Options): Promise<number> {
  const desks = allServices.flatMap((service) => [...service.desks(product)]);
  const { events, stillMissing, keysMissing } = await adopt(owner, standing, async (found, tx) => { for (const service of allServices) await service.recover?.(desks)(found, tx); }, said, { unsealed });
  console.log(`放回 ${events} 条 / events brought back${keysMissing > 0 ? ` · ${keysMissing} 人的密钥不在本库 / persons without a key here` : ''}`);
  console.log(stillMissing > 0 ? `仍缺 ${stillMissing} 条，日志继续停住 / are still missing: the log stays held` : '日志在此继续 / the log goes on here');
  return stillMissing > 0 ? 1 : 0;
}

async function forked({ owner, standing, said }: Hands, { giveUp }: Options): Promise<number> {
  const { epoch, from, lost } = await fork(owner, standing, schemas, async (lost, tx) => { for (const service of allServices) await service.forgo?.(lost, tx); }, said, Number(giveUp));
  console.log(`第 ${epoch} 纪元自位置 ${from} 开始，放弃 ${lost} 条 / epoch, from this position; given up`);
  return 0;
}

async function copied({ product, owner, standing, said }: Hands, { id }: Options): Promise<number> {
  const epoch = await copy(owner, product.transport, standing, schemas, async (tx) => { for (const service of allServices) await service.calm?.(tx); }, said, id);
  console.log(`副本 ${id}，第 ${epoch} 纪元；请以 LOG_ID=${id} 和自己的签名密钥启动 / a log of its own: start it with this LOG_ID and a signing key of its own`);
  return 0;
}

function tell(standing: Standing, json: boolean): number {
  const { log, lineage, head, common, known, atHome, found, provenTo } = standing;
  const lost = missing(standing);
  if (json) console.log(JSON.stringify({ logId: log.logId, epoch: lineage.current.n, head, atHome, common, known, missing: lost, found: found.length, provenTo }));
  else {
    console.log(`${log.logId}: 位置 1 … ${head}，第 ${lineage.current.n} 纪元 / positions, epoch · ${atHome ? '在此处 / at home' : '本库为恢复、复制或切换所得，停住 / restored, copied or promoted: held'}`);
    if (lost > 0) console.log(`位置 ${common + 1} … ${known} 外部已知，本库没有（${lost} 条），其中可找回 ${found.length} 条，${Math.max(0, provenTo - common)} 条有检查点佐证 / are known outside and not here; so many can be brought back, so many of them proven`);
    if (lost > 0 && common < head) console.log(`本库在位置 ${common + 1} … ${head} 写入了别的事件 / other events stand here`);
    if (lost === 0) console.log('外部已知的事件本库都有 / everything that is known outside is here');
  }
  return lost > 0 || !atHome ? 1 : 0;
}

async function run(options: Options, work: (hands: Hands, options: Options) => Promise<number>): Promise<void> {
  await withProduct(async (product) => {
    const { config, pool, transport } = product;
    const verifiers = options.key.length > 0 ? options.key.map(verifierOf) : logKeys(config, (await openLog(pool)).logId).verifiers;
    const witnesses = options.witness.length > 0 ? options.witness : config.WITNESS_FILE === undefined ? [] : [config.WITNESS_FILE];
    const owner = new pg.Client({ connectionString: config.DATABASE_URL });
    await owner.connect();
    try {
      const standing = await look({ pool, transport, verifiers, witnesses, file: options.file });
      return await work({ product, owner, standing, said: { by: `operator:${options.by}`, reason: options.reason, now: product.clock.now() } }, options);
    } finally {
      await owner.end();
    }
  });
}

async function withProduct(work: (product: Product) => Promise<number>): Promise<void> {
  try {
    const product = await openProduct(readConfig(process.env));
    process.exitCode = await work(product).finally(() => product.close());
  } catch (error) {
    console.error(error instanceof Refusal ? `${error.code}: ${error.zh} / ${error.en} ${JSON.stringify(error.details)}` : (error as Error).message);
    process.exitCode = 2;
  }
}
