import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DeskList1700000000003 } from '../../services/routing/migrations/0003-desk-list.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Answer, Somebody } from './desk-people.js';
import { Persons } from './desk-people.js';

interface Order { readonly id: string; readonly caseId: string; readonly order: number; readonly caseNumber: string; readonly department: string; readonly division: string; readonly step: string; readonly officer: string | null; readonly dueAt: string | null; readonly waitsFor: string; readonly track: string | null; readonly breached: number }
interface List { readonly orders: readonly Order[]; readonly next: string | null; readonly counts: Record<string, number>; readonly units: readonly object[] }
interface Unit { readonly officers: readonly { officer: string; open: number; load: number; absent: boolean }[]; readonly stranded: readonly { officer: string; orders: readonly object[] }[]; readonly waiting: readonly object[] }
interface Event { readonly type: string; readonly data: { readonly officer?: string; readonly instead?: string | null; readonly reason?: string; readonly receipt?: { readonly candidates: readonly { officer: string; lost: string | null; load: number }[] } } }

const UNIT = 'routing/units/439901/inspectionBody';
const head: Somebody = { id: 'supervisor-439901', role: 'supervisor', division: '439901', department: 'inspectionBody' };
const inspector = (name: string): Somebody => ({ id: name, role: 'inspector', division: '439901', department: 'inspectionBody' });
const [a, b, c] = ['insp-a', 'insp-b', 'insp-c'].map(inspector) as [Somebody, Somebody, Somebody];
const housing: Somebody = { id: 'housing', role: 'officer', division: '439901', department: 'housingDept' };
const next: Somebody = { id: 'supervisor-439902', role: 'supervisor', division: '439902' };
const city: Somebody = { id: 'supervisor-439900', role: 'supervisor', division: '439900' };
const ROWS = 60_000;

describe('The desk', () => {
  let app: App;
  let persons: Persons;
  let cases: string[];
  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    persons = new Persons(app);
    cases = await filed(6);
  });
  afterAll(() => app?.stop());

  let nth = 0;
  const filed = async (count: number, employer = '测试劳务公司'): Promise<string[]> => {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      const { body } = await app.hotline('station').file({
        externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', demandKind: 'complaint', division: '439901', origin: '12345', text: '工资未发。', requester: { name: `密${++nth}`, phone: `1390000${1000 + nth}` },
        employer: { name: employer }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' },
      });
      ids.push(String(body.caseId));
    }
    await app.settled();
    return ids;
  };
  const staff = async (who: Somebody, command: string, body: object = {}): Promise<Answer> => {
    const answer = await persons.ask(who, `${UNIT}/commands/${command}`, body);
    await app.settled();
    return answer;
  };
  const list = async (who: Somebody, query = ''): Promise<List> => (await persons.ask<List>(who, `routing/desk${query}`)).json;
  const unit = async (): Promise<Unit> => (await persons.ask<Unit>(head, UNIT)).json;
  const named = async (caseId: string): Promise<Event['data'][]> => (await persons.ask<{ events: Event[] }>(city, `cases/${caseId}/history`)).json.events.filter(({ type }) => type === 'routing.officer-named.v1').map(({ data }) => data);
  const sign = async (...ids: string[]): Promise<void> => {
    for (const id of ids) expect((await persons.step(a, id, 'routing/sign-order')).status).toBe(200);
    await app.settled();
  };
  const officerOf = async (caseId: string): Promise<string | null> => (await list(city)).orders.find((one) => one.caseId === caseId)!.officer;

  it('enrols the staff of a unit by its supervisor, and by nobody else', async () => {
    await sign(cases[0]!);
    expect(await officerOf(cases[0]!)).toBe(null); // Nobody is registered yet.
    for (const [who, status, code] of [[next, 403, 'NOT_YOUR_UNIT'], [a, 403, 'NOT_YOUR_ROLE'], [housing, 403, 'NOT_YOUR_UNIT']] as const) {
      expect(await persons.ask(who, `${UNIT}/commands/enrol-officer`, { officer: a.id })).toMatchObject({ status, json: { code } });
    }
    expect((await staff(head, 'enrol-officer', { officer: a.id, specialities: [{ kind: 'category', code: 'D01' }] })).json).toMatchObject({ events: ['OfficerEnrolled'] });
    expect((await staff(head, 'enrol-officer', { officer: b.id })).json).toMatchObject({ events: ['OfficerEnrolled'] });
    expect((await staff(head, 'enrol-officer', { officer: b.id })).json).toMatchObject({ outcome: 'unchanged' });
    expect(await persons.ask(head, `${UNIT}/commands/enrol-officer`, { officer: c.id, openMax: 0 })).toMatchObject({ status: 400 });
    expect(await persons.ask(head, `${UNIT}/commands/surprise`, {})).toMatchObject({ status: 404, json: { code: 'NO_SUCH_COMMAND' } });
    expect(await persons.ask(head, 'routing/units/439901/nobody/commands/note-return', {})).toMatchObject({ status: 403 });
    expect(await persons.ask(city, 'routing/units/439901/nobody', undefined)).toMatchObject({ status: 422, json: { code: 'UNKNOWN_DEPARTMENT' } });
    expect(await persons.ask(a, `${UNIT}/commands/note-absence`, { officer: b.id, from: '2026-03-02' })).toMatchObject({ status: 403, json: { code: 'NOT_YOURSELF' } });
    expect((await staff(head, 'allot-waiting')).json).toMatchObject({ looked: 1, allotted: 1 });
    expect(await officerOf(cases[0]!)).toBe(a.id);
  });

  it('gives a signed order to who knows the matter, with the sum in the event', async () => {
    await sign(cases[1]!);
    expect(await named(cases[1]!)).toMatchObject([{ officer: a.id, instead: null, receipt: { candidates: [{ officer: a.id, lost: null, load: 2, fit: 'match' }, { officer: b.id, lost: 'speciality', load: 0, fit: 'general' }] } }]); // An ordinary case counts for two.
    expect((await list(a, '?view=mine')).orders.map(({ caseId }) => caseId).sort()).toEqual([cases[0], cases[1]].sort());
    expect(await list(b, '?view=mine')).toMatchObject({ orders: [], counts: { all: 0 } });
    expect((await list(b, '?view=team')).units).toEqual([{ department: 'inspectionBody', division: '439901' }]);
    expect((await list(b, '?view=team')).orders).toHaveLength(6);
    expect(await list(c, '?view=team')).toMatchObject({ units: [], orders: [] }); // Enrolled nowhere.
  });

  it('gives orders out by load among equals', async () => {
    expect((await staff(head, 'give-speciality', { officer: b.id, speciality: { kind: 'category', code: 'D01' } })).json).toMatchObject({ events: ['SpecialityGiven'] });
    await sign(cases[2]!, cases[3]!);
    const { officers } = await unit();
    expect(officers.map(({ officer, open }) => [officer, open])).toEqual([[a.id, 2], [b.id, 2]]);
  });

  it('lets a person override it, with a reason, but not to one who is absent or has a conflict', async () => {
    const [mine] = (await list(a, '?view=mine')).orders;
    const give = (officer: string, reason?: string): Promise<Answer> => persons.step(head, mine!.caseId, 'routing/name-officer', { officer, ...(reason && { reason }) });
    expect(await give(b.id)).toMatchObject({ status: 422, json: { code: 'REASON_REQUIRED' } });
    await staff(b, 'note-absence', { from: '2026-03-02', to: '2026-03-02' });
    expect(await give(b.id, '专案')).toMatchObject({ status: 422, json: { code: 'OFFICER_ABSENT' } });
    await staff(b, 'note-return');
    expect(await give(b.id, '专案')).toMatchObject({ status: 200, json: { events: ['OfficerNamed'] } });
    await app.settled();
    expect((await unit()).officers.map(({ officer, open }) => [officer, open])).toEqual([[a.id, 1], [b.id, 3]]);
    expect((await named(mine!.caseId)).at(-1)).toMatchObject({ officer: b.id, instead: a.id, reason: '专案' });
  });

  it('takes an order from who declares a conflict with its employer, at once', async () => {
    const [other] = await filed(1, '亲属开办公司');
    await sign(other!);
    expect(await officerOf(other!)).toBe(a.id); // It had least.
    expect((await staff(a, 'declare-conflict', { employer: '亲属开办公司', basis: 'relative' })).json).toMatchObject({ events: ['ConflictDeclared', 'OrderAllotted'] });
    expect(await officerOf(other!)).toBe(b.id);
    expect(await persons.step(head, other!, 'routing/name-officer', { officer: a.id, reason: '人手不足' })).toMatchObject({ status: 422, json: { code: 'CONFLICT_DECLARED' } });
    expect(await persons.ask(a, `${UNIT}/commands/declare-conflict`, { basis: 'relative' })).toMatchObject({ status: 422, json: { code: 'CONFLICT_WITH_WHAT' } });
    expect(JSON.stringify((await app.database.query(`SELECT data FROM es.events WHERE type = 'routing.conflict-declared'`)).rows)).not.toContain('亲属'); // No company's name is kept.
  });

  it('shows what lies with who is absent, and gives it to others on command', async () => {
    expect(await persons.ask(head, `${UNIT}/commands/reassign-orders`, { officer: b.id })).toMatchObject({ status: 409, json: { code: 'OFFICER_PRESENT' } });
    await staff(b, 'note-absence', { from: '2026-03-02' });
    const { stranded } = await unit();
    expect(stranded).toMatchObject([{ officer: b.id, orders: expect.arrayContaining([expect.objectContaining({ order: 0 })]) }]);
    const { json } = await staff(head, 'reassign-orders', { officer: b.id });
    expect((json as never as { events: string[] }).events.sort()).toEqual(['OrderAllotted', 'OrderAllotted', 'OrderAllotted', 'OrderUnallotted']); // One is a conflict of the only other.
    const after = await unit();
    expect([after.stranded, after.waiting.length, (await list(head, '?bucket=ownerless')).orders.length]).toEqual([[], 1, 3]); // The two unsigned ones are nobody's either.
    await staff(b, 'note-return');
    expect((await unit()).waiting).toEqual([]); // The order that waited has come back by itself.
  });

  it('is the next due first, in pages, with counts, filters and buckets', async () => {
    const { orders, counts } = await list(head);
    expect([orders.length, counts['all'], counts['waiting'], counts['overdue']]).toEqual([7, 7, 0, 0]);
    const dues = orders.map(({ dueAt }) => dueAt ?? 'z');
    expect(dues).toEqual([...dues].sort());
    const pages: Order[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: List = await list(head, `?limit=3${cursor && `&cursor=${cursor}`}`);
      pages.push(...page.orders);
      cursor = page.next;
    }
    expect(pages.map(({ id }) => id)).toEqual(orders.map(({ id }) => id));
    expect((await list(head, '?step=dispatched')).orders).toHaveLength(2);
    expect((await list(head, '?waitsFor=officer&matter=wages')).orders).toHaveLength(5);
    expect((await list(head, '?department=police')).orders).toHaveLength(0);
    expect((await list(head, '?division=测试区')).orders).toHaveLength(7);
    expect((await list(head, '?track=inspection')).orders).toHaveLength(7 - orders.filter(({ track }) => track !== 'inspection').length);
    for (const [query, status] of [['?cursor=YWJj', 422], ['?view=all', 400], ['?limit=0', 400], ['?bucket=x', 400], ['?division=无此地', 422]] as const) expect((await persons.ask(head, `routing/desk${query}`)).status).toBe(status);
    expect((await persons.ask(head, 'routing/desk?cursor=YWJj')).json.code).toBe('DESK_CURSOR_MALFORMED');
  });

  it('ends at the own divisions and departments, whatever is asked for', async () => {
    for (const who of [next, housing, { ...city, division: '110000' }, { ...head, id: a.id, division: '439902' }]) {
      for (const query of ['', '?division=439901', `?officer=${a.id}`, '?department=inspectionBody', '?view=mine', '?view=team']) {
        const { orders, counts } = await list(who, query);
        expect([who.division, query, orders, counts['all']]).toEqual([who.division, query, [], 0]);
      }
    }
    expect((await list(city)).orders).toHaveLength(7);
    expect(await persons.ask(next, UNIT)).toMatchObject({ status: 403, json: { code: 'NOT_YOUR_UNIT' } });
    const [{ unitId }] = (await app.database.query(`SELECT case_id AS "unitId" FROM es.events WHERE type = 'routing.officer-enrolled' LIMIT 1`)).rows as [{ unitId: string }];
    for (const path of [`cases/${unitId}`, `cases/${unitId}/history`, `cases/${unitId}/actions`]) expect((await persons.ask(city, path)).status).toBe(404); // A unit is no case.
  });

  it('shows an order without a step for a week as not moving, and lets go of it when it is done', async () => {
    app.clock.set('2026-03-12T09:00:00+08:00');
    await app.settled();
    expect((await list(head)).counts).toMatchObject({ all: 7, noMovement: 7, overdue: 7 });
    const [one] = (await list(head, '?bucket=noMovement')).orders;
    expect((await persons.step(a, one!.caseId, 'resolution/contact-requester', { order: 0, reached: true })).status).toBe(200);
    await app.settled();
    expect((await list(head)).counts).toMatchObject({ noMovement: 6 });
    const before = (await unit()).officers.reduce((sum, { open }) => sum + open, 0);
    expect((await persons.step(a, one!.caseId, 'resolution/give-reply', { order: 0, reply: '已答复。' })).status).toBe(200);
    expect((await persons.step(a, one!.caseId, 'resolution/conclude-order', { order: 0, result: 'answered' })).json).toMatchObject({ outcome: 'appended' });
    await app.settled();
    expect([(await list(head)).counts['all'], (await unit()).officers.reduce((sum, { open }) => sum + open, 0)]).toEqual([6, before - 1]);
    const parked = await app.database.query('SELECT count(*)::int AS n FROM routing.parked');
    expect(parked.rows[0].n).toBe(0);
  });

  it('is filled from the log by its migration as the consumer has filled it', async () => {
    const source = await new DataSource({ type: 'postgres', url: app.environment['DATABASE_URL']! }).initialize();
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      const rows = (): Promise<unknown[]> => runner.query('SELECT * FROM routing.desk ORDER BY id');
      const before = await rows();
      await runner.query('DROP TABLE routing.staff');
      await new DeskList1700000000003().up(runner);
      expect([before.length, await rows()]).toEqual([7, before]);
    } finally {
      await runner.rollbackTransaction();
      await source.destroy();
    }
  });

  it('is read by its indexes, and not sorted, where many orders lie on it', async () => {
    await app.database.query(
      `INSERT INTO routing.desk(id, "caseId", "order", department, division, "heldBefore", step, officer, since, "movedAt", clocks, "dueAt", breached, warned, "waitsFor", open, position)
       SELECT gen_random_uuid(), gen_random_uuid(), 0, 'inspectionBody', (430000 + (i % 90) * 10 + 1)::text, '{}', 'signed', 'many-' || (i % 900), now(), now(), '{}', now() + i * interval '1 second', 0, 0, 'officer', true, 0 FROM generate_series(1, $1::int) i`, [ROWS]);
    await app.database.query('ANALYZE routing.desk');
    const first: Somebody = { id: 'many-7', role: 'officer', division: '430000' };
    const timed: Record<string, number> = {};
    for (const query of ['?view=mine', '?view=unit', '?view=unit&bucket=waiting', '?division=430101&department=inspectionBody']) {
      const begun = performance.now();
      expect((await list(first, query)).orders.length).toBeGreaterThanOrEqual(0);
      timed[query] = Math.round(performance.now() - begun);
    }
    console.log(`desk list over ${ROWS} open orders, ms: ${JSON.stringify(timed)}`);
    const plan = async (where: string): Promise<string> => JSON.stringify((await app.database.query(`EXPLAIN SELECT * FROM routing.desk d WHERE d.open AND d.division LIKE '43%' AND ${where} ORDER BY d."dueAt", d.id LIMIT 50`)).rows);
    expect(await plan(`d.officer = 'many-7'`)).toMatch(/Index Scan using desk_officer/);
    expect(await plan('true')).toMatch(/Index Scan using desk_due/);
    expect(await plan(`d.department = 'inspectionBody' AND d.division = '430011'`)).toMatch(/Index Scan using desk_unit/);
  });
});
