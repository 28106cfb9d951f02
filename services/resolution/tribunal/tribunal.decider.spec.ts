import type { TribunalEvent } from '#libs/contracts/tribunal.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { tribunal } from './tribunal.decider.js';

const given = specify(tribunal);
const by = 'supervisor:1';
const at = '2026-05-06T09:00:00+08:00';
const employer = 'a'.repeat(64);

const registered: TribunalEvent = { type: 'ArbitratorRegistered', at, division: '439901', arbitrator: 'arb-1', specialities: ['speedy'], by };
const left: TribunalEvent = { type: 'ArbitratorLeft', at, arbitrator: 'arb-1', by };
const declared: TribunalEvent = { type: 'ConflictDeclared', at, arbitrator: 'arb-1', employer, ground: 'interest', by };
const opened: TribunalEvent = { type: 'RoomOpened', at, division: '439901', room: '一庭', opens: '09:00', closes: '17:30', online: false, by };

const register = { type: 'RegisterArbitrator', at, by, division: '439901', arbitrator: 'arb-1', specialities: ['speedy'] } as const;
const absence = { type: 'NoteAbsence', at, by, arbitrator: 'arb-1', from: '2026-05-11', to: '2026-05-15' } as const;
const leave = { type: 'RecordLeaving', at, by, arbitrator: 'arb-1' } as const;
const declare = { type: 'DeclareConflict', at, by, arbitrator: 'arb-1', employer, ground: 'interest' } as const;
const lift = { type: 'LiftConflict', at, by, arbitrator: 'arb-1', employer } as const;
const openRoom = { type: 'OpenRoom', at, by, division: '439901', room: '一庭', opens: '09:00', closes: '17:30', online: false } as const;
const closeRoom = { type: 'CloseRoom', at, by, room: '一庭' } as const;

describe('The register of an arbitration body', () => {
  it('keeps what somebody declared while the person was away from it', () => given(registered, declared, left).when(register).then(registered));
  it('lifts nothing that was not declared, and closes no room that is not open', () => {
    given(registered).when(lift).thenNothing();
    given().when(closeRoom).thenNothing();
  });

  takesEffectOnce(tribunal, {
    RegisterArbitrator: [[], register], NoteAbsence: [[registered], absence], RecordLeaving: [[registered], leave], DeclareConflict: [[registered], declare], LiftConflict: [[registered, declared], lift],
    OpenRoom: [[], openRoom], CloseRoom: [[opened], closeRoom],
  });

  refusesWith(tribunal, [
    ['NO_SUCH_ARBITRATOR', [], absence],
    ['NO_SUCH_ARBITRATOR', [registered, left], declare],
    ['ABSENCE_ENDS_BEFORE_IT_BEGINS', [registered], { ...absence, to: '2026-05-10' }],
    ['ROOM_CLOSES_BEFORE_IT_OPENS', [], { ...openRoom, closes: '09:00' }],
  ], ['NO_SUCH_TRIBUNAL', 'EMPLOYER_NOT_NAMED']); // Of the door: test/journeys/speedy.e2e.ts.
});
