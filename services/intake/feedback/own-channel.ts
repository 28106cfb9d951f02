import type { Caller } from '#libs/security/caller.js';
import { refuse } from './deliveries.refusals.js';

/** A channel sees and does its own only; an operator every channel's. That another channel exists is not told. */
export function ensureOwn(caller: Caller, channel: string): void {
  if (!caller.roles.includes('operator') && caller.subject !== channel) throw refuse('NO_SUCH_DELIVERY');
}
