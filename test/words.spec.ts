import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPolicies } from '#libs/policy/in-force.js';
import { actions } from '#libs/runtime/action.js';
import { environment } from '#libs/runtime/config.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import { allServices } from '../demo/services.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const pages = [...readdirSync(ROOT), ...['docs', 'docs/adr'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))].filter((path) => path.endsWith('.md'));
const nation = loadPolicies(join(ROOT, 'policies')).packNamed('000000', '2026-01-01')!;
const city = loadPolicies(join(ROOT, 'policies')).packNamed('439900', '2026-01-01')!;

/** Words in backquotes, as a page writes names. */
function namedIn(path: string): ReadonlySet<string> {
  return new Set([...read(path).matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!));
}

function unnamed(names: Iterable<string>, path: string): string[] {
  const named = namedIn(path);
  return [...names].filter((name) => !named.has(name));
}

describe('A page', () => {
  it.each(pages)('%s links to what is there', (path) => {
    const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!).filter((target) => !/^(https?:|#)/.test(target));
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(path), target.split('#')[0]!)))).toEqual([]);
  });

  it.each(pages)('%s names files that are there', (path) => {
    const files = [...namedIn(path)].filter((name) => /^(libs|services|test|demo|docs|policies|k8s|simulator)\/[\w./-]+$/.test(name));
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('finds pages at all', () => expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/guarantees.md', 'docs/adr/0001-the-log-is-the-outbox.md'])));
});

describe("The operator's reference", () => {
  it('names every variable that the product reads', () => expect(unnamed(Object.keys(environment.shape), 'docs/operations.md')).toEqual([]));

  it('names no variable in its table that the product does not read', () => {
    const table = read('docs/operations.md').split('## Configuration')[1]!.split('\n\nOf the demo')[0]!;
    const named = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!);
    expect(named.sort()).toEqual(Object.keys(environment.shape).sort());
  });
});

describe("The console's words", () => {
  it('are there in Chinese and English for every value that a step offers', () => {
    const known = new Set([...read('web/terms.js').matchAll(/(?:^|[ ,{])'?([A-Za-z0-9][\w-]*)'?: \['[^']*\p{Script=Han}[^']*', '[^']+'\]/gmu)].map(([, key]) => key!));
    const unsaid = new Set([...actions.values()].flatMap(({ request }) => valuesIn(fieldsOf(request, 'zh'))).filter((value) => !known.has(value)));
    expect([allServices.length, actions.size > 150, [...unsaid]]).toEqual([5, true, []]); // The services bring the steps along.
  });
});

/** Every text that a form lets somebody choose. */
function valuesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => (key === 'enum' && Array.isArray(value) ? value.filter((each) => typeof each === 'string') : valuesIn(value)));
}

describe('The page on rules', () => {
  it('names every clock of the national pack, and how long it is', () => {
    expect(unnamed(nation.clocks.keys(), 'docs/policy.md')).toEqual([]);
    const lines = read('docs/policy.md').split('\n');
    for (const { id, n, zh } of nation.clocks.values()) {
      const line = lines.find((one) => one.startsWith(`| \`${id}\` |`)) ?? '';
      expect(line).toContain(`| ${zh} | ${typeof n === 'string' ? `\`${n}\` ` : n === null ? '' : `${n} `}`);
    }
  });

  it('names every table', () => expect(unnamed(nation.tables.model.nodes.filter(({ type }) => type === 'decisionTableNode').map(({ name }) => name), 'docs/policy.md')).toEqual([]));

  it('names every flag', () => expect(unnamed(new Set(['flags', 'flagsThen'].flatMap((table) => nation.tables.valuesOf(table, 'flag').map(String))), 'docs/policy.md')).toEqual([]));

  it('names every parameter', () => expect(unnamed(Object.keys({ ...nation.parameters, ...city.parameters }), 'docs/policy.md')).toEqual([]));

  it('has a home for every label that the code cites', () => {
    for (const label of ['c.0', 'c.1', 'c.2', 'c.3', 'c.4', 'b.1', 'b.2', 'b.3', 'b.4']) expect(read('docs/policy.md')).toContain(`### ${label} `);
    for (let rule = 1; rule <= 11; rule++) expect(read('docs/policy.md')).toContain(`**rule ${rule}**`);
  });
});
