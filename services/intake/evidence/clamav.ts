import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** The scanner does not answer, or not as it should: nothing is taken until it does. Becomes 503. */
export class ScannerAway extends Error {
  readonly statusCode = 503;

  constructor(options?: ErrorOptions) {
    super('The malware scanner cannot be reached.', options);
    this.name = 'ScannerAway';
  }
}

const CHUNK_BYTES = 64 * 1024;
const ANSWER_BYTES_MAX = 4096;
const TIMEOUT_MS = 20_000;

/**
 * Gives a file to clamd by INSTREAM (clamd(8)): `zINSTREAM`, NUL, then chunks, each behind its length in four bytes, then a length of zero.
 * The answer is `stream: OK` or `stream: <signature> FOUND`. Returns the signature, null where nothing was found. Throws `ScannerAway`.
 */
export async function scan(target: URL, bytes: Buffer): Promise<string | null> {
  const answer = await ask(target, bytes);
  if (/^stream: OK$/.test(answer)) return null;
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new ScannerAway(); // Too large for it, out of memory, or another program: whatever it says, it did not say clean.
  return found.replace(/[^\w.:-]/g, '_');
}

function ask(target: URL, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = target.protocol === 'unix:' ? connect({ path: decodeURIComponent(target.pathname) }) : connect({ host: target.hostname, port: Number(target.port || 3310) });
    const parts: Buffer[] = [];
    const fail = (cause?: unknown): void => {
      socket.destroy();
      reject(new ScannerAway({ cause }));
    };
    socket.setTimeout(TIMEOUT_MS, () => fail());
    socket.on('error', fail);
    socket.on('data', (part) => {
      parts.push(part);
      if (parts.reduce((sum, { length }) => sum + length, 0) > ANSWER_BYTES_MAX) fail();
    });
    socket.on('end', () => resolve(Buffer.concat(parts).toString('utf8').replace(/[\0\n]+$/, '')));
    socket.on('connect', () => send(socket, bytes));
  });
}

/** It reads to the end before it answers, unless the file is too large for it: then it answers and hangs up. */
function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    socket.write(lengthOf(chunk.length));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return four;
}
