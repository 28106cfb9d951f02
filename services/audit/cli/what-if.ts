import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Means } from './case-commands.js';

interface Options { readonly pack?: string; readonly proposal?: string; readonly files?: string; readonly from?: string; readonly to?: string; readonly division?: string; readonly json?: boolean }
interface Difference { readonly caseId: string; readonly text: { readonly zh: readonly string[]; readonly en: readonly string[] } }
interface Answer { readonly draft: { readonly division: string; readonly version: string }; readonly until: string; readonly totals?: Readonly<Record<string, unknown>>; readonly differences: readonly Difference[]; readonly next: string | null }

const PAGES_MAX = 1_000;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Which past cases would have gone elsewhere under another law, and the condition that flipped. 0: none; 1: some. */
export function addWhatIf(program: Command, { common, run, serverOf }: Pick<Means, 'common' | 'run' | 'serverOf'>): void {
  common(program.command('what-if').description('以另一规则包重审既往案件 / past cases under another rule pack: what differs, and the condition that flipped'))
    .option('--pack <division/version>', '已发布的规则包 / a published pack').option('--proposal <id>', '待批准的规则包 / a pack that waits for its second person').option('--files <folder>', '草案目录 / a draft in a folder')
    .option('--from <day>', '受理日起 / first day of receipt').option('--to <day>', '受理日止 / last day').option('--division <code>', '受理地 / place of receipt')
    .action((options: Options) => run(async () => {
      const { from, to, division } = options;
      const asked = { ...lawOf(options), ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(division !== undefined && { division }) };
      const server = serverOf(options as never);
      const differences: Difference[] = [];
      let first: Answer | undefined;
      for (let page = 0, next: string | null = null; page < PAGES_MAX && (page === 0 || next !== null); page++) {
        const answer: Answer = await server.post<Answer>('/v1/audit/what-if', { ...asked, limit: 200, ...(next !== null && { cursor: next }) });
        first ??= answer;
        differences.push(...answer.differences);
        ({ next } = answer);
      }
      if (options.json) say(JSON.stringify({ ...first, differences, next: undefined }, null, 2));
      else tell(first!, differences);
      return differences.length === 0 ? 0 : 1;
    }));
}

function lawOf({ pack, proposal, files }: Options): object {
  if ([pack, proposal, files].filter((each) => each !== undefined).length !== 1) throw new Error('请给出 --pack、--proposal、--files 之一 / give one of --pack, --proposal and --files');
  if (proposal !== undefined) return { proposal };
  if (files !== undefined) return { files: filesIn(files) };
  const [division, version, ...more] = pack!.split('/');
  if (!division || !version || more.length > 0) throw new Error('--pack <division/version>');
  return { pack: { division, version } };
}

function filesIn(folder: string): Readonly<Record<string, unknown>> {
  if (!existsSync(join(folder, 'pack.json'))) throw new Error(`${folder}: 没有 pack.json / has no pack.json`);
  return Object.fromEntries(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown]));
}

function tell({ draft, until, totals }: Answer, differences: readonly Difference[]): void {
  say(`${draft.division}/${draft.version} · 位置 / position ${until}${totals ? ` · ${Object.entries(totals).filter(([, value]) => typeof value === 'number').map(([name, value]) => `${name} ${String(value)}`).join(' · ')}` : ''}`);
  for (const { caseId, text: { zh, en } } of differences) say(`${caseId}\n${zh.map((line, at) => `    ${line} / ${en[at] ?? ''}`).join('\n')}`);
  say(differences.length === 0 ? '没有案件会有不同 / no case would have been otherwise' : `${differences.length} 件会有不同 / cases would have been otherwise`);
}
