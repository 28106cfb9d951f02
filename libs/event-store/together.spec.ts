import { StoreBusy } from './failures.js';
import { Together } from './together.js';

describe('Questions asked together', () => {
  it('go one round at a time, each with what came meanwhile, and each gets its own answer', async () => {
    const rounds: number[][] = [];
    let release = (): void => undefined;
    const together = new Together(async (questions: readonly number[]) => {
      rounds.push([...questions]);
      await new Promise<void>((resolve) => { release = resolve; });
      return questions.map((question) => question * 10);
    }, 3);
    const answers = Promise.all([1, 2, 3, 4, 5].map((question) => together.ask(question)));
    for (let round = 1; round <= 3; round++) {
      while (rounds.length < round) await new Promise(setImmediate);
      release();
    }
    expect(await answers).toEqual([10, 20, 30, 40, 50]);
    expect(rounds).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('of which a round fails are told so, and the next round goes on', async () => {
    const together = new Together((questions: readonly string[]) => (questions.includes('bad') ? Promise.reject(new Error('no')) : Promise.resolve(questions)));
    const [first, bad, beside] = [together.ask('a'), together.ask('bad'), together.ask('b')];
    expect(await first).toBe('a');
    await expect(bad).rejects.toThrow('no');
    await expect(beside).rejects.toThrow('no');
    expect(await together.ask('c')).toBe('c');
  });

  it('are turned away where too many wait, and taken again afterwards', async () => {
    let release = (): void => undefined;
    const together = new Together(async (questions: readonly number[]) => {
      await new Promise<void>((resolve) => { release = resolve; });
      return questions;
    }, 2, 2);
    const asked = [1, 2, 3].map((question) => together.ask(question)); // One under way, two waiting.
    await expect(together.ask(4)).rejects.toThrow(StoreBusy);
    for (let round = 0; round < 2; round++) {
      await new Promise(setImmediate);
      release();
    }
    expect(await Promise.all(asked)).toEqual([1, 2, 3]);
    const next = together.ask(5);
    release();
    expect(await next).toBe(5);
  });
});
