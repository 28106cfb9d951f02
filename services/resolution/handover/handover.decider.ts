import type { ClueFacts, HandoverEvent, Procedure } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { CourseCommand, HandoverCommand, HelpCommand, OnOrder, Step, Steps } from './handover.commands.js';
import { course, mayCourse } from './handover.course.js';
import { help, mayHelp } from './handover.help.js';
import { refuse } from './handover.refusals.js';
import type { Handover, Matter } from './handover.state.js';
import { TAKEN_OVER, evolve, holder, initial, key, open, some, undecided, where } from './handover.state.js';

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
  GrantRelief: (state: Handover) => where(state, audited, () => refuse('RELIEF_NOT_AUDITED')),
  EscortToStation: (state: Handover) => where(state, forStation, () => refuse('MATTER_NOT_HANDED_OVER')),
  NoteProgress: (state: Handover) => where(state, (matter) => matter.step !== 'concluded', () => refuse('NO_OPEN_MATTER')),
  ...mayCourse,
  ...mayHelp,
  ConcludeMatter: (state: Handover) => where(state, (matter) => matter.step !== 'concluded', () => refuse('NO_OPEN_MATTER')),
};

export type { HandoverCommand } from './handover.commands.js';
export const handover: Decider<Handover, HandoverCommand, HandoverEvent> = { initial, decide, evolve, may };

const own: Steps<Exclude<HandoverCommand['type'], (CourseCommand | HelpCommand)['type']>> = {
  HandOver({ at, by, order, department, division, role, procedure: wanted, moved = false }, state) {
    const held = Object.values(state.matters).filter((matter) => matter.order === order && matter.role === role && matter.holder !== undefined);
    const before = held.find(({ step }) => step !== 'concluded') ?? held[0];
    const procedure = wanted ?? before?.procedure ?? 'general';
    const known = state.matters[key(order, procedure)];
    const back = moved && known?.result === TAKEN_OVER; // A person sent the order back: the matter goes on.
    if (known && !back && (known.holder === holder(department, division) || known.step === 'concluded')) return [];
    const left = moved ? led(state, order).filter((matter) => matter.procedure !== procedure) : [];
    return [...left.map((matter) => takenOver(matter, at, by)), { type: 'MatterHandedOver', at, order, role, department, division, procedure }];
  },
  TakeOver({ at, by, order }, state) {
    return led(state, order).map((matter) => takenOver(matter, at, by));
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
  GiveRelief({ at, order, amount, basis, form, by }, state) {
    const relief = state.matters[key(order, 'relief')]?.relief;
    if (relief?.amount === amount) return [];
    if (relief) throw refuse('RELIEF_ALREADY_GIVEN', { order });
    return [{ type: 'ReliefGiven', at, order, amount, ...(basis && { basis }), ...(form && { form }), by }]; // Relief first, papers later, wherever the emergency arose: SAR 48.
  },
  GrantRelief(command, state) {
    const { at, order, amount, by } = command;
    const matter = state.matters[key(order, 'relief')];
    if (matter?.relief?.amount === amount) return [];
    if (matter?.relief) throw refuse('RELIEF_ALREADY_GIVEN', { order });
    ensure(may, command, state);
    if (!matter || !audited(matter)) throw refuse('RELIEF_NOT_AUDITED', { order });
    inOrder(dayOf(at), matter.since);
    return [{ type: 'ReliefGranted', at, order, amount, by }];
  },
  LapseReliefPapers({ at, order }, state) {
    const relief = state.matters[key(order, 'relief')]?.relief;
    return relief && !relief.papers && !relief.lapsed ? [{ type: 'ReliefPapersLapsed', at, order }] : [];
  },
  EscortToStation(command, state) {
    const { at, order, escort, vulnerable = null, by } = command;
    const matter = state.matters[key(order, 'relief')];
    if (matter?.escorted) return [];
    ensure(may, command, state);
    if (!matter || !forStation(matter)) throw refuse('MATTER_NOT_HANDED_OVER', { order });
    if (vulnerable !== null && escort === 'none') throw refuse('ESCORT_REQUIRED', { order });
    return [{ type: 'EscortedToStation', at, order, escort, vulnerable, by }];
  },
  NoteProgress(command, state) {
    const { at, order, procedure, by } = command;
    if (state.matters[key(order, procedure)]?.toldAt.includes(at)) return [];
    ensure(may, command, state);
    open(state, order, procedure);
    return [{ type: 'ProgressNoted', at, order, procedure, note: command.note ?? null, by }];
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
    const { at, order, ground, cause, by } = command;
    if (command.meansExempt && cause === 'means') throw refuse('MEANS_CHECK_EXEMPT', { order }); // LAL 42(三): pay or a work injury.
    return [{ type: 'LegalAidRefused', at, order, ground, ...(cause && { cause }), by }];
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
    const { at, order, lawyer, conflict, by } = command;
    if (matter?.lawyer) return [];
    ensure(may, command, state);
    if (matter?.aid !== 'granted') throw refuse('LEGAL_AID_NOT_GRANTED', { order });
    if (conflict) throw refuse('LAWYER_IN_CONFLICT', { order });
    inOrder(dayOf(at), matter.since);
    return [{ type: 'LawyerAssigned', at, order, ...(lawyer && { lawyer }), by }];
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
    if (matter.relief?.papers === false && !(matter.relief.lapsed && result === 'papersMissing')) throw refuse('RELIEF_PAPERS_OUTSTANDING', { order });
    if (undecided(matter)) throw refuse('LEGAL_AID_UNDECIDED', { order });
    inOrder(dayOf(at), matter.step === 'handedOver' ? undefined : matter.since);
    return [{ type: 'MatterConcluded', at, order, role: matter.role, procedure, result, reply: command.reply ?? null, instance: matter.instance, by }];
  },
};

const steps: Steps<HandoverCommand['type']> = { ...own, ...course, ...help };

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

/** What departments have of an order as its lead. */
function led(state: Handover, order: number): readonly Matter[] {
  return Object.values(state.matters).filter((matter) => matter.order === order && matter.role === 'lead' && matter.holder !== undefined && matter.step !== 'concluded');
}

function takenOver({ order, role, procedure }: Matter, at: string, by: string): HandoverEvent {
  return { type: 'MatterTakenOver', at, order, role, procedure, by };
}

/** The ordinary audit runs: the application was accepted, and nothing was given yet. */
function audited({ procedure, step, relief }: Matter): boolean {
  return procedure === 'relief' && step === 'accepted' && relief === undefined;
}

function forStation({ procedure, step, escorted }: Matter): boolean {
  return procedure === 'relief' && step !== 'concluded' && !escorted;
}
