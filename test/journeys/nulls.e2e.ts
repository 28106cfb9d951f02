import { randomUUID } from 'node:crypto';
import { kebab } from '#libs/contracts/event.js';
import { signWebhook } from '#libs/security/webhook.js';
import { Office } from '../../demo/office.js';
import { playOut } from '../../demo/officers.js';
import type { Fate } from '../../demo/orders.js';
import { syntheticId } from '../../demo/orders.js';
import type { OpenApi, Operation, Schema } from '../access/arbitrary.js';
import { inDepth, leastOf, nullsIn, plain, withNulls } from '../access/nulls.js';
import type { Rule } from '../access/rules.js';
import { rulesOf } from '../access/rules.js';
import type { Place, World } from '../access/world.js';
import { NEXT, OWN, pathOf, startWorld } from '../access/world.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { replyOf, send } from '../work-orders.js';

interface Form { readonly rule: Rule; readonly schema: Schema; readonly command: string | undefined; readonly deep: boolean }
interface Stored { readonly type: string; readonly data: unknown }

/** Everything that a field may be left out of is left out twice, once by saying null: nobody can tell which, neither the caller nor the log. */
describe('Null in a field that may be left out', () => {
  describe('of any route', () => {
    let world: World;
    let document: OpenApi;
    let places: readonly Place[];
    beforeAll(async () => {
      world = await startWorld();
      places = [await world.place(OWN), await world.place(NEXT)];
      document = (await (await fetch(`${world.app.url}/openapi.json`)).json()) as OpenApi;
    });
    afterAll(() => world?.stop());

    const operationOf = (route: string): Operation => document.paths[route.split(' ')[1]!]!['post']!;
    /** Of a route that takes several forms, each by the name of its example: the command, or the channel. */
    const formsOf = (rule: Rule): readonly Form[] => {
      const media = operationOf(rule.route).requestBody?.content['application/json'] as { schema: Schema & { anyOf?: readonly Schema[] }; examples?: Readonly<Record<string, { value: object }>> } | undefined;
      if (!media) return [];
      const several = media.schema.anyOf?.map((each) => ({ of: each.$ref!.split('/').at(-1)!, schema: plain(each, document) })).sort((a, b) => Object.keys(a.schema.properties ?? {}).length - Object.keys(b.schema.properties ?? {}).length);
      const formOf = (command: string, value: object): Schema => (several!.find(({ of }) => kebab(of) === command) ?? several!.find(({ schema }) => fits(value, schema))!).schema;
      const named = several ? Object.entries(media.examples ?? {}).map(([command, { value }]) => ({ command, schema: formOf(command, value) })) : [{ command: undefined, schema: plain(media.schema, document) }];
      return named.flatMap(({ command, schema }) => [false, true].map((deep) => ({ rule, command, deep, schema: deep ? inDepth(schema) : schema })));
    };

    /** What the form is answered in a place, with its nulls said or left out. */
    const asked = async ({ rule, schema, command }: Form, { ids, division }: Place, fill: typeof withNulls): Promise<{ status: number; said: string }> => {
      const fresh = Object.fromEntries(['group', 'project', 'partner', 'campaign', 'place', 'into', 'finding', 'enquiry', 'transfer', 'externalId', 'orderNo', 'ticketNo', 'clueNo', 'formId'].map((name) => [name, randomUUID()]));
      const known = { ...fresh, name: `试${division}`, realName: `密${division}`, phone: `13900${division}`, idNumber: syntheticId(Number(division.slice(-2))), division, department: ids['department'], caseId: ids['caseId'], other: ids['otherId'], lead: ids['caseId'], receivedAt: NOW, callTime: NOW, acceptedTime: NOW, submittedAt: NOW, sentAt: NOW, areaCode: division, region: division, at: NOW };
      const body = JSON.stringify(fill(schema, leastOf(schema, known)));
      const channel = rule.border === 'signed' && command !== undefined ? command : 'station';
      const path = pathOf(rule.route, { ...ids, channel, ...(command !== undefined && { command }) });
      const role = rule.roles.find((each) => each !== 'worker') ?? rule.roles[0];
      const signed = world.app.secrets[channel] ? signWebhook(world.app.secrets[channel], randomUUID(), Math.floor(Date.now() / 1000), body) : {};
      const who = rule.border === 'signed' ? signed : role === undefined ? {} : { authorization: `Bearer ${await world.issuer.token(role, division)}` };
      const { status, json } = await replyOf(await fetch(`${world.app.url}${path}`, { method: 'POST', redirect: 'manual', body, headers: { 'content-type': 'application/json', ...who } }));
      return { status, said: JSON.stringify([status, json.code, json['outcome'], json['events'], json.errors?.map(({ field }) => field).sort()]) };
    };

    it('is answered as if it were not there, never by an error of ours, and stores no null', async () => {
      const forms = [...rulesOf().values()].filter(({ route }) => route.startsWith('POST')).flatMap(formsOf);
      const [nulls, absent] = [[], []] as { status: number; said: string }[][];
      const marks = [await headOf(world.app)];
      for (const [place, fill, answers] of [[places[0]!, withNulls, nulls!], [places[1]!, <T>(_: unknown, body: T): T => body, absent!]] as const) {
        for (const form of forms) answers.push(await asked(form, place, fill));
        await world.app.settled(SETTLE_MS);
        marks.push(await headOf(world.app));
      }
      const wrong = forms.flatMap((form, i) => (nulls![i]!.status < 500 && nulls![i]!.said === absent![i]!.said ? [] : [`${form.rule.route} ${form.command ?? ''}${form.deep ? ' (deep)' : ''}: ${nulls![i]!.said}, left out: ${absent![i]!.said}`]));
      const done = nulls!.filter(({ status }) => status < 300).length;
      console.log(`nulls: ${forms.length} forms of ${new Set(forms.map(({ rule }) => rule.route)).size} routes, ${done} done`);
      expect(wrong).toEqual([]);
      expect(done).toBeGreaterThan(60); // Else it would be a test of refusals alone.
      const [said, left] = [await between(world.app, marks[0]!, marks[1]!), await between(world.app, marks[1]!, marks[2]!)];
      expect(differing(said, left)).toEqual([]);
    }, 600_000);
  });

  describe('of any step on the way of a case', () => {
    let app: App;
    let document: OpenApi;
    beforeAll(async () => {
      app = await startApp({ now: NOW });
      document = (await (await fetch(`${app.url}/openapi.json`)).json()) as OpenApi;
    });
    afterAll(() => app?.stop());

    class NullOffice extends Office {
      override async call<Body>(role: string, method: string, path: string, body?: object): Promise<Body> {
        const route = path.replace(/cases\/[0-9a-f-]{36}/, 'cases/{caseId}');
        const schema = document.paths[route]?.['post']?.requestBody?.content['application/json']?.schema;
        return super.call(role, method, path, body && schema ? withNulls(plain(schema, document), body) : body);
      }
    }
    const file = async (fate: string): Promise<string> => {
      const toArbitration = /^(arbitrating|award|conciliated)/.test(fate);
      const { json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, {
        externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', division: '439901', text: '密，请求处理。', requester: { name: `密${randomUUID().slice(0, 6)}`, phone: '13900007701' }, employer: { name: '测试制造公司' }, category: 'D01',
        ...(toArbitration ? { origin: 'arbitrationWindow', facts: { workers: 1, amount: 9600, months: 3, applicationReceived: '2026-03-02', respondentReachable: true } } : { demandKind: 'complaint', facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' } }),
      });
      return json['caseId'] as string;
    };

    it('leaves the same history as a case of which it was left out', async () => {
      const nullOffice = new NullOffice(app.url, app.issuer);
      const lives = await Promise.all(FATES.map(async (fate) => {
        const [said, left] = await Promise.all([file(fate), file(fate)]);
        const ends = await Promise.all([playOut(nullOffice, said, fate, NOW), playOut(app.office, left, fate, NOW)]);
        return { fate, said, left, ends };
      }));
      expect(lives.flatMap(({ ends }) => ends.filter((end) => end !== undefined))).toEqual([]);
      await app.settled();
      const wrong = await Promise.all(lives.map(async ({ fate, said, left }) => [fate, ...differing(await historyOf(app, said), await historyOf(app, left), true)]));
      expect(wrong.filter(([, ...differences]) => differences.length > 0)).toEqual([]);
    }, 300_000);
  });
});

/** Every form of every route leaves thousands of events to each consumer. */
const SETTLE_MS = 240_000;
const NOW = '2026-03-02T10:20:00+08:00';
const FATES: readonly Fate[] = ['signed', 'objected', 'redispatched', 'mediatedPaid', 'mediationFailed', 'ordered', 'arbitrating', 'awardedPaid', 'conciliated', 'relieved', 'called', 'reopened', 'carried', 'supplemented'];

function fits(value: object, { required = [], properties = {} }: Schema): boolean {
  return required.every((name) => Object.hasOwn(value, name)) && Object.keys(value).every((name) => Object.hasOwn(properties, name));
}

async function headOf({ database }: App): Promise<string> {
  return (await database.query<{ pos: string }>('SELECT coalesce(max(pos), 0)::text AS pos FROM es.events')).rows[0]!.pos;
}

async function between({ database }: App, after: string, upTo: string): Promise<readonly Stored[]> {
  return (await database.query<Stored>('SELECT type, data::jsonb AS data FROM es.events WHERE pos > $1 AND pos <= $2 ORDER BY pos', [after, upTo])).rows;
}

async function historyOf({ database }: App, caseId: string): Promise<readonly Stored[]> {
  return (await database.query<Stored>('SELECT type, data::jsonb AS data FROM es.events WHERE case_id = $1 ORDER BY pos', [caseId])).rows;
}

/** Events of the one that hold null where those of the other never do; and, where both must be the same, types that only one has. */
function differing(one: readonly Stored[], other: readonly Stored[], alike = false): readonly string[] {
  const nullsOf = (events: readonly Stored[]): ReadonlyMap<string, string> => {
    const found = new Map<string, Set<string>>();
    for (const { type, data } of events) found.set(type, new Set([...(found.get(type) ?? []), ...nullsIn(data)]));
    return new Map([...found].map(([type, nulls]) => [type, [...nulls].sort().join()]));
  };
  const [first, second] = [nullsOf(one), nullsOf(other)];
  const only = alike ? [...first.keys(), ...second.keys()].filter((type) => first.has(type) !== second.has(type)) : [];
  return [...only, ...[...first].flatMap(([type, nulls]) => (second.has(type) && second.get(type) !== nulls ? [`${type}: ${nulls}, left out: ${second.get(type)}`] : []))];
}
