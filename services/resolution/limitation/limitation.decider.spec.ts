import type { LimitationEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { limitation } from './limitation.decider.js';

const given = specify(limitation);
const by = 'worker:1';
const itself = 'process:resolution';
const on = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T09:00:00+08:00`;
const of = { order: 0, right: 'wages', by } as const;

const began: LimitationEvent = { type: 'LimitationBegan', at: on(2), ...of, from: '2025-10-05' };
const interrupted: LimitationEvent = { type: 'LimitationInterrupted', at: on(5), ...of, ground: 'claimToObligor' };
const suspended: LimitationEvent = { type: 'LimitationSuspended', at: on(6), ...of, reason: 'flood' };
const resumed: LimitationEvent = { type: 'LimitationResumed', at: on(20), ...of };

const begin = { type: 'BeginLimitation', at: on(2), ...of, from: '2025-10-05' } as const;
const interrupt = { type: 'InterruptLimitation', at: on(5), ...of, ground: 'claimToObligor' } as const;
const suspend = { type: 'SuspendLimitation', at: on(6), ...of, reason: 'flood' } as const;
const resume = { type: 'ResumeLimitation', at: on(20), ...of } as const;
const all = { type: 'InterruptAll', at: on(5), by: itself, ground: 'requestToAuthority' } as const;
const asked: LimitationEvent = { ...interrupted, ground: 'requestToAuthority', by: itself };

describe('The time in which a right must be claimed (LDMA 27)', () => {
  it('begins on the day that is said', () => given().when(begin).then(began));
  it('is not begun otherwise by a late decision', () => given(began).when({ ...begin, by: itself, from: '2025-11-01' }).thenNothing());
  it('is interrupted by a claim to the employer', () => given(began).when(interrupt).then(interrupted));
  it('is interrupted though nobody said when it began', () => given().when(interrupt).then(interrupted));
  it('is interrupted again', () => given(began, interrupted).when({ ...interrupt, at: on(9), ground: 'admission' }).then({ ...interrupted, at: on(9), ground: 'admission' }));
  it('stands still and runs on', () => given(began, suspended).when(resume).then(resumed));
  it('of every right that runs is interrupted by a request to an authority', () =>
    given(began, { ...began, order: 1, right: 'labour' }).when(all).then(asked, { ...asked, order: 1, right: 'labour' }));
  it('is not interrupted by it where it has lapsed', () => given(began).when({ ...all, lapsed: ['0 wages'] }).thenNothing());
  it('nor where it stands still', () => given(began, { ...suspended, at: on(3) }).when(all).thenNothing());
  it('nor by a fact that lies before the last interruption', () => given(began, interrupted).when({ ...all, at: on(4) }).thenNothing());

  takesEffectOnce(limitation, {
    BeginLimitation: [[], begin], InterruptLimitation: [[began], interrupt], SuspendLimitation: [[began], suspend], ResumeLimitation: [[began, suspended], resume], InterruptAll: [[began], all],
  });

  refusesWith(limitation, [
    ['LIMITATION_BEGAN_OTHERWISE', [began], { ...begin, from: '2025-11-01' }],
    ['LIMITATION_BEGINS_LATER', [], { ...begin, from: '2026-03-03' }],
    ['LIMITATION_LAPSED', [began], { ...interrupt, lapsed: true }],
    ['LIMITATION_LAPSED', [began], { ...suspend, lapsed: true }],
    ['LIMITATION_ALREADY_SUSPENDED', [began, suspended], { ...interrupt, at: on(7) }],
    ['LIMITATION_NOT_SUSPENDED', [began], resume],
    ['LIMITATION_NOT_SUSPENDED', [began, suspended, resumed], 'ResumeLimitation'],
    ['FACT_OUT_OF_ORDER', [began, interrupted], { ...interrupt, at: on(4) }],
    ['FACT_OUT_OF_ORDER', [began, suspended], { ...resume, at: on(5) }],
  ]);
});
