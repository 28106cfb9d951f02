import { PARTITIONS } from '#libs/messaging/topics.js';
import type { Batch, EventTransport, Health, IncomingMessage, OutgoingMessage, Subscriber, Subscription, TopicExtent } from '#libs/messaging/transport.js';
import type { Node, World } from './world.js';

interface Topic { readonly partitions: IncomingMessage[][] }
interface Member {
  readonly node: Node;
  readonly subscriber: Subscriber;
  assigned: Set<number>;
  /** Counts redistributions that this member has heard of. */
  generation: number;
  readonly next: Map<number, number>;
  isOver: boolean;
}
interface Group { members: Member[]; generation: number; readonly committed: Map<number, number> }

const SESSION_MS = 10_000;
const BATCH_MAX = 12;

/** A Kafka as a model: sends that are stored whole, in part or not at all though they failed; groups that are redistributed, forget where they stood, and go on with zombies beside them. */
export class Broker {
  awayUntil = 0;
  /** Chance that a send fails, before or after any part of it was stored. */
  failures = 0;
  /** Chance that a message is stored otherwise than it was sent, by what was done to it. */
  poison = 0;
  readonly poisoned: string[] = [];
  /** Chance that a member is given messages again that it has had. */
  repeats = 0;
  readonly topics = new Map<string, Topic>();
  #waiting: { readonly partition: number; readonly wake: () => void }[] = [];
  readonly #groups = new Map<string, Group>();

  constructor(private readonly world: World) {}

  /** As one process would connect to it. */
  transportOf(node: Node): EventTransport {
    const ask = <T>(label: string, answer: () => T): Promise<T> => new Promise((resolve, reject) => {
      this.world.after(this.world.latency(), label, () => {
        if (this.awayUntil > this.world.now) return this.world.after(this.world.latency(), 'refused', () => reject(away()), node);
        const found = answer();
        return this.world.after(this.world.latency(), `reply ${label}`, () => resolve(found), node);
      }, 'nobody');
    });
    return {
      publish: (batch) => this.#publish(node, batch),
      subscribe: (subscriber) => this.#subscribe(node, subscriber),
      extent: (topic) => ask('extent', () => this.#extent(topic)),
      createTopic: (topic, partitions) => ask('create topic', () => { if (!this.topics.has(topic)) this.topics.set(topic, { partitions: Array.from({ length: partitions }, () => []) }); }),
      committed: (group) => ask('committed', () => new Map([...(this.#groups.get(group)?.committed ?? [])].map(([partition, offset]) => [partition, String(offset)]))),
      readAll: (topic) => ask('read all', () => this.topics.get(topic)?.partitions.flat() ?? []),
      health: (): Health => ({ state: 'running' }), close: () => Promise.resolve(),
    };
  }

  /** Members that are dead or silent for too long are no members any more. */
  redistribute(group: string, because: string): void {
    const found = this.#groups.get(group);
    if (!found) return;
    found.generation += 1;
    found.members = found.members.filter(({ node, isOver }) => node.alive && !isOver);
    const heard = found.members.filter(({ node }) => node.frozenUntil - this.world.now < SESSION_MS);
    for (const [at, member] of heard.entries()) {
      const assigned = Array.from({ length: PARTITIONS }, (_, partition) => partition).filter((partition) => partition % heard.length === at);
      const { generation } = found;
      this.world.after(this.world.latency(), `assigned (${because})`, () => this.#assign(found, member, generation, assigned), member.node);
    }
  }

  get groups(): readonly string[] {
    return [...this.#groups.keys()];
  }

  #publish(node: Node, batch: readonly OutgoingMessage[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.world.after(this.world.latency() * 2, 'publish', () => {
        const reply = (error?: Error): unknown => this.world.after(this.world.latency(), error ? 'not published' : 'published', () => (error ? reject(error) : resolve()), node);
        if (this.awayUntil > this.world.now) return reply(away());
        const fails = this.world.chance() < this.failures;
        const share = fails ? this.world.pick([0, 0.5, 1]) : 1; // One partition is stored whole or not at all.
        const stored = new Map<string, boolean>();
        for (const message of batch) {
          const where = `${message.topic}/${message.partition}`;
          if (!stored.has(where)) stored.set(where, share === 1 || (share > 0 && this.world.chance() < share));
          if (stored.get(where)) this.#store(message);
        }
        return reply(fails ? Object.assign(new Error('REQUEST_TIMED_OUT'), { name: 'KafkaJSError' }) : undefined);
      }, 'nobody');
    });
  }

  #store({ topic, partition, key, value, headers }: OutgoingMessage): void {
    const messages = this.topics.get(topic)!.partitions[partition]!;
    let bytes: string | Buffer = value;
    if (this.poison > 0 && headers['ce_position'] !== undefined && this.world.chance() < this.poison) {
      const [kind, make] = this.world.pick(poisons);
      ({ value: bytes = bytes, headers } = { headers, ...make(value, headers) });
      this.poisoned.push(`${kind} at ${headers['ce_position']}`);
    }
    if (headers['ce_position'] !== undefined) {
      for (const one of this.#waiting) if (one.partition === partition) one.wake();
      this.#waiting = this.#waiting.filter((one) => one.partition !== partition);
    }
    messages.push({ offset: String(messages.length), key: Buffer.from(key), value: Buffer.from(bytes), headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])) });
  }

  #extent(topic: string): TopicExtent | undefined {
    const found = this.topics.get(topic);
    return found && { starts: found.partitions.map(() => 0n), ends: found.partitions.map(({ length }) => BigInt(length)) };
  }

  #subscribe(node: Node, subscriber: Subscriber): Subscription {
    const group = this.#groups.get(subscriber.group) ?? { members: [], generation: 0, committed: new Map<number, number>() };
    this.#groups.set(subscriber.group, group);
    const member: Member = { node, subscriber, assigned: new Set(), generation: -1, next: new Map(), isOver: false };
    this.world.after(this.world.latency(), 'join', () => { group.members.push(member); this.redistribute(subscriber.group, 'joined'); }, 'nobody');
    return {
      seek: (partition, offset) => void member.next.set(partition, Number(offset)),
      health: () => ({ state: 'running' }),
      stop: () => { member.isOver = true; return Promise.resolve(); },
    };
  }

  #assign(group: Group, member: Member, generation: number, partitions: readonly number[]): void {
    member.generation = generation;
    member.assigned = new Set(partitions);
    for (const partition of partitions) {
      const committed = group.committed.get(partition) ?? 0;
      member.next.set(partition, this.world.chance() < this.repeats ? Math.floor(this.world.chance() * (committed + 1)) : committed);
    }
    void member.subscriber.onAssigned([...partitions]);
    for (const partition of partitions) void this.#deliver(group, member, generation, partition);
  }

  /** One loop for each partition of a member; a zombie's goes on until it hears that it has lost it. */
  async #deliver(group: Group, member: Member, generation: number, partition: number): Promise<void> {
    const { subscriber, node } = member;
    const isOurs = (): boolean => member.generation === generation && !member.isOver;
    while (isOurs() && node.alive) {
      const from = member.next.get(partition)!;
      const found = this.awayUntil > this.world.now ? [] : (this.topics.get(subscriber.topic)?.partitions[partition]?.slice(from, from + 1 + Math.floor(this.world.chance() * BATCH_MAX)) ?? []);
      if (found.length === 0) {
        await this.#news(node, partition);
        continue;
      }
      let reached = from;
      const isWhereItWas = (): boolean => member.next.get(partition) === from; // Else the subscriber has sought elsewhere.
      await this.world.in(node, () => subscriber.onBatch(this.#batchOf(found, partition, {
        isLive: () => isOurs() && isWhereItWas(),
        done: (offset) => { reached = offset + 1; },
        commit: (offset) => { if (group.generation === generation && this.world.chance() > 0.2) group.committed.set(partition, offset); },
      })).catch(() => undefined));
      if (!isOurs()) return;
      if (isWhereItWas()) member.next.set(partition, reached);
      if (reached === from) await this.world.wait(20, node); // It could not go on: not at once again.
    }
  }

  /** Until something comes, or a while is over: a fetch. */
  #news(node: Node, partition: number): Promise<void> {
    return new Promise((done) => {
      const nothing = this.world.after(2_000 + this.world.chance() * 1_000, 'nothing new', done, node);
      this.#waiting.push({ partition, wake: () => { if (!nothing.cancelled) this.world.after(this.world.latency(), 'fetched', done, node); nothing.cancelled = true; } });
    });
  }

  #batchOf(messages: readonly IncomingMessage[], partition: number, { isLive, done, commit }: { isLive: () => boolean; done: (offset: number) => void; commit: (next: number) => void }): Batch {
    return {
      partition, messages, live: isLive, heartbeat: () => this.world.wait(this.world.latency()), done: (offset) => done(Number(offset)),
      commit: async (next) => {
        await this.world.wait(this.world.latency());
        commit(Number(next));
      },
    };
  }
}

type Headers = OutgoingMessage['headers'];

/** What a defect may make of a message whose place in the log can still be read: twelve kinds. The log itself is whole. */
const poisons: readonly (readonly [kind: string, make: (value: string, headers: Headers) => { readonly value?: string; readonly headers?: Headers }])[] = [
  ['broken JSON', (value) => ({ value: value.slice(0, -1) })],
  ['empty', () => ({ value: '' })],
  ['no object', () => ({ value: '[1]' })],
  ['data against its schema', () => ({ value: '{"n":"one"}' })],
  ['a prototype key', (value) => ({ value: value.replace('{', '{"__proto__":{"a":1},') })],
  ['nested ten thousand deep', () => ({ value: `{"n":${'['.repeat(10_000)}${']'.repeat(10_000)}}` })],
  ['too large', () => ({ value: JSON.stringify({ n: 1, note: 'x'.repeat(70_000) }) })],
  ['no UTF-8', () => ({ value: '{"n":1,"note":"\ufffd"}' })],
  ['unknown type', (_, headers) => ({ headers: { ...headers, ce_type: 'audit.never-heard-of.v1' } })],
  ['unknown version', (_, headers) => ({ headers: { ...headers, ce_type: headers['ce_type']!.replace('.v1', '.v9') } })],
  ['no leaf hash', (_, headers) => ({ headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'ce_leafhash')) })],
  ['another stream version', (_, headers) => ({ headers: { ...headers, ce_streamversion: String(Number(headers['ce_streamversion']) + 1) } })],
];

function away(): Error {
  return Object.assign(new Error('Connection error'), { name: 'KafkaJSConnectionError', code: 'ECONNREFUSED' });
}
