import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { follow, searchUntilDone } from '#libs/decider/model.js';
import type { EscalationCommand } from './escalation.decider.js';
import { escalation } from './escalation.decider.js';

type Before = Past<EscalationCommand>;
const RUNGS = 3; // P: reminder, written notice, interview

const ofOne = (name: string, past: Before): readonly EscalationCommand[] => {
  const raised = past.all('RaiseEscalation').find((each) => each.escalation === name);
  return past.done.filter((each) => ('escalation' in each && each.escalation === name) || (each.type === 'SettleEscalations' && raised !== undefined && past.done.indexOf(each) > past.done.indexOf(raised) && (each.clock === null || each.clock === raised.clock)));
};
const last = (name: string, past: Before): EscalationCommand['type'] | undefined => ofOne(name, past).at(-1)?.type;
const open = (name: string, past: Before): boolean => last(name, past) === 'RaiseEscalation' || last(name, past) === 'ClimbEscalation';
const settled = (name: string, past: Before): boolean => ofOne(name, past).some(({ type }) => type === 'SettleEscalations');
const listed = (past: Before): boolean => past.last('ListForSupervision', 'DelistFromSupervision')?.type === 'ListForSupervision';

/** SUPERVISED is an overlay of the life cycle: listed once, delisted only when the problem is solved (notice of 2020). The rungs are the project's. */
const law: Law<EscalationCommand> = {
  RaiseEscalation: ({ escalation: name }, past) => (ofOne(name, past).some(({ type }) => type === 'RaiseEscalation') ? false : ['EscalationRaised']),
  ClimbEscalation: ({ at, escalation: name }, past) => {
    const rungs = ofOne(name, past).filter((each): each is Extract<EscalationCommand, { readonly type: 'RaiseEscalation' | 'ClimbEscalation' }> => each.type === 'RaiseEscalation' || each.type === 'ClimbEscalation');
    const due = rungs.at(-1)?.answerDue;
    return open(name, past) && !settled(name, past) && rungs.length < RUNGS && due !== undefined && at >= due ? ['EscalationRaised'] : false; // While the time to answer runs, nobody higher is asked.
  },
  SettleEscalations: ({ clock }, past) => past.all('RaiseEscalation').some((each) => (clock === null || each.clock === clock) && !settled(each.escalation, past)),
  AnswerEscalation: ({ escalation: name }, past) => (open(name, past) && !settled(name, past) ? ['EscalationAnswered'] : false),
  ListForSupervision: (_, past) => (listed(past) ? false : ['SupervisionListed']),
  ProposeSupervision: (_, past) => (past.has('ProposeSupervision') || listed(past) ? false : ['SupervisionProposed']),
  AnswerSupervision: (_, past) => (listed(past) && !past.after('ListForSupervision').has('AnswerSupervision') ? ['SupervisionAnswered'] : false),
  DelistFromSupervision: ({ solved, unpaid }, past) => (listed(past) && solved && !unpaid ? ['SupervisionDelisted'] : false),
};

describe('Escalation against the law', () => {
  const name = fc.constantFrom('e1', 'e2');
  const at = (hour: number): string => `2026-03-${String(1 + Math.floor(hour / 24)).padStart(2, '0')}T${String(hour % 24).padStart(2, '0')}:00:00+08:00`;
  const facts: Readonly<Record<EscalationCommand['type'], fc.Arbitrary<object>>> = {
    RaiseEscalation: name.map((escalation) => ({ escalation, clock: escalation === 'e1' ? 'INSP-ACCEPT/1' : 'HOT-7D/1', kind: 'INSP-ACCEPT' })), ClimbEscalation: fc.record({ escalation: name }),
    SettleEscalations: fc.record({ clock: fc.constantFrom('INSP-ACCEPT/1', 'HOT-7D/1', null), causedBy: fc.constant('x') }), AnswerEscalation: fc.record({ escalation: name, answer: fc.constant('a') }),
    ListForSupervision: fc.constant({ reason: 'a' }), DelistFromSupervision: fc.record({ solved: fc.boolean(), unpaid: fc.constantFrom(0, 0, 1) }),
    ProposeSupervision: fc.constant({ flag: 'majorSupervision' }), AnswerSupervision: fc.constant({ answer: { sealed: 1, subject: 's', field: 'answer', data: 'x' } }),
  };
  const types = Object.keys(facts) as EscalationCommand['type'][];
  const command = fc.constantFrom(...types).chain((type) => fc.tuple(facts[type], fc.integer({ min: 1, max: 6 })).map(([rest, wait]) => ({ ...rest, type, by: 'supervisor:a', wait })));
  const rows = fc.array(command, { maxLength: 50, size: 'max' }).map((row) => row.map(({ wait, ...each }, n) => ({ ...each, at: at(n * 3), ...('escalation' in each || each.type === 'ListForSupervision' ? { answerDue: at(n * 3 + wait) } : {}) }) as unknown as EscalationCommand));

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => {
    searchUntilDone<EscalationCommand>(types, (seen) => fc.assert(fc.property(rows, (row) => seen(follow(escalation, law, ['NOT_SOLVED'], row))), { numRuns: 500 }));
  });
});
