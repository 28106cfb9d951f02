import type { Client } from 'pg';
import type { LogEvent } from '#libs/contracts/audit.events.js';
import type { Claim } from './claims.js';
import type { Finding } from './leaves.js';

/** That the log took another way, as the log itself says: who, why, and which positions are gone. A stated fact, and no finding. */
export interface Fork {
  readonly epoch: number;
  readonly position: number;
  /** From here on the way before held other events, up to `lostTo`; of a copy nothing is lost, and `lostTo` lies before. */
  readonly from: number;
  readonly lostTo: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly copyOf?: string;
  /** Of what was signed or seen before: where, and up to which position that covers what is gone. */
  readonly gone: readonly { readonly where: string; readonly to: number }[];
}
export type Stated = Omit<Fork, 'gone'>;

const FORKED = 'audit.log-forked';
const COPIED = 'audit.log-copied';

/** What an event of the log says about its way; undefined for every other event, and for what cannot be read. */
export function statedBy(position: number, type: string, data: string): Stated | undefined {
  if (type !== FORKED && type !== COPIED) return undefined;
  try {
    const event = JSON.parse(data) as Omit<Extract<LogEvent, { type: 'LogForked' }>, 'type'> & Omit<Extract<LogEvent, { type: 'LogCopied' }>, 'type'>;
    const { epoch, at, by, reason, copyOf } = event;
    return { epoch, position, at, by, reason, ...(type === FORKED ? { from: Number(event.from), lostTo: Number(event.lostTo) } : { from: Number(event.upTo) + 1, lostTo: Number(event.upTo), copyOf }) };
  } catch {
    return undefined;
  }
}

/** What the log of a database says, and whether the database acts on just that. */
export async function statedIn(client: Client, findings: Finding[]): Promise<readonly Stated[]> {
  const { rows } = await client.query<{ pos: string; type: string; data: string }>(`SELECT pos, type, data FROM es.events WHERE type IN ('${FORKED}', '${COPIED}') ORDER BY pos`);
  const stated = rows.flatMap(({ pos, type, data }) => statedBy(Number(pos), type, data) ?? []);
  const { rows: acted } = await client.query<{ n: number; from_pos: string; lost_to: string }>('SELECT n, from_pos, lost_to FROM es.epoch WHERE n > 0 ORDER BY n');
  const written = (n: number, from: number, lostTo: number): string => `${n} from ${from}, given up to ${lostTo}`;
  const [said, done] = [stated.map(({ epoch, from, lostTo }) => written(epoch, from, lostTo)), acted.map((row) => written(row.n, Number(row.from_pos), Number(row.lost_to)))];
  for (const one of done) if (!said.includes(one)) findings.push({ rule: 'epoch', at: 'es.epoch', what: `epoch ${one}: the log does not state it` });
  for (const [at, one] of said.entries()) if (!done.includes(one)) findings.push({ position: stated[at]!.position, rule: 'epoch', at: 'es.epoch', what: `epoch ${one}: stated in the log, and not there` });
  return stated;
}

/** Sets apart what was signed or seen of positions that the log says are gone. What is gone and not stated is a finding. */
export class Judge {
  readonly #gone = new Map<number, Map<string, number>>();

  constructor(private readonly stated: readonly Stated[]) {}

  standing(claims: readonly Claim[], findings: Finding[]): Claim[] {
    return claims.filter((claim) => {
      const { size, where, way = 0 } = claim;
      if (way > this.stated.length) findings.push({ position: size, rule: 'epoch', at: where, what: `was signed in epoch ${way}, which the log does not state` });
      const fork = this.stated.find(({ epoch, from }) => epoch > way && from <= size);
      if (!fork) return true;
      if (size > fork.lostTo) findings.push({ position: fork.lostTo + 1, to: size, rule: 'epoch', at: where, what: `was sealed before epoch ${fork.epoch}, and its loss is not stated` });
      const places = this.#gone.get(fork.epoch) ?? new Map<string, number>();
      this.#gone.set(fork.epoch, places.set(where, Math.max(size, places.get(where) ?? 0)));
      return false;
    });
  }

  forks(): readonly Fork[] {
    return this.stated.map((fork) => ({ ...fork, gone: [...(this.#gone.get(fork.epoch) ?? [])].map(([where, to]) => ({ where, to })) }));
  }
}
