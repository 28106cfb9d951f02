import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { someText } from '../any-order.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { LimitationCommand } from './limitation.decider.js';
import { limitation } from './limitation.decider.js';

interface Of { readonly order: number; readonly right: string }

/** What was said of one right of one order. */
const of = ({ order, right }: Of, past: Past<LimitationCommand>): readonly LimitationCommand[] => past.done.filter((each) => each.type !== 'InterruptAll' && each.order === order && each.right === right);
const stands = (which: Of, past: Past<LimitationCommand>): boolean => of(which, past).filter(({ type }) => type === 'SuspendLimitation' || type === 'ResumeLimitation').at(-1)?.type === 'SuspendLimitation';

/** LDMA 27; 民法典 194, 195: time that has run out runs no more; time that stands still runs on when the obstacle is gone. */
const law: Law<LimitationCommand> = {
  BeginLimitation: (command, past) => {
    if (of(command, past).some(({ type }) => type === 'BeginLimitation')) return false;
    return command.from > command.at.slice(0, 10) ? false : ['LimitationBegan'];
  },
  InterruptLimitation: (command, past) => {
    if (command.lapsed === true) return false;
    if (stands(command, past)) return undefined;
    return past.done.some((each) => (each.type === 'InterruptLimitation' || each.type === 'InterruptAll') && each.at === command.at) ? undefined : ['LimitationInterrupted'];
  },
  SuspendLimitation: (command, past) => (command.lapsed === true || stands(command, past) ? false : ['LimitationSuspended']),
  ResumeLimitation: (command, past) => (stands(command, past) ? ['LimitationResumed'] : false),
  InterruptAll: (_, past) => (past.done.length === 0 ? false : undefined), // It touches what runs; nothing runs where nothing was said.
};

describe('Limitation against the law', () => {
  const by = 'officer:a';
  const wages = { order: 0, right: 'wages' as const };
  const course: readonly LimitationCommand[] = [
    { type: 'BeginLimitation', at: at(1), by, ...wages, from: day(0) }, { type: 'InterruptLimitation', at: at(10), by, ...wages, ground: 'claimToObligor' },
    { type: 'SuspendLimitation', at: at(20), by, ...wages, reason: 'a' }, { type: 'ResumeLimitation', at: at(30), by, ...wages }, { type: 'InterruptAll', at: at(40), by, ground: 'admission' },
  ];
  const some = { order: fc.constantFrom(0, 1), right: fc.constantFrom('wages' as const, 'labour' as const) };
  const ground = fc.constantFrom('claimToObligor' as const, 'requestToAuthority' as const, 'admission' as const);

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(limitation, law, {
    BeginLimitation: fc.record({ ...some, from: someDay }), InterruptLimitation: fc.record({ ...some, ground, lapsed: fc.boolean() }), SuspendLimitation: fc.record({ ...some, reason: someText, lapsed: fc.boolean() }),
    ResumeLimitation: fc.record(some), InterruptAll: fc.record({ ground, lapsed: fc.constantFrom([], ['0 wages']) }),
  }, [course], ['LIMITATION_BEGAN_OTHERWISE', 'LIMITATION_ALREADY_SUSPENDED', 'LIMITATION_LAPSED', 'LIMITATION_NOT_SUSPENDED']));
});
