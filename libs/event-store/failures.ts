import pg from 'pg';

/** More commands wait than the queue holds: the caller may come back later. */
export class StoreBusy extends Error {
  constructor() {
    super('Too many commands wait for the store.');
    this.name = 'StoreBusy';
  }
}

/** The store cannot be reached, or did not answer in time. Whether the command was stored is unknown. */
export class StoreUnavailable extends Error {
  constructor(readonly code: string) {
    super(`The store is not available (${code}).`);
    this.name = 'StoreUnavailable';
  }
}

/** An event of a newer version of the product: this process cannot say what the stream means now, and must not decide on it. One of that version can. */
export class NewerEvent extends Error {
  constructor(readonly type: string) {
    super(`This version does not know the event ${type}.`);
    this.name = 'NewerEvent';
  }
}

/** A defect: the store takes this command in no way. Only the kind of its stream is named; PostgreSQL's own words would quote values. */
export class AppendRejected extends Error {
  constructor(readonly streamKind: string, readonly code: string) {
    super(`The store refused a command of a stream ${streamKind}/… (${code}).`);
    this.name = 'AppendRejected';
  }
}

export interface Failure {
  /** `outage`: not the command's fault. `raced`: another session was faster, the same call may be sent again. `refused`: a command of the call is wrong. */
  readonly kind: 'outage' | 'raced' | 'refused';
  /** The SQLSTATE, or the name of what went wrong outside PostgreSQL. */
  readonly code: string;
}

/** Connection, resources, shutdown, I/O, internal error; the log does not live here, lock not available, read-only server, a statement or its result that this session has forgotten. */
const OUTAGE = /^(08|53|57|58|XX)|^(55000|55P03|25006|26000|0A000)$/;
const RACED = /^(40|23505$)/;

export function failureOf(error: unknown): Failure {
  if (error instanceof pg.DatabaseError) {
    const code = error.code ?? 'unknown';
    return { kind: OUTAGE.test(code) ? 'outage' : RACED.test(code) ? 'raced' : 'refused', code };
  }
  if (error instanceof TypeError || error instanceof RangeError) return { kind: 'refused', code: error.name };
  const code = (error as { code?: unknown } | undefined)?.code;
  return { kind: 'outage', code: typeof code === 'string' ? code : 'no answer' };
}
