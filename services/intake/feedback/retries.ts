/** Seconds until the next try after each failure: eleven tries within a day, then a person sees it. */
export const RETRY_SECONDS = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 28_800] as const;
/** The receiver wants nothing more (Standard Webhooks). */
export const GONE = 410;

/** A wait is up to a fifth shorter than the schedule says, never longer: tries of many channels part, and the last one lies within the day. */
const JITTER = 0.2;

export interface Verdict {
  readonly next: 'delivered' | 'waiting' | 'abandoned';
  /** Where it waits. */
  readonly afterSeconds?: number;
}

/** What becomes of a delivery after a try. `status`: of the answer, null where there was none; a redirect is a failure. `random` between 0 and 1. */
export function verdictOf(status: number | null, triesBefore: number, random: number): Verdict {
  if (status !== null && status >= 200 && status < 300) return { next: 'delivered' };
  const wait = RETRY_SECONDS[triesBefore];
  return status === GONE || wait === undefined ? { next: 'abandoned' } : { next: 'waiting', afterSeconds: wait * (1 - JITTER * random) };
}
