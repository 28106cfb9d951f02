import type { Instant } from '#libs/contracts/time.js';

/** Whom a city's service of real names vouches for. Name and number are personal: they are sealed, or dropped, before anything is stored. */
export interface Proven {
  readonly name: string;
  readonly idNumber: string;
  readonly phone?: string;
  readonly method: string;
  readonly at: Instant;
  readonly issuer: string;
}

/** Why nobody is vouched for. Whatever it is, a claim is taken all the same, and marked. */
export type Unproven = 'notAsked' | 'serviceAway' | 'notAccepted';

/** The port by which a city says who is at the page. An adapter is chosen by the environment; without one nobody is ever proven. */
export abstract class RealNames {
  /** `nonce`: what the assertion must have been made for, so that it proves nothing elsewhere. Never throws: an outage is `serviceAway`. */
  abstract prove(assertion: string | undefined, nonce: string): Promise<Proven | Unproven>;
}

export class NoRealNames extends RealNames {
  prove(): Promise<Unproven> {
    return Promise.resolve('notAsked');
  }
}
