import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { refusalCatalogue } from '#libs/decider/refusal.js';
import { generalProblems } from '#libs/runtime/problem.js';
import { signWebhook } from '#libs/security/webhook.js';
import type { OpenApi, Operation, Schema } from '../access/arbitrary.js';
import { odd, spoilt, valid } from '../access/arbitrary.js';
import type { Rule } from '../access/rules.js';
import { rulesOf } from '../access/rules.js';
import type { Place, World } from '../access/world.js';
import { nowhere, OWN, pathOf, startWorld, wrongOf } from '../access/world.js';
import { replyOf } from '../work-orders.js';

/** One seed in every gate: FUZZ_SEED asks something else, FUZZ_PER_ROUTE asks more. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_130);
const PER_ROUTE = Number(process.env['FUZZ_PER_ROUTE'] ?? 8);
/** Names of queries that the lists know; each route takes some of them. */
const QUERIES = ['limit', 'cursor', 'asOf', 'minPosition', 'division', 'period', 'state', 'category', 'lead', 'caseNumber', 'from', 'on', 'q', 'language', 'format', 'year', 'colour', 'dueBefore', 'tier', 'sector', 'policy', 'size', 'seed'];
const GOOD = ['1', '50', '439901', '2026-03', '2026-03-02', '2026', 'true', 'csv', 'json', 'DISPATCHED', 'D01', 'inspectionBody', '439901-2026-D01-000001'];

/** Too slow, too large, too long, of no known type, too many: said of the API as a whole. */
const OF_EVERY_ROUTE = new Set([408, 413, 414, 415, 429, 431]);

interface Shot {
  readonly rule: Rule;
  readonly role: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

describe('Whatever is asked', () => {
  let world: World;
  let mine: Place;
  let document: OpenApi;
  beforeAll(async () => {
    world = await startWorld();
    mine = await world.place(OWN);
    document = (await (await fetch(`${world.app.url}/openapi.json`)).json()) as OpenApi;
  });
  afterAll(() => world?.stop());

  const operationOf = (route: string): Operation => {
    const [method, path] = route.split(' ') as [string, string];
    return document.paths[path]![method.toLowerCase()]!;
  };
  const odds = fc.oneof(fc.constantFrom(...odd.filter((one) => typeof one === 'string' && !/[\ud800]/.test(one)) as string[]), fc.string({ unit: 'binary' }).map((made) => Buffer.from(made).toString()), fc.constantFrom(...GOOD));
  /** Path parameters that exist, one by one replaced by what does not. */
  const paths = (route: string): fc.Arbitrary<string> => fc.tuple(fc.constantFrom(mine.ids, mine.ids, mine.ids, nowhere().ids), fc.constantFrom(...['none', 'none', ...[...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)]), odds)
    .map(([ids, replaced, value]) => pathOf(route, new Proxy(ids, { get: (from, name: string) => (name === replaced ? value : from[name]) })));
  const queries = (route: string): fc.Arbitrary<string> => {
    const named = (operationOf(route).parameters ?? []).filter((parameter) => parameter.in === 'query');
    const documented = fc.tuple(...named.map(({ name, schema = {} }) => fc.option(fc.oneof({ weight: 3, arbitrary: valid(schema, document, mine.ids, name).map(String) }, { weight: 1, arbitrary: odds })).map((value) => [name, value] as const)));
    const guessed = fc.array(fc.tuple(fc.constantFrom(...QUERIES), odds), { maxLength: named.length > 0 ? 0 : 2 });
    return fc.tuple(documented, guessed).map(([one, two]) => String(new URLSearchParams([...one, ...two].flatMap(([name, value]) => (value === null ? [] : [[name, value.replace(/[\ud800-\udfff]/g, '')]])))));
  };
  const bodies = (route: string): fc.Arbitrary<unknown> => {
    const schema = Object.values(operationOf(route).requestBody?.content ?? {})[0]?.schema;
    const fits = schema ? valid(schema, document, mine.ids) : fc.constantFrom<unknown>({}, { reason: '试验' });
    return fc.oneof(fits, spoilt(fits));
  };
  const shots = (rule: Rule): fc.Arbitrary<Shot> => fc.record({
    rule: fc.constant(rule), role: fc.constantFrom(...(rule.roles.length > 0 ? [...rule.roles, ...rule.roles, 'supervisor'] : ['officer'])), body: bodies(rule.route),
    path: fc.tuple(paths(rule.route), queries(rule.route)).map(([path, query]) => (query === '' ? path : `${path}?${query}`)),
    headers: fc.record({ 'accept-language': fc.constantFrom('zh', 'en', 'x;q=y', ''), 'if-match': fc.constantFrom('"1"', '*', 'x', '"99999999999"'), 'idempotency-key': fc.constantFrom('k', 'x'.repeat(300), '%00') }, { requiredKeys: [] }),
  });
  const fire = async ({ rule: { route, border }, role, path, body, headers }: Shot) => {
    const [method] = route.split(' ') as [string];
    const text = JSON.stringify(body) ?? '';
    const who = border === 'signed' && role !== 'operator' ? signWebhook(world.app.secrets['station']!, randomUUID(), Math.floor(Date.now() / 1000), method === 'POST' ? text : '') : { authorization: `Bearer ${await world.issuer.token(role, OWN)}` };
    const abort = new AbortController();
    const response = await fetch(world.app.url + path, { method, redirect: 'manual', signal: abort.signal, headers: { ...headers, ...who, ...(method === 'POST' && { 'content-type': 'application/json' }) }, ...(method === 'POST' && { body: text }) });
    if (!/event-stream/.test(response.headers.get('content-type') ?? '')) return replyOf(response);
    abort.abort();
    return { status: response.status, contentType: 'text/event-stream', text: '', json: {} as never };
  };
  /** What the document does not say of an answer's status or form. */
  const undocumented = (route: string, status: number, contentType: string): boolean => {
    if (OF_EVERY_ROUTE.has(status)) return false;
    const { responses } = operationOf(route);
    const told = responses[String(status)] ?? responses[`${String(status)[0]}XX`] ?? responses['default'];
    if (!told) return status < 300 || Object.keys(responses).some((each) => /^4/.test(each));
    const types = Object.keys(told.content ?? {});
    return types.length > 0 && !types.some((type) => contentType.startsWith(type.split(';')[0]!));
  };

  it('is answered as documented, with a problem of the catalogue or with what was asked for, and never by an error of ours', async () => {
    const rules = [...rulesOf().values()];
    const all = rules.flatMap((rule, i) => fc.sample(shots(rule), { seed: SEED + i, numRuns: PER_ROUTE }));
    const answered = new Map<number, number>();
    const wrong = await wrongOf(all.map((shot) => async () => {
      const { status, contentType, json } = await fire(shot);
      answered.set(status, (answered.get(status) ?? 0) + 1);
      const isProblem = status >= 400;
      const known = !isProblem || (contentType.startsWith('application/problem+json') && (refusalCatalogue.has(json.code) || Object.hasOwn(generalProblems, json.code)) && json.type === `urn:anxin:problem:${json.code.toLowerCase().replaceAll('_', '-')}` && json.status === status);
      return status < 500 && known && !undocumented(shot.rule.route, status, contentType) ? undefined : `${shot.rule.route} as ${shot.role}: ${status} ${contentType} ${json.code ?? ''} ← ${shot.path} ${JSON.stringify(shot.body)?.slice(0, 300)} ${JSON.stringify(shot.headers)}`;
    }));
    const named = rules.filter(({ route }) => Object.keys(operationOf(route).responses).some((status) => /^4/.test(status))).length;
    console.log(`fuzz: FUZZ_SEED=${SEED}, ${all.length} requests of ${rules.length} routes (${named} name their refusals): ${[...answered].sort().map(([status, n]) => `${status} ×${n}`).join(', ')}`);
    expect(wrong).toEqual([]);
    await world.app.settled();
    expect((await world.ask('GET /health/ready', undefined)).status).toBe(200);
  });

  it('with more than the form knows is refused, each field by its name', async () => {
    const extra = { roles: ['supervisor'], isAdmin: true, decidedBy: 'x', createdAt: '2020-01-01', position: '1', divisions: ['000000'], sealed: {}, subject: 'x' };
    const rules = [...rulesOf().values()].filter(({ route, border }) => route.startsWith('POST') && !['open', 'signed', 'system'].includes(border) && !route.includes('{command}') && operationOf(route).requestBody?.content['application/json']);
    const tries = rules.map((rule, i) => async () => {
      const named = Object.values(operationOf(rule.route).requestBody?.content ?? {})[0]?.schema;
      const schema: Schema | undefined = named?.$ref ? document.components?.schemas?.[named.$ref.split('/').at(-1)!] : named;
      const [made] = schema ? fc.sample(valid(schema, document, mine.ids), { seed: SEED + i, numRuns: 1 }) : [{}];
      const fields = Object.keys(extra).filter((field) => !Object.hasOwn(schema?.properties ?? {}, field) && !Object.hasOwn(made as object, field)).slice(0, 5);
      const body = { ...(made as object), ...Object.fromEntries(fields.map((field) => [field, extra[field as keyof typeof extra]])) };
      const [role, command] = [rule.roles.find((each) => each !== 'worker')!, rule.route];
      const { status, json } = await world.ask(command, await world.issuer.token(role, OWN), { place: mine, body });
      const refused = new Set(json.errors?.map(({ field }) => field));
      const taken = fields.filter((field) => !refused.has(field));
      return status === 400 && taken.length === 0 ? undefined : `${command} as ${role}: ${status} ${json.code ?? ''}, not refused: ${taken.join()} of ${JSON.stringify(body).slice(0, 200)}`;
    });
    console.log(`mass assignment: ${tries.length} writes`);
    expect(await wrongOf(tries)).toEqual([]);
  });
});
