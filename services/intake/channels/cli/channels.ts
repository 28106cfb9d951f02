import { Command } from 'commander';

/** `npm run channels -- list | issue | revoke | terms | disable | enable`, as a client of the API: the token in ANXIN_TOKEN says who asks. */
interface Options { readonly server: string; readonly reason?: string; readonly oldUntil?: string; readonly divisions?: string; readonly kinds?: string; readonly formats?: string; readonly perMinute?: string; readonly burst?: string; readonly certificates?: string; readonly feedbackUrl?: string }
interface Key { readonly key: string; readonly live: boolean; readonly configured: boolean; readonly issuedAt: string | null; readonly until: string | null; readonly revokedAt: string | null; readonly lastUsedAt: string | null }
interface Listed { readonly channels: readonly { readonly channel: string; readonly zh: string; readonly enabled: boolean; readonly terms: object; readonly keys: readonly Key[] }[] }

const program = new Command('channels').description('渠道与密钥 / channels and their keys').exitOverride();
const common = (command: Command): Command => command.requiredOption('--server <url>', '受理服务的网址；令牌在 ANXIN_TOKEN / the intake service; its token in ANXIN_TOKEN');
const change = (name: string, description: string): Command => common(program.command(name).description(description).argument('<channel>').requiredOption('--reason <text>', '事由，永久留存，不写姓名 / why, kept for ever; names nobody'));

common(program.command('list').description('各渠道的权限、密钥与最近使用 / terms, keys and when each was last used')).action(async ({ server }: Options) => {
  for (const { channel, zh, enabled, terms, keys } of (await asked<Listed>(server, 'GET', '')).channels) {
    console.log(`${channel} ${zh} · ${enabled ? '启用 enabled' : '停用 disabled'} · ${JSON.stringify(terms)}`);
    for (const key of keys) console.log(`  ${key.key} · ${stateOf(key)} · 最近使用 last used ${key.lastUsedAt ?? '—'}`);
  }
});
change('issue', '签发新密钥；给出 --old-until 即为更换 / a new key; with --old-until the older ones end then').option('--old-until <instant>')
  .action(async (channel: string, { server, reason, oldUntil }: Options) => tell(await asked(server, 'POST', `/${encodeURIComponent(channel)}/keys`, { reason, ...(oldUntil !== undefined && { oldUntil }) })));
change('revoke', '立即吊销 / revoke at once').argument('<key>')
  .action(async (channel: string, key: string, { server, reason }: Options) => tell(await asked(server, 'POST', `/${encodeURIComponent(channel)}/keys/${encodeURIComponent(key)}/revoke`, { reason })));
change('terms', '设定全部权限，未给出的即不限 / the whole of its terms; what is left out is not limited')
  .option('--divisions <codes>').option('--kinds <kinds>').option('--formats <formats>').option('--per-minute <n>').option('--burst <n>').option('--certificates <sha256>').option('--feedback-url <url>')
  .action(async (channel: string, options: Options) => tell(await asked(options.server, 'POST', `/${encodeURIComponent(channel)}/terms`, termsIn(options))));
for (const [name, description] of [['disable', '停用渠道 / disable'], ['enable', '重新启用 / enable']] as const) {
  change(name, description).action(async (channel: string, { server, reason }: Options) => tell(await asked(server, 'POST', `/${encodeURIComponent(channel)}/${name}`, { reason })));
}

await program.parseAsync().catch((error: Error & { exitCode?: number }) => {
  if (error.exitCode === undefined) console.error(error.message);
  process.exitCode = error.exitCode === 0 ? 0 : error.exitCode === undefined ? 1 : 2;
});

function stateOf({ live, configured, issuedAt, until, revokedAt }: Key): string {
  const from = configured ? '配置 configured' : `签发 issued ${issuedAt}`;
  return `${from} · ${revokedAt ? `已吊销 revoked ${revokedAt}` : until ? `${live ? '用到 until' : '已到期 ended'} ${until}` : '有效 live'}`;
}

function termsIn({ reason, divisions, kinds, formats, perMinute, burst, certificates, feedbackUrl }: Options): object {
  const lists = Object.entries({ divisions, kinds, formats, certificates }).flatMap(([name, text]) => (text === undefined ? [] : [[name, text.split(',').map((one) => one.trim())] as const]));
  return { reason, ...Object.fromEntries(lists), ...(perMinute !== undefined && { rate: { perMinute: Number(perMinute), burst: Number(burst ?? perMinute) } }), ...(feedbackUrl !== undefined && { feedbackUrl }) };
}

function tell(answer: object): void {
  console.log(JSON.stringify(answer, null, 2));
}

async function asked<T extends object>(server: string, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.replace(/\/+$/, '')}/v1/channels${path}`, {
    method, ...(body && { body: JSON.stringify(body) }), headers: { authorization: `Bearer ${process.env['ANXIN_TOKEN'] ?? ''}`, ...(body && { 'content-type': 'application/json' }) },
  });
  const said = (await answer.json()) as T & { readonly code?: string; readonly detail?: string };
  if (!answer.ok) throw new Error(`${answer.status} ${said.code ?? ''} ${said.detail ?? ''}`);
  return said;
}
