import { createHash } from 'node:crypto';
import { refuse } from './self-service.refusals.js';

/**
 * The port by which a city keeps machines from filing by the thousand: a CAPTCHA of its own, or the work below. It asks nothing of who the person is.
 */
export abstract class HumanCheck {
  /** What the page must do first; 0 for nothing. */
  abstract readonly workBits: number;
  /** Throws where `proof` does not speak for this form. */
  abstract ensure(formId: string, proof: string | undefined): void;
}

/**
 * Hashcash (RFC-less, Back 2002) over the id of the form: SHA-256 of `<formId>:<proof>` begins with so many zero bits. No state is kept and none is needed,
 * for a proof that is used again files the same form, which is filed already. With 0 bits nothing is asked: the default.
 */
export class ProofOfWork extends HumanCheck {
  constructor(readonly workBits: number) {
    super();
  }

  ensure(formId: string, proof: string | undefined): void {
    if (this.workBits === 0) return;
    if (proof === undefined || !/^\d{1,12}$/.test(proof) || zeroBits(createHash('sha256').update(`${formId}:${proof}`).digest()) < this.workBits) {
      throw refuse('WORK_NOT_DONE', { bits: this.workBits });
    }
  }
}

function zeroBits(hash: Buffer): number {
  const whole = hash.findIndex((byte) => byte !== 0);
  return whole < 0 ? hash.length * 8 : whole * 8 + Math.clz32(hash[whole]!) - 24;
}
