import { randomUUID } from 'node:crypto';
import { playOut } from '../../demo/officers.js';
import type { Fate } from '../../demo/orders.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Problem } from '../work-orders.js';
import { send } from '../work-orders.js';

const NOW = '2026-03-02T10:20:00+08:00';
const AT = '2026-03-02T10:15:00+08:00';
const TODAY = '2026-03-02';
const ROLES = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor'];

interface Schema { readonly type?: string | readonly string[]; readonly properties?: Record<string, Schema>; readonly required?: readonly string[]; readonly items?: Schema; readonly enum?: readonly unknown[]; readonly minItems?: number; readonly minimum?: number; readonly format?: string; readonly minLength?: number }
interface Step { readonly command: string; readonly service: string; readonly title: { zh: string; en: string }; readonly ground: string }
interface Actions { readonly actions: readonly (Step & { href: string; version: number; fields: Schema; clocks: readonly { clock: string; effect: string; due: string }[] })[]; readonly refused: readonly (Step & { code: string; reason: { zh: string; en: string } })[] }
interface Answer { readonly status: number; readonly json: Problem & Record<string, unknown> & { ground?: string }; readonly etag: string | null }

/** How far cases are taken, by the demo's own officers, and the state in which `/actions` must then be right. */
const stages: readonly (readonly [Fate, 'complaint' | 'arbitration' | 'consult', string])[] = [
  ['untouched', 'complaint', 'DISPATCHED'], ['signed', 'complaint', 'SIGNED'], ['objected', 'complaint', 'OBJECTED'], ['contacted', 'complaint', 'CONTACTED'], ['mediating', 'complaint', 'MEDIATING'], ['mediated', 'complaint', 'MEDIATED'],
  ['investigating', 'complaint', 'INVESTIGATING'], ['ordered', 'complaint', 'DECIDED_INSP'], ['mediatedPaid', 'complaint', 'CLOSED'], ['reopened', 'complaint', 'REOPENED'], ['carried', 'complaint', 'CARRIED'],
  ['arbitrating', 'arbitration', 'ARBITRATING'], ['awarded', 'arbitration', 'EFFECTIVE'], ['answered', 'consult', 'RESOLVED'],
];
const kinds: Readonly<Record<string, object>> = {
  complaint: { category: 'D01', demandKind: 'complaint', facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' } },
  arbitration: { category: 'D01', origin: 'arbitrationWindow', facts: { workers: 1, amount: 9600, months: 3, applicationReceived: TODAY, respondentReachable: true } },
  consult: { category: 'D03', facts: { kind: 'consult' } },
};

type Rehearsed = readonly [command: string, said: readonly string[], seen: readonly string[]];

describe('A step', () => {
  let app: App;
  const clockTold: Rehearsed[] = [];
  beforeAll(async () => { app = await startApp({ now: NOW }); });
  afterAll(() => app?.stop());

  const file = async (kind: string): Promise<string> => {
    const { json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! },
      { externalId: randomUUID(), receivedAt: AT, division: '439901', text: '密，请求处理。', requester: { name: `密${randomUUID().slice(0, 6)}`, phone: '13900007701' }, employer: { name: '测试制造公司' }, ...kinds[kind] });
    return json['caseId'] as string;
  };
  const give = async (role: string, href: string, fields: object | string, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(app.url + href, { method: 'POST', headers: { authorization: `Bearer ${await app.token(role)}`, 'content-type': 'application/json', ...headers }, body: typeof fields === 'string' ? fields : JSON.stringify(fields) });
    return { status: response.status, etag: response.headers.get('etag'), json: (await response.json()) as Answer['json'] };
  };
  const actionsFor = (role: string, caseId: string): Promise<Actions> => app.office.call<Actions>(role, 'GET', `/v1/cases/${caseId}/actions`);
  const hrefOf = (caseId: string, { service, command }: Step): string => `/v1/${service}/cases/${caseId}/commands/${command}`;
  /** Everything that follows from what was done has been done: quicker than `settled`, which also waits for other doors. */
  const rest = async (): Promise<void> => {
    const head = async (): Promise<string> => (await app.running.product.pool.query<{ pos: string }>('SELECT coalesce(max(pos), 0)::text AS pos FROM es.events')).rows[0]!.pos;
    for (let before = ''; before !== (await head()); ) {
      before = await head();
      await app.running.whenCaughtUp(before, 30_000);
    }
  };

  it.each(stages)('on a case that was %s (%s) is listed where it is possible, and refused by the code that the list gives', async (fate, kind, state) => {
    const caseId = await file(kind);
    await rest();
    expect(await playOut(app.office, caseId, fate, NOW)).toBeUndefined();
    await rest();
    expect(await app.office.get('supervisor', `/v1/cases/${caseId}`)).toMatchObject({ state });
    const wrong: unknown[] = [];
    const possible = new Map<string, readonly [role: string, step: Actions['actions'][number]]>();
    const told = new Set<string>();
    const rehearsed: Rehearsed[] = [];
    for (const role of ROLES) {
      const { actions, refused } = await actionsFor(role, caseId);
      for (const step of actions) possible.set(step.command, [role, step]);
      for (const step of refused.filter(({ command }) => !told.has(command))) {
        told.add(step.command);
        expect([step.reason.zh, step.reason.en, step.ground]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[\x20-\x7e’–—]+$/), expect.stringMatching(/\S/)]);
        const { status, json } = await give(role, hrefOf(caseId, step), filled(await fieldsOf(step)), { 'accept-language': 'en' });
        // What holds already is no refusal: the same wish twice is normal traffic.
        const same = json.code === step.code && json.detail === step.reason.en;
        if (!same && !(status === 200 && json['outcome'] === 'unchanged')) wrong.push([step.command, step.code, status, json.code ?? json['outcome']]);
      }
    }
    expect([possible.size > 0, told.size > 10, [...possible.keys()].filter((command) => told.has(command) && !INDEPENDENT.includes(command))]).toEqual([true, true, []]);
    for (const [command, [role, listed]] of possible) {
      await rest();
      const now = (await actionsFor(role, caseId)).actions.find((step) => step.command === command);
      if (!now) continue; // An earlier step of this loop has closed the way.
      const { status, json } = await give(role, now.href, filled(now.fields), { 'if-match': `"${now.version}"`, 'accept-language': 'en' });
      if (status === 200 && json['outcome'] === 'appended') {
        await rest();
        const [said, seen] = [now.clocks.map(({ clock, effect }) => `${clock} ${effect}`).sort(), await clockEffects(caseId, json['position'] as string)];
        rehearsed.push([command, said, seen]);
      }
      if (status !== 200 && status !== 422 && !OF_ONE_MATTER.includes(String(json.code))) wrong.push([command, 'listed', status, json.code, json.errors]); // 422 is about the fields or the day, not about the state.
      expect(listed.href).toBe(hrefOf(caseId, listed));
    }
    expect(wrong).toEqual([]);
    expect(rehearsed.filter(([, said, seen]) => said.length > 0 && said.some((each) => !seen.includes(each))).map((each) => JSON.stringify(each))).toEqual([]); // What is said of clocks comes true.
    clockTold.push(...rehearsed);
  });

  it('is listed with the clocks that it meets, ends or starts', () => {
    const moving = clockTold.filter(([, , seen]) => seen.length > 0);
    const told = moving.filter(([, said, seen]) => seen.every((each) => said.includes(each)));
    console.log(`${told.length} of ${moving.length} steps that moved clocks had said so; not all: ${[...new Set(moving.filter((each) => !told.includes(each)).map(([command]) => command))].join(', ')}`);
    expect(told.length / moving.length).toBeGreaterThan(0.6); // What the edge completes (the clocks of a new holder) and what a choice decides is not said: nothing untrue is.
  });

  /** What the clocks did because of a step's own events: `HOT-7D meets`. */
  async function clockEffects(caseId: string, last: string): Promise<readonly string[]> {
    const { events } = await app.office.get<{ events: { id: string; position: string; type: string; stream: string; version: number; meta: { actor: string }; data: { causedBy?: string; kind?: string } }[] }>('supervisor', `/v1/cases/${caseId}/history`);
    const end = events.find(({ position }) => position === last)!;
    const own = events.filter(({ stream, meta, version }) => stream === end.stream && meta.actor === end.meta.actor && version <= end.version).reverse();
    const step = own.filter(({ version }, i) => version === end.version - i && events.indexOf(own[i]!) >= 0 && Number(end.position) - Number(own[i]!.position) === i).map(({ id }) => id);
    const words: Readonly<Record<string, string>> = { satisfied: 'meets', cancelled: 'ends', suspended: 'stops', resumed: 'resumes', started: 'starts', restarted: 'restarts', extended: 'extends' };
    return events.filter(({ type, data }) => type.startsWith('supervision.clock-') && data.causedBy !== undefined && step.includes(data.causedBy))
      .map(({ type, data }) => `${data.kind} ${words[type.replace(/^supervision\.clock-|\.v1$/g, '')]}`).sort();
  }

  let fields: Record<string, Schema> | undefined;
  /** The fields of a step that is not listed now, from the API's document. */
  async function fieldsOf({ service, command }: Step): Promise<Schema> {
    fields ??= await (async () => {
      const { paths, components: { schemas } } = (await (await fetch(`${app.url}/openapi.json`)).json()) as { paths: Record<string, { post?: { requestBody?: { content: { 'application/json': { schema: Schema } } } } }>; components: { schemas: Record<string, object> } };
      const whole = (part: unknown): unknown => {
        if (typeof part !== 'object' || part === null) return part;
        const { $ref } = part as { $ref?: string };
        return $ref ? whole(schemas[$ref.split('/').at(-1)!]) : Array.isArray(part) ? part.map(whole) : Object.fromEntries(Object.entries(part).map(([key, value]) => [key, whole(value)]));
      };
      return Object.fromEntries(Object.entries(paths).flatMap(([path, { post }]) => (path.includes('/cases/{caseId}/commands/') ? [[path, whole(post!.requestBody!.content['application/json'].schema) as Schema]] : [])));
    })();
    return fields[`/v1/${service}/cases/{caseId}/commands/${command}`]!;
  }

  it('on another version than the caller saw is refused', async () => {
    const caseId = await file('complaint');
    await rest();
    const [sign] = (await actionsFor('officer', caseId)).actions.filter(({ command }) => command === 'sign-order');
    for (const stale of [`"${sign!.version + 1}"`, '"0"', String(sign!.version - 1)]) {
      const { status, json } = await give('officer', sign!.href, {}, { 'if-match': stale });
      expect([[409, 412].includes(status), json.code]).toEqual([true, 'VERSION_MISMATCH']);
    }
    for (const malformed of ['abc', '"1", "2"', '-1', '1e3']) expect((await give('officer', sign!.href, {}, { 'if-match': malformed })).json.code).toBe('VERSION_NOT_A_NUMBER');
    const done = await give('officer', sign!.href, {}, { 'if-match': `"${sign!.version}"` });
    expect([done.status, done.etag, done.json['version']]).toEqual([200, `"${sign!.version + 1}"`, sign!.version + 1]);
    expect((await give('officer', sign!.href, {}, { 'if-match': `"${sign!.version}"` })).json.code).toBe('VERSION_MISMATCH');
  });

  it('sent twice under one key is done once, and another under it is refused', async () => {
    const caseId = await file('complaint');
    await rest();
    await app.office.do('officer', caseId, 'routing/sign-order');
    const href = `/v1/resolution/cases/${caseId}/commands/give-reply`;
    const key = { 'idempotency-key': randomUUID() };
    await rest();
    await app.office.do('officer', caseId, 'resolution/contact-requester', { order: 0, reached: true });
    const first = await give('officer', href, { order: 0, reply: '密，正在办理。' }, key);
    expect([first.status, first.json['outcome']]).toEqual([200, 'appended']);
    const again = await give('officer', href, { reply: '密，正在办理。', order: 0 }, key);
    expect([again.status, again.json]).toEqual([200, { ...first.json, outcome: 'duplicate' }]);
    expect((await give('officer', href, { order: 0, reply: '密，另一答复。' }, key)).json).toMatchObject({ status: 409, code: 'KEY_REUSED' });
    expect((await give('officer', `/v1/resolution/cases/${await file('complaint')}/commands/give-reply`, { order: 0, reply: '密，正在办理。' }, key)).status).toBeGreaterThanOrEqual(404);
    app.clock.advance(60_000);
    expect((await give('mediator', href, { order: 0, reply: '密，调解员的答复。' }, key)).json['outcome']).toBe('appended'); // A key is its caller's own.
  });

  it('with fields that are wrong, unknown or in the future names them, and does nothing', async () => {
    app.clock.set(NOW);
    const caseId = await file('complaint');
    await rest();
    const before = (await actionsFor('officer', caseId)).actions.find(({ command }) => command === 'sign-order')!;
    const wrong: readonly (readonly [object | string, number, string | undefined])[] = [
      [{ surprise: '密' }, 400, 'surprise'], [{ order: '0' }, 400, 'order'], [{ order: -1 }, 400, 'order'], [{ order: 1e9 }, 400, 'order'], [{ order: [0] }, 400, 'order'], [{ at: '2026-02-30T10:00:00+08:00' }, 400, 'at'],
      [{ at: 'now' }, 400, 'at'], [{ by: 'supervisor:x' }, 400, 'by'], [{ type: 'CloseCase' }, 400, 'type'], ['[]', 400, 'body'], ['{"order":0', 400, undefined], ['{"__proto__":{"order":1}}', 400, undefined],
      [`{"order":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'order'], [{ at: '2026-03-02T10:20:02+08:00' }, 422, undefined], [{ at: '2027-01-01T00:00:00+08:00' }, 422, undefined], [{ at: '9999-12-31T23:59:59+08:00' }, 422, undefined],
    ];
    for (const [body, status, field] of wrong) {
      const answer = await give('officer', before.href, body);
      expect([JSON.stringify(body).slice(0, 40), answer.status, field && [...new Set(answer.json.errors?.map((error) => error.field))]]).toEqual([JSON.stringify(body).slice(0, 40), status, field && [field]]);
      expect(JSON.stringify(answer.json)).not.toContain('密');
      if (status === 422) expect(answer.json.code).toBe('FACT_IN_FUTURE');
    }
    for (const reason of ['密\u0000', '密\ud800', '密\u001b']) expect((await give('officer', `/v1/intake/cases/${caseId}/commands/withdraw-claim`, { reason })).json).toMatchObject({ status: 400, errors: [{ field: 'reason' }] });
    expect((await give('officer', `/v1/intake/cases/${caseId}/commands/supplement-claim`, { facts: { nobody: 1, amount: -1 } })).json).toMatchObject({ status: 400, errors: [{ field: 'facts.nobody' }, { field: 'facts.amount' }] });
    expect((await give('officer', `/v1/routing/cases/${caseId}/commands/no-such-step`, {})).json).toMatchObject({ status: 404, code: 'NO_SUCH_COMMAND' });
    expect((await give('officer', `/v1/resolution/cases/${caseId}/commands/sign-order`, {})).json).toMatchObject({ status: 404, code: 'NO_SUCH_COMMAND' });
    expect((await actionsFor('officer', caseId)).actions.find(({ command }) => command === 'sign-order')!.version).toBe(before.version);
  });

  it('that the law forbids is refused with code, reason and ground, in Chinese and English', async () => {
    const caseId = await file('arbitration');
    await rest();
    await playOut(app.office, caseId, 'awarded', NOW);
    for (const [role, step, body] of [['arbitrator', 'extend-award-deadline', { days: 15, approvedBy: 'x' }], ['arbitrator', 'form-panel', { arbitrators: ['a'] }], ['arbitrator', 'refuse-application', { ground: 'x' }]] as const) {
      const [zh, en] = await Promise.all(['zh-CN', 'en'].map((language) => give(role, `/v1/resolution/cases/${caseId}/commands/${step}`, body, { 'accept-language': language })));
      expect(zh!.json).toMatchObject({ status: 409, code: en!.json.code, title: '与当前状态冲突', detail: expect.stringMatching(/\p{Script=Han}/u), ground: expect.stringMatching(/\d/) });
      expect(en!.json).toMatchObject({ status: 409, detail: expect.stringMatching(/^[\x20-\x7e’]+$/), ground: zh!.json.ground });
    }
  });
});

/** Open to whoever did not handle the case: to one of the demo's people and not to another. */
const INDEPENDENT: readonly string[] = ['record-callback', 'record-callback-unreached'];
/** A matter is named by its procedure, and the list speaks of all: legal aid had just been applied for, or is further than the matter that the step was listed for. So with offers and assistance, and with a return visit by whoever had the case. */
const OF_ONE_MATTER: readonly string[] = ['LEGAL_AID_UNDECIDED', 'MATTER_NOT_HANDED_OVER', 'NOTHING_TO_ACCEPT', 'MATERIALS_ALREADY_REQUESTED', 'NOTHING_TO_SUSPEND', 'NO_RESULT_TO_CHALLENGE', 'MATTER_CONCLUDED', 'NOT_FORWARDED',
  'ASSISTANCE_NOT_REQUESTED', 'OFFER_UNKNOWN', 'RELIEF_NOT_AUDITED', 'NO_OPEN_MATTER', 'CALLBACK_BY_HANDLER'];

/** The least that a form asks for. */
function filled({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, valueOf(name, properties[name]!)]));
}

function entryOf(schema: Schema | undefined, i: number): unknown {
  if (schema?.type !== 'object') return schema?.enum?.[i] ?? `试验${i}`;
  return { ...filled(schema), ...(schema.properties?.['worker'] && { worker: i + 1 }) };
}

function valueOf(name: string, schema: Schema): unknown {
  const [type] = [schema.type].flat();
  if (name === 'procedure') return 'legalAid'; // Which anybody may apply for at any time.
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'date') return '2026-03-31';
  if (schema.format === 'date-time') return '2026-03-31T10:00:00+08:00';
  if (schema.format === 'uuid') return randomUUID();
  if (type === 'array') return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, (_, i) => entryOf(schema.items, i));
  if (type === 'object') return filled(schema);
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, name === 'order' ? 0 : 1);
  return ({ department: 'inspectionBody', division: '439902', category: 'D01', matter: 'wages', kind: 'complaint', offer: 'legalAidExempt' } as Record<string, string>)[name] ?? '试验'.padEnd(schema.minLength ?? 2, '。');
}
