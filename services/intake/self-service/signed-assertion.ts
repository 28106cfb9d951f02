import { jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { isResidentId, normalResidentId } from '#libs/contracts/ids.js';
import { dayOf, instantOf } from '#libs/contracts/time.js';
import { log } from '#libs/runtime/logger.js';
import { IssuerKeys, keysWereAway, SIGNED_BY } from '#libs/security/issuer-keys.js';
import { RealNames } from './real-names.js';
import type { Proven, Unproven } from './real-names.js';

export interface AssertedBy {
  readonly issuer: string;
  /** The `aud` that the service writes for our page. */
  readonly audience: string;
  readonly idNumberClaim: string;
  /** Ways of proof that count; empty for any. */
  readonly methods: readonly string[];
}

const LENGTH_MAX = 8192;
const AGE_MAX = '10 minutes';
const CLOCK_TOLERANCE_S = 30;

/**
 * An ID token (OpenID Connect Core 1.0, 2) of a service that knows people by their papers, made for one form: `nonce` is its id. It is checked by the issuer's keys
 * alone, so that nothing personal goes out. The way of proof is the first of `amr` (RFC 8176) that counts, or `acr`. Lives in real time.
 */
export class SignedAssertions extends RealNames {
  readonly #keys: IssuerKeys;

  constructor(private readonly by: AssertedBy) {
    super();
    this.#keys = new IssuerKeys(by.issuer);
  }

  async prove(assertion: string | undefined, nonce: string): Promise<Proven | Unproven> {
    if (assertion === undefined) return 'notAsked';
    if (assertion.length > LENGTH_MAX) return 'notAccepted';
    try {
      const { payload } = await jwtVerify(assertion, await this.#keys.get(), {
        issuer: this.by.issuer, audience: this.by.audience, algorithms: SIGNED_BY, clockTolerance: CLOCK_TOLERANCE_S, maxTokenAge: AGE_MAX, requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
      });
      return payload['nonce'] === nonce ? this.#provenBy(payload) ?? 'notAccepted' : 'notAccepted';
    } catch (error) {
      if (!keysWereAway(error)) return 'notAccepted';
      log.warn({ reason: (error as Error).name }, 'the identity service could not be asked: what is filed is marked as unproven');
      return 'serviceAway';
    }
  }

  #provenBy(payload: JWTPayload): Proven | undefined {
    const { name, [this.by.idNumberClaim]: idNumber, phone_number: phone, phone_number_verified: isVerified, auth_time: provenAt } = payload;
    const method = this.#methodOf(payload);
    const at = instantOf((typeof provenAt === 'number' ? provenAt : payload.iat!) * 1000);
    if (typeof name !== 'string' || name === '' || name.length > 60 || typeof idNumber !== 'string' || !isResidentId(idNumber, dayOf(at)) || method === undefined) return undefined;
    const mobile = typeof phone === 'string' && isVerified !== false ? /^(?:\+?86-?)?(1\d{10})$/.exec(phone)?.[1] : undefined;
    return { name, idNumber: normalResidentId(idNumber), ...(mobile !== undefined && { phone: mobile }), method, at, issuer: this.by.issuer };
  }

  #methodOf({ amr, acr }: JWTPayload): string | undefined {
    const said = [...(Array.isArray(amr) ? amr : []), acr].filter((one): one is string => typeof one === 'string' && /^[\w.:/-]{1,60}$/.test(one));
    return said.find((one) => this.by.methods.length === 0 || this.by.methods.includes(one));
  }
}
