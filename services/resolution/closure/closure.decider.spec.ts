import type { ClosureEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { closure } from './closure.decider.js';

const given = specify(closure);
const by = 'officer:1';
const boss = 'supervisor:1';
const itself = 'process:resolution';
const on = (day: number, month = '03'): string => `2026-${month}-${String(day).padStart(2, '0')}T09:00:00+08:00`;

const opened: ClosureEvent = { type: 'CaseOpened', at: on(2), orders: [0], money: [0], enquiries: [] };
const two: ClosureEvent = { ...opened, orders: [0, 1], enquiries: [1] };
const advised: ClosureEvent = { type: 'LegalRouteAdvised', at: on(2), orders: [0], route: ['arbOffice'], by: itself };
const contacted: ClosureEvent = { type: 'RequesterContacted', at: on(3), order: 0, reached: true, by };
const replied: ClosureEvent = { type: 'ReplyGiven', at: on(3), order: 0, reply: null, by };
const toldLonger: ClosureEvent = { type: 'LongerLimitTold', at: on(4), order: 0, until: '2026-04-28', ground: 'LDMA 43', reply: null, by };
const passedOn: ClosureEvent = { type: 'EnquiryPassedOn', at: on(3), order: 1, section: 'pensions', by };
const answered: ClosureEvent = { type: 'AnsweredOnLine', at: on(3), order: 1, reply: null, by };
const concluded: ClosureEvent = { type: 'OrderConcluded', at: on(20), order: 0, result: 'solved', by };
const resolved: ClosureEvent = { type: 'CaseResolved', at: on(20), result: 'solved', by };
const called: ClosureEvent = { type: 'CallbackMade', at: on(22), solved: true, satisfied: 'satisfied', by };
const closed: ClosureEvent = { type: 'CaseClosed', at: on(22), reason: null, by };
const unreached = (attempt: number): Extract<ClosureEvent, { type: 'CallbackUnreached' }> => ({ type: 'CallbackUnreached', at: on(20 + attempt), attempt, by });
const reopened: ClosureEvent = { type: 'CaseReopened', at: on(25), reason: 'not paid', by };
const carried: ClosureEvent = { type: 'CaseCarriedForward', at: on(10), reason: 'bankrupt', reviewOn: '2026-06-01', by: boss };
const archived: ClosureEvent = { type: 'CaseArchived', at: on(30), retainUntil: '2036-12-31', by };

const open = { type: 'OpenCase', at: on(2), by: itself, orders: [0], money: [0], enquiries: [] } as const;
const advise = { type: 'AdviseLegalRoute', at: on(2), by: itself, orders: [0], route: ['arbOffice'] } as const;
const contact = { type: 'ContactRequester', at: on(3), by, order: 0, reached: true } as const;
const reply = { type: 'GiveReply', at: on(3), by, order: 0, reply: null } as const;
const tellLonger = { type: 'TellLongerLimit', at: on(4), by, order: 0, until: '2026-04-28', ground: 'LDMA 43', reply: null } as const;
const passOn = { type: 'PassEnquiryOn', at: on(3), by, order: 1, section: 'pensions' } as const;
const answer = { type: 'AnswerOnLine', at: on(3), by, order: 1, reply: null } as const;
const conclude = { type: 'ConcludeOrder', at: on(20), by, order: 0, result: 'solved' } as const;
const concludePaid = { type: 'ConcludePaid', at: on(20), by: itself } as const;
const concludeCase = { type: 'ConcludeCase', at: on(20), by: itself, result: 'withdrawn' } as const;
const call = { type: 'RecordCallback', at: on(22), by, solved: true, satisfied: 'satisfied' } as const;
const miss = { type: 'RecordCallbackUnreached', at: on(21), by } as const;
const close = { type: 'CloseCase', at: on(25), by } as const;
const reopen = { type: 'ReopenCase', at: on(25), by, reason: 'not paid' } as const;
const carry = { type: 'CarryForward', at: on(10), by: boss, reason: 'bankrupt', reviewOn: '2026-06-01' } as const;
const archive = { type: 'ArchiveCase', at: on(30), by, retainUntil: '2036-12-31' } as const;

const done = [opened, concluded, resolved];
const shut = [...done, called, closed];
const missed = [...done, unreached(1), unreached(2), unreached(3)];

describe('Closure', () => {
  it('opens with the orders of the case', () => given().when(open).then(opened));
  it('takes in an order that joins later', () => given(opened).when({ ...open, orders: [0, 1], enquiries: [1] }).then({ ...opened, orders: [1], money: [], enquiries: [1] }));
  it('learns that an order is about money when a money desk takes it', () => given({ ...opened, money: [] }).when(open).then(opened));
  it('opens a resolved case for a new order', () => given(...done, { ...opened, orders: [1], money: [] }).when({ ...conclude, order: 1 }).then({ ...concluded, order: 1 }, resolved));
  it('resolves the case with its last order', () => given(opened).when(conclude).then(concluded, resolved));
  it('does not resolve it while another order is open', () => given(two).when(conclude).then(concluded));
  it('names several results', () => given(two, { ...concluded, order: 1, result: 'answered' }).when(conclude).then(concluded, { ...resolved, result: 'several' }));
  it('concludes an enquiry by its answer', () => given(two).when(answer).then(answered, { type: 'OrderConcluded', at: on(3), order: 1, result: 'answered', by }));
  it('concludes unpaid wages as refused, never as paid', () => given(opened).when({ ...conclude, result: 'refused', unpaid: 1 }).then({ ...concluded, result: 'refused' }, { ...resolved, result: 'refused' }));
  it('waits for the money of those who settled among themselves', () => {
    const settled = { ...conclude, by: itself, result: 'settled' };
    given(opened).when({ ...settled, unpaid: 1 }).thenNothing();
    given(opened).when(settled).then({ ...concluded, result: 'settled', by: itself }, { ...resolved, result: 'settled', by: itself });
    given({ ...two, enquiries: [] }).when({ ...settled, order: 1, unpaid: 1 }).then({ ...concluded, order: 1, result: 'settled', by: itself });
  });
  it('concludes an order that is about no money, whatever is unpaid elsewhere', () => given({ ...two, enquiries: [] }).when({ ...conclude, order: 1, unpaid: 1 }).then({ ...concluded, order: 1 }));
  it('concludes the order about money when all is paid', () => given(two).when(concludePaid).then({ ...concluded, result: 'paid', by: itself }));
  it('does not guess which of two was paid', () => given({ ...two, money: [0, 1] }).when(concludePaid).thenNothing());
  it('concludes a lone order when all is paid', () => given({ ...opened, money: [] }).when(concludePaid).then({ ...concluded, result: 'paid', by: itself }, { ...resolved, result: 'paid', by: itself }));
  it('ends all orders when the claim is withdrawn', () => given(two).when(concludeCase).then(
    { ...concluded, result: 'withdrawn', by: itself }, { ...concluded, order: 1, result: 'withdrawn', by: itself }, { ...resolved, result: 'withdrawn', by: itself }));
  it('is silent to a late end', () => {
    given(...shut).when(concludePaid).thenNothing();
    given(...shut).when(concludeCase).thenNothing();
    given(...shut).when(advise).thenNothing();
    given(...shut).when({ ...open, orders: [5] }).thenNothing();
  });
  it('closes when the person says that it is solved', () => given(...done).when(call).then(called, closed));
  it('goes back to the handler when it is not', () => given(...done).when({ ...call, solved: false }).then({ ...called, solved: false }, { type: 'CaseReopened', at: on(22), reason: 'notSolved', by }));
  it('goes back to the handler when the person is dissatisfied', () => given(...done).when({ ...call, satisfied: 'dissatisfied' })
    .then({ ...called, satisfied: 'dissatisfied' }, { type: 'CaseReopened', at: on(22), reason: 'dissatisfied', by }));
  it('stays resolved when the person does not say', () => given(...done).when({ ...call, solved: undefined, satisfied: undefined }).then({ ...called, solved: null, satisfied: null }));
  it('sends back only the orders that the person says are not solved', () => {
    const answers = [{ order: 0, solved: true }, { order: 1, solved: false }];
    const told: ClosureEvent = { ...called, solved: false, answers }; // One that is not solved leaves the case unsolved.
    const back: ClosureEvent = { type: 'CaseReopened', at: on(22), reason: 'notSolved', orders: [1], by };
    const both = [two, concluded, { ...concluded, order: 1, result: 'answered' }, { ...resolved, result: 'several' }] as const;
    given(...both).when({ ...call, answers }).then(told, back);
    given(...both, told, back).when({ ...conclude, at: on(25) }).thenNothing(); // Order 0 stays as it was concluded.
    given(...both, told, back).when({ ...conclude, at: on(25), order: 1 }).then({ ...concluded, at: on(25), order: 1 }, { ...resolved, at: on(25) });
  });
  it('is not called back by whoever handled it, in whatever office', () => {
    given(...done).when({ ...call, handledBy: ['2', '3'] }).then(called, closed);
    given(...done).when({ ...call, by: 'supervisor:1', handledBy: ['1'] }).thenRefused('CALLBACK_BY_HANDLER');
    given(...done).when({ ...miss, handledBy: ['1'] }).thenRefused('CALLBACK_BY_HANDLER');
  });
  it('tells tries apart by their time, in whatever order they are told', () => {
    const later: ClosureEvent = { ...unreached(1), at: on(22) };
    given(...done, later).when(miss).then({ ...unreached(1), attempt: 2 });
    given(...done, later, { ...unreached(1), attempt: 2 }).when({ ...miss, at: on(22) }).thenNothing();
  });
  it('is closed after as many tries as the law of the place says', () => {
    const last: ClosureEvent = { ...unreached(1), tries: 1 };
    given(...done).when({ ...miss, tries: 1 }).then(last);
    given(...done, last).when({ ...close, by: boss, reason: 'moved away' }).then({ ...closed, at: on(25), by: boss, reason: 'moved away' });
  });
  it('counts calls without answer and never closes by silence', () => {
    given(...done).when(miss).then(unreached(1));
    given(...missed).when({ ...miss, at: on(24) }).then(unreached(4));
  });
  it('is closed by a supervisor with a reason after three of them', () => given(...missed).when({ ...close, by: boss, reason: 'moved away' }).then({ ...closed, at: on(25), by: boss, reason: 'moved away' }));
  it('is closed by an officer where the person was told the legal route', () => given(opened, advised).when(close).then({ ...closed, at: on(25) }));
  it('is called back where the person was told the legal route', () => given(opened, advised).when(call).then(called, closed));
  it('works on every order again when reopened', () => given(...shut, reopened).when({ ...conclude, at: on(26) }).then({ ...concluded, at: on(26) }, { ...resolved, at: on(26) }));
  it('is reopened on the last day of the window', () => given(...shut).when({ ...reopen, at: on(18, '09'), until: '2026-09-18' }).then({ ...reopened, at: on(18, '09') }));
  it('is reopened after it by a supervisor', () => given(...shut).when({ ...reopen, at: on(19, '09'), until: '2026-09-18', by: boss }).then({ ...reopened, at: on(19, '09'), by: boss }));
  it('is reopened at any time while the return visit is outstanding', () => given(...done).when({ ...reopen, at: on(19, '12'), until: '2026-09-18' }).then({ ...reopened, at: on(19, '12') }));
  it('is reopened by a new complaint only where it was done', () => {
    given(...done).when({ ...reopen, by: itself }).then({ ...reopened, by: itself });
    given(opened).when({ ...reopen, by: itself }).thenNothing();
    given().when({ ...reopen, by: itself }).thenNothing();
    given(...shut, archived).when({ ...reopen, by: itself }).thenNothing();
  });
  it('comes off the list of carried cases with the next contact', () => given(opened, carried, { ...contacted, at: on(12) }).when({ ...reopen, at: on(13) }).thenNothing());
  it('carries forward to another day', () => given(opened, carried).when({ ...carry, reviewOn: '2026-07-01' }).then({ ...carried, reviewOn: '2026-07-01' }));
  it('is resumed by a supervisor', () => {
    const resumed: ClosureEvent = { type: 'CaseResumed', at: on(12), reason: 'assets found', by: boss };
    given(opened, carried).when({ type: 'ResumeCase', at: on(12), by: boss, reason: 'assets found' }).then(resumed);
    given(opened, carried, resumed).when({ ...carry, at: on(13) }).then({ ...carried, at: on(13) });
  });
  it('is worked on again where somebody is ordered after all', () => {
    given(opened, advised).when(open).then(opened);
    given(opened, advised, opened).when(conclude).then(concluded, resolved);
    given(opened, advised).when({ ...open, advised: [0] }).thenNothing();
  });
  it('keeps a file for its least term, or longer', () => {
    given(...shut).when({ type: 'ArchiveCase', at: on(30), by, file: 'award', keepUntil: '2036-03-30' }).then({ type: 'CaseArchived', at: on(30), retainUntil: '2036-03-30', file: 'award', by });
    given(...shut).when({ ...archive, file: 'award', keepUntil: '2036-03-30' }).then({ ...archived, file: 'award' });
  });
  it('tries again to reach the person', () => given(opened, { ...contacted, reached: false }).when({ ...contact, at: on(4) }).then({ ...contacted, at: on(4) }));

  it('passes an enquiry on as it is opened, where the answer base had no answer', () => given().when({ ...open, orders: [0, 1], enquiries: [1], passedOn: { by: 'officer:9', section: 'pensions' } })
    .then({ type: 'CaseOpened', at: on(2), orders: [0, 1], money: [0], enquiries: [1] }, { type: 'EnquiryPassedOn', at: on(2), order: 1, section: 'pensions', by: 'officer:9' }));
  it('passes a hard enquiry on to the section that knows', () => given(two).when(passOn).then(passedOn));
  it('tells a longer limit again when it has moved', () => given(opened, toldLonger).when({ ...tellLonger, at: on(20), until: '2026-05-13' }).then({ ...toldLonger, at: on(20), until: '2026-05-13' }));

  it('concludes by payment what is about money, and nothing else when payment is completed again', () => {
    const both: ClosureEvent = { type: 'CaseOpened', at: on(2), orders: [0, 1], money: [0], enquiries: [1] };
    given(both, { ...concluded, result: 'paid' }).when(concludePaid).thenNothing();
  });

  it('takes up again what was thought paid, and nothing else of the case', () => {
    const paid: ClosureEvent = { ...concluded, result: 'paid' };
    const other: ClosureEvent = { type: 'OrderConcluded', at: on(21), order: 1, result: 'answered', by };
    const back: ClosureEvent = { type: 'CaseReopened', at: on(24), reason: 'paymentCorrected', orders: [0], by: itself };
    const reopenUnpaid = { type: 'ReopenUnpaid', at: on(24), by: itself, reason: 'paymentCorrected', unpaid: 1, notInHand: 1 } as const;
    given(two, paid).when(reopenUnpaid).then(back); // The other order is still at work: the case has not been resolved.
    given(two, paid, back).when({ ...conclude, at: on(25), order: 1, result: 'answered' }).then({ ...other, at: on(25) });
    given(two, paid, other, resolved).when(reopenUnpaid).then(back);
    given(two, paid, back, other).when({ ...concludePaid, at: on(26) }).then({ ...paid, at: on(26), by: itself }, { ...resolved, at: on(26), result: 'several', by: itself });
    given(two, paid, other, resolved, called, closed).when({ ...reopenUnpaid, at: on(19) }).then({ ...back, at: on(19) }); // Found later, of an earlier day.
    given(two, paid, carried).when(reopenUnpaid).then(back);
    given(two, paid).when({ ...reopenUnpaid, unpaid: 0, notInHand: 0 }).thenNothing();
    given(two, paid).when({ ...reopenUnpaid, unpaid: 0 }).then(back); // What is kept for a worker is not paid,
    given(two, { ...concluded, result: 'unclaimed' }).when({ ...reopenUnpaid, unpaid: 0 }).thenNothing(); // and was called kept, not paid.
    given(opened, { ...concluded, result: 'refused' }, resolved).when(reopenUnpaid).thenNothing();
    given(opened, paid, resolved, called, closed, archived).when(reopenUnpaid).thenNothing();
  });

  takesEffectOnce(closure, {
    TellLongerLimit: [[opened], tellLonger], PassEnquiryOn: [[two], passOn],
    OpenCase: [[], open], AdviseLegalRoute: [[opened], advise], ContactRequester: [[opened], contact], GiveReply: [[opened], reply], AnswerOnLine: [[two], answer],
    ConcludeOrder: [[opened], conclude], ConcludePaid: [[opened], concludePaid], ConcludeCase: [[opened], concludeCase], RecordCallback: [done, call], RecordCallbackUnreached: [done, miss],
    CloseCase: [[opened, advised], close], ReopenCase: [shut, reopen], ReopenUnpaid: [done, { type: 'ReopenUnpaid', at: on(24), by: itself, reason: 'paymentCorrected', unpaid: 1, notInHand: 1 }], CarryForward: [[opened], carry], ResumeCase: [[opened, carried], { type: 'ResumeCase', at: on(12), by: boss, reason: 'assets found' }], ArchiveCase: [shut, archive],
  });

  refusesWith(closure, [
    ['CASE_NOT_OPEN', [], contact],
    ['CASE_NOT_OPEN', [], call],
    ['CASE_RESOLVED', done, { ...conclude, order: 1 }],
    ['CASE_RESOLVED', done, reply],
    ['CASE_CLOSED', shut, { ...call, at: on(23) }],
    ['CASE_CLOSED', shut, carry],
    ['CASE_ARCHIVED', [...shut, archived], { ...reopen, at: on(31) }],
    ['CASE_ARCHIVED', [...shut, archived], 'ArchiveCase'],
    ['ORDER_UNKNOWN', [opened], { ...contact, order: 7 }],
    ['ORDER_UNKNOWN', [opened], { ...conclude, order: 7 }],
    ['ORDER_UNKNOWN', [opened, replied], { ...reply, order: 7 }],
    ['ORDER_CONCLUDED_OTHERWISE', [two, concluded], { ...conclude, result: 'refused' }],
    ['ORDER_CONCLUDED_OTHERWISE', [{ ...two, orders: [0, 1, 2], enquiries: [1, 2] }, { ...concluded, order: 1 }], answer],
    ['LIMIT_NOT_LATER', [opened], { ...tellLonger, until: '2026-03-04' }],
    ['NOT_AN_ENQUIRY', [two], { ...passOn, order: 0 }],
    ['NOT_AN_ENQUIRY', [two], { ...answer, order: 0 }],
    ['NOT_AN_ENQUIRY', [opened], { ...answer, order: 0 }],
    ['WAGES_UNPAID', [opened], { ...conclude, unpaid: 1 }],
    ['WAGES_UNPAID', [opened], { ...conclude, result: 'paid', unpaid: 1_800_000 }],
    ['FACTS_LACKING', [opened], { ...conclude, result: 'awarded', lacking: [['awardInEffect']] }],
    ['TRANSFER_IS_NO_RESOLUTION', [opened], { ...conclude, result: 'transferred' }],
    ['NOT_RESOLVED', [opened], call],
    ['NOT_RESOLVED', [opened], close],
    ['NOT_RESOLVED', [two, advised], close],
    ['NOT_RESOLVED', [opened, carried], reopen],
    ['CALLBACK_OUTSTANDING', done, { ...close, by: boss, reason: 'done' }],
    ['CALLBACK_OUTSTANDING', [...done, unreached(1), unreached(2)], { ...close, by: boss, reason: 'done' }],
    ['SUPERVISOR_MUST_CLOSE', missed, { ...close, reason: 'done' }],
    ['REASON_MISSING', missed, { ...close, by: boss, reason: ' ' }],
    ['REOPENING_WINDOW_PASSED', shut, { ...reopen, at: on(19, '09'), until: '2026-09-18' }],
    ['CALLBACK_BY_HANDLER', done, { ...call, handledBy: ['1'] }],
    ['ORDER_UNKNOWN', done, { ...call, answers: [{ order: 7, solved: true }] }],
    ['NOT_CARRIED', [opened], { type: 'ResumeCase', at: on(12), by: boss, reason: 'assets found' }],
    ['NOT_CARRIED', [opened], 'ResumeCase'],
    ['NOT_CLOSED', done, archive],
    ['REVIEW_NOT_LATER', [opened], { ...carry, reviewOn: '2026-03-10' }],
    ['RETENTION_ENDED', shut, { ...archive, retainUntil: '2026-03-30' }],
    ['RETENTION_ENDED', shut, { type: 'ArchiveCase', at: on(30), by }],
    ['RETENTION_TOO_SHORT', shut, { ...archive, retainUntil: '2031-03-30', file: 'award', keepUntil: '2036-03-30' }],
    ['FACT_OUT_OF_ORDER', done, { ...call, at: on(19) }],
    ['FACT_OUT_OF_ORDER', [opened], { ...contact, at: on(1) }],
  ]);
});
