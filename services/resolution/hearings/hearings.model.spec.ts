import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { at, day, obeys } from '../random-commands.js';
import type { HearingsCommand } from './hearings.decider.js';
import { hearings } from './hearings.decider.js';

type Before = Past<HearingsCommand>;
type Book = Extract<HearingsCommand, { type: 'BookHearing' }>;

const ON = day(60);
/** What stands: the last booking of each case that was not released since. */
const standing = (past: Before): readonly Book[] => [...new Set(past.all('BookHearing').map((each) => each.case))].flatMap((one) => {
  const last = past.done.filter((each) => each.case === one).at(-1);
  return last?.type === 'BookHearing' ? [last] : [];
});
/** Quarter by quarter, so that overlapping is not tested by the comparison that the decider makes. */
const quarters = ({ from, to }: Pick<Book, 'from' | 'to'>): readonly number[] => {
  const of = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) / 15;
  return Array.from({ length: Math.max(0, of(to) - of(from)) }, (_, n) => of(from) + n);
};
const meet = (a: Book, b: Book): boolean => quarters(a).some((each) => quarters(b).includes(each));

/** No room and no person is in two hearings at once. */
const law: Law<HearingsCommand> = {
  BookHearing: (command, past) => {
    const own = standing(past).find((each) => each.case === command.case);
    const said = ({ room, online, from, to, arbitrators }: Book): string => JSON.stringify([room, online, from, to, [...arbitrators].sort()]);
    if (own && said(own) === said(command)) return false;
    const { open, workingDay, away, from, to, online, moved } = command;
    if (!open || !workingDay || away.length > 0 || from >= to || from < open.opens || to > open.closes || (online && !open.online)) return false;
    if (own && !moved) return false;
    const clash = standing(past).filter((each) => each !== own && meet(each, command));
    return clash.some((each) => each.room === command.room || each.arbitrators.some((one) => command.arbitrators.includes(one))) ? false : ['HearingBooked'];
  },
  ReleaseHearing: ({ at: on, by, case: one }, past) => {
    if (!standing(past).some((each) => each.case === one) || on.slice(0, 10) > ON) return false;
    return by.startsWith('process:') && on.slice(0, 10) === ON ? false : ['HearingReleased'];
  },
};

describe('The hearings of a day against the law', () => {
  const cases = ['0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e01', '0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e02', '0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e03'];
  const open = { opens: '09:00', closes: '12:00', online: true };
  const time = fc.constantFrom('08:45', '09:00', '09:30', '10:00', '10:15', '11:00', '12:00', '12:15');
  const booking = fc.record({
    case: fc.constantFrom(...cases), division: fc.constant('439901'), on: fc.constant(ON), room: fc.constantFrom('a', 'b'), online: fc.boolean(), from: time, to: time, arbitrators: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 2 }),
    open: fc.constantFrom(open, open, open, null), workingDay: fc.constantFrom(true, true, true, false), away: fc.constantFrom([], [], ['x']), moved: fc.option(fc.constant('room' as const)), replaces: fc.constant(null),
  });
  const full: readonly HearingsCommand[] = cases.map((one, n) => ({ type: 'BookHearing', at: at(n), by: 'arbitrator:a', case: one, division: '439901', on: ON, room: 'a', online: false, from: `${9 + n}:00`.padStart(5, '0'), to: `${10 + n}:00`, arbitrators: ['x'], open, workingDay: true, away: [], moved: null, replaces: null }));

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () =>
    obeys(hearings, law, { BookHearing: booking, ReleaseHearing: fc.record({ case: fc.constantFrom(...cases) }) }, [full], ['ROOM_TAKEN', 'ARBITRATOR_TAKEN']));
});
