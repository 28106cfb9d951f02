import { randomUUID } from 'node:crypto';
import { blindIndex, normalise } from '#libs/security/blind-index.js';
import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { TestIdentityService } from '../identity-service.js';
import { startIdentityService } from '../identity-service.js';
import { send as sendOrder } from '../work-orders.js';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string; readonly errors?: readonly { field: string }[] } }
interface Event { readonly type: string; readonly data: Record<string, unknown> }
type Space = 'name' | 'phone' | 'idNumber';

const AT = '2026-03-02T10:20:00+08:00';
const [wrongPhone, rightPhone] = ['13900008821', '13900008822'];
const [wrongNumber, rightNumber] = ['439901199003070018', '439901199103070023'];

/** 个人信息保护法 46: whoever finds the own data wrong asks for them to be put right; the office verifies, and corrects in time. */
describe('What is written of a person', () => {
  let service: TestIdentityService;
  let app: App;
  beforeAll(async () => {
    service = await startIdentityService();
    app = await startApp({ now: AT, more: { IDENTITY_ISSUER: service.issuer } });
  });
  afterAll(async () => {
    await app?.stop();
    await service?.stop();
  });

  const send = async (path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${app.url}/v1/${path}`, { method: body ? 'POST' : 'GET', headers: { ...headers, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) as Answer['json'] : {} };
  };
  const as = async (role: string): Promise<Record<string, string>> => ({ authorization: `Bearer ${await tokenFor(app.issuer, { id: `${role}-a`, role, division: '439901' })}` });
  const step = async (caseId: string, command: string, body: object, role = 'officer'): Promise<Answer> => send(`intake/cases/${caseId}/commands/${command}`, body, await as(role));
  const orderOf = (requester: object, employer: string, facts: object = {}): object => ({
    externalId: randomUUID(), receivedAt: AT, division: '439901', category: 'D01', text: '欠薪三个月。', requester: { migrantWorker: true, ...requester }, employer: { name: employer }, facts: { amount: 18000, workers: 1, periodFrom: '2025-11', periodTo: '2026-01', ...facts },
  });
  const order = async (requester: object, employer: string, facts: object = {}): Promise<{ caseId: string; trackingCode: string; duplicateOf: string | null }> => {
    const { status, json } = await sendOrder({ url: app.url, channel: 'station', secret: app.secrets['station']! }, orderOf(requester, employer, facts));
    expect(status).toBe(202);
    await app.settled();
    return json as never;
  };
  const historyOf = async (caseId: string): Promise<readonly Event[]> => {
    await app.settled();
    return (await send(`cases/${caseId}/history`, undefined, await as('auditor'))).json['events'] as never;
  };
  const reveal = async (caseId: string, ...fields: string[]): Promise<Record<string, string>> => (await send(`audit/cases/${caseId}/personal-data`, { fields, reason: '联系诉求人' }, await as('officer'))).json['personal'] as never;
  const track = async (code: string): Promise<Record<string, unknown>> => (await send(`track/${code}`)).json;
  const ask = (code: string, body: object, assertion?: string): Promise<Answer> => send(`track/${code}/corrections`, body, assertion === undefined ? {} : { 'x-identity-assertion': assertion });
  /** Cases that a value leads to, by the auditor's search. */
  const found = async (space: Space, value: string): Promise<readonly string[]> =>
    ((await send('audit/who-looked', { [space]: value, reason: '核对检索' }, await as('auditor'))).json['cases'] as { caseId: string }[]).map(({ caseId }) => caseId);

  it('is corrected by an officer at the person’s asking: found by the new telephone, and by the old no more', async () => {
    const { caseId } = await order({ name: '甲子某', phone: wrongPhone }, '更正一号劳务公司');
    expect([await found('phone', wrongPhone), await found('phone', rightPhone)]).toEqual([[caseId], []]);
    const corrected = await step(caseId, 'correct-person', { phone: rightPhone, reason: '本人来电，回拨原登记单位核实' });
    expect([corrected.status, corrected.json['events']]).toEqual([200, ['PersonalDataCorrected']]);
    const event = (await historyOf(caseId)).find(({ type }) => type === 'intake.personal-data-corrected.v1')!;
    expect(event.data).toMatchObject({ by: 'officer:officer-a', at: expect.any(String), name: null, phone: { sealed: 1, field: 'phone' }, idNumber: null, reason: { sealed: 1 } });
    expect(await reveal(caseId, 'name', 'phone')).toEqual({ name: '甲子某', phone: rightPhone });
    expect([await found('phone', wrongPhone), await found('phone', rightPhone), await found('name', '甲子某')]).toEqual([[], [caseId], [caseId]]);
    expect((await step(caseId, 'correct-person', { phone: rightPhone, reason: '本人再次来电' })).json['outcome']).toBe('unchanged');
    const { rows } = await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM es.events WHERE data LIKE '%' || $1 || '%' OR data LIKE '%' || $2 || '%'`, [wrongPhone, rightPhone]);
    expect(rows[0]!.n).toBe(0);
  });

  it('is what a second order is held against: the right telephone joins the case, the wrong one does not', async () => {
    const employer = '并案更正劳务公司';
    const { caseId } = await order({ name: '乙丑某', phone: wrongPhone }, employer);
    await step(caseId, 'correct-person', { phone: rightPhone, reason: '本人来电核实' });
    await app.settled();
    const check = async (phone: string): Promise<unknown> => (await sendOrder({ url: app.url, channel: 'station', secret: app.secrets['station']!, path: 'work-orders/check' }, orderOf({ name: '乙丑某', phone }, employer))).json['mode'];
    expect([(await check(rightPhone)) === 'merge', (await check(wrongPhone)) === 'merge']).toEqual([true, false]);
    expect((await order({ name: '乙丑某', phone: rightPhone }, employer)).duplicateOf).toBe(caseId);
    expect((await order({ name: '乙丑某', phone: wrongPhone }, employer)).duplicateOf).toBeNull();
  });

  it('is asked for by the tracking code, seen and corrected by an officer, and told to the person', async () => {
    const { caseId, trackingCode } = await order({ name: '丙寅某', phone: wrongPhone }, '申请更正劳务公司');
    expect((await ask(trackingCode, {})).json.errors?.map(({ field }) => field)).toEqual(['name', 'phone', 'idNumber']);
    expect((await ask(trackingCode, { phone: '1390000' })).json.errors?.map(({ field }) => field)).toEqual(['phone']);
    expect((await ask('AAAAAAAAAA', { phone: rightPhone })).status).toBe(404);
    expect([(await ask(trackingCode, { phone: wrongPhone })).json, (await ask(trackingCode, { phone: rightPhone, reason: '号码少写一位' })).json]).toEqual([{ outcome: 'requested' }, { outcome: 'requested' }]); // The answer does not tell what stands.
    expect([await reveal(caseId, 'phone', 'requestedPhone'), (await track(trackingCode))['correction']]).toEqual([{ phone: wrongPhone, requestedPhone: rightPhone }, expect.objectContaining({ step: 'requested' })]);
    expect((await step(caseId, 'correct-person', { reason: '回拨新号码，核对案情一致' })).json['events']).toEqual(['PersonalDataCorrected']);
    await app.settled();
    const told = await track(trackingCode);
    expect([await reveal(caseId, 'phone', 'requestedPhone'), told['correction'], (told['steps'] as { title: string }[]).map(({ title }) => title)]).toEqual([
      { phone: rightPhone, requestedPhone: null }, expect.objectContaining({ step: 'corrected' }), expect.arrayContaining(['个人信息更正已申请', '个人信息已更正'])]);
    expect(JSON.stringify(told)).not.toMatch(/1390000882/);
  });

  it('is not corrected for a reason that the person is told, and asked for so often and no more', async () => {
    const { caseId, trackingCode } = await order({ name: '丁卯某', phone: wrongPhone }, '不予更正劳务公司');
    expect((await step(caseId, 'decline-correction', { ground: 'identityNotConfirmed' })).json.code).toBe('NO_CORRECTION_REQUESTED');
    await ask(trackingCode, { phone: rightPhone });
    expect((await step(caseId, 'decline-correction', { ground: 'identityNotConfirmed', note: '新号码无人接听' })).json['events']).toEqual(['CorrectionDeclined']);
    expect([(await track(trackingCode))['correction'], (await reveal(caseId, 'phone'))['phone']]).toEqual([expect.objectContaining({ step: 'declined', zh: expect.stringContaining('没有核实到是您本人申请') }), wrongPhone]);
    expect((await step(caseId, 'correct-person', { reason: '没有写明更正什么' })).json.code).toBe('NOTHING_TO_CORRECT');
    const codes: unknown[] = [];
    for (let n = 2; n <= 6; n++) codes.push((await ask(trackingCode, { phone: `1390000883${n}` })).json.code);
    expect(codes).toEqual([undefined, undefined, undefined, undefined, 'CORRECTIONS_TOO_MANY']);
  });

  it('and was proven is corrected with a paper in hand, after which the old proof vouches no more', async () => {
    const form = { formId: randomUUID(), topic: 'D01', problems: ['wages'], place: '439901', bossOrCompany: '核验更正劳务公司', owedYuan: 18000, story: '没发工资。', me: {} };
    const filed = await send('self-service/claims', form, { 'x-identity-assertion': await service.assert(form.formId, { name: '戊辰', idNumber: '439901199203070039' }) });
    expect(filed.json['identity']).toBe('proven');
    await app.settled();
    const caseId = ((await send(`cases?caseNumber=${String(filed.json['caseNumber'])}`, undefined, await as('auditor'))).json['cases'] as { caseId: string }[])[0]!.caseId;
    expect((await step(caseId, 'correct-person', { name: '戊辰某', reason: '本人来电' })).json.code).toBe('PROVEN_IDENTITY_NEEDS_PAPER');
    expect((await step(caseId, 'correct-person', { name: '戊辰某', reason: '本人到窗口', document: 'residentIdCard' })).json['events']).toEqual(['PersonalDataCorrected', 'IdentityProven']);
    expect((await historyOf(caseId)).filter(({ type }) => type === 'intake.identity-proven.v1').map(({ data }) => data['method'])).toEqual(['face', 'seen:residentIdCard']);
    const rest = await step(caseId, 'correct-person', { phone: rightPhone, reason: '本人来电' }); // A telephone was never proven.
    expect(rest.json['events']).toEqual(['PersonalDataCorrected']);
  });

  it('is corrected at once for whom the service of real names vouches, to what it says and nothing else', async () => {
    const person = { name: '己巳某', idNumber: '439901199303070044' };
    const { caseId, trackingCode } = await order({ name: '己已某', idNumber: person.idNumber, phone: wrongPhone }, '本人更正劳务公司');
    expect((await ask(trackingCode, { name: '别人某' }, await service.assert(trackingCode, person))).json.errors?.map(({ field }) => field)).toEqual(['name']);
    expect((await ask(trackingCode, { name: person.name }, await service.assert(trackingCode, { name: person.name, idNumber: rightNumber }))).json.code).toBe('IDENTITY_OF_ANOTHER');
    expect((await ask(trackingCode, { name: person.name, phone: rightPhone }, await service.assert(trackingCode, person))).json).toEqual({ outcome: 'corrected' });
    await app.settled();
    expect(await reveal(caseId, 'name', 'phone')).toEqual({ name: person.name, phone: rightPhone });
    expect((await historyOf(caseId)).find(({ type }) => type === 'intake.identity-proven.v1')!.data).toMatchObject({ method: 'face', matched: expect.arrayContaining(['name', 'idNumber']) });
    expect((await ask(trackingCode, { name: person.name }, await service.assert(trackingCode, person))).json).toEqual({ outcome: 'unchanged' });
  });

  it('is copied as it stands, with what stood before marked; and another’s number, once corrected, opens nothing to the other', async () => {
    const other = { name: '庚午某', idNumber: wrongNumber };
    const own = await order({ name: other.name, idNumber: wrongNumber }, '他人劳务公司');
    const mistaken = await order({ name: '辛未某', idNumber: wrongNumber }, '错号劳务公司', { amount: 9600 });
    const copy = async (code: string, person: { name: string; idNumber: string }): Promise<readonly { employer: { name: string }; personal: { field: string; event: string; value: string; replaced?: true }[] }[]> =>
      (await send(`track/${code}/personal-data`, {}, { 'x-identity-assertion': await service.assert(code, person) })).json['cases'] as never;
    expect((await copy(own.trackingCode, other)).map(({ employer }) => employer.name).sort()).toEqual(['他人劳务公司', '错号劳务公司'].sort());
    await step(mistaken.caseId, 'correct-person', { idNumber: rightNumber, reason: '核对身份证原件', document: 'residentIdCard' });
    await app.settled();
    expect((await copy(own.trackingCode, other)).map(({ employer }) => employer.name)).toEqual(['他人劳务公司']);
    const [mine] = await copy(mistaken.trackingCode, { name: '辛未某', idNumber: rightNumber });
    expect(mine!.personal.filter(({ field }) => /idNumber$/.test(field)).map(({ field, value, replaced }) => [field, value, replaced])).toEqual([['requester.idNumber', wrongNumber, true], ['idNumber', rightNumber, undefined]]);
    expect([await found('idNumber', wrongNumber), await found('idNumber', rightNumber)]).toEqual([[own.caseId], [mistaken.caseId]]);
  });

  it('is known by its keyed fingerprint alone, one of each kind', async () => {
    const { caseId } = await order({ name: '壬申某', phone: wrongPhone }, '指纹劳务公司');
    await step(caseId, 'correct-person', { name: '壬申', phone: rightPhone, reason: '本人来电核实' });
    await app.settled();
    const index = blindIndex(Buffer.from(app.environment['BLIND_INDEX_SECRET']!, 'base64'));
    const { rows } = await app.database.query<{ space: Space; mac: Buffer }>('SELECT space, mac FROM pii.blind_index WHERE case_id = $1 ORDER BY space', [caseId]);
    expect(rows.map(({ space, mac }) => [space, mac.toString('hex')])).toEqual([['name', '壬申'], ['phone', rightPhone]].map(([space, value]) => [space, index.mac(space as Space, normalise(space as Space, value!)).toString('hex')]));
  });
});
