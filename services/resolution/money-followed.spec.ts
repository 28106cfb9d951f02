import fc from 'fast-check';
import pg from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import '#libs/contracts/project.events.js';
import '#libs/contracts/resolution.events.js';
import type { AnyDecider } from '#libs/decider/decider.js';
import { fold } from '#libs/decider/decider.js';
import { Refusal } from '#libs/decider/refusal.js';
import { published, streamEvent } from '#libs/event-store/streams.js';
import type { Streams } from '#libs/event-store/streams.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import { arbitration } from './arbitration/arbitration.decider.js';
import type { Arbitration } from './arbitration/arbitration.state.js';
import { closureDesk } from './closure/closure.desk.js';
import type { Closure } from './closure/closure.state.js';
import { fund } from './fund/fund.decider.js';
import { payment } from './payment/payment.decider.js';
import { addingParts } from './payment/payment.desk.js';
import type { Payment } from './payment/payment.state.js';
import { heldOf, unpaidOf } from './payment/payment.state.js';
import { at, day } from './random-commands.js';
import { after } from './resolution.process.js';

const by = 'arbitrator:1';
const KINDS = ['wages', 'overtime', 'severance'] as const;
type Kind = (typeof KINDS)[number];
const performBy = day(400);

/** One case with its desks and what the desks do by themselves, in one place and in the order of the log; what a person does may come between any two facts. */
class OneCase {
  readonly #log: PublishedEvent[] = [];
  readonly #desks: ReadonlyMap<string, AnyDesk>;
  #delivered = 0;
  #day = 0;

  constructor() {
    const streams = { load: (stream: string, decider: AnyDecider) => Promise.resolve({ state: this.state(stream.slice(0, stream.indexOf('/')), decider), version: 0, position: '0' }) } as unknown as Pick<Streams, 'load'>;
    const paid = (): Promise<Payment> => Promise.resolve(this.money);
    this.#desks = new Map<string, AnyDesk>([
      { service: 'resolution', stream: 'arbitration', decider: arbitration }, addingParts(streams, { service: 'resolution', stream: 'payment', decider: payment, prepare: (command) => Promise.resolve(command) }),
      { service: 'resolution', stream: 'fund', decider: fund }, closureDesk({ pool: new pg.Pool(), lawOf: () => Promise.resolve(undefined), paid }),
    ].map((desk) => [desk.stream, desk as AnyDesk]));
  }

  state<State>(stream: string, decider: AnyDecider): State {
    return fold(decider, this.#log.filter((event) => event.stream === `${stream}/c`).map(streamEvent)) as State;
  }
  get money(): Payment { return this.state('payment', payment); }
  get closure(): Closure { return this.state('closure', this.#desks.get('closure')!.decider); }
  get tribunal(): Arbitration { return this.state('arbitration', arbitration); }

  /** Whether it was done: what the law refuses is not. A day passes with every step. */
  async done(stream: string, command: object): Promise<boolean> {
    this.#day += 1;
    return (await this.#decide(stream, { at: at(this.#day), by, ...command })) > 0;
  }
  sleep(days: number): void { this.#day += days; }

  /** The next fact comes to the processes; a broker may bring it twice. */
  async deliver(twice: boolean): Promise<boolean> {
    const event = this.#log[this.#delivered];
    if (!event) return false;
    for (let n = 0; n < (twice ? 2 : 1); n++) {
      for (const { stream, command } of after(event)) if (this.#desks.has(stream)) await this.#decide(stream, { at: event.data['at'], by: 'process:resolution', ...command }, event);
    }
    this.#delivered += 1;
    return true;
  }

  async #decide(stream: string, asked: object, event?: PublishedEvent): Promise<number> {
    const { decider, prepare } = this.#desks.get(stream)!;
    const state: unknown = this.state(stream, decider);
    try {
      const command: unknown = prepare ? await prepare(asked as never, { caseId: 'c', now: at(this.#day), state: () => Promise.resolve(state), ...(event && { event }) }) : asked;
      const events = decider.decide(command, state) as readonly { type: string }[];
      for (const each of events) this.#log.push({ ...published('resolution', each), caseId: 'c', stream: `${stream}/c` } as unknown as PublishedEvent);
      return events.length;
    } catch (error) {
      if (error instanceof Refusal) return 0;
      throw error;
    }
  }
}

type Sums = Record<number, number>;
const listed = (sums: Sums): { worker: number; amount: number }[] => Object.entries(sums).map(([worker, amount]) => ({ worker: Number(worker), amount }));
const total = (sums: Sums): number => Object.values(sums).reduce((sum, amount) => sum + amount, 0);

const of = (worker: number, slips: ByHand['slips']): number => [...slips.values()].filter((slip) => slip.worker === worker).reduce((sum, slip) => sum + slip.amount, 0);

/** The money by hand, in slips and claims: nothing of it is read from the product. */
class ByHand {
  readonly owed: Sums = {};
  readonly later: Sums = {};
  readonly slips = new Map<string, { readonly worker: number; readonly amount: number }>();
  readonly kept = new Map<string, { readonly worker: number; readonly amount: number }>();
  ended = false;

  add(sums: Sums, what: Sums): void { for (const [worker, amount] of Object.entries(what)) sums[Number(worker)] = (sums[Number(worker)] ?? 0) + amount; }
  inHand(worker: number): number { return of(worker, this.slips); }
  /** What was kept for a worker and not fetched (`h`). */
  ready(worker: number): number { return of(worker, this.kept) - of(worker, new Map([...this.slips].filter(([name]) => name.startsWith('h')))); }
  unpaid(): number { return Object.entries(this.owed).reduce((sum, [worker, amount]) => sum + Math.max(0, amount - this.inHand(Number(worker)) - this.ready(Number(worker))), 0); }
  get allPaid(): boolean { return Object.entries(this.owed).every(([worker, amount]) => this.inHand(Number(worker)) >= amount); }
}

type Step =
  | { readonly do: 'part' | 'partAward' | 'partAwardNotFinal'; readonly kind: Kind }
  | { readonly do: 'award' | 'instrument' }
  | { readonly do: 'pay' | 'keep' | 'fetch' | 'advance'; readonly worker: number; readonly amount: number }
  | { readonly do: 'correct' | 'correctKept' | 'correctFetched'; readonly slip: number; readonly amount: number }
  | { readonly do: 'deliver'; readonly facts: number; readonly twice: boolean };

const worker = fc.constantFrom(1, 2);
const amount = fc.integer({ min: 1, max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('part' as const, 'partAward' as const, 'partAwardNotFinal' as const), kind: fc.constantFrom(...KINDS) }), fc.record({ do: fc.constantFrom('award' as const, 'instrument' as const) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'pay' as const, 'keep' as const, 'keep' as const, 'fetch' as const, 'fetch' as const, 'advance' as const), worker, amount }) },
  fc.record({ do: fc.constantFrom('correct' as const, 'correctKept' as const, 'correctFetched' as const, 'correctFetched' as const), slip: fc.nat(6), amount: fc.nat(6) }), { weight: 3, arbitrary: fc.record({ do: fc.constant('deliver' as const), facts: fc.integer({ min: 1, max: 4 }), twice: fc.boolean() }) },
);
/** What each worker claims of each kind, in whole yuan: small, so that sums meet often. */
const ofKind: fc.Arbitrary<Sums> = fc.record({ 1: amount, 2: amount });
const claims: fc.Arbitrary<Record<Kind, Sums>> = fc.record({ wages: ofKind, overtime: ofKind, severance: ofKind });

/** Applied for, accepted, heard: what may be decided is open. */
async function heard(one: OneCase): Promise<void> {
  await one.done('closure', { type: 'OpenCase', orders: [0, 1], money: [0], enquiries: [] });
  await one.done('closure', { type: 'ConcludeOrder', order: 1, result: 'solved' });
  await one.done('arbitration', { type: 'ApplyForArbitration', collective: false, track: 'speedy', simplified: true });
  await one.done('arbitration', { type: 'AcceptApplication' });
  await one.done('arbitration', { type: 'FormPanel', arbitrators: ['a'] });
  await one.done('arbitration', { type: 'OfferMediation', first: [] });
  await one.done('fund', { type: 'ApplyForFund', ground: 'unable', asked: [{ worker: 1, amount: 100 }, { worker: 2, amount: 100 }] });
  await one.done('fund', { type: 'ApproveFund', approved: [{ worker: 1, amount: 100 }, { worker: 2, amount: 100 }], approvedBy: 'b' });
}

describe('The money of one case, whatever is decided in parts, paid, kept, advanced and corrected in whichever order', () => {
  it('is owed and paid to the Fen as a count by hand says, and the order is concluded as paid exactly when it is', async () => {
    const reached = { paidEarly: 0, paid: 0, again: 0, fetchedCorrected: 0 };
    await fc.assert(fc.asyncProperty(claims, fc.array(step, { maxLength: 40, size: 'max' }), async (claimed, steps) => {
      const one = new OneCase();
      const hand = new ByHand();
      await heard(one);
      const decided = new Set<Kind>();
      let n = 0;
      for (const each of steps) {
        n += 1;
        switch (each.do) {
          case 'part': case 'partAward': case 'partAwardNotFinal': {
            if (hand.ended || decided.has(each.kind)) break;
            const what = claimed[each.kind];
            const done = each.do === 'part' ? await one.done('arbitration', { type: 'ServePartialInstrument', kinds: [each.kind], performBy, owed: listed(what) })
              : await one.done('arbitration', { type: 'MakePartialAward', kind: each.kind, amount: total(what), performBy, owed: listed(what), most: each.do === 'partAward' ? 1_000 : 0 });
            expect(done).toBe(true);
            decided.add(each.kind);
            hand.add(each.do === 'partAwardNotFinal' ? hand.later : hand.owed, what); // LDMA 47, 50: what is not final binds with the end.
            break;
          }
          case 'award': case 'instrument': {
            if (hand.ended) break;
            const rest: Sums = { 1: 0, 2: 0 };
            KINDS.filter((kind) => !decided.has(kind)).forEach((kind) => hand.add(rest, claimed[kind]));
            if (each.do === 'award') {
              expect(await one.done('arbitration', { type: 'MakeAward', final: false, performBy, owed: listed(rest) })).toBe(true);
              await one.done('arbitration', { type: 'ServeAward', party: 'both' });
              one.sleep(16);
              expect(await one.done('arbitration', { type: 'TakeEffect' })).toBe(true);
            } else {
              expect(await one.done('arbitration', { type: 'ServeMediationInstrument', performBy, owed: listed(rest) })).toBe(true);
            }
            hand.ended = true;
            hand.add(hand.owed, rest);
            hand.add(hand.owed, hand.later);
            break;
          }
          case 'pay':
            if (await one.done('payment', { type: 'RecordWagePaid', worker: each.worker, amount: each.amount, source: 'employer', evidence: `s${n}`, beyondOwed: true })) hand.slips.set(`s${n}`, each);
            break;
          case 'advance':
            if (await one.done('fund', { type: 'AdvanceFromFund', worker: each.worker, amount: each.amount, evidence: `f${n}` })) hand.slips.set(`f${n}`, each);
            break;
          case 'keep':
            if (await one.done('payment', { type: 'HoldWages', worker: each.worker, amount: each.amount, source: 'employer', evidence: `k${n}`, holder: 'h' })) hand.kept.set(`k${n}`, each);
            break;
          case 'fetch':
            if (await one.done('payment', { type: 'PayHeldWages', worker: each.worker, amount: each.amount, evidence: `h${n}` })) hand.slips.set(`h${n}`, each);
            break;
          case 'correct': case 'correctKept': case 'correctFetched': {
            const [type, first, slips] = ({ correct: ['CorrectWagePaid', 's', hand.slips], correctKept: ['CorrectWagesHeld', 'k', hand.kept], correctFetched: ['CorrectHeldWagesPaid', 'h', hand.slips] } as const)[each.do];
            const these = [...slips].filter(([name]) => name.startsWith(first));
            const [evidence, slip] = these[each.slip % Math.max(1, these.length)] ?? [];
            if (slip && await one.done('payment', { type, worker: slip.worker, evidence, amount: each.amount })) {
              slips.set(evidence!, { worker: slip.worker, amount: each.amount });
              if (each.do === 'correctFetched') reached.fetchedCorrected += 1;
            }
            break;
          }
          case 'deliver':
            for (let k = 0; k < each.facts; k++) await one.deliver(each.twice);
        }
      }
      while (await one.deliver(false));
      const { money, closure } = one;
      const paid = closure.orders[0]!;
      const sums = (from: Readonly<Sums>): Sums => Object.fromEntries([1, 2].map((who) => [who, from[who] ?? 0]));
      expect(sums(money.due)).toEqual(sums(hand.owed));
      expect(sums(money.paid)).toEqual({ 1: hand.inHand(1), 2: hand.inHand(2) });
      expect([unpaidOf(money), heldOf(money)]).toEqual([hand.unpaid(), hand.ready(1) + hand.ready(2)]);
      const isPaid = hand.ended && hand.allPaid;
      expect([paid.step, paid.result, closure.phase]).toEqual(isPaid ? ['concluded', 'paid', 'resolved'] : ['open', undefined, 'open']);
      if (isPaid) reached.paid += 1;
      if (!hand.ended && total(hand.owed) > 0 && hand.allPaid) reached.paidEarly += 1;
      if (one.tribunal.owedInPart.length > 2) reached.again += 1;
    }), { numRuns: 1_500 });
    expect([reached.paid > 0, reached.paidEarly > 0, reached.again > 0, reached.fetchedCorrected > 0]).toEqual([true, true, true, true]); // The rows came to what they are about.
  }, 120_000);
});
