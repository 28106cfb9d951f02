import { language } from './words.js';
import { byCookie, recognised, token } from './session.js';

/** An answer that is no answer: a problem document (RFC 9457), or a network that does not reach. */
export class Problem extends Error {
  constructor(document) {
    super(document.title ?? document.code ?? 'problem');
    this.document = document;
  }
}

export const get = (path, options) => call('GET', path, options);
export const post = (path, body, options) => call('POST', path, { ...options, body });

async function call(method, path, { body, headers = {}, signal } = {}) {
  const response = await reach(path, {
    method, signal,
    headers: { ...commonHeaders(), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Problem(await problemOf(response));
  return response.json();
}

/** Also the way of the live stream, which an EventSource could not open: it sends no headers. A token of the session that is over is renewed once. */
export async function reach(path, options) {
  const response = await once(path, options);
  if (response.status !== 401 || !byCookie() || path.startsWith('/v1/session') || !(await extend())) return response;
  return once(path, options);
}

async function once(path, options) {
  try {
    return await fetch(path, { cache: 'no-store', credentials: 'same-origin', ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem({ status: 0, code: 'OFFLINE' });
  }
}

/** A bearer token where a card gave one, else the browser's cookie; the last header says that a page of ours calls, which another site's could not. */
export function commonHeaders() {
  const bearer = token();
  return { accept: 'application/json', 'accept-language': language(), 'x-anxin-console': '1', ...(bearer && { authorization: `Bearer ${bearer}` }) };
}

export async function problemOf(response) {
  const document = await response.json().catch(() => ({}));
  return { status: response.status, ...document };
}

/** Asks whose session it is; nobody's where there is none or the server does not answer. */
export async function recognise() {
  recognised(await get('/v1/session').catch(() => ({})));
}

let extending;
/** Somebody is there: true where the session lives on. Of several calls at once only one is made. */
export function extend() {
  extending ??= post('/v1/session/extend').then((answer) => { recognised(answer); return true; }, () => false).finally(() => { extending = undefined; });
  return extending;
}
