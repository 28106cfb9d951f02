import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { at, day, obeys } from '../../resolution/random-commands.js';
import type { PartnerCommand } from './partner.decider.js';
import { partner } from './partner.decider.js';

type Before = Past<PartnerCommand>;
type Role = 'RegisterPoint' | 'RegisterStation' | 'RegisterUnit';
const role = (past: Before): Role | undefined => past.last('RegisterPoint', 'RegisterStation', 'RegisterUnit')?.type as Role | undefined;
const works = (past: Before, as: Role): boolean => role(past) === as && !past.has('RemovePartner');
const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** By hand: the months of the model's year that have begun to be owed, each ended by a report or a miss. */
const MONTHS = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];
const DAYS_OF: Readonly<Record<string, string>> = { '2026-03': '31', '2026-04': '30', '2026-05': '31', '2026-06': '30', '2026-07': '31', '2026-08': '31', '2026-09': '30' };
const first = (past: Before): number => {
  const { at = '', recordedAt = '' } = past.last('RegisterPoint') ?? {};
  return MONTHS.indexOf([at, recordedAt].sort().at(-1)!.slice(0, 7));
};
const reported = (period: string, past: Before): boolean => past.all('ReportPeriod').some((each) => each.period === period);
const missed = (period: string, past: Before): boolean => past.all('NoteMissedReport').some((each) => each.period === period);
const begun = (period: string, past: Before): boolean => {
  const [from, wanted] = [first(past), MONTHS.indexOf(period)];
  return from >= 0 && wanted >= from && MONTHS.slice(from, wanted).every((each) => reported(each, past) || missed(each, past));
};
const staffed = (past: Before): boolean => past.last('NameStaff', 'ReleaseStaff')?.type === 'NameStaff';

/** S-HN20 四, as an office with a card for each partner would keep it. */
const law: Law<PartnerCommand> = {
  RegisterPoint: (_, past) => (role(past) ? false : ['MonitoringPointRegistered', 'ReportingPeriodBegan']),
  RegisterStation: (_, past) => (role(past) ? false : ['ServiceStationRegistered']),
  RegisterUnit: (_, past) => (role(past) ? false : ['PartnerUnitRegistered']),
  ReportPeriod: ({ period, at: on }, past) => works(past, 'RegisterPoint') && begun(period, past) && !reported(period, past) && on.slice(0, 10) >= `${period}-${DAYS_OF[period]}`,
  NoteMissedReport: ({ period }, past) => works(past, 'RegisterPoint') && begun(period, past) && !reported(period, past) && !missed(period, past),
  ReportMajorEvent: ({ event }, past) => role(past) !== undefined && !past.has('RemovePartner') && !past.all('ReportMajorEvent').some((each) => each.event === event),
  TakeMajorEvent: ({ event, action, caseId }, past) => past.all('ReportMajorEvent').some((each) => each.event === event) && !past.all('TakeMajorEvent').some((each) => each.event === event) && (action !== 'caseOpened' || caseId !== null),
  NameStaff: ({ duty }, past) => works(past, 'RegisterStation') && (!staffed(past) || past.last('NameStaff')!.duty !== duty),
  ReleaseStaff: (_, past) => works(past, 'RegisterStation') && staffed(past),
  RecordActivity: ({ activity, on, at: recorded }, past) => works(past, 'RegisterStation') && on <= recorded.slice(0, 10) && !past.all('RecordActivity').some((each) => each.activity === activity),
  AssessPartner: ({ year }, past) => works(past, 'RegisterUnit') && year === 2026 && !past.has('AssessPartner'),
  RemovePartner: ({ ground }, past) => role(past) !== undefined && !past.has('RemovePartner') && (ground !== 'assessment' || (past.last('AssessPartner')?.scores['a'] ?? 100) < 60),
};

describe('A partner against the plan', () => {
  const by = 'officer:a';
  const firm = { name: 'p', creditCode: null };
  const point = { ...firm, kind: 'nationalPark', division: '439901', reportsTo: '430000', urgedBy: '439900', every: 'month', recordedAt: '2026-03-02T09:00:00+08:00' } as const;
  const station = { ...firm, division: '439900', place: '440300', host: 'chamber' } as const;
  const unit = { ...firm, division: '439901', services: ['legalAid'] } as { name: string; creditCode: null; division: string; services: ['legalAid'] };
  const numbers = { workers: 1, arrived: 0, left: 0, unpaidWorkers: 0, unpaid: 0, summary: null };
  const assessment = { pass: 60, weights: { a: 100 } };
  const event = fc.constantFrom(id(1), id(2));
  const courses: readonly (readonly PartnerCommand[])[] = [
    [
      { type: 'RegisterPoint', at: at(1), by, ...point }, { type: 'ReportPeriod', at: at(33), by, period: '2026-03', ...numbers }, { type: 'NoteMissedReport', at: at(66), by, period: '2026-04' }, { type: 'ReportPeriod', at: at(70), by, period: '2026-04', ...numbers },
      { type: 'ReportMajorEvent', at: at(71), by, event: id(1), kind: 'stoppage', workers: 1, text: null }, { type: 'TakeMajorEvent', at: at(72), by, event: id(1), action: 'sentOn', caseId: null }, { type: 'RemovePartner', at: at(120), by, ground: 'withdrew' },
    ],
    [{ type: 'RegisterStation', at: at(1), by, ...station }, { type: 'NameStaff', at: at(2), by, staff: 's', duty: 'head' }, { type: 'RecordActivity', at: at(3), by, activity: id(1), kind: 'visit', on: day(2), workers: 1 }, { type: 'ReleaseStaff', at: at(4), by, staff: 's' }],
    [{ type: 'RegisterUnit', at: at(1), by, ...unit }, { type: 'AssessPartner', at: at(50), by, year: 2026, scores: { a: 50 }, grounds: null, law: assessment }, { type: 'RemovePartner', at: at(51), by, ground: 'assessment' }],
  ];

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(partner, law, {
    RegisterPoint: fc.constantFrom(point, { ...point, recordedAt: '2026-05-20T09:00:00+08:00' }), RegisterStation: fc.constant(station), RegisterUnit: fc.constant(unit), ReportPeriod: fc.record({ period: fc.constantFrom(...MONTHS.slice(0, 4)) }).map((each) => ({ ...each, ...numbers })),
    NoteMissedReport: fc.record({ period: fc.constantFrom(...MONTHS.slice(0, 4)) }), ReportMajorEvent: event.map((each) => ({ event: each, kind: 'stoppage' as const, workers: 1, text: null })),
    TakeMajorEvent: fc.record({ event, action: fc.constantFrom('caseOpened' as const, 'sentOn' as const), caseId: fc.constantFrom(null, id(3)) }), NameStaff: fc.record({ duty: fc.constantFrom('head' as const, 'liaison' as const) }).map((each) => ({ ...each, staff: 's' })),
    ReleaseStaff: fc.constant({ staff: 's' }), RecordActivity: fc.record({ activity: event, on: fc.constantFrom(day(2), day(100)) }).map((each) => ({ ...each, kind: 'visit' as const, workers: 1 })),
    AssessPartner: fc.record({ year: fc.constantFrom(2025, 2026), a: fc.constantFrom(50, 70) }).map(({ year, a }) => ({ year, scores: { a }, grounds: null, law: assessment })), RemovePartner: fc.record({ ground: fc.constantFrom('assessment' as const, 'withdrew' as const) }),
  }, courses, ['PARTNER_EXISTS', 'STATION_IN_PROVINCE', 'NO_SUCH_PERIOD', 'PERIOD_NOT_OVER', 'REPORT_DIFFERS', 'EVENT_DIFFERS', 'NO_SUCH_EVENT', 'TAKEN_OTHERWISE', 'CASE_NOT_NAMED', 'NO_SUCH_STAFF', 'ACTIVITY_DIFFERS', 'ACTIVITY_IN_FUTURE', 'SCORES_DIFFER', 'ASSESSED_ALREADY', 'YEAR_OUT_OF_RANGE', 'ASSESSMENT_PASSED']));
});
