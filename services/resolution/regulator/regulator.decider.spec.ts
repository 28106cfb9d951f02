import type { RegulatorEvent } from '#libs/contracts/project.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { regulator } from './regulator.decider.js';

const given = specify(regulator);
const by = 'inspector:1';
const on = (day: number): string => `2026-04-${String(day).padStart(2, '0')}T09:00:00+08:00`;
const asked = (department: string, more = {}): RegulatorEvent => ({ type: 'RegulatorAsked', at: on(1), order: 0, department, division: '439901', subject: 'supervision', by, ...more });
const answered: RegulatorEvent = { type: 'RegulatorAnswered', at: on(6), order: 0, department: 'housingDept', action: 'supervised', project: null, reply: null, by };
const ask = { type: 'AskRegulator', at: on(1), by, order: 0, department: 'housingDept', subject: 'supervision', division: '439901' } as const;
const answer = { type: 'AnswerRegulator', at: on(6), by, order: 0, department: 'housingDept', action: 'supervised' } as const;

describe('The regulators of a case', () => {
  it('are asked again by a person after they answered', () => given(asked('housingDept'), answered).when({ ...ask, at: on(8), subject: 'projectFile' }).then(asked('housingDept', { at: on(8), subject: 'projectFile' })));
  it('answer for themselves, and for each order apart', () => {
    given(asked('housingDept'), asked('waterDept')).when(answer).then(answered);
    given(asked('housingDept'), asked('housingDept', { order: 1 }), answered).when({ ...answer, order: 1 }).then({ ...answered, order: 1 } as RegulatorEvent);
  });

  takesEffectOnce(regulator, { AskRegulator: [[], ask], AnswerRegulator: [[asked('housingDept')], answer] });

  refusesWith(regulator, [
    ['REGULATOR_NOT_ASKED', [], 'AnswerRegulator'],
    ['REGULATOR_NOT_ASKED', [asked('waterDept')], answer],
    ['REGULATOR_NOT_ASKED', [asked('housingDept'), answered], { ...answer, action: 'notCompetent' }],
    ['REGULATOR_ALREADY_ASKED', [asked('housingDept')], { ...ask, subject: 'projectFile' }],
    ['FACT_OUT_OF_ORDER', [asked('housingDept')], { ...answer, at: '2026-03-31T09:00:00+08:00' }],
  ]);
});
