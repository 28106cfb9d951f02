import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { IdentityProof } from '#libs/contracts/intake.events.js';
import { requesterNow } from '#libs/contracts/requester.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { readStream } from '#libs/event-store/read.js';
import { normalise } from '#libs/security/blind-index.js';
import { IssuerUnavailable } from '#libs/security/issuer-keys.js';
import { Keyring } from '#libs/security/keyring.js';
import type { Proven } from '../self-service/real-names.js';
import { RealNames } from '../self-service/real-names.js';
import { refuse } from './tracking.refusals.js';

/** Whether whoever has the tracking code is the person of the case: by the service of real names, in an assertion made for that code. */
@Injectable()
export class OwnPerson {
  constructor(private readonly pool: Pool, private readonly keyring: Keyring, private readonly identities: RealNames) {}

  /** By the number where the case has one; a case that has none knows its person by name. Refuses whoever it is not; throws `IssuerUnavailable`. */
  async prove(caseId: string, code: string, assertion: string | undefined): Promise<IdentityProof> {
    return (await this.vouched(caseId, code, assertion)).proof;
  }

  /** As `prove`, with the name and number that the service tells. */
  async vouched(caseId: string, code: string, assertion: string | undefined): Promise<{ readonly proof: IdentityProof; readonly proven: Proven }> {
    const proven = await this.identities.prove(assertion, code);
    if (proven === 'serviceAway') throw new IssuerUnavailable();
    if (typeof proven === 'string') throw refuse('IDENTITY_NOT_PROVEN', { why: proven });
    const requester = requesterNow(await readStream(this.pool, `claim/${caseId}`));
    const [name, idNumber] = await Promise.all([this.#opened(requester?.name), this.#opened(requester?.idNumber)]);
    const sameName = name !== null && normalise('name', name) === normalise('name', proven.name);
    const sameNumber = idNumber !== null && normalise('idNumber', idNumber) === normalise('idNumber', proven.idNumber);
    if (!sameNumber && (idNumber !== null || !sameName)) throw refuse('IDENTITY_OF_ANOTHER');
    const { method, at: provenAt, issuer } = proven;
    const proof: IdentityProof = { person: 'requester', method, provenAt, issuer, matched: [...(sameName ? ['name' as const] : []), ...(sameNumber ? ['idNumber' as const] : [])] };
    return { proof, proven };
  }

  /** null for what was never said, and of a person who was erased. */
  async #opened(field: Sealed | null | undefined): Promise<string | null> {
    return field ? (await this.keyring.open([field]))[0] ?? null : null;
  }
}
