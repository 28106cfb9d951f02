import fc from 'fast-check';
import type { SignEvent } from '#libs/contracts/warning.events.js';
import { signEvents } from '#libs/contracts/warning.events.js';
import { fold } from '#libs/decider/decider.js';
import type { SignLaw } from './levels.js';
import type { Counted } from './sign.decider.js';
import { sign } from './sign.decider.js';
import type { Sign } from './sign.state.js';
import { openIn } from './sign.state.js';

/** One thing that happens to a firm: a case arrives (again), a supervisor ends the sign, or the read table is made anew and every case is told again. */
type Happening = { readonly arrives: number } | { readonly ends: true } | { readonly rebuilt: true };

const THRESHOLD = 4;
const law: SignLaw = { season: null, rows: [{ id: 'Y', level: 'yellow', cases: 7, districts: 2, workers: 0, amount: 0 }, { id: 'B', level: 'blue', cases: THRESHOLD, districts: 2, workers: 0, amount: 0 }] };
const pack = { division: '439900', version: '1', hash: 'h' };
const asked = { at: '2026-03-09T09:30:00+08:00', by: 'process:supervision' };
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const counted = (n: number): Counted => ({ caseId: id(n), division: `43990${1 + (n % 3)}`, workers: 1 + (n % 5), amount: n * 10 });

/** The stream, and the read table beside it, as the desk uses them. */
class Firm {
  events: SignEvent[] = [];
  table: number[] = [];

  get state(): Sign {
    return fold(sign, this.events);
  }
  arrives(n: number): void {
    if (!this.table.includes(n)) this.table.push(n);
    const { state } = this;
    if (state.counted.has(id(n))) return this.asks([n]); // Delivered again: the decision alone must know it.
    this.asks(openIn(state) ? [n] : this.table);
  }
  asks(cases: readonly number[]): void {
    this.events.push(...sign.decide({ type: 'GatherCase', ...asked, about: { kind: 'employer', name: 'x', creditCode: null }, cases: cases.map(counted), law, pack }, this.state));
  }
}

describe('Signs, told in any order and as often as may be', () => {
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 24 }).map((arrives) => ({ arrives })) }, { weight: 1, arbitrary: fc.constant({ ends: true as const }) }, { weight: 1, arbitrary: fc.constant({ rebuilt: true as const }) });

  it('agree with a recount by hand: each episode begins at the row, holds each case once, and none is held twice', () => {
    let episodes = 0;
    fc.assert(fc.property(fc.array(happening, { maxLength: 60, size: 'max' }), (row) => {
      const firm = new Firm();
      const arrived: number[] = []; // By hand: the cases since the last end, each once.
      const spent = new Set<number>();
      let since: number[] = [];
      let open = false;
      for (const each of row) {
        if ('arrives' in each) {
          firm.arrives(each.arrives);
          if (!arrived.includes(each.arrives)) arrived.push(each.arrives);
          if (!spent.has(each.arrives) && !since.includes(each.arrives)) since.push(each.arrives);
        } else if ('ends' in each) {
          if (open) {
            firm.events.push(...sign.decide({ type: 'DismissSign', ...asked, ground: 'settled', reason: null }, firm.state));
            for (const n of since) spent.add(n);
            since = [];
            open = false;
          }
        } else {
          firm.table = [];
          for (const n of arrived) firm.arrives(n);
        }
        open ||= since.length >= THRESHOLD && new Set(since.map((n) => n % 3)).size >= 2;
        const { episode } = firm.state;
        expect(openIn(firm.state) !== null).toBe(open);
        if (!open) continue;
        const sum = (of: (one: Counted) => number): number => since.map(counted).reduce((total, one) => total + of(one), 0);
        expect([episode!.cases, episode!.workers, episode!.amount]).toEqual([since.length, sum(({ workers }) => workers), sum(({ amount }) => amount)]);
        expect(episode!.places.reduce((total, { cases }) => total + cases, 0)).toBe(since.length);
        expect(episode!.level).toBe(since.length >= 7 ? 'yellow' : 'blue');
      }
      for (const { type, ...data } of firm.events) signEvents[type].schema.parse(data);
      const held = firm.events.flatMap((event) => (event.type === 'EarlySignFound' ? event.cases : event.type === 'EarlySignGrew' ? event.added : []));
      expect(new Set(held).size).toBe(held.length);
      episodes = Math.max(episodes, firm.state.episode?.n ?? 0);
    }), { numRuns: 500 });
    expect(episodes).toBeGreaterThan(1);
  });
});
