import { addDays } from '#libs/calendar/day.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { epochMs, instantOf, startOfDay } from '#libs/contracts/time.js';
import { published } from '#libs/event-store/read.js';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import { eventIn, leafHash } from '#libs/merkle/entry.js';
import type { Verifier } from '#libs/merkle/note.js';
import { Frontier } from '#libs/merkle/tiles.js';
import type { BundleFinding } from '../bundle/check-bundle.js';
import type { Shown } from '../cli/blocks.js';
import type { Finding } from '../cli/leaves.js';
import type { Sampled } from '../cli/sample.js';
import { drawnFrom } from '../cli/sample.js';
import { entriesOf } from '../cli/whole-log.js';
import { stepsOf } from '../replay/steps.js';
import type { Found } from './found.js';
import { Period } from './found.js';

export const REPORT_FORMAT = 'anxin-report.v1';

/** What is reported on: the days of a period within the first `at` positions, and how cases are drawn. The same gives the same report, whenever it is asked for. */
export interface ReportWanted {
  /** Undefined: everything that the checkpoint seals. */
  readonly at?: number | undefined;
  /** First and last day, by the record's time in Asia/Shanghai; undefined: from the first position, to the last. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly size: number;
  readonly seed: string;
  readonly byRisk: boolean;
  readonly divisions: readonly string[];
}
/** What was done to verify the log, by whoever could: over its database with every copy, or over what a server or an export shows. */
export interface Verified {
  readonly by: 'database' | 'export' | 'server';
  readonly findings: readonly (Finding | BundleFinding)[];
  /** Signed checkpoints within the positions of the report, by where they were kept. */
  readonly copies: readonly { readonly where: string; readonly checkpoints: number }[];
}
/** Whether the read table says of a case what its events say; `null`: there was no table to look at. */
export type Tables = ((caseId: string) => Promise<readonly string[] | undefined>) | null;

export interface ReportedCase extends Sampled {
  readonly events: number;
  readonly state: string | null;
  readonly openedAt: Instant | null;
  readonly tables: 'agree' | 'differ' | 'missing' | 'notCompared';
  /** Fields of the read table that are otherwise than the events say. */
  readonly differing: readonly string[];
}
export interface Report {
  readonly format: typeof REPORT_FORMAT;
  readonly log: { readonly origin: string; readonly positions: number; readonly root: string; readonly keys: readonly string[] };
  readonly verified: Verified & { readonly whole: boolean };
  readonly period: { readonly from: Day | null; readonly to: Day | null; readonly firstPosition: number | null; readonly lastPosition: number | null; readonly lastRecordedAt: Instant | null };
  readonly sample: { readonly seed: string; readonly size: number; readonly byRisk: boolean; readonly divisions: readonly string[]; readonly cases: readonly ReportedCase[] };
  readonly found: Found;
  /** What this report says nothing of. */
  readonly outside: { readonly eventsBefore: number; readonly eventsAfter: number; readonly casesNotDrawn: number; readonly eventsUnreadable: number };
}

/** Looks through the sealed log once to draw and once to count. Throws where the checkpoint is none of a known key. */
export async function reportOf(log: Shown, keys: readonly Verifier[], wanted: ReportWanted, verified: Verified, tables: Tables): Promise<Report> {
  const { size, origin } = openedCheckpoint(log.note, keys);
  const positions = Math.min(size, wanted.at ?? size);
  const { seed, byRisk, divisions } = wanted;
  const drawn = await drawnFrom(log, { seed, size: wanted.size, byRisk, divisions, upTo: positions });
  const histories = new Map<string, PublishedEvent[]>(drawn.map(({ caseId }) => [caseId, []]));
  const [frontier, period] = [new Frontier(), new Period()];
  const [from, until] = [wanted.from === undefined ? -Infinity : epochMs(startOfDay(wanted.from)), wanted.to === undefined ? Infinity : epochMs(startOfDay(addDays(wanted.to, 1)))];
  let [before, after, unreadable, last, filed] = [0, 0, 0, 0, 0];
  for await (const { position, entry } of entriesOf(log, positions)) {
    frontier.push(leafHash(entry));
    const event = readable(entry, position);
    if (!event) {
      unreadable++;
      continue;
    }
    const ms = epochMs(event.recordedAt);
    last = Math.max(last, ms);
    if (event.type === 'intake.claim-filed.v1') filed++;
    histories.get(event.caseId)?.push(event);
    if (ms < from) before++;
    else if (ms >= until) after++;
    else period.take(event);
  }
  const cases: ReportedCase[] = [];
  for (const one of drawn) cases.push(await reportedCase(one, histories.get(one.caseId)!, tables));
  const { found, first, last: lastIn } = period.result();
  return {
    format: REPORT_FORMAT, log: { origin, positions, root: frontier.root().toString('base64'), keys: keys.map(({ vkey }) => vkey) }, verified: { ...verified, whole: verified.findings.length === 0 && unreadable === 0 },
    period: { from: wanted.from ?? null, to: wanted.to ?? null, firstPosition: first, lastPosition: lastIn, lastRecordedAt: last === 0 ? null : instantOf(last) },
    sample: { seed, size: wanted.size, byRisk, divisions, cases }, found,
    outside: { eventsBefore: before, eventsAfter: after, casesNotDrawn: filed - cases.length, eventsUnreadable: unreadable },
  };
}

async function reportedCase(one: Sampled, history: readonly PublishedEvent[], tables: Tables): Promise<ReportedCase> {
  const { state } = stepsOf(history);
  const differing = await tables?.(one.caseId);
  return {
    ...one, events: history.length, state: state?.state ?? null, openedAt: state?.openedAt ?? null,
    tables: tables === null ? 'notCompared' : differing === undefined ? 'missing' : differing.length === 0 ? 'agree' : 'differ', differing: differing ?? [],
  };
}

function readable(entry: Buffer, position: number): PublishedEvent | undefined {
  try {
    return published([{ ...eventIn(entry), position: String(position), logId: '', leafHash: Buffer.alloc(0) }])[0];
  } catch {
    return undefined;
  }
}
