import { SessionSeal, cookieName } from '#libs/security/session.js';
import { startTestIssuer, nowS } from '../access/issuer.js';
import type { TestIssuer } from '../access/issuer.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';

const HARD_MS = 30_000;

/** Whoever was let in is let in no longer than the token and the session last. */
describe('The live stream', () => {
  let issuer: TestIssuer;
  let app: App;
  beforeAll(async () => {
    issuer = await startTestIssuer();
    app = await startApp({ now: '2026-03-02T10:20:00+08:00', signIn: true, more: { OIDC_ISSUER: issuer.issuer } });
  });
  afterAll(async () => {
    await app?.stop();
    await issuer?.stop();
  });

  const own = { 'x-anxin-console': '1', 'sec-fetch-site': 'same-origin' };
  const cookieOf = (accessToken: string, startedAt: number, usedAt = startedAt): string =>
    `${cookieName('session', false)}=${new SessionSeal(Buffer.from(app.environment['SESSION_KEY']!, 'base64')).seal('session', { accessToken, startedAt, usedAt })}`;
  /** Opens it, and tells when it ended: milliseconds of real time since it was asked for; undefined where it still stood then. */
  async function opened(headers: Record<string, string>, watchedMs: number): Promise<{ status: number; said: () => string; ended: Promise<number | undefined> }> {
    const stop = new AbortController();
    const began = performance.now();
    const response = await fetch(`${app.url}/v1/supervision/stream`, { headers: { accept: 'text/event-stream', ...headers }, signal: stop.signal });
    let said = '';
    const timer = setTimeout(() => stop.abort(), watchedMs);
    const read = async (): Promise<number | undefined> => {
      try {
        for await (const part of response.body!) said += Buffer.from(part as Uint8Array).toString();
        return performance.now() - began;
      } catch {
        return undefined;
      } finally {
        clearTimeout(timer);
      }
    };
    return { status: response.status, said: () => said, ended: read() };
  }

  it('ends when the token ends that opened it, and is not opened by it again; one that lives on goes on', async () => {
    const exp = nowS() + 8;
    const short = { authorization: `Bearer ${await issuer.signed({ roles: ['supervisor'], exp })}` };
    const [brief, long] = await Promise.all([opened(short, HARD_MS), opened({ authorization: `Bearer ${await issuer.signed({ roles: ['supervisor'] })}` }, 20_000)]);
    expect([brief.status, long.status]).toEqual([200, 200]);
    const ended = await brief.ended;
    expect([ended !== undefined, Date.now() >= exp * 1000, brief.said().includes('event: hello')]).toEqual([true, true, true]);
    expect(await long.ended).toBeUndefined();
  });

  it('ends when its session was idle for too long, though the token lives on', async () => {
    const token = await issuer.signed({ roles: ['supervisor'], sub: 'idle' });
    const startedAt = Date.now() - 40 * 60_000;
    const { status, ended } = await opened({ ...own, cookie: cookieOf(token, startedAt, Date.now() - 30 * 60_000 + 8000) }, HARD_MS);
    expect([status, (await ended) !== undefined]).toEqual([200, true]);
  });

  it('ends when its session is ended from elsewhere, and the others of the same person go on', async () => {
    const token = await issuer.signed({ roles: ['supervisor'], sub: 'twice' });
    const [here, lost] = [cookieOf(token, Date.now() - 2000), cookieOf(token, Date.now() - 1000)];
    const [standing, ending] = await Promise.all([opened({ ...own, cookie: here }, 25_000), opened({ ...own, cookie: lost }, HARD_MS)]);
    expect([standing.status, ending.status]).toEqual([200, 200]);
    expect((await fetch(`${app.url}/v1/session/sign-out`, { method: 'POST', headers: { ...own, cookie: lost } })).status).toBe(200);
    expect(await ending.ended).toBeDefined();
    expect((await opened({ ...own, cookie: lost }, 1000)).status).toBe(401);
    expect(await standing.ended).toBeUndefined();
  });
});
