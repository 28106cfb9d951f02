import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { isTrackingCode } from '#libs/contracts/ids.js';
import { caseOfClaim } from '#libs/event-store/read.js';
import { refuse } from './tracking.refusals.js';
import { WrongCodes } from './wrong-codes.js';

/** From a tracking code to its case. Whoever tries many is stopped, at whichever of the doors. */
@Injectable()
export class CodeDoor {
  readonly #wrong = new WrongCodes();

  constructor(private readonly pool: Pool) {}

  async caseOf(code: string, address: string): Promise<string> {
    this.#wrong.ensure(address);
    const caseId = isTrackingCode(code) ? await caseOfClaim(this.pool, 'tracking-code', code) : undefined;
    if (caseId) return caseId;
    this.#wrong.wrong(address);
    throw refuse('UNKNOWN_TRACKING_CODE');
  }
}
