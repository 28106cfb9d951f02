import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import { fold } from '#libs/decider/decider.js';
import { calendarOf } from '#libs/calendar/working-days.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { loadPolicies, policiesOf } from '#libs/policy/in-force.js';
import { lawFor, supervisionDesks } from '../desks.js';
import type { Clock, Clocks } from './clock.decider.js';
import { clocks } from './clock.decider.js';
import type { Notices } from './dates-by-hand.js';
import { movesOf, reissueOf } from './moves.js';

const DIVISION = '439901';
const caseId = '01a202d7-fb82-79c6-9585-04ddeb2ca280';
const real = loadPolicies('policies');
export const pack = real.packFor(DIVISION, '2026-03-02')!;
const desk = supervisionDesks({ policies: real, streams: undefined as never, pool: undefined as never, log: { logId: 't', logEpoch: '', bornAs: 't' } }).find(({ stream }) => stream === 'clocks')!;

const laws = new Map<Notices, ClockLaw>();

/** The clocks of one case for a test, under the real pack: facts come in, clock events come out, times are armed as the service arms them. */
export class CaseClocks {
  readonly events: ClockEvent[] = [];
  readonly armed = new Map<string, string>();
  #serial = 0;
  #state: Clocks = clocks.initial;
  #law: ClockLaw;

  constructor(private notices: Notices) {
    this.#law = this.#lawUnder(notices);
    this.#add([{ type: 'ClocksOpened', at: '2026-01-01T09:00:00+08:00', division: DIVISION, pack: pack.ref, receivedAt: '2026-01-01T09:00:00+08:00' }]);
  }

  get state(): Clocks {
    return this.#state;
  }

  fact(type: string, day: string, data: object = {}): readonly ClockEvent[] {
    const event = this.#event(type, day, data);
    return this.#add(clocks.decide({ type: 'MoveClocks', at: String(event.data['at']), causedBy: event.id, moves: movesOf(event, this.#state, this.#law) }, this.#state));
  }

  /** A notice is published: open clocks are counted again, and all that comes after by it. */
  calendar(notices: Notices, day: string): readonly ClockEvent[] {
    this.notices = notices;
    this.#law = this.#lawUnder(notices);
    const notice = { division: '000000', year: 2026, version: notices.version };
    return this.#add(clocks.decide({ type: 'MoveClocks', at: `${day}T08:00:00+08:00`, causedBy: `notice-${notices.version}`, moves: reissueOf(this.#state, this.#law, notice) }, this.#state));
  }

  /** The time comes: every armed warning and breach by then. */
  until(day: string): void {
    for (const clock of this.#state.clocks.keys()) {
      for (const type of ['WarnOfClock', 'BreachClock'] as const) this.#add(clocks.decide({ type, at: `${day}T00:00:00+08:00`, clock }, this.#state));
    }
  }

  of(kind: string): readonly Clock[] {
    return [...this.#state.clocks.values()].filter((clock) => clock.kind === kind);
  }

  /** `2026-03-09 running`, in the order of their beginning. */
  due(kind: string): string[] {
    return this.of(kind).map(({ due, status }) => `${due} ${status}`);
  }

  /** Ids of clocks whose armed times are not what their state says. */
  wronglyArmed(): string[] {
    return [...this.#state.clocks].filter(([id, clock]) => {
      const breach = clock.status === 'running' && !clock.breached ? clock.breachAt ?? undefined : undefined;
      return this.armed.get(`${id} BreachClock`) !== breach;
    }).map(([, { kind, status, due }]) => `${kind} ${status} ${due}`);
  }

  #lawUnder(notices: Notices): ClockLaw {
    const law = laws.get(notices) ?? lawFor(policiesOf([pack], [{ division: '000000', calendar: calendarOf(notices) }]), DIVISION, pack);
    laws.set(notices, law);
    return law;
  }

  #event(type: string, day: string, data: object): PublishedEvent {
    this.#serial += 1;
    const at = day.length > 10 ? day : `${day}T10:00:00+08:00`;
    return { position: String(this.#serial), logId: 't', id: `00000000-0000-4000-8000-${String(this.#serial).padStart(12, '0')}`, type, caseId, stream: 'x', version: this.#serial, data: { at, ...data }, meta: { actor: 'test' }, recordedAt: at };
  }

  #add(events: readonly ClockEvent[]): readonly ClockEvent[] {
    for (const event of events) {
      this.events.push(event);
      this.#state = fold({ ...clocks, initial: this.#state }, [event]);
      for (const { due, note } of desk.arms!(event, caseId)) {
        const { command } = JSON.parse(note) as { command: { type: string; clock: string } };
        if (due === null) this.armed.delete(`${command.clock} ${command.type}`);
        else this.armed.set(`${command.clock} ${command.type}`, due);
      }
    }
    return events;
  }
}
