import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { TribunalCommand } from './tribunal.decider.js';
import { tribunal } from './tribunal.decider.js';

type Before = Past<TribunalCommand>;
type About = 'RegisterArbitrator' | 'RecordLeaving';

const last = (arbitrator: string, past: Before): Extract<TribunalCommand, { type: About }> | undefined =>
  past.done.filter((each): each is Extract<TribunalCommand, { type: About }> => (each.type === 'RegisterArbitrator' || each.type === 'RecordLeaving') && each.arbitrator === arbitrator).at(-1);
const here = (arbitrator: string, past: Before): boolean => last(arbitrator, past)?.type === 'RegisterArbitrator';
const conflict = (arbitrator: string, employer: string, past: Before): string | undefined => {
  const found = past.done.filter((each) => (each.type === 'DeclareConflict' || each.type === 'LiftConflict') && each.arbitrator === arbitrator && each.employer === employer).at(-1);
  return found?.type === 'DeclareConflict' ? found.ground : undefined;
};

/** LDMA 20, 33: who is in the register, what was declared, and in which rooms. */
const law: Law<TribunalCommand> = {
  RegisterArbitrator: ({ arbitrator, specialities }, past) => {
    const before = last(arbitrator, past);
    return before?.type === 'RegisterArbitrator' && String(before.specialities) === String(specialities) ? false : ['ArbitratorRegistered'];
  },
  NoteAbsence: ({ arbitrator, from, to }, past) => here(arbitrator, past) && to >= from && !past.all('NoteAbsence').some((each) => each.arbitrator === arbitrator && each.from === from && each.to === to),
  RecordLeaving: ({ arbitrator }, past) => here(arbitrator, past),
  DeclareConflict: ({ arbitrator, employer, ground }, past) => here(arbitrator, past) && conflict(arbitrator, employer, past) !== ground,
  LiftConflict: ({ arbitrator, employer }, past) => here(arbitrator, past) && conflict(arbitrator, employer, past) !== undefined,
  OpenRoom: ({ room, opens, closes, online }, past) => {
    const before = past.done.filter((each) => (each.type === 'OpenRoom' || each.type === 'CloseRoom') && each.room === room).at(-1);
    const same = before?.type === 'OpenRoom' && before.opens === opens && before.closes === closes && before.online === online;
    return opens < closes && !same;
  },
  CloseRoom: ({ room }, past) => past.done.filter((each) => (each.type === 'OpenRoom' || each.type === 'CloseRoom') && each.room === room).at(-1)?.type === 'OpenRoom',
};

describe('The register against the law', () => {
  const who = fc.constantFrom('arb-1', 'arb-2');
  const employer = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
  const room = fc.constantFrom('a', 'b');
  const by = 'supervisor:a';
  const course: readonly TribunalCommand[] = [
    { type: 'RegisterArbitrator', at: at(0), by, division: '439901', arbitrator: 'arb-1', specialities: [] }, { type: 'NoteAbsence', at: at(1), by, arbitrator: 'arb-1', from: day(2), to: day(3) },
    { type: 'DeclareConflict', at: at(2), by, arbitrator: 'arb-1', employer: 'a'.repeat(64), ground: 'interest' }, { type: 'LiftConflict', at: at(3), by, arbitrator: 'arb-1', employer: 'a'.repeat(64) }, { type: 'RecordLeaving', at: at(4), by, arbitrator: 'arb-1' },
  ];

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(tribunal, law, {
    RegisterArbitrator: fc.record({ division: fc.constant('439901'), arbitrator: who, specialities: fc.constantFrom([], ['speedy']) }), NoteAbsence: fc.record({ arbitrator: who, from: someDay, to: someDay }), RecordLeaving: fc.record({ arbitrator: who }),
    DeclareConflict: fc.record({ arbitrator: who, employer, ground: fc.constantFrom('interest' as const, 'partyOrRelative' as const) }), LiftConflict: fc.record({ arbitrator: who, employer }),
    OpenRoom: fc.record({ division: fc.constant('439901'), room, opens: fc.constantFrom('08:00', '09:00'), closes: fc.constantFrom('09:00', '17:00'), online: fc.boolean() }), CloseRoom: fc.record({ room }),
  }, [course]));
});
