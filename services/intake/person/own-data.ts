import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { isSealed } from '#libs/contracts/sealed.js';
import type { ClaimEvent, Requester } from '#libs/contracts/intake.events.js';
import { correctable, requesterNow } from '#libs/contracts/requester.js';
import { fold } from '#libs/decider/decider.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { claim } from '../claim/claim.decider.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;

/** One personal value as it stands in the log: when it was recorded, with which fact, in which field. null where it cannot be opened any more. */
export interface Kept {
  readonly recordedAt: string;
  readonly event: string;
  readonly title: string;
  readonly field: string;
  readonly value: string | null;
  /** Of the person's name, telephone or number: another value was put in its place later. */
  readonly replaced?: true;
}

/** What is kept of one person in one case. Named as in the events, so that a program can go on with it. */
export interface OwnCase {
  readonly caseNumber: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly category: string | null;
  readonly identity: string | null;
  readonly secrecy: boolean;
  /** Facts by the keys of the fact catalogue; money in Fen. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly employer: Filed['employer'];
  readonly project: Filed['project'];
  readonly personal: readonly Kept[];
  /** Who saw it: role and office, never the name of an official. */
  readonly seenBy: readonly { readonly at: string; readonly role: string; readonly organ: string | null; readonly what: readonly string[] }[];
}

interface Found {
  readonly event: PublishedEvent;
  readonly field: string;
  readonly sealed: Sealed;
}

const SEEN = ['audit.personal-data-read.v1', 'audit.personal-data-exported.v1', 'intake.evidence-read.v1', 'resolution.paper-read.v1', 'audit.case-bundled.v1'];

/** Every sealed value of the person in a case's history, wherever it stands. Another person's, such as a fellow worker's, is not this one's to have. */
export function sealedOf(history: readonly PublishedEvent[], subject: string): readonly Found[] {
  return history.flatMap((event) => [...sealedIn(event.data, '')].filter(({ sealed }) => sealed.subject === subject).map((found) => ({ event, ...found })));
}

export function ownCase(history: readonly PublishedEvent[], found: readonly Found[], opened: readonly (string | null)[]): OwnCase {
  const { caseNumber, receivedAt, channel, category, requester, employer, project } = history.find(({ type }) => type === 'intake.claim-filed.v1')!.data as never as Filed;
  const proven = fold(claim, history.filter(({ stream }) => stream.startsWith('claim/')).map((event) => streamEvent<ClaimEvent>(event))).proofs.some((each) => each.startsWith('requester/'));
  const now = requesterNow(history);
  return {
    caseNumber, receivedAt, channel, category, identity: proven ? 'proven' : requester?.identity ?? null, secrecy: requester?.secrecy ?? false, employer, project,
    facts: Object.assign({}, ...history.filter(({ type }) => type === 'intake.claim-filed.v1' || type === 'intake.claim-supplemented.v1').map(({ data }) => data['facts'])) as OwnCase['facts'],
    personal: found.map(({ event, field }, n) => ({ recordedAt: event.recordedAt, event: event.type, title: eventKinds.get(event.type)?.zh ?? event.type, field, value: opened[n] ?? null, ...(isReplaced(event, field, found[n]!.sealed, now) && { replaced: true as const }) })),
    seenBy: history.filter(({ type }) => SEEN.includes(type)).map(({ type, data, meta, recordedAt }) => ({
      at: recordedAt, role: meta.actor.split(':')[0]!, organ: meta.organ ?? null, what: Array.isArray(data['fields']) ? data['fields'].map(String) : [eventKinds.get(type)?.zh ?? type],
    })),
  };
}

/** The fields of the person in the claim itself and in its corrections; what was only asked for was never put in anything's place. */
function isReplaced({ type }: PublishedEvent, path: string, sealed: Sealed, now: Requester | null): boolean {
  const field = correctable.find((one) => path === (type === 'intake.claim-filed.v1' ? `requester.${one}` : type === 'intake.personal-data-corrected.v1' ? one : ''));
  return field !== undefined && now?.[field]?.data !== sealed.data;
}

function* sealedIn(value: unknown, path: string): Iterable<{ field: string; sealed: Sealed }> {
  if (isSealed(value)) yield { field: path, sealed: value };
  else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) yield* sealedIn(one, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
}
