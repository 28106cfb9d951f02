import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { at, obeys } from '../random-commands.js';
import type { RegulatorCommand } from './regulator.decider.js';
import { regulator } from './regulator.decider.js';

type Before = Past<RegulatorCommand>;
/** The last that happened between the case and this department; a decision asks only whom nobody has asked before. */
const stands = (order: number, department: string, past: Before): RegulatorCommand['type'] | undefined =>
  past.done.filter((each) => each.order === order).reduce<RegulatorCommand['type'] | undefined>((last, each) => {
    if (each.type === 'AskRegulators') return last ?? (each.departments.includes(department) ? each.type : undefined);
    return each.department === department ? each.type : last;
  }, undefined);
const open = (order: number, department: string, past: Before): boolean => ['AskRegulators', 'AskRegulator'].includes(stands(order, department, past) ?? '');

/** WPR 7; P: who is asked answers once, and is asked again only when it has answered. */
const law: Law<RegulatorCommand> = {
  AskRegulators: ({ order, departments }, past) => departments.some((department) => stands(order, department, past) === undefined),
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
    AskRegulators: fc.record({ order, departments: fc.constantFrom(['housingDept'], ['waterDept', 'housingDept']), division: fc.constant('439901') }), AskRegulator: fc.record({ order, department, subject }),
    AnswerRegulator: fc.record({ order, department, action: fc.constantFrom('supervised' as const, 'notCompetent' as const) }),
  }, [course], ['REGULATOR_ALREADY_ASKED', 'REGULATOR_NOT_ASKED']));
});
