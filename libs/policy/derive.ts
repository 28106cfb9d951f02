import { addDays, daysBetween } from '#libs/calendar/day.js';
import { isInside } from '#libs/contracts/divisions.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs, instantOf } from '#libs/contracts/time.js';
import type { KnownFacts } from './facts.js';
import { isOpen, lookbackOf, runOf, startOfLimitation } from './limitation.js';
import type { Topic } from './matters.js';
import type { Pack } from './pack.js';
import {
  claimedTotal, claimsRemuneration, dayOfDecision, finalAwardLimit, inFen, isFinalAward, isPayOrderExpired, isPlainCase, isProjectMoneyLacking, isSimplifiedExcluded,
  itemsOf, reaches, reachesCrimeAmount, shareOf, workersOf,
} from './thresholds.js';

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

/** Everything that follows from facts, parameters and the receipt, for one of the demands of an order. Pure; each derived name is explained where it is computed. */
export function derive(received: Received, facts: KnownFacts, topic: Topic, pack: Pack): Record<string, unknown> {
  const today = dayOf(received.receivedAt);
  return {
    ...facts,
    ...topic,
    origin: received.origin,
    receivedAt: instantOf(epochMs(received.receivedAt)),
    receivedDay: today,
    complex: received.complex === true,
    migrantWorker: received.migrantWorker !== false,
    ...places(received, facts),
    ...money(facts, topic, pack),
    ...claim(facts, received, topic, pack),
    ...dates(facts, topic, today, pack),
    payOrderExpired: isPayOrderExpired(facts, dayOfDecision(received)),
    ...person(facts),
  };
}

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
    // Relief is given where the blow fell: where nobody says otherwise, where it was reported (SAR 47).
    emergencyPlace: facts.emergencyRegion ?? receiving,
    // Whichever was applied to: the seat that lies where the demand was received, else the place of performance first.
    appliedRegion: seats.find((each) => overlap(each, receiving)) ?? seats[0],
    workElsewhere: facts.workRegion !== undefined && !overlap(countyOf(facts.workRegion), receiving),
    // Registered in another province than the one that received the demand: 非京籍 in Beijing (S-BJ25 九).
    homeOutside: facts.homeRegion !== undefined && facts.homeRegion.slice(0, 2) !== receiving.slice(0, 2),
    regionsNamed: new Set(named.filter((each) => each !== undefined)).size >= 2,
    bothSeized: facts.employerAppliedOn !== undefined && facts.workerAppliedOn !== undefined,
  };
}

/** Thresholds include the number itself; an amount that is missing reaches none. */
function money(facts: KnownFacts, { matter }: Topic, { parameters: p }: Pack): Context {
  const total = claimedTotal(facts);
  return {
    shareWithinSmallAmount: reaches(inFen(p.smallAmount), shareOf(facts)) === true,
    totalWithinAverageWage: reaches(inFen(p.averageAnnualWage), total) === true,
    manyWorkers: workersOf(facts) >= p.collectiveWorkers,
    majorNumber: workersOf(facts) >= p.majorSupervision.workers || reaches(total, inFen(p.majorSupervision.amount)) === true,
    crimeAmount: reachesCrimeAmount(facts, p),
    moneyClaimed: total !== undefined,
    itemsWithinMinimumWage: isFinalAward(itemsOf(facts, matter), finalAwardLimit(facts, p)),
  };
}

function claim(facts: KnownFacts, { origin, migrantWorker = true }: Received, { category, matter }: Topic, { parameters: p }: Pack): Context {
  const wages = matter === 'wages';
  const kinds = facts.itemKinds;
  const owed = facts.claimType === undefined;
  const paid = kinds ? claimsRemuneration(kinds) : wages;
  const labour = category === 'D01' || (category === 'X3' && (laborMatters.has(matter ?? '') || facts.terminatedOn !== undefined || facts.dismissedOn !== undefined || kinds !== undefined));
  const application = facts.applicationReceived !== undefined || origin === 'arbitrationWindow';
  return {
    remunerationClaimed: labour && owed && paid,
    wageClaim: category === 'D01' && wages && owed,
    laborClaim: labour,
    claimsApart: facts.commonClaim === false,
    awardWanted: facts.wantsAward === true,
    respondentMissing: facts.respondentReachable === false,
    plainCase: isPlainCase(facts),
    simplifiedExcluded: isSimplifiedExcluded(facts),
    projectMoneyLacking: isProjectMoneyLacking(facts),
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

function dates(facts: KnownFacts, { category, matter }: Topic, today: Day, pack: Pack): Context {
  const { parameters: p } = pack;
  const wages = matter === 'wages' || (category === 'X3' && matter === undefined && facts.terminatedOn !== undefined);
  const labour = category === 'D01' || category === 'X3';
  const retired = facts.pensioner === true;
  const before = today < p.pensionerArbitration.receivedBefore;
  const pensionerClosed = retired && before && !p.pensionerArbitration.open;
  const arbitrable = labour && facts.inArbitration !== true && facts.claimType === undefined && facts.hiredBy === undefined && !pensionerClosed;
  const limitation = !arbitrable ? undefined : wages ? 'wages' : 'other';
  const employmentEndedOn = startOfLimitation(wages ? 'wages' : 'other', facts);
  const ran = (clock: string, start: Day | undefined) => (start === undefined ? undefined : runOf(pack, clock, start, facts, today));
  const arbitration = limitation && ran(limitation === 'wages' ? 'ARB-LIMIT-WAGE' : 'ARB-LIMIT', employmentEndedOn);
  const injuredOn = facts.accidentOn ?? facts.diagnosisOn;
  const year = facts.caseYear ?? (facts.periodTo === undefined ? undefined : Number(facts.periodTo.slice(0, 4)));
  const left = (day: Day | undefined) => (day === undefined ? undefined : daysBetween(today, day));
  return {
    agreementUnperformed: facts.agreementDate !== undefined && facts.performBy !== undefined && facts.performBy < today,
    lookbackPassed: lookbackOf(pack, facts, today)?.passed === true,
    employmentEndedOn, limitation, arbitrationDaysLeft: arbitration?.daysLeft,
    // The day that the clock of limitation counts from: an interruption starts it again (LDMA 27 para 2).
    limitationFrom: arbitration?.from ?? employmentEndedOn,
    // While employed no limitation of wages runs (LDMA 27 para 4).
    arbitrationLimitOpen: facts.employed === true || (arbitration !== undefined && isOpen(arbitration)),
    enforcementDaysLeft: ran('ARB-ENFORCE', facts.performBy)?.daysLeft,
    injuredOn, injuryDaysLeft: ran('WI-WORKER', injuredOn)?.daysLeft,
    landDaysLeft: category === 'D13' ? ran('LAND-LIMIT', facts.knownOn)?.daysLeft : undefined,
    sueDaysLeft: ran('ARB-SUE', facts.awardReceivedOn)?.daysLeft, reconsiderDaysLeft: left(facts.reconsiderBy),
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
