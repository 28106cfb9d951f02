import type { EscalationEvent, Measure } from '#libs/contracts/supervision.events.js';
import { measures } from '#libs/contracts/supervision.events.js';
import { specify } from '#libs/decider/specify.js';
import type { EscalationCommand, Given, HandCommand } from './escalation.decider.js';
import { escalation } from './escalation.decider.js';

const asked = { at: '2026-03-10T00:00:01+08:00', by: 'process:supervision' } as const;
const { at } = asked;
const id = 'b6a6c1f0-6d1f-5c55-9f64-0a2f6e6c7a10';
const clock = 'b6a6c1f0-6d1f-5c55-9f64-0a2f6e6c7a11';
const other = 'b6a6c1f0-6d1f-5c55-9f64-0a2f6e6c7a12';
const answerDue = '2026-03-11T00:00:00+08:00';
const unit = { department: 'inspectionBody', division: '439901' };
const who: Readonly<Record<Measure, string>> = { warning: 'holder', reminder: 'unitHead', writtenNotice: 'divisionSupervisor', interview: 'superiorSupervisor', criticism: 'unitHead' };
const given = (measure: Measure, change: Partial<Given> = {}): Given => ({ measure, addressee: who[measure], unit, division: '439901', answerDue: measure === 'warning' ? null : answerDue, next: measures[measures.indexOf(measure) + 1] ?? null, ...change });
const raised = (measure: Measure, change: Partial<Extract<EscalationEvent, { type: 'EscalationRaised' }>> = {}): EscalationEvent => {
  const { addressee, answerDue: due, next } = given(measure);
  return { type: 'EscalationRaised', at, escalation: id, clock, kind: 'HOT-7D', step: measures.indexOf(measure), addressee, measure, answerDue: due, order: 0, unit, division: '439901', next, ...change };
};
const raise: EscalationCommand = { type: 'RaiseEscalation', ...asked, escalation: id, condition: 'breached', clock, kind: 'HOT-7D', order: 0, causedBy: 'e1', given: given('reminder') };
const first = raised('reminder', { causedBy: 'e1' });
const climbTo = (measure: Measure | null, when: string = answerDue): EscalationCommand => ({ type: 'ClimbEscalation', ...asked, at: when, escalation: id, given: measure && given(measure) });
const sealed = (field: string) => ({ sealed: 1, subject: id, field, data: 'x' }) as const;
const answer: EscalationCommand = { type: 'AnswerEscalation', ...asked, escalation: id, answer: sealed('answer') };
const answered: EscalationEvent = { type: 'EscalationAnswered', at, escalation: id, by: asked.by, answer: sealed('answer') };
const list: EscalationCommand = { type: 'ListForSupervision', ...asked, reason: sealed('reason'), answerDue };
const listed: EscalationEvent = { type: 'SupervisionListed', at, by: asked.by, reason: sealed('reason'), answerDue };
const settled: EscalationEvent = { type: 'EscalationSettled', at, escalation: id, causedBy: 'e1' };

const start = specify(escalation);

describe('Escalation', () => {
  it('puts a breach before the head of the unit, once', () => {
    start().when(raise).then(first);
    start(first).when(raise).thenNothing();
    start(first, settled).when({ ...raise, escalation: other }).thenNothing(); // The same breach, told again after it was met.
  });

  it('begins with a warning, which the breach of the same clock turns into a reminder', () => {
    const warn: EscalationCommand = { ...raise, escalation: other, condition: 'warned', causedBy: 'e0', given: given('warning') };
    const warned = raised('warning', { escalation: other, causedBy: 'e0' });
    start().when(warn).then(warned);
    start(warned).when(warn).thenNothing();
    start(warned).when(raise).then({ ...first, escalation: other } as EscalationEvent);
    start(first).when({ ...warn, causedBy: 'e2' } as EscalationCommand).thenNothing(); // What stands higher is not begun again below.
    start(warned).when({ type: 'SettleEscalations', ...asked, clock, only: 'warning', causedBy: 'e3' }).then({ ...settled, escalation: other, causedBy: 'e3' } as EscalationEvent);
    start(first).when({ type: 'SettleEscalations', ...asked, clock, only: 'warning', causedBy: 'e3' }).thenNothing();
  });

  it('climbs rung by rung while nobody answers, and stays at the top', () => {
    start(first).when(climbTo('writtenNotice')).then(raised('writtenNotice', { at: answerDue }));
    start(first, raised('writtenNotice')).when(climbTo('interview')).then(raised('interview', { at: answerDue }));
    start(first, raised('writtenNotice', { answerDue: '2026-03-12T00:00:00+08:00' })).when(climbTo('interview')).thenNothing(); // Asked twice: the second rung's time still runs.
    start(first).when(climbTo('reminder')).thenNothing();
    start(raised('interview')).when(climbTo(null)).thenNothing();
    start(first, answered).when(climbTo('writtenNotice')).thenNothing();
    start().when(climbTo('writtenNotice')).thenNothing();
  });

  it('is acknowledged once on each rung, and answered once', () => {
    const acknowledge: EscalationCommand = { type: 'AcknowledgeEscalation', ...asked, by: 'officer:o', escalation: id };
    const receipt = (step: number): EscalationEvent => ({ type: 'EscalationAcknowledged', at, escalation: id, step, by: 'officer:o' });
    start(first).when(acknowledge).then(receipt(1));
    start(first, receipt(1)).when(acknowledge).thenNothing();
    start(first, receipt(1), raised('writtenNotice')).when(acknowledge).then(receipt(2));
    start().when(acknowledge).thenRefused('NO_OPEN_ESCALATION');
    start(first).when({ ...acknowledge, escalation: other } as EscalationCommand).thenRefused('NO_SUCH_ESCALATION');
    start(first).when(answer).then(answered);
    start(first, answered).when(answer).thenNothing();
    start().when(answer).thenRefused('NO_OPEN_ESCALATION');
    start(first).when({ ...answer, escalation: other } as EscalationCommand).thenRefused('NO_SUCH_ESCALATION');
  });

  it('is settled when its clock is met, and all are when the case closes', () => {
    const settle = { type: 'SettleEscalations', ...asked, clock, causedBy: 'e1' } as const;
    start(first).when(settle).then(settled);
    start(first, settled).when(settle).thenNothing();
    start(first).when({ ...settle, clock: other }).thenNothing();
    start(first).when({ ...settle, clock: null }).then(settled);
  });

  it('begins anew each time that a condition comes to hold, once each time, and ends with it', () => {
    const stuck = (name: string): EscalationCommand => ({ ...raise, escalation: name, condition: 'noMovement', kind: 'noMovement', clock: null, order: null, since: '2026-03-02T10:00:00+08:00', causedBy: undefined } as never);
    const up = (name: string): EscalationEvent => raised('reminder', { escalation: name, clock: null, kind: 'noMovement', order: null, since: '2026-03-02T10:00:00+08:00' });
    const moves = { type: 'SettleEscalations', ...asked, clock: null, conditions: ['noMovement'], causedBy: 'e9' } as const;
    start().when(stuck(id)).then(up(id));
    start(up(id)).when(stuck(id)).thenNothing();
    start(up(id)).when(moves).then({ ...settled, causedBy: 'e9' } as EscalationEvent);
    start(up(id), settled).when(stuck(id)).thenNothing();
    start(up(id), settled).when(stuck(other)).then(up(other));
    start(first).when(moves).thenNothing(); // A breach is not settled by a step.
    const alone = raised('reminder', { clock: null, kind: 'ownerless', order: 1 });
    start(alone).when({ ...moves, conditions: ['ownerless'], order: 0 }).thenNothing();
    start(alone).when({ ...moves, conditions: ['ownerless'], order: 1 }).then({ ...settled, causedBy: 'e9' } as EscalationEvent);
  });

  describe('by hand', () => {
    const hand = (type: HandCommand['type'], measure: Measure, change: object = {}): EscalationCommand => ({ type, ...asked, by: 'supervisor:s', escalation: id, order: 0, text: sealed('text'), from: '439900', given: given(measure), ...change }) as EscalationCommand;
    const up = (measure: Measure, change: object = {}): EscalationEvent => raised(measure, { clock: null, kind: 'byHand', by: 'supervisor:s', from: '439900', text: sealed('text'), ...change });
    const late = { at: '2026-03-11T00:00:00+08:00', given: given('criticism', { answerDue: '2026-03-20T00:00:00+08:00' }) };

    it('gives a rung with its text, addressee and answer due; a higher one at once, the same again only after an answer', () => {
      start().when(hand('SendReminder', 'reminder')).then(up('reminder'));
      start().when(hand('SendReminder', 'reminder', { to: 'head-1' })).then(up('reminder', { to: 'head-1' }));
      start(up('reminder')).when(hand('SendReminder', 'reminder')).thenRefused('RUNG_AWAITS_ANSWER');
      start(up('reminder'), answered).when(hand('SendReminder', 'reminder')).then(up('reminder'));
      start(up('reminder')).when(hand('IssueWrittenNotice', 'writtenNotice')).then(up('writtenNotice'));
      start(up('writtenNotice')).when(hand('ConveneInterview', 'interview')).then(up('interview'));
      start(up('writtenNotice')).when(hand('SendReminder', 'reminder')).thenRefused('RUNG_AWAITS_ANSWER');
      start(up('reminder')).when(hand('SendReminder', 'reminder', { order: 1, escalation: other })).then(up('reminder', { order: 1, escalation: other }));
      start().when(hand('SendReminder', 'reminder', { given: given('reminder', { answerDue: at }) })).thenRefused('ANSWER_DUE_PASSED');
    });

    it('criticises after a notice or an interview that found no answer, or a limit that was broken, and never before', () => {
      const criticise = hand('IssueCriticism', 'criticism', late);
      const due = { answerDue: '2026-03-20T00:00:00+08:00', at: late.at };
      start().when(criticise).thenRefused('CRITICISM_UNFOUNDED');
      start(up('reminder')).when(criticise).thenRefused('CRITICISM_UNFOUNDED');
      start(up('writtenNotice')).when(criticise).then(up('criticism', { ...due, ground: 'unanswered' }));
      start(up('writtenNotice', { answerDue: '2026-03-11T00:00:01+08:00' })).when(criticise).thenRefused('ANSWER_NOT_YET_DUE');
      start(up('writtenNotice'), answered).when(criticise).thenRefused('CRITICISM_UNFOUNDED');
      start(first).when({ ...criticise, escalation: other } as EscalationCommand).then(up('criticism', { ...due, ground: 'breach', escalation: other }));
      start(raised('warning')).when(criticise).thenRefused('CRITICISM_UNFOUNDED');
      start(first, up('criticism', { escalation: other })).when(criticise).thenRefused('RUNG_AWAITS_ANSWER');
    });

    it('records an interview: who came has answered, who did not has not', () => {
      const record = (attended: boolean): EscalationCommand => ({ type: 'RecordInterview', ...asked, by: 'supervisor:s', escalation: id, attended, record: sealed('record') });
      const held = (attended: boolean): EscalationEvent => ({ type: 'InterviewHeld', at, escalation: id, by: 'supervisor:s', attended, record: sealed('record') });
      start().when(record(true)).thenRefused('NO_INTERVIEW_CONVENED');
      start(up('interview')).when({ ...record(true), escalation: other } as EscalationCommand).thenRefused('NO_SUCH_ESCALATION');
      start(up('interview'), raised('reminder', { escalation: other })).when({ ...record(true), escalation: other } as EscalationCommand).thenRefused('NOT_AN_INTERVIEW');
      start(up('interview')).when(record(true)).then(held(true));
      start(up('interview'), held(true)).when(record(true)).thenNothing();
      start(up('interview'), held(false)).when(record(false)).thenNothing();
      start(up('interview'), held(false)).when(record(true)).then(held(true));
      start(up('interview'), held(false)).when(hand('IssueCriticism', 'criticism', late)).then(up('criticism', { answerDue: '2026-03-20T00:00:00+08:00', at: late.at, ground: 'unanswered' }));
      start(up('interview'), held(true)).when(hand('IssueCriticism', 'criticism', late)).thenRefused('CRITICISM_UNFOUNDED');
    });
  });

  it('lists a case for supervision, and delists it only when the problem is solved', () => {
    const delist: EscalationCommand = { type: 'DelistFromSupervision', ...asked, solved: true };
    start().when(list).then(listed);
    start(listed).when(list).thenRefused('ALREADY_LISTED');
    start(listed).when({ ...delist, solved: false }).thenRefused('NOT_SOLVED');
    start(listed).when(delist).then({ type: 'SupervisionDelisted', at, by: asked.by, solved: true });
    start(listed).when({ ...delist, unpaid: 1 }).thenRefused('NOT_SOLVED'); // Whatever is said, money that is owed is not solved.
    start().when(delist).thenRefused('NOT_LISTED');
  });

  it('is proposed once for a major case, listed under a head by name, and answered once', () => {
    const proposed: EscalationEvent = { type: 'SupervisionProposed', at, flag: 'majorSupervision' };
    const propose: EscalationCommand = { type: 'ProposeSupervision', ...asked, flag: 'majorSupervision' };
    const told: EscalationCommand = { type: 'AnswerSupervision', ...asked, answer: sealed('answer') };
    const reported: EscalationEvent = { type: 'SupervisionAnswered', at, by: asked.by, answer: sealed('answer') };
    start().when(propose).then(proposed);
    start(proposed).when(propose).thenNothing();
    start(listed).when(propose).thenNothing();
    start(proposed).when({ ...list, head: 'head-1' } as EscalationCommand).then({ ...listed, head: 'head-1' } as EscalationEvent);
    start(listed).when(told).then(reported);
    start(listed, reported).when(told).thenNothing();
    start(proposed).when(told).thenRefused('NOT_LISTED');
    start(listed, reported, { type: 'SupervisionDelisted', at, by: asked.by, solved: true }, listed).when(told).then(reported);
  });
});
