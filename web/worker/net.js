import { isChinese } from './words.js';

const WAIT_MS = [1000, 2000, 4000, 8000, 16000];

/** What the server said no with: `status` 0 where it was not reached. */
export class Refused extends Error {
  constructor(status, problem) {
    super(String(status));
    this.status = status;
    this.problem = problem || {};
  }
}

/** One call. `body` is text or a form; `progress` hears how much of it is under way, 0 to 1. */
export function call(method, path, body, { progress, headers } = {}) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = 60000;
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', isChinese() ? 'zh' : 'en');
    if (typeof body === 'string') request.setRequestHeader('content-type', 'application/json');
    Object.keys(headers || {}).forEach((name) => request.setRequestHeader(name, headers[name]));
    if (progress && request.upload) request.upload.onprogress = (event) => { if (event.lengthComputable) progress(event.loaded / event.total); };
    request.onload = () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch (error) { /* A proxy's own page. */ }
      if (request.status >= 200 && request.status < 300) done(answer);
      else failed(new Refused(request.status, answer));
    };
    request.onerror = request.ontimeout = () => failed(new Refused(0));
    request.send(body === undefined ? null : body);
  });
}

/** True where the same again may do: no network, or a server that is busy. */
export const mayPass = ({ status }) => status === 0 || status === 408 || status === 429 || status >= 500;

/** As often as it takes on a bad network, each time the same. `waiting` hears how often it was tried. */
export async function persist(send, waiting) {
  for (let tried = 0; ; tried++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Refused) || !mayPass(error) || tried >= WAIT_MS.length) throw error;
      waiting(tried + 1);
      await new Promise((go) => setTimeout(go, WAIT_MS[tried]));
    }
  }
}
