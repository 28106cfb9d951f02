import { addDays, daysBetween } from '#libs/calendar/day.js';
import { isInside } from '#libs/contracts/divisions.js';
import type { Fen } from '#libs/contracts/money.js';
import { fenOf } from '#libs/contracts/money.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs, instantOf } from '#libs/contracts/time.js';
import { countRule } from './clock-rows.js';
import { dueOf } from './due.js';
import type { KnownFacts } from './facts.js';
import type { Topic } from './matters.js';
import type { Pack } from './pack.js';

/** What is known when a demand is decided. Nothing here is personal but some of the facts. */
export interface Received {
  readonly receivedAt: Instant;
  /** Day of a later decision, by which an order to pay may have run out; of the receipt where missing. */
  readonly decidedOn?: Day | undefined;
  /** Code of the division that received it, unless the fact `callerRegion` says otherwise. */
  readonly division: string;
  readonly origin: string;
  /** True where nothing is said: a requester is a migrant worker unless known not to be. */
  readonly migrantWorker?: boolean | undefined;
  /** The dispatcher marked the demand as complex. */
  readonly complex?: boolean | undefined;
}

/** What tables ask for: the facts, and what follows from them. A name that is missing meets no test. */
export type Context = Readonly<Record<string, unknown>>;

/** A clock's end from its start, `undefined` where it has not started. */
type EndOf = (clock: string, start: Day | undefined) => Day | undefined;

/** Everything that follows from facts, parameters and the receipt, for one of the demands of an order. Pure; each derived name is explained where it is computed. */
export function derive(received: Received, facts: KnownFacts, topic: Topic, pack: Pack): Context {
  const today = dayOf(received.receivedAt);
  const endOf: EndOf = (clock, start) => (start === undefined ? undefined : endOfClock(pack, clock, start));
  return {
    ...facts,
    ...topic,
    origin: received.origin,
    receivedAt: instantOf(epochMs(received.receivedAt)),
    receivedDay: today,
    complex: received.complex === true,
    migrantWorker: received.migrantWorker !== false,
    ...places(received, facts),
    ...money(facts, pack),
    ...claim(facts, received, topic, pack),
    ...dates(facts, topic, today, pack, endOf),
    payOrderExpired: facts.payOrderDueOn !== undefined && facts.payOrderDueOn < (received.decidedOn ?? today),
    ...person(facts),
  };
}

/** Names of everything that `derive` can add, for the check of a pack. */
export const derivedNames = [
  'category', 'matter', 'kind', 'origin', 'receivedAt', 'receivedDay', 'complex', 'migrantWorker',
  'receivingRegion', 'appliedRegion', 'workElsewhere', 'regionsNamed', 'bothSeized',
  'shareWithinSmallAmount', 'totalWithinAverageWage', 'manyWorkers', 'majorNumber', 'crimeAmount', 'moneyClaimed', 'itemsWithinMinimumWage',
  'application', 'respondentMissing', 'remunerationClaimed', 'speedyClaim', 'wageClaim', 'laborClaim', 'claimsApart', 'awardWanted',
  'sectorGroup', 'sectorKnown', 'contracted', 'dispatched', 'duplicate', 'legalAidWanted', 'legalAidAsked', 'filed', 'objected',
  'payOrderExpired', 'agreementUnperformed', 'lookbackPassed', 'employmentEndedOn', 'limitation', 'arbitrationLimitOpen', 'arbitrationDaysLeft',
  'enforcementDaysLeft', 'injuredOn', 'injuryDaysLeft', 'arbitrationStart', 'pensionerClosed', 'overAgeOpen', 'schoolStartNear', 'clearBy',
  'diseaseDiagnosed', 'incomeUncovered', 'vulnerable', 'childUnder14',
] as const;

/** True where one of two divisions contains the other. */
export function overlap(a: string, b: string): boolean {
  return isInside(a, b) || isInside(b, a);
}

/** Inspection sits in counties and cities (LSR 13): a street is handled by its county. */
export function countyOf(division: string): string {
  return division.slice(0, 6);
}

function places(received: Received, facts: KnownFacts): Context {
  const receiving = facts.callerRegion ?? received.division;
  const seats = [facts.performRegion, facts.employerSeat].filter((each) => each !== undefined);
  const named = [facts.callerRegion, facts.workRegion, facts.performRegion, facts.employerSeat, facts.homeRegion, facts.habitualRegion];
  return {
    receivingRegion: receiving,
    // Whichever was applied to: the seat that lies where the demand was received, else the place of performance first.
    appliedRegion: seats.find((each) => overlap(each, receiving)) ?? seats[0],
    workElsewhere: facts.workRegion !== undefined && !overlap(countyOf(facts.workRegion), receiving),
    regionsNamed: new Set(named.filter((each) => each !== undefined)).size >= 2,
    bothSeized: facts.employerAppliedOn !== undefined && facts.workerAppliedOn !== undefined,
  };
}

/** Thresholds include the number itself; an amount that is missing reaches none. */
function money(facts: KnownFacts, { parameters: p }: Pack): Context {
  const workers = Math.max(1, facts.workers ?? 1);
  const total = facts.amount ?? facts.items?.reduce((sum, item) => sum + item, 0);
  const share = total === undefined ? undefined : total / workers;
  const items = facts.items ?? (share === undefined ? [] : [share]);
  const minimumWage = facts.minWageMonth ?? inFen(p.minWageMonth);
  const months = facts.months ?? monthsBetween(facts.periodFrom, facts.periodTo);
  const single = reaches(share, p.crimeSingle?.amount) && months !== undefined && months >= p.crimeSingle!.months;
  const group = reaches(total, p.crimeGroup?.amount) && workers >= p.crimeGroup!.workers;
  return {
    shareWithinSmallAmount: within(share, inFen(p.smallAmount)),
    totalWithinAverageWage: within(total, inFen(p.averageAnnualWage)),
    manyWorkers: workers >= p.collectiveWorkers,
    majorNumber: workers >= p.majorSupervision.workers || reaches(total, p.majorSupervision.amount),
    crimeAmount: single || group,
    moneyClaimed: total !== undefined,
    // Item by item, never the sum (SPC1 19); one item above makes the whole award non-final (SPC1 20).
    itemsWithinMinimumWage: items.length > 0 && items.every((item) => within(item, minimumWage === undefined ? undefined : 12 * minimumWage)),
  };
}

function claim(facts: KnownFacts, { origin, migrantWorker = true }: Received, { category, matter }: Topic, { parameters: p }: Pack): Context {
  const wages = matter === 'wages';
  const kinds = facts.itemKinds;
  const owed = facts.claimType === undefined;
  const paid = kinds ? kinds.some((kind) => kind !== 'severance') : wages;
  const labour = category === 'D01' || (category === 'X3' && (laborMatters.has(matter ?? '') || facts.terminatedOn !== undefined || facts.dismissedOn !== undefined || kinds !== undefined));
  const application = facts.applicationReceived !== undefined || origin === 'arbitrationWindow';
  return {
    remunerationClaimed: labour && owed && paid,
    wageClaim: category === 'D01' && wages && owed,
    laborClaim: labour,
    claimsApart: facts.commonClaim === false,
    awardWanted: facts.wantsAward === true,
    respondentMissing: facts.respondentReachable === false,
    application,
    speedyClaim: migrantWorker && labour && owed && paid,
    sectorGroup: sectorGroup(facts.sector, p.sectorGroups),
    sectorKnown: facts.worksType !== undefined || sectorGroup(facts.sector, p.sectorGroups) !== undefined,
    contracted: facts.generalContractor === 'known',
    dispatched: facts.laborDispatch === true,
    duplicate: facts.duplicateOf !== undefined || samePeriod(facts),
    legalAidWanted: facts.legalAidRequested === true,
    legalAidAsked: facts.legalAidRequested === true || category === 'X3',
    filed: facts.filedOn !== undefined,
    objected: facts.dispatchObjection === true,
    diseaseDiagnosed: facts.diagnosisOn !== undefined,
    incomeUncovered: facts.noIncome === true && facts.unemploymentInsurance !== true,
  };
}

const laborMatters: ReadonlySet<string> = new Set(['wages', 'socialInsurance', 'workInjury', 'laborContract', 'dismissal']);

function dates(facts: KnownFacts, { category, matter }: Topic, today: Day, { parameters: p }: Pack, endOf: EndOf): Context {
  const wages = matter === 'wages' || (category === 'X3' && matter === undefined && facts.terminatedOn !== undefined);
  const labour = category === 'D01' || category === 'X3';
  const retired = facts.pensioner === true;
  const before = today < p.pensionerArbitration.receivedBefore;
  const pensionerClosed = retired && before && !p.pensionerArbitration.open;
  const arbitrable = labour && facts.inArbitration !== true && facts.claimType === undefined && facts.hiredBy === undefined && !pensionerClosed;
  const limitation = !arbitrable ? undefined : wages ? 'wages' : 'other';
  const employmentEndedOn = wages ? facts.terminatedOn ?? facts.dismissedOn : facts.dismissedOn ?? facts.terminatedOn;
  const left = (end: Day | undefined) => (end === undefined ? undefined : daysBetween(today, end));
  const arbitrationDaysLeft = limitation && left(endOf(limitation === 'wages' ? 'ARB-LIMIT-WAGE' : 'ARB-LIMIT', employmentEndedOn));
  const lookback = endOf('INSP-LOOKBACK', facts.violationEndedOn);
  const injuredOn = facts.accidentOn ?? facts.diagnosisOn;
  const year = facts.caseYear ?? (facts.periodTo === undefined ? undefined : Number(facts.periodTo.slice(0, 4)));
  return {
    agreementUnperformed: facts.agreementDate !== undefined && facts.performBy !== undefined && facts.performBy < today,
    lookbackPassed: lookback !== undefined && lookback < today,
    employmentEndedOn, limitation, arbitrationDaysLeft,
    // While employed no limitation of wages runs (LDMA 27 para 4).
    arbitrationLimitOpen: facts.employed === true || (arbitrationDaysLeft ?? -1) >= 0,
    enforcementDaysLeft: left(endOf('ARB-ENFORCE', facts.performBy)),
    injuredOn, injuryDaysLeft: left(endOf('WI-WORKER', injuredOn)),
    arbitrationStart: facts.applicationReceived ?? facts.workerAppliedOn ?? today,
    pensionerClosed,
    overAgeOpen: (retired || facts.overAge === true) && !before,
    schoolStartNear: facts.deadlinePressure !== undefined && facts.deadlinePressure >= today && facts.deadlinePressure <= addDays(today, p.hotline.deadlinePressureDays),
    clearBy: year === undefined ? undefined : `${year}-12-31`,
  };
}

function person({ age, illnessUntreated }: KnownFacts): Context {
  return {
    vulnerable: illnessUntreated === true || (age !== undefined && (age < 18 || age >= 60)),
    childUnder14: age !== undefined && age < 14,
  };
}

/** An earlier open case of the same person and employer about the same months. A closed one is asked to be reopened, not joined. */
function samePeriod({ earlierCase, periodFrom, periodTo }: KnownFacts): boolean {
  return earlierCase !== undefined && earlierCase.closed !== true && periodFrom !== undefined && periodTo !== undefined
    && earlierCase.periodFrom === periodFrom && earlierCase.periodTo === periodTo;
}

function sectorGroup(sector: string | undefined, groups: Readonly<Record<string, string>>): string | undefined {
  const prefix = Object.keys(groups).filter((each) => sector?.startsWith(each)).sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? undefined : groups[prefix];
}

function monthsBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;
}

function endOfClock({ clocks, parameters, calendar }: Pack, clock: string, start: Day): Day | undefined {
  const row = clocks.get(clock);
  if (!row) throw new Error(`The pack has no clock ${clock}.`);
  const { due, provisionalDue } = dueOf(countRule(row, parameters), start, calendar);
  return provisionalDue ?? due;
}

function inFen(yuan: number | undefined): Fen | undefined {
  return yuan === undefined ? undefined : fenOf(yuan);
}

function reaches(amount: number | undefined, thresholdYuan: number | undefined): boolean {
  return amount !== undefined && thresholdYuan !== undefined && amount >= fenOf(thresholdYuan);
}

function within(amount: number | undefined, limit: Fen | undefined): boolean {
  return amount !== undefined && limit !== undefined && amount <= limit;
}
