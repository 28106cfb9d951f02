import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** This process among all that work on one log: what holds a lease is found again on its machine, in its metrics and by the doctor. */
export const INSTANCE = `${hostname()}/${process.pid}/${randomBytes(4).toString('hex')}`;

/** One of those in this process that may hold a lease. */
export function holderName(): string {
  return `${INSTANCE}/${randomBytes(4).toString('hex')}`;
}
