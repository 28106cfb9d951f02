import type { Funding, ReasonLeft } from '#libs/contracts/campaign.events.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { HandoverEvent, PaymentEvent } from '#libs/contracts/resolution.events.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';

type ByWorker = Readonly<Record<string, number>>;
interface Said { readonly workers: number; readonly unpaid: number }

/** What the entry rules of campaigns ask of a case, from one position of the log until it changed. */
export interface CampaignCase {
  readonly caseId: string;
  /** Since when the row is true, and by whose record. */
  readonly position: string;
  readonly recordedAt: Instant;
  readonly caseNumber: string;
  /** Where it is handled. */
  readonly division: string;
  readonly category: string | null;
  readonly sector: string | null;
  readonly funding: Funding;
  readonly arrearsYear: number;
  readonly receivedOn: Day;
  readonly verified: boolean;
  readonly collective: boolean;
  readonly closed: boolean;
  readonly withdrawn: boolean;
  /** Who is owed something still, and how much (Fen). */
  readonly workers: number;
  readonly unpaid: number;
  readonly reason: ReasonLeft;
  /** The campaign whose visit found it. */
  readonly foundBy: string | null;
  readonly owed: ByWorker;
  readonly paid: ByWorker;
  /** Owed by what a clue's verification says, before it is established worker by worker. */
  readonly said: Said | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Most events tell a campaign nothing: their cases are not even read. */
export function concernsCampaigns({ type }: PublishedEvent): boolean {
  return CONCERNS.has(type) || Object.hasOwn(REASONS, type);
}

const CONCERNS: ReadonlySet<string> = new Set([
  'intake.claim-filed.v1', 'intake.duplicate-linked.v1', 'intake.claim-supplemented.v1', 'intake.demand-classified.v1', 'intake.claim-withdrawn.v1',
  'routing.case-routed.v1', 'routing.case-rerouted.v1', 'routing.case-assigned.v1', 'routing.routing-overridden.v1', 'routing.case-redispatched.v1', 'routing.case-transferred.v1', 'routing.transfer-returned.v1',
  'resolution.clue-verified.v1', 'resolution.payment-due.v1', 'resolution.wage-paid.v1', 'resolution.wages-owed-corrected.v1', 'resolution.wage-paid-corrected.v1', 'resolution.held-wages-paid.v1', 'resolution.held-wages-paid-corrected.v1', 'resolution.case-closed.v1', 'resolution.case-archived.v1', 'resolution.case-reopened.v1',
]);

/** What keeps a case open is the last of these that happened to it. */
const REASONS: Readonly<Record<string, ReasonLeft>> = {
  'resolution.mediation-applied.v1': 'mediation', 'resolution.mediation-started.v1': 'mediation', 'resolution.complaint-accepted.v1': 'inspection', 'resolution.inspection-filed.v1': 'inspection',
  'resolution.arbitration-applied.v1': 'arbitration', 'resolution.application-accepted.v1': 'arbitration', 'resolution.suit-filed.v1': 'court', 'resolution.set-aside-applied.v1': 'court',
  'resolution.enforcement-applied.v1': 'enforcement', 'resolution.court-enforcement-applied.v1': 'enforcement', 'resolution.enforcement-terminated.v1': 'unenforceable', 'resolution.transferred-to-police.v1': 'police',
  'resolution.payment-due.v1': 'paymentDue', 'resolution.payment-defaulted.v1': 'defaulted', 'resolution.case-carried-forward.v1': 'carried', 'resolution.case-resumed.v1': 'handling', 'resolution.case-reopened.v1': 'handling', 'resolution.case-closed.v1': 'closedUnpaid',
};

/** The row after an event; the same one where nothing that a rule asks has changed. */
export function campaignCase(row: CampaignCase | undefined, event: PublishedEvent): CampaignCase | undefined {
  if (event.type === 'intake.claim-filed.v1') return row ?? filed(event);
  if (!row) return undefined;
  const next = summed({ ...row, ...changes(row, event), reason: REASONS[event.type] ?? row.reason });
  return JSON.stringify(next) === JSON.stringify(row) ? row : { ...next, position: event.position, recordedAt: event.recordedAt };
}

function filed(event: PublishedEvent): CampaignCase {
  const { caseNumber, division, category, receivedAt, facts, project, foundBy } = event.data as never as Extract<ClaimEvent, { type: 'ClaimFiled' }>;
  const receivedOn = dayOf(receivedAt);
  return {
    caseId: event.caseId, position: event.position, recordedAt: event.recordedAt, caseNumber, division, category, receivedOn, verified: false, collective: false, closed: false, withdrawn: false,
    workers: 0, unpaid: 0, reason: 'handling', foundBy: foundBy?.campaign ?? null, owed: {}, paid: {}, said: null, ...ofFacts({ ...(project?.sector && { sector: project.sector }), ...facts }, receivedOn),
  };
}

function changes(row: CampaignCase, { type, data }: PublishedEvent): Partial<CampaignCase> {
  const to = (data as { to?: { division: string } }).to;
  switch (type) {
    case 'intake.duplicate-linked.v1': return { foundBy: row.foundBy ?? (data as never as Extract<ClaimEvent, { type: 'DuplicateLinked' }>).foundBy?.campaign ?? null };
    case 'intake.claim-supplemented.v1': return ofFacts({ ...row.facts, ...(data['facts'] as object) }, row.receivedOn);
    case 'intake.demand-classified.v1': return { category: String(data['category']) };
    case 'intake.claim-withdrawn.v1': return { withdrawn: true };
    case 'routing.case-routed.v1':
    case 'routing.case-rerouted.v1': return decided(row, data['decision'] as RoutingDecision);
    case 'routing.case-assigned.v1': return data['role'] === 'lead' && data['order'] === 0 ? { division: (data['unit'] as { division: string }).division } : {};
    case 'routing.routing-overridden.v1':
    case 'routing.case-redispatched.v1':
    case 'routing.transfer-returned.v1':
    case 'routing.case-transferred.v1': return data['order'] === 0 && to ? { division: to.division } : {};
    case 'resolution.clue-verified.v1': return verified(row, data as never);
    case 'resolution.payment-due.v1': {
      const { owed } = data as never as Extract<PaymentEvent, { type: 'PaymentDue' }>;
      return { verified: true, said: null, owed: { ...row.owed, ...Object.fromEntries(owed.map(({ worker, amount }) => [worker, Math.max(row.owed[worker] ?? 0, amount)])) } }; // One debt on two grounds is owed once.
    }
    case 'resolution.wage-paid.v1':
    case 'resolution.held-wages-paid.v1': return { paid: plus(row.paid, data['worker'] as number, data['amount'] as number) };
    case 'resolution.wages-owed-corrected.v1': return { owed: { ...row.owed, [data['worker'] as number]: data['amount'] as number } };
    case 'resolution.held-wages-paid-corrected.v1':
    case 'resolution.wage-paid-corrected.v1': return { paid: plus(row.paid, data['worker'] as number, (data['amount'] as number) - (data['was'] as number)) };
    case 'resolution.case-closed.v1':
    case 'resolution.case-archived.v1': return { closed: true };
    case 'resolution.case-reopened.v1': return { closed: false };
    default: return {};
  }
}

function decided(row: CampaignCase, { orders: [first], handlingDivision, flags }: RoutingDecision): Partial<CampaignCase> {
  return { division: handlingDivision, category: first?.category ?? row.category, collective: flags['collective'] === true };
}

type Verified = Extract<HandoverEvent, { type: 'ClueVerified' }>;
function verified(row: CampaignCase, { conclusion, arrears = conclusion === 'trueArrears', resolved = false, facts }: Verified): Partial<CampaignCase> {
  if (!arrears) return { verified: row.verified };
  const { workers, amount } = (facts ?? {}) as { workers?: number; amount?: number };
  const known = (key: string): number | undefined => (typeof row.facts[key] === 'number' ? (row.facts[key]) : undefined);
  return { verified: true, said: resolved || Object.keys(row.owed).length > 0 ? null : { workers: workers ?? known('workers') ?? 1, unpaid: amount ?? known('amount') ?? 0 } };
}

/** The year in which the arrears arose, as far as it is known (P: else the year in which they were reported). */
function ofFacts(facts: Readonly<Record<string, unknown>>, receivedOn: Day): Pick<CampaignCase, 'facts' | 'sector' | 'funding' | 'arrearsYear'> {
  const { sector, caseYear, periodTo, governmentInvested, stateOwned, publicPrivate, workers, amount } = facts;
  const funding: Funding = governmentInvested === true ? 'government' : stateOwned === true ? 'stateOwned' : publicPrivate === true ? 'ppp' : 'other';
  const month = typeof periodTo === 'string' && /^\d{4}-/.test(periodTo) ? periodTo : receivedOn;
  return {
    facts: Object.fromEntries(Object.entries({ sector, caseYear, periodTo, governmentInvested, stateOwned, publicPrivate, workers, amount }).filter(([, value]) => value !== undefined)),
    sector: typeof sector === 'string' && sector !== 'unknown' ? sector : null, funding, arrearsYear: typeof caseYear === 'number' ? caseYear : Number(month.slice(0, 4)),
  };
}

function plus(paid: ByWorker, worker: number, amount: number): ByWorker {
  return { ...paid, [worker]: (paid[worker] ?? 0) + amount };
}

function summed(row: CampaignCase): CampaignCase {
  const open = Object.entries(row.owed).map(([worker, amount]) => Math.max(0, amount - (row.paid[worker] ?? 0))).filter((amount) => amount > 0);
  return { ...row, workers: row.said?.workers ?? open.length, unpaid: row.said?.unpaid ?? open.reduce((sum, amount) => sum + amount, 0) };
}
