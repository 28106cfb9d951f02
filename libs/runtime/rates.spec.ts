import type { TooManyCalls } from './rates.js';
import { Rates } from './rates.js';

describe('The calls of one identity', () => {
  let now = 0;
  const rates = new Rates(60, () => now);
  const refused = (identity: string): number | undefined => {
    try {
      rates.take(identity);
      return undefined;
    } catch (error) {
      return (error as TooManyCalls).retryAfter;
    }
  };

  it('pass as a burst up to the minute, then one by one as they are given back', () => {
    expect(Array.from({ length: 60 }, () => refused('a'))).toEqual(Array(60).fill(undefined));
    expect(refused('a')).toBe(1);
    now += 999;
    expect(refused('a')).toBe(1);
    now += 1;
    expect([refused('a'), refused('a')]).toEqual([undefined, 1]);
  });

  it('are not counted against another', () => expect(refused('b')).toBeUndefined());

  it('are all there again after a quiet minute, and no more', () => {
    now += 600_000;
    expect(Array.from({ length: 61 }, () => refused('a')).filter((wait) => wait !== undefined)).toEqual([1]);
  });

  it('say how long the wait is where a minute has few', () => {
    const few = new Rates(2, () => now);
    few.take('c');
    few.take('c');
    expect(() => few.take('c')).toThrow(expect.objectContaining({ statusCode: 429, retryAfter: 30 }));
  });

  it('have no limit at 0', () => {
    const none = new Rates(0, () => now);
    for (let n = 0; n < 10_000; n++) none.take('a');
  });

  it('of more identities than are remembered cost no more memory', () => {
    for (let n = 0; n < 10_000; n++) rates.take(`n${n}`);
    expect(refused('a')).toBeUndefined(); // Forgotten: ten thousand called after it.
  });
});
