import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { ClaimEvent, Requester } from '#libs/contracts/intake.events.js';
import { newTrackingCode } from '#libs/contracts/ids.js';
import { dayOf } from '#libs/contracts/time.js';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { caseOfClaim, holdersOfClaims, readCase, readStream, resultsOfKeys } from '#libs/event-store/read.js';
import type { ResultOfKey } from '#libs/event-store/read.js';
import { refuse } from '#libs/event-store/streams.refusals.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { Together } from '#libs/event-store/together.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Given } from '#libs/runtime/give-command.js';
import { Clock } from '#libs/runtime/clock.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import { Keyring, SubjectErased } from '#libs/security/keyring.js';
import { NO_FLUSH } from '#libs/security/no-flush.js';
import { seal } from '#libs/security/seal.js';
import type { CaseRow } from '../../supervision/case-view/case-view.projection.js';
import { caseView } from '../../supervision/case-view/case-view.projection.js';
import type { Order } from '../channels/order.js';
import { recordOf } from '../recognition/completed-by-text.js';
import { CaseNumbers } from './case-numbers.js';
import type { ClaimCommand } from './claim.decider.js';
import { SealedBefore } from './sealed-before.js';
import { isSamePerson } from './same-person.js';
import { samenessKeys } from './sameness.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
export type Gap = Filed['missing'][number];

/** A well-formed order on its way into the log, with what intake found out about it. */
export interface Incoming {
  readonly order: Order;
  /** Facts as the pack knows them: amounts in Fen, nothing personal. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly missing: readonly Gap[];
  /** A case that the order itself names as the same complaint. */
  readonly duplicateOf: string | null;
  /** The channel's call: its `webhook-id` and a mac of the body, so that the same call again gets the same answer. */
  readonly key: NonNullable<AppendCommand['key']>;
  /** Who files it, where that is not the channel itself. */
  readonly actor?: string;
  /**
   * `nobody`: filed by nobody that is known, it joins no case and none joins it by itself, or whoever knows a worker's name and employer learned whether that worker
   * complained. `byIdentity`: the number is proven, but the phone beside the name is not.
   */
  readonly joins?: 'nobody' | 'byIdentity';
}

type Sealing = Pick<Filed, 'requester' | 'text' | 'attachments' | 'address' | 'onBehalfOf'> & Pick<Extract<ClaimCommand, { type: 'FileClaim' }>, 'proof' | 'representation'>;

/** What a channel is told of its order. */
export interface Receipt {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackingCode: string;
  readonly duplicateOf: string | null;
  readonly position: string;
  /** By this call, or by the first of it that came. */
  readonly proven?: true;
  /** The log's newest checkpoint when the order was taken, a signed note: kept, it proves later that nothing before it was changed. */
  readonly checkpoint?: string;
}

/** The log's newest checkpoint when a call was taken. */
type Noted = Pick<Receipt, 'checkpoint'>;
type Claimed = NonNullable<AppendCommand['claims']>[number];

const TRIES_MAX = 20;

/** Files an order as a claim, or links it to the claim that tells of the same complaint. Durable when it resolves; the same call gives the same receipt. */
@Injectable()
export class ClaimHandler {
  /** Whether a call or its number is known. Asked of the store for all at once, as commands are stored: a hotline files by the hundred. */
  readonly #before = new Together(async (asked: readonly { readonly key: Incoming['key']; readonly claims: readonly Claimed[] }[]) => {
    const [firsts, holders] = await Promise.all([resultsOfKeys(this.pool, asked.map(({ key }) => key)), holdersOfClaims(this.pool, asked.map(({ claims }) => claims))]);
    return asked.map((_, n) => ({ first: firsts[n], holder: holders[n] }));
  });
  readonly #fingerprints = new Together(async (found: readonly { readonly subject: string; readonly caseId: string; readonly space: string; readonly mac: Buffer }[][]) => {
    const rows = found.flat();
    await this.pool.query(
      `INSERT INTO pii.blind_index (space, mac, subject_id, case_id) SELECT t.* FROM unnest($1::text[], $2::bytea[], $3::uuid[], $4::uuid[]) AS t ${NO_FLUSH} ON CONFLICT DO NOTHING`,
      [rows.map(({ space }) => space), rows.map(({ mac }) => mac), rows.map(({ subject }) => subject), rows.map(({ caseId }) => caseId)]);
    return found.map(() => undefined);
  });

  constructor(
    private readonly commands: CommandBus, private readonly pool: Pool, private readonly keyring: Keyring, private readonly numbers: CaseNumbers,
    private readonly clock: Clock, @Inject(BLIND_INDEX) private readonly index: BlindIndex, private readonly sealed: SealedBefore,
  ) {}

  async file(incoming: Incoming): Promise<Receipt> {
    const { order, duplicateOf } = incoming;
    let follows = duplicateOf !== null && (await this.#isOver(duplicateOf)) ? duplicateOf : undefined;
    if (duplicateOf !== null && follows === undefined) return this.#link(incoming, duplicateOf);
    let keys = incoming.joins === 'nobody' ? [] : samenessKeys(order, this.index, incoming.joins);
    for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
      const same = keys.map((key) => ({ space: 'same-complaint', value: follows === undefined ? key : `${key}/${follows}` }));
      const outcome = await this.#newCase(incoming, [...same, channelOrder(order)], follows);
      if ('receipt' in outcome) return outcome.receipt;
      const { space, caseId: holder } = outcome.takenBy;
      if (space === 'channel-number') return this.#standing(holder, order);
      if (space === 'case-number' && order.transferred) { follows = holder; continue; } // It was here before and went back: it comes again under its number.
      if (space !== 'same-complaint') continue; // A number or code that another case has: draw again.
      if (!(await isSamePerson(await readStream(this.pool, `claim/${holder}`), order, { keyring: this.keyring, blindIndex: this.index }))) keys = []; // A common name and a family's phone, but two identity numbers: two persons.
      else if (await this.#isOver(holder)) follows = holder; // A case of its own, that follows the old one.
      else return this.#link(incoming, holder);
    }
    throw new Error('No free case number or tracking code was found.');
  }

  /** True where nobody can have the case reopened any more: it is archived, or was closed and the time to ask has passed. What is linked to it would be lost. */
  async #isOver(caseId: string): Promise<boolean> {
    let row: CaseRow | undefined;
    for (const event of await readCase(this.pool, caseId)) row = caseView(row, event);
    if (!row?.closed) return false;
    const today = dayOf(this.clock.now());
    return row.state === 'ARCHIVED' || Object.values(row.clocks).some(({ kind, status, due }) => kind === 'HOT-REOPEN' && status === 'running' && due < today);
  }

  /** Looks before it makes anything: a repetition or a duplicate leaves no key and no fingerprint of a case that never was. */
  async #newCase(incoming: Incoming, claims: readonly Claimed[], follows: string | undefined): Promise<{ receipt: Receipt } | { takenBy: NonNullable<Given['takenBy']> }> {
    const { first, holder } = await this.#before.ask({ key: incoming.key, claims });
    if (first) return { receipt: await this.#repeated(first, incoming) };
    if (holder) return { takenBy: holder };
    const caseId = uuidv7();
    const command = { ...(await this.#claimOf(incoming, caseId)), ...(follows !== undefined && { follows }) };
    const isAgain = incoming.order.transferred !== undefined && follows !== undefined;
    const numbers = [...(isAgain ? [] : [{ space: 'case-number', value: command.caseNumber }]), { space: 'tracking-code', value: command.trackingCode }];
    const given = await this.#give(caseId, { type: 'FileClaim', ...command }, incoming, [...claims, ...numbers], { fresh: true });
    return given.outcome === 'taken' ? { takenBy: given.takenBy! } : { receipt: await this.#receipt(given, incoming) };
  }

  async #repeated({ sameRequest, stream, firstVersion, lastPosition }: ResultOfKey, incoming: Incoming): Promise<Receipt> {
    if (!sameRequest) throw refuse('KEY_REUSED');
    const events = await readStream(this.pool, stream, firstVersion);
    return this.#receipt({ caseId: events[0]!.caseId, position: lastPosition, events: events.filter(({ position }) => BigInt(position) <= BigInt(lastPosition)).map((event) => streamEvent(event)), note: await this.sealed.noteAt(lastPosition) }, incoming);
  }

  async #claimOf({ order, facts, missing, actor }: Incoming, caseId: string): Promise<Omit<Extract<ClaimCommand, { type: 'FileClaim' }>, 'type'>> {
    const at = this.clock.now();
    const { channel, channelNumber, origin, receivedAt, division, category } = order;
    const [caseNumber, { requester, text, attachments, ...vouched }] = await Promise.all([
      order.transferred?.caseNumber ?? this.numbers.next(division, Number(receivedAt.slice(0, 4)), category ?? 'X0'), this.#sealed(order, caseId),
    ]);
    return {
      at, by: actor ?? `channel:${order.channel}`, caseNumber, trackingCode: newTrackingCode(randomBytes(16)), channel, channelNumber, origin, receivedAt, division, category,
      kinds: [...order.kinds], matters: [...order.matters], requester, text, attachments, facts, missing: [...missing],
      ...(order.recognised && { recognised: recordOf(order.recognised) }), ...(order.group && { group: order.group }), ...(order.site && { site: order.site }), ...(order.passedOn && { passedOn: order.passedOn }), ...(order.transferred && { cameFrom: order.transferred.cameFrom }), ...unitsOf(order), ...vouched,
    };
  }

  /** Names, numbers and free text under the person's own key. Who comes back after an erasure is a new person. */
  async #sealed(order: Order, caseId: string): Promise<Sealing> {
    const { requester: person } = order;
    const known = person?.idNumber ? uuidv5(`subject/${this.index.mac('idNumber', normalise('idNumber', person.idNumber)).toString('hex')}`) : uuidv5(`person/${caseId}`);
    const key = this.#keyOf(known);
    const subject = person?.idNumber ? (await key).subject : known; // Who is known by this case alone was never erased: key and fingerprints are stored at once.
    const [found] = await Promise.all([key, person && !person.anonymous ? this.#index(person, subject, caseId) : undefined]);
    return sealedUnder(found, order);
  }

  async #keyOf(known: string): Promise<{ subject: string; dek: Buffer }> {
    try {
      return { subject: known, dek: (await this.keyring.create([known])).get(known)! };
    } catch (error) {
      if (!(error instanceof SubjectErased)) throw error;
      const subject = uuidv7();
      return { subject, dek: (await this.keyring.create([subject])).get(subject)! };
    }
  }

  /** The keyed fingerprints by which a person's cases are found; outside the log, so that an erasure can drop them. */
  async #index(person: NonNullable<Order['requester']>, subject: string, caseId: string): Promise<void> {
    const spaces = (['name', 'phone', 'idNumber'] as const).filter((space) => person[space]);
    if (spaces.length === 0) return;
    await this.#fingerprints.ask(spaces.map((space) => ({ space, mac: this.index.mac(space, normalise(space, person[space]!)), subject, caseId })));
  }

  /** The whole order is kept, under the person of the case that it is linked to: should they be two persons after all, a person can take it out again. */
  async #link(incoming: Incoming, caseId: string): Promise<Receipt> {
    const { order, facts, missing } = incoming;
    const { channel, channelNumber, origin, receivedAt, category, division } = order;
    const at = this.clock.now();
    const filed = await this.#filed(caseId);
    const { text, proof, representation, ...personal } = sealedUnder(await this.#keyOf(filed?.requester?.subject ?? uuidv5(`person/${caseId}`)), order);
    const rest = { division, kinds: [...order.kinds], matters: [...order.matters], ...personal, ...unitsOf(order), missing: [...missing] };
    const given = await this.#give(caseId, { type: 'LinkDuplicate', at, channel, channelNumber, origin, receivedAt, category, text, facts, order: rest, by: incoming.actor ?? `channel:${channel}`, ...(proof && { proof }), ...(representation && { representation }) }, incoming, [channelOrder(order)]);
    return given.outcome === 'taken' ? this.#standing(given.takenBy!.caseId, order) : this.#receipt(given, incoming);
  }

  async #give(caseId: string, command: ClaimCommand, { order, key, actor }: Incoming, claims: readonly Claimed[], options: { readonly fresh?: true } = {}): Promise<Given & { readonly note: Noted }> {
    const sealed = await this.sealed.now();
    const cause = { actor: actor ?? `channel:${order.channel}`, cause: `webhook:${key.key}`, ...(sealed && { sealed: String(sealed.size) }) };
    const given = await this.commands.execute(new GiveCommand('claim', caseId, command, cause, { key, claims, ...options }));
    return { ...given, note: given.outcome !== 'appended' ? await this.sealed.noteAt(given.position) : sealed ? { checkpoint: sealed.note } : {} };
  }

  async #filed(caseId: string): Promise<Filed | undefined> {
    const [first] = await readStream(this.pool, `claim/${caseId}`);
    return first?.data as never;
  }

  /** The same channel sent the same number under another call: the order stands, and is answered as it was. */
  async #standing(caseId: string, order: Order): Promise<Receipt> {
    const events = await readStream(this.pool, `claim/${caseId}`);
    const separated = events.find(({ type, data }) => type === 'intake.duplicate-separated.v1' && data['channel'] === order.channel && data['channelNumber'] === order.channelNumber);
    const own = separated && (await readStream(this.pool, `claim/${String(separated.data['into'])}`))[0]; // A process files it just after.
    if (own) return this.#standing(own.caseId, order);
    const { caseNumber, trackingCode, channel, channelNumber } = events[0]!.data as never as Filed;
    const first = channel === order.channel && channelNumber === order.channelNumber;
    return { caseId, caseNumber, trackingCode, duplicateOf: first ? null : caseId, position: events[0]!.position, ...(await this.sealed.noteOf(events[0]!.meta)) };
  }

  async #receipt({ caseId, position, events, note }: Pick<Given, 'caseId' | 'position' | 'events'> & { readonly note: Noted }, { order }: Incoming): Promise<Receipt> {
    const [event] = events as readonly (Filed | { type: string })[];
    const proven = events.some(({ type }) => type === 'IdentityProven') ? { proven: true as const } : {};
    if (event?.type === 'ClaimFiled') {
      const { caseNumber, trackingCode } = event as Filed;
      return { caseId, caseNumber, trackingCode, duplicateOf: null, position, ...proven, ...note };
    }
    const { checkpoint: _, ...standing } = await this.#standing(caseId, order);
    return { ...standing, position, ...proven, ...note };
  }
}

/** Names, numbers and free text of an order under one person's key. */
function sealedUnder({ subject, dek }: { subject: string; dek: Buffer }, { requester: person, text, attachments, representative, proof, address }: Order): Sealing {
  const sealed = (field: string, value: string | undefined): Requester['name'] => (value ? seal(dek, subject, field, value) : null);
  return {
    requester: person && {
      subject, name: sealed('name', person.name), phone: sealed('phone', person.phone), idNumber: sealed('idNumber', person.idNumber),
      migrantWorker: person.migrantWorker, secrecy: person.secrecy, identity: proof?.person === 'requester' ? 'proven' : 'unproven', representedBy: representative?.relation ?? (person.onBehalfOf ? 'representative' : null),
    },
    text: sealed('text', text),
    attachments: attachments.map(({ name, ...rest }) => ({ name: seal(dek, subject, 'attachmentName', name), ...rest })),
    ...(address && { address: seal(dek, subject, 'address', address) }), ...(person?.onBehalfOf && { onBehalfOf: seal(dek, subject, 'onBehalfOf', person.onBehalfOf) }),
    ...(proof && { proof }), ...(representative && { representation: { relation: representative.relation, basis: representative.basis, name: sealed('name', representative.name), phone: sealed('phone', representative.phone) } }),
  };
}

/** The units that an order names, as the log keeps them. */
export function unitsOf({ employer, project }: Order): Pick<Filed, 'employer' | 'project'> {
  return {
    employer: employer && { name: employer.name ?? null, creditCode: employer.creditCode ?? null, address: employer.address ?? null },
    project: project && {
      name: project.name ?? null, sector: project.sector ?? null, owner: project.owner ?? null,
      generalContractor: project.generalContractor ?? null, subcontractor: project.subcontractor ?? null,
    },
  };
}

function channelOrder({ channel, channelNumber }: Order): Claimed {
  return { space: 'channel-number', value: `${channel}/${channelNumber}` };
}

/** The case that a number, a tracking code or an id names. */
export async function caseNamed(pool: Pool, name: string): Promise<string | undefined> {
  for (const space of ['case-number', 'tracking-code']) {
    const found = await caseOfClaim(pool, space, name);
    if (found) return found;
  }
  const [first] = /^[0-9a-f-]{36}$/.test(name) ? await readStream(pool, `claim/${name}`) : [];
  return first?.caseId;
}

