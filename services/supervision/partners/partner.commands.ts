import type { PartnerEvent } from '#libs/contracts/partner.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Partner } from './partner.state.js';

type Of<Type extends PartnerEvent['type']> = Omit<Extract<PartnerEvent, { readonly type: Type }>, 'type' | 'at' | 'by'>;
type Asked = { readonly at: Instant; readonly by: string };
/** What is asked as its event will say it. */
type Saying<Command extends string, Type extends PartnerEvent['type']> = { readonly type: Command } & Of<Type>;

export interface AssessmentLaw {
  /** Of 100. */
  readonly pass: number;
  readonly weights: Readonly<Record<string, number>>;
}

export type PartnerCommand = Asked & (
  /** `recordedAt`: when it was entered here, which may be long after it was named a point. */
  | Saying<'RegisterPoint', 'MonitoringPointRegistered'> & { readonly recordedAt: Instant }
  | Saying<'RegisterStation', 'ServiceStationRegistered'>
  | Saying<'RegisterUnit', 'PartnerUnitRegistered'>
  | Saying<'ReportPeriod', 'PeriodicReportReceived'>
  | { readonly type: 'NoteMissedReport'; readonly period: string }
  | { readonly type: 'ReportMajorEvent' } & Omit<Of<'MajorEventReported'>, 'division'>
  | Saying<'TakeMajorEvent', 'MajorEventTaken'>
  | Saying<'NameStaff', 'StationStaffNamed'>
  | Saying<'ReleaseStaff', 'StationStaffLeft'>
  | Saying<'RecordActivity', 'StationActivityRecorded'>
  | { readonly type: 'AssessPartner'; readonly law: AssessmentLaw } & Omit<Of<'PartnerAssessed'>, 'total' | 'passed'>
  | Saying<'RemovePartner', 'PartnerRemoved'>
);

export type Step<C> = (command: C, state: Partner) => readonly PartnerEvent[];
export type Steps<T extends PartnerCommand['type'] = PartnerCommand['type']> = { readonly [Type in T]: Step<Extract<PartnerCommand, { readonly type: Type }>> };
