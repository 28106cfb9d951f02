import { WrongCodes } from './wrong-codes.js';

describe('Wrong tracking codes', () => {
  let now = 0;
  const codes = () => { now = 0; return new WrongCodes(() => now); };
  const stopped = (one: WrongCodes, address: string): boolean => {
    try {
      one.ensure(address);
      return false;
    } catch (error) {
      return (error as { statusCode: number }).statusCode === 429;
    }
  };
  const wrong = (one: WrongCodes, address: string, times: number) => { for (let i = 0; i < times; i++) one.wrong(address); };

  it('stop an address after twenty, and no other', () => {
    const one = codes();
    wrong(one, 'a', 19);
    expect(stopped(one, 'a')).toBe(false);
    wrong(one, 'a', 1);
    expect([stopped(one, 'a'), stopped(one, 'b')]).toEqual([true, false]);
  });

  it('are forgiven ten minutes after the first of them, and not a moment earlier', () => {
    const one = codes();
    wrong(one, 'a', 20);
    now = 10 * 60_000 - 1;
    expect(stopped(one, 'a')).toBe(true);
    now = 10 * 60_000;
    expect(stopped(one, 'a')).toBe(false);
    wrong(one, 'a', 1);
    expect(stopped(one, 'a')).toBe(false); // Counted anew.
  });

  it('are remembered of ten thousand addresses, whoever comes with more', () => {
    const one = codes();
    wrong(one, 'first', 20);
    for (let i = 0; i < 10_000; i++) one.wrong(`address ${i}`);
    expect(stopped(one, 'first')).toBe(false);
  });
});
