import type { HandoverEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { handover } from './handover.decider.js';

const given = specify(handover);
const by = 'officer:1';
const on = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T09:00:00+08:00`;

const handed: HandoverEvent = { type: 'MatterHandedOver', at: on(4), order: 0, role: 'lead', department: 'socialInsuranceAdmin', division: '439901', procedure: 'workInjury' };
const aidAsked: HandoverEvent = { type: 'MatterHandedOver', at: on(4), order: 0, role: 'assist', department: 'legalAidCentre', division: '439901', procedure: 'legalAid' };
const applied: HandoverEvent = { type: 'ProcedureApplied', at: on(8), order: 0, procedure: 'workInjury', by };
const accepted: HandoverEvent = { type: 'ProcedureAccepted', at: on(9), order: 0, procedure: 'workInjury', by };
const concluded: HandoverEvent = { type: 'MatterConcluded', at: on(20), order: 0, role: 'lead', procedure: 'workInjury', result: 'recognised', reply: null, instance: 'first', by };
const relieved: HandoverEvent = { type: 'ReliefGiven', at: on(4), order: 0, amount: 50_000, by };
const papers: HandoverEvent = { type: 'ReliefPapersCompleted', at: on(10), order: 0, by };
const granted: HandoverEvent = { type: 'LegalAidGranted', at: on(6), order: 0, by };
const refusedAid: HandoverEvent = { type: 'LegalAidRefused', at: on(6), order: 0, ground: 'out of scope', by };
const lawyer: HandoverEvent = { type: 'LawyerAssigned', at: on(8), order: 0, by };
const refusedIt: HandoverEvent = { type: 'ProcedureRefused', at: on(9), order: 0, role: 'lead', procedure: 'workInjury', ground: 'no relation', by };
const petitioned: HandoverEvent = { type: 'ProcedureApplied', at: on(4), order: 0, procedure: 'petition', by };
const sentOn: HandoverEvent = { type: 'ProcedureForwarded', at: on(8), order: 0, procedure: 'petition', department: 'housingDept', by };
const sentBack: HandoverEvent = { type: 'ProcedureReturned', at: on(9), order: 0, procedure: 'petition', ground: 'not competent', by };
const missing: HandoverEvent = { type: 'MaterialsRequested', at: on(8), order: 0, procedure: 'workInjury', gaps: ['diagnosis'], by };
const complemented: HandoverEvent = { type: 'MaterialsReceived', at: on(9), order: 0, procedure: 'workInjury', by };
const longer: HandoverEvent = { type: 'ProcedureExtended', at: on(10), order: 0, procedure: 'workInjury', limit: 'decide', days: 30, reason: 'complex', approvedBy: 'head' };
const halted: HandoverEvent = { type: 'ProcedureSuspended', at: on(10), order: 0, procedure: 'workInjury', reason: 'court case', by };
const going: HandoverEvent = { type: 'ProcedureResumed', at: on(15), order: 0, procedure: 'workInjury', by };
const sued: HandoverEvent = { type: 'ProcedureChallenged', at: on(25), order: 0, procedure: 'workInjury', route: 'lawsuit', by };
const helpedFirst: HandoverEvent = { type: 'LegalAidGivenFirst', at: on(4), order: 0, ground: 'limitEnds', by };
const aidObjected: HandoverEvent = { type: 'LegalAidObjected', at: on(8), order: 0, by };
const aidReviewed: HandoverEvent = { type: 'LegalAidReviewed', at: on(10), order: 0, upheld: true, by };
const taken: HandoverEvent = { type: 'MatterTakenOver', at: on(6), order: 0, role: 'lead', procedure: 'workInjury', by: 'process:resolution' };
const reliefAsked: HandoverEvent = { type: 'ProcedureApplied', at: on(4), order: 0, procedure: 'relief', by };
const reliefAudited: HandoverEvent = { type: 'ProcedureAccepted', at: on(5), order: 0, procedure: 'relief', by };
const reliefGranted: HandoverEvent = { type: 'ReliefGranted', at: on(9), order: 0, amount: 50_000, by };
const lapsed: HandoverEvent = { type: 'ReliefPapersLapsed', at: on(19), order: 0 };
const escorted: HandoverEvent = { type: 'EscortedToStation', at: on(4), order: 0, escort: 'police', vulnerable: 'minor', by };
const noted: HandoverEvent = { type: 'ProgressNoted', at: on(10), order: 0, procedure: 'workInjury', note: null, by };
const housing = { order: 0, department: 'housingDept', division: '439902' } as const;
const helpAsked: HandoverEvent = { type: 'AssistanceRequested', at: on(4), ...housing };
const helpTaken: HandoverEvent = { type: 'AssistanceAccepted', at: on(5), ...housing, by };
const helpGiven: HandoverEvent = { type: 'AssistanceContributed', at: on(8), ...housing, note: null, by };
const helpDeclined: HandoverEvent = { type: 'AssistanceDeclined', at: on(8), ...housing, ground: 'no such project', by };
const aidOffer = { order: 0, offer: 'legalAidExempt', procedure: 'legalAid', department: 'legalAidCentre', division: '439901', source: 'LAL 42(三)' } as const;
const fundOffer = { order: 0, offer: 'emergencyFund', procedure: null, department: 'emergencyFundOffice', division: '439901', source: 'WPR 63' } as const;
const offered: HandoverEvent = { type: 'OfferMade', at: on(4), ...aidOffer };
const fundOffered: HandoverEvent = { type: 'OfferMade', at: on(4), ...fundOffer };
const offerTaken: HandoverEvent = { type: 'OfferAccepted', at: on(5), order: 0, offer: 'legalAidExempt', by };
const offerDeclined: HandoverEvent = { type: 'OfferDeclined', at: on(5), order: 0, offer: 'legalAidExempt', by };
const clue: HandoverEvent = { type: 'ClueVerified', at: on(8), order: 0, conclusion: 'trueArrears', by };

const handOver = { type: 'HandOver', at: on(4), by: 'process:resolution', order: 0, role: 'lead', department: 'socialInsuranceAdmin', division: '439901', procedure: 'workInjury' } as const;
const apply = { type: 'ApplyForProcedure', at: on(8), by, order: 0, procedure: 'workInjury' } as const;
const accept = { type: 'AcceptProcedure', at: on(9), by, order: 0, procedure: 'workInjury' } as const;
const give = { type: 'GiveRelief', at: on(4), by, order: 0, amount: 50_000 } as const;
const complete = { type: 'CompleteReliefPapers', at: on(10), by, order: 0 } as const;
const grant = { type: 'GrantLegalAid', at: on(6), by, order: 0 } as const;
const refuseAid = { type: 'RefuseLegalAid', at: on(6), by, order: 0, ground: 'out of scope' } as const;
const assign = { type: 'AssignLawyer', at: on(8), by, order: 0 } as const;
const refuseIt = { type: 'RefuseProcedure', at: on(9), by, order: 0, procedure: 'workInjury', ground: 'no relation' } as const;
const sendOn = { type: 'ForwardProcedure', at: on(8), by, order: 0, procedure: 'petition', department: 'housingDept' } as const;
const sendBack = { type: 'ReturnProcedure', at: on(9), by, order: 0, procedure: 'petition', ground: 'not competent' } as const;
const askMaterials = { type: 'RequestMaterials', at: on(8), by, order: 0, procedure: 'workInjury', gaps: ['diagnosis'] } as const;
const takeMaterials = { type: 'ReceiveMaterials', at: on(9), by, order: 0, procedure: 'workInjury' } as const;
const extend = { type: 'ExtendProcedure', at: on(10), by, order: 0, procedure: 'workInjury', days: 30, reason: 'complex', approvedBy: 'head' } as const;
const halt = { type: 'SuspendProcedure', at: on(10), by, order: 0, procedure: 'workInjury', reason: 'court case' } as const;
const goOn = { type: 'ResumeProcedure', at: on(15), by, order: 0, procedure: 'workInjury' } as const;
const challenge = { type: 'ChallengeProcedure', at: on(25), by, order: 0, procedure: 'workInjury', route: 'lawsuit' } as const;
const helpFirst = { type: 'HelpFirst', at: on(4), by, order: 0, ground: 'limitEnds' } as const;
const objectAid = { type: 'ObjectToAidRefusal', at: on(8), by, order: 0 } as const;
const review = { type: 'ReviewAidRefusal', at: on(10), by, order: 0, upheld: true } as const;
const verify = { type: 'VerifyClue', at: on(8), by, order: 0, conclusion: 'trueArrears' } as const;
const conclude = { type: 'ConcludeMatter', at: on(20), by, order: 0, procedure: 'workInjury', result: 'recognised', reply: null } as const;

const takeOver = { type: 'TakeOver', at: on(6), by: 'process:resolution', order: 0 } as const;
const grantRelief = { type: 'GrantRelief', at: on(9), by, order: 0, amount: 50_000 } as const;
const lapse = { type: 'LapseReliefPapers', at: on(19), by: 'process:resolution', order: 0 } as const;
const escort = { type: 'EscortToStation', at: on(4), by, order: 0, escort: 'police', vulnerable: 'minor' } as const;
const note = { type: 'NoteProgress', at: on(10), by, order: 0, procedure: 'workInjury', note: null } as const;
const askHelp = { type: 'RequestAssistance', at: on(4), by: 'process:resolution', ...housing } as const;
const takeHelp = { type: 'AcceptAssistance', at: on(5), by, ...housing } as const;
const giveHelp = { type: 'ContributeAssistance', at: on(8), by, ...housing, note: null } as const;
const declineHelp = { type: 'DeclineAssistance', at: on(8), by, ...housing, ground: 'no such project' } as const;
const makeOffers = { type: 'MakeOffers', at: on(4), by: 'process:resolution', offers: [aidOffer, fundOffer, aidOffer] } as const;
const takeOffer = { type: 'AcceptOffer', at: on(5), by, offer: 'legalAidExempt' } as const;
const declineOffer = { type: 'DeclineOffer', at: on(5), by, offer: 'legalAidExempt' } as const;

describe('What other departments do', () => {
  it('ends where the order goes to another kind of desk, without ending the order', () => {
    given(handed, accepted).when({ ...takeOver, at: on(10) }).then({ ...taken, at: on(10) });
    given(handed, concluded).when(takeOver).thenNothing();
    given().when(takeOver).thenNothing();
  });
  it('ends where a person sends the order to a department of another procedure, and goes on when it is sent back', () => {
    const school = { ...handOver, at: on(6), department: 'education', procedure: 'general', moved: true } as const;
    const there: HandoverEvent = { ...handed, at: on(6), department: 'education', procedure: 'general' };
    given(handed, accepted).when(school).then(taken, there);
    given(handed, accepted, taken, there).when({ ...handOver, at: on(7), moved: true }).then({ ...taken, at: on(7), procedure: 'general' }, { ...handed, at: on(7) });
    given(handed, accepted, taken, there).when({ ...handOver, at: on(7) }).thenNothing(); // An old decision told again moves nothing.
    given(handed, accepted, taken, { ...handed, at: on(7) }).when(accept).then(accepted);
  });
  it('says by what right relief comes first, and in what form', () => given().when({ ...give, basis: 'emergencyPlace', form: 'shelter' }).then({ ...relieved, basis: 'emergencyPlace', form: 'shelter' }));
  it('grants relief after the ordinary audit, with its papers complete', () => {
    given(reliefAsked, reliefAudited).when(grantRelief).then(reliefGranted);
    given(reliefAsked, reliefAudited, reliefGranted).when({ ...conclude, procedure: 'relief', result: 'granted' }).then({ ...concluded, role: 'assist', procedure: 'relief', result: 'granted' });
  });
  it('relieves another emergency anew', () => {
    const over: HandoverEvent = { ...concluded, role: 'assist', procedure: 'relief', at: on(10) };
    const again = [reliefAsked, reliefAudited, reliefGranted, over, { ...reliefAsked, at: on(12) }, { ...reliefAudited, at: on(13) }];
    given(...again).when({ ...grantRelief, at: on(14) }).then({ ...reliefGranted, at: on(14) });
    given(...again).when({ ...escort, at: on(13) }).then({ ...escorted, at: on(13) });
    given(...again).when({ ...give, at: on(12), amount: 7 }).then({ ...relieved, at: on(12), amount: 7 });
  });
  it('ends relief without papers as what it is, once their time has passed', () => {
    given(relieved).when(lapse).then(lapsed);
    given(relieved, papers).when(lapse).thenNothing();
    given().when(lapse).thenNothing();
    given(relieved, lapsed).when({ ...conclude, procedure: 'relief', result: 'papersMissing' }).then({ ...concluded, role: 'assist', procedure: 'relief', result: 'papersMissing' });
    given(relieved, lapsed).when({ ...conclude, procedure: 'relief', result: 'granted' }).thenRefused('RELIEF_PAPERS_OUTSTANDING');
    given(relieved, lapsed).when({ ...complete, at: on(20) }).then({ ...papers, at: on(20) });
  });
  it('opens legal aid by the offer that the person accepts', () => {
    given(offered).when(takeOffer).then(offerTaken, { ...applied, at: on(5), procedure: 'legalAid' });
    given(offered, { ...aidAsked, at: on(4) }).when(takeOffer).then(offerTaken); // Asked for before: nothing is asked twice.
    given(offered, offerDeclined).when(takeOffer).thenRefused('OFFER_UNKNOWN');
  });
  it('asks the body that gives what was accepted, where it has no procedure here', () => given(fundOffered).when({ ...takeOffer, offer: 'emergencyFund' })
    .then({ ...offerTaken, offer: 'emergencyFund' }, { type: 'AssistanceRequested', at: on(5), order: 0, department: 'emergencyFundOffice', division: '439901' }));
  it('is helped more than once, each time told', () => given(helpAsked, helpGiven).when({ ...giveHelp, at: on(9) }).then({ ...helpGiven, at: on(9) }));
  it('assigns a lawyer by number', () => given(aidAsked, granted).when({ ...assign, lawyer: '14301202610000001' }).then({ ...lawyer, lawyer: '14301202610000001' }));
  it('refuses legal aid for another cause to whoever is exempt from the means check', () => given(aidAsked).when({ ...refuseAid, cause: 'scope', meansExempt: true }).then({ ...refusedAid, cause: 'scope' }));
  it('begins when the matter is handed over', () => given().when(handOver).then(handed));
  it('goes to the next holder under the same procedure', () => {
    const { procedure: _, ...moved } = { ...handOver, division: '439902' };
    given(handed).when(moved).then({ ...handed, division: '439902' });
  });
  it('is general where nothing says otherwise', () => {
    const { procedure: _, ...bare } = handOver;
    given().when(bare).then({ ...handed, procedure: 'general' });
  });
  it('does not reopen a concluded matter by a late message', () => given(handed, concluded).when({ ...handOver, division: '439902' }).thenNothing());
  it('follows an application', () => given(handed).when(apply).then(applied));
  it('accepts what was applied for', () => given(handed, applied).when(accept).then(accepted));
  it('accepts what was handed over', () => given(handed).when(accept).then(accepted));
  it('takes another procedure on the same order', () => given(handed).when({ ...apply, procedure: 'capacityAppraisal' }).then({ ...applied, procedure: 'capacityAppraisal' }));
  it('lets anybody ask for legal aid, order or none', () => given().when({ ...apply, procedure: 'legalAid' }).then({ ...applied, procedure: 'legalAid' }));
  it('lets a person ask for legal aid again after a refusal', () => given(aidAsked, refusedAid).when({ ...apply, procedure: 'legalAid' }).then({ ...applied, procedure: 'legalAid' }));
  it('gives relief first, where no order came', () => given().when(give).then(relieved));
  it('concludes a matter of its own as the lead', () => given(handed, accepted).when(conclude).then(concluded));
  it('concludes help as help', () => given(aidAsked, granted).when({ ...conclude, procedure: 'legalAid', result: 'granted' }).then({ ...concluded, role: 'assist', procedure: 'legalAid', result: 'granted' }));
  it('concludes relief when the papers are there', () => given(relieved, papers).when({ ...conclude, procedure: 'relief' }).then({ ...concluded, role: 'assist', procedure: 'relief' }));

  it('takes a clear case under the shorter limit', () => given(handed).when({ ...accept, factsClear: true }).then({ ...accepted, factsClear: true }));
  it('says that an application is urgent', () => given().when({ ...apply, procedure: 'relief', urgent: true }).then({ ...applied, procedure: 'relief', urgent: true }));
  it('extends the time to apply before anybody applied', () => given(handed).when(extend).then({ ...longer, limit: 'apply' }));
  it('extends the time to decide once it was accepted', () => given(handed, accepted).when(extend).then(longer));
  it('knows a second appraisal from the first', () => {
    const first: HandoverEvent = { ...concluded, procedure: 'capacityAppraisal', role: 'assist' };
    given(handed, { ...applied, procedure: 'capacityAppraisal' }, first, { ...applied, at: on(21), procedure: 'capacityAppraisal' })
      .when({ ...conclude, at: on(25), procedure: 'capacityAppraisal' }).then({ ...first, at: on(25), instance: 'second' });
  });
  it('decides again on legal aid when the objection is upheld', () => given(aidAsked, refusedAid, aidObjected, aidReviewed).when({ ...grant, at: on(11) }).then({ ...granted, at: on(11) }));
  it('keeps the refusal of legal aid where it is not', () => given(aidAsked, refusedAid, aidObjected, { ...aidReviewed, upheld: false }).when({ ...refuseAid, at: on(11) }).thenNothing());
  it('goes on by itself when it is accepted after all materials came', () => given(handed, missing, complemented).when(accept).then(accepted));

  takesEffectOnce(handover, {
    RefuseProcedure: [[handed], refuseIt], ForwardProcedure: [[petitioned], sendOn], ReturnProcedure: [[petitioned, sentOn], sendBack], RequestMaterials: [[handed], askMaterials],
    ReceiveMaterials: [[handed, missing], takeMaterials], ExtendProcedure: [[handed, accepted], extend], SuspendProcedure: [[handed, accepted], halt], ResumeProcedure: [[handed, accepted, halted], goOn],
    ChallengeProcedure: [[handed, accepted, concluded], challenge], HelpFirst: [[aidAsked], helpFirst], ObjectToAidRefusal: [[aidAsked, refusedAid], objectAid], ReviewAidRefusal: [[aidAsked, refusedAid, aidObjected], review],
    HandOver: [[], handOver], ApplyForProcedure: [[handed], apply], AcceptProcedure: [[handed], accept], GiveRelief: [[], give], CompleteReliefPapers: [[relieved], complete],
    GrantLegalAid: [[aidAsked], grant], RefuseLegalAid: [[aidAsked], refuseAid], AssignLawyer: [[aidAsked, granted], assign], VerifyClue: [[], verify], ConcludeMatter: [[handed], conclude],
    TakeOver: [[handed], takeOver], GrantRelief: [[reliefAsked, reliefAudited], grantRelief], LapseReliefPapers: [[relieved], lapse], EscortToStation: [[reliefAsked], escort], NoteProgress: [[handed], note],
    RequestAssistance: [[], askHelp], AcceptAssistance: [[helpAsked], takeHelp], ContributeAssistance: [[helpAsked, helpTaken], giveHelp], DeclineAssistance: [[helpAsked], declineHelp],
    MakeOffers: [[], makeOffers], AcceptOffer: [[offered], takeOffer], DeclineOffer: [[offered], declineOffer],
  });

  refusesWith(handover, [
    ['MATTER_NOT_HANDED_OVER', [], apply],
    ['MATTER_NOT_HANDED_OVER', [handed], { ...accept, order: 1 }],
    ['MATTER_CONCLUDED', [handed, aidAsked, concluded], accept],
    ['MATTER_CONCLUDED_OTHERWISE', [handed, concluded], { ...conclude, result: 'notRecognised' }],
    ['NOTHING_TO_ACCEPT', [], accept],
    ['NO_OPEN_MATTER', [], conclude],
    ['RELIEF_ALREADY_GIVEN', [relieved], { ...give, amount: 60_000 }],
    ['RELIEF_NOT_GIVEN', [handed], complete],
    ['RELIEF_PAPERS_OUTSTANDING', [relieved], { ...conclude, procedure: 'relief' }],
    ['LEGAL_AID_NOT_APPLIED', [handed], grant],
    ['LEGAL_AID_NOT_APPLIED', [aidAsked, granted], refuseAid],
    ['LEGAL_AID_UNDECIDED', [aidAsked], { ...conclude, procedure: 'legalAid' }],
    ['LEGAL_AID_NOT_GRANTED', [aidAsked], assign],
    ['LEGAL_AID_NOT_GRANTED', [aidAsked, refusedAid], assign],
    ['LAWYER_ALREADY_ASSIGNED', [aidAsked, granted, lawyer], 'AssignLawyer'],
    ['CLUE_VERIFIED_OTHERWISE', [clue], { ...verify, conclusion: 'notArrears' }],
    ['NOTHING_TO_ACCEPT', [handed, accepted], refuseIt],
    ['MATTER_CONCLUDED', [handed, aidAsked, refusedIt], accept],
    ['NOT_FORWARDED', [petitioned], sendBack],
    ['NOT_FORWARDED', [petitioned, sentOn, sentBack], { ...sendBack, at: on(10) }],
    ['MATERIALS_ALREADY_REQUESTED', [handed, missing, complemented], { ...askMaterials, at: on(10) }],
    ['MATERIALS_NOT_REQUESTED', [handed], takeMaterials],
    ['NOTHING_TO_SUSPEND', [handed], halt],
    ['PROCEDURE_NOT_SUSPENDED', [handed, accepted, halted, going], { ...goOn, at: on(16) }],
    ['NO_RESULT_TO_CHALLENGE', [handed, accepted], challenge],
    ['NO_RESULT_TO_CHALLENGE', [handed, accepted, concluded, sued], 'ChallengeProcedure'],
    ['LEGAL_AID_NOT_APPLIED', [aidAsked, helpedFirst], 'HelpFirst'],
    ['AID_NOT_REFUSED', [aidAsked, granted], objectAid],
    ['AID_REFUSAL_NOT_OBJECTED', [aidAsked, refusedAid], review],
    ['RELIEF_NOT_AUDITED', [reliefAsked], grantRelief],
    ['RELIEF_ALREADY_GIVEN', [relieved], { ...grantRelief, amount: 60_000 }],
    ['MATTER_NOT_HANDED_OVER', [handed], escort],
    ['MATTER_NOT_HANDED_OVER', [reliefAsked, escorted], 'EscortToStation'],
    ['ESCORT_REQUIRED', [reliefAsked], { ...escort, escort: 'none' }],
    ['NO_OPEN_MATTER', [handed, concluded, noted], 'NoteProgress'],
    ['MATTER_CONCLUDED', [handed, aidAsked, concluded], note],
    ['MEANS_CHECK_EXEMPT', [aidAsked], { ...refuseAid, cause: 'means', meansExempt: true }],
    ['LAWYER_IN_CONFLICT', [aidAsked, granted], { ...assign, conflict: true }],
    ['ASSISTANCE_NOT_REQUESTED', [], giveHelp],
    ['ASSISTANCE_NOT_REQUESTED', [helpAsked], { ...giveHelp, division: '439901' }],
    ['ASSISTANCE_NOT_REQUESTED', [helpAsked, helpGiven], declineHelp],
    ['ASSISTANCE_NOT_REQUESTED', [helpAsked, helpDeclined], 'ContributeAssistance'],
    ['OFFER_UNKNOWN', [], takeOffer],
    ['OFFER_UNKNOWN', [offered, offerTaken], 'DeclineOffer'],
    ['NO_RESULT_TO_CHALLENGE', [handed, accepted, taken], challenge],
    ['FACT_OUT_OF_ORDER', [handed, accepted, halted], { ...goOn, at: on(9) }],
    ['FACT_OUT_OF_ORDER', [handed, applied], { ...accept, at: on(7) }],
    ['FACT_OUT_OF_ORDER', [relieved], { ...complete, at: on(3) }],
  ]);
});
