import { epochMs, instantOf } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { AppendRejected } from '#libs/event-store/failures.js';
import { chance } from '../../../demo/orders.js';
import { opening } from '../load.js';
import { NOW } from '../orders.js';
import type { Tally } from '../scenario.js';
import { Broker } from './broker.js';
import { Database } from './database.js';
import { brokenIn, isDone } from './judge.js';
import type { Wish } from './judge.js';
import { asked, Process } from './process.js';
import type { Node } from './world.js';
import { World } from './world.js';

const EPOCH_MS = epochMs(NOW);
const PROCESSES = ['a', 'b', 'c'];
const PEOPLE = 4;
const WISHES = 10;
const TROUBLE_MS = 9_000;
/** So long after the last fault everything must have come to rest. A process looks at the database's clock twice a minute. */
const REST_MS = 100_000;
const AFTERWARDS_MS = 3_000;
const ANSWER_MS = 3_000;
/** How far the server's clock may be put wrong. */
const JUMPS_MS = [3_600_000, -3_600_000, 86_400_000, -300_000, 400 * 86_400_000, 30_000, -30_000];

export interface Simulated {
  readonly tally: Tally;
  /** Of every step and of the end: the same for the same seed. */
  readonly digest: string;
  readonly steps: number;
}

/** One run of the product's relay, consumers, clocks and appender in a world of this seed, in which everything goes wrong for a while; then all must be as if nothing had. */
export async function simulate(seed: number, { bySequence = false } = {}): Promise<Simulated> {
  const world = new World(chance(seed));
  world.enter();
  try {
    return await new Simulation(world, bySequence).run();
  } finally {
    world.leave();
  }
}

class Simulation {
  readonly #database: Database;
  readonly #broker: Broker;
  readonly #processes = new Map<string, Process>();
  readonly #wishes: Wish[] = [];
  readonly #people: Node = { name: 'people', alive: true, frozenUntil: 0 };
  #busy = PEOPLE;
  #faults = 0;
  #clockWasWrong = false;
  /** The step before which whoever takes it dies. */
  #deadly = new Set<number>();
  #wrong: string[] = [];

  constructor(private readonly world: World, bySequence: boolean) {
    this.#database = new Database(world, EPOCH_MS, bySequence);
    this.#broker = new Broker(world);
  }

  async run(): Promise<Simulated> {
    const { world } = this;
    for (const name of PROCESSES) this.#start(name);
    for (let n = 0; n < PEOPLE; n++) world.in(this.#people, () => void this.#person(n));
    this.#plan();
    world.beforeStep = (node) => { if (node && node !== this.#people && this.#deadly.delete(world.steps)) this.#kill(node.name); };
    await this.#until(() => world.now > TROUBLE_MS);
    this.#heal();
    const healedAt = world.now;
    await this.#rest(healedAt);
    await this.#replay();
    await this.#rest(world.now);
    const end = world.now + AFTERWARDS_MS;
    await this.#until(() => world.now > end);
    const found = brokenIn({ tables: this.#database.tables, broker: this.#broker, wishes: this.#wishes, epochMs: EPOCH_MS, healedAt: this.#clockWasWrong ? undefined : healedAt });
    const { tables } = this.#database;
    world.note(JSON.stringify([tables.events.map(({ stream, version, type }) => [stream, version, type]), [...tables.effects], this.#broker.poisoned]));
    return { tally: { faults: this.#faults + this.#broker.poisoned.length, recoveryMs: 0, ...found, broken: [...this.#wrong, ...found.broken] }, digest: world.digest(), steps: world.steps };
  }

  async #until(condition: () => boolean): Promise<void> {
    while (!condition() && await this.world.step());
  }

  async #rest(from: number): Promise<void> {
    const { world } = this;
    let looked = 0;
    let done = false;
    await this.#until(() => {
      if (world.now > from + REST_MS) return true;
      if (world.steps - looked < 40) return done;
      looked = world.steps;
      done = this.#busy === 0 && isDone(this.#database.tables, this.#broker, this.#wishes);
      return done;
    });
  }

  #start(name: string): void {
    const node: Node = { name, alive: true, frozenUntil: 0 };
    const process = new Process(node, this.world, this.#database, this.#broker);
    this.#processes.set(name, process);
    this.world.in(node, () => process.begin()).catch(() => {
      process.die();
      this.world.after(500, 'start again', () => this.#start(name), 'nobody');
    });
  }

  #kill(name: string): void {
    this.#faults += 1;
    this.#processes.get(name)!.die();
    this.world.after(100 + this.world.chance() * 3_000, 'start again', () => this.#start(name), 'nobody');
    this.world.after(10_000, 'session over', () => this.#redistribute('a member died'), 'nobody');
  }

  #redistribute(because: string): void {
    for (const group of this.#broker.groups) this.#broker.redistribute(group, because);
  }

  /** What will go wrong, and when: some at an instant, some before a certain step. */
  #plan(): void {
    const { world } = this;
    for (let n = 2 + Math.floor(world.chance() * 3); n > 0; n--) this.#deadly.add(100 + Math.floor(world.chance() * 3_000));
    const troubles = [() => this.#freeze(), () => this.#crashDatabase(), () => this.#loseBroker(), () => this.#cutCalls(), () => this.#failSends(), () => this.#repeat(), () => this.#moveClock(), () => this.#poison()];
    for (let n = 3 + Math.floor(world.chance() * 6); n > 0; n--) {
      const trouble = world.pick(troubles);
      world.after(world.chance() * (TROUBLE_MS - 2_000), 'trouble', () => { this.#faults += 1; trouble(); }, 'nobody');
    }
  }

  #freeze(): void {
    const { node } = this.#processes.get(this.world.pick(PROCESSES))!;
    const ms = 500 + this.world.chance() * 19_000;
    node.frozenUntil = this.world.now + ms;
    this.world.after(10_000, 'session over', () => this.#redistribute('a member is silent'), 'nobody');
    this.world.after(ms + 50, 'woken', () => this.#redistribute('a member is back'), 'nobody');
  }

  #crashDatabase(): void {
    this.#database.crash(100 + this.world.chance() * 3_000);
  }

  #loseBroker(): void {
    this.#broker.awayUntil = this.world.now + 500 + this.world.chance() * 7_000;
  }

  #cutCalls(): void {
    this.#database.cuts = 0.03;
    this.world.after(3_000, 'calls arrive again', () => { this.#database.cuts = 0; }, 'nobody');
  }

  #failSends(): void {
    this.#broker.failures = 0.4;
    this.world.after(4_000, 'sends succeed again', () => { this.#broker.failures = 0; }, 'nobody');
  }

  #repeat(): void {
    this.#broker.repeats = 1;
    this.#redistribute('by chance');
    this.world.after(2_000, 'repeats end', () => { this.#broker.repeats = 0; }, 'nobody');
  }

  #moveClock(): void {
    this.#clockWasWrong = true;
    this.#database.clockMs += this.world.pick(JUMPS_MS);
  }

  #poison(): void {
    this.#broker.poison = 0.03;
    this.world.after(3_000, 'poison ends', () => { this.#broker.poison = 0; }, 'nobody');
  }

  #heal(): void {
    this.#deadly.clear();
    Object.assign(this.#database, { awayUntil: 0, cuts: 0, clockMs: 0 });
    Object.assign(this.#broker, { awayUntil: 0, failures: 0, repeats: 0, poison: 0 });
    this.#redistribute('healed');
  }

  /** What was parked is done again from the log, which is whole. */
  async #replay(): Promise<void> {
    const standing = (): Process | undefined => [...this.#processes.values()].find(({ door }) => door);
    await this.#until(() => standing() !== undefined);
    const process = standing()!;
    let open = true;
    this.world.in(process.node, () => void (async () => {
      const { parked } = this.#database.tables;
      for (const shelf of process.parked) for (const caseId of new Set(parked.map((one) => one.caseId))) await shelf.retryKey(caseId);
    })().catch((error: Error) => { this.#wrong.push(`what was parked could not be done again: ${error.message}`); }).finally(() => { open = false; }));
    const end = this.world.now + REST_MS;
    await this.#until(() => !open || this.world.now > end);
  }

  /** Somebody who asks for this and that, at any door that is open, again under the same key until it is answered. */
  async #person(n: number): Promise<void> {
    const { world } = this;
    const cases = [0, 1].map((at) => ({ id: uuidv5(`case/${n}/${at}`), version: 0 }));
    for (let wish = 0; wish < WISHES; wish++) {
      await world.wait(50 + world.chance() * 1_000, this.#people);
      const key = `${n}/${wish}`;
      const nowMs = EPOCH_MS + Math.floor(world.now);
      if (world.chance() < 0.3) {
        const dueMs = nowMs + Math.floor(500 + world.chance() * 8_000);
        const clock = uuidv5(`clock/${key}`);
        await this.#insist(key, opening(uuidv5(`of clock/${key}`), clock, instantOf(nowMs), instantOf(dueMs)));
        this.#wishes.push({ key, clock, dueMs });
      } else {
        const one = world.pick(cases);
        await this.#insist(key, { stream: `asked/${one.id}`, caseId: one.id, expected: one.version, meta: { actor: 'process:test' }, events: [{ id: uuidv5(`asked/${key}`), type: asked.AskedFor.type, data: { n: wish }, recordedAt: instantOf(nowMs) }] });
        one.version += 1;
        this.#wishes.push({ key });
      }
    }
    this.#busy -= 1;
  }

  async #insist(key: string, command: AppendCommand): Promise<void> {
    const keyed = { ...command, key: { source: 'people', key, mac: Buffer.from(key) } };
    for (;;) {
      const process = this.#processes.get(this.world.pick(PROCESSES))!;
      const { door } = process;
      if (door) {
        const answer = this.world.in(process.node, () => door.append(keyed)).then(({ outcome }) => outcome, (error: Error) => (error instanceof AppendRejected ? `rejected (${error.message})` : 'again'));
        const outcome = await Promise.race([answer, this.world.wait(ANSWER_MS, this.#people).then(() => 'again' as const)]);
        if (outcome === 'appended' || outcome === 'duplicate') return;
        if (outcome !== 'again') this.#wrong.push(`${key} was answered ${outcome}`);
      }
      await this.world.wait(50 + this.world.chance() * 200, this.#people);
    }
  }
}
