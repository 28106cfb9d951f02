import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { ArbitrationCommand, Steps, Unfit } from './arbitration.commands.js';
import { may } from './arbitration.guards.js';
import { refuse } from './arbitration.refusals.js';
import { checkSide } from './arbitration.service.js';
import type { Arbitration } from './arbitration.state.js';

/** Who hears the case, and who may not. */
export const tribunal: Steps<'FormPanel' | 'RequestRecusal' | 'RuleOnRecusal'> = {
  FormPanel(command, state) {
    const arbitrators = [...command.arbitrators];
    if (arbitrators.length > 0 && String([...arbitrators].sort()) === String([...state.panel].sort())) return [];
    ensure(may, command, state); // Another panel replaces the first: LDMA 33 lets an arbitrator withdraw.
    if (new Set(arbitrators).size < arbitrators.length) throw refuse('ARBITRATOR_NAMED_TWICE');
    checkSize(arbitrators.length, state);
    checkFit(command, state);
    inOrder(dayOf(command.at), state.since);
    const { presiding, proposed, overrideReason } = command;
    if (presiding && !arbitrators.includes(presiding)) throw refuse('PRESIDING_NOT_ON_THE_PANEL');
    return [{ type: 'PanelFormed', at: command.at, arbitrators, ...(presiding && { presiding }), ...(proposed && { proposed: [...proposed] }), ...(overrideReason && { overrideReason }), by: command.by }];
  },
  RequestRecusal(command, state) {
    const { at, arbitrator, party, ground, reason, by } = command;
    if (state.recusals[arbitrator] === 'asked') return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    checkSide(party, by);
    if (!state.panel.includes(arbitrator)) throw refuse('NOT_ON_THE_PANEL');
    if (party !== 'self' && state.heard && state.hearing?.held) throw refuse('RECUSAL_TOO_LATE'); // An arbitrator's own duty to withdraw has no such end.
    return [{ type: 'RecusalRequested', at, arbitrator, party, ground, reason: reason ?? null, by }];
  },
  RuleOnRecusal(command, state) {
    const { at, arbitrator, granted, by } = command;
    const standing = state.recusals[arbitrator];
    if (standing === (granted ? 'granted' : 'refused')) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    if (standing !== 'asked') throw refuse('RECUSAL_NOT_REQUESTED_OF');
    return [{ type: 'RecusalRuled', at, arbitrator, granted, by }];
  },
};

const WHY = { conflict: 'ARBITRATOR_CONFLICTED', left: 'ARBITRATOR_NOT_REGISTERED', away: 'ARBITRATOR_AWAY' } as const satisfies Record<Unfit, string>;

/** LDMA 33, and the register where the division keeps one; another choice than the fair one has its reason. */
function checkFit({ arbitrators, unfit = [], proposed, overrideReason }: Extract<ArbitrationCommand, { type: 'FormPanel' }>, { recusals }: Arbitration): void {
  const recused = arbitrators.find((one) => recusals[one] === 'granted');
  if (recused !== undefined) throw refuse('ARBITRATOR_RECUSED', { arbitrator: recused });
  const wrong = unfit.find(({ arbitrator }) => arbitrators.includes(arbitrator));
  if (wrong) throw refuse(WHY[wrong.why], { arbitrator: wrong.arbitrator });
  const fair = proposed?.slice(0, arbitrators.length).map(({ arbitrator }) => arbitrator);
  if (fair && !overrideReason && String([...arbitrators].sort()) !== String([...fair].sort())) throw refuse('OVERRIDE_NEEDS_REASON', { proposed: fair });
}

/** LDMA 31; CHR 56, 62: a collective dispute takes three even where it is simplified. */
function checkSize(size: number, state: Arbitration): void {
  if (state.collective) {
    if (size !== 3) throw refuse('THREE_ARBITRATORS', { arbitrators: size });
  } else if (state.simplified) {
    if (size !== 1) throw refuse('ONE_ARBITRATOR', { arbitrators: size });
  } else if (size !== 1 && size !== 3) {
    throw refuse('ONE_OR_THREE_ARBITRATORS', { arbitrators: size });
  }
}
