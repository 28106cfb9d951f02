import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { at, obeys } from '../random-commands.js';
import type { RegulatorCommand } from './regulator.decider.js';
import { regulator } from './regulator.decider.js';

type Before = Past<RegulatorCommand>;
/** Asked last, and not yet answered. */
const open = (order: number, department: string, past: Before): boolean => past.done.filter((each) => each.order === order && each.department === department).at(-1)?.type === 'AskRegulator';

/** WPR 7; P: who is asked answers once, and is asked again only when it has answered. */
const law: Law<RegulatorCommand> = {
  AskRegulator: ({ order, department }, past) => (open(order, department, past) ? false : ['RegulatorAsked']),
  AnswerRegulator: ({ order, department }, past) => (open(order, department, past) ? ['RegulatorAnswered'] : false),
};

describe('Regulators against the law', () => {
  const by = 'officer:a';
  const order = fc.constantFrom(0, 1);
  const department = fc.constantFrom('housingDept', 'waterDept');
  const subject = fc.constantFrom('supervision' as const, 'projectFile' as const);
  const course: readonly RegulatorCommand[] = [{ type: 'AskRegulator', at: at(1), by, order: 0, department: 'waterDept', subject: 'projectFile' }, { type: 'AnswerRegulator', at: at(2), by, order: 0, department: 'waterDept', action: 'fileProvided' }];
  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(regulator, law, {
    AskRegulator: fc.record({ order, department, subject }),
    AnswerRegulator: fc.record({ order, department, action: fc.constantFrom('supervised' as const, 'notCompetent' as const) }),
  }, [course], ['REGULATOR_ALREADY_ASKED', 'REGULATOR_NOT_ASKED']));
});
