import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { at, day, obeys } from '../random-commands.js';
import type { EmploymentCommand } from './employment.decider.js';
import { employment } from './employment.decider.js';

type Before = Past<EmploymentCommand>;
const result = (past: Before, referral: number) => past.all('ConcludeReferral').find((each) => each.referral === referral);
const referrals = (past: Before) => past.all('ReferJobSeeker').map((each, i) => ({ ...each, referral: i + 1, result: result(past, i + 1) }));

/** A card for each referral: sent, taken, and what came of it. */
const law: Law<EmploymentCommand> = {
  ReferJobSeeker: ({ to, unit, order, at: on }, past) => !referrals(past).some((each) => each.to === to && each.unit === unit && each.order === order && (!each.result || each.result.at.slice(0, 10) === on.slice(0, 10))),
  AcceptReferral: ({ referral, order }, past) => referrals(past).some((each) => each.referral === referral && each.order === order && !each.result) && !past.all('AcceptReferral').some((each) => each.referral === referral),
  ConcludeReferral: ({ referral, order, result: said, startsOn = null }, past) => {
    const taken = said === 'placed' || said === 'trained';
    if (!referrals(past).some((each) => each.referral === referral && each.order === order && !each.result) || taken !== (startsOn !== null)) return false;
    return !taken || past.all('AcceptReferral').some((each) => each.referral === referral);
  },
};

describe('Referrals against the law', () => {
  const by = 'officer:1';
  const one = { referral: fc.constantFrom(1, 2), order: fc.constant(0) };
  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(employment, law, {
    ReferJobSeeker: fc.record({ order: fc.constantFrom(0, 1), to: fc.constantFrom('platform' as const, 'training' as const), unit: fc.constantFrom('甲', '乙') }),
    AcceptReferral: fc.record(one),
    ConcludeReferral: fc.record({ ...one, result: fc.constantFrom('placed' as const, 'trained' as const, 'declined' as const, 'notReached' as const), startsOn: fc.constantFrom(null, day(40)) }),
  }, [[
    { type: 'ReferJobSeeker', at: at(1), by, order: 0, to: 'platform', unit: '甲' }, { type: 'AcceptReferral', at: at(2), by, order: 0, referral: 1 },
    { type: 'ConcludeReferral', at: at(3), by, order: 0, referral: 1, result: 'placed', startsOn: day(9) },
  ]], ['NO_SUCH_REFERRAL', 'REFERRAL_CONCLUDED', 'REFERRAL_NOT_ACCEPTED']));
});
