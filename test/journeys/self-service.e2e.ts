import { randomUUID } from 'node:crypto';
import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';

const someone = (id: string, role: string, division = '439901', department?: string): { id: string; role: string; division: string; department?: string } => ({ id, role, division, ...(department && { department }) });
const coordinator = someone('coord-a', 'coordinator');
const agent = someone('hotline-a', 'officer', '439900');
const clerk = someone('clerk-a', 'officer', '439901');
const auditor = someone('audit-a', 'auditor', '439900');
interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string; readonly errors?: readonly { field: string }[] } }

/** What a worker without an account can do from a phone, and what an agent tells a caller. */
describe('Self-service', () => {
  let app: App;
  beforeAll(async () => { app = await startApp({ now: '2026-03-02T10:20:00+08:00' }); });
  afterAll(() => app?.stop());

  const send = async (who: ReturnType<typeof someone> | undefined, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${app.url}/v1/${path}`, {
      method: body ? 'POST' : 'GET', ...(body && { body: JSON.stringify(body) }),
      headers: { ...(who && { authorization: `Bearer ${await tokenFor(app.issuer, who)}` }), ...(body && { 'content-type': 'application/json' }) },
    });
    const text = await response.text();
    return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) as Answer['json'] : {} };
  };
  const claim = (change: object = {}): object => ({
    formId: randomUUID(), topic: 'D01', problems: ['wages'], iWantTo: 'complaint', place: '439901', bossOrCompany: '测试劳务公司', owedYuan: 18000, howManyPeople: 1, firstUnpaidMonth: '2025-11', lastUnpaidMonth: '2026-01',
    story: '三个月没发工资。', me: { myName: '甲子某', myMobile: '13900008801' }, ...change,
  });
  const history = async (caseId: string): Promise<readonly { type: string; data: Record<string, unknown> }[]> => (await send(auditor, `cases/${caseId}/history`)).json['events'] as never;
  const caseOf = async (caseNumber: unknown): Promise<string> => ((await send(auditor, `cases?caseNumber=${String(caseNumber)}`)).json['cases'] as { caseId: string }[])[0]!.caseId;

  it('says who would handle it and by when, and stores nothing', async () => {
    const { status, json } = await send(undefined, 'self-service/claims/check', claim());
    expect([status, json['wrong'], json['missing']]).toEqual([200, [], []]);
    expect(json['who']).toEqual([{ department: { zh: '人社部门劳动保障监察机构', en: 'labour inspection body of the HR&SS bureau' }, division: '测试区' }]);
    expect((json['by'] as { due: string }[]).map(({ due }) => due)).toEqual(['2026-03-09', '2026-03-09']);
    expect((await send(auditor, 'cases')).json['cases']).toEqual([]);
  });

  it('names beside its field what is wrong, and what is missing', async () => {
    const wrong = await send(undefined, 'self-service/claims/check', claim({ me: { myName: '甲子某', myMobile: '123' }, owedYuan: '很多' }));
    expect((wrong.json['wrong'] as { field: string }[]).map(({ field }) => field).sort()).toEqual(['me.myMobile', 'owedYuan']);
    const bare = await send(undefined, 'self-service/claims/check', { formId: randomUUID(), topic: 'D01', problems: ['wages'], place: '439901', me: {} });
    expect((bare.json['missing'] as { field: string }[]).map(({ field }) => field)).toEqual(['me.myMobile', 'me.myName', 'bossOrCompany', 'story', 'howManyPeople', 'owedYuan', 'firstUnpaidMonth']);
    expect((await send(undefined, 'self-service/claims', claim({ photos: [] }))).json.errors!.map(({ field }) => field)).toEqual(['photos']);
    expect((await send(undefined, 'self-service/claims', claim({ formId: '1' }))).json.errors!.map(({ field }) => field)).toEqual(['formId']);
  });

  it('files once, however often it is sent, and marks that nobody has proven who it is', async () => {
    const form = claim();
    const [first, again] = [await send(undefined, 'self-service/claims', form), await send(undefined, 'self-service/claims', form)];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.json['trackingCode']).toBe(first.json['trackingCode']);
    expect(String(first.json['qr'])).toMatch(/^<svg [^>]*>.*<\/svg>$/s);
    expect(first.json['url']).toBe(`${app.url}/worker/#/track/${String(first.json['trackingCode'])}`);
    expect((await send(undefined, 'self-service/claims', { ...form, owedYuan: 1 })).json.code).toBe('KEY_REUSED');
    await app.settled();
    const [filed] = await history(await caseOf(first.json['caseNumber']));
    expect(filed!.data).toMatchObject({ channel: 'self-service', requester: { identity: 'unproven' }, facts: { workRegion: '439901' }, receivedAt: '2026-03-02T10:20:00+08:00' });
  });

  it('tells nobody that a worker complained: the same words of another make a case of their own', async () => {
    const [one, other] = [await send(undefined, 'self-service/claims', claim()), await send(undefined, 'self-service/claims', claim())];
    expect(new Set([one.json['trackingCode'], other.json['trackingCode']]).size).toBe(2);
  });

  describe('by the code of a site', () => {
    const project = randomUUID();
    let token: string;
    beforeAll(async () => {
      const registered = await send(someone('insp-a', 'inspector'), 'resolution/projects', {
        project, name: '测试花园二期', sector: 'housing', division: '439901', owner: '测试建设单位', generalContractor: { name: '测试总承包有限公司' }, investment: 'government', startedOn: '2026-01-05',
      });
      expect(registered.status).toBe(200);
      expect((await send(coordinator, `resolution/projects/${project}/commands/issue-site-code`, {})).json).toMatchObject({ events: ['SiteCodeIssued'] });
      const { json } = await send(coordinator, `resolution/projects/${project}/site-codes`);
      const [code] = json['codes'] as { code: number; url: string; valid: boolean; qr: string }[];
      expect(code).toMatchObject({ code: 1, valid: true, contractor: '测试总承包有限公司' });
      token = code!.url.replace(`${app.url}/worker/#/file?site=`, '');
    });

    it('fills in project, contractor and place from the file, whatever the page says', async () => {
      expect((await send(undefined, `self-service/sites/${token}`)).json).toEqual({ name: '测试花园二期', generalContractor: '测试总承包有限公司', contractor: '测试总承包有限公司', division: '439901', place: '测试市测试区' });
      const { json } = await send(undefined, 'self-service/claims', claim({ site: token, place: '439902', siteName: '别的工地', bossOrCompany: null }));
      await app.settled();
      const [filed] = await history(await caseOf(json['caseNumber']));
      expect(filed!.data).toMatchObject({
        site: { project, code: 1 }, division: '439901', employer: { name: '测试总承包有限公司' }, project: { name: '测试花园二期', sector: 'E47', owner: '测试建设单位' }, facts: { governmentInvested: true, stateOwned: false, sector: 'E47' },
      });
    });

    it('is refused in plain words where it was changed, and once it was revoked', async () => {
      const forged = token.slice(0, -1) + (token.endsWith('A') ? 'E' : 'A');
      expect([(await send(undefined, `self-service/sites/${forged}`)).json.code, (await send(undefined, 'self-service/claims', claim({ site: forged }))).json.code]).toEqual(['SITE_CODE_UNKNOWN', 'SITE_CODE_UNKNOWN']);
      expect((await send(coordinator, `resolution/projects/${project}/commands/revoke-site-code`, { code: 1 })).status).toBe(200);
      expect([(await send(undefined, `self-service/sites/${token}`)).json.code, (await send(undefined, 'self-service/claims', claim({ site: token }))).json.code]).toEqual(['SITE_CODE_ENDED', 'SITE_CODE_ENDED']);
    });
  });

  it('answers an agent with entry, source and version, and records what was told', async () => {
    const enquiry = randomUUID();
    const found = (await send(agent, `intake/answers?q=${encodeURIComponent('劳动仲裁要多久')}`)).json as never as { pack: object; answers: { id: string; zh: string; matched: string[] }[] };
    expect(found).toMatchObject({ pack: { division: '439900', version: '2026-01-01' }, });
    expect(found.answers[0]).toMatchObject({ id: 'arb-how-long', source: 'LDMA 29, 43; S-BJ25 七' });
    expect(found.answers[0]!.zh).toContain('45日内裁决');
    const body = { enquiry, entry: 'arb-how-long', channel: '12333' };
    expect([(await send(agent, 'intake/answers', body)).json['outcome'], (await send(agent, 'intake/answers', body)).json['outcome']]).toEqual(['recorded', 'unchanged']);
    expect((await send(agent, 'intake/answers', { ...body, entry: 'nothing' })).json.code).toBe('NO_SUCH_ANSWER');
    expect((await send(someone('far', 'officer', '990000'), 'intake/answers?q=x')).status).toBeLessThan(500);
  });

  it('passes on what it does not know, on a clock of two working days, and brings the answer back', async () => {
    const asked = { enquiry: randomUUID(), question: '我的情况很特别，社保在三个省交过，退休去哪里办？', topic: 'D01', section: '社会保险科', channel: '12333', callerPhone: '13900008802', division: '439901' };
    const { status, json } = await send(agent, 'intake/enquiries', asked);
    expect(status).toBe(202);
    expect((await send(agent, 'intake/enquiries', asked)).json['caseId']).toBe(json['caseId']);
    await app.settled();
    await app.settled();
    const list = (await send(agent, 'intake/enquiries')).json['enquiries'] as { caseId: string; due: string; answeredAt: string | null }[];
    expect(list).toMatchObject([{ caseId: json['caseId'], section: '社会保险科', channel: '12333', due: '2026-03-04', answeredAt: null }]);
    expect((await send(agent, `intake/enquiries/${String(json['caseId'])}/reply`, {})).json.code).toBe('NO_REPLY_YET');
    expect((await send(clerk, `resolution/cases/${String(json['caseId'])}/commands/answer-on-line`, { order: 0, reply: '在最后参保地办理。' })).status).toBe(200);
    await app.settled();
    expect((await send(agent, `intake/enquiries/${String(json['caseId'])}/reply`, {})).json).toMatchObject({ reply: '在最后参保地办理。', phone: '13900008802' });
    const types = (await history(String(json['caseId']))).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['resolution.enquiry-passed-on.v1', 'resolution.answered-on-line.v1', 'intake.reply-returned.v1']));
  });

  it('refers a job-seeker, and tells by the code what came of it', async () => {
    const { json } = await send(undefined, 'self-service/claims', { formId: randomUUID(), topic: 'X2', problems: ['jobSeeking'], iWantTo: 'help', place: '439901', story: '想找木工的活。', me: { myName: '乙丑某', myMobile: '13900008803' } });
    await app.settled();
    const caseId = await caseOf(json['caseNumber']);
    const step = async (command: string, fields: object): Promise<number> => (await send(clerk, `resolution/cases/${caseId}/commands/${command}`, fields)).status;
    expect(await step('refer-job-seeker', { order: 0, to: 'platform', unit: '渝职聘' })).toBe(200);
    await app.settled();
    const lines = async (): Promise<string> => (await fetch(`${app.url}/v1/track/${String(json['trackingCode'])}?as=text&lang=zh`)).text();
    expect([await step('accept-referral', { order: 0, referral: 1 }), await step('conclude-referral', { order: 0, referral: 1, result: 'placed', startsOn: '2026-03-09' })]).toEqual([200, 200]);
    await app.settled();
    const events = await history(caseId);
    expect(events.some(({ type, data }) => type === 'supervision.clock-started.v1' && data['kind'] === 'REFERRAL-RESULT' && data['due'] === '2026-03-23')).toBe(true);
    expect(await lines()).toContain('您已由“渝职聘”录用或者安排上岗，2026-03-09开始。');
    expect(events.filter(({ type }) => /job-seeker|referral/.test(type))).toHaveLength(3);
  });

  it('takes more by the code, reads nothing back, and stops who tries codes', async () => {
    const { json } = await send(undefined, 'self-service/claims', claim());
    const code = String(json['trackingCode']);
    await app.settled();
    expect((await send(undefined, `track/${code}/supplements`, { text: '考勤表在班长那里。' })).json).toEqual({ outcome: 'added' });
    expect((await send(undefined, `track/${code}/supplements`, { text: '考勤表在班长那里。' })).json).toEqual({ outcome: 'unchanged' });
    const tracked = (await send(undefined, `track/${code}`)).json;
    expect(tracked['why']).toMatchObject({ zh: expect.stringContaining('监察'), ground: { zh: expect.stringContaining('《') } });
    expect(JSON.stringify(tracked)).not.toMatch(/甲子某|13900008801|考勤表/);
    const codes: unknown[] = [];
    for (let i = 3; i <= 20; i++) codes.push((await send(undefined, `track/${code}/supplements`, { text: `第${i}次补充。` })).json.code);
    expect(codes).toEqual([...Array<undefined>(9).fill(undefined), ...Array<string>(9).fill('SUPPLEMENTS_TOO_MANY')]); // Ten by the code, so that it fills no case.
    expect((await send(undefined, `track/${code}/supplements`, { text: '再来一次。' })).status).toBe(429); // Twenty in ten minutes from one address.
    for (let i = 0; i < 20; i++) expect((await send(undefined, 'track/AAAAAAAAAA')).status).toBe(404);
    expect((await send(undefined, 'track/AAAAAAAAAA')).status).toBe(429);
  });
});
