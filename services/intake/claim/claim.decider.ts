import type { ClaimEvent, IdentityProof, Representation } from '#libs/contracts/intake.events.js';
import type { Corrections } from '#libs/contracts/requester.js';
import { correctable } from '#libs/contracts/requester.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './claim.refusals.js';

export type { ClaimEvent } from '#libs/contracts/intake.events.js';

type Of<Type extends ClaimEvent['type']> = Omit<Extract<ClaimEvent, { type: Type }>, 'type'>;

export type ClaimCommand =
  /** `keys`: by which the same complaint is known again, where a process files it. */
  | { readonly type: 'FileClaim'; readonly keys?: readonly string[] } & Of<'ClaimFiled'> & Vouched
  | { readonly type: 'LinkDuplicate' } & Of<'DuplicateLinked'> & Vouched
  | { readonly type: 'SeparateDuplicate' } & Of<'DuplicateSeparated'>
  | { readonly type: 'LinkRelated' } & Of<'RelatedLinked'>
  | { readonly type: 'DeclareUnrelated' } & Of<'UnrelatedDeclared'>
  | { readonly type: 'SupplementClaim' } & Of<'ClaimSupplemented'>
  | { readonly type: 'ClassifyDemand' } & Of<'DemandClassified'>
  | { readonly type: 'AcknowledgeFeedback' } & Of<'FeedbackAcknowledged'>
  | { readonly type: 'ProveIdentity'; readonly at: Instant; readonly by: string; readonly proof: IdentityProof }
  /** An officer has the person's paper in hand. */
  | { readonly type: 'ConfirmIdentity'; readonly at: Instant; readonly by: string; readonly person: IdentityProof['person']; readonly document: string }
  | { readonly type: 'RecordRepresentation' } & Of<'RepresentationRecorded'>
  | { readonly type: 'RequestCorrection' } & Of<'CorrectionRequested'>
  /** `document`: the paper that an officer saw. `proof`: what the service of real names says. `keys`: by which the same complaint is known from now on. */
  | { readonly type: 'CorrectPerson'; readonly document?: string; readonly proof?: IdentityProof; readonly keys?: readonly string[] } & Of<'PersonalDataCorrected'>
  | { readonly type: 'DeclineCorrection' } & Of<'CorrectionDeclined'>
  | { readonly type: 'WithdrawClaim'; readonly at: Instant; readonly by: string; readonly reason: string };

/** What is known of who files it, besides what is said. */
interface Vouched {
  readonly by?: string;
  readonly proof?: IdentityProof;
  readonly representation?: Representation;
}

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
  /** `<person>/<method>` of every proof that holds. */
  readonly proofs: readonly string[];
  /** `<relation>/<basis>` */
  readonly representation: string | null;
  /** The fields of the person as last corrected and as last requested, by what is sealed; and what became of the request. */
  readonly corrected: Readonly<Record<string, string>>;
  readonly asked: { readonly step: 'nothing' | 'requested' | 'declined' | 'done'; readonly what: string };
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
  initial: { phase: 'unfiled', channelOrders: [], separated: new Map(), relations: new Map(), facts: {}, classified: { category: null, kinds: [], matters: [] }, receipts: {}, proofs: [], representation: null, corrected: {}, asked: { step: 'nothing', what: '' } }, decide, evolve,
  may: { SeparateDuplicate: linked, LinkRelated: known, DeclareUnrelated: known, SupplementClaim: filed, ClassifyDemand: filed, ConfirmIdentity: known, RecordRepresentation: known, RequestCorrection: known, CorrectPerson: known, DeclineCorrection: requested, WithdrawClaim: filed },
};

function decide(command: ClaimCommand, state: Claim): readonly ClaimEvent[] {
  switch (command.type) {
    case 'FileClaim': {
      if (state.phase !== 'unfiled') return []; // Sent twice, filed once.
      const { at, caseNumber, trackingCode, channel, channelNumber, origin, receivedAt, division, category, kinds, matters } = command;
      const { requester, employer, project, text, attachments, facts, missing, recognised, follows, group, separatedFrom, foundBy, site, passedOn, cameFrom, address, onBehalfOf } = command;
      return [{
        type: 'ClaimFiled', at, caseNumber, trackingCode, channel, channelNumber, origin, receivedAt, division, category, kinds, matters,
        requester, employer, project, text, attachments, facts, missing, ...(recognised && { recognised }), ...(follows && { follows }), ...(group && { group }), ...(separatedFrom && { separatedFrom }), ...(foundBy && { foundBy }), ...(site && { site }), ...(passedOn && { passedOn }), ...(cameFrom && { cameFrom }), ...(address && { address }), ...(onBehalfOf && { onBehalfOf }),
      }, ...vouchedFor(command, state)];
    }
    case 'LinkDuplicate': {
      if (state.phase === 'unfiled') throw refuse('CLAIM_NOT_FILED');
      const { at, channel, channelNumber, origin, receivedAt, category, text, facts, order, foundBy } = command;
      if (state.channelOrders.includes(`${channel}/${channelNumber}`)) return [];
      return [{ type: 'DuplicateLinked', at, channel, channelNumber, origin, receivedAt, category, text, facts, ...(order && { order }), ...(foundBy && { foundBy }) }, ...vouchedFor(command, state)];
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
    case 'AcknowledgeFeedback': return acknowledged(command, state);
    case 'ProveIdentity': return proven(command, command.proof, state);
    case 'ConfirmIdentity': return proven(command, { person: command.person, method: `seen:${command.document}`, provenAt: command.at, issuer: null, matched: [] }, state);
    case 'RecordRepresentation': return represented(command, command, state);
    case 'RequestCorrection': return asked(command, state);
    case 'CorrectPerson': return corrected(command, state);
    case 'DeclineCorrection': return declined(command, state);
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
    case 'IdentityProven': return { ...state, proofs: [...state.proofs, `${event.person}/${event.method}`] };
    case 'RepresentationRecorded': return { ...state, representation: `${event.relation}/${event.basis}`, proofs: state.proofs.filter((each) => !each.startsWith('representative/')) };
    case 'CorrectionRequested': return { ...state, asked: { step: 'requested', what: sealedIn(event) } };
    case 'PersonalDataCorrected': return {
      ...state, asked: { ...state.asked, step: 'done' }, corrected: { ...state.corrected, ...Object.fromEntries(correctable.flatMap((field) => (event[field] ? [[field, event[field].data]] : []))) },
      proofs: event.name || event.idNumber ? state.proofs.filter((each) => !each.startsWith('requester/')) : state.proofs,
    };
    case 'CorrectionDeclined': return { ...state, asked: { ...state.asked, step: 'declined' } };
    case 'ClaimWithdrawn': return { ...state, phase: 'withdrawn' };
    default: return never(event);
  }
}

function acknowledged({ at, channel, channelNumber, about, delivery, receipt }: Extract<ClaimCommand, { type: 'AcknowledgeFeedback' }>, state: Claim): readonly ClaimEvent[] {
  throwIf(known(state));
  const before = state.receipts[delivery];
  if (before === receipt) return [];
  if (before !== undefined) throw refuse('FEEDBACK_ACKNOWLEDGED_OTHERWISE', { receipt: before });
  return [{ type: 'FeedbackAcknowledged', at, channel, channelNumber, about, delivery, receipt }];
}

/** Of whoever files: the representation first, for a proof may be of who represents. */
function vouchedFor({ at, by = '', proof, representation }: { readonly at: Instant } & Vouched, state: Claim): readonly ClaimEvent[] {
  const known: Claim = { ...state, phase: 'filed' };
  const first = representation ? represented({ at, by }, representation, known) : [];
  return [...first, ...(proof ? proven({ at, by }, proof, first.reduce(evolve, known)) : [])];
}

function proven({ at, by }: { readonly at: Instant; readonly by: string }, proof: IdentityProof, state: Claim): readonly ClaimEvent[] {
  throwIf(known(state));
  const { person, method, provenAt, issuer, matched } = proof;
  if (person === 'representative' && state.representation === null) throw refuse('NOBODY_REPRESENTS');
  return state.proofs.includes(`${person}/${method}`) ? [] : [{ type: 'IdentityProven', at, by, person, method, provenAt, issuer, matched: [...matched] }];
}

/** Names are sealed, and the same name sealed twice looks different: relation and basis tell whether it is said again. */
function represented({ at, by }: { readonly at: Instant; readonly by: string }, { relation, basis, name, phone }: Representation, state: Claim): readonly ClaimEvent[] {
  throwIf(known(state));
  return state.representation === `${relation}/${basis}` ? [] : [{ type: 'RepresentationRecorded', at, by, relation, basis, name, phone }];
}

function asked({ at, by, name, phone, idNumber, reason }: Extract<ClaimCommand, { type: 'RequestCorrection' }>, state: Claim): readonly ClaimEvent[] {
  throwIf(known(state));
  const what = sealedIn({ name, phone, idNumber });
  if (what === '') throw refuse('NOTHING_TO_CORRECT');
  return state.asked.what === what ? [] : [{ type: 'CorrectionRequested', at, by, name, phone, idNumber, reason }];
}

/** A name or number for which somebody vouched is not changed on a word: a paper or the service of real names vouches for the new one. */
function corrected(command: Extract<ClaimCommand, { type: 'CorrectPerson' }>, state: Claim): readonly ClaimEvent[] {
  throwIf(known(state));
  const { at, by, reason, missing, document, proof } = command;
  if (sealedIn(command) === '') throw refuse('NOTHING_TO_CORRECT');
  const fresh = (field: keyof Corrections): Corrections[typeof field] => (command[field] && command[field].data !== state.corrected[field] ? command[field] : null);
  const [name, phone, idNumber] = [fresh('name'), fresh('phone'), fresh('idNumber')];
  if (sealedIn({ name, phone, idNumber }) === '') return [];
  const vouched = proof ?? (document === undefined ? undefined : { person: 'requester' as const, method: `seen:${document}`, provenAt: at, issuer: null, matched: [] });
  if ((name || idNumber) && !vouched && state.proofs.some((each) => each.startsWith('requester/'))) throw refuse('PROVEN_IDENTITY_NEEDS_PAPER');
  const event: ClaimEvent = { type: 'PersonalDataCorrected', at, by, name, phone, idNumber, reason, missing };
  return [event, ...(vouched ? proven({ at, by }, vouched, evolve(state, event)) : [])];
}

function declined({ at, by, ground, note }: Extract<ClaimCommand, { type: 'DeclineCorrection' }>, state: Claim): readonly ClaimEvent[] {
  if (state.asked.step === 'declined') return [];
  throwIf(requested(state));
  return [{ type: 'CorrectionDeclined', at, by, ground, note }];
}

function requested(state: Claim): ReturnType<typeof refuse> | undefined {
  return known(state) ?? (state.asked.step === 'requested' ? undefined : refuse('NO_CORRECTION_REQUESTED'));
}

/** What is sealed looks different each time it is sealed: the same is the same wish given twice. */
function sealedIn(said: Corrections): string {
  return correctable.flatMap((field) => (said[field] ? [`${field}:${said[field].data}`] : [])).join();
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
