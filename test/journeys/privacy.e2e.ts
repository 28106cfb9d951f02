import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { listenToLog, tracerPeople, tracesOf, wholeTopic } from '../tracers.js';
import { wholeText } from '../whole-database.js';
import type { Asker } from '../work-orders.js';
import { send, wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const CHANNELS = Object.keys(wageOrders);

/** Twenty people that exist nowhere else, so that a trace of one is a leak. */
const people = tracerPeople(20);
const REPLY = '龘龘答复：已电话告知本人。';
const traces = tracesOf(people, [REPLY, '龘', '欠条']);

describe('What a person told', () => {
  let app: App;
  let caseIds: string[];
  const lines: string[] = [];
  const answers: string[] = [];

  beforeAll(async () => {
    listenToLog(lines);
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const to = (channel: string) => ({ url: app.url, channel, secret: app.secrets[channel]! });
    const filed = await Promise.all(people.map(async (person, n) => {
      const channel = CHANNELS[n % CHANNELS.length]!;
      return send(to(channel), wageOrders[channel]!(`P-${n}`, AT, person));
    }));
    expect(filed.map(({ status }) => status)).toEqual(people.map(() => 202));
    caseIds = filed.map(({ json }) => json['caseId'] as string);
    await app.settled();
    // Once more through another channel, and everything wrong that a door can be sent.
    for (const [n, person] of people.entries()) {
      const channel = CHANNELS[(n + 1) % CHANNELS.length]!;
      answers.push((await send(to(channel), wageOrders[channel]!(`Q-${n}`, AT, person))).text);
      const bad = { ...wageOrders[channel]!(`R-${n}`, AT, { ...person, phone: `${person.phone}9` }), [person.name]: person.text, extra: person.idNumber };
      answers.push((await send(to(channel), bad)).text, (await send({ ...to(channel), secret: app.secrets[CHANNELS[n % CHANNELS.length]!]! }, bad)).text, (await send(to(channel), JSON.stringify(bad).slice(0, -1))).text);
      answers.push((await send({ ...to(channel), path: 'work-orders/check' }, bad)).text);
    }
    for (const url of [`/v1/track/${people[0]!.phone}`, `/v1/${encodeURIComponent(people[0]!.name)}`, `/v1/cases?lead=${encodeURIComponent(people[0]!.name)}%E0%A4%A`, `/v1/cases/${people[0]!.idNumber}`]) {
      answers.push(await (await fetch(app.url + url, { headers: { authorization: `Bearer ${await app.token('officer')}` } })).text());
    }
    await office(caseIds[0]!, people[0]!);
    await app.settled();
  });
  afterAll(() => app?.stop());

  /** Steps with free text, told as officers tell it. */
  async function office(caseId: string, { name, text }: Asker): Promise<void> {
    const { office } = app;
    await office.do('officer', caseId, 'routing/sign-order');
    await app.settled();
    await office.do('officer', caseId, 'resolution/contact-requester', { order: 0, reached: true });
    await office.do('officer', caseId, 'resolution/give-reply', { order: 0, reply: `${name}：${REPLY}` });
    await office.do('officer', caseId, 'intake/supplement-claim', { facts: { workers: 3 }, text: `又说：${text}` });
    const { json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, { externalId: 'S-1', receivedAt: AT, division: '439901', category: 'D03', text, requester: { name }, facts: { kind: 'consult' } });
    await app.settled();
    await office.do('officer', json['caseId'] as string, 'routing/sign-order').catch(() => undefined); // Some demands are answered before anybody signs.
    await app.settled();
    await office.do('officer', json['caseId'] as string, 'resolution/answer-on-line', { order: 0, reply: `${name}：${REPLY}` });
    const token = await app.token('officer');
    for (const body of [{ order: text, reply: name }, { order: 0, reply: text.repeat(200) }, { order: 0, reply: `${text}\u0000` }, { [name]: text }]) {
      const refused = await fetch(`${app.url}/v1/resolution/cases/${caseId}/commands/give-reply`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect(refused.status).toBe(400);
      answers.push(await refused.text());
    }
  }

  it('was really sent, and is really kept', async () => {
    const { rows } = await app.database.query<{ type: string; n: number }>(`SELECT type, count(*)::int AS n FROM es.events WHERE data LIKE '%"sealed":1%' GROUP BY type`);
    expect(Object.fromEntries(rows.map(({ type, n }) => [type, n]))).toMatchObject({
      'intake.claim-filed': people.length + 1, 'intake.duplicate-linked': people.length, 'intake.claim-supplemented': 1, 'resolution.reply-given': 1, 'resolution.answered-on-line': 1,
    });
    expect(traces(JSON.stringify(people))).toEqual(expect.arrayContaining([people[19]!.name, people[19]!.bankCard]));
  });

  it('stands in no row of any table', async () => {
    const found = [...(await wholeText(app.environment['DATABASE_URL']!))].map(([table, text]) => [table, traces(text)]).filter(([, each]) => each!.length > 0);
    expect(found).toEqual([]);
  });

  it('stands in no message of the topic', async () => {
    const text = await wholeTopic(app);
    expect([text.includes('sealed'), traces(text)]).toEqual([true, []]);
  });

  it('stands in no line of the log, no metric, no error and no feedback', async () => {
    expect([lines.some((line) => line.includes('access refused')), traces(lines.join('\n'))]).toEqual([true, []]);
    expect(traces(await (await fetch(`${app.url}/metrics`)).text())).toEqual([]);
    expect([answers.length > 100, traces(answers.join('\n'))]).toEqual([true, []]);
    await whenTrue(() => app.ear.heard.length > 20);
    expect(traces(JSON.stringify(app.ear.heard))).toEqual([]);
  });

  it('is on no page: not on the case’s, not in its history, not on the lists, not by tracking code', async () => {
    const { rows } = await app.database.query<{ value: string }>(`SELECT value FROM es.claims WHERE space = 'tracking-code'`);
    const pages = await Promise.all(rows.map(async ({ value }) => (await fetch(`${app.url}/v1/track/${value}`)).text()));
    const read = (role: string, path: string): Promise<string> => app.office.get<object>(role, path).then((body) => JSON.stringify(body));
    for (const caseId of caseIds) pages.push(await read('officer', `/v1/cases/${caseId}`), await read('officer', `/v1/cases/${caseId}/history`), await read('auditor', `/v1/audit/cases/${caseId}/replay`), await read('officer', `/v1/cases/${caseId}/actions`));
    for (const path of ['/v1/cases?limit=100', '/v1/routing/desk', '/v1/supervision/clocks', '/v1/supervision/breaches', '/v1/supervision/escalations', '/v1/supervision/statistics']) pages.push(await read('supervisor', path));
    expect([pages.length > 100, traces(pages.join('\n'))]).toEqual([true, []]);
  });

  describe('in the clear', () => {
    const reveal = async (role: string, caseId: string, body: object = { fields: ['name', 'phone', 'idNumber', 'text'], reason: '核实诉求人身份' }, division = '439900') => {
      const response = await fetch(`${app.url}/v1/audit/cases/${caseId}/personal-data`, { method: 'POST', headers: { authorization: `Bearer ${await app.token(role, division)}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      return { status: response.status, json: (await response.json()) as { personal?: object } };
    };
    const looks = async (caseId: string) => (await app.office.get<{ events: { type: string; data: Record<string, unknown>; meta: Record<string, unknown> }[] }>('officer', `/v1/cases/${caseId}/history`)).events.filter(({ type }) => type === 'audit.personal-data-read.v1');

    it.each(['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'])('is shown to the %s, and that is recorded', async (role) => {
      const at = ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'].indexOf(role);
      const { name, phone, idNumber: whole, text } = people[at]!;
      const idNumber = role === 'mediator' ? `${whole.slice(0, 4)}**********${whole.slice(-4)}` : whole; // It is the same person: no more need a mediator know.
      expect(await reveal(role, caseIds[at]!)).toEqual({ status: 200, json: { caseId: caseIds[at], erased: false, personal: { name, phone, idNumber, text } } });
      expect(await looks(caseIds[at]!)).toMatchObject([{ data: { fields: ['name', 'phone', 'idNumber', 'text'], reason: '核实诉求人身份', by: `${role}:${role}-439900` }, meta: { actor: `${role}:${role}-439900` } }]);
    });

    it('tells where it happened and who speaks for whom, in the words of each channel', async () => {
      const { rows } = await app.database.query<{ id: string; channel: string; sealed: string }>(`SELECT case_id AS id, data::jsonb ->> 'channel' AS channel, data::jsonb #>> '{address,field}' AS sealed FROM es.events WHERE type = 'intake.claim-filed' AND data::jsonb ? 'address' AND data::jsonb ? 'onBehalfOf' ORDER BY pos`);
      expect([rows.length > 4, rows.every(({ sealed }) => sealed === 'address')]).toEqual([true, true]);
      for (const { id, channel } of rows.filter((row, n) => rows.findIndex((other) => other.channel === row.channel) === n)) {
        const { personal } = (await reveal('officer', id, { fields: ['name', 'address', 'onBehalfOf'], reason: '核实事发地址' })).json as { personal: { name: string; address: string; onBehalfOf: string } };
        const asker = people.find(({ name }) => name === personal.name)!;
        expect([channel, personal.address, personal.onBehalfOf.startsWith(asker.name)]).toEqual([channel, asker.address, true]);
      }
    });

    it('is not shown before it is recorded', async () => {
      const [caseId] = caseIds.slice(-1) as [string];
      const holder = new pg.Client({ connectionString: app.environment['DATABASE_URL'] });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT pg_advisory_xact_lock(727001)'); // Nobody can append now.
      let shown = false;
      const asked = reveal('officer', caseId).then((answer) => { shown = true; return answer; });
      await pause(700);
      expect(shown).toBe(false);
      await holder.query('ROLLBACK');
      await holder.end();
      expect([(await asked).status, (await looks(caseId)).length]).toEqual([200, 1]);
    });

    it('is shown to nobody else', async () => {
      const [caseId] = caseIds.slice(-2) as [string];
      for (const role of ['coordinator', 'supervisor', 'policy', 'auditor', 'operator', 'worker', 'channel']) expect([role, (await reveal(role, caseId)).status]).toEqual([role, 403]);
      expect((await reveal('officer', caseId, undefined, '439902')).status).toBe(404);
      for (const body of [{}, { fields: [], reason: '核实诉求人身份' }, { fields: ['name'], reason: '' }, { fields: ['bankCard'], reason: '核实诉求人身份' }, { fields: ['name'] }]) expect((await reveal('officer', caseId, body)).status).toBe(400);
      expect(await looks(caseId)).toEqual([]);
    });
  });
});
