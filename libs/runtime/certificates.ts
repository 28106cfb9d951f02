import { connect } from 'node:tls';
import type { Config } from './config.js';

const ASK_AGAIN_MS = 3_600_000;
const ANSWER_MS_MAX = 2_500;
const known = new Map<string, { readonly ends: number; readonly askAgainAt: number }>();

/** When the certificates of the servers end by which people sign in and reach the console, in seconds since 1970; asked for once an hour. Without those that are not there or do not answer. */
export async function certificateEnds({ OIDC_ISSUER, PUBLIC_URL }: Pick<Config, 'OIDC_ISSUER' | 'PUBLIC_URL'>): Promise<ReadonlyMap<string, number>> {
  const servers = [['issuer', OIDC_ISSUER], ['console', PUBLIC_URL]].filter((each): each is [string, string] => each[1]?.startsWith('https:') === true);
  const found = await Promise.all(servers.map(async ([server, url]) => {
    const before = known.get(url);
    if (before && performance.now() < before.askAgainAt) return [[server, before.ends] as const];
    const ends = await certificateEnd(url).catch(() => before?.ends);
    if (ends !== undefined) known.set(url, { ends, askAgainAt: performance.now() + ASK_AGAIN_MS });
    return ends === undefined ? [] : [[server, ends] as const];
  }));
  return new Map(found.flat());
}

/** Of the server of an https URL, trusted or not: one that has ended is what is looked for. Rejects where nothing answers in time. */
export function certificateEnd(url: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port: Number(port || 443), ...(!/^[\d.:]+$/.test(host) && { servername: host }), rejectUnauthorized: false, timeout: ANSWER_MS_MAX }, () => {
      const ends = Date.parse(socket.getPeerCertificate().valid_to) / 1000;
      socket.destroy();
      if (Number.isFinite(ends)) resolve(ends);
      else reject(new Error('no certificate'));
    });
    socket.on('timeout', () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
  });
}
