import { cpus, totalmem } from 'node:os';

/** A thing to time: does `count` of it, as fast as it can. */
export type Workload = (count: number) => void | Promise<void>;

/** What a part of the benchmark found. */
export interface Finding {
  readonly part: string;
  /** Absolute figures by name, with their unit in the name: `routings_per_second`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Ours over the peer's or the floor's, of the same run: above 1 is faster. */
  readonly ratios: Readonly<Record<string, number>>;
  /** What the figures need to be read: sizes, versions, what the peer does. */
  readonly notes: readonly string[];
}

/** One part of the benchmark. */
export interface Part {
  readonly name: string;
  readonly run: () => Promise<Finding>;
}

const ROUND_MS = 700;

/** How many a second, of each workload: rounds of all of them in turn, so that a busy machine slows all alike; the median of the rounds. */
export async function sideBySide<Name extends string>(workloads: Readonly<Record<Name, Workload>>, rounds = 5): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(workloads) as Name[];
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, await countFor(workloads[name]));
  const rates = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) rates.get(name)!.push(await rate(workloads[name], counts.get(name)!));
  }
  return Object.fromEntries(names.map((name) => [name, median(rates.get(name)!)])) as Record<Name, number>;
}

/** How many of it fill a round; finding out warms it up. */
async function countFor(work: Workload): Promise<number> {
  for (let count = 1; ; count *= 4) {
    const each = await rate(work, count);
    if (count / each > ROUND_MS / 4000) return Math.max(1, Math.round((each * ROUND_MS) / 1000));
  }
}

async function rate(work: Workload, count: number): Promise<number> {
  const started = performance.now();
  await work(count);
  return (count * 1000) / (performance.now() - started);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

export function hardware(): Readonly<Record<string, string | number>> {
  return { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version, platform: `${process.platform} ${process.arch}` };
}
