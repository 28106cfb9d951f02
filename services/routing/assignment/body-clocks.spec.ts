import { loadPolicies } from '#libs/policy/in-force.js';
import { clocksOf } from './body-clocks.js';

/** What starts because a body has the matter now, by the table of domain law b.3: a transferred order's authority starts when it receives it, whoever had it before. */
const pack = loadPolicies('policies').packToDecide('439901', '2026-03-11')!;
const AT = '2026-03-11T15:00:00+08:00';
const wages = { receivedAt: '2026-03-02T09:00:00+08:00', division: '439901', origin: '12345', category: 'D01', kinds: ['complaint'], matters: ['wages'], facts: {}, requester: { migrantWorker: true } } as never as Parameters<typeof clocksOf>[1];
const of = (department: string, over: object = {}, division = '439901'): string[] => clocksOf({ department, division }, { ...wages, ...over }, AT, pack).map(({ id, startedAt }) => `${id} ${startedAt}`).sort();

describe('The clocks of a body that is given an order', () => {
  it.each<[string, string, object, string[]]>([
    ['the inspection body accepts from the day it has it', 'inspectionBody', {}, ['INSP-ACCEPT 2026-03-11']],
    ['also where the work was elsewhere, as it was when the order was sent on', 'inspectionBody', { facts: { callerRegion: '439901', workRegion: '439902' } }, ['INSP-ACCEPT 2026-03-11']],
    ['also where the violation has an end: that is a limit of pursuit', 'inspectionBody', { facts: { violationEndedOn: '2026-01-20' } }, ['INSP-ACCEPT 2026-03-11']],
    ['not where the case is filed', 'inspectionBody', { facts: { filedOn: '2026-03-03' } }, ['INSP-INVEST 2026-03-03']],
    ['not where it applies to the court (W-16)', 'inspectionBody', { facts: { payOrderEffective: true, payOrderDueOn: '2026-03-01' } }, []],
    ['nobody else accepts a complaint', 'police', {}, []],
    ['the limits of the person’s right run on, and start with nobody', 'inspectionBody', { facts: { terminatedOn: '2026-01-31' } }, ['INSP-ACCEPT 2026-03-11']],
    ['legal aid that was asked for is decided by the place that has it now', 'inspectionBody', { facts: { legalAidRequested: true } }, ['INSP-ACCEPT 2026-03-11', 'LA-DECIDE 2026-03-11']],
    ['so is legal aid itself (X3)', 'legalAidCentre', { category: 'X3', matters: ['legalAid'] }, ['LA-DECIDE 2026-03-11']],
    ['emergency relief is given within hours of when it has it', 'subDistrict', { category: 'X1', kinds: ['help'], matters: ['emergency'], facts: { disaster: true } }, [`RELIEF-24H ${AT}`]],
    ['a clue is verified by the county that is competent', 'inspectionBody', { origin: 'cluePlatform' }, ['CLUE-VERIFY 2026-03-11', 'INSP-ACCEPT 2026-03-11']],
    ['by whatever body of it', 'housingDept', { origin: 'cluePlatform' }, ['CLUE-VERIFY 2026-03-11']],
  ])('%s', (_, department, over, expected) => expect(of(department, over)).toEqual(expected));
});
