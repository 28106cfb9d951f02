import { signWebhook } from '#libs/security/webhook.js';
import type { OpenApi } from '../access/arbitrary.js';
import type { Family } from '../access/hostile.js';
import { families, hostile, unkeepable } from '../access/hostile.js';
import { rulesOf } from '../access/rules.js';
import type { Place, World } from '../access/world.js';
import { NEXT, OWN, pathOf, startWorld, wrongOf } from '../access/world.js';
import { rowCounts } from '../whole-database.js';
import { replyOf, wageOrders } from '../work-orders.js';

const FAMILIES = Object.keys(families) as Family[];

describe('A text that is meant for somebody else', () => {
  let world: World;
  let mine: Place;
  let theirs: Place;
  let tables: readonly string[];
  let before: string;

  /** Every row that belongs to the neighbour's case, but for who tried to look. */
  const neighbours = async (): Promise<string> => JSON.stringify((await world.app.database.query(`SELECT * FROM es.events WHERE case_id = ANY($1) AND stream_id NOT LIKE 'access/%' ORDER BY pos`, [[theirs.ids['caseId'], theirs.ids['otherId']]])).rows);

  beforeAll(async () => {
    world = await startWorld();
    mine = await world.place(OWN);
    theirs = await world.place(NEXT);
    tables = Object.keys(await rowCounts(world.app.environment['DATABASE_URL']!));
    before = await neighbours();
  });
  afterAll(() => world?.stop());
  afterEach(async () => {
    await world.app.settled();
    expect(Object.keys(await rowCounts(world.app.environment['DATABASE_URL']!))).toEqual(tables);
    expect(await neighbours()).toBe(before);
    expect([({} as { polluted?: unknown }).polluted, Object.keys(Object.prototype)]).toEqual([undefined, []]);
  });

  it('of a field that stores words comes back letter by letter', async () => {
    const keep = async (text: string, i: number): Promise<string | undefined> => {
      const reason = `${text} #${i}`;
      const { status, json } = await world.ask('POST /v1/routing/cases/{caseId}/commands/name-officer', await world.issuer.token('officer', OWN), { place: mine, body: { order: 0, officer: `o-${i}`, reason } });
      if (status !== 200) return `${JSON.stringify(reason)}: ${status} ${JSON.stringify(json)}`;
      const { rows } = await world.app.database.query<{ data: string }>('SELECT data FROM es.events WHERE pos = $1', [json['position']]);
      return (JSON.parse(rows[0]!.data) as { reason: string }).reason === reason ? undefined : `${JSON.stringify(reason)} is kept as ${rows[0]!.data}`;
    };
    const wrong: string[] = [];
    for (const [i, text] of hostile.entries()) wrong.push(...[await keep(text, i)].filter((each) => each !== undefined)); // One by one: each needs the version that the last left.
    expect(wrong).toEqual([]);
  });

  it('in an address, a query or a header opens and breaks nothing', async () => {
    const gets = [...rulesOf().values()].filter(({ route, border }) => route.startsWith('GET') && border !== 'signed');
    const names = ['caseNumber', 'state', 'division', 'cursor', 'asOf', 'limit', 'period', 'metric', 'q', 'lead', 'sort', 'order', '__proto__[polluted]', 'constructor[prototype][polluted]', 'state[$ne]'];
    const { paths } = (await (await fetch(`${world.app.url}/openapi.json`)).json()) as OpenApi;
    const reached = new Set<string>();
    const tries = gets.flatMap(({ route, roles }, at) => {
      const documented = (paths[route.split(' ')[1]!]!['get']!.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
      const kept = unkeepable.filter((text) => Buffer.from(text).toString() === text);
      return [...FAMILIES.map((family, i) => families[family][(at + i) % families[family].length]!), kept[at % kept.length]!].map((text, i) => {
        const ids = new Proxy(mine.ids, { get: (from, name: string) => (i % 2 === 0 && route.includes(`{${name}}`) ? text : from[name]) });
        const query = `?${[...documented, names[(at + i) % names.length]!].map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`).join('&')}`;
        const header = Buffer.from(text.replace(/[\0-\x1f\x7f]/g, ' ')).toString('latin1').trim();
        return async () => {
          const began = performance.now();
          const answer = await world.ask(route, await world.issuer.token(roles[0] ?? 'officer', OWN), { place: { ids }, query, headers: { 'accept-language': header, 'idempotency-key': header, 'if-match': header, 'x-request-id': header } });
          const took = performance.now() - began;
          for (const name of documented) reached.add(`${route} ${name}`);
          const broken = answer.status >= 500 || answer.headers.get('set-cookie')?.includes('a=b') || (took > 4_500 && /sleep/.test(text));
          return broken ? `${pathOf(route, ids)}${query}: ${answer.status} ${answer.text.slice(0, 200)}` : undefined;
        };
      });
    });
    expect(await wrongOf(tries)).toEqual([]);
    console.log(`injection: ${tries.length} addresses; ${reached.size} parameters of ${gets.length} routes reached by ${FAMILIES.length} families`);
  });

  it('in an order of a channel comes back to who may read it as it was written', async () => {
    const back = async (text: string, i: number): Promise<string | undefined> => {
      const body = JSON.stringify({ ...wageOrders['station']!(`H-${i}`, '2026-03-02T10:15:00+08:00'), text, employer: { name: `${text}公司` }, requester: { name: `密${i}`, phone: `1391${String(1000000 + i)}` }, attachments: [] });
      const signed = signWebhook(world.app.secrets['station']!, `hostile-${i}`, Math.floor(Date.now() / 1000), body);
      const { status, json, text: said } = await replyOf(await fetch(`${world.app.url}/v1/channels/station/work-orders`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...signed } }));
      if (status === 400 && json.errors?.every(({ field }) => /^(text|employer\.name)$/.test(field))) return undefined;
      const read = await world.ask('POST /v1/audit/cases/{caseId}/personal-data', await world.issuer.token('officer', OWN), { place: { ids: { caseId: String(json['caseId']) } }, body: { fields: ['text'], reason: '联系诉求人' } });
      return (read.json['personal'] as { text?: string } | undefined)?.text === text ? undefined : `${JSON.stringify(text)}: ${status} ${said.slice(0, 200)} ${read.text.slice(0, 200)}`;
    };
    expect(await wrongOf(hostile.map((text, i) => () => back(text, i)))).toEqual([]);
  });
});
