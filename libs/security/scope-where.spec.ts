import { freshDatabase } from '../../test/stack.js';
import { inScope, scopeOf, scopeWhere } from './scope.js';

const levels = ['43', '44', '00'].flatMap((province) => ['00', '99', '10'].flatMap((city) => ['00', '01', '10', '11'].map((county) => province + city + county)));
const places = levels.flatMap((code) => [code, `${code}000`, `${code}001`, `${code}100`, `${code}101`, `${code}100000`, `${code}101007`]);

it('The SQL condition lets through exactly what inScope does', async () => {
  const database = await freshDatabase();
  try {
    await database.pool.query('CREATE TABLE place AS SELECT unnest($1::text[]) AS division', [places]);
    let seen = 0;
    for (const holder of places) {
      const scope = [holder, places[(places.indexOf(holder) * 7) % places.length]!];
      const { sql, values } = scopeWhere(scopeOf({ divisions: scope }), 'p.division', 2);
      const { rows } = await database.pool.query<{ division: string }>(`SELECT division FROM place p WHERE $1::int = 1 AND ${sql}`, [1, ...values]);
      const expected = places.filter((place) => inScope(scope, place));
      expect(rows.map(({ division }) => division).sort()).toEqual([...expected].sort());
      seen += expected.length;
    }
    expect(seen).toBeGreaterThan(places.length);
  } finally {
    await database.drop();
  }
});
