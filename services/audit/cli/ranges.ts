import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import type { Range, Step } from './range.js';
import { RANGE, rangeOf } from './range.js';

export interface Wanted {
  readonly database: string;
  /** For the thread that asks, where the log is short or no other thread is wanted. */
  readonly client: pg.Client;
  readonly from: number;
  readonly to: number;
  readonly sealed: number;
  /** Threads; 0 does it in this one. */
  readonly threads: number;
}

/** All steps in their order, worked out in parallel and never far ahead. */
export async function* ranges({ database, client, from, to, sealed, threads }: Wanted): AsyncGenerator<Range> {
  const steps: Step[] = [];
  for (let at = from; at < to; at += RANGE) steps.push({ from: at, to: Math.min(at + RANGE, to), sealed });
  if (steps.length < 2 || threads === 0) {
    for (const step of steps) yield await rangeOf(client, step);
    return;
  }
  const workers = Array.from({ length: Math.min(threads, steps.length) }, () => new Worker(new URL('./range-worker.js', import.meta.url), { workerData: { database } }));
  try {
    const under = new Map<number, Promise<Range>>(); // Step n is done by worker n modulo their number: each has one in hand and one in its queue.
    const begin = (n: number): void => { if (n < steps.length) under.set(n, asked(workers[n % workers.length]!, steps[n]!)); };
    for (let n = 0; n < workers.length * 2; n++) begin(n);
    for (let n = 0; n < steps.length; n++) {
      const range = await under.get(n)!;
      under.delete(n);
      begin(n + workers.length * 2);
      yield range;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function asked(worker: Worker, step: Step): Promise<Range> {
  const answer = new Promise<Range>((done, failed) => {
    const onMessage = ({ range, failed: why }: { range?: Range; failed?: string }): void => {
      if (range !== undefined && range.from !== step.from) return; // Of another step.
      worker.off('message', onMessage);
      worker.off('error', failed);
      if (range === undefined) failed(new Error(why));
      else done({ ...range, hashes: Buffer.from(range.hashes.buffer, range.hashes.byteOffset, range.hashes.byteLength), roots: Buffer.from(range.roots.buffer, range.roots.byteOffset, range.roots.byteLength) });
    };
    worker.on('message', onMessage);
    worker.once('error', failed);
    worker.postMessage(step);
  });
  answer.catch(() => undefined); // Whoever waits for it hears of it.
  return answer;
}
