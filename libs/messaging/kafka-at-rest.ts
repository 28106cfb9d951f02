import { createRequire } from 'node:module';

/** As much of a connection's queue in kafkajs as this concerns. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
}

const LOOK_MS = 10;

/**
 * kafkajs 2.2.4 looks at the queue of each connection every millisecond for as long as it is open, with nothing in it: a tenth of a core for a service that does nothing. Here it
 * looks as long as something waits, which is all that it looks for. A class of theirs and not a wrapper around it, for nothing that is exported reaches it.
 */
export function restWithKafka(): void {
  const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as { prototype: RequestQueue & { scheduleCheckPendingRequests(): void } };
  prototype.scheduleCheckPendingRequests = function scheduleCheckPendingRequests(this: RequestQueue): void {
    if (this.pending.length === 0) return;
    this.throttleCheckTimeoutId ??= setTimeout(() => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    }, LOOK_MS);
  };
}
