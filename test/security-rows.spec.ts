import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readings } from '#libs/contracts/audit.events.js';
import { environment, secretVariables } from '#libs/runtime/config.js';

const ROOT = join(import.meta.dirname, '..');
const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const sectionOf = (title: string): string => page.split(`## ${title}`)[1]?.split('\n## ')[0] ?? '';

interface Row { readonly row: string; readonly test: string }
const rowsOf = (title: string): readonly Row[] => sectionOf(title).split('\n').filter((line) => /^\| (API)?\d/.test(line)).map((line) => {
  const cells = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
  return { row: cells[0]!, test: cells.at(-1)! };
});

/** Each `file` "title" of a cell that is not as it says. */
function unproven({ row, test }: Row): readonly string[] {
  if (/^not (yet|ours): \S/.test(test)) return [];
  const named = [...test.matchAll(/`([^`]+)` "([^"]+)"/g)].map(([, path, title]) => ({ path: path!, title: title! }));
  if (named.length === 0) return [`${row} names no test`];
  return named.filter(({ path, title }) => !isThere(path, title)).map(({ path, title }) => `${row}: ${path} "${title}"`);
}

function isThere(path: string, title: string): boolean {
  if (!/\.(spec|e2e)\.ts$/.test(path) || !existsSync(join(ROOT, path))) return false;
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [`'${title}'`, `"${title}"`].some((quoted) => text.includes(`(${quoted}`)); // As the title of a test, not in a comment.
}

describe('The page on security', () => {
  it.each([['OWASP ASVS 5.0', 90], ['OWASP API Security Top 10', 10], ['等保 2.0', 11]] as const)('proves each row of %s by a test that is there, or says that there is none', (title, atLeast) => {
    const rows = rowsOf(title);
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
    expect(rows.flatMap(unproven)).toEqual([]);
  });

  it('would be found out', () => {
    expect([
      ...unproven({ row: '1', test: '`test/supply.spec.ts` "no such title"' }), ...unproven({ row: '2', test: '`test/none.spec.ts` "x"' }), ...unproven({ row: '3', test: 'by review' }), ...unproven({ row: '4', test: 'not yet: ' }),
    ]).toEqual(['1: test/supply.spec.ts "no such title"', '2: test/none.spec.ts "x"', '3 names no test', '4 names no test']);
  });

  it('names every variable that holds a key', () => {
    const keys = Object.keys(environment.shape).filter((name) => /KEY|SECRET|DATABASE_URL/.test(name) && !/_ID$|_FILE$/.test(name));
    expect([...secretVariables].filter((name) => !keys.includes(name))).toEqual([]);
    expect(keys.filter((name) => !sectionOf('Cryptographic inventory').includes(`\`${name}\``))).toEqual([]);
  });

  it('names every kind of reading that is kept', () => {
    expect(readings.filter((reading) => !sectionOf('Log inventory').includes(`\`${reading}\``))).toEqual([]);
  });
});

describe('The product', () => {
  it('knows no chance but the system’s generator, where chance is more than a pause', () => {
    const files = ['libs', 'services'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`)).filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'));
    expect(files.filter((path) => readFileSync(join(ROOT, path), 'utf8').includes('Math.random')).sort()).toEqual(['libs/messaging/backoff.ts', 'libs/runtime/admission.ts', 'services/intake/feedback/deliver.ts', 'services/intake/transfer/send-transfers.ts']);
  });
});

describe('The page on personal data', () => {
  it('says how long each kind of file is kept, as the national pack does', () => {
    const { parameters } = JSON.parse(readFileSync(join(ROOT, 'policies/000000/2026-01-01/pack.json'), 'utf8')) as { parameters: { retentionYears: Readonly<Record<string, number>> } };
    const lines = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8').split('\n');
    const unsaid = Object.entries(parameters.retentionYears).filter(([file, years]) => !lines.some((line) => line.includes(`(\`${file}\`) | ${years} years`)));
    expect(unsaid).toEqual([]);
  });
});
