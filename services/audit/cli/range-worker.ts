import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import type { Step } from './range.js';
import { rangeOf } from './range.js';

/** A thread of the verifier, with a connection of its own: a step in, what was found out. */
const { database } = workerData as { database: string };
const client = new pg.Client({ connectionString: database });
const ready = client.connect();
parentPort!.on('message', (step: Step | null) => {
  void (async () => {
    if (step === null) {
      await client.end();
      return parentPort!.close();
    }
    try {
      await ready;
      const range = await rangeOf(client, step);
      parentPort!.postMessage({ range }, [range.hashes.buffer as ArrayBuffer, range.roots.buffer as ArrayBuffer]);
    } catch (error) {
      parentPort!.postMessage({ failed: (error as Error).message });
    }
  })();
});
