import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { impersonalFacts, readFacts } from '#libs/policy/facts.js';
import type { DemandKind, Order } from '../channels/order.js';
import { urgentKeys } from './circumstances.js';
import type { DecidingWord, Proposal, Recognised } from './proposal.js';
import { recognise } from './recognise.js';

/** Confidence from which a category read out of a text is acted on, where no pack is in force that says it (`recognition.threshold`). */
export const THRESHOLD = 0.75;

const wageKeys: ReadonlySet<string> = new Set(['workers', 'amount', 'amountAdmitted', 'months', 'periodFrom', 'periodTo', 'items', 'itemKinds', 'reps']);
const periodKeys: ReadonlySet<string> = new Set(['months', 'periodFrom', 'periodTo']);

/**
 * The order with what its text says where it says nothing itself. The canonical format says everything itself once it names a category.
 * Below the threshold a person decides: nothing is taken over but what may not wait (danger, gathering, somebody alone or without food).
 */
export function completedByText(order: Order, threshold: number = THRESHOLD): Order {
  if (order.text === undefined || order.recognised || (order.channel === 'station' && order.category !== null)) return order;
  const proposal = recognise(order.text, dayOf(order.receivedAt));
  const isSure = proposal.confidence >= threshold;
  const fits = order.category === null ? isSure && proposal.category !== null : order.category === proposal.category;
  const category = order.category ?? (fits ? proposal.category : null);
  const facts = factsTaken(order, proposal, fits);
  const matters = order.matters.length > 0 || !fits ? order.matters : proposal.matters;
  const kinds = kindsTaken(order, proposal, category !== null, matters === proposal.matters);
  const taken = [
    ...(category === order.category ? [] : ['category']), ...(kinds.length === order.kinds.length ? [] : ['kinds']),
    ...(matters.length === order.matters.length ? [] : ['matters']), ...Object.keys(facts).map((key) => `facts.${key}`),
  ];
  return { ...order, category, kinds, matters, facts: { ...order.facts, ...facts }, proposed: [...order.proposed, ...taken], recognised: { ...proposal, threshold, taken } };
}

/** The order's own word always wins; numbers of a wage claim are taken only into one, and where no category stands, only what may not wait. */
function factsTaken(order: Order, proposal: Proposal, fits: boolean): Record<string, unknown> {
  const isSilent = (key: string) => order.facts[key] === undefined;
  const isPeriodSilent = [...periodKeys].every(isSilent);
  const isHeld = order.category === null && !fits;
  return Object.fromEntries(Object.entries(proposal.facts).filter(([key]) =>
    isSilent(key) && (fits || !wageKeys.has(key)) && (isPeriodSilent || !periodKeys.has(key)) && (!isHeld || urgentKeys.has(key))));
}

/** The order's own kind is that of its first demand; a second one in the text has its own. */
function kindsTaken(order: Order, proposal: Proposal, hasCategory: boolean, ofText: boolean): readonly DemandKind[] {
  if (order.kinds.length > 0) return [...order.kinds, ...(ofText ? proposal.kinds.slice(order.kinds.length) : [])];
  return hasCategory ? proposal.kinds : [];
}

type Recorded = NonNullable<Extract<ClaimEvent, { type: 'ClaimFiled' }>['recognised']>;

/** A reading as its event keeps it: amounts in Fen, nothing that says who a person is. */
export function recordOf({ facts, ...rest }: Recognised): Recorded {
  return structuredClone({ ...rest, facts: impersonalFacts(readFacts(facts).facts) }) as Recorded;
}

/** A reading for whoever sent the text and so may see its words: each with what it says. */
export function shownOf({ text, category, recognised }: Order): (Omit<Recognised, 'words'> & { readonly words: readonly (DecidingWord & { readonly word: string })[]; readonly confirm: boolean }) | undefined {
  if (text === undefined || !recognised) return undefined;
  const { words } = recognised;
  return { ...recognised, words: words.map((each) => ({ ...each, word: text.slice(each.start, each.end) })), confirm: category === null };
}
