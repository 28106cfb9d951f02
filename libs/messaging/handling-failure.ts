/**
 * What a failure while handling means. `outage`: the database cannot be had, whatever the event: wait, never park. `transient`: another try may
 * succeed: a few, then the event is to blame. `final`: the same again would fail the same way.
 */
export type FailureKind = 'outage' | 'transient' | 'final';

const TRANSIENT = new Set([
  '40001', // A stream has moved on, or another transaction won.
  '40P01',
  '55P03', // Somebody holds the row for longer than we wait.
  '57014', // The statement took too long.
  '23505', // Two sessions claimed the same at the same instant: the next try reads who won.
]);
const OUTAGE = /^(08|53|57P|55000$)/; // 55000: the log does not live here until a person has said how to go on.
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);
const CLIENT_SIDE = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout|Cannot use a pool after)/;

export function failureKind(error: unknown): FailureKind {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    if (TRANSIENT.has(code)) return 'transient';
    if (OUTAGE.test(code) || UNREACHABLE.has(code) || code === '25P03') return 'outage'; // 25P03: we were too slow, and the server hung up.
  }
  return typeof message === 'string' && CLIENT_SIDE.test(message) ? 'outage' : 'final';
}

/** An error as it may be stored and shown: what failed, never what it failed on. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'The handler threw no error.';
  const { code, table, column, constraint } = error as { code?: unknown; table?: unknown; column?: unknown; constraint?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) { // Its message may quote a value.
    return cut(['SQLSTATE', code, table, column, constraint].filter((one) => typeof one === 'string').join(' '));
  }
  if (error instanceof SyntaxError) return 'SyntaxError'; // It quotes what it could not read.
  return cut(`${error.name}: ${error.message.replaceAll(/"[^"]*"/g, '"…"').replaceAll(/\d{6,}/g, '#')}`);
}

function cut(text: string): string {
  return text.slice(0, 500);
}
