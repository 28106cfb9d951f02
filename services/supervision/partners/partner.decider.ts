import type { PartnerEvent } from '#libs/contracts/partner.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import type { PartnerCommand, Step, Steps } from './partner.commands.js';
import { refuse } from './partner.refusals.js';
import type { About, Partner } from './partner.state.js';
import { evolve, initial } from './partner.state.js';
import { periodAfter, periodFrom } from './periods.js';

export type { PartnerCommand } from './partner.commands.js';

type Guard = (state: Partner) => Refusal | undefined;
const known: Guard = ({ about }) => (about ? undefined : refuse('NO_SUCH_PARTNER'));
const there: Guard = (state) => known(state) ?? (state.removed ? refuse('PARTNER_REMOVED') : undefined);
const only = (role: About['role'], code: 'NOT_A_POINT' | 'NOT_A_STATION' | 'NOT_A_UNIT'): Guard => (state) => there(state) ?? (state.about!.role === role ? undefined : refuse(code));

const may = {
  ReportPeriod: only('point', 'NOT_A_POINT'), ReportMajorEvent: there,
  TakeMajorEvent: (state) => known(state) ?? (Object.keys(state.events).length > 0 ? undefined : refuse('NO_SUCH_EVENT')),
  NameStaff: only('station', 'NOT_A_STATION'), RecordActivity: only('station', 'NOT_A_STATION'),
  ReleaseStaff: (state) => only('station', 'NOT_A_STATION')(state) ?? (Object.values(state.staff).some(({ left }) => left === null) ? undefined : refuse('NO_SUCH_STAFF')),
  AssessPartner: only('unit', 'NOT_A_UNIT'), RemovePartner: there,
} satisfies Readonly<Record<string, Guard>>;

/** Monitoring points, service stations outside the province and partner units (S-HN20 四). */
export const partner: Decider<Partner, PartnerCommand, PartnerEvent> = { initial, decide, evolve, may };

function decide(command: PartnerCommand, state: Partner): readonly PartnerEvent[] {
  return (steps[command.type] as Step<PartnerCommand>)(command, state);
}

function allow(type: keyof typeof may, state: Partner): void {
  const refusal = may[type](state);
  if (refusal) throw refusal;
}

const registering: Steps<'RegisterPoint' | 'RegisterStation' | 'RegisterUnit'> = {
  RegisterPoint({ at, by, name, creditCode, kind, division, reportsTo, urgedBy, every, recordedAt }, state) {
    const event: PartnerEvent = { type: 'MonitoringPointRegistered', at, by, name, creditCode, kind, division, reportsTo, urgedBy, every };
    const [since, entered] = [periodFrom(every, dayOf(at)), periodFrom(every, dayOf(recordedAt))];
    const first = entered.to > since.to ? { at: recordedAt, ...entered } : { at, ...since }; // Nobody was asked for the reports of the time before.
    return registered(event, state, [{ type: 'ReportingPeriodBegan', ...first }]);
  },
  RegisterStation({ at, by, name, creditCode, division, place, host }, state) {
    if (place.slice(0, 2) === division.slice(0, 2)) throw refuse('STATION_IN_PROVINCE');
    return registered({ type: 'ServiceStationRegistered', at, by, name, creditCode, division, place, host }, state);
  },
  RegisterUnit({ at, by, name, creditCode, division, services }, state) {
    return registered({ type: 'PartnerUnitRegistered', at, by, name, creditCode, division, services: [...new Set(services)].sort() }, state);
  },
};

const reporting: Steps<'ReportPeriod' | 'NoteMissedReport' | 'ReportMajorEvent' | 'TakeMajorEvent'> = {
  ReportPeriod({ at, by, period, workers, arrived, left, unpaidWorkers, unpaid, summary }, state) {
    const line = state.periods[period];
    const report = line?.report;
    if (report) {
      if (report.workers === workers && report.arrived === arrived && report.left === left && report.unpaidWorkers === unpaidWorkers && report.unpaid === unpaid) return [];
      throw refuse('REPORT_DIFFERS');
    }
    allow('ReportPeriod', state);
    if (!line) throw refuse('NO_SUCH_PERIOD', { period });
    if (dayOf(at) < line.to) throw refuse('PERIOD_NOT_OVER', { to: line.to });
    return [{ type: 'PeriodicReportReceived', at, by, period, workers, arrived, left, unpaidWorkers, unpaid, summary }, ...next(at, period, state)];
  },
  /** The clock of a period ran out. What came, or was missed before, is so once; the next period is owed all the same. */
  NoteMissedReport({ at, period }, state) {
    if (state.periods[period]?.status !== 'open' || state.removed) return [];
    return [{ type: 'PeriodicReportMissed', at, period }, ...next(at, period, state)];
  },
  ReportMajorEvent({ at, by, event, kind, workers, text }, state) {
    const stands = state.events[event];
    if (stands?.kind === kind && stands.workers === workers) return [];
    if (stands) throw refuse('EVENT_DIFFERS');
    allow('ReportMajorEvent', state);
    const about = state.about!;
    return [{ type: 'MajorEventReported', at, by, event, kind, workers, division: about.role === 'point' ? about.reportsTo : about.division, text }];
  },
  TakeMajorEvent({ at, by, event, action, caseId }, state) {
    const stands = state.events[event];
    if (stands?.action === action && stands.caseId === caseId) return [];
    if (stands?.action) throw refuse('TAKEN_OTHERWISE');
    allow('TakeMajorEvent', state);
    if (!stands) throw refuse('NO_SUCH_EVENT');
    if (action === 'caseOpened' && caseId === null) throw refuse('CASE_NOT_NAMED');
    return [{ type: 'MajorEventTaken', at, by, event, action, caseId }];
  },
};

const working: Steps<'NameStaff' | 'ReleaseStaff' | 'RecordActivity' | 'AssessPartner' | 'RemovePartner'> = {
  NameStaff({ at, by, staff, duty }, state) {
    const stands = state.staff[staff];
    if (stands?.left === null && stands.duty === duty) return [];
    allow('NameStaff', state);
    return [{ type: 'StationStaffNamed', at, by, staff, duty }];
  },
  ReleaseStaff({ at, by, staff }, state) {
    if (state.staff[staff] && state.staff[staff].left !== null) return [];
    allow('ReleaseStaff', state);
    if (!state.staff[staff]) throw refuse('NO_SUCH_STAFF');
    return [{ type: 'StationStaffLeft', at, by, staff }];
  },
  RecordActivity({ at, by, activity, kind, on, workers }, state) {
    const stands = state.activities[activity];
    if (stands?.kind === kind && stands.on === on && stands.workers === workers) return [];
    if (stands) throw refuse('ACTIVITY_DIFFERS');
    allow('RecordActivity', state);
    if (on > dayOf(at)) throw refuse('ACTIVITY_IN_FUTURE');
    return [{ type: 'StationActivityRecorded', at, by, activity, kind, on, workers }];
  },
  AssessPartner({ at, by, year, scores, grounds, law: { pass, weights } }, state) {
    const stands = state.assessments[year];
    if (stands && sameScores(stands.scores, scores)) return [];
    allow('AssessPartner', state);
    if (stands) throw refuse('ASSESSED_ALREADY');
    if (year < Number(state.about!.since.slice(0, 4)) || year > Number(at.slice(0, 4))) throw refuse('YEAR_OUT_OF_RANGE');
    const criteria = Object.keys(weights);
    if (criteria.length !== Object.keys(scores).length || criteria.some((id) => scores[id] === undefined)) throw refuse('SCORES_DIFFER', { criteria });
    const total = criteria.reduce((sum, id) => sum + scores[id]! * weights[id]!, 0) / 100; // Weights sum to 100; scores and weights are whole, so no cent is lost before the one division.
    return [{ type: 'PartnerAssessed', at, by, year, scores: Object.fromEntries(criteria.map((id) => [id, scores[id]!])), total, passed: total >= pass, grounds }];
  },
  RemovePartner({ at, by, ground }, state) {
    if (state.removed?.ground === ground) return [];
    allow('RemovePartner', state);
    if (ground === 'assessment' && last(state.assessments)?.passed !== false) throw refuse('ASSESSMENT_PASSED');
    return [{ type: 'PartnerRemoved', at, by, ground }];
  },
};

const steps: Steps = { ...registering, ...reporting, ...working };

function registered(event: PartnerEvent, state: Partner, more: readonly PartnerEvent[] = []): readonly PartnerEvent[] {
  if (!state.about) return [event, ...more];
  if (sameBody(state.about, evolve(initial, event).about!)) return [];
  throw refuse('PARTNER_EXISTS');
}

/** By value, whenever it was registered: the log gives the fields of an object back in another order than they were written in. */
function sameBody(a: About, b: About): boolean {
  const values = ({ since: _, ...about }: About): string => JSON.stringify(Object.entries(about).sort(([x], [y]) => (x < y ? -1 : 1)));
  return values(a) === values(b);
}

function next(at: string, period: string, { current, about }: Partner): readonly PartnerEvent[] {
  return current?.period === period && about?.role === 'point' ? [{ type: 'ReportingPeriodBegan', at, ...periodAfter(about.every, current) }] : [];
}

function sameScores(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([id, score]) => b[id] === score);
}

/** Of the latest year. */
function last(assessments: Partner['assessments']): Partner['assessments'][string] | undefined {
  const year = Object.keys(assessments).sort().at(-1);
  return year === undefined ? undefined : assessments[year];
}
