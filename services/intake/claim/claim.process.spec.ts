import fc from 'fast-check';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { Claim, ClaimCommand } from './claim.decider.js';
import { claim } from './claim.decider.js';
import { afterClaimFact } from './claim.process.js';

const CASES = ['01a00000-0000-7000-8000-00000000000a', '01a00000-0000-7000-8000-00000000000b'] as const;
/** A person speaks to the claim `to`; or the process takes up the next event of a stream, as far as there is one. */
type Step = { readonly to: 0 | 1; readonly says?: 'duplicate' | 'related' | 'unrelated' };
const which = fc.constantFrom<0 | 1>(0, 1);
const steps = fc.array<Step>(fc.oneof(fc.record({ to: which }), fc.record({ to: which, says: fc.constantFrom<'duplicate' | 'related' | 'unrelated'>('duplicate', 'related', 'unrelated') })), { maxLength: 24 });

/** Far above what eight statements can cause, and reached at once where statements chase each other. */
const TAKEN_MAX = 200;

describe('What is said of two cases', () => {
  it('comes to rest, and stands the same with both, whoever says what to which of them and however late it is carried over', () => {
    fc.assert(fc.property(steps, (said) => {
      const pair = new Pair();
      for (const { to, says } of said) {
        if (says) pair.give(to, says === 'unrelated' ? { type: 'DeclareUnrelated', at: AT, by: 'officer:o1', other: CASES[1 - to]! } : { type: 'LinkRelated', at: AT, by: 'officer:o1', other: CASES[1 - to]!, relation: says }, 'officer:o1');
        else pair.carry(to);
      }
      for (let taken = 0; pair.carry(0) || pair.carry(1); taken++) if (taken > TAKEN_MAX) throw new Error('It never comes to rest.');
      expect(pair.holds(0)).toBe(pair.holds(1));
    }), { numRuns: 2_000 });
  });

  it('that was said once is told once', () => {
    for (const to of [0, 1] as const) {
      const pair = new Pair();
      pair.give(to, { type: 'LinkRelated', at: AT, by: 'officer:o1', other: CASES[1 - to]!, relation: 'duplicate' }, 'officer:o1');
      while (pair.carry(0) || pair.carry(1));
      expect([pair.told(0), pair.told(1)]).toEqual([1, 1]);
    }
  });
});

const AT = '2026-03-02T10:15:00+08:00';

/** Two claims with the events of each, and how far the process has taken them up. */
class Pair {
  readonly #events: [{ event: ClaimEvent; actor: string }[], { event: ClaimEvent; actor: string }[]] = [[], []];
  readonly #taken: [number, number] = [0, 0];
  readonly #state: [Claim, Claim] = [{ ...claim.initial, phase: 'filed' }, { ...claim.initial, phase: 'filed' }];

  give(to: 0 | 1, command: ClaimCommand, actor: string): void {
    for (const event of claim.decide(command, this.#state[to])) {
      this.#state[to] = claim.evolve(this.#state[to], event);
      this.#events[to].push({ event, actor });
    }
  }

  /** False where nothing is left to take up. */
  carry(from: 0 | 1): boolean {
    const next = this.#events[from][this.#taken[from]];
    if (!next) return false;
    this.#taken[from] += 1;
    const { type, ...data } = next.event;
    const published = { type: `intake.${type === 'RelatedLinked' ? 'related-linked' : 'unrelated-declared'}.v1`, caseId: CASES[from], data, meta: { actor: next.actor } } as never as PublishedEvent;
    for (const { command } of afterClaimFact(published)) this.give((1 - from) as 0 | 1, { at: AT, ...command } as never, 'process:intake');
    return true;
  }

  told(of: 0 | 1): number {
    return this.#events[of].length;
  }

  holds(of: 0 | 1): string | undefined {
    return this.#state[of].relations.get(CASES[1 - of]!);
  }
}
