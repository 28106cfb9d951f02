import fc from 'fast-check';
import type { Law } from '#libs/decider/model.js';
import { Past } from '#libs/decider/model.js';
import { someFen, someOrder, someText } from '../any-order.js';
import { at, obeys } from '../random-commands.js';
import type { HandoverCommand } from './handover.commands.js';
import { handover } from './handover.decider.js';

type Before = Past<HandoverCommand>;

/** What happened to the legal aid of one order since its last application, in its turn. */
const aid = (order: number, past: Before): readonly HandoverCommand[] => {
  let since: HandoverCommand[] = [];
  for (const each of past.done) {
    const offer = each.type === 'AcceptOffer' && accepted(past).some((one) => one.offer === each.offer && one.order === order && one.procedure === 'legalAid');
    if (!offer && (!('order' in each) || each.order !== order || ('procedure' in each && each.procedure !== 'legalAid'))) continue;
    const again = each.type === 'ApplyForProcedure' || (offer && since.some(({ type }) => ENDS.includes(type))); // An offer accepted after the end is another application.
    since = again ? [each] : [...since, each];
  }
  return since;
};
const ENDS: readonly string[] = ['ConcludeMatter', 'RefuseProcedure', 'TakeOver'];
const applied = (order: number, past: Before): boolean => past.done.some((each) => 'order' in each && each.order === order && 'procedure' in each && each.procedure === 'legalAid' && (each.type === 'ApplyForProcedure' || each.type === 'HandOver')) || accepted(past).some((each) => each.procedure === 'legalAid' && each.order === order);
const had = (order: number, past: Before, ...types: readonly HandoverCommand['type'][]): boolean => aid(order, past).some(({ type }) => types.includes(type));
const ever = (order: number, past: Before, type: HandoverCommand['type']): boolean => past.done.some((each) => 'order' in each && each.order === order && each.type === type);

const helpOf = ({ order, department, division }: { order: number; department: string; division: string }, past: Before) =>
  past.done.filter((each) => 'department' in each && 'division' in each && each.type !== 'HandOver' && each.order === order && each.department === department && each.division === division);
const helpAsked = (each: { order: number; department: string; division: string }, past: Before): boolean => helpOf(each, past).length > 0 || accepted(past).some((one) => one.procedure === null && one.order === each.order && one.department === each.department && one.division === each.division);
const offersOf = (past: Before) => past.all('MakeOffers').flatMap(({ offers = [] }) => offers);
const accepted = (past: Before) => past.all('AcceptOffer').flatMap(({ offer }) => offersOf(past).filter((each) => each.offer === offer).slice(0, 1));
const isAnswered = (offer: string, past: Before): boolean => [...past.all('AcceptOffer'), ...past.all('DeclineOffer')].some((each) => each.offer === offer);
const waitsForAnswer = (offer: string, past: Before): boolean => offersOf(past).some((each) => each.offer === offer) && !isAnswered(offer, past);
/** What was done for the emergency that runs: another application after an end is about another one. */
function emergency(order: number, past: Before): Before {
  let from = 0;
  let ended = false;
  past.done.forEach((each, n) => {
    if (!('order' in each) || each.order !== order || !('procedure' in each) || each.procedure !== 'relief') return;
    if (each.type === 'ConcludeMatter' || each.type === 'RefuseProcedure') ended = true;
    if (each.type === 'ApplyForProcedure' && ended) from = n, ended = false;
  });
  return new Past(past.done.slice(from));
}
const relieved = (order: number, past: Before): boolean => ever(order, emergency(order, past), 'GiveRelief') || ever(order, emergency(order, past), 'GrantRelief');
const papersLack = (order: number, past: Before): boolean => ever(order, emergency(order, past), 'GiveRelief') && !ever(order, emergency(order, past), 'CompleteReliefPapers');
const papersLapsed = (order: number, past: Before): boolean => ever(order, emergency(order, past), 'LapseReliefPapers');

/** LAL 43, 44, 49; SAR 48; the fixed conclusions of a clue. What every department's own procedure is, the pack says, not this model. */
const law: Law<HandoverCommand> = {
  HandOver: () => undefined,
  ApplyForProcedure: () => undefined,
  AcceptProcedure: () => undefined,
  GiveRelief: ({ order }, past) => (relieved(order, past) ? false : ['ReliefGiven']), // Relief first, papers later.
  GrantRelief: ({ order }, past) => (relieved(order, past) || !past.all('AcceptProcedure').some((each) => each.order === order && each.procedure === 'relief') ? false : undefined), // Without haste: after the audit.
  LapseReliefPapers: ({ order }, past) => (papersLack(order, past) && !papersLapsed(order, past) ? ['ReliefPapersLapsed'] : false),
  EscortToStation: ({ order, escort, vulnerable }, past) => (ever(order, emergency(order, past), 'EscortToStation') || (vulnerable && escort === 'none') ? false : undefined),
  NoteProgress: ({ order, procedure, at: on }, past) => (past.all('NoteProgress').some((each) => each.order === order && each.procedure === procedure && each.at === on) ? false : undefined),
  TakeOver: ({ order }, past) => (past.all('HandOver').some((each) => each.order === order && each.role === 'lead') ? undefined : false),
  RequestAssistance: (each, past) => (helpAsked(each, past) ? false : ['AssistanceRequested']),
  AcceptAssistance: (each, past) => (helpAsked(each, past) && !helpOf(each, past).some(({ type }) => type !== 'RequestAssistance') ? ['AssistanceAccepted'] : false),
  ContributeAssistance: (each, past) => {
    if (!helpAsked(each, past) || helpOf(each, past).some(({ type }) => type === 'DeclineAssistance')) return false;
    return helpOf(each, past).some(({ type, at: on }) => type === 'ContributeAssistance' && on === each.at) ? false : ['AssistanceContributed'];
  },
  DeclineAssistance: (each, past) => (helpAsked(each, past) && !helpOf(each, past).some(({ type }) => type === 'ContributeAssistance' || type === 'DeclineAssistance') ? ['AssistanceDeclined'] : false),
  MakeOffers: ({ offers = [] }, past) => (offers.some(({ offer }) => !offersOf(past).some((each) => each.offer === offer)) ? undefined : false),
  AcceptOffer: ({ offer }, past) => (waitsForAnswer(offer, past) ? true : false), // What was offered by itself is answered once.
  DeclineOffer: ({ offer }, past) => (waitsForAnswer(offer, past) ? ['OfferDeclined'] : false),
  CompleteReliefPapers: ({ order }, past) => (papersLack(order, past) ? ['ReliefPapersCompleted'] : false),
  GrantLegalAid: ({ order }, past) => (!applied(order, past) || had(order, past, 'GrantLegalAid') ? false : undefined),
  RefuseLegalAid: ({ order }, past) => (!applied(order, past) ? false : undefined),
  HelpFirst: ({ order }, past) => (!applied(order, past) || had(order, past, 'HelpFirst') ? false : undefined),
  ObjectToAidRefusal: ({ order }, past) => (had(order, past, 'RefuseLegalAid') ? undefined : false),
  ReviewAidRefusal: ({ order }, past) => (had(order, past, 'ObjectToAidRefusal') && !had(order, past, 'ReviewAidRefusal') ? true : false),
  AssignLawyer: ({ order }, past) => (had(order, past, 'GrantLegalAid') && !had(order, past, 'AssignLawyer') ? undefined : false),
  VerifyClue: ({ order }, past) => (ever(order, past, 'VerifyClue') ? false : ['ClueVerified']),
  ConcludeMatter: ({ order, procedure, result }, past) => {
    const outstanding = procedure === 'relief' && papersLack(order, past);
    return outstanding && !(papersLapsed(order, past) && result === 'papersMissing') ? false : undefined;
  },
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
  const asked = { order, department: 'a', division: 'a' };
  const helping: readonly HandoverCommand[] = [
    { type: 'RequestAssistance', at: at(0), by, ...asked }, { type: 'AcceptAssistance', at: at(1), by, ...asked }, { type: 'ContributeAssistance', at: at(2), by, ...asked },
    { type: 'MakeOffers', at: at(3), by, offers: [{ ...asked, offer: 'a', procedure: 'legalAid', source: 'a' }] }, { type: 'AcceptOffer', at: at(4), by, offer: 'a' }, { type: 'GrantLegalAid', at: at(5), by, order },
    { type: 'RequestAssistance', at: at(6), by, ...asked, division: 'b' }, { type: 'DeclineAssistance', at: at(7), by, ...asked, division: 'b', ground: 'a' },
  ];
  const onRelief = { order, procedure: 'relief' as const };
  const relieving: readonly HandoverCommand[] = [{ type: 'ApplyForProcedure', at: at(0), by, ...onRelief }, { type: 'AcceptProcedure', at: at(1), by, ...onRelief }, { type: 'EscortToStation', at: at(1), by, order, escort: 'police', vulnerable: 'ill' }, { type: 'GrantRelief', at: at(5), by, order, amount: 1 }];
  const first: readonly HandoverCommand[] = [{ type: 'GiveRelief', at: at(0), by, order, amount: 1 }, { type: 'LapseReliefPapers', at: at(15), by, order }, { type: 'ConcludeMatter', at: at(16), by, ...onRelief, result: 'papersMissing' }];
  const place = fc.constantFrom('a', 'b');
  const oneHelp = { order: someOrder, department: place, division: place };
  const oneOffer = fc.record({ offer: place });
  const oneOrder = fc.record({ order: someOrder });
  const matter = { order: someOrder, procedure: fc.constantFrom('legalAid' as const, 'relief' as const, 'general' as const) };

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(handover, law, {
    HandOver: fc.record({ order: someOrder, department: someText, division: someText, role: fc.constantFrom('lead' as const, 'assist' as const), procedure: matter.procedure }),
    ApplyForProcedure: fc.record(matter), AcceptProcedure: fc.record(matter), GiveRelief: fc.record({ order: someOrder, amount: someFen }), CompleteReliefPapers: oneOrder, GrantLegalAid: oneOrder,
    RefuseLegalAid: fc.record({ order: someOrder, ground: someText }), HelpFirst: fc.record({ order: someOrder, ground: fc.constantFrom('limitEnds' as const, 'preservation' as const) }), ObjectToAidRefusal: oneOrder,
    ReviewAidRefusal: fc.record({ order: someOrder, upheld: fc.boolean() }), AssignLawyer: oneOrder, VerifyClue: fc.record({ order: someOrder, conclusion: someText }), ConcludeMatter: fc.record({ ...matter, result: fc.constantFrom('a', 'papersMissing') }),
    RefuseProcedure: fc.record({ ...matter, ground: someText }), ForwardProcedure: fc.record({ ...matter, department: someText }), ReturnProcedure: fc.record({ ...matter, ground: someText }),
    RequestMaterials: fc.record({ ...matter, gaps: fc.constant(['a']) }), ReceiveMaterials: fc.record(matter), ExtendProcedure: fc.record({ ...matter, days: fc.constantFrom(15, 30), reason: someText, approvedBy: someText }),
    SuspendProcedure: fc.record({ ...matter, reason: someText }), ResumeProcedure: fc.record(matter), ChallengeProcedure: fc.record({ ...matter, route: fc.constantFrom('lawsuit' as const, 'reconsideration' as const) }),
    TakeOver: oneOrder, GrantRelief: fc.record({ order: someOrder, amount: someFen }), LapseReliefPapers: oneOrder, NoteProgress: fc.record(matter),
    EscortToStation: fc.record({ order: someOrder, escort: fc.constantFrom('police' as const, 'none' as const), vulnerable: fc.option(fc.constant('ill' as const)) }),
    RequestAssistance: fc.record(oneHelp), AcceptAssistance: fc.record(oneHelp), ContributeAssistance: fc.record(oneHelp), DeclineAssistance: fc.record({ ...oneHelp, ground: someText }),
    MakeOffers: fc.record({ offers: fc.array(fc.record({ ...oneHelp, offer: place, procedure: fc.constantFrom('legalAid' as const, 'relief' as const, null), source: someText }), { maxLength: 2 }) }), AcceptOffer: oneOffer, DeclineOffer: oneOffer,
  }, [refusing, granting, passing, helping, relieving, first], ['ASSISTANCE_NOT_REQUESTED', 'OFFER_UNKNOWN', 'RELIEF_NOT_AUDITED', 'NO_OPEN_MATTER', // A guard sees every matter of the case, a command names one.
    'MATTER_NOT_HANDED_OVER', 'MATTER_CONCLUDED', 'MATTER_CONCLUDED_OTHERWISE', 'NOTHING_TO_ACCEPT', 'RELIEF_ALREADY_GIVEN', 'RELIEF_NOT_GIVEN', 'RELIEF_PAPERS_OUTSTANDING', 'LEGAL_AID_NOT_APPLIED', 'LEGAL_AID_UNDECIDED',
    'LEGAL_AID_NOT_GRANTED', 'CLUE_VERIFIED_OTHERWISE', 'AID_NOT_REFUSED', 'AID_REFUSAL_NOT_OBJECTED', 'NOT_FORWARDED', 'MATERIALS_ALREADY_REQUESTED', 'MATERIALS_NOT_REQUESTED', 'NOTHING_TO_SUSPEND', 'PROCEDURE_NOT_SUSPENDED', 'NO_RESULT_TO_CHALLENGE',
  ]));
});
