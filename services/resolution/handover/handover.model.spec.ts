import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { someFen, someOrder, someText } from '../any-order.js';
import { at, obeys } from '../random-commands.js';
import type { HandoverCommand } from './handover.commands.js';
import { handover } from './handover.decider.js';

type Before = Past<HandoverCommand>;

/** What happened to the legal aid of one order since its last application, in its turn. */
const aid = (order: number, past: Before): readonly HandoverCommand[] => {
  const all = past.done.filter((each) => each.order === order && (!('procedure' in each) || each.procedure === 'legalAid'));
  return all.slice(Math.max(0, all.map(({ type }) => type).lastIndexOf('ApplyForProcedure')));
};
const applied = (order: number, past: Before): boolean => past.done.some((each) => each.order === order && 'procedure' in each && each.procedure === 'legalAid' && (each.type === 'ApplyForProcedure' || each.type === 'HandOver'));
const had = (order: number, past: Before, ...types: readonly HandoverCommand['type'][]): boolean => aid(order, past).some(({ type }) => types.includes(type));
const ever = (order: number, past: Before, type: HandoverCommand['type']): boolean => past.done.some((each) => each.order === order && each.type === type);

/** LAL 43, 44, 49; SAR 48; the fixed conclusions of a clue. What every department's own procedure is, the pack says, not this model. */
const law: Law<HandoverCommand> = {
  HandOver: () => undefined,
  ApplyForProcedure: () => undefined,
  AcceptProcedure: () => undefined,
  GiveRelief: ({ order }, past) => (ever(order, past, 'GiveRelief') ? false : ['ReliefGiven']), // Relief first, papers later.
  CompleteReliefPapers: ({ order }, past) => (ever(order, past, 'GiveRelief') && !ever(order, past, 'CompleteReliefPapers') ? ['ReliefPapersCompleted'] : false),
  GrantLegalAid: ({ order }, past) => (!applied(order, past) || had(order, past, 'GrantLegalAid') ? false : undefined),
  RefuseLegalAid: ({ order }, past) => (!applied(order, past) ? false : undefined),
  HelpFirst: ({ order }, past) => (!applied(order, past) || had(order, past, 'HelpFirst') ? false : undefined),
  ObjectToAidRefusal: ({ order }, past) => (had(order, past, 'RefuseLegalAid') ? undefined : false),
  ReviewAidRefusal: ({ order }, past) => (had(order, past, 'ObjectToAidRefusal') && !had(order, past, 'ReviewAidRefusal') ? true : false),
  AssignLawyer: ({ order }, past) => (had(order, past, 'GrantLegalAid') && !had(order, past, 'AssignLawyer') ? undefined : false),
  VerifyClue: ({ order }, past) => (ever(order, past, 'VerifyClue') ? false : ['ClueVerified']),
  ConcludeMatter: ({ order, procedure }, past) => (procedure === 'relief' && ever(order, past, 'GiveRelief') && !ever(order, past, 'CompleteReliefPapers') ? false : undefined),
  RefuseProcedure: () => undefined,
  ForwardProcedure: () => undefined,
  ReturnProcedure: ({ order, procedure }, past) => (past.all('ForwardProcedure').some((each) => each.order === order && each.procedure === procedure) ? undefined : false),
  RequestMaterials: () => undefined,
  ReceiveMaterials: ({ order, procedure }, past) => (past.all('RequestMaterials').some((each) => each.order === order && each.procedure === procedure) ? undefined : false),
  ExtendProcedure: () => undefined,
  SuspendProcedure: () => undefined,
  ResumeProcedure: ({ order, procedure }, past) => (past.all('SuspendProcedure').some((each) => each.order === order && each.procedure === procedure) ? undefined : false),
  ChallengeProcedure: ({ order, procedure }, past) => ([...past.all('ConcludeMatter'), ...past.all('RefuseProcedure')].some((each) => each.order === order && each.procedure === procedure) ? undefined : false),
};

describe('Hand-over against the law', () => {
  const by = 'officer:a';
  const order = 0;
  const one = { order, procedure: 'legalAid' as const };
  const applying: HandoverCommand = { type: 'ApplyForProcedure', at: at(0), by, ...one };
  const refusing: readonly HandoverCommand[] = [applying, { type: 'HelpFirst', at: at(1), by, order, ground: 'limitEnds' }, { type: 'RefuseLegalAid', at: at(5), by, order, ground: 'a' }, { type: 'ObjectToAidRefusal', at: at(6), by, order }, { type: 'ReviewAidRefusal', at: at(9), by, order, upheld: true }];
  const granting: readonly HandoverCommand[] = [
    applying, { type: 'GrantLegalAid', at: at(5), by, order }, { type: 'AssignLawyer', at: at(7), by, order }, { type: 'SuspendProcedure', at: at(8), by, ...one, reason: 'a' }, { type: 'ResumeProcedure', at: at(9), by, ...one },
    { type: 'ConcludeMatter', at: at(40), by, ...one, result: 'a' }, { type: 'ChallengeProcedure', at: at(41), by, ...one, route: 'lawsuit' },
  ];
  const passing: readonly HandoverCommand[] = [applying, { type: 'RequestMaterials', at: at(1), by, ...one, gaps: ['a'] }, { type: 'ReceiveMaterials', at: at(2), by, ...one }, { type: 'ForwardProcedure', at: at(3), by, ...one, department: 'a' }, { type: 'ReturnProcedure', at: at(4), by, ...one, ground: 'a' }];
  const oneOrder = fc.record({ order: someOrder });
  const matter = { order: someOrder, procedure: fc.constantFrom('legalAid' as const, 'relief' as const, 'general' as const) };

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(handover, law, {
    HandOver: fc.record({ order: someOrder, department: someText, division: someText, role: fc.constantFrom('lead' as const, 'assist' as const), procedure: matter.procedure }),
    ApplyForProcedure: fc.record(matter), AcceptProcedure: fc.record(matter), GiveRelief: fc.record({ order: someOrder, amount: someFen }), CompleteReliefPapers: oneOrder, GrantLegalAid: oneOrder,
    RefuseLegalAid: fc.record({ order: someOrder, ground: someText }), HelpFirst: fc.record({ order: someOrder, ground: fc.constantFrom('limitEnds' as const, 'preservation' as const) }), ObjectToAidRefusal: oneOrder,
    ReviewAidRefusal: fc.record({ order: someOrder, upheld: fc.boolean() }), AssignLawyer: oneOrder, VerifyClue: fc.record({ order: someOrder, conclusion: someText }), ConcludeMatter: fc.record({ ...matter, result: someText }),
    RefuseProcedure: fc.record({ ...matter, ground: someText }), ForwardProcedure: fc.record({ ...matter, department: someText }), ReturnProcedure: fc.record({ ...matter, ground: someText }),
    RequestMaterials: fc.record({ ...matter, gaps: fc.constant(['a']) }), ReceiveMaterials: fc.record(matter), ExtendProcedure: fc.record({ ...matter, days: fc.constantFrom(15, 30), reason: someText, approvedBy: someText }),
    SuspendProcedure: fc.record({ ...matter, reason: someText }), ResumeProcedure: fc.record(matter), ChallengeProcedure: fc.record({ ...matter, route: fc.constantFrom('lawsuit' as const, 'reconsideration' as const) }),
  }, [refusing, granting, passing], [ // A guard sees every matter of the case, a command names one.
    'MATTER_NOT_HANDED_OVER', 'MATTER_CONCLUDED', 'MATTER_CONCLUDED_OTHERWISE', 'NOTHING_TO_ACCEPT', 'RELIEF_ALREADY_GIVEN', 'RELIEF_NOT_GIVEN', 'RELIEF_PAPERS_OUTSTANDING', 'LEGAL_AID_NOT_APPLIED', 'LEGAL_AID_UNDECIDED',
    'LEGAL_AID_NOT_GRANTED', 'CLUE_VERIFIED_OTHERWISE', 'AID_NOT_REFUSED', 'AID_REFUSAL_NOT_OBJECTED', 'NOT_FORWARDED', 'MATERIALS_ALREADY_REQUESTED', 'MATERIALS_NOT_REQUESTED', 'NOTHING_TO_SUSPEND', 'PROCEDURE_NOT_SUSPENDED', 'NO_RESULT_TO_CHALLENGE',
  ]));
});
