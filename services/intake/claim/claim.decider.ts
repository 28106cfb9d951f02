import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './claim.refusals.js';

export type { ClaimEvent } from '#libs/contracts/intake.events.js';

type Of<Type extends ClaimEvent['type']> = Omit<Extract<ClaimEvent, { type: Type }>, 'type'>;

export type ClaimCommand =
  | { readonly type: 'FileClaim' } & Of<'ClaimFiled'>
  | { readonly type: 'LinkDuplicate' } & Of<'DuplicateLinked'>
  | { readonly type: 'SeparateDuplicate' } & Of<'DuplicateSeparated'>
  | { readonly type: 'LinkRelated' } & Of<'RelatedLinked'>
  | { readonly type: 'DeclareUnrelated' } & Of<'UnrelatedDeclared'>
  | { readonly type: 'SupplementClaim' } & Of<'ClaimSupplemented'>
  | { readonly type: 'ClassifyDemand' } & Of<'DemandClassified'>
  | { readonly type: 'AcknowledgeFeedback' } & Of<'FeedbackAcknowledged'>
  | { readonly type: 'WithdrawClaim'; readonly at: Instant; readonly by: string; readonly reason: string };

export interface Claim {
  readonly phase: 'unfiled' | 'filed' | 'withdrawn';
  /** `<channel>/<number>` of every order that told of this complaint. */
  readonly channelOrders: readonly string[];
  /** Of these, what a person took out again, and the case that it has become. */
  readonly separated: ReadonlyMap<string, string>;
  /** What a person said of other cases, by their id. */
  readonly relations: ReadonlyMap<string, 'duplicate' | 'related' | 'unrelated'>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly classified: Classification;
  /** By the delivery that a channel has taken: its receipt. */
  readonly receipts: Readonly<Record<string, string>>;
}

interface Classification {
  readonly category: string | null;
  readonly kinds: readonly string[];
  readonly matters: readonly string[];
}

const filed = (state: Claim): ReturnType<typeof refuse> | undefined =>
  state.phase === 'unfiled' ? refuse('CLAIM_NOT_FILED') : state.phase === 'withdrawn' ? refuse('CLAIM_WITHDRAWN') : undefined;

const known = ({ phase }: Claim): ReturnType<typeof refuse> | undefined => (phase === 'unfiled' ? refuse('CLAIM_NOT_FILED') : undefined);
const linked = (state: Claim): ReturnType<typeof refuse> | undefined => known(state) ?? (state.channelOrders.length > 1 ? undefined : refuse('NO_SUCH_DUPLICATE'));

export const claim: Decider<Claim, ClaimCommand, ClaimEvent> = {
  initial: { phase: 'unfiled', channelOrders: [], separated: new Map(), relations: new Map(), facts: {}, classified: { category: null, kinds: [], matters: [] }, receipts: {} }, decide, evolve,
  may: { SeparateDuplicate: linked, LinkRelated: known, DeclareUnrelated: known, SupplementClaim: filed, ClassifyDemand: filed, WithdrawClaim: filed },
};

function decide(command: ClaimCommand, state: Claim): readonly ClaimEvent[] {
  switch (command.type) {
    case 'FileClaim': {
      if (state.phase !== 'unfiled') return []; // Sent twice, filed once.
      const { at, caseNumber, trackingCode, channel, channelNumber, origin, receivedAt, division, category, kinds, matters } = command;
      const { requester, employer, project, text, attachments, facts, missing, recognised, follows, group, separatedFrom } = command;
      return [{
        type: 'ClaimFiled', at, caseNumber, trackingCode, channel, channelNumber, origin, receivedAt, division, category, kinds, matters,
        requester, employer, project, text, attachments, facts, missing, ...(recognised && { recognised }), ...(follows && { follows }), ...(group && { group }), ...(separatedFrom && { separatedFrom }),
      }];
    }
    case 'LinkDuplicate': {
      if (state.phase === 'unfiled') throw refuse('CLAIM_NOT_FILED');
      const { at, channel, channelNumber, origin, receivedAt, category, text, facts, order } = command;
      if (state.channelOrders.includes(`${channel}/${channelNumber}`)) return [];
      return [{ type: 'DuplicateLinked', at, channel, channelNumber, origin, receivedAt, category, text, facts, ...(order && { order }) }];
    }
    case 'SeparateDuplicate': return separated(command, state);
    case 'LinkRelated': {
      const { at, by, other, relation } = command;
      throwIf(known(state));
      return state.relations.get(other) === relation ? [] : [{ type: 'RelatedLinked', at, by, other, relation }];
    }
    case 'DeclareUnrelated': {
      const { at, by, other } = command;
      throwIf(known(state));
      return state.relations.get(other) === 'unrelated' ? [] : [{ type: 'UnrelatedDeclared', at, by, other }];
    }
    case 'SupplementClaim': {
      const refusal = filed(state);
      if (refusal) throw refusal;
      const { at, by, facts, text, attachments, missing } = command;
      const news = Object.entries(facts).some(([key, value]) => JSON.stringify(state.facts[key]) !== JSON.stringify(value));
      if (!news && text === null && attachments.length === 0) return [];
      return [{ type: 'ClaimSupplemented', at, by, facts, text, attachments, missing }];
    }
    case 'ClassifyDemand': {
      const refusal = filed(state);
      if (refusal) throw refusal;
      const { at, by, category, kinds, matters } = command;
      if (isSame(state.classified, { category, kinds, matters })) return [];
      return [{ type: 'DemandClassified', at, by, category, kinds, matters }];
    }
    case 'AcknowledgeFeedback': {
      if (state.phase === 'unfiled') throw refuse('CLAIM_NOT_FILED');
      const { at, channel, channelNumber, about, delivery, receipt } = command;
      const known = state.receipts[delivery];
      if (known === receipt) return [];
      if (known !== undefined) throw refuse('FEEDBACK_ACKNOWLEDGED_OTHERWISE', { receipt: known });
      return [{ type: 'FeedbackAcknowledged', at, channel, channelNumber, about, delivery, receipt }];
    }
    case 'WithdrawClaim': {
      if (state.phase === 'withdrawn') return [];
      const refusal = filed(state);
      if (refusal) throw refusal;
      return [{ type: 'ClaimWithdrawn', at: command.at, reason: command.reason }];
    }
    default: return never(command);
  }
}

function evolve(state: Claim, event: ClaimEvent): Claim {
  switch (event.type) {
    case 'ClaimFiled': return { ...state, phase: 'filed', channelOrders: [`${event.channel}/${event.channelNumber}`], facts: event.facts, classified: classificationOf(event) };
    case 'DuplicateLinked': return { ...state, channelOrders: [...state.channelOrders, `${event.channel}/${event.channelNumber}`] };
    case 'DuplicateSeparated': return { ...state, separated: new Map([...state.separated, [`${event.channel}/${event.channelNumber}`, event.into]]) };
    case 'RelatedLinked': return { ...state, relations: new Map([...state.relations, [event.other, event.relation]]) };
    case 'UnrelatedDeclared': return { ...state, relations: new Map([...state.relations, [event.other, 'unrelated']]) };
    case 'ClaimSupplemented': return { ...state, facts: { ...state.facts, ...event.facts } };
    case 'DemandClassified': return { ...state, classified: classificationOf(event) };
    case 'FeedbackAcknowledged': return { ...state, receipts: { ...state.receipts, [event.delivery]: event.receipt } };
    case 'ClaimWithdrawn': return { ...state, phase: 'withdrawn' };
    default: return never(event);
  }
}

/** The first order made the case and stays with it. */
function separated({ at, by, channel, channelNumber, into, reason }: Extract<ClaimCommand, { type: 'SeparateDuplicate' }>, state: Claim): readonly ClaimEvent[] {
  const number = `${channel}/${channelNumber}`;
  if (state.separated.has(number)) return [];
  throwIf(linked(state));
  if (!state.channelOrders.slice(1).includes(number)) throw refuse('NO_SUCH_DUPLICATE');
  return [{ type: 'DuplicateSeparated', at, by, channel, channelNumber, into, reason }];
}

function throwIf(refusal: Error | undefined): void {
  if (refusal) throw refusal;
}

function classificationOf({ category, kinds, matters }: Classification): Classification {
  return { category, kinds, matters };
}

function isSame(a: Classification, b: Classification): boolean {
  return a.category === b.category && a.kinds.join() === b.kinds.join() && a.matters.join() === b.matters.join();
}
