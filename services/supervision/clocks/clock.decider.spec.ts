import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import { specify } from '#libs/decider/specify.js';
import type { ClockCommand, Move } from './clock.decider.js';
import { clocks } from './clock.decider.js';

const at = '2026-03-02T10:15:00+08:00';
const clock = 'b6a6c1f0-6d1f-5c55-9f64-0a2f6e6c7a10';
const pack = { division: '439900', version: '2026-01-01', hash: 'h' };
const rule = { n: 7, unit: 'calendarDays', roll: false, source: 'BJ-STD draft', level: 'service', duty: 'authority' } as const;
const schedule = { due: '2026-03-09', provisionalDue: null, warnAt: '2026-03-06T09:00:00+08:00', breachAt: '2026-03-10T00:00:00+08:00', calendar: 'c' };
const later = { due: '2026-03-24', provisionalDue: null, warnAt: '2026-03-19T09:00:00+08:00', breachAt: '2026-03-25T00:00:00+08:00', calendar: 'c' };
const start: Move = { move: 'start', clock, kind: 'HOT-7D', order: 0, startedAt: '2026-03-02', rule, schedule };
const opened: ClockEvent = { type: 'ClocksOpened', at, division: '439901', pack, receivedAt: at };
const started: ClockEvent = { type: 'ClockStarted', at, clock, kind: 'HOT-7D', order: 0, startedAt: '2026-03-02', rule, ...schedule, causedBy: 'e1' };
const running = [opened, started] as const;
const breached: ClockEvent = { type: 'ClockBreached', at: '2026-03-10T00:00:01+08:00', clock, kind: 'HOT-7D', order: 0, duty: 'authority', due: '2026-03-09', breachAt: '2026-03-10T00:00:00+08:00', lagMs: 1000 };
const warned: ClockEvent = { type: 'ClockWarned', at: '2026-03-06T09:00:00+08:00', clock, kind: 'HOT-7D', duty: 'authority', order: 0, due: '2026-03-09', warnAt: '2026-03-06T09:00:00+08:00' };
const suspended: ClockEvent = { type: 'ClockSuspended', at, clock, kind: 'HOT-7D', from: '2026-03-04', reason: '公告送达', by: 'arbitrator:1', ground: 'resolution.notice-published.v1', causedBy: 'e2' };

const move = (one: Move, causedBy = 'e2', when = at): ClockCommand => ({ type: 'MoveClocks', at: when, causedBy, moves: [one] });
const given = specify(clocks);

describe('Clock', () => {
  it('starts with the receipt, once', () => {
    const open: ClockCommand = { type: 'OpenClocks', at, division: '439901', pack, receivedAt: at, causedBy: 'e1', moves: [start] };
    given().when(open).then(...running);
    given(...running).when(open).thenNothing();
    given(...running).when(move(start, 'e1')).thenNothing();
    given().when(move(start)).thenRefused('CLOCKS_NOT_OPEN');
  });

  it('is met on its last day, and late the day after, by the time of the fact and not of its record', () => {
    const satisfied = (when: string, onTime: boolean): ClockEvent => ({ type: 'ClockSatisfied', at: when, clock, kind: 'HOT-7D', onTime, causedBy: 'e2' });
    for (const [when, onTime] of [['2026-03-08T12:00:00+08:00', true], ['2026-03-09T23:59:59+08:00', true], ['2026-03-10T00:00:00+08:00', false]] as const) {
      given(...running).when(move({ move: 'satisfy', clock }, 'e2', when)).then(satisfied(when, onTime));
    }
    given(...running, breached).when(move({ move: 'satisfy', clock }, 'e2', '2026-03-09T18:00:00+08:00')).then(satisfied('2026-03-09T18:00:00+08:00', true));
    given(...running, satisfied(at, true)).when(move({ move: 'satisfy', clock })).thenNothing();
  });

  it('warns and breaches at its time, once, and never before', () => {
    const warn = (when: string): ClockCommand => ({ type: 'WarnOfClock', at: when, clock });
    const breach = (when: string): ClockCommand => ({ type: 'BreachClock', at: when, clock });
    given(...running).when(warn('2026-03-06T08:59:59+08:00')).thenNothing();
    given(...running).when(warn('2026-03-06T09:00:00+08:00')).then(warned);
    given(...running, warned).when(warn('2026-03-06T10:00:00+08:00')).thenNothing();
    given(...running).when(breach('2026-03-09T23:59:59+08:00')).thenNothing();
    given(...running).when(breach('2026-03-10T00:00:01+08:00')).then(breached);
    given(...running, breached).when(breach('2026-03-11T00:00:00+08:00')).thenNothing();
    given(...running, { type: 'ClockSatisfied', at, clock, kind: 'HOT-7D', onTime: true, causedBy: 'e2' }).when(breach('2026-03-11T00:00:00+08:00')).thenNothing();
    given(...running, suspended).when(breach('2026-03-11T00:00:00+08:00')).thenNothing();
    given(opened).when(breach(at)).thenRefused('NO_SUCH_CLOCK');
  });

  it('stands still and goes on, by clock events alone', () => {
    const resumed: ClockEvent = { type: 'ClockResumed', at, clock, kind: 'HOT-7D', to: '2026-03-19', ...later, causedBy: 'e3' };
    const pause = { move: 'suspend', clock, from: '2026-03-04', reason: '公告送达', by: 'arbitrator:1', ground: 'resolution.notice-published.v1' } as const;
    given(...running).when(move(pause)).then(suspended);
    given(...running, suspended).when(move({ ...pause, from: '2026-03-05', reason: '又一次' }, 'e9')).thenNothing();
    given(...running).when(move(pause, 'e2', '2026-03-10T09:00:00+08:00')).thenNothing(); // The time had run out: there is nothing to pause.
    given(...running, suspended).when(move({ move: 'resume', clock, to: '2026-03-19', schedule: later }, 'e3')).then(resumed);
    given(...running).when(move({ move: 'resume', clock, to: '2026-03-19', schedule: later }, 'e3')).thenNothing();
    given(...running, suspended, resumed).when({ type: 'BreachClock', at: '2026-03-24T12:00:00+08:00', clock }).thenNothing();
  });

  it('stands still until its last ground is gone', () => {
    const stayed = { ...suspended, from: '2026-03-05', reason: '等待鉴定', ground: 'resolution.arbitration-stayed.v1', causedBy: 'e3' } as const;
    const ended: ClockEvent = { type: 'ClockPauseEnded', at, clock, kind: 'HOT-7D', ground: 'resolution.notice-published.v1', to: '2026-03-08', by: 'arbitrator:1', causedBy: 'e4' };
    const wish = { move: 'endPause', clock, ground: 'resolution.notice-published.v1', to: '2026-03-08', by: 'arbitrator:1' } as const;
    given(...running, suspended, stayed).when(move(wish, 'e4')).then(ended);
    given(...running, suspended, stayed, ended).when(move(wish, 'e4')).thenNothing();
    given(...running, suspended, stayed, ended).when({ type: 'BreachClock', at: '2026-04-01T00:00:00+08:00', clock }).thenNothing();
    given(...running, suspended, stayed, ended).when(move({ move: 'resume', clock, to: '2026-03-19', schedule: later }, 'e5'))
      .then({ type: 'ClockResumed', at, clock, kind: 'HOT-7D', to: '2026-03-19', ...later, causedBy: 'e5' });
  });

  it('is met in time while it stands still, whatever its last date was', () => {
    const when = '2026-03-20T12:00:00+08:00';
    given(...running, suspended).when(move({ move: 'satisfy', clock }, 'e3', when)).then({ type: 'ClockSatisfied', at: when, clock, kind: 'HOT-7D', onTime: true, causedBy: 'e3' });
  });

  it('says which limit an extension met, and is not moved by it', () => {
    const refused = { by: 20, limit: 'amount', allowed: { n: 15, times: 1, approver: 'committeeDirector' }, approvedBy: 'director' } as const;
    given(...running).when(move({ move: 'refuseExtension', clock, ...refused }, 'e4')).then({ type: 'ClockExtensionRefused', at, clock, kind: 'HOT-7D', ...refused, causedBy: 'e4' });
    given(...running, { type: 'ClockExtensionRefused', at, clock, kind: 'HOT-7D', ...refused, causedBy: 'e4' }).when({ type: 'BreachClock', at: '2026-03-10T00:00:01+08:00', clock }).then(breached);
  });

  it('does not warn or breach a second time where its date stays', () => {
    const resumed: ClockEvent = { type: 'ClockResumed', at, clock, kind: 'HOT-7D', to: '2026-03-04', ...schedule, warnAt: null, breachAt: null, causedBy: 'e3' };
    given(...running, warned, breached, suspended).when(move({ move: 'resume', clock, to: '2026-03-04', schedule }, 'e3')).then(resumed);
    given(...running, warned, breached, suspended, resumed).when({ type: 'BreachClock', at: '2026-03-11T00:00:00+08:00', clock }).thenNothing();
  });

  it('is extended and restarted once by the same event', () => {
    const extended: ClockEvent = { type: 'ClockExtended', at, clock, kind: 'HOT-7D', by: 15, ...later, approvedBy: 'head', causedBy: 'e4' };
    const restarted: ClockEvent = { type: 'ClockRestarted', at, clock, kind: 'HOT-7D', startedAt: '2026-03-17', ...later, causedBy: 'e5' };
    given(...running).when(move({ move: 'extend', clock, by: 15, approvedBy: 'head', schedule: later }, 'e4')).then(extended);
    given(...running, extended).when(move({ move: 'extend', clock, by: 15, approvedBy: 'head', schedule: later }, 'e4')).thenNothing();
    given(...running).when(move({ move: 'restart', clock, startedAt: '2026-03-17', schedule: later }, 'e5')).then(restarted);
    given(...running, restarted).when(move({ move: 'restart', clock, startedAt: '2026-03-17', schedule: later }, 'e5')).thenNothing();
  });

  it('is rescheduled by a new calendar where its day moves, and ends when its matter does', () => {
    const notice = { division: '000000', year: 2026, version: 'c2' };
    given(...running).when(move({ move: 'reschedule', clock, schedule: later, notice })).then({ type: 'ClockRescheduled', at, clock, kind: 'HOT-7D', before: '2026-03-09', beforeProvisional: null, ...later, notice, causedBy: 'e2' });
    given(...running).when(move({ move: 'reschedule', clock, schedule, notice })).thenNothing();
    given(...running, breached).when(move({ move: 'reschedule', clock, schedule: later, notice })).thenNothing(); // A breach stands.
    given(...running).when(move({ move: 'cancel', clock, fact: 'resolution.case-closed.v1' })).then({ type: 'ClockCancelled', at, clock, kind: 'HOT-7D', causedBy: 'e2', fact: 'resolution.case-closed.v1' });
  });

  it('goes on where what ended it is taken back, and is not warned of or breached twice', () => {
    const cancelled: ClockEvent = { type: 'ClockCancelled', at, clock, kind: 'HOT-7D', causedBy: 'e2', fact: 'resolution.case-closed.v1' };
    const goOn = move({ move: 'goOn', clock, to: '2026-03-09', schedule }, 'e3');
    const resumed: ClockEvent = { type: 'ClockResumed', at, clock, kind: 'HOT-7D', to: '2026-03-09', ...schedule, causedBy: 'e3' };
    given(...running, cancelled).when(goOn).then(resumed);
    given(...running, breached, cancelled).when(goOn).then({ ...resumed, breachAt: null });
    given(...running, cancelled, resumed, cancelled).when(goOn).thenNothing(); // Told before.
    given(...running).when(goOn).thenNothing();
  });

  it('never breaches on a date that waits for its calendar', () => {
    const pending = { due: 'PENDING_CALENDAR', provisionalDue: '2027-02-20', warnAt: null, breachAt: null, calendar: 'c' };
    given(opened, { ...started, ...pending }).when({ type: 'BreachClock', at: '2028-01-01T00:00:00+08:00', clock }).thenNothing();
  });
});
