import { language } from './words.js';
import { token } from './session.js';

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
    method, signal, cache: 'no-store', credentials: 'omit',
    headers: { ...commonHeaders(), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Problem(await problemOf(response));
  return response.json();
}

/** Also the way of the live stream, which an EventSource could not open: it sends no headers. */
export async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem({ status: 0, code: 'OFFLINE' });
  }
}

export function commonHeaders() {
  const bearer = token();
  return { accept: 'application/json', 'accept-language': language(), ...(bearer && { authorization: `Bearer ${bearer}` }) };
}

export async function problemOf(response) {
  const document = await response.json().catch(() => ({}));
  return { status: response.status, ...document };
}
