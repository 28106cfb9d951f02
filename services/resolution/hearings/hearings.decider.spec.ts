import type { HearingsEvent } from '#libs/contracts/tribunal.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { hearings } from './hearings.decider.js';
import { freeSlots } from './slots.js';

const given = specify(hearings);
const by = 'arbitrator:1';
const at = '2026-05-06T09:00:00+08:00';
const [one, two] = ['0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e01', '0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e02'];
const time = { room: '一庭', online: false, from: '09:30', to: '10:30', arbitrators: ['arb-1'] } as const;
const law = { workingDay: true, open: { opens: '09:00', closes: '17:30', online: false }, away: [] } as const;

const booked: HearingsEvent = { type: 'HearingBooked', at, division: '439901', on: '2026-05-20', case: one, ...time, arbitrators: ['arb-1'], moved: null, replaces: null, by };
const released: HearingsEvent = { type: 'HearingReleased', at, case: one, by };
const book = { type: 'BookHearing', at, by, division: '439901', on: '2026-05-20', case: one, ...time, moved: null, replaces: null, ...law } as const;
const release = { type: 'ReleaseHearing', at, by, case: one } as const;
const other = { ...book, case: two, arbitrators: ['arb-2'] } as const;

describe('The hearings of a day', () => {
  it('follow each other without a gap', () => given(booked).when({ ...other, from: '10:30', to: '11:30', arbitrators: ['arb-1'] }).then({ ...booked, case: two, from: '10:30', to: '11:30' }));
  it('stand beside each other in two rooms under two arbitrators', () => given(booked).when({ ...other, room: '二庭' }).then({ ...booked, case: two, room: '二庭', arbitrators: ['arb-2'] }));
  it('are moved within the day over their own time', () => given(booked).when({ ...book, from: '10:00', to: '11:00', moved: 'party' }).then({ ...booked, from: '10:00', to: '11:00', moved: 'party' }));
  it('leave their time to others when they are released', () => given(booked, released).when(other).then({ ...booked, case: two, arbitrators: ['arb-2'] }));
  it('last from the opening to the closing', () => given().when({ ...book, from: '09:00', to: '17:30' }).then({ ...booked, from: '09:00', to: '17:30' }));
  it('stay in the list of a day that has come', () => {
    given(booked).when({ ...release, at: '2026-05-21T09:00:00+08:00' }).thenNothing();
    given(booked).when({ ...release, at: '2026-05-20T12:00:00+08:00', by: 'process:resolution' }).thenNothing();
    given(booked).when({ ...release, at: '2026-05-20T08:00:00+08:00' }).then({ ...released, at: '2026-05-20T08:00:00+08:00' });
  });

  takesEffectOnce(hearings, { BookHearing: [[], book], ReleaseHearing: [[booked], release] });

  refusesWith(hearings, [
    ['ROOM_TAKEN', [booked], other],
    ['ROOM_TAKEN', [booked], { ...other, from: '10:29', to: '11:00' }],
    ['ROOM_TAKEN', [booked], { ...other, from: '09:00', to: '09:31' }],
    ['ARBITRATOR_TAKEN', [booked], { ...other, room: '二庭', arbitrators: ['arb-2', 'arb-1'] }],
    ['MOVE_NEEDS_REASON', [booked], { ...book, from: '14:00', to: '15:00' }],
    ['MOVE_NEEDS_REASON', [], { ...book, replaces: two }],
    ['ROOM_NOT_OPEN', [], { ...book, open: null }],
    ['ROOM_NOT_FIT_FOR_ONLINE', [], { ...book, online: true }],
    ['NOT_A_WORKING_DAY', [], { ...book, workingDay: false }],
    ['OUTSIDE_OPENING_HOURS', [], { ...book, from: '08:59' }],
    ['OUTSIDE_OPENING_HOURS', [], { ...book, to: '17:31' }],
    ['OUTSIDE_OPENING_HOURS', [], { ...book, to: '09:30' }],
    ['ARBITRATOR_NOT_THERE', [], { ...book, away: ['arb-1'] }],
  ], ['ROOM_IN_CALENDAR', 'NO_HEARING_BOOKED']); // Of the door: test/journeys/speedy.e2e.ts.
});

describe('Free times', () => {
  const hall = { room: '一庭', opens: '09:00', closes: '12:00', online: false };
  const starts = (bookings: Parameters<typeof freeSlots>[1], arbitrators: readonly string[] = []): readonly string[] => freeSlots([hall], bookings, 60, arbitrators).map(({ from }) => from);

  it('lie on the half hours between opening and closing', () => expect(starts([])).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00']));
  it('leave out what meets a hearing in the room', () => expect(starts([{ ...time, case: one, arbitrators: ['arb-9'] }])).toEqual(['10:30', '11:00']));
  it('leave out what meets a hearing of the same arbitrator elsewhere', () => {
    expect(starts([{ ...time, case: one, room: '二庭' }], ['arb-1'])).toEqual(['10:30', '11:00']);
    expect(starts([{ ...time, case: one, room: '二庭' }], ['arb-2'])).toHaveLength(5);
  });
  it('are none where the room is open for less', () => expect(freeSlots([hall], [], 240, [])).toEqual([]));
});
