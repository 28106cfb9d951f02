import { randomUUID } from 'node:crypto';
import { administrators, roleNames } from '#libs/security/roles.js';
import { signWebhook } from '#libs/security/webhook.js';
import type { Reply } from '../work-orders.js';
import type { Rule } from '../access/rules.js';
import { rulesOf } from '../access/rules.js';
import type { Asked, Place, World } from '../access/world.js';
import { NEXT, nowhere, OWN, projectOf, startWorld, wrongOf } from '../access/world.js';

/** How a caller stands to 439901, where the things of the test are. */
const INSIDE = { own: [OWN], city: ['439900'], nation: ['000000'], 'two places': ['110000', OWN] };
const OUTSIDE = { street: ['439901001'], neighbour: [NEXT], 'other city': ['439800'], 'other province': ['110000'], nobody: [] };
/** What comes after `commands/` where the document names no step: one that a role of the rule may take. */
const STEPS: Readonly<Record<string, readonly [command: string, role: string]>> = {
  'POST /v1/intake/groups/{groupId}/commands/{command}': ['change-lead', 'officer'], 'POST /v1/resolution/projects/{projectId}/commands/{command}': ['announce-closing', 'officer'],
  'POST /v1/supervision/partners/{partner}/commands/{command}': ['remove-partner', 'supervisor'], 'POST /v1/supervision/campaigns/{campaignId}/commands/{command}': ['close', 'supervisor'],
  'POST /v1/supervision/visits/{placeId}/commands/{command}': ['record-visit', 'officer'], 'POST /v1/resolution/tribunals/{division}/commands/{command}': ['open-room', 'supervisor'],
  'POST /v1/routing/units/{division}/{department}/commands/{command}': ['enrol-officer', 'supervisor'], 'POST /v1/intake/groups/{groupId}/members/commands/{command}': ['classify-demand', 'officer'],
  'POST /v1/routing/groups/{groupId}/members/commands/{command}': ['sign-order', 'officer'], 'POST /v1/resolution/groups/{groupId}/members/commands/{command}': ['contact-requester', 'officer'],
  'POST /v1/supervision/groups/{groupId}/members/commands/{command}': ['answer-escalation', 'officer'],
};
/** Bodies without which the form is refused before anybody looks for what is addressed. */
const BODIES: Readonly<Record<string, (ids: Place['ids']) => object>> = {
  'POST /v1/audit/cases/{caseId}/personal-data': () => ({ fields: ['phone'], reason: '联系诉求人' }), 'POST /v1/intake/cases/{caseId}/personal-data-copy': () => ({ reason: '本人到窗口申请复制' }), 'POST /v1/supervision/visits/{placeId}/notes': () => ({ reason: '试验：看看' }),
  'POST /v1/supervision/circulars/{circular}/receive': ({ division, department }) => ({ division, department }), 'POST /v1/supervision/circulars/{circular}/answer': ({ division, department }) => ({ division, department, answer: '已核实办理。' }),
  'POST /v1/resolution/cases/{caseId}/papers/{kind}': () => ({}), 'POST /v1/intake/erasures/{subject}/reject': () => ({ reason: '试验：没有申请' }),
  'POST /v1/supervision/campaigns/{campaignId}/visits': ({ division, placeId }) => ({ place: placeId, division, residence: 'workplace', name: '另一处工地', dueOn: '2026-12-10' }),
};
/** Of these the test has none: only that what is elsewhere and what is nowhere look alike. early-warning.e2e.ts and erasure.e2e.ts have them. */
const HAS_NONE = /\/signs\/|\/erasures\//;
/** Taken apart before anybody looks whose it is: files. imports.e2e.ts and evidence.e2e.ts hand them in. */
const FILES = /\/roster$|\/evidence$/;
/** What one of the neighbour's may not do with the things of this place, by what its body or its path names. */
const NAMED: Readonly<Record<string, readonly [role: string, body: (ids: Place['ids']) => object]>> = {
  'POST /v1/intake/enquiries': ['officer', ({ division, projectId }) => ({ enquiry: projectId, question: '工资怎么要？', topic: 'D01', section: '监察科', division, channel: '12345', callerPhone: '13900007701' })],
  'POST /v1/intake/groups': ['officer', ({ caseId, otherId }) => ({ group: caseId, ground: 'together', members: [caseId, otherId].map((each) => ({ caseId: each })) })],
  'POST /v1/intake/erasures': ['supervisor', ({ caseId }) => ({ caseId, basis: 'personAsked', reason: '试验：本人申请' })],
  'POST /v1/resolution/projects': ['officer', ({ division, caseId }) => projectOf(division!, caseId!, '测试大桥')],
  'POST /v1/resolution/coordinators/{coordinator}/commands/assign-beat': ['officer', () => ({ divisions: [NEXT] })], 'POST /v1/resolution/coordinators/{coordinator}/commands/end-beat': ['supervisor', () => ({})],
  'POST /v1/resolution/hearings': ['arbitrator', ({ caseId }) => ({ caseId, on: '2026-03-20', from: '09:00', to: '10:00', room: '一庭' })], 'POST /v1/resolution/hearings/release': ['arbitrator', ({ caseId }) => ({ caseId, on: '2026-03-20' })],
  'POST /v1/supervision/partners/points': ['officer', ({ division, caseId }) => ({ partner: caseId, name: '测试新园区', kind: 'otherPark', division, every: 'month' })],
  'POST /v1/supervision/partners/stations': ['officer', ({ division, caseId }) => ({ partner: caseId, name: '测试服务站', division, place: division, host: 'office' })],
  'POST /v1/supervision/partners/units': ['officer', ({ division, caseId }) => ({ partner: caseId, name: '测试服务单位', division, services: ['legalAid'] })],
  'POST /v1/supervision/campaigns': ['supervisor', ({ division, caseId }) => ({ campaign: caseId, kind: 'visits', title: '另一次走访', division, year: 2026, source: 'S-SH21', dueOn: '2026-12-31' })],
  'POST /v1/supervision/figures': ['supervisor', ({ division }) => ({ title: '邻区统计', kind: 'figures', period: '2026-02', division })],
  'POST /v1/supervision/circulars': ['supervisor', ({ division, department, figures }) => ({ number: '测调〔2026〕9号', title: '调度', text: '请回复。', figures, units: [{ department, division }] })],
  'POST /v1/audit/bundles': ['auditor', ({ caseId }) => ({ cases: [caseId] })], 'POST /v1/audit/who-looked': ['auditor', ({ caseId }) => ({ caseId, reason: '季度抽查' })],
};
/** What all three administrators may look at: the channels and their keys, without a secret. */
const SHARED_LOOKS = ['GET /v1/channels'];
/** So that a list answers with what it has. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /v1/intake/answers': '?q=%E5%B7%A5%E8%B5%84', 'GET /v1/resolution/hearings': `?division=${OWN}&on=2026-03-20`, 'GET /v1/resolution/hearings/calendar': `?division=${OWN}&from=2026-03-02`, 'GET /v1/resolution/hearings/waiting': `?division=${OWN}`,
  'GET /v1/resolution/hearings/slots': `?division=${OWN}&from=2026-03-02`, 'GET /v1/supervision/statistics/league': '?period=2026-03', 'GET /v1/supervision/statistics/cases': '?period=2026-03&metric=signing',
  'GET /v1/supervision/statistics/export': '?period=2026-03&format=csv', 'GET /v1/supervision/statistics/extract': '?year=2026&format=json', 'GET /v1/supervision/statistics': '?period=2026-03', 'GET /v1/resolution/coordinators/desk': `?coordinator=coordinator-${NEXT}`,
};

describe('Access', () => {
  let world: World;
  let mine: Place;
  let theirs: Place;
  let rules: ReadonlyMap<string, Rule>;
  /** What every list, count and figure said here while the neighbour had nothing. */
  let alone: ReadonlyMap<string, string>;
  const counted = { requests: 0, refused: 0 };

  /** Asks, and looks whether the answer tells of the neighbour's things to somebody who has no part in it. */
  const ask = async (route: string, role: string, divisions: readonly string[], asked: Asked = {}, sub?: string): Promise<Reply & { leaks: readonly string[] }> => {
    const answer = await world.ask(route, await world.issuer.token(role, divisions, sub === undefined ? {} : { sub }), asked);
    counted.requests += 1;
    if ([401, 403].includes(answer.status)) counted.refused += 1;
    const sees = divisions.some((division) => ['000000', '439900', NEXT].includes(division));
    const named = JSON.stringify([asked.place && { ...asked.place.ids }, asked.query, asked.body]); // What was asked for may come back in the answer.
    return { ...answer, leaks: sees ? [] : theirs.marks.filter((mark) => !named.includes(mark) && answer.text.includes(mark)) };
  };
  const said = (route: string, who: string, { status, text, leaks }: Reply & { leaks: readonly string[] }) => `${route} as ${who}: ${status} ${text.slice(0, 300)}${leaks.length > 0 ? ` LEAKS ${leaks.join()}` : ''}`;
  const of = (route: string, place: Pick<Place, 'ids'>, command = STEPS[route]?.[0]): Asked => ({ place: { ids: command === undefined ? place.ids : new Proxy(place.ids, { get: (ids, name: string) => (name === 'command' ? command : ids[name]) }) }, body: (BODIES[route] ?? (() => ({ nosuchfield: 1 })))(place.ids) });

  /** But for where the log stands, which is everybody's; the report of an audit is of the whole log. */
  async function everythingSeen(): Promise<ReadonlyMap<string, string>> {
    const seen = new Map<string, string>();
    const readable = [...rules.values()].filter(({ route, border }) => route.startsWith('GET') && ['rows', 'case', 'thing', 'shared', 'unit'].includes(border) && !/\/stream$|\/audit\/report$|\/bundle$|\/papers\/\{file\}$|\/evidence\//.test(route));
    await wrongOf(readable.flatMap(({ route, roles }) => roles.filter((role) => role !== 'worker').map((role) => async () => {
      const { status, text } = await world.ask(route, await world.issuer.token(role, OWN), { place: mine, query: QUERIES[route] ?? '' });
      seen.set(`${route} as ${role}`, `${status} ${text.replace(/("position":"|计算位置,)\d+/g, '$1')}`);
      return undefined;
    })));
    return seen;
  }

  beforeAll(async () => {
    rules = rulesOf();
    world = await startWorld();
    mine = await world.place(OWN);
    alone = await everythingSeen();
    theirs = await world.place(NEXT);
  });
  afterAll(() => {
    console.log(`access: ${counted.requests} requests, ${counted.refused} refused with 401 or 403`);
    return world?.stop();
  });

  it('has a rule for every route of the document, and no other', async () => {
    const { paths } = (await (await fetch(`${world.app.url}/openapi.json`)).json()) as { paths: Record<string, object> };
    const served = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect([...rules.keys()].sort()).toEqual(served.sort());
  });

  it('is to one’s own: nothing that happens at the neighbour’s changes a word, a count or a figure here', async () => {
    const together = await everythingSeen();
    const changed = [...alone].flatMap(([what, before]) => (together.get(what) === before ? [] : [`${what}: ${before.slice(0, 400)} → ${together.get(what)?.slice(0, 400)}`]));
    expect([alone.size > 250, changed]).toEqual([true, []]);
  }, 300_000);

  it('is for the roles of a route alone', async () => {
    const closed = [...rules.values()].filter(({ border }) => !['open', 'signed'].includes(border));
    const tries = closed.flatMap(({ route, roles }) => roleNames.map((role) => async () => {
      const answer = await ask(route, role, [OWN], { ...of(route, mine, 'no-such-step'), query: QUERIES[route] ?? '' });
      const refused = answer.status === 403 && ['ROLE_NOT_ALLOWED', 'NOT_YOUR_ROLE'].includes(answer.json.code);
      return refused === roles.includes(role) || answer.status === 401 || answer.status >= 500 || answer.leaks.length > 0 ? said(route, role, answer) : undefined;
    }));
    expect(await wrongOf(tries)).toEqual([]);
  }, 300_000);

  it('ends at the borders of the divisions: what lies outside is as if it were not', async () => {
    const bound = [...rules.values()].filter(({ route, border }) => ['case', 'thing', 'shared', 'unit'].includes(border) && !FILES.test(route));
    const tries = bound.flatMap(({ route, roles, border }) => {
      const [outside, hidden] = [border === 'shared' ? { ...OUTSIDE, street: ['439902001'] } : OUTSIDE, border === 'unit' ? 403 : 404];
      let nothing: ReturnType<typeof ask> | undefined;
      const asNothing = async (answer: Reply): Promise<boolean> => answer.status === hidden && answer.text === (await (nothing ??= ask(route, STEPS[route]?.[1] ?? roles[0]!, [OWN], of(route, nowhere())))).text;
      return (STEPS[route] ? [STEPS[route][1]] : roles.filter((role) => role !== 'worker')).flatMap((role) => [
        ...Object.entries(INSIDE).map(([how, divisions]) => async () => {
          const answer = await ask(route, role, divisions, of(route, mine));
          const reached = HAS_NONE.test(route) || (![401, 404].includes(answer.status) && !['ROLE_NOT_ALLOWED', 'NOT_YOUR_ROLE', 'NOT_YOUR_UNIT'].includes(answer.json.code));
          return reached && answer.status < 500 ? undefined : said(route, `${role} of ${how}`, answer);
        }),
        ...Object.entries(outside).map(([how, divisions]) => async () => {
          const answer = await ask(route, role, divisions, of(route, mine));
          return (await asNothing(answer)) ? undefined : said(route, `${role} of ${how}`, answer);
        }),
        async () => {
          const answer = await ask(route, role, [OWN], of(route, theirs));
          return (await asNothing(answer)) ? undefined : said(route, `${role}, of the neighbour's`, answer);
        },
      ]);
    });
    expect(await wrongOf(tries)).toEqual([]);
  }, 300_000);

  it('holds for every moment of a case, for its proofs, and for whatever is asked of it in words', async () => {
    const { rows } = await world.app.database.query<{ pos: string }>('SELECT max(pos) AS pos FROM es.events');
    const moments = ['0', '1', rows[0]!.pos, '999999999', '2026-03-02T10:20:00+08:00', '2020-01-01T00:00:00Z', 'x'];
    const routes = ['GET /v1/cases/{caseId}', 'GET /v1/cases/{caseId}/history', 'GET /v1/audit/cases/{caseId}/replay'];
    const wrong = await wrongOf(routes.flatMap((route) => moments.flatMap((moment) => [mine, theirs].map((place) => async () => {
      const query = `?asOf=${encodeURIComponent(moment)}`;
      const [answer, nothing] = [await ask(route, 'supervisor', [OWN], { place, query }), await ask(route, 'supervisor', [OWN], { place: nowhere(), query })];
      const hidden = answer.text === nothing.text;
      return place === theirs ? (hidden ? undefined : said(route, moment, answer)) : hidden && moment === moments[2] ? said(route, moment, answer) : undefined;
    }))));
    expect(wrong).toEqual([]);
    for (const query of [`?caseNumber=${theirs.caseNumber}`, `?division=${NEXT}`, `?division=${NEXT}&closed=false&limit=1`]) expect((await ask('GET /v1/cases', 'supervisor', [OWN], { query })).json).toMatchObject({ cases: [], total: 0, next: null });
    for (const query of [`?period=2026-03&division=${NEXT}`, `?period=2026-03&division=439900`]) expect((await ask('GET /v1/supervision/statistics', 'supervisor', [OWN], { query })).json).toMatchObject({ status: 403, code: 'STATISTICS_OUTSIDE' });
    expect((await ask('POST /v1/audit/who-looked', 'auditor', [OWN], { body: { name: theirs.person, reason: '季度抽查' } })).json).toMatchObject({ found: 0, cases: [] });
    expect((await ask('POST /v1/audit/who-looked', 'auditor', [NEXT], { body: { name: theirs.person, reason: '季度抽查' } })).json).toMatchObject({ found: 1 });
  }, 300_000);

  it('keeps what a body names inside the divisions of whoever sends it, and stores nothing of the rest', async () => {
    expect(Object.keys(NAMED).sort()).toEqual([...rules.values()].filter(({ border }) => border === 'named').map(({ route }) => route).sort());
    const events = async (): Promise<number> => (await world.app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM es.events WHERE type NOT IN ('audit.look-refused', 'audit.reading-refused', 'audit.access-reviewed')`)).rows[0]!.n;
    const before = await events();
    const outside = await Promise.all(Object.entries(NAMED).map(async ([route, [role, body]]) => {
      const { status, json } = await ask(route, role, [NEXT], { place: mine, body: body(mine.ids) }, `${role}-${NEXT}`);
      return [route, status, json.code];
    }));
    expect(outside.filter(([, status]) => ![400, 403, 404].includes(Number(status)))).toEqual([]);
    expect(await events()).toBe(before);
  }, 300_000);

  it('lets a body take steps on its own orders alone', async () => {
    const step = async (command: string, body: object, departments: readonly string[]) => {
      const token = await world.issuer.token('officer', OWN, { sub: 'of-a-body', departments });
      const { status, json } = await world.ask(`POST /v1/${command.replace('/', '/cases/{caseId}/commands/')}`, token, { place: mine, body });
      return `${status} ${json.code ?? ''}`;
    };
    for (const [command, body] of [['routing/name-officer', { order: 0, officer: 'o-1' }], ['resolution/contact-requester', { order: 0, reached: true }], ['resolution/give-reply', { order: 0, reply: '已受理。' }], ['resolution/conclude-order', { order: 0, result: 'paid' }]] as const) {
      expect([command, await step(command, body, ['arbOffice'])]).toEqual([command, '403 NOT_YOUR_ORDER']);
      expect([command, await step(command, body, ['inspectionBody'])]).not.toEqual([command, '403 NOT_YOUR_ORDER']);
    }
    expect(await step('routing/maintain-dispatch', { order: 0, ground: '三定', reason: '不成立' }, ['inspectionBody'])).toBe('403 OWN_REFUSAL');
    expect((await ask('GET /v1/cases/{caseId}', 'officer', [OWN], { place: mine })).status).toBe(200);
  });

  it('shows the person the own case, and nobody else’s', async () => {
    const asWorker = async (route: string, sub: string, place: Place) => (await ask(route, 'worker', [OWN, '000000'], of(route, place), sub)).status;
    const own = [...rules.values()].filter(({ route, roles, border }) => border === 'case' && roles.includes('worker') && !(FILES.test(route) && route.startsWith('POST')));
    expect(own.length).toBeGreaterThan(20);
    expect(await wrongOf(own.map(({ route }) => async () => {
      const statuses = [await asWorker(route, mine.subject, mine), await asWorker(route, 'somebody', mine), await asWorker(route, mine.subject, theirs)];
      return [200, 400].includes(statuses[0]!) && statuses[1] === 404 && statuses[2] === 404 ? undefined : `${route}: ${statuses.join()}`;
    }))).toEqual([]);
  });

  it('of a channel ends at its own deliveries', async () => {
    const asChannel = (channel: string, path: string, body = '', key = channel) => fetch(`${world.app.url}/v1/channels/${channel}/deliveries${path}`, { ...(body && { method: 'POST', body }), headers: { ...(body && { 'content-type': 'application/json' }), ...signWebhook(world.app.secrets[key]!, randomUUID(), Math.floor(Date.now() / 1000), body) } });
    const { deliveries } = (await (await asChannel('station', '')).json()) as { deliveries: { id: string; channel: string }[] };
    expect([deliveries.length > 0, new Set(deliveries.map(({ channel }) => channel))]).toEqual([true, new Set(['station'])]);
    expect(((await (await asChannel('12345', '')).json()) as { deliveries: object[] }).deliveries).toEqual([]);
    expect((await asChannel('station', '', '', '12345')).status).toBe(401);
    const { roles } = rules.get('GET /v1/channels/{channel}/deliveries')!;
    for (const role of roleNames.filter((each) => each !== 'channel')) expect([role, (await ask('GET /v1/channels/{channel}/deliveries', role, [OWN], { place: mine })).status]).toEqual([role, roles.includes(role) ? 200 : 403]);
    const id = deliveries[0]!.id;
    expect([(await asChannel('12345', `/${id}/redrive`, '{}')).status, (await asChannel('station', `/${id}/redrive`, '{}')).status]).toEqual([404, 200]);
  });

  it('by tracking code shows the way, and nobody', async () => {
    const route = 'GET /v1/track/{trackingCode}';
    const tracked = await world.ask(route, undefined, { place: mine });
    expect([tracked.status, tracked.json['state'] !== undefined]).toEqual([200, true]);
    for (const personal of ['密', mine.person, mine.subject, mine.ids['caseId']!, 'subject', 'sealed', '劳务公司']) expect([personal, tracked.text.includes(personal)]).toEqual([personal, false]);
    const code = mine.ids['trackingCode']!;
    for (const trackingCode of [`${code.slice(0, 9)}${code[9] === 'A' ? 'B' : 'A'}`, 'AAAAAAAAAA', code.toLowerCase(), mine.ids['caseId']!, `${code}\n`, '../../metrics']) expect([trackingCode, (await world.ask(route, undefined, { place: { ids: { trackingCode } } })).status]).toEqual([trackingCode, 404]);
  });

  it('is the work of one administrator each, and never of two', async () => {
    const allowed = (role: string): Set<string> => new Set([...rules.values()].filter(({ roles, border }) => roles.includes(role) && !['law', 'own'].includes(border)).map(({ route }) => route));
    for (const [one, other] of administrators.flatMap((role) => administrators.filter((each) => each !== role).map((each) => [role, each] as const))) {
      const [own, foreign] = [allowed(one), allowed(other)];
      expect([one, other, [...own].filter((route) => foreign.has(route))]).toEqual([one, other, SHARED_LOOKS]);
      const both = await world.issuer.signed({ roles: [one, other, 'supervisor'], sub: `${one}-${other}` });
      const closed = [...rules.values()].filter(({ border }) => !['open', 'signed'].includes(border));
      expect(await wrongOf(closed.map(({ route }) => async () => {
        const { status, json } = await world.ask(route, both, of(route, mine));
        return status === 403 && json.code === 'ADMINISTRATORS_APART' ? undefined : `${route} as ${one} and ${other}: ${status} ${json.code}`;
      }))).toEqual([]);
    }
    for (const role of administrators) expect([role, [...allowed(role)].filter((route) => route.includes('/commands/'))]).toEqual([role, []]);
  });

  it('refused is on record: what is a person’s in the log, everything else in the counter', async () => {
    const readings = [
      ['POST /v1/audit/cases/{caseId}/personal-data', 'officer', 'personalData'], ['GET /v1/audit/cases/{caseId}/bundle', 'auditor', 'bundle'], ['GET /v1/audit/cases/{caseId}/replay', 'auditor', 'replay'],
      ['GET /v1/intake/cases/{caseId}/evidence/{evidenceId}', 'officer', 'evidence'], ['GET /v1/resolution/cases/{caseId}/papers/{file}', 'officer', 'paper'],
    ] as const;
    for (const [route, role, reading] of readings) {
      for (const [as, divisions] of [[role, ['110000']], ['policy', [OWN]]] as const) await ask(route, as, divisions, of(route, mine), `${as}-${reading}`);
      const { rows } = await world.app.database.query<{ data: string }>(`SELECT data FROM es.events WHERE type = 'audit.reading-refused' AND case_id = $1 AND data::jsonb ->> 'reading' = $2 AND data::jsonb ->> 'by' LIKE $3 ORDER BY pos`, [mine.ids['caseId'], reading, `%-${reading}`]);
      expect([route, rows.map(({ data }) => (JSON.parse(data) as { code: string }).code)]).toEqual([route, ['NO_SUCH_CASE', 'ROLE_NOT_ALLOWED']]);
    }
    const total = async (): Promise<number> => [...(await (await fetch(`${world.app.url}/metrics`)).text()).matchAll(/^anxin_refused_access_total\{[^}]*\} (\d+)/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
    const [before, countedBefore] = [await total(), counted.refused];
    await Promise.all(roleNames.map((role) => ask('GET /v1/audit/report', role, [OWN])));
    expect([await total() - before, counted.refused - countedBefore]).toEqual([roleNames.length - 1, roleNames.length - 1]);
    expect(counted.requests).toBeGreaterThan(3_000);
  });
});
