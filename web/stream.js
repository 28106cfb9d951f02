import { commonHeaders, Problem, problemOf, reach } from './api.js';

const RETRY_MS = 3000;

/**
 * The live board: every changed case as it changes, until the signal aborts. Read by fetch, since an EventSource cannot carry
 * the bearer token. `onState` hears `live` and `lost`; a lost stream is opened again.
 */
export async function listen({ signal, onCase, onState }) {
  while (!signal.aborted) {
    try {
      const response = await reach('/v1/supervision/stream', { signal, headers: { ...commonHeaders(), accept: 'text/event-stream' } });
      if (!response.ok) throw new Problem(await problemOf(response));
      onState('live');
      await read(response.body, onCase);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Problem && (error.document.status === 401 || error.document.status === 403)) return onState('lost');
    }
    onState('lost');
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function read(body, onCase) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).split('\n\n');
    rest = parts.pop();
    for (const part of parts) {
      const lines = part.split('\n');
      if (!lines.includes('event: case')) continue;
      const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6)).join('\n');
      onCase(JSON.parse(data));
    }
  }
}
