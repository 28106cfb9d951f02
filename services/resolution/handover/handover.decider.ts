import type { ClueFacts, HandoverEvent, Procedure } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { CourseCommand, HandoverCommand, OnOrder, Step, Steps } from './handover.commands.js';
import { course, mayCourse } from './handover.course.js';
import { refuse } from './handover.refusals.js';
import type { Handover } from './handover.state.js';
import { evolve, holder, initial, key, open, some, undecided, where } from './handover.state.js';

/** What a person may apply for at any time, order or none: aid (LAL 41), relief (SAR 47), a petition. */
const OPEN_TO_ALL: readonly Procedure[] = ['legalAid', 'relief', 'petition'];

const may = {
  AcceptProcedure: (state: Handover) => where(state, (matter) => matter.step === 'handedOver' || matter.step === 'applied', () => refuse('NOTHING_TO_ACCEPT')),
  CompleteReliefPapers: (state: Handover) => where(state, (matter) => matter.relief?.papers === false, () => refuse('RELIEF_NOT_GIVEN')),
  GrantLegalAid: (state: Handover) => where(state, undecided, () => refuse('LEGAL_AID_NOT_APPLIED')),
  RefuseLegalAid: (state: Handover) => where(state, undecided, () => refuse('LEGAL_AID_NOT_APPLIED')),
  AssignLawyer: (state: Handover) => where(state, (matter) => matter.aid === 'granted' && !matter.lawyer, () => refuse(some(state, (matter) => matter.lawyer) ? 'LAWYER_ALREADY_ASSIGNED' : 'LEGAL_AID_NOT_GRANTED')),
  HelpFirst: (state: Handover) => where(state, (matter) => undecided(matter) && !matter.helpedFirst, () => refuse('LEGAL_AID_NOT_APPLIED')),
  ObjectToAidRefusal: (state: Handover) => where(state, (matter) => matter.aid === 'refused' && matter.objection === 'none', () => refuse('AID_NOT_REFUSED')),
  ReviewAidRefusal: (state: Handover) => where(state, (matter) => matter.objection === 'made', () => refuse('AID_REFUSAL_NOT_OBJECTED')),
  ...mayCourse,
  ConcludeMatter: (state: Handover) => where(state, (matter) => matter.step !== 'concluded', () => refuse('NO_OPEN_MATTER')),
};

export type { HandoverCommand } from './handover.commands.js';
export const handover: Decider<Handover, HandoverCommand, HandoverEvent> = { initial, decide, evolve, may };

const own: Steps<Exclude<HandoverCommand['type'], CourseCommand['type']>> = {
  HandOver({ at, order, department, division, role, procedure: wanted }, state) {
    const before = Object.values(state.matters).find((matter) => matter.order === order && matter.role === role && matter.holder !== undefined);
    const procedure = wanted ?? before?.procedure ?? 'general';
    const known = state.matters[key(order, procedure)];
    if (known && (known.holder === holder(department, division) || known.step === 'concluded')) return [];
    return [{ type: 'MatterHandedOver', at, order, role, department, division, procedure }];
  },
  ApplyForProcedure(command, state) {
    const { at, order, procedure, by } = command;
    const known = state.matters[key(order, procedure)];
    if (known?.step === 'applied' || (known?.step === 'accepted' && known.aid !== 'refused')) return [];
    const handed = OPEN_TO_ALL.includes(procedure) || some(state, (matter) => matter.order === order);
    if (!handed) throw refuse('MATTER_NOT_HANDED_OVER', { order });
    inOrder(dayOf(at), known?.step === 'concluded' ? known.since : undefined); // An application may have been made before the order came.
    return [{ type: 'ProcedureApplied', at, order, procedure, ...(command.urgent !== undefined && { urgent: command.urgent }), by }];
  },
  AcceptProcedure(command, state) {
    const { at, order, procedure, by } = command;
    if (state.matters[key(order, procedure)]?.step === 'accepted') return [];
    ensure(may, command, state);
    const matter = open(state, order, procedure);
    inOrder(dayOf(at), matter.step === 'applied' ? matter.since : undefined);
    return [{ type: 'ProcedureAccepted', at, order, procedure, ...(command.factsClear !== undefined && { factsClear: command.factsClear }), by }];
  },
  GiveRelief({ at, order, amount, by }, state) {
    const relief = state.matters[key(order, 'relief')]?.relief;
    if (relief?.amount === amount) return [];
    if (relief) throw refuse('RELIEF_ALREADY_GIVEN', { order });
    return [{ type: 'ReliefGiven', at, order, amount, by }]; // Relief first, papers later, wherever the emergency arose: SAR 48.
  },
  CompleteReliefPapers(command, state) {
    const matter = state.matters[key(command.order, 'relief')];
    if (matter?.relief?.papers) return [];
    ensure(may, command, state);
    if (!matter?.relief) throw refuse('RELIEF_NOT_GIVEN', { order: command.order });
    inOrder(dayOf(command.at), matter.since);
    return [{ type: 'ReliefPapersCompleted', at: command.at, order: command.order, by: command.by }];
  },
  GrantLegalAid(command, state) {
    if (state.matters[key(command.order, 'legalAid')]?.aid === 'granted') return [];
    ensure(may, command, state);
    undecidedAid(command, state);
    return [{ type: 'LegalAidGranted', at: command.at, order: command.order, by: command.by }];
  },
  RefuseLegalAid(command, state) {
    if (state.matters[key(command.order, 'legalAid')]?.aid === 'refused') return [];
    ensure(may, command, state);
    undecidedAid(command, state);
    return [{ type: 'LegalAidRefused', at: command.at, order: command.order, ground: command.ground, by: command.by }];
  },
  HelpFirst(command, state) {
    const { at, order, ground, by } = command;
    if (state.matters[key(order, 'legalAid')]?.helpedFirst) return [];
    ensure(may, command, state);
    undecidedAid(command, state);
    return [{ type: 'LegalAidGivenFirst', at, order, ground, by }]; // LAL 44: help first, papers later; the decision still comes.
  },
  ObjectToAidRefusal(command, state) {
    const matter = state.matters[key(command.order, 'legalAid')];
    if (matter?.objection === 'made') return [];
    ensure(may, command, state);
    if (matter?.aid !== 'refused' || matter.objection !== 'none') throw refuse('AID_NOT_REFUSED', { order: command.order });
    inOrder(dayOf(command.at), matter.since);
    return [{ type: 'LegalAidObjected', at: command.at, order: command.order, by: command.by }];
  },
  ReviewAidRefusal(command, state) {
    const { at, order, upheld, by } = command;
    const matter = state.matters[key(order, 'legalAid')];
    if (matter?.objection === (upheld ? 'upheld' : 'dismissed')) return [];
    ensure(may, command, state);
    if (matter?.objection !== 'made') throw refuse('AID_REFUSAL_NOT_OBJECTED', { order });
    inOrder(dayOf(at), matter.since);
    return [{ type: 'LegalAidReviewed', at, order, upheld, by }]; // LAL 49: upheld, the centre decides again; else reconsideration or a suit.
  },
  AssignLawyer(command, state) {
    const matter = state.matters[key(command.order, 'legalAid')];
    if (matter?.lawyer) return [];
    ensure(may, command, state);
    if (matter?.aid !== 'granted') throw refuse('LEGAL_AID_NOT_GRANTED', { order: command.order });
    inOrder(dayOf(command.at), matter.since);
    return [{ type: 'LawyerAssigned', at: command.at, order: command.order, by: command.by }];
  },
  VerifyClue(command, state) {
    const { at, order, conclusion, arrears, resolved, name, by } = command;
    const known = state.clues[order];
    if (known === conclusion) return [];
    if (known !== undefined) throw refuse('CLUE_VERIFIED_OTHERWISE', { order });
    const facts = clueFactsOf(command);
    return [{
      type: 'ClueVerified', at, order, conclusion, ...(arrears !== undefined && { arrears }), ...(resolved !== undefined && { resolved }), ...(name && { name }),
      ...(Object.keys(facts).length > 0 && { facts }), by,
    }];
  },
  ConcludeMatter(command, state) {
    const { at, order, procedure, result, by } = command;
    const known = state.matters[key(order, procedure)];
    if (known?.step === 'concluded') {
      if (known.result === result) return [];
      throw refuse('MATTER_CONCLUDED_OTHERWISE', { order, procedure });
    }
    ensure(may, command, state);
    const matter = open(state, order, procedure);
    if (matter.relief?.papers === false) throw refuse('RELIEF_PAPERS_OUTSTANDING', { order });
    if (undecided(matter)) throw refuse('LEGAL_AID_UNDECIDED', { order });
    inOrder(dayOf(at), matter.step === 'handedOver' ? undefined : matter.since);
    return [{ type: 'MatterConcluded', at, order, role: matter.role, procedure, result, reply: command.reply ?? null, instance: matter.instance, by }];
  },
};

const steps: Steps<HandoverCommand['type']> = { ...own, ...course };

function decide(command: HandoverCommand, state: Handover): readonly HandoverEvent[] {
  return (steps[command.type] as Step<HandoverCommand>)(command, state);
}

/** Of the facts that a conclusion may rest on, those that were said. */
export function clueFactsOf({ amount, workers, division, reference }: ClueFacts): ClueFacts {
  return { ...(amount !== undefined && { amount }), ...(workers !== undefined && { workers }), ...(division !== undefined && { division }), ...(reference !== undefined && { reference }) };
}

function undecidedAid({ at, order }: OnOrder, state: Handover): void {
  const matter = state.matters[key(order, 'legalAid')];
  if (!matter || !undecided(matter)) throw refuse('LEGAL_AID_NOT_APPLIED', { order });
  inOrder(dayOf(at), matter.step === 'handedOver' ? undefined : matter.since);
}
