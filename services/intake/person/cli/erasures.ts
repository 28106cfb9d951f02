import { Command, Option } from 'commander';
import { erasureBases } from '#libs/contracts/intake.events.js';

/** `npm run erasures -- list | ask | approve | reject`, as a client of the API: the token in ANXIN_TOKEN says who asks and who decides. */
interface Options { readonly server: string; readonly case?: string; readonly basis?: string; readonly reason?: string }
interface Listed { readonly open: readonly { readonly subject: string; readonly by: string; readonly at: string; readonly basis: string; readonly reason: string }[]; readonly due: readonly { readonly subject: string; readonly cases: readonly { readonly caseNumber: string; readonly keptUntil: string }[] }[] }

const program = new Command('erasures').description('到期与待决定的个人信息删除 / persons to be erased').exitOverride();
const common = (command: Command): Command => command.requiredOption('--server <url>', '受理服务的网址；令牌在 ANXIN_TOKEN / the intake service; its token in ANXIN_TOKEN');
const reason = (command: Command): Command => command.requiredOption('--reason <text>', '事由，永久留存，不写姓名 / why, kept for ever; names nobody');

common(program.command('list').description('待决定的申请，及保存期满者 / what waits for a decision, and whose files have been kept for their term')).action(async ({ server }: Options) => {
  const { open, due } = await asked<Listed>(server, '');
  for (const { subject, by, at, basis, reason: why } of open) console.log(`待决定 waits  ${subject} · ${basis} · ${by} · ${at} · ${why}`);
  for (const { subject, cases } of due) console.log(`已到期 due    ${subject} · ${cases.map(({ caseNumber, keptUntil }) => `${caseNumber} (${keptUntil})`).join(', ')}`);
});
reason(common(program.command('ask').description('提请删除案件当事人的个人信息 / ask to have the person of a case erased').requiredOption('--case <id>')).addOption(new Option('--basis <ground>').choices(erasureBases).default('retentionEnded')))
  .action(async ({ server, case: caseId, basis, reason: why }: Options) => tell(await asked(server, '', { caseId, basis, reason: why })));
common(program.command('approve').description('批准，不可撤销 / approve; cannot be undone').argument('<subject>')).action(async (subject: string, { server }: Options) => tell(await asked(server, `/${encodeURIComponent(subject)}/approve`, {})));
reason(common(program.command('reject').argument('<subject>'))).action(async (subject: string, { server, reason: why }: Options) => tell(await asked(server, `/${encodeURIComponent(subject)}/reject`, { reason: why })));

await program.parseAsync().catch((error: Error & { exitCode?: number }) => {
  if (error.exitCode === undefined) console.error(error.message);
  process.exitCode = error.exitCode === 0 ? 0 : error.exitCode === undefined ? 1 : 2;
});

function tell(answer: object): void {
  console.log(JSON.stringify(answer, null, 2));
}

async function asked<T extends object>(server: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.replace(/\/+$/, '')}/v1/intake/erasures${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }), headers: { authorization: `Bearer ${process.env['ANXIN_TOKEN'] ?? ''}`, ...(body && { 'content-type': 'application/json' }) },
  });
  const said = (await answer.json()) as T & { readonly code?: string; readonly detail?: string };
  if (!answer.ok) throw new Error(`${answer.status} ${said.code ?? ''} ${said.detail ?? ''}`);
  return said;
}
