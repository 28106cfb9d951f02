import '#libs/contracts/catalogue.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import { fold } from '#libs/decider/decider.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import type { ClockEvent } from '../services/supervision/clocks/clock.decider.js';
import { clocks } from '../services/supervision/clocks/clock.decider.js';
import { movesOf } from '../services/supervision/clocks/moves.js';
import { lawFor } from '../services/supervision/desks.js';

const policies = loadPolicies('policies');
const pack = policies.packFor('439901', '2026-03-02')!;
const law = lawFor(policies, '439901', pack);
const by = 'officer:1';
let serial = 0;

type Fact = readonly [type: string, day: string, data?: Record<string, unknown>];

/** A fact of the desks, as its published schema has it. */
function published([type, day, data = {}]: Fact): PublishedEvent {
  serial += 1;
  const kind = eventKinds.get(`resolution.${type}.v1`)!;
  const whole: Record<string, unknown> = { at: `${day}T10:00:00+08:00`, ...data };
  for (const [name, value] of [['by', by], ['order', 0]] as const) if (!(name in whole) && Object.hasOwn((kind.schema as never as { shape: object }).shape, name)) whole[name] = value;
  kind.schema.parse(whole);
  return { position: String(serial), logId: 't', id: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`, type: kind.type, caseId: '01a202d7-fb82-79c6-9585-04ddeb2ca280', stream: 'x', version: serial, data: whole, meta: { actor: 'test' }, recordedAt: String(whole['at']) };
}

/** Where the clocks of one kind stand after these facts, under the sample region's law. */
function standing(kind: string, facts: readonly Fact[]): string {
  const events: ClockEvent[] = [{ type: 'ClocksOpened', at: '2025-01-01T09:00:00+08:00', division: '439901', pack: pack.ref, receivedAt: '2025-01-01T09:00:00+08:00' }];
  for (const event of facts.map(published)) {
    const state = fold(clocks, events);
    events.push(...clocks.decide({ type: 'MoveClocks', at: String(event.data['at']), causedBy: event.id, moves: movesOf(event, state, law) }, state));
  }
  return [...fold(clocks, events).clocks.values()].filter((clock) => clock.kind === kind).map(({ due, status }) => `${due} ${status}`).join(', ');
}

const of = (procedure: string, more: object = {}): Record<string, unknown> => ({ procedure, ...more });
const extended = (procedure: string, days: number, day: string): Fact => ['procedure-extended', day, of(procedure, { limit: 'decide', days, reason: 'r', approvedBy: 'head' })];
const concluded = (procedure: string, day: string, result: string, instance = 'first'): Fact => ['matter-concluded', day, of(procedure, { role: 'lead', result, reply: null, instance })];
const wages = { right: 'wages' };
const one = [{ worker: 1, amount: 1 }];
const instalment = (number: number, day: string, on: string): Fact => ['instalment-opened', day, { number, on, owed: one }];
const noticed: Fact = ['sanction-listing-notified', '2026-04-20', { orderDueOn: '2026-04-17' }];

/** Days counted by hand on the official calendar of 2026 (b.4). */
describe('A clock of the law really runs', () => {
  it.each<[string, string, readonly Fact[]]>([
    ['HOT-12333', '2026-03-04 running', [['enquiry-passed-on', '2026-03-02', { section: 's' }]]],
    ['HOT-12333', '2026-03-04 met', [['enquiry-passed-on', '2026-03-02', { section: 's' }], ['reply-given', '2026-03-04', { reply: null }]]],
    ['HOT-LONGER', '2026-04-28 running', [['longer-limit-told', '2026-03-04', { until: '2026-04-28', ground: 'LDMA 43', reply: null }]]],
    ['PET-REG', '2026-03-17 met', [['procedure-applied', '2026-03-02', of('petition')], ['procedure-accepted', '2026-03-10', of('petition')]]],
    ['PET-OBJECT', '2026-03-09 met', [['procedure-forwarded', '2026-03-02', of('petition', { department: 'd' })], ['procedure-returned', '2026-03-09', of('petition', { ground: 'g' })]]],
    ['PET-DONE', '2026-05-09 running', [['procedure-accepted', '2026-03-10', of('petition')]]],
    ['PET-DONE', '2026-06-08 running', [['procedure-accepted', '2026-03-10', of('petition')], extended('petition', 30, '2026-05-06')]],
    ['ARB-ACCEPT', '2026-03-09 suspended', [['arbitration-applied', '2026-03-02', { collective: false, track: 'ordinary', simplified: false }], ['corrections-required', '2026-03-03', { gaps: ['x'] }]]],
    ['ARB-ACCEPT', '2026-03-17 running', [['arbitration-applied', '2026-03-02', { collective: false, track: 'ordinary', simplified: false }], ['corrections-required', '2026-03-03', { gaps: ['x'] }], ['corrections-completed', '2026-03-10']]],
    ['ARB-ADJ', '2026-10-08 met', [['hearing-scheduled', '2026-09-20', { hearingOn: '2026-10-12', room: '1' }], ['adjournment-requested', '2026-10-08', { party: 'worker', reason: 'r' }]]],
    ['ARB-REFILE', '2026-07-06 running', [['set-aside-ruled', '2026-06-20', { annulled: true }]]],
    ['ARB-REFILE', '', [['set-aside-ruled', '2026-06-20', { annulled: false }]]],
    ['ARB-NOTICE', '2026-07-10 running', [['notice-published', '2026-06-10', { collective: false }]]],
    ['ARB-NOTICE-COLL', '2026-06-22 running', [['notice-published', '2026-06-10', { collective: true }]]],
    ['ARB-LIMIT-WAGE', '2026-03-10 running', [['limitation-began', '2025-04-01', { ...wages, from: '2025-03-10' }]]],
    ['ARB-LIMIT-WAGE', '2026-11-20 running', [['limitation-began', '2025-04-01', { ...wages, from: '2025-03-10' }], ['limitation-interrupted', '2025-11-20', { ...wages, ground: 'claimToObligor' }]]],
    ['ARB-LIMIT-WAGE', '2026-03-30 running', [['limitation-began', '2025-04-01', { ...wages, from: '2025-03-10' }], ['limitation-suspended', '2025-06-01', { ...wages, reason: 'flood' }], ['limitation-resumed', '2025-06-21', wages]]],
    ['ARB-LIMIT', '', [['limitation-began', '2025-04-01', { ...wages, from: '2025-03-10' }]]],
    ['LAND-LIMIT', '2026-05-11 met', [['limitation-began', '2026-04-01', { right: 'land', from: '2024-05-10' }], ['procedure-applied', '2026-05-11', of('landArbitration')]]],
    ['INSP-DELIVER', '2026-04-30 met', [['decision-announced', '2026-04-21', { decision: 'penalty' }], ['decision-served', '2026-04-30', { decision: 'penalty' }]]],
    ['BL-OBJECT', '2026-04-27 running', [noticed]],
    ['BL-DECIDE', '2026-05-19 running', [noticed]],
    ['BL-DECIDE', '2026-06-16 running', [noticed, ['sanction-listing-extended', '2026-05-18', { days: 20, approvedBy: 'head' }]]],
    ['BL-TERM', '2029-04-25 running', [noticed, ['sanction-listed', '2026-04-25']]],
    ['PUB-QTR', '2026-06-30 running', [['major-violation-found', '2026-02-10', { publishing: 'local', periodEnd: '2026-03-31' }]]],
    ['PUB-HALF', '2026-06-30 met', [['major-violation-found', '2025-12-10', { publishing: 'provincial', periodEnd: '2025-12-31' }], ['violation-published', '2026-06-01']]],
    ['CRIM-POLICE', '2026-04-27 running', [['transferred-to-police', '2026-04-23'], ['police-forwarded', '2026-04-24', { to: 'p' }]]],
    ['CRIM-RECON', '2026-04-27 met', [['police-refused', '2026-04-24', { reason: 'r' }], ['reconsideration-requested', '2026-04-26']]],
    ['CRIM-RECON-POLICE', '2026-04-29 met', [['reconsideration-requested', '2026-04-26'], ['reconsideration-refused', '2026-04-28', { reason: 'r' }]]],
    ['DEP-PAY', '2026-04-27 met', [['deposit-called', '2026-04-20', { amount: 1 }], ['deposit-used', '2026-04-24']]],
    ['DEP-REFILL', '2026-05-12 running', [['deposit-called', '2026-04-20', { amount: 1 }], ['deposit-used', '2026-04-24']]],
    ['ACC-CLOSE', '2026-05-06 running', [['account-closure-announced', '2026-04-01']]],
    ['LA-DECIDE', '2026-06-22 running', [['procedure-applied', '2026-06-08', of('legalAid')], ['materials-requested', '2026-06-09', of('legalAid', { gaps: ['x'] })], ['materials-received', '2026-06-14', of('legalAid')]]],
    ['LA-FIRST', '2026-06-08 running', [['procedure-applied', '2026-06-08', of('legalAid', { urgent: true })]]],
    ['LA-FIRST', '', [['procedure-applied', '2026-06-08', of('legalAid')]]],
    ['LA-REVIEW', '2026-06-15 met', [['legal-aid-objected', '2026-06-08'], ['legal-aid-reviewed', '2026-06-12', { upheld: false }]]],
    ['WI-DECIDE', '2026-09-08 running', [['procedure-accepted', '2026-06-09', of('workInjury')], ['procedure-suspended', '2026-06-20', of('workInjury', { reason: 'r' })], ['procedure-resumed', '2026-07-21', of('workInjury')]]],
    ['WI-DECIDE-CLEAR', '2026-06-24 running', [['procedure-accepted', '2026-06-09', of('workInjury', { factsClear: true })]]],
    ['WI-DECIDE-CLEAR', '', [['procedure-accepted', '2026-06-09', of('workInjury')]]],
    ['WI-APPRAISE', '2026-09-07 running', [['procedure-applied', '2026-06-09', of('capacityAppraisal')], extended('capacityAppraisal', 30, '2026-07-30')]],
    ['WI-REAPPRAISE', '2026-06-22 running', [concluded('capacityAppraisal', '2026-06-05', 'recognised')]],
    ['WI-REAPPRAISE', '', [concluded('capacityAppraisal', '2026-06-05', 'recognised', 'second')]],
    ['RELIEF-NORMAL', '2026-06-30 running', [['procedure-applied', '2026-06-08', of('relief')]]],
    ['RES-PERMIT', '2026-07-09 running', [['procedure-accepted', '2026-06-09', of('residencePermit')], extended('residencePermit', 15, '2026-06-20')]],
    ['LAND-AWARD', '2026-07-07 running', [['procedure-accepted', '2026-04-08', of('landArbitration')], extended('landArbitration', 30, '2026-06-01')]],
    ['LAND-SUE', '2026-07-08 met', [concluded('landArbitration', '2026-06-08', 'awarded'), ['procedure-challenged', '2026-07-08', of('landArbitration', { route: 'lawsuit' })]]],
    ['LAND-SUE', '', [concluded('landArbitration', '2026-06-08', 'mediated')]],
    ['PAY-INSTALMENT', '2026-05-12 running', [instalment(1, '2026-05-06', '2026-05-12')]],
    ['PAY-INSTALMENT', '2026-05-12 met, 2026-05-20 running', [instalment(1, '2026-05-06', '2026-05-12'), ['instalment-met', '2026-05-11', { number: 1 }], instalment(2, '2026-05-11', '2026-05-20')]],
    ['PAY-INSTALMENT', '2026-05-20 running', [instalment(1, '2026-05-06', '2026-05-12'), ['instalment-defaulted', '2026-05-13', { number: 1, unpaid: 1, workers: 1, accelerated: false }], instalment(2, '2026-05-13', '2026-05-20')]],
    ['PAY-INSTALMENT', '2026-05-12 cancelled', [instalment(1, '2026-05-06', '2026-05-12'), ['payment-due', '2026-05-10', { basis: 'award', performBy: '2026-05-30', owed: one }]]],
    ['PAY-INSTALMENT', '2026-05-12 running', [instalment(1, '2026-05-06', '2026-05-12'), ['payment-due', '2026-05-10', { basis: 'confirmation', performBy: '2026-05-30', owed: one, plan: [{ worker: 1, on: '2026-05-30', amount: 1 }] }]]],
    ['PAY-PERFORM', '2026-05-30 met, 2026-05-30 running', [['payment-due', '2026-05-20', { basis: 'agreement', performBy: '2026-05-30', owed: one }], ['payment-completed', '2026-05-25', { total: 1, workers: 1 }], ['payment-reopened', '2026-05-26', { performBy: '2026-05-30', unpaid: 1, workers: 1 }]]],
    ['PAY-PERFORM', '2026-05-25 running', [['payment-due', '2026-05-20', { basis: 'agreement', performBy: '2026-05-30', owed: one }], ['performance-day-moved', '2026-05-20', { performBy: '2026-05-25' }]]],
    ['ARB-ENFORCE', 'PENDING_CALENDAR running', [['payment-due', '2026-05-20', { basis: 'confirmation', performBy: '2026-05-30', owed: one }]]],
    ['CLEAR-ALL', '2027-02-05 running', [['payment-due', '2026-05-20', { basis: 'payOrder', performBy: '2026-05-30', owed: [{ worker: 1, amount: 1 }], clearZeroClass: 'B', clearBy: '2027-02-05' }]]],
    ['CLEAR-ALL', '', [['payment-due', '2026-05-20', { basis: 'payOrder', performBy: '2026-05-30', owed: [{ worker: 1, amount: 1 }] }]]],
  ])('%s: %s', (kind, expected, facts) => expect(standing(kind, facts)).toBe(expected));

  it('the promise of the hotline gives way to the longer limit of the law', () => {
    const facts: readonly Fact[] = [['longer-limit-told', '2026-03-04', { until: '2026-04-28', ground: 'LDMA 43', reply: null }], ['longer-limit-told', '2026-04-20', { until: '2026-05-13', ground: 'LDMA 43', reply: null }], ['case-resolved', '2026-05-10', { result: 'solved' }]];
    expect(standing('HOT-LONGER', facts)).toBe('2026-05-13 met');
  });
});
