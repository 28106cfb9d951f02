import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { fold } from '#libs/decider/decider.js';
import { readStream } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { AnyDesk, Arm } from '#libs/runtime/desk.js';
import type { Effect } from '#libs/runtime/service.js';
import { noteOf } from './fire.js';

/** Arms again what events arm that are brought back into the log, and settles what they settle. What had fired then is told by its stream: it means nothing to it any more. */
export function recoverClocks(desks: readonly AnyDesk[]): Effect {
  const byStream = new Map(desks.map((desk) => [desk.stream, desk]));
  return async (events, tx) => {
    const arms = new Map<string, Arm & { readonly caseId: string }>();
    const touched = new Map<string, Instant>();
    for (const event of events) {
      const desk = byStream.get(event.stream.slice(0, event.stream.indexOf('/')));
      if (!desk?.arms) continue;
      touched.set(event.stream, event.recordedAt);
      for (const arm of desk.arms(streamEvent(event), event.caseId)) arms.set(arm.id, { ...arm, caseId: event.caseId });
    }
    await arm([...arms.values()], tx);
    for (const [stream, at] of touched) await disarmFired(stream, at, byStream.get(stream.slice(0, stream.indexOf('/')))!, tx);
  };
}

async function arm(arms: readonly (Arm & { readonly caseId: string })[], tx: ClientBase): Promise<void> {
  await tx.query('DELETE FROM es.clocks WHERE clock_id = ANY($1::uuid[])', [arms.map(({ id }) => id)]);
  const armed = arms.filter(({ due }) => due !== null);
  await tx.query('INSERT INTO es.clocks(clock_id, case_id, kind, due_at, note) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[])',
    [armed.map(({ id }) => id), armed.map(({ caseId }) => caseId), armed.map(({ kind }) => kind), armed.map(({ due }) => due), armed.map(({ note }) => note)]);
}

/** As the firer decides: a time at which its stream decides nothing is past. */
async function disarmFired(stream: string, at: Instant, desk: AnyDesk, tx: ClientBase): Promise<void> {
  const { rows: ofCase } = await tx.query<{ clock_id: string; case_id: string; note: string }>('SELECT clock_id, case_id, note FROM es.clocks WHERE due_at <= $1 AND case_id = $2', [at, caseOf(stream)]);
  const rows = ofCase.filter((row) => isOf(stream, row));
  if (rows.length === 0) return;
  const history: readonly PublishedEvent[] = await readStream(tx, stream);
  const state: unknown = fold(desk.decider, history.map((event) => streamEvent<{ type: string }>(event)));
  for (const { clock_id: id, case_id: caseId, note } of rows) {
    const wish = { at, by: 'process:clocks', ...noteOf({ note }).command };
    const command: unknown = desk.prepare ? await desk.prepare(wish, { caseId, now: at, state: () => Promise.resolve(state), tx }) : wish;
    if (command === undefined || (desk.decider.decide(command, state) as readonly unknown[]).length === 0) await tx.query('DELETE FROM es.clocks WHERE clock_id = $1', [id]);
  }
}

/** A row that says nothing that can be read is nobody's; the firer tells of it. */
function isOf(stream: string, row: { readonly note: string }): boolean {
  try {
    return noteOf(row).stream === stream;
  } catch {
    return false;
  }
}

function caseOf(stream: string): string {
  return stream.split('/')[1]!;
}
