import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/contracts/time.js';
import { Streams } from '#libs/event-store/streams.js';
import { ChannelKeys } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Identity } from '#libs/security/session.js';
import type { Channel } from '../channels/channels.js';
import { channelNamed } from '../channels/channels.js';
import type { Order } from '../channels/order.js';
import type { Understood } from '../channels/receive.js';
import { Reception } from '../channels/receive.js';
import { toOrder } from '../channels/self-service.js';
import { differences, filledIn, proofOf } from './identified.js';
import { RealNames } from './real-names.js';
import type { Proven, Unproven } from './real-names.js';
import { PublicClaim } from './public-claim.requests.js';
import type { Site } from './site.js';
import { siteOf } from './site.js';

/** Categories whose place is that of the work. */
const OF_WORK: readonly unknown[] = [null, 'D01', 'D02'];

/** What comes with a form that says who sends it: an assertion of the service of real names, or that the browser came from there. Either is for one form. */
export interface Voucher {
  readonly assertion: string | undefined;
  readonly vouched: Identity | undefined;
}

/**
 * The way of a worker's own page into the channel `self-service`: the same form, the same reading, the same pipeline. No browser can keep a channel's key, so the
 * door itself is open, and what comes through it is marked: whether a service of real names vouches for whoever it is. Without, it joins no other case; with it, one of the same identity number.
 */
@Injectable()
export class PublicDoor {
  constructor(
    private readonly reception: Reception, private readonly clock: Clock, readonly streams: Streams, private readonly channels: ChannelKeys, private readonly identities: RealNames, @Inject(BLIND_INDEX) readonly index: BlindIndex,
  ) {}

  site(code: string): Promise<Site> {
    return siteOf(code, dayOf(this.clock.now()), this);
  }

  /** Throws `FieldsRefused` where the form is wrong, a refusal where the code of its site is. */
  async understand(body: unknown, rawBody: Buffer, { assertion, vouched }: Voucher): Promise<Understood & { readonly unproven: Unproven | null }> {
    const { site: code, formId } = (body ?? {}) as { site?: unknown; formId?: unknown };
    const form = String(formId).toLowerCase();
    const identity = assertion === undefined && vouched?.form === form ? vouched.person : await this.identities.prove(assertion, form);
    const proven = typeof identity === 'string' ? undefined : identity;
    const site = typeof code === 'string' && code !== '' ? await this.site(code) : undefined;
    const divisions = this.channels.of('self-service')?.divisions ?? ['000000'];
    const { incoming, wrong, ...rest } = await this.reception.understand(this.#channel(site, proven), { webhookId: form, body, rawBody, divisions });
    const own = incoming.order.proof?.person === 'requester';
    return {
      ...rest, unproven: incoming.order.proof ? null : typeof identity === 'string' ? identity : 'notAsked', wrong: [...wrong, ...differences(body as PublicClaim, proven)],
      incoming: { ...incoming, joins: own ? 'byIdentity' : 'nobody', actor: 'worker:self-service', key: { ...incoming.key, source: 'page:self-service' } },
    };
  }

  /** The channel as its page speaks it. */
  #channel(site: Site | undefined, proven: Proven | undefined): Channel {
    const sentAt = this.clock.now();
    return { ...channelNamed('self-service'), requestClass: PublicClaim, toOrder: (request) => orderOf(request as PublicClaim, sentAt, site, proven) };
  }
}

function orderOf(request: PublicClaim, sentAt: string, site: Site | undefined, proven: Proven | undefined): Order {
  const { site: _, ...said } = filledIn(request, proven);
  const proof = proofOf(request, proven);
  const order = toOrder({ ...said, ...(site && ofSite(site, request)), sentAt, photos: [] });
  const { category, division, facts, channelNumber } = order;
  return {
    ...order, channelNumber: `page:${channelNumber}`, // Never the number of a platform's form.
    facts: { ...(OF_WORK.includes(category) && { workRegion: division }), ...(site && fundedBy(site)), ...facts },
    ...(site && { site: { project: site.project, code: site.code } }), ...(proof && { proof }),
  };
}

/** What the site's file knows better than whoever works there: who builds, for whom, and where. Whom the worker names as employer stands. */
function ofSite({ name, owner, generalContractor, contractor, division, sector }: Site, { bossOrCompany }: PublicClaim): Partial<PublicClaim> {
  return {
    place: division, siteName: name, siteOwner: owner, mainBuilder: generalContractor, ...(contractor !== generalContractor && { gangCompany: contractor }),
    ...(sector !== undefined && { kindOfWork: sector }), bossOrCompany: bossOrCompany ?? contractor,
  };
}

function fundedBy({ investment }: Site): Record<string, boolean> {
  return { governmentInvested: investment === 'government', stateOwned: investment === 'stateOwned' };
}
