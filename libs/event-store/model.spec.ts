import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { AppendCommand, Appended } from './append-command.js';
import { readStreams } from './read.js';
import type { Store } from './specimen.js';
import { brokenPromises, command, freshStore, noted } from './specimen.js';

/** The store in a few words: what stands, and what it answers to a command. */
class Model {
  readonly versions = new Map<string, number>();
  readonly keys = new Map<string, { readonly mac: number; readonly stream: string; readonly firstVersion: number }>();
  readonly claims = new Map<string, string>();

  answer({ stream, expected, key, claims = [] }: AppendCommand): Omit<Appended, 'lastPosition' | 'count'> {
    const stood = key && this.keys.get(key.key);
    if (stood?.mac === key?.mac[0] && stood) return { outcome: 'duplicate', firstVersion: stood.firstVersion, stream: stood.stream };
    if (stood) return { outcome: 'key_reused', firstVersion: 0 };
    const taken = claims.find((claim) => this.claims.has(claim.value));
    if (taken) return { outcome: 'taken', firstVersion: 0, takenBy: { ...taken, caseId: this.claims.get(taken.value)! } };
    if (expected !== (this.versions.get(stream) ?? 0)) return { outcome: 'conflict', firstVersion: 0 };
    return { outcome: 'appended', firstVersion: expected + 1 };
  }

  /** Beside a faster session the store may name the conflict where a claim stands as well by now: both are true, and who decides again learns of the claim. */
  allows(given: AppendCommand, answer: Omit<Appended, 'lastPosition' | 'count'>): boolean {
    const own = this.answer(given);
    return isDeepStrictEqual(own, answer) || (own.outcome === 'taken' && answer.outcome === 'conflict' && given.expected !== (this.versions.get(given.stream) ?? 0));
  }

  apply({ stream, caseId, expected, events, key, claims = [] }: AppendCommand): void {
    this.versions.set(stream, expected + events.length);
    if (key) this.keys.set(key.key, { mac: key.mac[0]!, stream, firstVersion: expected + 1 });
    for (const claim of claims) this.claims.set(claim.value, caseId);
  }
}

interface Wish {
  readonly stream: number;
  readonly off: number;
  readonly events: number;
  readonly key: number | null;
  readonly mac: number;
  readonly claims: readonly number[];
}
const wish: fc.Arbitrary<Wish> = fc.record({
  stream: fc.nat(4), off: fc.constantFrom(0, 0, 0, 0, 1, -1), events: fc.integer({ min: 1, max: 3 }), key: fc.option(fc.nat(6), { freq: 2 }), mac: fc.constantFrom(1, 1, 1, 2),
  claims: fc.uniqueArray(fc.nat(8), { maxLength: 2 }),
});

let store: Store;
let run = 0;
beforeAll(async () => { store = await freshStore(); });
afterAll(async () => {
  expect(await brokenPromises(store.pool)).toEqual([]);
  await store.drop();
});

/** Streams, keys and claims of one run, apart from those of every other. */
function asked(wish: Wish, version: number): AppendCommand {
  return command(Math.max(0, version + wish.off), {
    caseId: uuidv5(`${run} ${wish.stream}`), events: Array.from({ length: wish.events }, (_, index) => noted(index)),
    ...(wish.key !== null && { key: { source: 'model', key: `${run} ${wish.key}`, mac: Buffer.alloc(32, wish.mac) } }),
    claims: wish.claims.map((value) => ({ space: 'model', value: `${run} ${value}` })),
  });
}

function bare({ lastPosition: _, count: __, ...rest }: Appended): Omit<Appended, 'lastPosition' | 'count'> {
  return rest;
}

describe('The store and its model', () => {
  it('answer alike to any commands one after the other (test 13, sequential)', async () => {
    await fc.assert(fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 25 }), async (wishes) => {
      run += 1;
      const model = new Model();
      for (const each of wishes) {
        const given = asked(each, model.versions.get(`specimen/${uuidv5(`${run} ${each.stream}`)}`) ?? 0);
        const answer = model.answer(given);
        expect(bare(await store.appender.append(given))).toEqual(answer);
        if (answer.outcome === 'appended') model.apply(given);
      }
    }), { numRuns: 40 });
  });

  it('agree on commands given at once through two appenders: some order explains every answer (test 13, parallel)', async () => {
    const appenders = [store.appender, await store.another({ batchMax: 3 })];
    await fc.assert(fc.asyncProperty(fc.array(fc.array(wish, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
      run += 1;
      const model = new Model();
      const stored: AppendCommand[] = [];
      for (const round of rounds) {
        const given = round.map((each) => asked(each, model.versions.get(`specimen/${uuidv5(`${run} ${each.stream}`)}`) ?? 0));
        const answers = await Promise.all(given.map((each, index) => appenders[index % 2]!.append(each)));
        const inOrder = given.map((each, index) => ({ given: each, answer: answers[index]! })).filter(({ answer }) => answer.outcome === 'appended')
          .sort((x, y) => (BigInt(x.answer.lastPosition) < BigInt(y.answer.lastPosition) ? -1 : 1));
        const explained = new Set<number>();
        const explain = (): void => given.forEach((each, index) => { if (model.allows(each, bare(answers[index]!))) explained.add(index); });
        explain();
        for (const each of inOrder) {
          expect(model.answer(each.given)).toEqual(bare(each.answer));
          model.apply(each.given);
          stored.push(each.given);
          explain();
        }
        expect([...explained].sort((x, y) => x - y)).toEqual(given.map((_, index) => index));
      }
      await expectHistory(stored);
    }), { numRuns: 40 });
  });
});

/** The log of this run is what was answered as appended, in that order. */
async function expectHistory(stored: readonly AppendCommand[]): Promise<void> {
  const streams = await readStreams(store.pool, stored.map((each) => each.stream));
  const events = [...streams.values()].flat().sort((x, y) => (BigInt(x.position) < BigInt(y.position) ? -1 : 1));
  expect(events.map((event) => `${event.stream} ${event.version}`)).toEqual(stored.flatMap((each) => each.events.map((_, index) => `${each.stream} ${each.expected + index + 1}`)));
}
