import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import { leavesAfter, newestCheckpoint, tilesIn } from '#libs/event-store/checkpoints.js';
import type { Lineage } from '#libs/event-store/lineage.js';
import { readLineage } from '#libs/event-store/lineage.js';
import type { Log } from '#libs/event-store/log.js';
import { isAtHome, openLog } from '#libs/event-store/log.js';
import { head } from '#libs/event-store/read.js';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import type { Checkpoint } from '#libs/merkle/checkpoint.js';
import { NoteRefused } from '#libs/merkle/note.js';
import type { Verifier } from '#libs/merkle/note.js';
import { Frontier, HASH_BYTES } from '#libs/merkle/tiles.js';
import { lastNotes } from '#libs/messaging/relay-note.js';
import type { EventTransport } from '#libs/messaging/transport.js';
import { notesIn } from '../log/witness-file.js';
import { WitnessTopic } from '../log/witness-topic.js';
import type { Found } from './topic-tail.js';
import { exported, topicTail } from './topic-tail.js';
import { refuse } from './restore.refusals.js';

export interface Looking {
  readonly pool: Pool;
  readonly transport: EventTransport;
  readonly verifiers: readonly Verifier[];
  /** Paths of witness files. */
  readonly witnesses: readonly string[];
  /** Path of an export of the log, where one is at hand. */
  readonly file?: string | undefined;
}

/** What a database holds of its log beside what is known of it outside: Kafka, the witnesses, an export. Positions count from 1. */
export interface Standing {
  readonly log: Log;
  readonly lineage: Lineage;
  readonly atHome: boolean;
  readonly head: number;
  /** What this database has sealed itself. */
  readonly sealed: number;
  /** Up to here it holds just what is known outside. */
  readonly common: number;
  /** The last position of which anything outside knows. */
  readonly known: number;
  /** What the topic, or the export, still has right behind `common`, without a gap. */
  readonly found: readonly Found[];
  /** Up to where a signed checkpoint says that `found` is what was sealed. */
  readonly provenTo: number;
  /** What the witnesses hold, signed and of the way that the log is on, the smallest first. */
  readonly witnessed: readonly Witnessed[];
}
export type Witnessed = Checkpoint & { readonly note: string };

/** How many positions are known outside and not here. */
export function missing({ common, known }: Standing): number {
  return Math.max(0, known - common);
}

/** Looks, and changes nothing. Throws refusals. */
export async function look({ pool, transport, verifiers, witnesses, file }: Looking): Promise<Standing> {
  const log = await openLog(pool);
  const lineage = await readLineage(pool);
  const end = Number(await head(pool));
  const sealed = (await newestCheckpoint(pool))?.size ?? 0;
  const notes = await lastNotes(transport, log.logId);
  if (notes.some(({ logEpoch }) => !lineage.named(logEpoch))) throw refuse('LOG_OLDER_THAN_FORK');
  const told = notes.filter(({ logEpoch, position }) => !lineage.givenUpBy(lineage.named(logEpoch)!.n, BigInt(position))).map(({ position }) => Number(position));
  const inFiles = witnesses.flatMap((path) => notesIn(readFileSync(path, 'utf8')));
  const checkpoints = standing([...await new WitnessTopic(transport, log.logId).tail(), ...inFiles], verifiers, lineage);
  const tail = new Map([...await topicTail(transport, log.logId, lineage, Math.max(sealed, await published(pool))), ...(file === undefined ? [] : await exported(file, sealed))]);
  const same = await sameTo(pool, tail, sealed, end);
  const walked = await walk(pool, sealed, same, checkpoints);
  const found = consecutive(tail, walked.common);
  const proof = walked.common === same ? proven(walked.frontier, found, checkpoints) : { provenTo: walked.common, upTo: walked.common };
  return {
    log, lineage, atHome: await isAtHome(pool), head: end, sealed, common: walked.common, known: Math.max(walked.common, ...told, ...tail.keys(), ...checkpoints.map(({ size }) => size)),
    found: found.slice(0, proof.upTo - walked.common), provenTo: proof.provenTo, witnessed: checkpoints,
  };
}

async function published(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pos: string }>('SELECT pos FROM es.relay');
  return Number(rows[0]!.pos);
}

/** What a known key has signed, of the way that the log is on, the smallest first. */
function standing(notes: readonly string[], verifiers: readonly Verifier[], lineage: Lineage): Witnessed[] {
  const opened = notes.flatMap((note) => {
    try {
      return [{ ...openedCheckpoint(note, verifiers), note }];
    } catch (error) {
      if (!(error instanceof NoteRefused)) throw error;
      return [];
    }
  });
  if (opened.some(({ way }) => (way?.n ?? 0) > lineage.current.n)) throw refuse('LOG_OLDER_THAN_FORK');
  return opened.filter(({ way, size }) => !lineage.givenUpBy(way?.n ?? 0, BigInt(size))).sort((a, b) => a.size - b.size);
}

/** The last position up to which the events of the log are those that came from outside. */
async function sameTo(pool: Pool, tail: ReadonlyMap<number, Found>, sealed: number, end: number): Promise<number> {
  const here = [...tail.keys()].filter((position) => position <= end).sort((a, b) => a - b);
  const { rows } = await pool.query<{ pos: string }>(
    'SELECT u.pos FROM unnest($1::bigint[], $2::bytea[]) AS u(pos, leaf) LEFT JOIN es.events e ON e.pos = u.pos WHERE e.leaf_hash IS DISTINCT FROM u.leaf ORDER BY u.pos LIMIT 1',
    [here, here.map((position) => tail.get(position)!.leafHash)]);
  const same = rows[0] ? Number(rows[0].pos) - 1 : end;
  if (same < sealed) throw refuse('LOG_SEALED_OTHERWISE');
  return same;
}

/** The tree over what stands here and is known outside, up to the last checkpoint that agrees. */
async function walk(pool: Pool, sealed: number, to: number, checkpoints: readonly Checkpoint[]): Promise<{ common: number; frontier: Frontier }> {
  const frontier = await Frontier.at(sealed, tilesIn(pool));
  const sizes = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint.root]));
  let agreed = sealed;
  if (sizes.has(sealed) && !sizes.get(sealed)!.equals(frontier.root())) throw refuse('LOG_SEALED_OTHERWISE');
  while (frontier.size < to) {
    const leaves = await leavesAfter(pool, frontier.size, Math.min(32_768, to - frontier.size));
    for (let at = 0; at < leaves.length; at += HASH_BYTES) {
      frontier.push(leaves.subarray(at, at + HASH_BYTES));
      const root = sizes.get(frontier.size);
      if (root && !root.equals(frontier.root())) return { common: agreed, frontier };
      if (root) agreed = frontier.size;
    }
  }
  return { common: to, frontier };
}

function consecutive(tail: ReadonlyMap<number, Found>, after: number): Found[] {
  const found: Found[] = [];
  for (let next = tail.get(after + 1); next; next = tail.get(after + found.length + 1)) found.push(next);
  return found;
}

/** Up to where what was found makes the roots that were signed; behind a root that it does not make nothing of it counts. */
function proven(frontier: Frontier, found: readonly Found[], checkpoints: readonly Checkpoint[]): { provenTo: number; upTo: number } {
  const sizes = new Map(checkpoints.map(({ size, root }) => [size, root]));
  let provenTo = frontier.size;
  for (const { leafHash } of found) {
    frontier.push(leafHash);
    const root = sizes.get(frontier.size);
    if (root && !root.equals(frontier.root())) return { provenTo, upTo: provenTo };
    if (root) provenTo = frontier.size;
  }
  return { provenTo, upTo: frontier.size };
}
