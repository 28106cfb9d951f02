import type { Pool } from 'pg';
import { readCase } from '#libs/event-store/read.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import { differences, stepsOf } from '../replay/steps.js';
import type { Tables } from './report.js';

/** Holds the page of a case, as its read table has it, against its events up to where the table has read them. */
export function tablesIn(db: Pool): Tables {
  return async (caseId) => {
    const { rows: [row] } = await db.query<{ row: Readonly<Record<string, unknown>> }>('SELECT to_jsonb(v) AS row FROM supervision.case_view v WHERE "caseId" = $1', [caseId]);
    if (!row) return undefined;
    const { state } = stepsOf(await readCase(db, caseId, { upToPosition: String(row.row['position']) }));
    return differences(comparable({ ...state }), comparable(row.row)).map(({ field }) => field);
  };
}

/** Instants as moments, whoever wrote them; nothing and null are the same; the order of keys says nothing. */
function comparable(row: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const moment = (value: unknown): unknown => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : value);
  return Object.fromEntries(Object.entries(row).flatMap(([field, value]) => (value === null || value === undefined ? [] : [[field, canonicalJson(moment(JSON.parse(JSON.stringify(value))))]])));
}
