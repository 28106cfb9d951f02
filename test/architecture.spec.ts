import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { generalProblems } from '#libs/runtime/problem.js';
import { pages } from '../demo/write-docs.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'];

interface Import {
  /** As written: `./append.js`, `#libs/contracts/time.js`, `pg`. */
  readonly from: string;
  /** The file it names, from the root, where it names one of ours. */
  readonly target?: string;
  /** Erased by the compiler, so that nothing is loaded. */
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}
interface Reached {
  readonly package: string;
  /** The file of ours that imports it. */
  readonly by: string;
}
interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

const all = ['libs', 'services', 'demo', 'simulator', 'test'].flatMap(filesUnder).filter((path) => path.endsWith('.ts')).map(readSource);
const byPath = new Map(all.map((source) => [source.path, source]));
const isTest = ({ path }: Source): boolean => /\.(spec|e2e)\.ts$/.test(path) || path.startsWith('test/') || /(^|[/.])(specify|specimen)\.ts$/.test(path);
const product = all.filter((source) => !isTest(source) && !/^(demo|simulator)\//.test(source.path));
const inServices = product.filter(({ path }) => path.startsWith('services/'));

/** The files that a rule is about. A rule that matched no file fails: it guards nothing, or its folder was renamed. */
function matching(pattern: RegExp, among: readonly Source[] = product): readonly Source[] {
  const found = among.filter(({ path }) => pattern.test(path));
  if (found.length === 0) throw new Error(`No file matches ${pattern}.`);
  return found;
}

/** What breaks a rule, one readable line each; a rule holds where there are none. */
function findings(files: readonly Source[], find: (source: Source) => Iterable<string>): readonly string[] {
  return files.flatMap((source) => [...find(source)].map((what) => `${source.path}: ${what}`));
}

describe('Imports point one way', () => {
  const LAYERS = [['calendar'], ['contracts', 'decider', 'merkle', 'pdf'], ['policy', 'event-store', 'security'], ['messaging'], ['runtime']];
  const rankOf = (path: string): number => {
    const [top, room] = path.split('/');
    return top === 'libs' ? LAYERS.findIndex((layer) => layer.includes(room!)) : LAYERS.length + (top === 'services' ? 0 : 1);
  };

  it.each(LAYERS.flat())('libs/%s imports only what stands above it', (room) => {
    const files = matching(new RegExp(`^libs/${room}/`));
    expect(findings(files, (source) => targetsOf(source).filter((target) => !target.startsWith(`libs/${room}/`) && rankOf(target) >= rankOf(source.path)))).toEqual([]);
  });

  it('knows every room of libs', () => expect(readdirSync(join(ROOT, 'libs')).filter((room) => !LAYERS.flat().includes(room))).toEqual([]));

  it.each(SERVICES)('services/%s imports libs, itself, and of the others only what is pure', (service) => {
    const open = /\.(decider|refusals|projection|actions|requests)\.ts$/;
    const isOpen = (target: string): boolean => target.startsWith('libs/') || target.startsWith(`services/${service}/`) || (target.startsWith('services/') && open.test(target));
    expect(findings(matching(new RegExp(`^services/${service}/`)), (source) => targetsOf(source).filter((target) => !isOpen(target)))).toEqual([]);
  });

  it('names a file of ours by its .js ending, that exists', () => {
    expect(findings(all, ({ imports }) => imports.filter(({ from, target }) => /^(\.|#)/.test(from) && (target === undefined || !existsSync(join(ROOT, target)))).map(({ from }) => from))).toEqual([]);
  });

  it('never goes in a circle', () => expect(cycles()).toEqual([]));

  it('keeps the tools of a test out of the product', () => {
    expect(findings(product, ({ imports }) => imports.filter(({ target }) => target !== undefined && /\.(spec|e2e)\.ts$|^test\/|^demo\/|^simulator\/|(specify|specimen)\.ts$/.test(target)).map(({ from }) => from))).toEqual([]);
  });
});

describe('Pure files import words and rules only', () => {
  const words = /^(\.\/|#libs\/(calendar|contracts|decider|policy)\/)/;
  const pure = /\.(decider|refusals|projection|process)\.ts$/;
  const silent = /^(zod|temporal-polyfill|@gorules\/zen-engine)$/; // Packages that neither read nor write.
  const isSilent = (one: Reached): boolean => silent.test(one.package) || (one.package === 'node:crypto' && one.by === 'libs/contracts/uuid.ts'); // A name-based id is a hash.

  it.each(['decider', 'refusals', 'projection', 'process'])('*.%s.ts', (role) => {
    const files = matching(new RegExp(`\\.${role}\\.ts$`));
    expect(findings(files, ({ imports }) => imports.filter(({ from, target }) => !words.test(from) && !(target && pure.test(target))).map(({ from }) => from))).toEqual([]);
  });

  it('and reach no more through what they import', () => {
    expect(findings(matching(pure), (source) => reach(source).filter((one) => !isSilent(one)).map((one) => `${one.package} by ${one.by}`))).toEqual([]);
  });

  it.each(['calendar', 'contracts', 'decider', 'merkle'])('libs/%s reads no file, no network and no clock', (room) => {
    // The two that write and read the published schemas run in a terminal; ids and hashes are made by node:crypto; divisions.json is carried beside its code.
    const files = matching(new RegExp(`^libs/${room}/`)).filter(({ path }) => !/\/(write-schemas|divisions)\.ts$/.test(path));
    expect(findings(files, ({ imports }) => imports.filter(({ from, typeOnly, target }) => !target && !typeOnly && !/^(zod|temporal-polyfill|node:crypto)$/.test(from)).map(({ from }) => from))).toEqual([]);
  });

  it('libs/decider needs no package at all', () => {
    expect(findings(matching(/^libs\/decider\//), ({ imports }) => imports.filter(({ target }) => !target).map(({ from }) => from))).toEqual([]);
  });

  it('and nothing but the injected clock reads the current time', () => {
    const mayRead = /^libs\/runtime\/(clock|telemetry|health|auth\.guard)\.ts$|^services\/intake\/feedback\/signed-call\.ts$|^libs\/contracts\/uuid\.ts$|^services\/supervision\/session\/session\.controller\.ts$|^services\/intake\/self-service\/identity(\.controller|-cookie)\.ts$|\/cli\//; // Timings of a process, the age of a signature or a sign-in, the time inside a v7 id.
    const reads = (text: string): readonly string[] => text.match(/\bDate\.now\(|new Date\(\)|Temporal\.Now\b/g) ?? [];
    expect(findings(matching(/^(libs|services)\//).filter(({ path }) => !mayRead.test(path)), ({ text }) => reads(text))).toEqual([]);
  });
});

describe('Some things live in one place', () => {
  it('kafkajs in libs/messaging', () => {
    matching(/^libs\/messaging\//, all.filter((source) => importsPackage(source, 'kafkajs')));
    expect(findings(product.filter(({ path }) => !path.startsWith('libs/messaging/')), (source) => (importsPackage(source, 'kafkajs') ? ['kafkajs'] : []))).toEqual([]);
  });

  it('the event store without TypeORM and Nest', () => {
    expect(findings(matching(/^libs\/event-store\//), ({ imports }) => imports.map(({ from }) => from).filter((from) => /^(typeorm|@nestjs\/)/.test(from)))).toEqual([]);
  });

  it('no EventBus, EventPublisher, Saga or AggregateRoot: an event that lives in memory can be lost', () => {
    const memoryOnly = /^(EventBus|EventPublisher|Saga|AggregateRoot|EventsHandler)$/;
    matching(/\.handler\.ts$/, inServices.filter((source) => importsPackage(source, '@nestjs/cqrs')));
    expect(findings(all, ({ imports }) => imports.filter(({ from }) => from === '@nestjs/cqrs').flatMap(({ names }) => names.filter((name) => memoryOnly.test(name))))).toEqual([]);
  });

  it("no transport of Nest's: it commits before the effect is stored", () => {
    expect(findings(all, (source) => (importsPackage(source, '@nestjs/microservices') ? ['@nestjs/microservices'] : []))).toEqual([]);
  });

  it('no HTTP client: a service reads what was published upstream and calls nobody', () => {
    const outward = /^services\/(intake\/feedback\/|audit\/cli\/|intake\/(person|channels)\/cli\/|routing\/packs\/cli-http\.ts)/; // Answers to the channels; the commands of auditor, supervisor and rule owner, which are clients themselves.
    const client = /^(node:)?(http|https|http2)$|^(undici|axios|got|node-fetch|ky|superagent)$/;
    expect(findings(inServices.filter(({ path }) => !outward.test(path)), (source) => [
      ...source.imports.filter(({ from, typeOnly }) => client.test(from) && !typeOnly).map(({ from }) => from), ...callsOf(source, 'fetch'),
    ])).toEqual([]);
  });

  it('refusals in *.refusals.ts, each code once', () => {
    const declared = product.flatMap((source) => refusalCodesIn(source).map((code) => [code, source.path] as const));
    const twice = declared.filter(([code], i) => declared.findIndex(([other]) => other === code) !== i);
    expect(declared.length).toBeGreaterThan(0);
    expect(twice).toEqual([]);
    expect(findings(product.filter(({ path }) => !path.endsWith('.refusals.ts')), refusalCodesIn)).toEqual([]);
  });
});

describe('A file is found by its name', () => {
  it('has no barrel', () => {
    expect(findings(product, ({ path, text }) => [...(/(^|\/)index\.ts$/.test(path) ? ['a barrel'] : []), ...(text.match(/^export \* from .*/gm) ?? [])])).toEqual([]);
  });

  it('lies in no drawer', () => {
    expect(all.map(({ path }) => path).filter((path) => /(^|\/)(common|shared|utils?|core|helpers?|misc|lib)\//.test(path))).toEqual([]);
  });

  it('is written kebab-case.role.ts', () => {
    expect(all.map(({ path }) => posix.basename(path)).filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.ts$/.test(name))).toEqual([]);
  });

  it('is named and filled without an I prefix, Manager, Service, Data or Info', () => {
    const poor = /^I[A-Z][a-z]|.(Manager|Service|Info|Util|Helper|Data)$/;
    expect(findings(product, ({ tree }) => declaredTypes(tree).filter((name) => poor.test(name)))).toEqual([]);
  });
});

describe('What is promised is written down', () => {
  it.each(['docs/refusals.md', 'docs/events.md'])('%s says what the code says: npm run docs leaves nothing to commit', async (path) => {
    const generated = (await pages(ROOT, ROOT)).get(path);
    expect(existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : `${path} is missing`).toBe(generated);
  });

  it('every declared refusal stands in docs/refusals.md, and nothing else does', () => {
    const written = existsSync(join(ROOT, 'docs/refusals.md')) ? [...readFileSync(join(ROOT, 'docs/refusals.md'), 'utf8').matchAll(/^\| `([A-Z0-9_]+)`/gm)].map((match) => match[1]!) : [];
    expect([...written].sort()).toEqual([...product.flatMap(refusalCodesIn), ...Object.keys(generalProblems)].sort());
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return { path, text, tree, imports: importsOf(tree, path) };
}

function importsOf(tree: ts.SourceFile, path: string): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean, names: readonly string[]): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ from: specifier.text, typeOnly, names, ...targetOf(specifier.text, path) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause), importedNames(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, []);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false, []);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, []);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  const bindings = clause?.namedBindings;
  const eachIs = clause?.name === undefined && bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((element) => element.isTypeOnly);
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || eachIs;
}

function importedNames(node: ts.ImportDeclaration): readonly string[] {
  const bindings = node.importClause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings.elements.map((element) => (element.propertyName ?? element.name).text) : [];
}

/** Undefined for a package, and for a name of ours that is not written as a file is. */
function targetOf(from: string, path: string): { target?: string } {
  const written = from.startsWith('#libs/') ? from.slice(1) : from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined;
  return written?.endsWith('.js') ? { target: written.replace(/\.js$/, '.ts') } : {};
}

function targetsOf(source: Source): readonly string[] {
  return source.imports.flatMap(({ target }) => target ?? []);
}

function importsPackage({ imports }: Source, name: string): boolean {
  return imports.some(({ from }) => from === name || from.startsWith(`${name}/`));
}

/** Every package that a file loads, itself or through what it loads. */
function reach(source: Source, seen = new Set<string>()): readonly Reached[] {
  if (seen.has(source.path)) return [];
  seen.add(source.path);
  return source.imports.filter(({ typeOnly }) => !typeOnly).flatMap(({ from, target }) => {
    const next = target === undefined ? undefined : byPath.get(target);
    return next ? reach(next, seen) : target === undefined ? [{ package: from, by: source.path }] : [];
  });
}

/** Each circle once, from its first file in alphabetical order. */
function cycles(): readonly string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const circle = trail.slice(start);
      const first = circle.indexOf([...circle].sort()[0]!);
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    const source = byPath.get(path);
    for (const target of source ? targetsOf(source) : []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of all) walk(path, []);
  return [...found];
}

function callsOf({ tree }: Source, name: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && (node.expression.getText(tree) === name || node.expression.getText(tree) === `globalThis.${name}`)) found.push(`${name}(…)`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The keys of what is handed to `refusals({ … })`. */
function refusalCodesIn({ tree, imports }: Source): readonly string[] {
  if (!imports.some(({ target, names }) => target === 'libs/decider/refusal.ts' && names.includes('refusals'))) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(tree) === 'refusals' && node.arguments[0] && ts.isObjectLiteralExpression(node.arguments[0])) {
      for (const property of node.arguments[0].properties) if (property.name) found.push(property.name.getText(tree).replace(/['"]/g, ''));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function declaredTypes(tree: ts.SourceFile): readonly string[] {
  return tree.statements.flatMap((node) => ((ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name ? [node.name.text] : []));
}
