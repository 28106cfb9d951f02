import type { PartnerEvent } from '#libs/contracts/partner.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { never } from '#libs/decider/decider.js';
import type { Period } from './periods.js';

type Of<Type extends PartnerEvent['type']> = Extract<PartnerEvent, { readonly type: Type }>;
type Said<Type extends PartnerEvent['type']> = Omit<Of<Type>, 'type' | 'at' | 'by'>;

interface Registered { readonly name: string; readonly creditCode: string | null; readonly division: string; readonly since: Instant }
export type About =
  | Registered & { readonly role: 'point' } & Pick<Of<'MonitoringPointRegistered'>, 'kind' | 'reportsTo' | 'urgedBy' | 'every'>
  | Registered & { readonly role: 'station' } & Pick<Of<'ServiceStationRegistered'>, 'place' | 'host'>
  | Registered & { readonly role: 'unit' } & Pick<Of<'PartnerUnitRegistered'>, 'services'>;

export interface PeriodLine extends Period {
  readonly status: 'open' | 'missed' | 'received' | 'late';
  readonly report: (Said<'PeriodicReportReceived'> & { readonly at: Instant }) | null;
}
export interface EventLine extends Omit<Said<'MajorEventReported'>, 'event' | 'text'> {
  readonly at: Instant;
  readonly text: Sealed | null;
  readonly takenAt: Instant | null;
  readonly action: Of<'MajorEventTaken'>['action'] | null;
  readonly caseId: string | null;
}
export interface Assessment extends Pick<Of<'PartnerAssessed'>, 'scores' | 'total' | 'passed' | 'grounds'> {
  readonly on: Day;
}

/** A partner as it stands. Plain values only: the read table keeps it as it is. */
export interface Partner {
  readonly about: About | null;
  /** Of a point: the period of which the next report is due. */
  readonly current: Period | null;
  readonly periods: Readonly<Record<string, PeriodLine>>;
  readonly events: Readonly<Record<string, EventLine>>;
  readonly staff: Readonly<Record<string, { readonly duty: string; readonly since: Day; readonly left: Day | null }>>;
  readonly activities: Readonly<Record<string, Omit<Said<'StationActivityRecorded'>, 'activity'>>>;
  readonly assessments: Readonly<Record<string, Assessment>>;
  readonly removed: { readonly ground: Of<'PartnerRemoved'>['ground']; readonly on: Day } | null;
}

export const initial: Partner = { about: null, current: null, periods: {}, events: {}, staff: {}, activities: {}, assessments: {}, removed: null };

export function evolve(state: Partner, event: PartnerEvent): Partner {
  switch (event.type) {
    case 'MonitoringPointRegistered': {
      const { at, name, creditCode, kind, division, reportsTo, urgedBy, every } = event;
      return { ...state, about: { role: 'point', name, creditCode, division, since: at, kind, reportsTo, urgedBy, every } };
    }
    case 'ServiceStationRegistered': {
      const { at, name, creditCode, division, place, host } = event;
      return { ...state, about: { role: 'station', name, creditCode, division, since: at, place, host } };
    }
    case 'PartnerUnitRegistered': {
      const { at, name, creditCode, division, services } = event;
      return { ...state, about: { role: 'unit', name, creditCode, division, since: at, services } };
    }
    default: return worked(state, event);
  }
}

type Work = Exclude<PartnerEvent, { readonly type: 'MonitoringPointRegistered' | 'ServiceStationRegistered' | 'PartnerUnitRegistered' }>;

function worked(state: Partner, event: Work): Partner {
  switch (event.type) {
    case 'ReportingPeriodBegan': {
      const { period, from, to } = event;
      return { ...state, current: { period, from, to }, periods: { ...state.periods, [period]: { period, from, to, status: 'open', report: null } } };
    }
    case 'PeriodicReportReceived': {
      const { at, period, workers, arrived, left, unpaidWorkers, unpaid, summary } = event;
      const line = state.periods[period]!;
      return { ...state, periods: { ...state.periods, [period]: { ...line, status: line.status === 'missed' ? 'late' : 'received', report: { at, period, workers, arrived, left, unpaidWorkers, unpaid, summary } } } };
    }
    case 'PeriodicReportMissed': return { ...state, periods: { ...state.periods, [event.period]: { ...state.periods[event.period]!, status: 'missed' } } };
    case 'MajorEventReported': {
      const { at, event: id, kind, workers, division, text } = event;
      return { ...state, events: { ...state.events, [id]: { at, kind, workers, division, text, takenAt: null, action: null, caseId: null } } };
    }
    case 'MajorEventTaken': return { ...state, events: { ...state.events, [event.event]: { ...state.events[event.event]!, takenAt: event.at, action: event.action, caseId: event.caseId } } };
    case 'StationStaffNamed': return { ...state, staff: { ...state.staff, [event.staff]: { duty: event.duty, since: dayOf(event.at), left: null } } };
    case 'StationStaffLeft': return { ...state, staff: { ...state.staff, [event.staff]: { ...state.staff[event.staff]!, left: dayOf(event.at) } } };
    case 'StationActivityRecorded': return { ...state, activities: { ...state.activities, [event.activity]: { kind: event.kind, on: event.on, workers: event.workers } } };
    case 'PartnerAssessed': {
      const { at, year, scores, total, passed, grounds } = event;
      return { ...state, assessments: { ...state.assessments, [year]: { on: dayOf(at), scores, total, passed, grounds } } };
    }
    case 'PartnerRemoved': return { ...state, removed: { ground: event.ground, on: dayOf(event.at) } };
    default: return never(event);
  }
}

/** Reports that are owed and did not come. */
export function missedIn({ periods }: Partner): readonly PeriodLine[] {
  return Object.values(periods).filter(({ status }) => status === 'missed');
}

export function untakenIn({ events }: Partner): readonly (EventLine & { readonly event: string })[] {
  return Object.entries(events).filter(([, { takenAt }]) => takenAt === null).map(([event, line]) => ({ event, ...line }));
}
