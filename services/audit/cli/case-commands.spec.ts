import '#libs/contracts/catalogue.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { entryOf, leafHash } from '#libs/merkle/entry.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { rootOf } from '#libs/merkle/tree.js';
import type { BundleReport } from '../bundle/check-bundle.js';
import type { Step } from '../replay/steps.js';
import type { Shown } from './blocks.js';
import { between, stepsBy } from './moments.js';
import { casesIn, sampleOf } from './sample.js';
import type { Placed } from './whole-log.js';
import { comparedWithLog } from './whole-log.js';

const [A, B, C] = [uuidv7(), uuidv7(), uuidv7()] as const;
const event = (caseId: string, type: string, version: number): StoredEvent => ({ caseId, stream: `claim/${caseId}`, version, eventId: uuidv7(), type, schemaVersion: 1, data: '{}', meta: '{"actor":"officer:1"}', recordedAtMicros: 1n });
const log = [event(A, 'intake.claim-filed', 1), event(B, 'intake.claim-filed', 1), event(A, 'routing.routing-overridden', 2), event(A, 'supervision.clock-breached', 3), event(C, 'intake.claim-filed', 1), event(B, 'resolution.payment-defaulted', 2)];
async function* placed(): AsyncIterable<Placed> {
  for (const [at, one] of log.entries()) yield await Promise.resolve({ ...one, position: at + 1 });
}

describe('A bundle beside the whole log', () => {
  const shown = (events: readonly StoredEvent[]): Shown => ({
    note: '', where: 'the log',
    async *blocks() {
      yield await Promise.resolve({ hashes: Buffer.alloc(0), entries: Buffer.concat(events.flatMap((one) => { const entry = entryOf(one); return [Buffer.of(entry.length >> 8, entry.length & 0xff), entry]; })) });
    },
  });
  const report = (positions: readonly number[], size = log.length): BundleReport => ({ caseId: A, positions, statement: undefined, findings: [], log: { origin: 'o', size, root: rootOf(log.slice(0, size).map((one) => leafHash(entryOf(one)))) } });
  const places = async (one: BundleReport, events = log) => (await comparedWithLog([{ folder: '', report: one }], shown(events))).map(({ file, position }) => `${file} ${position ?? ''}`);

  it('is complete with every position of the case', async () => expect(await places(report([1, 3, 4]))).toEqual([]));
  it('and with those within its checkpoint, however far the log has grown', async () => expect(await places(report([1, 3], 3))).toEqual([]));
  it('names each that it leaves out', async () => expect(await places(report([1]))).toEqual(['events.json 3', 'events.json 4']));
  it('is found out beside a log that is shorter, or another', async () => {
    expect(await places(report([1, 3, 4]), log.slice(0, 4))).toEqual(['checkpoint 5']);
    expect(await places(report([1, 3, 4]), [log[0]!, event(C, 'intake.claim-filed', 1), ...log.slice(2)])).toEqual(['checkpoint ']);
  });
});

describe('Drawing cases', () => {
  it('keeps to the divisions: where a case was received, and every place that ever held it', async () => {
    const at = (caseId: string, type: string, stream: string, data: object): Placed => ({ ...event(caseId, type, 1), stream: `${stream}/${caseId}`, data: JSON.stringify(data), position: 1 });
    const told = async function* (): AsyncIterable<Placed> {
      for (const one of [
        at(A, 'intake.claim-filed', 'claim', { division: '439901' }), at(B, 'intake.claim-filed', 'claim', { division: '439902' }), at(C, 'intake.claim-filed', 'claim', { division: '439902' }),
        at(B, 'routing.case-routed', 'assignment', { decision: { handlingDivision: '439901001' } }), at(C, 'resolution.contacted', 'claim', { unit: { division: '439901' } }),
      ]) yield await Promise.resolve(one);
    };
    expect((await casesIn(told(), ['439901'])).map(({ caseId }) => caseId)).toEqual([A, B]);
    expect((await casesIn(told(), ['439900'])).length + (await casesIn(told(), ['110000'])).length).toBe(3);
  });


  it('counts what speaks for a look at each', async () => {
    expect(await casesIn(placed(), ['000000'])).toEqual([
      { caseId: A, score: 2, risks: { override: 1, breachedClock: 1 } }, { caseId: B, score: 1, risks: { overduePayment: 1 } }, { caseId: C, score: 0, risks: {} },
    ]);
  });

  it('gives the same cases for the same seed, whatever their order, and others for another', () => {
    const cases = Array.from({ length: 200 }, () => ({ caseId: uuidv7(), risks: {}, score: 0 }));
    const drawn = sampleOf(cases, 10, 'seed', false);
    expect(sampleOf([...cases].reverse(), 10, 'seed', false)).toEqual(drawn);
    expect(sampleOf(cases, 10, 'other', false)).not.toEqual(drawn);
    expect(new Set(drawn.map(({ caseId }) => caseId)).size).toBe(10);
  });

  it('by risk: those with more of it first, and none without', async () => expect(sampleOf(await casesIn(placed(), ['000000']), 9, '1', true).map(({ caseId }) => caseId)).toEqual([A, B]));
});

describe('The moments of a case', () => {
  const step = (position: string, recordedAt: string, changed: object): Step => ({ position, recordedAt, at: recordedAt, type: 't', title: '', actor: '', changed: changed as Step['changed'] });
  const steps = [step('4', '2026-03-02T10:00:00+08:00', { state: 'REGISTERED', amount: 1 }), step('7', '2026-03-02T11:00:00+08:00', { state: 'TRIAGED' }), step('9', '2026-03-03T09:00:00+08:00', { state: 'SIGNED', amount: 2 })];

  it.each([['3', 0], ['4', 1], ['8', 2], ['99', 3], ['v0', 0], ['v2', 2], ['v9', 3], ['2026-03-02T02:00:00Z', 1], ['2026-03-02T10:59:59+08:00', 1], ['2026-01-01T00:00:00Z', 0]])('%s is after step %i', (moment, count) => expect(stepsBy(steps, moment)).toBe(count));
  it.each(['', 'x', '-1', 'v', '2026-03-02', '2026-13-41T99:00:00Z'])('%p is none', (moment) => expect(() => stepsBy(steps, moment)).toThrow('position'));

  it('shows the steps between two, how it stood then, and what differs', () => {
    expect(between(steps, '4', 'v3')).toEqual({
      steps: steps.slice(1), state: { state: 'SIGNED', amount: 2 },
      differences: [{ field: 'state', before: 'REGISTERED', after: 'SIGNED' }, { field: 'amount', before: 1, after: 2 }],
    });
    expect(between(steps, undefined, undefined)).toMatchObject({ steps, state: { state: 'SIGNED' } });
  });
});
