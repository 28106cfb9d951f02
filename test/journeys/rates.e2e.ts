import type { App } from '../app.js';
import { startApp } from '../app.js';

const NOW = '2026-03-02T10:20:00+08:00';
const PER_MINUTE = 30;
const CODE = '2222-2222-2222-2222';
/** A caller that says it is somebody else, a new one each time. */
const forged = (n: number): Record<string, string> => ({ 'x-forwarded-for': `198.51.100.${n % 250}`, forwarded: `for=198.51.100.${n % 250}`, 'x-real-ip': `198.51.100.${n % 250}` });

interface Answer { readonly status: number; readonly retryAfter: string | null; readonly code?: string | undefined; readonly title?: string | undefined }

async function get(app: App, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(`${app.url}${path}`, { headers: { ...headers } });
  const { code, title } = (await response.json()) as { code?: string; title?: string };
  return { status: response.status, retryAfter: response.headers.get('retry-after'), code, title };
}

/** The first 429 of some calls: a call is given back now and then. */
async function refused(app: App, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const answers = await times(10, () => get(app, '/v1/cases', headers));
  return answers.find(({ status }) => status === 429) ?? answers[0]!;
}

async function times<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let n = 0; n < count; n++) done.push(await work(n));
  return done;
}

describe('Rates are held for each identity and each address', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ now: NOW, more: { CALLS_PER_MINUTE_MAX: String(PER_MINUTE) } });
  }, 60_000);
  afterAll(() => app?.stop());

  it('a signed-in caller that never pauses is told when to come back, in both languages; another is not', async () => {
    const [one, other] = [await app.token('officer'), await app.token('supervisor')];
    const answers = await times(3 * PER_MINUTE, (n) => get(app, '/v1/cases', { authorization: `Bearer ${one}`, ...forged(n) }));
    const turnedAway = answers.filter(({ status }) => status !== 200);
    expect(answers.slice(0, PER_MINUTE).map(({ status }) => status)).toEqual(Array(PER_MINUTE).fill(200));
    expect(turnedAway.length).toBeGreaterThan(0);
    for (const answer of turnedAway) expect(answer).toEqual({ status: 429, retryAfter: expect.stringMatching(/^[1-9]\d*$/), code: 'TOO_MANY_REQUESTS', title: '请求过于频繁' });
    expect(await refused(app, { authorization: `Bearer ${one}`, 'accept-language': 'en' })).toMatchObject({ status: 429, title: 'Too many requests' });
    expect(await get(app, '/v1/cases', { authorization: `Bearer ${other}` })).toMatchObject({ status: 200 });
  }, 60_000);

  it('the same person with a new token is the same person', async () => {
    expect(await refused(app, { authorization: `Bearer ${await app.token('officer')}` })).toMatchObject({ status: 429 });
  });

  it('who tries tracking codes is shut out, by whatever name', async () => {
    const answers = await times(22, (n) => get(app, `/v1/track/${CODE}`, forged(n)));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(20).fill(404), 429, 429]);
    expect(Number(answers.at(-1)!.retryAfter)).toBeGreaterThan(60);
  }, 30_000);

  it('the public doors count by address, by whatever name', async () => {
    const answers = await times(62, (n) => get(app, '/v1/self-service/sites/nothing', forged(n)));
    expect(answers.slice(-2).map(({ status, retryAfter }) => [status, Number(retryAfter) > 0])).toEqual([[429, true], [429, true]]);
    expect(answers.slice(0, 60).filter(({ status }) => status === 429)).toEqual([]);
  }, 30_000);
});

describe('Behind a proxy that is trusted by its address', () => {
  const start = (proxies: string): Promise<App> => startApp({ now: NOW, more: { TRUST_PROXY: proxies } });
  /** What the proxy adds at the end of what came in. */
  const by = (client: string, said = ''): Record<string, string> => ({ 'x-forwarded-for': `${said}${client}` });

  it('callers are told apart as the proxy saw them, and what they say of themselves counts for nothing', async () => {
    const app = await start('127.0.0.1');
    try {
      const tries = await times(22, (n) => get(app, `/v1/track/${CODE}`, by('203.0.113.7', `198.51.100.${n}, `)));
      expect(tries.slice(-2).map(({ status }) => status)).toEqual([429, 429]);
      expect((await get(app, `/v1/track/${CODE}`, by('203.0.113.8'))).status).toBe(404);
    } finally {
      await app.stop();
    }
  }, 90_000);

  it('another than the proxy cannot speak for it', async () => {
    const app = await start('10.1.2.3');
    try {
      const tries = await times(22, (n) => get(app, `/v1/track/${CODE}`, by(`203.0.113.${n}`)));
      expect(tries.slice(-2).map(({ status }) => status)).toEqual([429, 429]);
    } finally {
      await app.stop();
    }
  }, 90_000);
});
