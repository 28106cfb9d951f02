import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';

/** A project is registered once: what its event claimed stands again where the event is brought back. */
export async function recoverProjects(events: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  const registered = events.filter(({ type }) => type === 'resolution.project-registered.v1');
  await tx.query(`INSERT INTO es.claims(space, value, case_id) SELECT 'project', * FROM unnest($1::text[], $2::uuid[]) ON CONFLICT DO NOTHING`, [registered.map(({ data }) => data['fingerprint']), registered.map(({ caseId }) => caseId)]);
}
