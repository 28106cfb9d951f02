import { cookieName, cookiesIn, IDLE_MS, SessionSeal } from '#libs/security/session.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { inBrowser, openBrowser } from '../browser.js';

/** A browser's memory, of one host. */
class Jar {
  readonly held = new Map<string, string>();
  readonly said: string[] = [];

  take(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      this.said.push(line);
      const [name, value] = [...cookiesIn(line.split(';')[0])][0] ?? [/^([^=]+)=/.exec(line)![1]!, ''];
      if (/Max-Age=0/.test(line)) this.held.delete(name);
      else this.held.set(name, value);
    }
    return response;
  }

  get header(): string {
    return [...this.held].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

interface Own { readonly session: string; readonly startedAt: string; readonly usedAt: string; readonly browser: string | null; readonly system: string | null; readonly here: boolean }

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0';
const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.50';
const TABLET = 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

describe('The sign-in of the console', () => {
  let app: App;
  beforeAll(async () => { app = await startApp({ now: '2026-03-02T10:20:00+08:00', signIn: true }); });
  afterAll(() => app?.stop());

  /** As a browser goes: one call without following, its cookies kept; `of` the two hosts each has its own. */
  const go = async (jar: Jar, url: string, options: RequestInit = {}): Promise<Response> => jar.take(await fetch(url, { redirect: 'manual', ...options, headers: { ...(jar.held.size > 0 && { cookie: jar.header }), ...options.headers } }));
  const own = { 'x-anxin-console': '1', 'sec-fetch-site': 'same-origin' };

  /** Leaves for the issuer and stops before coming back. */
  async function issued(jar: Jar, hint = 'supervisor-439900', to = '#/board'): Promise<string> {
    const start = await go(jar, `${app.url}/v1/session/sign-in?${new URLSearchParams({ to, hint })}`);
    let next = start.headers.get('location')!;
    const atIssuer = new Jar();
    while (!next.startsWith(app.url)) {
      const step = await go(atIssuer, next);
      next = new URL(step.headers.get('location') ?? `wrong:${step.status} ${await step.text()}`, next).href;
    }
    return next;
  }
  async function signedIn(userAgent = 'node'): Promise<Jar> {
    const jar = new Jar();
    const back = await go(jar, await issued(jar), { headers: { 'user-agent': userAgent } });
    expect([back.status, back.headers.get('location')]).toEqual([303, '/#/board']);
    return jar;
  }
  const who = async (jar: Jar): Promise<Record<string, any>> => (await (await go(jar, `${app.url}/v1/session`)).json()) as Record<string, any>;

  it('asks the issuer by code with PKCE, state and nonce, and seals what it gives into cookies that no script reads', async () => {
    const jar = new Jar();
    const asked = new URL((await go(jar, `${app.url}/v1/session/sign-in`)).headers.get('location')!).searchParams;
    expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.get('state')!.length > 20, asked.get('nonce')!.length > 20, asked.get('code_challenge')!.length]).toEqual(['code', 'S256', true, true, 43]);
    const full = await signedIn();
    const session = full.said.find((line) => line.startsWith('anxin-session='))!;
    expect(session).toMatch(/; Path=\/; Max-Age=1800; HttpOnly; SameSite=Strict$/);
    expect(full.said.find((line) => line.startsWith('anxin-renewal='))).toMatch(/; Path=\/v1\/session; .*HttpOnly; SameSite=Strict$/);
    expect(full.header).not.toContain('eyJ'); // No token in the clear.
    expect(await who(full)).toMatchObject({ signIn: true, person: { id: 'supervisor-439900', name: '甲督办', roles: ['supervisor'], divisions: ['439900'] } });
    expect(await who(new Jar())).toEqual({ signIn: true });
  });

  it('opens every service to the cookie, with the rights of its person and no more', async () => {
    const jar = await signedIn();
    expect((await go(jar, `${app.url}/v1/cases`)).status).toBe(200);
    expect((await go(jar, `${app.url}/v1/routing/desk?view=unit`)).status).toBe(200);
    expect((await go(jar, `${app.url}/v1/intake/parked`)).status).toBe(403);
    expect((await go(jar, `${app.url}/v1/cases`, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401); // A cookie makes good for no bad token.
  });

  it('refuses a wrong state, a sign-in that another browser began, and a code that was used', async () => {
    const jar = new Jar();
    const back = new URL(await issued(jar));
    const wrong = new URL(back);
    wrong.searchParams.set('state', 'x'.repeat(43));
    const copy = new Jar();
    for (const [name, value] of jar.held) copy.held.set(name, value);
    expect((await go(copy, wrong.href)).headers.get('location')).toBe('/#/sign-in?failed=no');
    expect((await go(new Jar(), back.href)).headers.get('location')).toBe('/#/sign-in?failed=no');
    const replay = new Jar();
    for (const [name, value] of jar.held) replay.held.set(name, value);
    expect((await go(jar, back.href)).headers.get('location')).toBe('/#/board');
    expect((await go(jar, back.href)).headers.get('location')).toBe('/#/sign-in?failed=no'); // What it began is forgotten.
    expect((await go(replay, back.href)).headers.get('location')).toBe('/#/sign-in?failed=no'); // And the issuer takes a code once.
    for (const each of [copy, replay]) expect(await who(each)).toEqual({ signIn: true });
  });

  it('comes back to no other site', async () => {
    for (const to of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '#/board\r\nset-cookie: a=1']) {
      const jar = new Jar();
      expect((await go(jar, await issued(jar, 'officer-439900', to))).headers.get('location')).toBe('/#/');
    }
  });

  it('knows a cookie that was changed, is of another kind, or whose time is over as none', async () => {
    const jar = await signedIn();
    const name = cookieName('session', false);
    const good = jar.held.get(name)!;
    const seal = new SessionSeal(Buffer.from(app.environment['SESSION_KEY']!, 'base64'));
    const session = seal.open('session', good)!;
    const status = async (value: string): Promise<number> => (await fetch(`${app.url}/v1/cases`, { headers: { cookie: `${name}=${value}` } })).status;
    expect(await status(good)).toBe(200);
    expect(await status(`${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`)).toBe(401);
    expect(await status(seal.seal('renewal', { refreshToken: session.accessToken, startedAt: 0 }))).toBe(401);
    expect(await status(seal.seal('session', { ...session, usedAt: Date.now() - IDLE_MS }))).toBe(401);
    expect(await status(seal.seal('session', { ...session, startedAt: Date.now() - 13 * 3600_000 }))).toBe(401);
  });

  it('refuses what another site makes a browser send', async () => {
    const jar = await signedIn();
    const give = async (headers: Record<string, string>): Promise<unknown> => {
      const response = await go(jar, `${app.url}/v1/supervision/clocks/explain`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ clock: 'INSP-ACCEPT', startedAt: '2026-03-02' }) });
      return response.status === 403 ? ((await response.json()) as { code: string }).code : response.status;
    };
    expect(await give(own)).toBe(200);
    expect(await give({})).toBe('CROSS_SITE_REFUSED');
    expect(await give({ 'x-anxin-console': '1', 'sec-fetch-site': 'cross-site' })).toBe('CROSS_SITE_REFUSED');
    expect(await give({ 'x-anxin-console': '1', 'sec-fetch-site': 'same-site' })).toBe('CROSS_SITE_REFUSED');
    expect((await go(jar, `${app.url}/v1/cases`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await go(jar, `${app.url}/v1/session/sign-out`, { method: 'POST' })).status).toBe(403);
    expect((await fetch(`${app.url}/v1/cases`, { headers: { authorization: `Bearer ${await app.token('supervisor')}`, 'sec-fetch-site': 'cross-site' } })).status).toBe(200); // A program's token comes along with nothing by itself.
  });

  it('is kept by no cache, shown in no frame, and read as what it says it is', async () => {
    const jar = await signedIn();
    const answer = await go(jar, `${app.url}/v1/cases`, { headers: { ...own, origin: 'https://other.example' } });
    const said = (name: string): string | null => answer.headers.get(name);
    expect([answer.status, said('content-type'), said('cache-control'), said('x-content-type-options'), said('referrer-policy'), said('access-control-allow-origin')]).toEqual([200, 'application/json; charset=utf-8', 'no-store', 'nosniff', 'no-referrer', null]);
    expect(said('strict-transport-security')).toMatch(/^max-age=31536000/); // A year at least.
    expect([/frame-ancestors 'self'/, /object-src 'none'/, /unsafe/].map((wanted) => wanted.test(said('content-security-policy') ?? ''))).toEqual([true, true, false]);
  });

  it('lives on with a fresh token, and only by its own renewal', async () => {
    const jar = await signedIn();
    const before = jar.held.get('anxin-session');
    const extended = await go(jar, `${app.url}/v1/session/extend`, { method: 'POST', headers: own });
    expect([extended.status, ((await extended.json()) as { person: { id: string } }).person.id]).toEqual([200, 'supervisor-439900']);
    expect(jar.held.get('anxin-session')).not.toBe(before);
    expect((await go(new Jar(), `${app.url}/v1/session/extend`, { method: 'POST', headers: own })).status).toBe(401);
  });

  it('ends here and at the issuer', async () => {
    const jar = await signedIn();
    const answer = (await (await go(jar, `${app.url}/v1/session/sign-out`, { method: 'POST', headers: own })).json()) as { url: string };
    expect(answer.url).toContain(`${app.issuer.issuer}/session/end`);
    expect([...jar.held]).toEqual([]);
    expect(await who(jar)).toEqual({ signIn: true });
  });

  it('opens nothing once it was ended, though somebody kept its cookies', async () => {
    const [jar, elsewhere] = [await signedIn(), await signedIn()];
    const copied = new Jar();
    for (const [name, value] of jar.held) copied.held.set(name, value);
    const opens = async (one: Jar): Promise<number> => (await go(one, `${app.url}/v1/cases`, { headers: own })).status;
    expect([await opens(copied), await opens(elsewhere)]).toEqual([200, 200]);
    await go(jar, `${app.url}/v1/session/sign-out`, { method: 'POST', headers: own });
    expect([await opens(copied), await who(copied), (await go(copied, `${app.url}/v1/session/extend`, { method: 'POST', headers: own })).status, await opens(elsewhere)]).toEqual([401, { signIn: true }, 401, 200]);
  });

  it('ends everywhere where its person says so, and of nobody else', async () => {
    const [here, elsewhere, other] = [await signedIn(), await signedIn(), new Jar()];
    await go(other, await issued(other, 'officer-439901'));
    const opens = async (one: Jar): Promise<number> => (await go(one, `${app.url}/v1/cases`, { headers: own })).status;
    await go(here, `${app.url}/v1/session/sign-out?everywhere=true`, { method: 'POST', headers: own });
    expect([await opens(elsewhere), await opens(other), await opens(await signedIn())]).toEqual([401, 200, 200]);
    const { rows } = await app.database.query<{ by: string; all: boolean }>("SELECT data::jsonb ->> 'by' AS by, data::jsonb ->> 'startedAt' IS NULL AS all FROM es.events WHERE type = 'supervision.session-ended' ORDER BY pos DESC LIMIT 1");
    expect(rows).toEqual([{ by: 'supervisor:supervisor-439900', all: true }]);
  });

  it('is listed to its person alone, by the family of the browser, and ended from another', async () => {
    const [here, lost, other] = [await signedIn(FIREFOX), await signedIn(PHONE), new Jar()];
    await go(other, await issued(other, 'officer-439901'));
    const listed = async (jar: Jar): Promise<Own[]> => ((await (await go(jar, `${app.url}/v1/session/own`, { headers: own })).json()) as { sessions: Own[] }).sessions;
    const end = async (jar: Jar, session: string, headers: Record<string, string> = own): Promise<[number, unknown]> => {
      const response = await go(jar, `${app.url}/v1/session/own/${session}/end`, { method: 'POST', headers });
      const { outcome, code } = (await response.json()) as { outcome?: string; code?: string };
      return [response.status, outcome ?? code];
    };
    const [phone, mine] = await listed(here);
    expect([phone, mine]).toMatchObject([{ browser: 'WeChat', system: 'Android', here: false }, { browser: 'Firefox', system: 'Windows', here: true }]);
    expect(Date.now() - Date.parse(phone!.usedAt)).toBeLessThan(60_000);
    expect((await listed(other)).map(({ session }) => session)).not.toContain(phone!.session);
    expect(await end(other, phone!.session)).toEqual([404, 'NO_SUCH_SESSION']);
    for (const wrong of ['1', 'x', '9999999999999']) expect(await end(here, wrong)).toEqual([404, 'NO_SUCH_SESSION']);
    expect(await end(here, phone!.session, {})).toEqual([403, 'CROSS_SITE_REFUSED']);
    expect((await go(lost, `${app.url}/v1/cases`, { headers: own })).status).toBe(200);
    expect(await end(here, phone!.session)).toEqual([200, 'ended']);
    expect(await end(here, phone!.session)).toEqual([200, 'unchanged']);
    expect([(await go(lost, `${app.url}/v1/cases`, { headers: own })).status, (await go(lost, `${app.url}/v1/session/extend`, { method: 'POST', headers: own })).status]).toEqual([401, 401]);
    expect((await listed(here)).map(({ session }) => session)).not.toContain(phone!.session);
    const before = (await listed(here)).find((one) => one.here)!;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await go(here, `${app.url}/v1/session/extend`, { method: 'POST', headers: own });
    expect((await listed(here)).find((one) => one.here)!.usedAt > before.usedAt).toBe(true);
    const kept = JSON.stringify((await app.database.query('SELECT * FROM supervision.own_session')).rows);
    for (const more of ['Mozilla', '133.0', '8.0.50', '127.0.0.1', 'supervisor-439900', '督办']) expect(kept).not.toContain(more);
    await go(here, `${app.url}/v1/session/sign-out?everywhere=true`, { method: 'POST', headers: own });
    expect(await listed(await signedIn())).toHaveLength(1);
    expect((await fetch(`${app.url}/v1/session/own`)).status).toBe(401);
    expect(((await (await fetch(`${app.url}/v1/session/own`, { headers: { authorization: `Bearer ${await app.token('auditor')}` } })).json()) as { sessions: Own[] }).sessions).toEqual([]); // A program's token is no sign-in.
  });

  it('is forgotten with its time: nothing is kept of one that is over', async () => {
    const jar = await signedIn(FIREFOX);
    await app.database.query(`UPDATE supervision.own_session SET "usedAt" = "usedAt" - $1`, [IDLE_MS]);
    expect(((await (await go(jar, `${app.url}/v1/session/own`, { headers: own })).json()) as { sessions: Own[] }).sessions).toEqual([]);
    await signedIn(PHONE);
    expect((await app.database.query<{ system: string }>('SELECT system FROM supervision.own_session')).rows).toEqual([{ system: 'Android' }]);
  });

  inBrowser('is what a person sees: the issuer, the board, and out again', async () => {
    const looker = await openBrowser();
    try {
      const { page, complaints, settled, shot } = await looker.screen(app.url);
      await page.getByText('通过统一身份认证登录').click();
      await page.getByRole('link', { name: '甲督办' }).click();
      await page.waitForSelector('.who');
      await settled();
      expect(page.url()).toMatch(/#\/board$|\/#\/$/);
      expect(await page.locator('.who').textContent()).toBe('甲督办督办人员');
      expect(await page.evaluate(() => [document.cookie, JSON.stringify({ ...sessionStorage })])).toEqual(['', '{}']);
      await shot('session-board-1366-zh');
      const lost = await signedIn(TABLET);
      await page.locator('.who').click();
      await page.getByRole('row', { name: /Safari · iOS/ }).waitFor();
      expect(await page.locator('main table tbody tr').filter({ hasText: '本浏览器' }).count()).toBe(1);
      await shot('session-own-1366-zh');
      await page.getByRole('button', { name: '结束 Safari · iOS 上的登录' }).click();
      await page.getByRole('row', { name: /Safari · iOS/ }).waitFor({ state: 'detached' });
      expect((await go(lost, `${app.url}/v1/cases`, { headers: own })).status).toBe(401);
      await page.getByRole('button', { name: '退出', exact: true }).click();
      await page.locator('button[name=logout]').click();
      await page.waitForSelector('.person');
      expect(complaints).toEqual([]);
    } finally {
      await looker.close();
    }
  });
});
