import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { signWebhook } from '#libs/security/webhook.js';
import { syntheticId } from '../../demo/orders.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Reply } from '../work-orders.js';
import { replyOf, send, someone, wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const ROLES = ['worker', 'officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor', 'policy', 'auditor', 'operator', 'channel'];
const DESKS = 'officer mediator arbitrator inspector coordinator relief legal-aid supervisor auditor';
/** The case of the test lies in 439901. */
const OWN = '439901';
const INSIDE = [OWN, '439900', '000000'];
const OUTSIDE = ['439902', '110000', '439901001'];

/** A year's notice of the calendar, with the days that are off in every year. */
const off = (from: string, to: string) => ({ from, to, zh: '节日', en: 'festival' });
const NOTICE = { notice: '测试发〔2026〕1号', title: '2027年节假日安排', issuedOn: '2026-11-10', off: [off('2027-01-01', '2027-01-01'), off('2027-05-01', '2027-05-01'), off('2027-10-01', '2027-10-03')], workingDays: [] };

/** Who may use what, written down apart from the code: a route of the document that is not here fails the test. `case`: 404 outside the case's divisions; `list`: only rows of the caller's. */
const routes: readonly (readonly [string, 'public' | 'channel' | 'case' | 'list' | 'free' | 'stream', string, object?, number?])[] = [
  ['GET /health/live', 'public', ''], ['GET /health/ready', 'public', ''], ['GET /v1/track/{trackingCode}', 'public', ''],
  ['POST /v1/channels/{channel}/work-orders', 'channel', ''], ['POST /v1/channels/{channel}/work-orders/check', 'channel', ''],
  ['GET /v1/channels/{channel}/deliveries', 'channel', 'operator'], ['POST /v1/channels/{channel}/deliveries/{id}/redrive', 'channel', 'operator'],
  // Of a group that does not exist: how far the caller came. Its borders: group.e2e.ts.
  ['POST /v1/intake/groups', 'free', 'officer supervisor', {}, 400], ['GET /v1/intake/groups/{groupId}', 'free', 'officer supervisor mediator arbitrator inspector legal-aid auditor', {}, 404],
  ['POST /v1/intake/groups/{groupId}/commands/{command}', 'free', 'officer supervisor', {}, 404],
  ...['intake', 'routing', 'resolution', 'supervision'].map((service) => [`POST /v1/${service}/groups/{groupId}/members/commands/{command}`, 'free', 'officer mediator arbitrator inspector coordinator relief legal-aid supervisor', {}, 404] as const),
  ['POST /v1/channels/{channel}/acknowledgements', 'channel', ''], ['POST /v1/channels/{channel}/imports', 'channel', ''],
  // Files are taken apart from forms: imports.e2e.ts and evidence.e2e.ts show who may hand them in.
  ['POST /v1/intake/groups/{groupId}/roster', 'channel', ''], ['POST /v1/intake/cases/{caseId}/evidence', 'channel', ''], ['POST /v1/track/{trackingCode}/evidence', 'public', ''],
  ['GET /v1/intake/cases/{caseId}/evidence', 'case', DESKS], ['GET /v1/intake/cases/{caseId}/evidence/{evidenceId}', 'free', 'officer mediator arbitrator inspector relief legal-aid', {}, 404],
  ['GET /v1/intake/cases/{caseId}/related', 'case', 'officer supervisor mediator arbitrator inspector legal-aid auditor'],
  ['GET /v1/resolution/cases/{caseId}/papers', 'case', DESKS], ['GET /v1/resolution/cases/{caseId}/papers/{file}', 'free', 'officer mediator arbitrator inspector relief legal-aid', {}, 404],
  ['POST /v1/resolution/cases/{caseId}/papers/{kind}', 'free', 'officer mediator arbitrator inspector relief legal-aid supervisor', {}, 404],
  ['GET /v1/resolution/cases/{caseId}/projects', 'case', 'inspector officer coordinator supervisor mediator arbitrator legal-aid auditor'],
  ['GET /v1/resolution/projects', 'free', 'inspector officer coordinator supervisor mediator arbitrator legal-aid auditor'], ['POST /v1/resolution/projects', 'free', 'inspector officer coordinator supervisor', {}, 400],
  ['GET /v1/resolution/projects/{projectId}', 'free', 'inspector officer coordinator supervisor mediator arbitrator legal-aid auditor', {}, 404],
  ['GET /v1/resolution/projects/{projectId}/actions', 'free', 'inspector officer coordinator supervisor', {}, 404], ['POST /v1/resolution/projects/{projectId}/commands/{command}', 'free', 'inspector officer coordinator supervisor', {}, 404],
  ['GET /v1/resolution/coordinators/desk', 'free', 'coordinator officer supervisor'], ['GET /v1/resolution/regulators/desk', 'free', 'officer inspector supervisor coordinator'],
  ['POST /v1/resolution/coordinators/{coordinator}/commands/assign-beat', 'free', 'officer supervisor', {}, 422], ['POST /v1/resolution/coordinators/{coordinator}/commands/end-beat', 'free', 'officer supervisor', {}],
  ['GET /v1/supervision/clues', 'free', DESKS], ['GET /v1/supervision/clues/statistics', 'free', DESKS], ['GET /v1/supervision/groups/{groupId}', 'free', DESKS, {}, 404],
  // The log is public as far as it names nobody; its entries are for the auditor. audit-log.e2e.ts reads it.
  ['GET /v1/audit/log/checkpoint', 'public', ''], ['GET /v1/audit/log/key', 'public', ''], ['GET /v1/audit/log/tile/{path}', 'public', ''], ['GET /v1/audit/log/tile/entries/{path}', 'free', 'auditor', {}, 404],
  ['GET /v1/audit/proofs/inclusion', 'public', ''], ['GET /v1/audit/proofs/consistency', 'public', ''],
  ['GET /v1/cases', 'list', DESKS], ['GET /v1/cases/{caseId}', 'case', DESKS], ['GET /v1/cases/{caseId}/history', 'case', DESKS], ['GET /v1/cases/{caseId}/actions', 'case', DESKS],
  ['GET /v1/resolution/cases/{caseId}/money', 'case', DESKS], // And the person of the case: mediation.e2e.ts.
  ['GET /v1/routing/units/{division}/{department}', 'free', 'officer mediator arbitrator inspector relief legal-aid supervisor auditor', {}, 422],
  ['POST /v1/routing/units/{division}/{department}/commands/{command}', 'free', 'officer mediator arbitrator inspector relief legal-aid supervisor', {}, 404],
  // Of a division outside the test's: its borders are those of the list; speedy.e2e.ts shows them.
  ['GET /v1/resolution/tribunals/{division}', 'free', 'arbitrator supervisor auditor', {}, 404], ['POST /v1/resolution/tribunals/{division}/commands/{command}', 'free', 'arbitrator supervisor', {}, 404],
  ['GET /v1/resolution/hearings', 'free', 'arbitrator officer supervisor auditor', {}, 400], ['GET /v1/resolution/hearings/slots', 'free', 'arbitrator officer supervisor', {}, 400],
  ['POST /v1/resolution/hearings', 'free', 'arbitrator', {}, 400], ['POST /v1/resolution/hearings/release', 'free', 'arbitrator supervisor', {}, 400],
  ['GET /v1/resolution/cases/{caseId}/elements', 'case', 'officer mediator arbitrator legal-aid supervisor auditor'], ['GET /v1/resolution/cases/{caseId}/panel-proposal', 'case', 'arbitrator supervisor'],
  ['GET /v1/routing/desk', 'list', 'officer mediator arbitrator inspector relief legal-aid supervisor'],
  ['GET /v1/supervision/clocks', 'list', DESKS], ['GET /v1/supervision/breaches', 'list', DESKS], ['GET /v1/supervision/escalations', 'list', DESKS], ['GET /v1/supervision/statistics', 'list', DESKS],
  ['GET /v1/supervision/cases/{caseId}/clocks/{clock}/why', 'case', DESKS], ['GET /v1/supervision/cases/{caseId}/law', 'case', DESKS],
  ['GET /v1/supervision/calendar/preview', 'free', 'policy', {}, 404], ['POST /v1/supervision/calendar/preview', 'free', 'policy', { year: 2027, notice: NOTICE }], ['GET /v1/supervision/calendar/reissues', 'free', 'policy'],
  ['GET /v1/supervision/names', 'free', DESKS], ['GET /v1/supervision/stream', 'stream', DESKS],
  // The law is open to whoever makes or audits it. A bad pack is refused, what is not there is not found: how far the caller came.
  ['GET /v1/routing/packs', 'free', 'policy auditor'], ['POST /v1/routing/packs/check', 'free', 'policy', { files: {} }],
  ['POST /v1/routing/packs/proposals', 'free', 'policy', { files: {}, note: '试验：没有内容' }, 422], ['GET /v1/routing/packs/proposals/{id}', 'free', 'policy auditor', {}, 404],
  ['POST /v1/routing/packs/proposals/{id}/publish', 'free', 'policy', {}, 404], ['POST /v1/routing/packs/proposals/{id}/reject', 'free', 'policy', { reason: '试验：没有提请' }, 404],
  ['POST /v1/routing/packs/withdraw', 'free', 'policy', { division: OWN, version: 'none', reason: '试验：没有版本' }, 404],
  ['GET /v1/routing/packs/{division}/{version}', 'free', 'policy auditor', {}, 404], ['GET /v1/routing/packs/{division}/{version}/tables/{file}', 'free', 'policy auditor', {}, 404],
  ['GET /v1/routing/packs/{division}/{version}/cases', 'free', 'policy auditor', {}, 404],
  ['POST /v1/routing/calendar/proposals', 'free', 'policy', { division: OWN, year: 2027, notice: {}, note: '试验：没有内容' }, 422],
  ['POST /v1/routing/calendar/proposals/{id}/publish', 'free', 'policy', {}, 404], ['POST /v1/routing/calendar/proposals/{id}/reject', 'free', 'policy', { reason: '试验：没有提请' }, 404],
  ['POST /v1/supervision/clocks/explain', 'free', ROLES.join(' '), { clock: 'INSP-ACCEPT', startedAt: '2026-03-02' }],
  ['GET /v1/audit/cases/{caseId}/replay', 'case', 'auditor supervisor'], ['GET /v1/audit/cases/{caseId}/bundle', 'case', 'auditor'],
  ['POST /v1/audit/what-if', 'free', 'policy auditor', { pack: { division: '439900', version: '2026-01-01' } }],
  ['POST /v1/audit/cases/{caseId}/personal-data', 'case', 'officer mediator arbitrator inspector relief legal-aid', { fields: ['phone'], reason: '联系诉求人' }],
  ...[['intake', 200], ['routing', 200], ['resolution', 200], ['supervision', 200], ['audit', 404]].flatMap(([service, done]) => [ // Audit has no consumer, and so nothing parked.
    [`GET /v1/${service}/parked`, 'free', 'operator'], [`GET /v1/${service}/parked/{caseId}`, 'free', 'operator', {}, done as number],
    [`POST /v1/${service}/parked/{caseId}/retry`, 'free', 'operator', {}, done as number], [`POST /v1/${service}/parked/{caseId}/skip`, 'free', 'operator', { position: '1', reason: '试验：没有搁置' }, 404],
  ] as const),
];
const commands: readonly (readonly [string, string, string])[] = [
  ['intake', 'officer worker inspector arbitrator mediator relief legal-aid supervisor', 'supplement-claim'], ['intake', 'officer worker supervisor', 'withdraw-claim'], ['intake', 'officer supervisor', 'classify-demand declare-unrelated link-related separate-duplicate'],
  ['intake', 'officer worker inspector arbitrator mediator', 'withdraw-evidence'],
  ['resolution', 'officer inspector', 'apply-for-fund advance-from-fund claim-recourse record-recourse'], ['resolution', 'supervisor', 'approve-fund decline-fund'],
  ['resolution', 'inspector officer supervisor coordinator', 'ask-regulator'], ['resolution', 'officer supervisor', 'answer-regulator'], ['resolution', 'coordinator', 'explain-rules follow-up-payment hold-first-mediation'],
  ['resolution', 'inspector', 'demand-records receive-records make-adverse-finding order-rectification record-rectified'],
  ['routing', 'officer mediator arbitrator inspector relief legal-aid', 'sign-order object-to-dispatch'], ['routing', 'officer supervisor', 'name-officer split-order maintain-dispatch redispatch-order designate-body override-routing'],
  ['routing', 'supervisor officer inspector', 'transfer-order'], ['routing', 'officer inspector arbitrator supervisor', 'accept-transfer'],
  ['supervision', 'officer mediator arbitrator inspector relief legal-aid supervisor', 'answer-escalation'], ['supervision', 'supervisor', 'list-for-supervision delist-from-supervision'], ['supervision', 'arbitrator inspector officer supervisor', 'answer-supervision'],
  ['resolution', 'arbitrator', 'receive-pending-document record-broken-promise offer-mediation attend-mediation end-mediation serve-partial-instrument fix-issues deem-withdrawn'], ['resolution', 'supervisor', 'rule-on-recusal'],
  ['resolution', 'worker legal-aid officer arbitrator', 'request-recusal state-elements apply-for-advance-enforcement'],
  ['resolution', 'worker legal-aid officer arbitrator', 'apply-for-arbitration complete-corrections withdraw-application file-suit'], ['resolution', 'arbitrator supervisor', 'extend-award-deadline'],
  ['resolution', 'arbitrator', 'require-corrections accept-application refuse-application serve-copy waive-answer-period receive-answer forward-answer form-panel notify-collective schedule-hearing notify-hearing hold-hearing stay-arbitration resume-arbitration publish-notice end-notice change-claims convert-to-ordinary make-partial-award rule-advance-enforcement make-award serve-award serve-mediation-instrument apply-to-set-aside'],
  ['resolution', 'officer mediator arbitrator inspector coordinator relief legal-aid', 'contact-requester give-reply conclude-order'], ['resolution', 'officer coordinator', 'answer-on-line'],
  ['resolution', 'officer supervisor', 'record-callback record-callback-unreached close-case archive-case'], ['resolution', 'worker officer supervisor', 'reopen-case'], ['resolution', 'supervisor', 'carry-forward resume-case'],
  ['resolution', 'worker officer legal-aid coordinator', 'apply-for-payment-order apply-for-enforcement'],
  ['resolution', 'officer legal-aid coordinator', 'accept-payment-order issue-payment-order serve-payment-order lapse-payment-order terminate-enforcement'],
  ['resolution', 'worker officer legal-aid relief', 'apply-for-procedure'], ['resolution', 'officer relief legal-aid', 'accept-procedure conclude-matter'], ['resolution', 'relief', 'give-relief complete-relief-papers grant-relief'],
  ['resolution', 'officer relief', 'escort-to-station'], ['resolution', 'officer relief legal-aid', 'note-progress'], ['resolution', 'officer mediator inspector coordinator relief legal-aid', 'accept-assistance contribute-assistance decline-assistance'],
  ['resolution', 'worker officer relief legal-aid supervisor', 'accept-offer decline-offer'],
  ['resolution', 'legal-aid', 'grant-legal-aid refuse-legal-aid assign-lawyer'], ['resolution', 'officer inspector', 'verify-clue'],
  ['resolution', 'inspector', 'accept-complaint refuse-complaint file-inspection complete-investigation order-payment decide-handling decide-penalty withdraw-filing report-crime transfer-to-police record-police-filing record-police-refusal apply-for-court-enforcement'],
  ['resolution', 'inspector supervisor', 'extend-investigation suspend-investigation resume-investigation approve-transfer decline-transfer'],
  ['resolution', 'worker officer mediator coordinator legal-aid', 'apply-for-mediation'], ['resolution', 'mediator', 'start-mediation extend-mediation record-agreement fail-mediation draft-agreement hold-session record-no-show certify-failure'],
  ['resolution', 'officer mediator coordinator', 'answer-joint-mediation invite-party schedule-session adjourn-session'], ['resolution', 'mediator officer supervisor', 'replace-mediator'],
  ['resolution', 'worker officer mediator coordinator', 'answer-invitation'], ['resolution', 'worker mediator', 'join-session-online'], ['resolution', 'worker mediator officer', 'sign-agreement withdraw-from-mediation'],
  ['resolution', 'arbitrator', 'decide-arbitral-review'], ['resolution', 'mediator officer legal-aid', 'decide-judicial-confirmation'],
  ['resolution', 'mediator worker arbitrator', 'apply-for-arbitral-review'], ['resolution', 'mediator worker officer', 'apply-for-judicial-confirmation'],
  ['resolution', 'mediator officer inspector arbitrator', 'confirm-relation'], ['resolution', 'officer inspector arbitrator mediator coordinator', 'state-wages-owed record-wage-paid correct-wage-paid hold-wages pay-held-wages'],
  ['resolution', 'inspector', 'request-supplements receive-supplements forward-by-police request-reconsideration record-reconsideration announce-decision serve-decision notify-sanction-listing object-to-sanction-listing find-major-violation publish-violation call-deposit record-deposit-used record-deposit-refilled announce-account-closure close-wage-account'],
  ['resolution', 'inspector supervisor', 'extend-sanction-listing list-for-sanctions decline-sanction-listing remove-from-sanction-list'],
  ['resolution', 'worker legal-aid officer arbitrator', 'request-adjournment begin-limitation interrupt-limitation suspend-limitation resume-limitation'], ['resolution', 'arbitrator', 'rule-on-set-aside'],
  ['resolution', 'officer mediator arbitrator inspector coordinator relief legal-aid', 'tell-longer-limit'], ['resolution', 'officer coordinator', 'pass-enquiry-on'],
  ['resolution', 'officer relief legal-aid', 'refuse-procedure forward-procedure return-procedure request-materials suspend-procedure resume-procedure'], ['resolution', 'officer relief legal-aid supervisor', 'extend-procedure'],
  ['resolution', 'worker officer relief legal-aid', 'receive-materials challenge-procedure'], ['resolution', 'legal-aid', 'help-first'],
  ['resolution', 'worker officer legal-aid', 'object-to-aid-refusal'], ['resolution', 'officer supervisor', 'review-aid-refusal'],
];
const steps = commands.flatMap(([service, allowed, paths]) => paths.split(' ').map((path) => [`POST /v1/${service}/cases/{caseId}/commands/${path}`, allowed.split(' ')] as const));

describe('Access', () => {
  let app: App;
  let server: Server;
  let issuer: string;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let mine: string;
  let theirs: string;
  let clock: string;
  let trackingCode: string;
  let subject: string;
  const tokens = new Map<string, Promise<string>>();

  const signed = (claims: object = {}, header: object = {}) => new SignJWT({ iss: issuer, aud: 'anxin', sub: 'somebody', exp: Math.floor(Date.now() / 1000) + 3600, roles: ['officer'], divisions: [OWN], ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt', ...header }).sign(keys.privateKey);
  const token = (role: string, division: string, sub = 'somebody'): Promise<string> => {
    const key = `${role} ${division} ${sub}`;
    tokens.set(key, tokens.get(key) ?? signed({ sub, roles: [role], divisions: [division] }));
    return tokens.get(key)!;
  };
  const ask = async (route: string, bearer: string | undefined, { caseId = mine, body = {} as object | undefined, channel = 'station' } = {}): Promise<Reply> => {
    const [method, path] = route.split(' ') as [string, string];
    const url = app.url + path.replace('{caseId}', caseId).replace('{clock}', clock).replace('{channel}', channel).replace('{id}', randomUUID()).replace('{trackingCode}', trackingCode).replace('{groupId}', randomUUID());
    const post = method === 'POST' && { headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) }, body: JSON.stringify(body) };
    const abort = new AbortController();
    const response = await fetch(url, { method, signal: abort.signal, headers: bearer ? { authorization: `Bearer ${bearer}` } : {}, ...post });
    if (!/event-stream/.test(response.headers.get('content-type') ?? '')) return replyOf(response);
    abort.abort();
    return { status: response.status, contentType: 'text/event-stream', language: null, text: '', json: {} as never };
  };
  /** Everything that did not answer as it should, in batches: a request at a time would take minutes. */
  const wrongOf = async (tries: readonly (() => Promise<string | undefined>)[]): Promise<string[]> => {
    const wrong: string[] = [];
    for (let at = 0; at < tries.length; at += 24) wrong.push(...(await Promise.all(tries.slice(at, at + 24).map((each) => each()))).filter((each) => each !== undefined));
    return wrong;
  };
  const expecting = (route: string, bearer: () => Promise<string>, status: number, more: Parameters<typeof ask>[2] & { who?: string } = {}) => async () => {
    const answer = await ask(route, await bearer(), more);
    return answer.status === status ? undefined : `${route} ${more.who}: ${answer.status}, not ${status}`;
  };

  beforeAll(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'ES256', use: 'sig' };
    server = createServer((request, response) => response.end(JSON.stringify(request.url === '/jwks' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` }))).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    app = await startApp({ now: '2026-03-02T10:20:00+08:00', more: { OIDC_ISSUER: issuer } });
    const file = async (division: string, number: string) => (await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, { ...wageOrders['station']!(number, AT, { ...someone, name: `密${number}`, idNumber: division === OWN ? someone.idNumber : syntheticId(7) }), division })).json;
    const first = await file(OWN, 'A-1');
    [mine, trackingCode] = [first['caseId'] as string, first['trackingCode'] as string];
    theirs = (await file('439902', 'A-2'))['caseId'] as string;
    await app.settled();
    clock = Object.keys((await ask('GET /v1/cases/{caseId}', await token('officer', OWN))).json['clocks'] as object)[0]!;
    const history = await ask('GET /v1/cases/{caseId}/history', await token('officer', OWN));
    subject = (history.json['events'] as { data: { requester: { subject: string } } }[])[0]!.data.requester.subject;
  });
  afterAll(async () => {
    await app?.stop();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it('is written down here for every route of the document', async () => {
    const { paths } = (await (await fetch(`${app.url}/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> };
    const served = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(served.sort()).toEqual([...routes.map(([route]) => route), ...steps.map(([route]) => route)].sort());
  });

  it('is for nobody without a token that can be believed', async () => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = { iss: issuer, aud: 'anxin', sub: 'x', exp: Math.floor(Date.now() / 1000) + 3600, roles: ['officer'], divisions: [OWN] };
    const hs256 = (key: string, input = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'k' })}.${encode(claims)}`) => `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
    const good = await signed();
    const unbelievable: Readonly<Record<string, string | undefined>> = {
      none: undefined, expired: await signed({ exp: Math.floor(Date.now() / 1000) - 60 }), audience: await signed({ aud: 'another' }), issuer: await signed({ iss: 'http://127.0.0.1:1' }),
      stranger: await app.token('officer', OWN), unsigned: `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims)}.`, hs256: hs256(await exportSPKI(keys.publicKey)), hs256jwk: hs256(JSON.stringify(await exportJWK(keys.publicKey))),
      garbage: 'abc', dots: '..', cut: good.slice(0, -2), changed: `${good.split('.')[0]}.${encode({ ...claims, roles: ['supervisor'] })}.${good.split('.')[2]}`, long: 'a'.repeat(9000), idToken: await signed({ nonce: '1' }), noSubject: await signed({ sub: undefined }),
    };
    const closed = [...routes.filter(([, kind, roles]) => kind !== 'public' && roles !== '').map(([route]) => route), ...steps.map(([route]) => route)];
    const all = Object.entries(unbelievable).flatMap(([what, bearer]) => closed.map((route) => async () => {
      const { status, contentType } = await ask(route, bearer);
      return status === 401 && /problem\+json/.test(contentType) ? undefined : `${route} ${what}: ${status}`;
    }));
    expect(await wrongOf(all.filter((_, i) => i % closed.length < 30 || i < 2 * closed.length))).toEqual([]);
    expect((await ask('GET /v1/cases', good)).status).toBe(200);
  });

  it('is for the roles of a route alone', async () => {
    const readable = routes.flatMap(([route, kind, allowed, body, done = 200]) => (['case', 'list', 'free', 'stream'].includes(kind) ? [[route, allowed.split(' '), body, done] as const] : []));
    expect(await wrongOf(readable.flatMap(([route, allowed, body, done]) => ROLES.filter((role) => !(role === 'worker' && /\/(actions|money|evidence)$/.test(route)))
      .map((role) => expecting(route, () => token(role, OWN), allowed.includes(role) ? done : 403, { body, who: role }))))).toEqual([]);
    // An unknown field is found only after role and case: nothing is done, and the answer tells how far the caller came.
    expect(await wrongOf(steps.flatMap(([route, allowed]) => ROLES.map((role) => expecting(route, () => token(role, OWN), !allowed.includes(role) ? 403 : role === 'worker' ? 404 : 400, { body: { nosuchfield: 1 }, who: role }))))).toEqual([]);
    expect(await wrongOf(steps.filter(([, allowed]) => allowed.includes('worker')).map(([route]) => expecting(route, () => token('worker', OWN, subject), 400, { body: { nosuchfield: 1 }, who: 'the person' })))).toEqual([]);
  });

  it('ends at the borders of the divisions', async () => {
    const byCase = [...routes.flatMap(([route, kind, allowed, body]) => (kind === 'case' ? [[route, allowed.split(' '), body ?? {}, 200] as const] : [])), ...steps.map(([route, allowed]) => [route, allowed, { nosuchfield: 1 }, 400] as const)];
    const first = byCase.map(([route, allowed, body, done]) => ({ route, role: allowed.find((role) => role !== 'worker')!, body, done }));
    expect(await wrongOf(first.flatMap(({ route, role, body, done }) => INSIDE.map((division) => expecting(route, () => token(role, division), done, { body, who: `${role} ${division}` }))))).toEqual([]);
    expect(await wrongOf(first.flatMap(({ route, role, body }) => OUTSIDE.map((division) => async () => {
      const [foreign, nowhere] = await Promise.all([ask(route, await token(role, division), { body }), ask(route, await token(role, division), { body, caseId: uuidv7() })]);
      return foreign.status === 404 && foreign.text === nowhere.text ? undefined : `${route} ${role} ${division}: ${foreign.status} ${foreign.text}, not ${nowhere.text}`;
    })))).toEqual([]);
    for (const [caseId, status] of [['x', 404], [`${mine}x`, 404], [mine.toUpperCase(), 404], [`${mine}%20`, 404], ['%00', 400]] as const) expect([caseId, (await ask('GET /v1/cases/{caseId}', await token('officer', OWN), { caseId })).status]).toEqual([caseId, status]);
  });

  it('is refused, not broken, by what no database takes', async () => {
    const supervisor = await token('supervisor', OWN);
    const operator = await token('operator', OWN);
    const asked = ['/v1/cases?caseNumber=%00', '/v1/cases?lead=a%00', '/v1/cases?cursor=AAAA', '/v1/cases?cursor=aW5maW5pdHl8eA', `/v1/cases/${mine}?asOf=%00`, `/v1/cases/${mine}/history?asOf=2026-02-30T00:00:00Z`,
      '/v1/routing/desk?officer=%00', '/v1/supervision/clocks?kind=%00', '/v1/cases?state=TRIAGED&state=CLOSED', '/v1/cases?limit=0', '/v1/cases?surprise=1'];
    const statuses = await Promise.all(asked.map(async (path) => `${path} ${(await replyOf(await fetch(app.url + path, { headers: { authorization: `Bearer ${supervisor}` } }))).status}`));
    expect(statuses.filter((each) => !/ (400|422)$/.test(each))).toEqual([]);
    for (const path of ['%00', 'station?channelNumber=%00']) expect((await fetch(`${app.url}/v1/channels/${path.replace(/^[^?]*/, '$&/deliveries')}`, { headers: { authorization: `Bearer ${operator}` } })).status).toBe(400);
  });

  it('shows the person the own steps, and nobody else’s', async () => {
    const statusOf = async (sub: string, division: string, caseId = mine) => (await ask('GET /v1/cases/{caseId}/actions', await token('worker', division, sub), { caseId })).status;
    expect([await statusOf(subject, OWN), await statusOf('somebody', OWN), await statusOf('somebody', '000000'), await statusOf(subject, OWN, theirs)]).toEqual([200, 404, 404, 404]);
  });

  it('lists only what lies inside', async () => {
    const lists = routes.filter(([, kind]) => kind === 'list').map(([route]) => route);
    for (const route of lists) {
      const idsFor = async (division: string) => {
        const { text, json } = await ask(route, await token('supervisor', division));
        return { mine: text.includes(mine), theirs: text.includes(theirs), cases: json['cases'] };
      };
      if (route.endsWith('statistics')) {
        expect([(await idsFor(OWN)).cases, (await idsFor('439900')).cases, (await idsFor('110000')).cases]).toEqual([1, 2, 0]);
        continue;
      }
      const filled = !/breaches|escalations/.test(route);
      expect([route, await idsFor(OWN), await idsFor('439902')]).toMatchObject([route, { mine: filled, theirs: false }, { mine: false, theirs: filled }]);
      expect(await idsFor('439900')).toMatchObject({ mine: filled, theirs: filled });
      expect(await idsFor('110000')).toMatchObject({ mine: false, theirs: false });
    }
  });

  it('of a channel ends at its own deliveries', async () => {
    const asChannel = (channel: string, path: string, key = channel) => fetch(`${app.url}/v1/channels/${channel}/deliveries${path}`, { headers: signWebhook(app.secrets[key]!, randomUUID(), Math.floor(Date.now() / 1000), '') });
    const { deliveries } = (await (await asChannel('station', '')).json()) as { deliveries: { id: string; channel: string }[] };
    expect([deliveries.length > 0, new Set(deliveries.map(({ channel }) => channel))]).toEqual([true, new Set(['station'])]);
    expect(((await (await asChannel('12345', '')).json()) as { deliveries: object[] }).deliveries).toEqual([]);
    expect((await asChannel('station', '', '12345')).status).toBe(401);
    const statuses = await Promise.all(['officer', 'supervisor', 'operator'].map(async (role) => (await ask('GET /v1/channels/{channel}/deliveries', await token(role, OWN))).status));
    expect(statuses).toEqual([403, 403, 200]);
    const redrive = (channel: string) => fetch(`${app.url}/v1/channels/${channel}/deliveries/${deliveries[0]!.id}/redrive`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...signWebhook(app.secrets[channel]!, randomUUID(), Math.floor(Date.now() / 1000), '{}') } });
    expect([(await redrive('12345')).status, (await redrive('station')).status]).toEqual([404, 200]);
  });

  it('by tracking code shows the way, and nobody', async () => {
    const tracked = await ask('GET /v1/track/{trackingCode}', undefined);
    expect([tracked.status, tracked.json['state']]).toEqual([200, 'DISPATCHED']);
    for (const personal of ['密', someone.phone, someone.idNumber, subject, mine, 'subject', 'sealed', '测试劳务公司']) expect([personal, tracked.text.includes(personal)]).toEqual([personal, false]);
    const wrong = [`${trackingCode.slice(0, 9)}${trackingCode[9] === 'A' ? 'B' : 'A'}`, 'AAAAAAAAAA', trackingCode.toLowerCase(), mine, `${trackingCode}%0A`, '..%2f..%2fmetrics'];
    for (const code of wrong) expect([code, (await fetch(`${app.url}/v1/track/${code}`)).status]).toEqual([code, 404]);
  });
});
