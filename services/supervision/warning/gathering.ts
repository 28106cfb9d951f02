import type { ClientBase, Pool } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { Gatherer } from '#libs/contracts/warning.events.js';
import { insertOf } from '#libs/runtime/add-rows.js';
import type { Effect } from '#libs/runtime/service.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import type { About, Counted } from './sign.decider.js';

export type Filed = Extract<ClaimEvent, { readonly type: 'ClaimFiled' }>;

/** Who or what a case may gather at. `byName` stands beside a credit code: most callers know the name only. */
export interface Subject extends About {
  readonly id: string;
  readonly byName: string;
}

/** Two cities may each have a 测试花园: a project is one of its prefecture. */
const PREFECTURE = 4;

/** Of whoever asks only, or suggests, nobody says that wages are owed. */
const ASKING: readonly string[] = ['consult', 'suggestion'];

/** The id of who or what gathers cases: keyed, so that nobody finds a firm by trying names. */
export function subjectId(index: BlindIndex, kind: Gatherer, ...parts: readonly string[]): string {
  return uuidv5(`sign/${index.mac('employer', JSON.stringify(['sign.v1', kind, ...parts])).toString('hex')}`);
}

export function projectSubject(index: BlindIndex, division: string, name: string): string {
  return subjectId(index, 'project', division.slice(0, PREFECTURE), normalise('employer', name));
}

/** Everything that a claim may gather at: employer, general contractor, project and the site of a collective's members. */
export function subjectsOf(index: BlindIndex, { division, kinds, employer, project, group }: Pick<Filed, 'division' | 'kinds' | 'employer' | 'project' | 'group'>): readonly Subject[] {
  if (kinds.length > 0 && kinds.every((kind) => ASKING.includes(kind))) return [];
  const firm = (kind: Gatherer, name: string | null | undefined, creditCode: string | null): Subject[] => {
    const plain = name ? normalise('employer', name) : '';
    if (!name || plain === '') return [];
    const byName = subjectId(index, kind, 'name', plain);
    return [{ kind, name, creditCode, byName, id: creditCode ? subjectId(index, kind, 'code', creditCode) : byName }];
  };
  const works = project?.name && normalise('employer', project.name) !== '' ? project.name : null;
  const named = (kind: Gatherer, id: string, name: string): Subject => ({ kind, name, creditCode: null, id, byName: id });
  const employers = firm('employer', employer?.name, employer?.creditCode ?? null);
  return [
    ...employers,
    ...firm('contractor', project?.generalContractor, null).filter(({ name }) => normalise('employer', name) !== normalise('employer', employers[0]?.name ?? '')), // One firm in both places is one firm.
    ...(works === null ? [] : [named('project', projectSubject(index, division, works), works)]),
    ...(works === null || !group?.site ? [] : [named('site', subjectId(index, 'site', division.slice(0, PREFECTURE), normalise('employer', works), normalise('employer', group.site)), `${works} ${group.site}`)]),
  ];
}

interface GatheredRow {
  readonly id: string;
  readonly kind: Gatherer;
  readonly subject: string;
  readonly byName: string;
  readonly caseId: string;
  readonly division: string;
  readonly receivedAt: string;
  readonly workers: number;
  readonly amount: number;
}

/**
 * Notes by whom each case gathers, before anybody counts. Cases of one firm lie in different partitions: who comes second waits for the row of the
 * firm until the first has committed, so that it sees the earlier's case, and no sign is missed between them. Nobody waits for another firm.
 */
export function noteGathering(index: BlindIndex): Effect {
  return async (chunk, tx) => {
    const rows = chunk.filter(({ type }) => type === 'intake.claim-filed.v1').flatMap(({ caseId, data }): GatheredRow[] => {
      const filed = data as never as Filed;
      return subjectsOf(index, filed).map(({ id: subject, byName, kind }) => ({
        id: uuidv5(`${subject}/${caseId}`), kind, subject, byName, caseId, division: filed.division, receivedAt: filed.receivedAt, ...saidIn(filed.facts),
      }));
    });
    if (rows.length > 0) await tx.query(NOTE, [JSON.stringify(rows)]);
  };
}

/** In one order for everybody: nobody waits in a circle. */
const NOTE = `WITH noted AS (${insertOf('supervision.gathered', ['id', 'kind', 'subject', 'byName', 'caseId', 'division', 'receivedAt', 'workers', 'amount'])} ON CONFLICT DO NOTHING RETURNING subject, "byName")
  INSERT INTO supervision.gatherer AS g (subject, cases)
  SELECT subject, count(*) FROM (SELECT subject FROM noted UNION ALL SELECT "byName" FROM noted WHERE "byName" <> subject) n GROUP BY subject ORDER BY subject
  ON CONFLICT (subject) DO UPDATE SET cases = g.cases + excluded.cases`;

/** Of these subjects those that may have a sign beyond what one case says: it has one already, or other cases gather there. */
export async function gatherersAmong(subjects: readonly Subject[], tx: ClientBase): Promise<ReadonlySet<string>> {
  const ids = [...new Set(subjects.flatMap(({ id, byName }) => [id, byName]))];
  if (ids.length === 0) return new Set();
  const { rows } = await tx.query<{ id: string }>(
    `SELECT u.id FROM unnest($1::uuid[]) AS u(id) LEFT JOIN supervision.gatherer g ON g.subject = u.id WHERE g.cases IS NULL OR g.cases > 1 OR EXISTS (SELECT FROM es.events WHERE stream_id = 'sign/' || u.id AND version = 1)`, [ids]);
  return new Set(rows.map(({ id }) => id));
}

/** What a claim says of its size; `amount` in Fen. */
export function saidIn({ workers, amount }: Readonly<Record<string, unknown>>): { workers: number; amount: number } {
  const whole = (value: unknown, least: number): number => (typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : least);
  return { workers: whole(workers, 1), amount: whole(amount, 0) };
}

/**
 * The stream where a case of a subject counts: where its name has a sign already, there; else by the code that the name is known by; else by itself.
 * Whether there is one the log says, and not the read table: events that are told again, into empty tables and in another order, find no second sign.
 */
export async function streamOf({ id, byName, creditCode, kind }: Subject, tx: ClientBase): Promise<string> {
  if (kind !== 'employer') return id;
  const { rows } = await tx.query('SELECT FROM es.events WHERE stream_id = $1 AND version = 1', [`sign/${byName}`]);
  if (rows.length > 0) return byName;
  if (creditCode) return id;
  const { rows: codes } = await tx.query<{ subject: string }>('SELECT DISTINCT subject FROM supervision.gathered WHERE "byName" = $1 AND subject <> $1 LIMIT 2', [byName]);
  return codes.length === 1 ? codes[0]!.subject : id; // Two firms of one name: nobody knows which is meant.
}

const CASES_MAX = 2_000;
const COUNTED = `g."caseId", g.division, g.workers, g.amount::float8 AS amount FROM supervision.gathered g LEFT JOIN supervision.case_view c USING ("caseId") WHERE g.subject = ANY($1) AND c.state IS DISTINCT FROM 'WITHDRAWN' AND g."caseId" <> ALL($2::uuid[])`;

/** The cases of the days before the newest of a subject that no sign has counted; of a subject whose sign is open already, `only` the one that arrived. */
export async function recentCases(db: ClientBase | Pool, subjects: readonly string[], counted: ReadonlySet<string>, days: number, only: string | null): Promise<readonly Counted[]> {
  const { rows } = await db.query<Counted>(
    `SELECT ${COUNTED} AND ($4::uuid IS NULL OR g."caseId" = $4) AND g."receivedAt" > (SELECT max("receivedAt") FROM supervision.gathered WHERE subject = ANY($1)) - make_interval(days => $3)
     ORDER BY g."receivedAt" DESC, g."caseId" LIMIT ${CASES_MAX}`, [subjects, only === null ? [...counted] : [], days, only]);
  return rows;
}

/** Cases of a subject that are not closed, and whether wages are owed in them by what a desk has established. */
export async function openCases(db: ClientBase | Pool, subject: string): Promise<readonly Counted[]> {
  const { rows } = await db.query<Counted>(`SELECT ${COUNTED} AND c.closed IS NOT TRUE ORDER BY g."receivedAt" DESC, g."caseId" LIMIT ${CASES_MAX}`, [[subject], []]);
  return rows;
}

export function filedIn(event: PublishedEvent): Filed {
  return event.data as never;
}
