import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Steps } from './arbitration.commands.js';
import { may } from './arbitration.guards.js';
import { refuse } from './arbitration.refusals.js';
import { checkSide } from './arbitration.service.js';
import type { Arbitration, Issues } from './arbitration.state.js';

/** Element-based adjudication (要素式): each side states the points of the form; what both say alike is not heard. */
export const elements: Steps<'StateElements' | 'FixIssues'> = {
  StateElements(command, state) {
    const { at, party, by } = command;
    const remark = command.remark ?? null;
    const statements = Object.entries(Object.fromEntries(command.statements.map(({ element, value }) => [element, value]))).map(([element, value]) => ({ element, value })); // Said twice, the last word counts.
    const known = state.stated[party];
    if (statements.every(({ element, value }) => known[element] === value) && (!remark || state.remarks.includes(at))) return [];
    ensure(may, command, state);
    checkSide(party, by);
    inOrder(dayOf(at), state.since);
    return [{ type: 'ElementsStated', at, party, statements, remark, by }];
  },
  FixIssues(command, state) {
    const { agreed, disputed } = issuesOf(state);
    if (state.issues && String([state.issues.agreed, '/', state.issues.disputed]) === String([agreed, '/', disputed])) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'IssuesFixed', at: command.at, agreed: [...agreed], disputed: [...disputed], by: command.by }];
  },
};

/** Alike on both sides is agreed; anything else that a side stated is disputed, for silence admits nothing. */
export function issuesOf({ stated: { worker, employer } }: Pick<Arbitration, 'stated'>): Issues {
  const all = [...new Set([...Object.keys(worker), ...Object.keys(employer)])].sort();
  const agreed = all.filter((element) => Object.hasOwn(worker, element) && worker[element] === employer[element]);
  return { agreed, disputed: all.filter((element) => !agreed.includes(element)) };
}

/** Refuses to rest a partial award on a point that is in dispute. */
export function checkAgreed(cited: readonly string[], { issues }: Arbitration): void {
  const open = cited.filter((element) => !issues?.agreed.includes(element));
  if (open.length > 0) throw refuse('ELEMENT_NOT_AGREED', { elements: open });
}

export function checkStated(cited: readonly string[], { stated: { worker, employer } }: Arbitration): void {
  const unknown = cited.filter((element) => !Object.hasOwn(worker, element) && !Object.hasOwn(employer, element));
  if (unknown.length > 0) throw refuse('ELEMENT_NOT_STATED', { elements: unknown });
}
