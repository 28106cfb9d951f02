import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import { Refusal } from '#libs/decider/refusal.js';
import { fold } from '#libs/decider/decider.js';
import { loadPolicies, packOf, policiesOf, sourceAt, sourcesIn } from '#libs/policy/in-force.js';
import type { EscalationCommand, Given } from './escalation.decider.js';
import { escalation } from './escalation.decider.js';
import { escalationDesk } from './escalation.desk.js';

const policies = loadPolicies('policies');
const unit = { department: 'inspectionBody', division: '439901' };
const order = { order: 0, matter: null, kind: 'complaint', category: 'D01', lead: 'inspectionBody', leadAlternatives: [], assist: [], guide: [], rules: [], clocks: [] };
/** Friday: one working day on is Monday the 9th. */
const now = '2026-03-06T10:00:00+08:00';
const assigned = [{ type: 'CaseRouted', at: now, division: '439901', decision: { mode: 'dispatch', orders: [order] } }, { type: 'CaseAssigned', at: now, order: 0, role: 'lead', unit, officer: null }] as unknown as readonly AssignmentEvent[];
const clocksOpened = [{ type: 'ClocksOpened', at: now, division: '439901', pack: { division: '439900', version: '2026-01-01', hash: 'h' }, receivedAt: now }];

/** A store that holds these two streams of the case. */
const streams = { load: (stream: string, decider: never) => Promise.resolve({ state: fold(decider, (stream.startsWith('clocks/') ? clocksOpened : assigned) as never), version: 1, position: '1' }) } as never;

async function given(command: object, law = policies, state = escalation.initial): Promise<Given> {
  const desk = escalationDesk({ policies: law, streams });
  return ((await desk.prepare!({ at: now, by: 'process:supervision', order: 0, ...command } as EscalationCommand, { caseId: 'c', now, state: () => Promise.resolve(state) })) as unknown as { given: Given }).given;
}
const raise = (condition: string, kind: string): object => ({ type: 'RaiseEscalation', escalation: 'e', condition, clock: 'k', kind });

describe('The desk of the ladder', () => {
  it('gives a rung as the pack of the case has it: to whom, by when an answer is due, and what follows without one', async () => {
    expect(await given(raise('breached', 'INSP-ACCEPT'))).toEqual({ measure: 'reminder', addressee: 'unitHead', unit, division: '439901', answerDue: '2026-03-10T00:00:00+08:00', next: 'writtenNotice' });
    expect(await given(raise('breached', 'HOT-24H'))).toMatchObject({ answerDue: '2026-03-06T12:00:00+08:00' }); // A limit of hours is answered in hours.
    expect(await given(raise('warned', 'INSP-ACCEPT'))).toMatchObject({ measure: 'warning', addressee: 'holder', answerDue: null, next: null });
    const standing = { escalation: 'e', clock: 'k', kind: 'INSP-ACCEPT', order: 0, since: undefined, step: 2, measure: 'writtenNotice', answerDue: now, acknowledged: false, answered: false, attended: undefined } as const;
    expect(await given({ type: 'ClimbEscalation', escalation: 'e' }, policies, { ...escalation.initial, open: [standing] })).toMatchObject({ measure: 'interview', addressee: 'superiorSupervisor', division: '439900', answerDue: '2026-03-11T00:00:00+08:00', next: null });
    expect(await given({ type: 'ClimbEscalation', escalation: 'e' }, policies, { ...escalation.initial, open: [{ ...standing, measure: 'interview' }] })).toBeNull(); // Above an interview a person decides.
  });

  it('gives a person’s rung to the head of the body that holds the order, or to whom is named', async () => {
    expect(await given({ type: 'ConveneInterview', text: null })).toMatchObject({ measure: 'interview', addressee: 'unitHead', division: '439901', answerDue: '2026-03-11T00:00:00+08:00' });
    expect(await given({ type: 'ConveneInterview', text: null, to: 'head-1', answerDue: '2026-03-20T00:00:00+08:00' })).toMatchObject({ addressee: 'named', answerDue: '2026-03-20T00:00:00+08:00' });
  });

  it('knows no rung that its pack does not have', async () => {
    const without = sourcesIn('policies').map((each) => (each.head.division === '000000' ? { ...each, files: { ...each.files, ladder: { rungs: [], conditions: [], colours: [] } } } : each));
    const { head, files: { ladder: _, ...files } } = sourceAt('policies/439900/2026-01-01');
    const bare = policiesOf([packOf({ head, files }, without.filter((each) => each.head.division !== '439900'))]);
    const refusal = await given({ type: 'IssueCriticism', text: null }, bare).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).code).toBe('RUNG_NOT_IN_PACK');
  });
});
