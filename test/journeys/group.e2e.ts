import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';

interface Results { readonly done: number; readonly refused: number; readonly unchanged: number; readonly outside: number; readonly results: readonly { readonly caseId: string; readonly result: string; readonly code?: string; readonly zh?: string }[] }
interface Group { readonly phase: string; readonly lead: string | null; readonly size: number; readonly outside: number; readonly members: readonly { readonly caseId: string; readonly closed: boolean; readonly subgroup: object }[] }

async function abreast<T, R>(all: readonly T[], work: (one: T) => Promise<R>, at = 50): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += at) done.push(...(await Promise.all(all.slice(from, from + at).map(work))));
  return done;
}

describe('A group of cases against one employer', () => {
  let app: App;
  let cases: string[];
  let persons = 0;
  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    cases = await filed(6);
    await app.settled();
  });
  afterAll(() => app?.stop());

  const filed = async (count: number, division = '439901', employer = '测试劳务公司'): Promise<string[]> => {
    const hotline = app.hotline('station');
    const answers = await abreast(Array.from({ length: count }, () => persons++), (i) => hotline.file({
      externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division, origin: '12345', text: '工资未发。', requester: { name: `密${i}`, phone: `1390000${String(1000 + i)}` },
      employer: { name: employer }, facts: { workers: 1, amount: 18000, months: 3 },
    }));
    return answers.map(({ body }) => body.caseId as string);
  };
  const ask = async (path: string, body?: object, { role = 'officer', division = '439900', key = undefined as string | undefined } = {}): Promise<{ status: number; json: Record<string, unknown> }> => {
    const response = await fetch(`${app.url}/v1/${path}`, {
      method: body ? 'POST' : 'GET', ...(body && { body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) },
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const answer = await work();
    console.log(`${what}: ${Math.round(performance.now() - begun)} ms`);
    return answer;
  };
  const form = async (members: readonly string[], group = randomUUID()): Promise<string> => {
    const answer = await ask('intake/groups', { group, ground: 'together', members: members.map((caseId, i) => ({ caseId, tier: '二级分包', site: `${i % 2 + 1}号楼` })) });
    expect(answer).toMatchObject({ status: 200 });
    return group;
  };
  const groupOf = async (id: string): Promise<Group> => (await ask(`intake/groups/${id}`)).json as never;
  const membersOf = async (id: string): Promise<string[]> => (await groupOf(id)).members.map(({ caseId }) => caseId).sort();
  const step = (id: string, command: string, body: object) => ask(`intake/groups/${id}/commands/${command}`, body);

  it('takes one step, and each member gets its own answer', async () => {
    const id = await form(cases);
    expect(await groupOf(id)).toMatchObject({ phase: 'open', lead: cases[0], size: 6, outside: 0 });
    await app.office.do('officer', cases[2]!, 'routing/sign-order');
    const key = randomUUID();
    const first = (await ask(`routing/groups/${id}/members/commands/sign-order`, {}, { key })).json as never as Results;
    expect(first.results).toHaveLength(6);
    expect(first.results.filter(({ caseId }) => caseId !== cases[2]).map(({ result }) => result)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(first.results.find(({ caseId }) => caseId === cases[2])).toMatchObject({ result: 'unchanged', zh: expect.stringMatching(/此前/) });
    const again = (await ask(`routing/groups/${id}/members/commands/sign-order`, {}, { key })).json as never as Results;
    expect(again.results.map(({ caseId }) => caseId).sort()).toEqual([...cases].sort());
    const { rows } = await app.database.query(`SELECT count(*)::int AS n FROM es.events WHERE type = 'routing.order-signed' AND case_id = ANY($1)`, [cases]);
    expect(rows[0].n).toBe(6); // Each once, whoever asked how often.
    const early = (await ask(`resolution/groups/${id}/members/commands/close-case`, {})).json as never as Results;
    expect([early.refused, early.results.filter(({ code = '', zh = '' }) => !/^[A-Z_]+$/.test(code) || !/\p{Script=Han}/u.test(zh))]).toEqual([6, []]);
    expect((await ask(`routing/groups/${id}/members/commands/no-such-step`, {})).json).toMatchObject({ code: 'NO_SUCH_COMMAND' });
    expect((await ask(`routing/groups/${id}/members/commands/sign-order`, { surprise: 1 })).status).toBe(400);
    expect(await ask('intake/groups', { group: randomUUID(), ground: 'person', members: [{ caseId: cases[0] }, { caseId: cases[1] }] })).toMatchObject({ status: 409, json: { code: 'ALREADY_IN_GROUP' } });
    expect((await step(id, 'leave', { members: cases, reason: 'ownWay' })).json).toMatchObject({ events: ['MembersLeft', 'GroupClosed'] });
  });

  it('is left, split, merged, and the merge undone', async () => {
    const one = await form(cases.slice(0, 4));
    expect((await step(one, 'leave', { members: [cases[0]], reason: 'settled' })).json).toMatchObject({ events: ['MembersLeft', 'LeadChanged'] });
    const two = randomUUID();
    expect((await step(one, 'split', { into: two, members: [cases[3]] })).status).toBe(200);
    expect((await step(one, 'split', { into: two, members: [cases[3]] })).json).toMatchObject({ outcome: 'unchanged' });
    expect([await membersOf(one), await membersOf(two)]).toEqual([[cases[1], cases[2]].sort(), [cases[3]]]);
    expect((await step(two, 'join', { members: [{ caseId: cases[4] }, { caseId: cases[0] }] })).status).toBe(200);
    expect((await step(two, 'join', { members: [{ caseId: cases[1] }] })).json).toMatchObject({ code: 'ALREADY_IN_GROUP' });
    expect((await step(one, 'merge', { other: two })).status).toBe(200);
    expect([await membersOf(one), (await groupOf(two)).phase]).toEqual([cases.slice(0, 5).sort(), 'absorbed']);
    expect((await step(two, 'join', { members: [{ caseId: cases[5] }] })).json).toMatchObject({ code: 'GROUP_ABSORBED' });
    expect((await step(one, 'leave', { members: [cases[4]], reason: 'ownWay' })).status).toBe(200);
    expect((await step(one, 'undo-merge', { other: two })).status).toBe(200);
    expect([await membersOf(one), await membersOf(two)]).toEqual([[cases[1], cases[2]].sort(), [cases[0], cases[3]].sort()]);
    expect((await step(one, 'undo-merge', { other: two })).json).toMatchObject({ outcome: 'unchanged' });
    expect((await step(one, 'choose-representatives', { representatives: cases.slice(0, 3) })).json).toMatchObject({ status: 409, code: 'REPRESENTATIVES_FROM_TEN' });
    for (const id of [one, two]) await step(id, 'leave', { members: await membersOf(id), reason: 'ownWay' });
  });

  it('ends at the borders of the divisions', async () => {
    const [here, there] = [await filed(1), await filed(1, '439902')];
    await app.settled();
    const id = await form([...here, ...there]);
    const inside = await ask(`intake/groups/${id}`, undefined, { division: '439902' });
    expect(inside.json).toMatchObject({ size: 2, outside: 1, lead: null, members: [{ caseId: there[0] }] });
    expect((await ask(`intake/groups/${id}`, undefined, { division: '110000' })).json).toMatchObject({ status: 404, code: 'NO_SUCH_GROUP' });
    expect((await ask(`intake/groups/${id}/commands/leave`, { members: here, reason: 'ownWay' }, { division: '439902' })).json).toMatchObject({ code: 'NO_SUCH_CASE' });
    expect((await ask(`routing/groups/${id}/members/commands/sign-order`, {}, { division: '439902' })).json).toMatchObject({ outside: 1, results: [{ caseId: there[0] }] });
    expect((await ask(`routing/groups/${id}/members/commands/sign-order`, {}, { division: '110000' })).json).toMatchObject({ code: 'NO_GROUP_MEMBERS' });
  });

  it('of fifty, formed by itself, takes one step, and ends when each case is closed', async () => {
    const fifty = await filed(50, '439901', '测试五十公司');
    await app.settled();
    const id = (await ask(`intake/cases/${fifty[0]}/related`)).json['group'] as string;
    expect((await step(id, 'choose-representatives', { representatives: fifty.slice(0, 3) })).status).toBe(200);
    expect((await ask(`routing/groups/${id}/members/commands/sign-order`, {})).json).toMatchObject({ done: 50, refused: 0 });
    await app.settled();
    const withdrawn = (await ask(`intake/groups/${id}/members/commands/withdraw-claim`, { reason: '已自行解决' })).json;
    expect(withdrawn).toMatchObject({ done: 50 });
    await app.settled();
    expect((await groupOf(id)).phase).toBe('open'); // Withdrawn is not closed: there is a return visit first.
    for (const [path, body] of [['record-callback', { solved: true, satisfied: 'satisfied' }], ['close-case', {}]] as const) {
      const answer = (await ask(`resolution/groups/${id}/members/commands/${path}`, body, { role: 'supervisor' })).json as never as Results;
      expect([path, answer.results.filter(({ result }) => result === 'refused' || result === 'failed')]).toEqual([path, []]);
      await app.settled();
    }
    const { rows } = await app.database.query(`SELECT type, count(*)::int AS n FROM es.events WHERE stream_id = $1 GROUP BY 1 ORDER BY 1`, [`group/${id}`]);
    expect([Object.fromEntries(rows.map(({ type, n }) => [type, n])), (await groupOf(id)).phase]).toEqual([
      expect.objectContaining({ 'intake.group-formed': 1, 'intake.representatives-chosen': 1, 'intake.member-closed': 50, 'intake.group-closed': 1 }), 'closed']);
    const parked = await app.database.query(`SELECT count(*)::int AS n FROM intake.parked UNION ALL SELECT count(*)::int FROM supervision.parked UNION ALL SELECT count(*)::int FROM resolution.parked UNION ALL SELECT count(*)::int FROM routing.parked`);
    expect(parked.rows.map(({ n }) => n)).toEqual([0, 0, 0, 0]);
  });

  it('of five hundred takes one step, as a whole and by its sub-groups', async () => {
    const many = await filed(500, '439901', '测试五百公司');
    await app.settled();
    const id = (await ask(`intake/cases/${many[0]}/related`)).json['group'] as string;
    expect((await groupOf(id)).size).toBe(500);
    for (const [from, tier] of [[0, '总承包'], [250, '劳务分包']] as const) expect((await step(id, 'place-members', { members: many.slice(from, from + 250), tier })).json).toMatchObject({ events: ['MembersPlaced'] });
    const part = (await ask(`routing/groups/${id}/members/commands/sign-order?tier=${encodeURIComponent('劳务分包')}`, {})).json as never as Results;
    expect([part.done, part.results.map(({ caseId }) => caseId).sort()]).toEqual([250, many.slice(250).sort()]);
    expect((await ask(`routing/groups/${id}/members/commands/sign-order?tier=none`, {})).json).toMatchObject({ code: 'NO_GROUP_MEMBERS' });
    await app.settled();
    const whole = await timed('one step on a group of 500, half of it done before', () => ask(`routing/groups/${id}/members/commands/sign-order`, {}));
    expect(whole.json).toMatchObject({ done: 250, unchanged: 250, refused: 0 });
    await app.settled();
    const half = (await ask(`supervision/groups/${id}`, undefined, { division: '439901', role: 'supervisor' })).json;
    expect(half).toMatchObject({ size: 500, outside: 0, lead: (await groupOf(id)).lead, owed: 0, unpaid: 0, states: { SIGNED: 500 }, subgroups: [{ tier: '总承包', size: 250, states: { SIGNED: 250 } }, { tier: '劳务分包', size: 250 }] });
    expect((await ask(`supervision/groups/${id}`, undefined, { division: '110000', role: 'supervisor' })).json).toMatchObject({ status: 404, code: 'NO_GROUP_MEMBERS' });
    const named = await timed('one step on a group of 500', () => ask(`routing/groups/${id}/members/commands/name-officer`, { order: 0, officer: 'officer-1' }));
    expect(named.json).toMatchObject({ done: 500 });
  });
});
