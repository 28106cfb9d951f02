import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { someFen, someOwed, someText } from '../any-order.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { MediationCommand } from './mediation.decider.js';
import { mediation } from './mediation.decider.js';

type Before = Past<MediationCommand>;

/** How the mediation last stood; undefined where nobody ever applied. */
const stands = (past: Before): MediationCommand['type'] | undefined => past.last('ApplyForMediation', 'RecordAgreement', 'FailMediation', 'ExpireMediation')?.type;
const open = (past: Before): boolean => stands(past) === 'ApplyForMediation';
const agreed = (past: Before): boolean => past.has('RecordAgreement');
const named = (owed: readonly { readonly worker: number }[]): number => new Set(owed.map(({ worker }) => worker)).size;

/** LDMA 10 to 16, ZJ-ARB 10, 人民调解法 33, and the life cycle: MEDIATING leads to MEDIATED or to MEDIATION_FAILED. */
const law: Law<MediationCommand> = {
  ApplyForMediation: (_, past) => (stands(past) === undefined ? ['MediationApplied'] : undefined), // Whether it may be tried again, the law does not say.
  StartMediation: (_, past) => open(past) && !past.after('ApplyForMediation').has('StartMediation'),
  ExtendMediation: ({ bothAgree }, past) => {
    if (!open(past) || !bothAgree) return false; // ZJ-ARB 10: only if both parties agree.
    return past.after('ApplyForMediation').has('ExtendMediation') ? undefined : ['MediationExtended'];
  },
  RecordAgreement: ({ at: on, performBy, owed }, past) => {
    if (!past.has('ApplyForMediation') || agreed(past) || performBy < on.slice(0, 10)) return false;
    if (named(owed) < owed.length) return undefined;
    return open(past) ? ['CaseMediated'] : stands(past) === 'FailMediation' ? false : undefined; // After the 15 days the parties are not forbidden to agree.
  },
  FailMediation: (_, past) => (open(past) ? ['MediationFailed'] : stands(past) === 'ExpireMediation' ? undefined : false),
  ExpireMediation: (_, past) => (open(past) ? ['MediationFailed'] : false), // No agreement within the time is a failure: the life cycle.
  ApplyForArbitralReview: (_, past) => agreed(past) && !past.has('ApplyForArbitralReview'),
  ApplyForJudicialConfirmation: (_, past) => agreed(past) && !past.has('ApplyForJudicialConfirmation'),
  ConfirmRelation: (_, past) => !past.has('ConfirmRelation'),
};

describe('Mediation against the law', () => {
  const by = 'officer:a';
  const course: readonly MediationCommand[] = [
    { type: 'ApplyForMediation', at: at(0), by, organisation: 'a' }, { type: 'StartMediation', at: at(1), by, mediator: 'a' },
    { type: 'ExtendMediation', at: at(12), by, days: 15, bothAgree: true }, { type: 'RecordAgreement', at: at(20), by, performBy: day(60), owed: [{ worker: 1, amount: 100_000 }] },
    { type: 'ApplyForArbitralReview', at: at(25), by }, { type: 'ApplyForJudicialConfirmation', at: at(26), by },
  ];
  const failing: readonly MediationCommand[] = [...course.slice(0, 2), { type: 'FailMediation', at: at(9), by, reason: 'a', wantsArbitration: true }];
  const owed = fc.oneof(someOwed, someFen.map((amount) => [{ worker: 1, amount }]));

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(mediation, law, {
    ApplyForMediation: fc.record({ organisation: someText }), StartMediation: fc.record({ mediator: someText }),
    ExtendMediation: fc.record({ days: fc.constantFrom(5, 15), bothAgree: fc.boolean() }), RecordAgreement: fc.record({ performBy: someDay, owed }),
    FailMediation: fc.record({ reason: someText, wantsArbitration: fc.boolean() }), ExpireMediation: fc.constant({}),
    ApplyForArbitralReview: fc.constant({}), ApplyForJudicialConfirmation: fc.constant({}), ConfirmRelation: fc.constant({}),
  }, [course, failing], ['AGREEMENT_DIFFERS']));
});
