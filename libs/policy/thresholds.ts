import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Fen } from '#libs/contracts/money.js';
import { fenOf } from '#libs/contracts/money.js';
import type { KnownFacts } from './facts.js';
import type { Parameters } from './pack.js';

/**
 * The measures of law that both the flags of a decision (`derive.ts`) and its limits (`limits.ts`) go by:
 * computed here alone, so that the two cannot disagree. A threshold that a region has not fixed is undefined, and nothing meets it.
 */

/** One claim of several. Its kind is the matter's where none is given. */
export interface ClaimItem {
  readonly kind: string;
  readonly amount: Fen;
}

const remuneration: ReadonlySet<string> = new Set(['wages', 'overtime', 'annualLeave']);
/** Claims whose award can be final by its amount: remuneration, injury medical fee, compensation or damages (LDMA 47(1)). */
const finalKinds: ReadonlySet<string> = new Set([...remuneration, 'injuryMedical', 'severance', 'damages']);
const kindOfMatter: Readonly<Record<string, string>> = { wages: 'wages', dismissal: 'severance', workInjury: 'injuryMedical' };

export function claimsRemuneration(kinds: readonly string[]): boolean {
  return kinds.some((kind) => remuneration.has(kind));
}

export function claimedTotal({ amount, items }: KnownFacts): Fen | undefined {
  return amount ?? items?.reduce((sum, item) => sum + item, 0);
}

export function workersOf({ workers }: KnownFacts): number {
  return Math.max(1, workers ?? 1);
}

/** What one worker claims: the total by the number of workers (domain law c.4). */
export function shareOf(facts: KnownFacts): Fen | undefined {
  const total = claimedTotal(facts);
  return total === undefined ? undefined : total / workersOf(facts);
}

/** The claims one by one; where they are not listed, each worker's share is one. */
export function itemsOf(facts: KnownFacts, matter: string | undefined): readonly ClaimItem[] {
  const share = shareOf(facts);
  const amounts = facts.items ?? (share === undefined ? [] : [share]);
  return amounts.map((amount, i) => ({ amount, kind: facts.itemKinds?.[i] ?? kindOfMatter[matter ?? ''] ?? 'damages' }));
}

/** Twelve times the monthly minimum wage of the place (LDMA 47(1)); a worker's own fact goes before the pack's parameter. */
export function finalAwardLimit(facts: KnownFacts, { minWageMonth }: Parameters): Fen | undefined {
  const month = facts.minWageMonth ?? inFen(minWageMonth);
  return month === undefined ? undefined : 12 * month;
}

/** Whether the award on one claim binds at once; undefined where the minimum wage is not known. */
export function isFinalItem({ kind, amount }: ClaimItem, limit: Fen | undefined): boolean | undefined {
  if (!finalKinds.has(kind)) return false;
  return limit === undefined ? undefined : amount <= limit;
}

/** Item by item, never the sum (SPC1 19); one item above makes the whole award non-final (SPC1 20). */
export function isFinalAward(items: readonly ClaimItem[], limit: Fen | undefined): boolean {
  return items.length > 0 && items.every((item) => isFinalItem(item, limit) === true);
}

/** Facts clear, rights clear, little dispute (CHR 56): who says the rights are clear says all three, unless one of them is denied. */
export function isPlainCase({ rightsClear, factsClear, littleDispute }: KnownFacts): boolean {
  return rightsClear === true && factsClear !== false && littleDispute !== false;
}

/** What forbids the simplified procedure, and with it the speedy track (CHR 57). */
export function isSimplifiedExcluded({ respondentReachable, publicInterest, majorSocialImpact, unfitForSimplified }: KnownFacts): boolean {
  return respondentReachable === false || publicInterest === true || majorSocialImpact === true || unfitForSimplified === true;
}

export function monthsOwed({ months, periodFrom, periodTo }: KnownFacts): number | undefined {
  if (months !== undefined || periodFrom === undefined || periodTo === undefined) return months;
  return (Number(periodTo.slice(0, 4)) - Number(periodFrom.slice(0, 4))) * 12 + Number(periodTo.slice(5)) - Number(periodFrom.slice(5)) + 1;
}

/** The amount test of the crime (CRIM-I 3): one worker's pay of so many months, or so many workers' together. */
export function reachesCrimeAmount(facts: KnownFacts, { crimeSingle, crimeGroup }: Parameters): boolean {
  const single = crimeSingle !== undefined && reaches(shareOf(facts), inFen(crimeSingle.amount)) && reaches(monthsOwed(facts), crimeSingle.months);
  return single === true || (crimeGroup !== undefined && reaches(claimedTotal(facts), inFen(crimeGroup.amount)) === true && workersOf(facts) >= crimeGroup.workers);
}

/** True where the last day of an order to pay is over; the order is followed or not from the day after. */
export function isPayOrderExpired({ payOrderDueOn }: KnownFacts, today: Day): boolean {
  return payOrderDueOn !== undefined && payOrderDueOn < today;
}

/** The project owner owes money to the project (WPR 29): said, or assumed with arrears on a government project (domain law W-09). */
export function isProjectMoneyLacking({ projectFundsUnpaid, governmentInvested }: KnownFacts): boolean {
  return projectFundsUnpaid ?? governmentInvested === true;
}

/** True, false, or undefined where either number is not known. */
export function reaches(found: number | undefined, wanted: number | undefined): boolean | undefined {
  return found === undefined || wanted === undefined ? undefined : found >= wanted;
}

export function inFen(yuan: number | undefined): Fen | undefined {
  return yuan === undefined ? undefined : fenOf(yuan);
}

/** The day by which a demand is judged: of a later decision where there is one, else of the receipt. */
export function dayOfDecision({ receivedAt, decidedOn }: { readonly receivedAt: Instant; readonly decidedOn?: Day | undefined }): Day {
  return decidedOn ?? dayOf(receivedAt);
}
