import type { EscalationEvent } from '#libs/contracts/supervision.events.js';
import { specify } from '#libs/decider/specify.js';
import type { EscalationCommand } from './escalation.decider.js';
import { escalation } from './escalation.decider.js';

const asked = { at: '2026-03-10T00:00:01+08:00', by: 'process:supervision' } as const;
const { at } = asked;
const id = 'b6a6c1f0-6d1f-5c55-9f64-0a2f6e6c7a10';
const clock = 'b6a6c1f0-6d1f-5c55-9f64-0a2f6e6c7a11';
const answerDue = '2026-03-11T00:00:00+08:00';
const raised = (step: number, addressee: string, measure: 'reminder' | 'writtenNotice' | 'interview'): EscalationEvent => ({ type: 'EscalationRaised', at, escalation: id, clock, kind: 'HOT-7D', step, addressee, measure, answerDue });
const first = raised(1, 'unitHead', 'reminder');
const second = raised(2, 'divisionSupervisor', 'writtenNotice');
const third = raised(3, 'superiorSupervisor', 'interview');
const raise: EscalationCommand = { type: 'RaiseEscalation', ...asked, escalation: id, clock, kind: 'HOT-7D', answerDue };
const climb: EscalationCommand = { type: 'ClimbEscalation', ...asked, at: answerDue, escalation: id, answerDue };
const answer: EscalationCommand = { type: 'AnswerEscalation', ...asked, escalation: id, answer: '已联系诉求人' };
const answered: EscalationEvent = { type: 'EscalationAnswered', at, escalation: id, by: asked.by, answer: '已联系诉求人' };
const list: EscalationCommand = { type: 'ListForSupervision', ...asked, reason: '重大欠薪', answerDue };
const listed: EscalationEvent = { type: 'SupervisionListed', at, by: asked.by, reason: '重大欠薪', answerDue };

const given = specify(escalation);

describe('Escalation', () => {
  it('puts a breach before the head of the unit, once', () => {
    given().when(raise).then(first);
    given(first).when(raise).thenNothing();
  });

  it('climbs rung by rung while nobody answers, and stays at the top', () => {
    given(first).when(climb).then({ ...second, at: answerDue });
    given(first, second).when(climb).then({ ...third, at: answerDue });
    given(first, { ...second, answerDue: '2026-03-12T00:00:00+08:00' } as EscalationEvent).when(climb).thenNothing(); // Asked twice: the second rung's time still runs.
    given(first, second, third).when(climb).thenNothing();
    given(first, answered).when(climb).thenNothing();
    given().when(climb).thenNothing();
  });

  it('is answered once', () => {
    given(first).when(answer).then(answered);
    given(first, answered).when(answer).thenNothing();
    given().when(answer).thenRefused('NO_OPEN_ESCALATION');
    given(first).when({ ...answer, escalation: clock }).thenRefused('NO_SUCH_ESCALATION');
  });

  it('is settled when its clock is met, and all are when the case closes', () => {
    const settle: EscalationCommand = { type: 'SettleEscalations', ...asked, clock, causedBy: 'e1' };
    given(first).when(settle).then({ type: 'EscalationSettled', at, escalation: id, causedBy: 'e1' });
    given(first, { type: 'EscalationSettled', at, escalation: id, causedBy: 'e1' }).when(settle).thenNothing();
    given(first).when({ ...settle, clock: id }).thenNothing();
    given(first).when({ ...settle, clock: null }).then({ type: 'EscalationSettled', at, escalation: id, causedBy: 'e1' });
  });

  it('lists a case for supervision, and delists it only when the problem is solved', () => {
    const delist: EscalationCommand = { type: 'DelistFromSupervision', ...asked, solved: true };
    given().when(list).then(listed);
    given(listed).when(list).thenRefused('ALREADY_LISTED');
    given(listed).when({ ...delist, solved: false }).thenRefused('NOT_SOLVED');
    given(listed).when(delist).then({ type: 'SupervisionDelisted', at, by: asked.by, solved: true });
    given(listed).when({ ...delist, unpaid: 1 }).thenRefused('NOT_SOLVED'); // Whatever is said, money that is owed is not solved.
    given().when(delist).thenRefused('NOT_LISTED');
  });

  it('is proposed once for a major case, listed under a head by name, and answered once', () => {
    const proposed: EscalationEvent = { type: 'SupervisionProposed', at, flag: 'majorSupervision' };
    const propose: EscalationCommand = { type: 'ProposeSupervision', ...asked, flag: 'majorSupervision' };
    const text = { sealed: 1, subject: id, field: 'answer', data: 'x' } as const;
    const told: EscalationCommand = { type: 'AnswerSupervision', ...asked, answer: text };
    const reported: EscalationEvent = { type: 'SupervisionAnswered', at, by: asked.by, answer: text };
    given().when(propose).then(proposed);
    given(proposed).when(propose).thenNothing();
    given(listed).when(propose).thenNothing();
    given(proposed).when({ ...list, head: 'head-1' } as EscalationCommand).then({ ...listed, head: 'head-1' } as EscalationEvent);
    given(listed).when(told).then(reported);
    given(listed, reported).when(told).thenNothing();
    given(proposed).when(told).thenRefused('NOT_LISTED');
    given(listed, reported, { type: 'SupervisionDelisted', at, by: asked.by, solved: true }, listed).when(told).then(reported);
  });
});
