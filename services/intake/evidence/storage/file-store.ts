/** Where sealed files lie, each under an id that says nothing. What is stored is never changed. */
export abstract class FileStore {
  /** Durable when it resolves. */
  abstract put(id: string, bytes: Buffer): Promise<void>;
  /** undefined where there is none. */
  abstract get(id: string): Promise<Buffer | undefined>;
  /** Every file, in no order, with the time at which it was stored. */
  abstract list(): AsyncIterable<{ readonly id: string; readonly storedAtMs: number }>;
  /** For what no event names; see `sweep.ts`. */
  abstract remove(id: string): Promise<void>;
}

/** The store cannot be reached. Becomes 503. */
export class FileStoreAway extends Error {
  readonly statusCode = 503;

  constructor(options?: ErrorOptions) {
    super('The store of evidence cannot be reached.', options);
    this.name = 'FileStoreAway';
  }
}
