import { impersonalFacts, knownFacts, readFacts } from './facts.js';
import { missingOf } from './missing.js';

const fieldsOf = (json: unknown) => readFacts(json).wrong.map(({ field }) => field);

describe('Facts at the door', () => {
  it('come in yuan and are Fen inside', () => {
    expect(readFacts({ amount: 18000.5, items: [200, 0.01], amountAdmitted: 1, minWageMonth: 2000 }).facts)
      .toEqual({ amount: 1_800_050, items: [20_000, 1], amountAdmitted: 100, minWageMonth: 200_000 });
  });

  it.each([
    ['an unknown key', { amuont: 1 }, 'facts.amuont'], ['a prototype key', { constructor: 1 }, 'facts.constructor'],
    ['three decimals', { amount: 1.005 }, 'facts.amount'], ['a negative amount', { amount: -1 }, 'facts.amount'], ['text for a number', { workers: '3' }, 'facts.workers'],
    ['half a worker', { workers: 1.5 }, 'facts.workers'], ['a day that does not exist', { terminatedOn: '2026-02-29' }, 'facts.terminatedOn'],
    ['a month that does not exist', { periodFrom: '2026-13' }, 'facts.periodFrom'], ['a region that does not exist', { workRegion: '乌有县' }, 'facts.workRegion'],
    ['a choice that does not exist', { laborRelation: 'maybe' }, 'facts.laborRelation'], ['text for a boolean', { gathering: 'yes' }, 'facts.gathering'],
    ['an empty list', { items: [] }, 'facts.items'], ['lists of two lengths', { items: [1, 2], itemKinds: ['wages'] }, 'facts.itemKinds'],
    ['a stranger in an object', { earlierCase: { closed: false, name: 'x' } }, 'facts.earlierCase'], ['no object', [], 'facts'],
  ])('name %s', (_title, json, field) => expect(fieldsOf(json)).toEqual([field]));

  it('name an end of force majeure before its beginning', () => {
    expect(fieldsOf({ forceMajeureFrom: '2026-02-02', forceMajeureTo: '2026-02-01' })).toEqual(['facts.forceMajeureTo']);
    expect(fieldsOf({ forceMajeureFrom: 'unknown', forceMajeureTo: '2026-02-01' })).toEqual([]);
    expect(fieldsOf({ forceMajeureFrom: '2026-02-02', forceMajeureTo: '2026-02-02' })).toEqual([]);
  });

  it('keep five places apart', () => expect(readFacts({ employerSeat: '测试区', projectRegion: '邻区', homeRegion: '测试区', habitualRegion: '邻区', emergencyRegion: '测试区' }).facts)
    .toEqual({ employerSeat: '439901', projectRegion: '439902', homeRegion: '439901', habitualRegion: '439902', emergencyRegion: '439901' }));

  it('keep what is right beside what is wrong', () => expect(readFacts({ amount: 'x', workers: 3 }).facts).toEqual({ workers: 3 }));

  it('turn names of places into codes', () => expect(readFacts({ workRegion: '邻区', callerRegion: 'A' }).facts).toEqual({ workRegion: '439902', callerRegion: '439901' }));

  it('keep that something is unknown, which meets no test', () => {
    const { facts, wrong } = readFacts({ governmentInvested: 'unknown', employed: true });
    expect(wrong).toEqual([]);
    expect(facts.governmentInvested).toBe('unknown');
    expect(knownFacts(facts)).toEqual({ employed: true });
  });

  it('show who a person is to nobody', () => expect(impersonalFacts({ phone: '139****0001', workers: 2 })).toEqual({ workers: 2 }));
});

describe('What is missing', () => {
  const all = { requesterName: true, phone: true, idNumber: true, employerName: true, text: true };
  const fields = (filed: Parameters<typeof missingOf>[0]) => missingOf(filed).missing.map(({ field }) => field);

  it('of a wage claim is asked for once', () => {
    expect(fields({ category: 'D01', facts: {}, has: { ...all, employerName: false, phone: false } }))
      .toEqual(['requester.phone', 'employer.name', 'facts.workers', 'facts.amount', 'facts.periodFrom', 'facts.workRegion']);
  });

  it('of a full one is nothing', () => {
    expect(fields({ category: 'D01', facts: { workers: 1, items: [100], months: 3, workRegion: 'unknown' }, has: all })).toEqual([]);
  });

  it('of an enquiry is only a way to answer', () => {
    expect(fields({ category: 'D01', kind: 'consult', facts: {}, has: { ...all, phone: false, requesterName: false } })).toEqual(['requester.phone']);
  });

  it('of a work injury is its day', () => expect(fields({ category: 'D01', facts: { matter: 'workInjury' }, has: all })).toEqual(['facts.accidentOn']));

  const optional = (filed: Parameters<typeof missingOf>[0]) => missingOf(filed).optional.map(({ field }) => field);

  it('of a wage claim on a site helps to find who must pay; of another it is not asked', () => {
    const project = ['facts.projectRegion', 'facts.projectFundsUnpaid', 'facts.onwardContracting', 'facts.qualificationLent'];
    expect(optional({ category: 'D01', facts: { sector: 'E47' }, has: all })).toEqual(expect.arrayContaining(project));
    expect(optional({ category: 'D01', facts: { sector: 'C13' }, has: all })).not.toEqual(expect.arrayContaining([project[0]]));
    expect(optional({ category: 'D01', facts: { projectFundsUnpaid: true }, has: all })).toContain('facts.unpaidProjectMoney');
  });

  it('of an ended job helps to count its limitation', () => {
    expect(optional({ category: 'D01', facts: { terminatedOn: '2025-04-01' }, has: all })).toContain('facts.interruptedOn');
    expect(optional({ category: 'D01', facts: { employed: true }, has: all })).not.toContain('facts.interruptedOn');
  });

  it('of a training helps to offer its subsidy', () => expect(optional({ category: 'D04', facts: { trainingBy: 'employer' }, has: all })).toEqual(expect.arrayContaining(['facts.trainingOnline', 'facts.subsidiesTaken'])));
});
