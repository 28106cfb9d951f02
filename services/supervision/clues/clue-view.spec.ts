import '#libs/contracts/catalogue.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { ClueRow } from './clue-view.projection.js';
import { clueView } from './clue-view.projection.js';
import { rateOf } from './rate.js';

const at = '2026-03-05T10:00:00+08:00';
const delivery = '01a202ee-df89-4ce1-98f7-c60c8d7c7375';
const happened = (type: string, data: Record<string, unknown>): PublishedEvent => ({ position: '7', logId: 'l', id: 'e', type, caseId: 'c', stream: 's/c', version: 1, data: { at, ...data }, meta: { actor: 'test' }, recordedAt: at });
const said = (origin: string, channelNumber: string): Record<string, unknown> => ({ channel: 'clue-platform', channelNumber, origin, receivedAt: '2026-03-02T09:00:00+08:00' });
const filed = happened('intake.claim-filed.v1', said('cluePlatform', 'X1'));
const linked = happened('intake.duplicate-linked.v1', said('cluePlatform', 'X2'));
const verified = (conclusion: string, more = {}): PublishedEvent => {
  const event = happened('resolution.clue-verified.v1', { order: 0, conclusion, by: 'inspector:i', ...more });
  eventKinds.get(event.type)!.schema.parse(event.data);
  return event;
};
const after = (...events: PublishedEvent[]): ClueRow | undefined => events.reduce<ClueRow | undefined>((row, event) => clueView(row, event), undefined);

describe('A clue on the supervisor’s list', () => {
  it('is a case that the platform reported, counted once however often it did', () => {
    expect(after(happened('intake.claim-filed.v1', said('12345', 'R1')))).toBeUndefined();
    expect(after(filed, linked)).toMatchObject({ numbers: [{ channelNumber: 'X1', acknowledgedAt: null }, { channelNumber: 'X2', acknowledgedAt: null }], verifiedAt: null, arrears: false });
    expect(after(happened('intake.claim-filed.v1', said('12345', 'R1')), linked)).toMatchObject({ numbers: [{ channelNumber: 'X2' }] });
  });

  it('is verified, and true or not as the pack said', () => {
    expect(after(filed, verified('trueSettled', { arrears: true, resolved: true }))).toMatchObject({ verifiedAt: at, conclusion: 'trueSettled', arrears: true, resolved: true });
    expect(after(filed, verified('falseClue', { arrears: false, resolved: false }))).toMatchObject({ arrears: false });
    expect(after(filed, verified('trueArrears'))).toMatchObject({ arrears: true, resolved: false }); // An event of before the list.
  });

  it('is paid when all is paid, and not when more becomes due', () => {
    const paid = happened('resolution.payment-completed.v1', { total: 1, workers: 1 });
    expect(after(filed, paid)?.paidAt).toBe(at);
    expect(after(filed, paid, happened('resolution.payment-due.v1', {}))?.paidAt).toBeNull();
    expect(after(filed, paid, happened('resolution.payment-reopened.v1', {}))?.paidAt).toBeNull();
    expect(after(filed, paid, happened('resolution.held-wages-paid-corrected.v1', { was: 2, amount: 1 }))?.paidAt).toBeNull();
    expect(after(filed, paid, happened('resolution.held-wages-paid-corrected.v1', { was: 1, amount: 2 }))?.paidAt).toBe(at);
  });

  it('is acknowledged number by number, for its conclusion only', () => {
    const taken = (about: string, channelNumber: string): PublishedEvent => happened('intake.feedback-acknowledged.v1', { channel: 'clue-platform', channelNumber, about, delivery, receipt: 'HZ-1' });
    expect(after(filed, linked, taken('resolution.clue-verified.v1', 'X2'), taken('routing.case-routed.v1', 'X1'))?.numbers).toMatchObject([{ acknowledgedAt: null }, { acknowledgedAt: at, receipt: 'HZ-1' }]);
  });
});

describe('A rate', () => {
  it.each([[2048, 2080, 98.46], [150, 2048, 7.32], [147, 150, 98], [0, 5, 0], [0, 0, null]])('%i of %i is %s %%', (numerator, denominator, percent) =>
    expect(rateOf(numerator, denominator)).toEqual({ numerator, denominator, percent })); // A northern city in the first quarter of 2022 (metrics e).
});
