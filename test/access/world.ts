import { randomUUID } from 'node:crypto';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { syntheticId } from '../../demo/orders.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Reply } from '../work-orders.js';
import { replyOf, send, wageOrders } from '../work-orders.js';
import type { TestIssuer } from './issuer.js';
import { startTestIssuer } from './issuer.js';

export const OWN = '439901';
export const NEXT = '439902';
const NOW = '2026-03-02T10:20:00+08:00';
const DEPARTMENT = 'inspectionBody';

/** Everything that one place has, by the name of the path's parameter. */
export interface Place {
  readonly division: string;
  readonly subject: string;
  readonly person: string;
  readonly caseNumber: string;
  readonly ids: Readonly<Record<string, string>>;
  /** Words that stand in answers about this place alone. */
  readonly marks: readonly string[];
}

export interface Asked {
  readonly place?: Pick<Place, 'ids'>;
  readonly body?: unknown;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One running product with two places in it, and tokens of anybody. */
export interface World {
  readonly app: App;
  readonly issuer: TestIssuer;
  place(division: string): Promise<Place>;
  ask(route: string, bearer: string | undefined, asked?: Asked): Promise<Reply & { readonly headers: Headers }>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const issuer = await startTestIssuer();
  const app = await startApp({ now: NOW, more: { OIDC_ISSUER: issuer.issuer } });
  const world: World = {
    app, issuer, place: (division) => placeIn(world, division),
    ask: (route, bearer, asked = {}) => ask(app.url, route, bearer, asked),
    async stop() {
      await app.stop();
      await issuer.stop();
    },
  };
  return world;
}

/** Ids of nothing: what does not exist, asked for where something might. */
export const nowhere = (): Pick<Place, 'ids'> => ({ ids: new Proxy({}, { get: (_, name) => (name === 'file' ? `${uuidv7()}.pdf` : name === 'clock' ? 'x' : name === 'division' ? '439903' : name === 'department' ? DEPARTMENT : uuidv7()) }) });

export function pathOf(route: string, ids: Readonly<Record<string, string>>): string {
  return route.split(' ')[1]!.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? `no-${name}`));
}

async function ask(url: string, route: string, bearer: string | undefined, { place = nowhere(), body = {}, query = '', headers = {} }: Asked): Promise<Reply & { readonly headers: Headers }> {
  const method = route.split(' ')[0]!;
  const abort = new AbortController();
  const response = await fetch(`${url}${pathOf(route, place.ids)}${query}`, {
    method, signal: abort.signal, redirect: 'manual', ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }), ...headers },
  });
  if (!/event-stream/.test(response.headers.get('content-type') ?? '')) return { ...(await replyOf(response)), headers: response.headers };
  abort.abort();
  return { status: response.status, contentType: 'text/event-stream', language: null, text: '', json: {} as never, headers: response.headers };
}

/** Those that say something is wrong; in batches, for one request at a time would take minutes. */
export async function wrongOf(tries: readonly (() => Promise<string | undefined>)[], abreast = 32): Promise<string[]> {
  const wrong: string[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: abreast }, async () => {
    while (next < tries.length) {
      const said = await tries[next++]!();
      if (said !== undefined) wrong.push(said);
    }
  }));
  return wrong;
}

/** A place with one of everything, made through the API as its people would. */
async function placeIn(world: World, division: string): Promise<Place> {
  const { app, issuer } = world;
  const as = async (role: string, route: string, ids: Record<string, string>, body?: object, sub?: string): Promise<Record<string, unknown>> => {
    const answer = await world.ask(route, await issuer.token(role, division, { sub: sub ?? `${role}-${division}` }), { place: { ids }, ...(body && { body }) });
    if (answer.status >= 300) throw new Error(`${route} in ${division}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  const ids: Record<string, string> = { division, department: DEPARTMENT, channel: 'station', kind: 'complaint-acceptance', coordinator: `coordinator-${division}`, groupId: randomUUID(), projectId: randomUUID(), partner: randomUUID(), campaignId: randomUUID(), placeId: randomUUID() };
  const [employer, project] = [`测试${division}劳务公司`, `测试${division}花园`];
  const file = async (number: number): Promise<Record<string, unknown>> => (await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, {
    ...wageOrders['station']!(`A${number}-${division}`, '2026-03-02T10:15:00+08:00', { name: `密${division}之${number}`, phone: `1390${number}0${division.slice(-5)}`, idNumber: syntheticId(Number(division.slice(-2)) + 50 * number), bankCard: '6220000000000000016', address: '密路', text: '密：工资未发。' }),
    division, employer: { name: employer }, project: { name: project, sector: 'E47' },
  })).json;
  const [filed, other] = [await file(1), await file(2)];
  Object.assign(ids, { caseId: filed['caseId'], trackingCode: filed['trackingCode'], otherId: other['caseId'] });
  await app.settled();
  await as('officer', 'POST /v1/routing/cases/{caseId}/commands/sign-order', ids);
  await app.settled();
  await as('inspector', 'POST /v1/resolution/cases/{caseId}/commands/accept-complaint', ids);
  await app.settled();
  const paper = await as('inspector', 'POST /v1/resolution/cases/{caseId}/papers/{kind}', ids);
  ids['file'] = `${String(paper['paper'])}.pdf`;
  ids['evidenceId'] = await evidenceOf(world, division, ids['caseId']!);
  await as('officer', 'POST /v1/intake/groups', ids, { group: ids['groupId'], ground: 'together', members: [filed, other].map(({ caseId }) => ({ caseId, tier: '二级分包', site: '一号楼' })) });
  await as('officer', 'POST /v1/resolution/projects', ids, projectOf(division, ids['projectId']!, project));
  await as('officer', 'POST /v1/supervision/partners/points', ids, { partner: ids['partner'], name: `测试${division}园区`, kind: 'otherPark', division, every: 'month' });
  await as('supervisor', 'POST /v1/resolution/tribunals/{division}/commands/{command}', { ...ids, command: 'register-arbitrator' }, { arbitrator: `arb-${division}`, specialities: ['speedy'] });
  await as('supervisor', 'POST /v1/resolution/coordinators/{coordinator}/commands/assign-beat', ids, { divisions: [division], projects: [ids['projectId']], visitEveryDays: 30 });
  await as('supervisor', 'POST /v1/supervision/campaigns', ids, { campaign: ids['campaignId'], kind: 'visits', title: `${division}春节前走访`, division, year: 2026, source: 'S-SH21 二', dueOn: '2026-12-31' });
  await as('supervisor', 'POST /v1/supervision/campaigns/{campaignId}/commands/{command}', { ...ids, command: 'start' }, {}, 'second');
  await as('officer', 'POST /v1/supervision/campaigns/{campaignId}/visits', ids, { place: ids['placeId'], division, residence: 'workplace', name: `${division}二期工地`, dueOn: '2026-12-10' });
  ids['figures'] = String((await as('supervisor', 'POST /v1/supervision/figures', ids, { title: `${division}二月统计`, kind: 'figures', period: '2026-02', division }))['figures']);
  await app.settled();
  ids['circular'] = String((await as('supervisor', 'POST /v1/supervision/circulars', ids, { number: `测调〔2026〕${division}号`, title: '二月调度', text: '请回复办理情况。', figures: ids['figures'], units: [{ department: DEPARTMENT, division }] }))['circular']);
  await app.settled();
  const seen = await as('officer', 'GET /v1/cases/{caseId}', ids);
  ids['clock'] = Object.keys(seen['clocks'] as object)[0]!;
  const history = await as('officer', 'GET /v1/cases/{caseId}/history', ids);
  const subject = (history['events'] as { data: { requester?: { subject: string } } }[])[0]!.data.requester!.subject;
  ids['subject'] = subject;
  const own = ['caseId', 'otherId', 'trackingCode', 'groupId', 'projectId', 'partner', 'campaignId', 'placeId', 'figures', 'circular', 'evidenceId'].map((id) => ids[id]!);
  return { division, subject, ids, person: `密${division}之1`, caseNumber: String(seen['caseNumber']), marks: [...own, employer, project, String(seen['caseNumber']), `arb-${division}`, `${division}二期工地`] };
}

export const projectOf = (division: string, project: string, name: string) => ({ project, name, sector: 'housing', division, owner: '测试建设单位', generalContractor: { name: '测试总承包有限公司' }, investment: 'government', startedOn: '2026-01-05' });

async function evidenceOf({ app, issuer }: World, division: string, caseId: string): Promise<string> {
  const form = new FormData();
  form.append('kind', 'debtNote');
  form.append('file', new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...Array.from(division, Number))]), '欠条.jpg');
  const response = await fetch(`${app.url}/v1/intake/cases/${caseId}/evidence`, { method: 'POST', body: form, headers: { authorization: `Bearer ${await issuer.token('officer', division)}` } });
  return ((await response.json()) as { evidence: string }).evidence;
}
