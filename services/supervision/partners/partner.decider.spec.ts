import type { PartnerEvent } from '#libs/contracts/partner.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../../resolution/case-law.js';
import type { PartnerCommand } from './partner.decider.js';
import { partner } from './partner.decider.js';
import { periodAfter, periodFrom } from './periods.js';

type Command<Type extends PartnerCommand['type']> = Extract<PartnerCommand, { readonly type: Type }>;
const given = specify(partner);
const said = { at: '2026-03-09T09:30:00+08:00', by: 'officer:o' };
const on = (day: string): { at: string; by: string } => ({ at: `${day}T09:30:00+08:00`, by: 'officer:o' });
const ID = '01a202d7-fb82-79c6-9585-04ddeb2ca281';
const CASE = '01a202d7-fb82-79c6-9585-04ddeb2ca282';
const firm = { name: '测试国家级园区', creditCode: null };

const point: Command<'RegisterPoint'> = { type: 'RegisterPoint', ...said, ...firm, kind: 'nationalPark', division: '439901', reportsTo: '430000', urgedBy: '439900', every: 'month', recordedAt: said.at };
const station: Command<'RegisterStation'> = { type: 'RegisterStation', ...said, ...firm, division: '439900', place: '440300', host: 'chamber' };
const unit: Command<'RegisterUnit'> = { type: 'RegisterUnit', ...said, ...firm, division: '439901', services: ['monitoring', 'legalAid'] };
const { recordedAt: _, ...pointSaid } = point;
const isPoint: PartnerEvent = { ...pointSaid, type: 'MonitoringPointRegistered' };
const isStation: PartnerEvent = { ...station, type: 'ServiceStationRegistered' };
const isUnit: PartnerEvent = { ...unit, type: 'PartnerUnitRegistered', services: ['legalAid', 'monitoring'] };
const march: PartnerEvent = { type: 'ReportingPeriodBegan', at: said.at, period: '2026-03', from: '2026-03-09', to: '2026-03-31' };
const april = (at: string): PartnerEvent => ({ type: 'ReportingPeriodBegan', at, period: '2026-04', from: '2026-04-01', to: '2026-04-30' });
const report: Command<'ReportPeriod'> = { type: 'ReportPeriod', ...on('2026-04-02'), period: '2026-03', workers: 1200, arrived: 80, left: 35, unpaidWorkers: 6, unpaid: 5_400_000, summary: null };
const received: PartnerEvent = { ...report, type: 'PeriodicReportReceived' };
const miss: Command<'NoteMissedReport'> = { type: 'NoteMissedReport', at: '2026-04-06T00:00:00+08:00', by: 'process:supervision', period: '2026-03' };
const missed: PartnerEvent = { type: 'PeriodicReportMissed', at: miss.at, period: '2026-03' };
const happens: Command<'ReportMajorEvent'> = { type: 'ReportMajorEvent', ...said, event: ID, kind: 'stoppage', workers: 140, text: null };
const happened: PartnerEvent = { ...happens, type: 'MajorEventReported', division: '430000' };
const take: Command<'TakeMajorEvent'> = { type: 'TakeMajorEvent', ...said, event: ID, action: 'caseOpened', caseId: CASE };
const name: Command<'NameStaff'> = { type: 'NameStaff', ...said, staff: 'st-7', duty: 'liaison' };
const named: PartnerEvent = { ...name, type: 'StationStaffNamed' };
const act: Command<'RecordActivity'> = { type: 'RecordActivity', ...said, activity: ID, kind: 'service', on: '2026-03-08', workers: 25 };
const acted: PartnerEvent = { ...act, type: 'StationActivityRecorded' };
const weights = { services: 40, results: 30, monitoring: 20, lawfulness: 10 };
const assess = (services: number, year = 2026): Command<'AssessPartner'> => ({ type: 'AssessPartner', ...on('2026-12-10'), year, scores: { services, results: 40, monitoring: 60, lawfulness: 90 }, grounds: null, law: { pass: 60, weights } });
const assessed = (services: number, total: number): PartnerEvent => ({ type: 'PartnerAssessed', ...on('2026-12-10'), year: 2026, scores: { services, results: 40, monitoring: 60, lawfulness: 90 }, total, passed: total >= 60, grounds: null });
const remove: Command<'RemovePartner'> = { type: 'RemovePartner', ...on('2026-12-11'), ground: 'assessment' };
const removed: PartnerEvent = { type: 'PartnerRemoved', ...on('2026-12-11'), ground: 'assessment' };

describe('A monitoring point (S-HN20 四(一)2)', () => {
  it('is registered with the level that it reports to, and owes a report from that day on', () => given().when(point).then(isPoint, march));
  it('that was named one long before it is entered owes reports from that day on, and none of the years before', () => {
    const since = on('2019-05-20');
    given().when({ ...point, ...since }).then({ ...isPoint, ...since } as PartnerEvent, march);
    given().when({ ...point, ...since, every: 'quarter' }).then({ ...isPoint, ...since, every: 'quarter' } as PartnerEvent, { ...march, period: '2026-Q1' } as PartnerEvent);
    given().when({ ...point, ...on('2026-02-28') }).then({ ...isPoint, ...on('2026-02-28') } as PartnerEvent, march);
    given().when({ ...point, ...on('2026-03-01') }).then({ ...isPoint, ...on('2026-03-01') } as PartnerEvent, { ...march, ...{ at: on('2026-03-01').at, from: '2026-03-01' } } as PartnerEvent);
  });
  it('reports a period when it is over, and owes the next one', () => {
    given(isPoint, march).when(report).then(received, april(report.at));
    given(isPoint, march).when({ ...report, ...on('2026-03-31') }).then({ ...received, ...on('2026-03-31') } as PartnerEvent, april(on('2026-03-31').at));
  });
  it('has missed a period whose time ran out, once, and owes the next one all the same', () => {
    given(isPoint, march).when(miss).then(missed, april(miss.at));
    given(isPoint, march, missed, april(miss.at)).when(miss).thenNothing();
    given(isPoint, march, received, april(report.at)).when(miss).thenNothing(); // It came while the breach was on its way.
  });
  it('may report late what it missed, and the present period goes on', () => given(isPoint, march, missed, april(miss.at)).when({ ...report, ...on('2026-04-10') }).then({ ...received, ...on('2026-04-10') } as PartnerEvent));
  it('tells of a major event at once, to the level that it reports to', () => given(isPoint, march).when(happens).then(happened));
  it('knows months and quarters, also where a year ends', () => {
    expect(periodFrom('month', '2028-02-01')).toEqual({ period: '2028-02', from: '2028-02-01', to: '2028-02-29' });
    expect(periodAfter('month', { to: '2026-12-31' })).toEqual({ period: '2027-01', from: '2027-01-01', to: '2027-01-31' });
    expect(periodFrom('quarter', '2026-11-15')).toEqual({ period: '2026-Q4', from: '2026-11-15', to: '2026-12-31' });
    expect(periodAfter('quarter', { to: '2026-12-31' })).toEqual({ period: '2027-Q1', from: '2027-01-01', to: '2027-03-31' });
  });
});

describe('A service station outside the province (S-HN20 四(一)3)', () => {
  it('stands in another province, with staff that come and go', () => {
    given().when(station).then(isStation);
    given(isStation, named).when({ type: 'ReleaseStaff', ...said, staff: 'st-7' }).then({ type: 'StationStaffLeft', ...said, staff: 'st-7' });
    given(isStation, named, { type: 'StationStaffLeft', ...said, staff: 'st-7' }).when(name).then(named);
  });
  it('tells of a major event to the place that keeps it', () => given(isStation).when(happens).then({ ...happened, division: '439900' } as PartnerEvent));
});

describe('A partner unit (S-HN20 四(三))', () => {
  it('is assessed by the weights of the pack', () => {
    given(isUnit).when(assess(50)).then(assessed(50, 53)); // 50·40 + 40·30 + 60·20 + 90·10, over 100
    given(isUnit).when(assess(68)).then(assessed(68, 60.2));
  });
  it('is removed after a year that it failed, and not after one that it passed', () => {
    given(isUnit, assessed(50, 53)).when(remove).then(removed);
    given(isUnit, assessed(68, 60.2)).when(remove).thenRefused('ASSESSMENT_PASSED');
    given(isUnit, assessed(68, 60.2)).when({ ...remove, ground: 'withdrew' }).then({ ...removed, ground: 'withdrew' } as PartnerEvent);
  });
});

describe('A partner', () => {
  takesEffectOnce(partner, {
    RegisterPoint: [[], point], RegisterStation: [[], station], RegisterUnit: [[], unit], ReportPeriod: [[isPoint, march], report], NoteMissedReport: [[isPoint, march], miss], ReportMajorEvent: [[isPoint, march], happens],
    TakeMajorEvent: [[isPoint, march, happened], take], NameStaff: [[isStation], name], ReleaseStaff: [[isStation, named], { type: 'ReleaseStaff', ...said, staff: 'st-7' }], RecordActivity: [[isStation], act],
    AssessPartner: [[isUnit], assess(50)], RemovePartner: [[isUnit, assessed(50, 53)], remove],
  });

  refusesWith(partner, [
    ['NO_SUCH_PARTNER', [], report],
    ['NO_SUCH_PARTNER', [], 'TakeMajorEvent'],
    ['PARTNER_EXISTS', [isPoint, march], { ...point, every: 'quarter' }],
    ['PARTNER_EXISTS', [isPoint, march], unit],
    ['PARTNER_REMOVED', [isUnit, assessed(50, 53), removed], assess(70)],
    ['PARTNER_REMOVED', [isUnit, assessed(50, 53), removed], { ...remove, ground: 'withdrew' }],
    ['PARTNER_REMOVED', [isPoint, march, removed], report],
    ['NOT_A_POINT', [isUnit], report],
    ['NOT_A_STATION', [isUnit], name],
    ['NOT_A_STATION', [isPoint, march], act],
    ['NOT_A_UNIT', [isStation], assess(50)],
    ['STATION_IN_PROVINCE', [], { ...station, place: '430100' }],
    ['NO_SUCH_PERIOD', [isPoint, march], { ...report, period: '2026-05' }],
    ['PERIOD_NOT_OVER', [isPoint, march], { ...report, ...on('2026-03-30') }],
    ['REPORT_DIFFERS', [isPoint, march, received], { ...report, workers: 1201 }],
    ['EVENT_DIFFERS', [isPoint, march, happened], { ...happens, workers: 141 }],
    ['NO_SUCH_EVENT', [isPoint, march], take],
    ['NO_SUCH_EVENT', [isPoint, march, happened], { ...take, event: CASE }],
    ['TAKEN_OTHERWISE', [isPoint, march, happened, { ...take, type: 'MajorEventTaken' }], { ...take, action: 'notTrue', caseId: null }],
    ['CASE_NOT_NAMED', [isPoint, march, happened], { ...take, caseId: null }],
    ['NO_SUCH_STAFF', [isStation, named], { type: 'ReleaseStaff', ...said, staff: 'st-8' }],
    ['NO_SUCH_STAFF', [isStation], 'ReleaseStaff'],
    ['ACTIVITY_DIFFERS', [isStation, acted], { ...act, workers: 26 }],
    ['ACTIVITY_IN_FUTURE', [isStation], { ...act, on: '2026-03-10' }],
    ['SCORES_DIFFER', [isUnit], { ...assess(50), scores: { services: 50 } }],
    ['ASSESSED_ALREADY', [isUnit, assessed(50, 53)], assess(70)],
    ['YEAR_OUT_OF_RANGE', [isUnit], assess(50, 2025)],
    ['YEAR_OUT_OF_RANGE', [isUnit], assess(50, 2027)],
    ['ASSESSMENT_PASSED', [isUnit], remove],
  ], ['NO_PARTNER_RULES', 'NOT_THE_ADDRESSEE']);
});
