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
const concluded: HandoverEvent = { type: 'MatterConcluded', at: on(20), order: 0, role: 'lead', procedure: 'workInjury', result: 'recognised', reply: null, by };
const relieved: HandoverEvent = { type: 'ReliefGiven', at: on(4), order: 0, amount: 50_000, by };
const papers: HandoverEvent = { type: 'ReliefPapersCompleted', at: on(10), order: 0, by };
const granted: HandoverEvent = { type: 'LegalAidGranted', at: on(6), order: 0, by };
const refusedAid: HandoverEvent = { type: 'LegalAidRefused', at: on(6), order: 0, ground: 'out of scope', by };
const lawyer: HandoverEvent = { type: 'LawyerAssigned', at: on(8), order: 0, by };
const clue: HandoverEvent = { type: 'ClueVerified', at: on(8), order: 0, conclusion: 'trueArrears', by };

const handOver = { type: 'HandOver', at: on(4), by: 'process:resolution', order: 0, role: 'lead', department: 'socialInsuranceAdmin', division: '439901', procedure: 'workInjury' } as const;
const apply = { type: 'ApplyForProcedure', at: on(8), by, order: 0, procedure: 'workInjury' } as const;
const accept = { type: 'AcceptProcedure', at: on(9), by, order: 0, procedure: 'workInjury' } as const;
const give = { type: 'GiveRelief', at: on(4), by, order: 0, amount: 50_000 } as const;
const complete = { type: 'CompleteReliefPapers', at: on(10), by, order: 0 } as const;
const grant = { type: 'GrantLegalAid', at: on(6), by, order: 0 } as const;
const refuseAid = { type: 'RefuseLegalAid', at: on(6), by, order: 0, ground: 'out of scope' } as const;
const assign = { type: 'AssignLawyer', at: on(8), by, order: 0 } as const;
const verify = { type: 'VerifyClue', at: on(8), by, order: 0, conclusion: 'trueArrears' } as const;
const conclude = { type: 'ConcludeMatter', at: on(20), by, order: 0, procedure: 'workInjury', result: 'recognised', reply: null } as const;

describe('What other departments do', () => {
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

  takesEffectOnce(handover, {
    HandOver: [[], handOver], ApplyForProcedure: [[handed], apply], AcceptProcedure: [[handed], accept], GiveRelief: [[], give], CompleteReliefPapers: [[relieved], complete],
    GrantLegalAid: [[aidAsked], grant], RefuseLegalAid: [[aidAsked], refuseAid], AssignLawyer: [[aidAsked, granted], assign], VerifyClue: [[], verify], ConcludeMatter: [[handed], conclude],
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
    ['FACT_OUT_OF_ORDER', [handed, applied], { ...accept, at: on(7) }],
    ['FACT_OUT_OF_ORDER', [relieved], { ...complete, at: on(3) }],
  ]);
});
