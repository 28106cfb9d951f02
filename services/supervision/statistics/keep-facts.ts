import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Fact } from './fact.js';
import { cellNumber } from './fact.js';
import type { Life } from './life.js';
import { countedFacts } from './life.js';
import { lifeAfter } from './life-after.js';

interface Row {
  readonly caseId: string;
  readonly key: string;
  readonly since: string;
  until: string | null;
  readonly fact: Fact;
}
interface Ending { readonly caseId: string; readonly key: string; readonly until: string }

/** Keeps the facts of a chunk of events, each from the position at which it became true until that at which it ceased, inside the consumer's transaction. */
export async function keepFacts(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  const heard = chunk.filter(({ stream }) => COUNTED.has(stream.slice(0, stream.indexOf('/'))));
  if (heard.length === 0) return;
  const lives = await livesOf(tx, [...new Set(heard.map(({ caseId }) => caseId))]);
  const begun = new Map<string, Row>(); // Those of this chunk that stand: one that ends in the chunk that made it is stored ended.
  const rows: Row[] = [];
  const endings: Ending[] = [];
  const changed = new Set<string>();
  for (const event of heard) {
    const { caseId, position } = event;
    const before = lives.get(caseId);
    const after = lifeAfter(before, event);
    if (!after || after === before) continue;
    lives.set(caseId, after);
    changed.add(caseId);
    const [was, is] = [countedFacts(before), countedFacts(after)];
    if (was === is) continue;
    for (const key of Object.keys(was)) {
      if (same(was[key], is[key])) continue;
      const own = begun.get(`${caseId}/${key}`);
      if (own) own.until = position;
      else endings.push({ caseId, key, until: position });
      begun.delete(`${caseId}/${key}`);
    }
    for (const [key, fact] of Object.entries(is)) {
      if (same(was[key], fact)) continue;
      const row: Row = { caseId, key, since: position, until: null, fact };
      begun.set(`${caseId}/${key}`, row);
      rows.push(row);
    }
  }
  if (changed.size > 0) await store(tx, [...changed].map((caseId) => lives.get(caseId)!), rows, endings);
}

/** Streams of a case that say something countable. */
const COUNTED: ReadonlySet<string> = new Set(['claim', 'assignment', 'clocks', 'closure', 'mediation', 'arbitration', 'inspection', 'payment', 'handover']);

async function livesOf(tx: ClientBase, caseIds: readonly string[]): Promise<Map<string, Life>> {
  const { rows } = await tx.query<{ caseId: string; life: Life }>('SELECT "caseId", life FROM supervision.case_life WHERE "caseId" = ANY($1::uuid[])', [caseIds]);
  return new Map(rows.map(({ caseId, life }) => [caseId, life]));
}

async function store(tx: ClientBase, lives: readonly Life[], rows: readonly Row[], endings: readonly Ending[]): Promise<void> {
  await tx.query(
    `INSERT INTO supervision.case_life("caseId", life) SELECT (l ->> 'caseId')::uuid, l FROM jsonb_array_elements($1::jsonb) AS l
     ON CONFLICT ("caseId") DO UPDATE SET life = excluded.life`, [JSON.stringify(lives)]);
  if (endings.length > 0) {
    await tx.query(
      `UPDATE supervision.case_facts f SET until = e.until FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS e("caseId", key, until)
       WHERE f."caseId" = e."caseId" AND f.key = e.key AND f.until IS NULL`, columns(endings, ({ caseId, key, until }) => [caseId, key, until], 3));
  }
  if (rows.length > 0) await insert(tx, rows);
}

async function insert(tx: ClientBase, rows: readonly Row[]): Promise<void> {
  const cells = new Map(rows.map(({ fact }) => [cellNumber(fact), fact]));
  await tx.query(
    `INSERT INTO supervision.fact_cells(cell, division, department, track, category, channel, part) SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     ORDER BY 1 ON CONFLICT DO NOTHING`, columns([...cells], ([cell, { division, department, track, category, channel, part }]) => [cell, division, department, track, category, channel, part], 7));
  await tx.query(
    `INSERT INTO supervision.case_facts("caseId", key, since, until, kind, day, cell, amount) SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::date[], $7::bigint[], $8::bigint[])`,
    columns(rows, ({ caseId, key, since, until, fact }) => [caseId, key, since, until, fact.kind, fact.day, cellNumber(fact), fact.amount], 8));
}

function columns<T>(things: readonly T[], of: (thing: T) => readonly unknown[], width: number): unknown[][] {
  const rows = things.map(of);
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at]));
}

function same(a: Fact | undefined, b: Fact | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return a.kind === b.kind && a.day === b.day && a.amount === b.amount && a.division === b.division && a.department === b.department && a.track === b.track
    && a.category === b.category && a.channel === b.channel && a.part === b.part;
}
