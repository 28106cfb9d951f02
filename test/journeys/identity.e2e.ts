import { randomUUID } from 'node:crypto';
import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { TestIdentityService } from '../identity-service.js';
import { startIdentityService } from '../identity-service.js';

const worker = { name: '甲子某', idNumber: '439901199003070018', phone: '13900008801' };
const other = { name: '乙丑某', idNumber: '439901199103070023' };
interface Event { readonly type: string; readonly data: Record<string, unknown> & { readonly requester?: Record<string, unknown> } }
interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string; readonly errors?: readonly { field: string }[] } }

/** Who files, and who vouches for it: with a service of real names that stands beside the product, speaks its protocol, and can go away. */
describe('Who files', () => {
  let service: TestIdentityService;
  let app: App;
  beforeAll(async () => {
    service = await startIdentityService();
    app = await startApp({ now: '2026-03-02T10:20:00+08:00', more: { IDENTITY_ISSUER: service.issuer } });
  });
  afterAll(async () => {
    await app?.stop();
    await service?.stop().catch(() => undefined);
  });

  const send = async (path: string, body: object | undefined, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${app.url}/v1/${path}`, { method: body ? 'POST' : 'GET', headers: { ...headers, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) as Answer['json'] : {} };
  };
  const as = async (role: string): Promise<Record<string, string>> => ({ authorization: `Bearer ${await tokenFor(app.issuer, { id: `${role}-a`, role, division: '439901' })}` });
  const form = (change: object = {}): { formId: string } & Record<string, unknown> => ({
    formId: randomUUID(), topic: 'D01', problems: ['wages'], place: '439901', bossOrCompany: '测试劳务公司', owedYuan: 18000, howManyPeople: 1, firstUnpaidMonth: '2025-11', lastUnpaidMonth: '2026-01', story: '三个月没发工资。', me: {}, ...change,
  });
  const file = async (claim: { formId: string }, assertion?: string): Promise<Answer> => send('self-service/claims', claim, assertion === undefined ? {} : { 'x-identity-assertion': assertion });
  const caseOf = async (caseNumber: unknown): Promise<string> => ((await send(`cases?caseNumber=${String(caseNumber)}`, undefined, await as('auditor'))).json['cases'] as { caseId: string }[])[0]!.caseId;
  const eventsOf = async (caseNumber: unknown): Promise<readonly Event[]> => {
    await app.settled();
    return (await send(`cases/${await caseOf(caseNumber)}/history`, undefined, await as('auditor'))).json['events'] as never;
  };
  const find = (events: readonly Event[], type: string): Event[] => events.filter((event) => event.type === type);

  it('is proven by the way and at the instant that the service tells, and the number stands in no event', async () => {
    const claim = form({ bossOrCompany: '实名一号劳务公司' });
    const filed = await file(claim, await service.assert(claim.formId, worker, { auth_time: Math.floor(Date.parse('2026-03-02T02:14:00Z') / 1000) }));
    expect([filed.status, filed.json['identity']]).toEqual([202, 'proven']);
    const events = await eventsOf(filed.json['caseNumber']);
    expect(find(events, 'intake.claim-filed.v1')[0]!.data.requester).toMatchObject({ identity: 'proven', name: { sealed: 1 }, phone: { sealed: 1 }, idNumber: { sealed: 1 } });
    expect(find(events, 'intake.identity-proven.v1').map(({ data }) => data)).toEqual([expect.objectContaining({ person: 'requester', method: 'face', provenAt: '2026-03-02T10:14:00+08:00', issuer: service.issuer, matched: ['name', 'idNumber'] })]);
    const { rows } = await app.database.query<{ n: string }>("SELECT count(*) AS n FROM es.events WHERE data LIKE '%' || $1 || '%' OR data LIKE '%' || $2 || '%'", [worker.idNumber, worker.name]);
    expect(rows[0]!.n).toBe('0');
    expect((await file(claim)).json).toMatchObject({ caseNumber: filed.json['caseNumber'], identity: 'proven' }); // The same form again is told what it was told.
  });

  it('is taken all the same where nobody vouches for it, and says why', async () => {
    const claim = form({ me: { myName: other.name } });
    const [plain, forged] = [await file(form()), await file(claim, await service.forge(claim.formId, other))];
    expect([plain.status, plain.json['identity'], forged.status, forged.json['identity']]).toEqual([202, 'notAsked', 202, 'notAccepted']);
    const events = await eventsOf(forged.json['caseNumber']);
    expect([find(events, 'intake.claim-filed.v1')[0]!.data.requester?.['identity'], find(events, 'intake.identity-proven.v1')]).toEqual(['unproven', []]);
    const stolen = form();
    expect((await file(stolen, await service.assert(claim.formId, other))).json['identity']).toBe('notAccepted'); // Made for another form.
  });

  it('is not somebody else under one’s own proof', async () => {
    const claim = form({ me: { myName: other.name, myIdNumber: other.idNumber } });
    const refused = await file(claim, await service.assert(claim.formId, worker));
    expect([refused.status, refused.json.errors?.map(({ field }) => field)]).toEqual([400, ['me.myName', 'me.myIdNumber']]);
    expect(((await send('self-service/claims/check', claim, { 'x-identity-assertion': await service.assert(claim.formId, worker) })).json['wrong'] as { field: string }[]).map(({ field }) => field)).toEqual(['me.myName', 'me.myIdNumber']);
  });

  it('of one who wants no name known keeps nothing, proof or not', async () => {
    const claim = form({ me: { stayAnonymous: true, myMobile: '13900008802' } });
    const filed = await file(claim, await service.assert(claim.formId, worker));
    const [event] = find(await eventsOf(filed.json['caseNumber']), 'intake.claim-filed.v1');
    expect([filed.json['identity'], event!.data.requester]).toEqual(['notAsked', expect.objectContaining({ identity: 'unproven', name: null, idNumber: null })]);
  });

  it('may act for another: by relation and right, proven as the one who acts, shown on the case', async () => {
    const claim = form({ me: { myName: other.name, myIdNumber: other.idNumber }, helper: { whoIAm: 'tradeUnion', why: 'unionSupport' }, bossOrCompany: '代办一号劳务公司' });
    const filed = await file(claim, await service.assert(claim.formId, worker));
    const events = await eventsOf(filed.json['caseNumber']);
    expect([filed.json['identity'], find(events, 'intake.claim-filed.v1')[0]!.data.requester]).toEqual(['proven', expect.objectContaining({ identity: 'unproven', representedBy: 'tradeUnion' })]);
    expect(find(events, 'intake.representation-recorded.v1')[0]!.data).toMatchObject({ relation: 'tradeUnion', basis: 'unionSupport', name: { sealed: 1 }, phone: { sealed: 1 } });
    expect(find(events, 'intake.identity-proven.v1')[0]!.data).toMatchObject({ person: 'representative', matched: ['name'] });
    const named = form({ me: { myName: other.name }, helper: { whoIAm: 'closeRelative', why: 'oralAuthority', helperName: '丙寅某' } });
    expect((await file(named, await service.assert(named.formId, worker))).json.errors?.map(({ field }) => field)).toEqual(['helper.helperName']);
  });

  it('joins the case of the same number once it is proven, and by name and telephone alone none', async () => {
    const told = { me: { myName: other.name, myIdNumber: other.idNumber, myMobile: '13900008803' }, bossOrCompany: '并案劳务公司' };
    const [first, second] = [form(told), form(told)];
    const one = await file(first, await service.assert(first.formId, other));
    const two = await file(second, await service.assert(second.formId, other));
    expect([one.json['identity'], two.json['trackingCode']]).toEqual(['proven', one.json['trackingCode']]);
    const namesake = form({ ...told, me: { myName: other.name, myMobile: '13900008803' } });
    const namesakesNumber = '439901199203070039';
    expect((await file(namesake, await service.assert(namesake.formId, { name: other.name, idNumber: namesakesNumber }))).json['trackingCode']).not.toBe(one.json['trackingCode']);
    expect((await file(form(told))).json['trackingCode']).not.toBe(one.json['trackingCode']);
  });

  it('is proven afterwards by the tracking code, by the person of the case alone', async () => {
    const { json } = await file(form({ me: { myName: worker.name, myIdNumber: worker.idNumber }, bossOrCompany: '事后核验劳务公司' }));
    const code = String(json['trackingCode']);
    const prove = (assertion?: string): Promise<Answer> => send(`track/${code}/identity`, {}, assertion === undefined ? {} : { 'x-identity-assertion': assertion });
    expect([(await prove()).json.code, (await prove(await service.assert('AAAAAAAAAA', worker))).json.code, (await prove(await service.assert(code, other))).json.code]).toEqual(['IDENTITY_NOT_PROVEN', 'IDENTITY_NOT_PROVEN', 'IDENTITY_OF_ANOTHER']);
    expect([(await prove(await service.assert(code, worker))).json, (await prove(await service.assert(code, worker))).json['outcome']]).toEqual([{ identity: 'proven', outcome: 'appended' }, 'unchanged']);
    expect(find(await eventsOf(json['caseNumber']), 'intake.identity-proven.v1')).toHaveLength(1);
  });

  it('is confirmed by an officer with the paper in hand, and who acts for whom is recorded at the desk', async () => {
    const { json } = await file(form({ me: { myName: worker.name }, bossOrCompany: '柜台劳务公司' }));
    await app.settled();
    const caseId = await caseOf(json['caseNumber']);
    const step = async (command: string, body: object): Promise<Answer> => send(`intake/cases/${caseId}/commands/${command}`, body, await as('officer'));
    expect((await step('confirm-identity', { person: 'representative', document: 'residentIdCard' })).json.code).toBe('NOBODY_REPRESENTS');
    expect((await step('record-representation', { relation: 'closeRelative', basis: 'statutoryAgency', name: '丙寅某' })).status).toBe(200);
    expect((await step('confirm-identity', { person: 'representative', document: 'residentIdCard' })).status).toBe(200);
    const events = await eventsOf(json['caseNumber']);
    expect(find(events, 'intake.representation-recorded.v1')[0]!.data).toMatchObject({ relation: 'closeRelative', basis: 'statutoryAgency', name: { sealed: 1 }, phone: null });
    expect(find(events, 'intake.identity-proven.v1')[0]!.data).toMatchObject({ person: 'representative', method: 'seen:residentIdCard', issuer: null });
  });

  it('is kept from whoever has no part in the case, where the person asks for secrecy', async () => {
    const { json } = await file(form({ me: { myName: worker.name, keepMyNameFromEmployer: true }, bossOrCompany: '保密劳务公司' }));
    await app.settled();
    const caseId = await caseOf(json['caseNumber']);
    const { rows } = await app.database.query<{ department: string; division: string }>("SELECT DISTINCT data::jsonb #>> '{unit,department}' AS department, data::jsonb #>> '{unit,division}' AS division FROM es.events WHERE stream_id = $1 AND type = 'routing.case-assigned'", [`assignment/${caseId}`]);
    const reveal = async (department: string): Promise<Answer> => send(`audit/cases/${caseId}/personal-data`, { fields: ['name'], reason: '核实诉求人身份' },
      { authorization: `Bearer ${await tokenFor(app.issuer, { id: `o-${department}`, role: 'officer', division: rows[0]!.division, department })}` });
    expect(rows.map(({ department }) => department)).not.toContain('civilAffairs');
    expect([(await reveal('civilAffairs')).json.code, (await reveal(rows[0]!.department)).json['personal']]).toEqual(['COMPLAINANT_IS_SECRET', { name: worker.name }]);
    expect(find(await eventsOf(json['caseNumber']), 'audit.reading-refused.v1').map(({ data }) => data)).toEqual([expect.objectContaining({ reading: 'personalData', code: 'COMPLAINANT_IS_SECRET', by: 'officer:o-civilAffairs' })]);
  });

  describe('gets a copy of what is kept', () => {
    const holder = { name: '丁卯某', idNumber: '439901199303070044' };
    let codes: string[];
    const copy = async (code: string, assertion?: string, accept = 'application/json'): Promise<Response> =>
      fetch(`${app.url}/v1/track/${code}/personal-data`, { method: 'POST', headers: { accept, ...(assertion !== undefined && { 'x-identity-assertion': assertion }) } });
    beforeAll(async () => {
      const filed = [];
      for (const company of ['副本一号劳务公司', '副本<b>二号']) filed.push(await file(form({ bossOrCompany: company, story: `我叫${holder.name}，在${company}干活。`, me: { myName: holder.name, myIdNumber: holder.idNumber, myMobile: '13900008804' } })));
      codes = filed.map(({ json }) => String(json['trackingCode']));
      await app.settled();
    });

    it('by code and proven identity, neither alone: every own case, and everything that was sealed', async () => {
      expect([(await copy(codes[0]!)).status, (await copy(codes[0]!, await service.assert(codes[0]!, worker))).status, (await copy('AAAAAAAAAA', await service.assert('AAAAAAAAAA', holder))).status]).toEqual([403, 403, 404]);
      const response = await copy(codes[0]!, await service.assert(codes[0]!, holder));
      const data = (await response.json()) as { cases: { employer: { name: string }; facts: Record<string, unknown>; personal: { field: string; value: string }[] }[] };
      expect([response.status, response.headers.get('cache-control'), data.cases.map(({ employer }) => employer.name)]).toEqual([200, 'no-store', ['副本一号劳务公司', '副本<b>二号']]);
      expect(data.cases[0]!.personal.map(({ field, value }) => [field, value])).toEqual(expect.arrayContaining([['requester.name', holder.name], ['requester.phone', '13900008804'], ['requester.idNumber', holder.idNumber], ['text', `我叫${holder.name}，在副本一号劳务公司干活。`]]));
      expect(data.cases[0]!.facts).toMatchObject({ amount: 1_800_000 });
      const { rows } = await app.database.query<{ data: string; meta: string }>("SELECT data, meta FROM es.events WHERE type = 'audit.personal-data-exported'");
      expect(rows.map(({ data: one }) => (JSON.parse(one) as { by: string; cases: string[] })).map(({ by, cases }) => [by, cases.length])).toEqual([['worker:tracking-code', 2], ['worker:tracking-code', 2]]);
    });

    it('as a page without anything that runs, whatever was written', async () => {
      const response = await copy(codes[0]!, await service.assert(codes[0]!, holder), 'text/html');
      const page = await response.text();
      expect([response.status, response.headers.get('content-type'), page.includes(holder.name), page.includes('副本&#60;b&#62;二号'), /<(script|style|b|img)\b/.test(page)]).toEqual([200, 'text/html; charset=utf-8', true, true, false]);
    });

    it('from an officer on request, who is on record with the reason, and from nobody else', async () => {
      const { rows } = await app.database.query<{ id: string }>("SELECT case_id AS id FROM es.events WHERE type = 'intake.claim-filed' AND data LIKE '%' || $1 || '%'", [codes[0]]);
      const ask = async (role: string): Promise<Answer> => send(`intake/cases/${rows[0]!.id}/personal-data-copy`, { reason: '本人持身份证到窗口申请' }, await as(role));
      expect([(await ask('officer')).status, (await ask('supervisor')).status, (await ask('auditor')).status]).toEqual([200, 403, 403]);
      await app.settled();
      const events = (await send(`cases/${rows[0]!.id}/history`, undefined, await as('auditor'))).json['events'] as Event[];
      expect(find(events, 'audit.personal-data-exported.v1').at(-1)!.data).toMatchObject({ by: 'officer:officer-a', reason: '本人持身份证到窗口申请', format: 'json', fields: ['idNumber', 'name', 'phone', 'text'] });
      expect(find(events, 'audit.reading-refused.v1').map(({ data }) => data['by'])).toEqual(['supervisor:supervisor-a', 'auditor:auditor-a']);
    });
  });

  it('is taken and marked while the service is away; who asks for more is told to come back', async () => {
    const claim = form({ me: { myName: worker.name } });
    const assertion = await service.assert(claim.formId, worker);
    await service.stop();
    await app.restart(); // With no keys of it in memory.
    const filed = await file(claim, assertion);
    expect([filed.status, filed.json['identity']]).toEqual([202, 'serviceAway']);
    expect((await send(`track/${String(filed.json['trackingCode'])}/identity`, {}, { 'x-identity-assertion': assertion })).status).toBe(503);
  });
});
