import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';

interface Member { readonly caseId: string; readonly closed: boolean }
interface Group { readonly groupId: string; readonly phase: string; readonly lead: string | null; readonly size: number; readonly members: readonly Member[] }
interface Order { readonly workers?: number; readonly division?: string; readonly employer?: object | null; readonly project?: object; readonly requester?: object; readonly facts?: object; readonly demandKind?: string; readonly category?: string; readonly text?: string }
interface Line { readonly caseId: string; readonly caseNumber: string; readonly group: string | null; readonly relation?: string; readonly reasons: readonly { readonly code: string; readonly zh: string }[] }
interface Related { readonly group: string | null; readonly linked: readonly Line[]; readonly unrelated: readonly Line[]; readonly duplicates: readonly Line[]; readonly related: readonly Line[]; readonly orders: readonly { readonly channelNumber: string; readonly separatedInto: string | null }[] }

describe('Claims against one employer', () => {
  let app: App;
  let persons = 1000;
  beforeAll(async () => { app = await startApp({ now: '2026-03-02T10:20:00+08:00' }); });
  afterAll(() => app?.stop());

  const orderOf = ({ workers = 1, division = '439901', employer = null, project, requester, facts = {}, demandKind = 'complaint', category = 'D01', text = '工资未发。' }: Order): object => {
    const n = persons++;
    return {
      externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', category, demandKind, division, origin: '12345', text, requester: requester ?? { name: `密${n}`, phone: `1390000${n}` },
      ...(employer && { employer }), ...(project && { project }), facts: { workers, amount: 18000 + n, months: 3, ...facts },
    };
  };
  const file = async (order: Order): Promise<string> => {
    const answer = await app.hotline('station').file(orderOf(order));
    expect(answer).toMatchObject({ status: 202 });
    return answer.body.caseId;
  };
  const files = async (count: number, order: Order): Promise<string[]> => {
    const cases: string[] = [];
    for (let n = 0; n < count; n++) cases.push(await file(order));
    return cases;
  };
  const ask = async <T = Record<string, unknown>>(path: string, body?: object, { role = 'officer', division = '439900' } = {}): Promise<{ status: number; json: T }> => {
    const response = await fetch(`${app.url}/v1/${path}`, {
      method: body ? 'POST' : 'GET', ...(body && { body: JSON.stringify(body) }), headers: { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }) },
    });
    return { status: response.status, json: (await response.json()) as T };
  };
  const related = async (caseId: string): Promise<Related> => (await ask<Related>(`intake/cases/${caseId}/related`)).json;
  const group = async (id: string): Promise<Group> => (await ask<Group>(`intake/groups/${id}`)).json;
  const groupOf = async (caseId: string): Promise<string | null> => (await related(caseId)).group;
  const formedWith = async (cases: readonly string[]): Promise<number> =>
    (await app.database.query(`SELECT count(DISTINCT stream_id)::int AS n FROM es.events WHERE type = 'intake.group-formed' AND EXISTS (SELECT FROM jsonb_array_elements(data::jsonb -> 'members') m WHERE m ->> 'caseId' = ANY($1))`, [cases])).rows[0].n;

  it('gather in one group when they are of ten workers (LDMA 7), and later ones come into it', async () => {
    const employer = { name: '测试甲劳务有限公司' };
    const nine = await files(9, { employer });
    await app.settled();
    expect(await groupOf(nine[0]!)).toBeNull();
    const tenth = await file({ employer: { name: '测试甲劳务有限公司 ' } }); // As another agent types it.
    await app.settled();
    const id = (await groupOf(tenth))!;
    expect(await group(id)).toMatchObject({ phase: 'open', lead: nine[0], size: 10, members: [...nine, tenth].map((caseId) => ({ caseId })) });
    const eleventh = await file({ employer });
    await app.settled();
    expect(await group(id)).toMatchObject({ size: 11 });
    const { rows } = await app.database.query(`SELECT type, data::jsonb AS data, meta::jsonb ->> 'actor' AS actor FROM es.events WHERE stream_id = $1 ORDER BY version`, [`group/${id}`]);
    expect(rows.map(({ type, data, actor }) => [type, data.ground, actor])).toEqual([['intake.group-formed', 'threshold', 'process:intake'], ['intake.members-joined', 'threshold', 'process:intake']]);
    expect(JSON.stringify(rows)).not.toContain('测试甲'); // A keyed fingerprint names nobody.
    // Who was taken out by a person is not put back by a machine.
    expect((await ask(`intake/groups/${id}/commands/leave`, { members: [eleventh], reason: 'wronglyAdded' })).status).toBe(200);
    expect((await ask(`intake/cases/${eleventh}/commands/supplement-claim`, { facts: { workers: 20 } })).status).toBe(200);
    await app.settled();
    expect([await groupOf(eleventh), (await group(id)).size]).toEqual([null, 10]);
    // Representatives bind those who chose them: whoever comes later is suggested to a person.
    expect((await ask(`intake/groups/${id}/commands/choose-representatives`, { representatives: nine.slice(0, 3) })).status).toBe(200);
    const late = await file({ employer });
    await app.settled();
    expect(await related(late)).toMatchObject({ group: null, related: expect.arrayContaining([expect.objectContaining({ caseId: nine[0], group: id, reasons: [expect.objectContaining({ code: 'employer' })] })]) });
    expect((await ask(`intake/groups/${id}/commands/join`, { members: [{ caseId: late }] })).status).toBe(200);
    expect(await groupOf(late)).toBe(id);
  });

  it('gather with whoever waited already, by whichever sign of the employer', async () => {
    const name = '测试辛劳务有限公司';
    const first = await file({ employer: { name } }); // Without its code: nobody comes for it later.
    await app.settled();
    const rest = await files(10, { employer: { name, creditCode: '91430000MA0T0003XX' } });
    await app.settled();
    const id = (await groupOf(rest[0]!))!;
    expect((await group(id)).members.map(({ caseId }) => caseId).sort()).toEqual([first, ...rest].sort());
  });

  it('gather once, however many come at the same instant and however often the facts are delivered', async () => {
    const employer = { name: '测试乙劳务有限公司', creditCode: '91430000MA0T0002XW' };
    const cases = await Promise.all(Array.from({ length: 60 }, (_, n) => file({ employer: n % 3 ? employer : { name: employer.name } })));
    await app.settled();
    expect(await formedWith(cases)).toBe(1);
    const id = (await groupOf(cases[0]!))!;
    expect((await group(id)).members.map(({ caseId }) => caseId).sort()).toEqual([...cases].sort());
    const last = async (): Promise<string> => (await app.database.query('SELECT max(pos) AS pos FROM es.events')).rows[0].pos;
    const before = await last();
    await app.database.query(`UPDATE intake.high_water SET pos = 0, next_offset = 0`);
    await app.restart();
    await app.settled();
    expect([await last(), await formedWith(cases)]).toEqual([before, 1]); // Every fact came again, and meant nothing.
    expect((await app.database.query('SELECT count(*)::int AS n FROM intake.parked')).rows[0].n).toBe(0);
  });

  it('count by their workers, their employer, their matter, their county; who only asks claims nothing', async () => {
    const twelve = await file({ employer: { name: '测试丙公司' }, workers: 12 });
    await app.settled();
    expect(await groupOf(twelve)).toBeNull(); // One case of twelve workers: a roster makes it a group.
    const thirteenth = await file({ employer: { name: '测试丙公司' } });
    const alone = [
      await file({ employer: { name: '测试丙公司' }, workers: 9, division: '439902' }), await file({ employer: { name: '测试丙公司' }, workers: 9, facts: { matter: 'workInjury' } }),
      await file({ employer: { name: '测试丙公司' }, workers: 9, demandKind: 'consult' }), await file({ employer: { name: '测试丙公司' }, workers: 9, category: 'D04', text: '技能培训补贴没有发。' }),
    ];
    await app.settled();
    expect(await groupOf(thirteenth)).toBe(await groupOf(twelve));
    expect(await Promise.all(alone.map(groupOf))).toEqual([null, null, null, null]);
    const site = await files(2, { employer: { name: '测试丁公司' }, project: { name: '测试花园三期', sector: 'E47' }, workers: 4 });
    const other = await file({ employer: { name: '测试戊公司' }, project: { name: '测试花园三期', sector: 'E47' }, workers: 4 });
    await app.settled();
    expect([await groupOf(other), await formedWith([...site, other])]).toEqual([await groupOf(site[0]!), 1]); // Three employers, one project.
    expect(await groupOf(other)).not.toBeNull();
  });

  it('that look like one, or belong together, are suggested; a person decides', async () => {
    const employer = { name: '测试己公司' };
    const one = await file({ employer, requester: { name: '密甲测', phone: '13900009901' }, facts: { periodFrom: '2025-11', periodTo: '2026-01' } });
    const same = await file({ employer: { name: '测试己公司' }, requester: { name: '密甲恻', phone: '13900009901' }, facts: { periodFrom: '2025-12', periodTo: '2026-01' } });
    const colleague = await file({ employer });
    const abroad = await file({ employer, division: '110105' });
    await app.settled();
    const { body } = await app.hotline('station').check(orderOf({ employer }));
    expect(body).toMatchObject({ related: { open: 4, caseNumbers: expect.arrayContaining([(await ask<{ caseNumber: string }>(`cases/${one}`)).json.caseNumber]) } });
    expect((await app.hotline('12345').check({ orderNo: randomUUID(), callTime: '2026-03-02T10:15:00+08:00', appealType: 'COMPLAINT', areaCode: '439901', content: '工资未发。', appealedUnit: { unitName: employer.name } })).body)
      .toMatchObject({ related: { open: 4, caseNumbers: [] } }); // Another channel's numbers are not its to know.
    const shown = await related(one);
    expect(shown.duplicates).toMatchObject([{ caseId: same, reasons: [{ code: 'phone', zh: '电话相同' }, { code: 'employer' }, { code: 'period' }] }]);
    expect(shown.related.map(({ caseId }) => caseId)).toEqual([colleague]);
    expect(JSON.stringify([shown, abroad])).not.toMatch(/密甲|13900009901|己公司/);
    expect((await ask(`intake/cases/${abroad}/related`)).json).toMatchObject({ code: 'NO_SUCH_CASE' });
    const say = (caseId: string, command: string, body: object) => ask(`intake/cases/${caseId}/commands/${command}`, body);
    expect(await say(one, 'link-related', { other: same, relation: 'duplicate' })).toMatchObject({ status: 200, json: { events: ['RelatedLinked'] } });
    expect(await say(one, 'declare-unrelated', { other: colleague })).toMatchObject({ json: { events: ['UnrelatedDeclared'] } });
    expect(await say(one, 'link-related', { other: abroad, relation: 'related' })).toMatchObject({ status: 422, json: { code: 'OTHER_CASE_UNKNOWN' } });
    expect(await say(one, 'link-related', { other: one, relation: 'related' })).toMatchObject({ json: { code: 'RELATED_TO_ITSELF' } });
    expect(await say(one, 'link-related', { other: 'x', relation: 'twin' })).toMatchObject({ status: 400 });
    await app.settled();
    expect(await related(one)).toMatchObject({ linked: [{ caseId: same, relation: 'duplicate' }], unrelated: [{ caseId: colleague }], duplicates: [], related: [] });
    expect(await related(same)).toMatchObject({ linked: [{ caseId: one, relation: 'duplicate' }] }); // It stands with both.
    expect(await related(colleague)).toMatchObject({ unrelated: [{ caseId: one }], related: [{ caseId: same }] });
    expect(await say(same, 'link-related', { other: one, relation: 'duplicate' })).toMatchObject({ json: { outcome: 'unchanged' } });
    expect(await say(same, 'declare-unrelated', { other: one })).toMatchObject({ json: { events: ['UnrelatedDeclared'] } });
    await app.settled();
    expect(await related(one)).toMatchObject({ linked: [], unrelated: expect.arrayContaining([expect.objectContaining({ caseId: same })]) });
    const { rows } = await app.database.query(`SELECT count(*)::int AS n FROM es.events WHERE type IN ('intake.related-linked', 'intake.unrelated-declared') AND case_id = ANY($1)`, [[one, same, colleague]]);
    expect(rows[0].n).toBe(6); // Each said once in both streams, and no echo.
  });

  it('that were linked wrongly are two again, with both histories', async () => {
    const said = { employer: { name: '测试庚公司' }, requester: { name: '密常名', phone: '13900009911' }, facts: { periodFrom: '2025-11', periodTo: '2026-01', amount: 100 } };
    const first = await file(said);
    const order = { ...orderOf({ ...said, text: '兄弟二人同名不同人。', facts: { ...said.facts, amount: 200 } }), externalId: 'TWIN-1' };
    const twin = (await app.hotline('station').file(order)).body;
    expect(twin).toMatchObject({ caseId: first, duplicateOf: first });
    await app.settled();
    expect((await related(first)).orders).toEqual([{ channel: 'station', channelNumber: 'TWIN-1', separatedInto: null }]);
    const separate = (channelNumber: string, role = 'officer') => ask(`intake/cases/${first}/commands/separate-duplicate`, { channel: 'station', channelNumber, reason: '密常名之弟' }, { role });
    expect(await separate('NONE')).toMatchObject({ status: 409, json: { code: 'NO_SUCH_DUPLICATE' } });
    expect(await separate('TWIN-1', 'mediator')).toMatchObject({ status: 403 });
    expect(await separate('TWIN-1')).toMatchObject({ status: 200, json: { events: ['DuplicateSeparated'] } });
    expect(await separate('TWIN-1')).toMatchObject({ json: { outcome: 'unchanged' } });
    await app.settled();
    const into = (await related(first)).orders[0]!.separatedInto!;
    const page = (await ask(`cases/${into}`)).json;
    expect(page).toMatchObject({ caseId: into, state: expect.not.stringMatching('REGISTERED'), channelOrders: [{ channel: 'station', channelNumber: 'TWIN-1' }], facts: { amount: 20_000 }, employer: '测试庚公司' });
    expect((await ask(`cases/${first}`)).json).toMatchObject({ channelOrders: [{ channel: 'station' }], facts: { amount: 10_000 } });
    const types = async (caseId: string): Promise<string[]> => (await app.database.query(`SELECT type FROM es.events WHERE stream_id = $1 ORDER BY version`, [`claim/${caseId}`])).rows.map(({ type }) => type);
    expect([await types(first), await types(into)]).toEqual([['intake.claim-filed', 'intake.duplicate-linked', 'intake.duplicate-separated'], ['intake.claim-filed']]);
    const personal = (await ask<{ events: readonly object[] }>(`audit/cases/${into}/personal-data`, { fields: ['text'], reason: '核实是否同一人' }, { role: 'officer' })).json;
    expect(JSON.stringify(personal)).toContain('兄弟二人同名不同人');
    const again = (await app.hotline('station').file(order)).body; // The hotline repeats it under another call: it hears of its own case.
    expect(again).toMatchObject({ caseId: into, caseNumber: page['caseNumber'], duplicateOf: null });
    const told = await app.database.query('SELECT DISTINCT "caseId" FROM intake.delivery WHERE "channelNumber" = $1 AND event = $2', ['TWIN-1', 'routing.case-routed.v1']);
    expect(told.rows.map(({ caseId }) => caseId)).toContain(into); // From now on its own case’s progress goes back under its number.
    expect(JSON.stringify((await app.database.query('SELECT data FROM es.events WHERE case_id = $1', [into])).rows)).not.toMatch(/密常名|兄弟/);
  });
});
