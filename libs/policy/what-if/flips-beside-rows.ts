import type { Row } from '../decide-by-table.js';
import type { PackDiff } from '../diff.js';
import type { Flip } from './flip.js';
import type { Laws } from './law-under.js';

/** A body that can be sent orders under one pack and not under the other turns orders into advice: no row says so. */
export function departmentFlips(met: readonly Row[], { departments }: PackDiff): readonly Flip[] {
  const leads = new Set(met.map((row) => row['lead']));
  return departments.changed.flatMap(({ id, fields }): Flip[] => {
    const ordered = leads.has(id) ? fields.find(({ path }) => path === 'ordered') : undefined;
    return ordered ? [{ table: 'departments', row: id, rule: null, source: null, change: 'changed', why: [{ kind: 'result', field: 'ordered', before: ordered.before ?? true, after: ordered.after ?? true }] }] : [];
  });
}

/** Clocks that are counted otherwise, each once, with the number, unit, parameter or calendar that changed. */
export function clockFlips(moved: readonly { readonly id: string; readonly by: readonly string[] }[], { after }: Laws, { clocks, parameters, calendar }: PackDiff): readonly Flip[] {
  const distinct = new Map(moved.filter(({ by }) => by.length > 0).map((clock) => [clock.id, clock]));
  return [...distinct.values()].map(({ id, by }): Flip => ({
    table: 'clocks', row: id, rule: null, source: after.clocks.get(id)?.source ?? null, change: 'changed',
    why: by.map((field) => {
      const fields = [
        ...parameters.map((each) => ({ ...each, path: `parameters.${each.path}` })),
        ...(clocks.changed.find((row) => row.id === id)?.fields ?? []).map((each) => ({ ...each, path: `clocks.${id}.${each.path}` })),
        ...(calendar.version ? [{ ...calendar.version, path: 'calendar' }] : []),
      ];
      const found = fields.find(({ path }) => path === field);
      return { kind: 'result', field, before: found?.before ?? null, after: found?.after ?? null };
    }),
  }));
}
