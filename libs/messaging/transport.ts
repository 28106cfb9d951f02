export interface OutgoingMessage {
  readonly topic: string;
  readonly partition: number;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface IncomingMessage {
  readonly offset: string;
  readonly key: Buffer | null;
  /** null is a tombstone. */
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;
}

/** Consecutive messages of one partition, for one call of a subscriber. */
export interface Batch {
  readonly partition: number;
  readonly messages: readonly IncomingMessage[];
  /** False once the partition is lost, sought elsewhere or the subscription ends: then nothing more of this batch may be taken up. */
  live(): boolean;
  /** Keeps the membership of the group alive; throws when the group is being redistributed, and that error must be let through. */
  heartbeat(): Promise<void>;
  /** Everything up to this offset is dealt with. */
  done(offset: string): void;
  /** Tells the broker where the group stands, for those who watch the lag. Best effort. */
  commit(nextOffset: string): Promise<void>;
}

export interface Subscriber {
  readonly group: string;
  readonly topic: string;
  onBatch(batch: Batch): Promise<void>;
  /** Partitions were assigned; calls `seek` where it knows better than the broker where to go on. */
  onAssigned(partitions: readonly number[]): Promise<void>;
}

export interface Health {
  readonly state: 'starting' | 'running' | 'rebuilding' | 'stopped';
  /** Why it is rebuilding: the name of the last error. */
  readonly reason?: string;
}

export interface Subscription {
  seek(partition: number, offset: string): void;
  health(): Health;
  /** Lets what is being handled finish, then leaves the group. */
  stop(): Promise<void>;
}

/** Where each partition begins and ends; index = partition. */
export interface TopicExtent {
  readonly starts: readonly bigint[];
  readonly ends: readonly bigint[];
}

/** All that the product asks of a message broker, so that another client can take the place of today's. */
export interface EventTransport {
  /** Resolves when every message is stored by all in-sync replicas; where it rejects, any part of the batch may be stored. */
  publish(batch: readonly OutgoingMessage[]): Promise<void>;
  /** Consumes in the background and rebuilds itself after every failure, until stopped. */
  subscribe(subscriber: Subscriber): Subscription;
  /** undefined where the topic does not exist. */
  extent(topic: string): Promise<TopicExtent | undefined>;
  /** Does nothing where the topic exists. */
  createTopic(topic: string, partitions: number, settings: Readonly<Record<string, string>>): Promise<void>;
  /** What the broker was told of a group: the next offset by partition; without those never told. */
  committed(group: string, topic: string): Promise<ReadonlyMap<number, string>>;
  /** All messages of a small, compacted topic; of a long one, at least the last few of each partition. */
  readAll(topic: string, lastOfEach?: number): Promise<readonly IncomingMessage[]>;
  health(): Health;
  close(): Promise<void>;
}
