import { readFileSync, readdirSync } from 'node:fs';

const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'];
const files = SERVICES.flatMap((service) => folder(`services/${service}/migrations`).map((name) => ({ path: `services/${service}/migrations/${name}`, text: readFileSync(`services/${service}/migrations/${name}`, 'utf8') })));

function folder(path: string): readonly string[] {
  try {
    return readdirSync(path).filter((name) => /^\d{4}-.*\.ts$/.test(name)).sort();
  } catch {
    return []; // A service without tables.
  }
}

/** The parts of an ALTER TABLE, each with what it does to one column. */
function alterations(sql: string): readonly string[] {
  const parts = [...sql.matchAll(/ALTER TABLE \S+ ([^;]+);/g)].flatMap(([, all]) => all!.split(/,\s*(?=ADD|ALTER|DROP|RENAME)/));
  return parts.map((part) => part.trim());
}

/** A version goes on while the database is the next one's: docs/operations.md, Upgrade. */
describe('A migration', () => {
  it('is there', () => expect(files.length).toBeGreaterThan(20));

  it('asks no row for a column that the version before does not write', () => {
    const wrong = files.flatMap(({ path, text }) => alterations(text).flatMap((part) => {
      const [, column] = /COLUMN "?(\w+)"?/.exec(part) ?? [];
      const asked = /^ADD COLUMN/.test(part) ? /NOT NULL/.test(part) && !/DEFAULT/.test(part) : /SET NOT NULL/.test(part) && !new RegExp(`COLUMN "?${column}"? (SET DEFAULT|TYPE)|ADD COLUMN "?${column}"?[^,;]*DEFAULT`).test(text);
      return asked || /DROP DEFAULT/.test(part) ? [`${path}: ${part}`] : [];
    }));
    expect(wrong).toEqual([]);
  });

  it('takes nothing away that the version before reads or writes', () => {
    const taken = files.flatMap(({ path, text }) => alterations(text).filter((part) => /^(DROP COLUMN|RENAME)/.test(part)).map((part) => `${path}: ${part}`));
    expect(taken).toEqual([]);
  });
});
