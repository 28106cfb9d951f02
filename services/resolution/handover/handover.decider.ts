import type { HandoverEvent, Procedure } from '#libs/contracts/resolution.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { ensure, never } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './handover.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
interface OnOrder extends Given {
  readonly order: number;
}

export type HandoverCommand =
  /** `procedure` absent: as it was before for this order, else general. */
  | OnOrder & { readonly type: 'HandOver'; readonly department: string; readonly division: string; readonly role: 'lead' | 'assist'; readonly procedure?: Procedure | undefined }
  | OnOrder & { readonly type: 'ApplyForProcedure'; readonly procedure: Procedure }
  | OnOrder & { readonly type: 'AcceptProcedure'; readonly procedure: Procedure }
  | OnOrder & { readonly type: 'GiveRelief'; readonly amount: number }
  | OnOrder & { readonly type: 'CompleteReliefPapers' }
  | OnOrder & { readonly type: 'GrantLegalAid' }
  | OnOrder & { readonly type: 'RefuseLegalAid'; readonly ground: string }
  | OnOrder & { readonly type: 'AssignLawyer' }
  | OnOrder & { readonly type: 'VerifyClue'; readonly conclusion: string }
  | OnOrder & { readonly type: 'ConcludeMatter'; readonly procedure: Procedure; readonly result: string; readonly reply?: Sealed | null | undefined };

interface Matter {
  readonly order: number;
  readonly procedure: Procedure;
  readonly role: 'lead' | 'assist';
  /** The body that has it; undefined where a person applied without an order. */
  readonly holder: string | undefined;
  readonly step: 'handedOver' | 'applied' | 'accepted' | 'concluded';
  readonly since: Day;
  readonly result: string | undefined;
  readonly relief: { readonly amount: number; readonly papers: boolean } | undefined;
  readonly aid: 'undecided' | 'granted' | 'refused';
  readonly lawyer: boolean;
}

interface Handover {
  /** By order and procedure: legal aid may stand beside the matter it helps with. */
  readonly matters: Readonly<Record<string, Matter>>;
  readonly clues: Readonly<Record<number, string>>;
}

type Steps = { readonly [T in HandoverCommand['type']]: (command: Extract<HandoverCommand, { readonly type: T }>, state: Handover) => readonly HandoverEvent[] };

const initial: Handover = { matters: {}, clues: {} };

/** What a person may apply for at any time, order or none: aid (LAL 41), relief (SAR 47), a petition. */
const OPEN_TO_ALL: readonly Procedure[] = ['legalAid', 'relief', 'petition'];

const may = {
  AcceptProcedure: (state: Handover) => where(state, (matter) => matter.step === 'handedOver' || matter.step === 'applied', () => refuse('NOTHING_TO_ACCEPT')),
  CompleteReliefPapers: (state: Handover) => where(state, (matter) => matter.relief?.papers === false, () => refuse('RELIEF_NOT_GIVEN')),
  GrantLegalAid: (state: Handover) => where(state, undecided, () => refuse('LEGAL_AID_NOT_APPLIED')),
  RefuseLegalAid: (state: Handover) => where(state, undecided, () => refuse('LEGAL_AID_NOT_APPLIED')),
  AssignLawyer: (state: Handover) => where(state, (matter) => matter.aid === 'granted' && !matter.lawyer, () => refuse(some(state, (matter) => matter.lawyer) ? 'LAWYER_ALREADY_ASSIGNED' : 'LEGAL_AID_NOT_GRANTED')),
  ConcludeMatter: (state: Handover) => where(state, (matter) => matter.step !== 'concluded', () => refuse('NO_OPEN_MATTER')),
};

export const handover: Decider<Handover, HandoverCommand, HandoverEvent> = { initial, decide, evolve, may };

const steps: Steps = {
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
    return [{ type: 'ProcedureApplied', at, order, procedure, by }];
  },
  AcceptProcedure(command, state) {
    const { at, order, procedure, by } = command;
    if (state.matters[key(order, procedure)]?.step === 'accepted') return [];
    ensure(may, command, state);
    const matter = open(state, order, procedure);
    inOrder(dayOf(at), matter.step === 'applied' ? matter.since : undefined);
    return [{ type: 'ProcedureAccepted', at, order, procedure, by }];
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
  AssignLawyer(command, state) {
    const matter = state.matters[key(command.order, 'legalAid')];
    if (matter?.lawyer) return [];
    ensure(may, command, state);
    if (matter?.aid !== 'granted') throw refuse('LEGAL_AID_NOT_GRANTED', { order: command.order });
    inOrder(dayOf(command.at), matter.since);
    return [{ type: 'LawyerAssigned', at: command.at, order: command.order, by: command.by }];
  },
  VerifyClue({ at, order, conclusion, by }, state) {
    const known = state.clues[order];
    if (known === conclusion) return [];
    if (known !== undefined) throw refuse('CLUE_VERIFIED_OTHERWISE', { order });
    return [{ type: 'ClueVerified', at, order, conclusion, by }];
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
    return [{ type: 'MatterConcluded', at, order, role: matter.role, procedure, result, reply: command.reply ?? null, by }];
  },
};

function decide(command: HandoverCommand, state: Handover): readonly HandoverEvent[] {
  return (steps[command.type] as (command: HandoverCommand, state: Handover) => readonly HandoverEvent[])(command, state);
}

function evolve(state: Handover, event: HandoverEvent): Handover {
  const since = dayOf(event.at);
  switch (event.type) {
    case 'MatterHandedOver':      return put(state, event.order, event.procedure, since, { holder: holder(event.department, event.division), role: event.role });
    case 'ProcedureApplied':      return put(state, event.order, event.procedure, since, { step: 'applied', since, result: undefined, aid: 'undecided', lawyer: false });
    case 'ProcedureAccepted':     return put(state, event.order, event.procedure, since, { step: 'accepted', since });
    case 'ReliefGiven':           return put(state, event.order, 'relief', since, { relief: { amount: event.amount, papers: false }, since });
    case 'ReliefPapersCompleted': return put(state, event.order, 'relief', since, { relief: { amount: state.matters[key(event.order, 'relief')]?.relief?.amount ?? 0, papers: true }, since });
    case 'LegalAidGranted':       return put(state, event.order, 'legalAid', since, { aid: 'granted', step: 'accepted', since });
    case 'LegalAidRefused':       return put(state, event.order, 'legalAid', since, { aid: 'refused', step: 'accepted', since });
    case 'LawyerAssigned':        return put(state, event.order, 'legalAid', since, { lawyer: true, since });
    case 'ClueVerified':          return { ...state, clues: { ...state.clues, [event.order]: event.conclusion } };
    case 'MatterConcluded':       return put(state, event.order, event.procedure, since, { step: 'concluded', since, result: event.result });
    default:                      return never(event);
  }
}

function put(state: Handover, order: number, procedure: Procedure, since: Day, change: Partial<Matter>): Handover {
  const blank: Matter = { order, procedure, role: 'assist', holder: undefined, step: 'handedOver', since, result: undefined, relief: undefined, aid: 'undecided', lawyer: false };
  return { ...state, matters: { ...state.matters, [key(order, procedure)]: { ...(state.matters[key(order, procedure)] ?? blank), ...change } } };
}

function open(state: Handover, order: number, procedure: Procedure): Matter {
  const matter = state.matters[key(order, procedure)];
  if (!matter) throw refuse('MATTER_NOT_HANDED_OVER', { order, procedure });
  if (matter.step === 'concluded') throw refuse('MATTER_CONCLUDED', { order, procedure });
  return matter;
}

function undecidedAid({ at, order }: OnOrder, state: Handover): void {
  const matter = state.matters[key(order, 'legalAid')];
  if (!matter || !undecided(matter)) throw refuse('LEGAL_AID_NOT_APPLIED', { order });
  inOrder(dayOf(at), matter.step === 'handedOver' ? undefined : matter.since);
}

function undecided(matter: Matter): boolean {
  return matter.procedure === 'legalAid' && matter.aid === 'undecided' && matter.step !== 'concluded';
}

function where(state: Handover, test: (matter: Matter) => boolean, otherwise: () => Refusal): Refusal | undefined {
  return some(state, test) ? undefined : otherwise();
}

function some(state: Handover, test: (matter: Matter) => boolean): boolean {
  return Object.values(state.matters).some(test);
}

function key(order: number, procedure: Procedure): string {
  return `${order} ${procedure}`;
}

function holder(department: string, division: string): string {
  return `${department} ${division}`;
}
