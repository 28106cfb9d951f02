import { createHash } from 'node:crypto';
import type { Chance } from '../scenario.js';

/** A process of the simulated product. What a dead one still had in hand never goes on; a frozen one goes on later, and knows nothing of it. */
export interface Node {
  readonly name: string;
  alive: boolean;
  frozenUntil: number;
}

interface Entry {
  at: number;
  readonly n: number;
  readonly label: string;
  readonly node: Node | undefined;
  readonly run: () => void;
  cancelled: boolean;
}

const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, setImmediate: globalThis.setImmediate, setInterval: globalThis.setInterval, clearInterval: globalThis.clearInterval, random: Math.random };

/**
 * Time, chance and order of a simulated world: whatever waits for time, for a server or for a reply is an entry here, and one entry is run after the other. All chance
 * comes from the seed, so that a run can be made again, step by step.
 */
export class World {
  now = 0;
  steps = 0;
  readonly #entries: Entry[] = [];
  /** Whose step it is: all that follows in it, until nothing follows any more, is that process's. */
  #here: Node | undefined;
  readonly #hash = createHash('sha256');
  #made = 0;
  /** Called before each step, with the process whose step it is. */
  beforeStep: ((node: Node | undefined) => void) | undefined;

  constructor(readonly chance: Chance) {}

  /** Waiting time of a message between two machines: short as a rule. */
  latency(): number {
    return this.chance() < 0.03 ? this.chance() * 80 : 0.1 + this.chance() * 2;
  }

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.chance() * of.length)]!;
  }

  /** Runs something after so many milliseconds: of the process whose step it is, of another, or of nobody, so that it comes whoever dies. */
  after(ms: number, label: string, run: () => void, of: Node | 'here' | 'nobody' = 'here'): Entry {
    const node = of === 'here' ? this.#here : of === 'nobody' ? undefined : of;
    const entry: Entry = { at: this.now + Math.max(0, ms), n: this.#made++, label, node, run, cancelled: false };
    push(this.#entries, entry);
    return entry;
  }

  /** Begins something of a process within a step of another's. */
  in<T>(node: Node, run: () => T): T {
    const before = this.#here;
    this.#here = node;
    try {
      return run();
    } finally {
      this.#here = before;
    }
  }

  wait(ms: number, of: Node | 'here' = 'here'): Promise<void> {
    return new Promise((done) => { this.after(ms, 'wait', done, of); });
  }

  /** One step; false where nothing is left to happen. */
  async step(): Promise<boolean> {
    const entry = pop(this.#entries);
    if (!entry) return false;
    this.now = Math.max(this.now, entry.at);
    const { node, cancelled } = entry;
    if (cancelled || (node && !node.alive)) return true;
    if (node && node.frozenUntil > this.now) {
      entry.at = node.frozenUntil;
      push(this.#entries, entry);
      return true;
    }
    this.steps += 1;
    this.beforeStep?.(node);
    if (node && !node.alive) return true;
    this.note(`${this.now.toFixed(3)} ${node?.name ?? '-'} ${entry.label}`);
    this.#here = node;
    entry.run();
    await new Promise<void>((done) => { real.setImmediate(done); }); // All that follows without waiting for anybody has then happened.
    this.#here = undefined;
    return true;
  }

  /** What makes two runs the same run. */
  note(line: string): void {
    this.#hash.update(`${line}\n`);
  }

  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  /** The code under test sees this world's time and chance instead of the real ones, until `leave`. */
  enter(): void {
    const timer = (run: () => void, ms: number, label: string): unknown => Object.assign(this.after(ms, label, run), { unref: () => undefined, ref: () => undefined });
    const cancel = (handle: unknown): void => { if (handle !== undefined && handle !== null) (handle as Entry).cancelled = true; };
    const repeat = (run: () => void, ms: number, handle: { current?: unknown; cancelled: boolean }): void => {
      handle.current = timer(() => {
        if (handle.cancelled) return;
        run();
        repeat(run, ms, handle);
      }, ms, 'interval');
    };
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms = 0) => timer(run, ms, 'timer'), clearTimeout: cancel, setImmediate: (run: () => void) => timer(run, 0, 'soon'), clearInterval: cancel,
      setInterval: (run: () => void, ms: number) => {
        const handle = { cancelled: false, unref: () => undefined };
        repeat(run, ms, handle);
        return handle;
      },
    });
    Object.defineProperty(performance, 'now', { configurable: true, value: () => this.now });
    Math.random = () => this.chance();
  }

  leave(): void {
    const { random, ...timers } = real;
    Object.assign(globalThis, timers);
    delete (performance as { now?: unknown }).now; // The prototype's comes to light again.
    Math.random = random;
  }
}

/** A binary heap by time, then by order of making. */
function push(heap: Entry[], entry: Entry): void {
  heap.push(entry);
  for (let at = heap.length - 1; at > 0;) {
    const above = (at - 1) >> 1;
    if (!isBefore(heap[at]!, heap[above]!)) return;
    [heap[at], heap[above]] = [heap[above]!, heap[at]!];
    at = above;
  }
}

function pop(heap: Entry[]): Entry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  heap[0] = last;
  for (let at = 0; ;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let least = at;
    if (left < heap.length && isBefore(heap[left]!, heap[least]!)) least = left;
    if (right < heap.length && isBefore(heap[right]!, heap[least]!)) least = right;
    if (least === at) return first;
    [heap[at], heap[least]] = [heap[least]!, heap[at]!];
    at = least;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at === b.at ? a.n < b.n : a.at < b.at;
}
