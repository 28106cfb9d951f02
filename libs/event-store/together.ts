import { StoreBusy } from './failures.js';

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One round trip for all who ask at once: what is asked while a round is under way goes together into the next. `answer` gives one answer for each question, in
 * their order; where it fails, all who were in the round hear of it. Rejects with `StoreBusy` where too many wait.
 */
export class Together<Question, Answer> {
  #waiting: Waiting<Question, Answer>[] = [];
  #underWay = false;

  constructor(private readonly answer: (questions: readonly Question[]) => Promise<readonly Answer[]>, private readonly max = 256, private readonly waitingMax = 8192) {}

  ask(question: Question): Promise<Answer> {
    if (this.#waiting.length >= this.waitingMax) return Promise.reject(new StoreBusy());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (!this.#underWay) void this.#rounds();
    });
  }

  async #rounds(): Promise<void> {
    this.#underWay = true;
    while (this.#waiting.length > 0) {
      const round = this.#waiting.splice(0, this.max);
      try {
        const answers = await this.answer(round.map(({ question }) => question));
        for (const [n, { resolve }] of round.entries()) resolve(answers[n]!);
      } catch (error) {
        for (const { reject } of round) reject(error);
      }
    }
    this.#underWay = false;
  }
}
