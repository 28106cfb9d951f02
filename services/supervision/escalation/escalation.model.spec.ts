import fc from 'fast-check';
import type { Law, Past, Verdict } from '#libs/decider/model.js';
import { follow, searchUntilDone } from '#libs/decider/model.js';
import type { EscalationCommand, HandCommand } from './escalation.decider.js';
import { escalation } from './escalation.decider.js';

type Before = Past<EscalationCommand>;
type Of<Type extends EscalationCommand['type']> = Extract<EscalationCommand, { readonly type: Type }>;
type Rung = Of<'RaiseEscalation'> | Of<'ClimbEscalation'> | HandCommand;
const ORDER = ['warning', 'reminder', 'writtenNotice', 'interview', 'criticism'];
const HAND = ['SendReminder', 'IssueWrittenNotice', 'ConveneInterview', 'IssueCriticism'] as const;
const isHand = (each: EscalationCommand): each is HandCommand => (HAND as readonly string[]).includes(each.type);
const isRung = (each: EscalationCommand): each is Rung => isHand(each) || each.type === 'RaiseEscalation' || each.type === 'ClimbEscalation';

/** A way up as a clerk would keep it in a book: one line for each, in the order in which they were begun. */
interface Line { id: string; clock: string | null; kind: string; order: number | null; rung: string; due: string | null; receipt: boolean; answered: boolean; came: boolean | undefined }

/** The book after everything that was done. Written down from the orders given, apart from the decider. */
function bookAfter(past: Before): { readonly open: readonly Line[]; readonly broken: boolean; readonly told: ReadonlySet<string> } {
  let open: Line[] = [];
  let broken = false;
  const told = new Set<string>();
  const fresh = { receipt: false, answered: false, came: undefined };
  for (const each of past.done) {
    const line = 'escalation' in each ? open.find(({ id }) => id === each.escalation) : undefined;
    if (isRung(each)) {
      const same = each.type === 'RaiseEscalation' ? open.find((one) => (each.clock === null ? one.clock === null && one.kind === each.kind && one.order === each.order : one.clock === each.clock)) : isHand(each) ? open.find((one) => one.kind === 'byHand' && one.order === each.order) : line;
      const begun = same ?? (each.type === 'RaiseEscalation' ? { id: each.escalation, clock: each.clock, kind: each.kind, order: each.order } : { id: each.escalation, clock: null, kind: 'byHand', order: (each as HandCommand).order });
      const { id, clock, kind, order } = begun;
      open = [...open.filter((one) => one.id !== id), { id, clock, kind, order, rung: each.given!.measure, due: each.given!.answerDue, ...fresh }];
      broken ||= clock !== null && each.given!.measure !== 'warning';
      told.add(id);
      if (each.type === 'RaiseEscalation' && each.causedBy) told.add(each.causedBy);
    } else if (each.type === 'SettleEscalations') open = open.filter((one) => !meant(one, each));
    else if (each.type === 'AcknowledgeEscalation') line!.receipt = true;
    else if (each.type === 'AnswerEscalation') line!.answered = true;
    else if (each.type === 'RecordInterview') Object.assign(line!, { came: each.attended, answered: line!.answered || each.attended });
  }
  return { open, broken, told };
}

function meant(line: Line, { clock, only, conditions, order }: Of<'SettleEscalations'>): boolean {
  if (conditions) return line.clock === null && conditions.includes(line.kind) && (order === undefined || line.order === null || line.order === order);
  return clock === null || (line.clock === clock && (!only || line.rung === only));
}

const higher = (a: string, b: string): boolean => ORDER.indexOf(a) > ORDER.indexOf(b);
const listed = (past: Before): boolean => past.last('ListForSupervision', 'DelistFromSupervision')?.type === 'ListForSupervision';
const lineOf = (past: Before, id: string): Line | undefined => bookAfter(past).open.find((one) => one.id === id);

function byHand({ at, order, given }: HandCommand, past: Before): Verdict {
  const { open, broken } = bookAfter(past);
  const standing = open.find((one) => one.kind === 'byHand' && one.order === order);
  if (standing && !standing.answered && !higher(given.measure, standing.rung)) return false;
  if (given.answerDue !== null && given.answerDue <= at) return false;
  if (given.measure === 'criticism' && !broken && !open.some((one) => ['writtenNotice', 'interview'].includes(one.rung) && !one.answered && one.due !== null && one.due <= at)) return false;
  return ['EscalationRaised'];
}

/** SUPERVISED is an overlay of the life cycle: listed once, delisted only when the problem is solved (notice of 2020). The rungs are the project's. */
const law: Law<EscalationCommand> = {
  RaiseEscalation: ({ escalation: id, causedBy, clock, kind, order, given }, past) => {
    const { open, told } = bookAfter(past);
    if (told.has(id) || (causedBy !== undefined && told.has(causedBy))) return false;
    const same = open.find((one) => (clock === null ? one.clock === null && one.kind === kind && one.order === order : one.clock === clock));
    return same && !same.answered && !higher(given.measure, same.rung) ? false : ['EscalationRaised'];
  },
  ClimbEscalation: ({ at, escalation: id, given }, past) => {
    const line = lineOf(past, id);
    return line && given && !line.answered && line.due !== null && higher(given.measure, line.rung) && at >= line.due ? ['EscalationRaised'] : false; // While the time to answer runs, nobody higher is asked.
  },
  SettleEscalations: (command, past) => bookAfter(past).open.some((one) => meant(one, command)),
  AcknowledgeEscalation: ({ escalation: id }, past) => (lineOf(past, id)?.receipt === false ? ['EscalationAcknowledged'] : false),
  AnswerEscalation: ({ escalation: id }, past) => (lineOf(past, id)?.answered === false ? ['EscalationAnswered'] : false),
  RecordInterview: ({ escalation: id, attended }, past) => {
    const line = lineOf(past, id);
    return line?.rung === 'interview' && line.came !== true && line.came !== attended ? ['InterviewHeld'] : false;
  },
  SendReminder: byHand, IssueWrittenNotice: byHand, ConveneInterview: byHand, IssueCriticism: byHand,
  ListForSupervision: (_, past) => (listed(past) ? false : ['SupervisionListed']),
  ProposeSupervision: (_, past) => (past.has('ProposeSupervision') || listed(past) ? false : ['SupervisionProposed']),
  AnswerSupervision: (_, past) => (listed(past) && !past.after('ListForSupervision').has('AnswerSupervision') ? ['SupervisionAnswered'] : false),
  DelistFromSupervision: ({ solved, unpaid }, past) => (listed(past) && solved && !unpaid ? ['SupervisionDelisted'] : false),
};

describe('Escalation against the law', () => {
  const at = (hour: number): string => `2026-03-${String(1 + Math.floor(hour / 24)).padStart(2, '0')}T${String(hour % 24).padStart(2, '0')}:00:00+08:00`;
  const text = { sealed: 1, subject: 's', field: 'answer', data: 'x' };
  const id = fc.constantFrom('e1', 'e2', 'h1');
  const measure = fc.constantFrom(...ORDER);
  const breach = fc.record({ escalation: fc.constantFrom('e1', 'e2'), clock: fc.constantFrom('k1', 'k2'), kind: fc.constant('INSP-ACCEPT'), order: fc.constant(0), causedBy: fc.constantFrom('f1', 'f2', 'f3'), measure: fc.constantFrom('warning', 'reminder') });
  const condition = fc.record({ escalation: fc.constantFrom('e1', 'e2'), clock: fc.constant(null), kind: fc.constantFrom('ownerless', 'noMovement'), order: fc.constantFrom(0, null), measure: fc.constantFrom('reminder', 'writtenNotice') });
  const hand = (of: string): fc.Arbitrary<object> => fc.record({ escalation: fc.constantFrom('h1', 'h2'), order: fc.constantFrom(0, 0, 1), text: fc.constant(text), measure: fc.constant(of) });
  const facts: Readonly<Record<EscalationCommand['type'], fc.Arbitrary<object>>> = {
    RaiseEscalation: fc.oneof(breach, condition), ClimbEscalation: fc.record({ escalation: id, measure }),
    SettleEscalations: fc.oneof(
      fc.record({ clock: fc.constantFrom('k1', 'k2', null), causedBy: fc.constant('x') }), fc.record({ clock: fc.constantFrom('k1', 'k2'), only: fc.constant('warning'), causedBy: fc.constant('x') }),
      fc.record({ clock: fc.constant(null), conditions: fc.constantFrom(['ownerless'], ['noMovement']), order: fc.constantFrom(0, 1), causedBy: fc.constant('x') })),
    AcknowledgeEscalation: fc.record({ escalation: id }), AnswerEscalation: fc.record({ escalation: id, answer: fc.constant(text) }), RecordInterview: fc.record({ escalation: id, attended: fc.boolean(), record: fc.constant(text) }),
    SendReminder: hand('reminder'), IssueWrittenNotice: hand('writtenNotice'), ConveneInterview: hand('interview'), IssueCriticism: hand('criticism'),
    ListForSupervision: fc.constant({ reason: text }), DelistFromSupervision: fc.record({ solved: fc.boolean(), unpaid: fc.constantFrom(0, 0, 1) }),
    ProposeSupervision: fc.constant({ flag: 'majorSupervision' }), AnswerSupervision: fc.constant({ answer: text }),
  };
  const types = Object.keys(facts) as EscalationCommand['type'][];
  const command = fc.constantFrom(...types).chain((type) => fc.tuple(facts[type], fc.integer({ min: 0, max: 6 })).map(([rest, wait]) => ({ ...rest, type, by: 'supervisor:a', wait })));
  const given = (of: unknown, due: string): object => ({ measure: of, addressee: 'unitHead', unit: null, division: '439901', answerDue: of === 'warning' ? null : due, next: null });
  const rows = fc.array(command, { maxLength: 50, size: 'max' }).map((row) => row.map(({ wait, ...each }, n) => ({
    ...each, at: at(n * 3), ...(each.type === 'ListForSupervision' && { answerDue: at(n * 3 + wait) }), ...('measure' in each && { given: given(each.measure, at(n * 3 + wait)) }),
  }) as unknown as EscalationCommand));

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => {
    searchUntilDone<EscalationCommand>(types, (seen, drawn) => fc.assert(fc.property(rows, (row) => seen(follow(escalation, law, ['NOT_SOLVED', 'ANSWER_NOT_YET_DUE', 'ANSWER_DUE_PASSED', 'NOT_AN_INTERVIEW'], row))), { numRuns: 500, ...drawn }));
  });
});
