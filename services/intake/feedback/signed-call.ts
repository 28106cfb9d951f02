import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { safeTarget } from '#libs/security/egress.js';
import { signWebhook } from '#libs/security/webhook.js';

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES_MAX = 64 * 1024;

export interface SignedCall {
  readonly url: string;
  readonly secrets: readonly string[];
  readonly id: string;
  readonly body: string;
  readonly traceparent?: string | undefined;
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}
export type Called = { readonly status: number; readonly text: string } | { readonly problem: string };

/** One try of an outbound webhook. The address is checked and pinned each time: a name may point elsewhere since. No redirect is followed. Never throws. */
export async function callSigned({ url, secrets, id, body, traceparent, allowPrivate, signal }: SignedCall): Promise<Called> {
  try {
    const target = await safeTarget(url, { allowPrivate });
    const headers = { ...signWebhook(secrets, id, Math.floor(Date.now() / 1000), body), 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), host: target.url.host, ...(traceparent !== undefined && { traceparent }) };
    return await post(target, headers, body, signal);
  } catch (error) {
    return { problem: (error as { code?: string }).code ?? (error as Error).name };
  }
}

type Target = Awaited<ReturnType<typeof safeTarget>>;

function post(target: Target, headers: Record<string, string | number>, body: string, signal: AbortSignal): Promise<{ status: number; text: string }> {
  const { url, address } = target;
  const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = ask({ host: address, servername: url.hostname, port: url.port || (url.protocol === 'https:' ? 443 : 80), path: `${url.pathname}${url.search}`, method: 'POST', headers, timeout: TIMEOUT_MS, agent: false, signal }, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => ((size += part.length) > ANSWER_BYTES_MAX ? answer.destroy() : parts.push(part)));
      answer.on('close', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
    });
    call.on('timeout', () => call.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    call.on('error', reject);
    call.end(body);
  });
}
