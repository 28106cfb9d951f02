import fc from 'fast-check';
import { explainedTopics } from '#libs/contracts/project.events.js';
import type { Law } from '#libs/decider/model.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { CoordinationCommand } from './coordination.decider.js';
import { coordination } from './coordination.decider.js';

/** The same of one day by one person is one report; a promise lies ahead, and none is left where all is paid. */
describe('Coordination against the law', () => {
  const by = 'coordinator:1';
  const known = (command: CoordinationCommand, done: readonly CoordinationCommand[]): boolean =>
    done.some(({ at: before, ...each }) => { const { at: now, ...asked } = command; return before.slice(0, 10) === now.slice(0, 10) && JSON.stringify(each) === JSON.stringify(asked); });
  const law: Law<CoordinationCommand> = {
    HoldFirstMediation: (command, { done }) => !known(command, done),
    FollowUpPayment: (command, { done }) => (command.promisedBy != null && (command.promisedBy < command.at.slice(0, 10) || command.paid === 'full') ? false : !known(command, done)),
    ExplainRules: (command, { done }) => !known(command, done),
  };
  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(coordination, law, {
    HoldFirstMediation: fc.record({ order: fc.constant(0), agreed: fc.boolean() }), FollowUpPayment: fc.record({ order: fc.constant(0), paid: fc.constantFrom('full' as const, 'part' as const), promisedBy: fc.option(someDay) }),
    ExplainRules: fc.record({ order: fc.constant(0), workers: fc.constantFrom(1, 2), topics: fc.constantFrom([explainedTopics[0]], [explainedTopics[1]]) }),
  }, [[{ type: 'FollowUpPayment', at: at(1), by, order: 0, paid: 'none', promisedBy: day(3) }]]));
});
