import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { sbom } from '../demo/sbom.js';

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);
interface Locked { readonly license?: string; readonly dev?: boolean; readonly link?: boolean }
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, Locked>> };
const shipped = Object.entries(packages).filter(([path, { dev, link }]) => path !== '' && !dev && !link);

/** Licences that ask for a notice at most (SPDX). The font's lets it be shipped with software. */
const PERMISSIVE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Python-2.0', 'OFL-1.1', 'Unlicense', 'CC0-1.0'];
const licenceOf = (path: string, { license }: Locked): unknown => license ?? (JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as { license?: unknown; licenses?: readonly { type: string }[] }).license;

describe('What a release runs on', () => {
  it('is what was locked: each package by its hash', () => expect(shipped.filter(([, one]) => !/^sha512-[\w+/]{86}==$/.test((one as { integrity?: string }).integrity ?? '')).map(([path]) => path)).toEqual([]));

  it('is 350 packages at most', () => expect([shipped.length > 50, shipped.length <= 350]).toEqual([true, true]));

  it('is under permissive licences, each of it', () => {
    const other = shipped.map(([path, one]) => [path, licenceOf(path, one)] as const).filter(([path, licence]) => !PERMISSIVE.includes(String(licence)) && !licenceFile(path));
    expect(other).toEqual([]);
  });

  it('is told as CycloneDX 1.6, package by package, with version, licence and address', () => {
    const bill = sbom(ROOT);
    expect([bill.bomFormat, bill.specVersion, bill.metadata.component.name]).toEqual(['CycloneDX', '1.6', 'anxin']);
    const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    const locked = new Set(shipped.map(([path, one]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${(one as { version?: string }).version}`));
    expect([...locked].filter((one) => !named.has(one))).toEqual([]);
    expect([...named].filter((one) => !locked.has(one))).toEqual([]);
    expect(bill.components.filter(({ version, purl }) => !version || !purl?.startsWith('pkg:npm/'))).toEqual([]);
  });
});

/** Of a package whose description names no licence, the file that it brings. */
function licenceFile(path: string): boolean {
  try {
    return /MIT License|Permission is hereby granted, free of charge/.test(readFileSync(join(ROOT, path, 'LICENSE'), 'utf8'));
  } catch {
    return false;
  }
}

describe('The audit of dependencies', () => {
  /** The advisory service as far as npm asks it, at an address of its own. */
  const asking = async (answer: object | undefined): Promise<string> => {
    const packument = { name: 'left', 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': { name: 'left', version: '1.0.0' } } };
    const server = createServer(({ url }, response) => { response.writeHead(answer ? 200 : 500, { 'content-type': 'application/json' }).end(JSON.stringify(url === '/left' ? packument : answer ?? {})); });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const folder = mkdtempSync(join(tmpdir(), 'anxin-audit-'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a', version: '1.0.0', dependencies: { left: '1.0.0' } }));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ name: 'a', version: '1.0.0', lockfileVersion: 3, packages: { '': { name: 'a', version: '1.0.0', dependencies: { left: '1.0.0' } }, 'node_modules/left': { version: '1.0.0' } } }));
    const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const code = `import { askAdvisories } from ${JSON.stringify(join(ROOT, 'dist/demo/advisories.js'))}; process.stdout.write(JSON.stringify(askAdvisories(${JSON.stringify(folder)}, ['--registry', ${JSON.stringify(registry)}, '--fetch-retries', '0'])));`;
      return (await run(process.execPath, ['--input-type=module', '-e', code])).stdout; // npm runs beside us: this process must answer it meanwhile.
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  };
  const advisory = { left: [{ id: 1, url: 'https://example.org/1', title: 'x', severity: 'critical', vulnerable_versions: '<2.0.0', cwe: [], cvss: { score: 9, vectorString: null } }] };

  it('passes where the service knows of nothing, fails where it does, and never passes where it could not be asked', async () => {
    expect(JSON.parse(await asking({}))).toEqual({ outcome: 'clean', found: [] });
    expect(JSON.parse(await asking(advisory))).toEqual({ outcome: 'found', found: ['left critical'] });
    expect(JSON.parse(await asking(undefined))).toEqual({ outcome: 'notAsked', found: [] });
  });
});

/** What looks like a secret: a private key, a token of a known maker, a signed token, or a long random word given to a name that says key, secret, token or password. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/, /\bPRIVATE\+KEY\+[\w.-]+\+[0-9a-f]{8}\+[\w+/=]{40,}/, /\bAKIA[0-9A-Z]{16}\b/, /\bgh[pousr]_[A-Za-z0-9]{36}\b/, /\bxox[abpr]-[\w-]{20,}/, /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/,
  /(?:[Kk]ey|KEY|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Pp]assword|PASSWORD)["']?\s*[:=]\s*["'](?=[^"']*\d)(?=[^"']*[A-Z])(?=[^"']*[a-z])[A-Za-z0-9+/_=-]{32,}["']/, /\bwhsec_[A-Za-z0-9+/]{32,}={0,2}/, /\bpostgres(?:ql)?:\/\/[\w-]+:(?!\$|<|…|[a-z-]{1,20}@)[^\s@'"`$]{8,}@/,
];
/** Vectors that others published, or that prove nothing anywhere: each with its reason. */
const KNOWN: Readonly<Record<string, string>> = {
  'libs/merkle/note.spec.ts': 'the example keys of golang.org/x/mod/sumdb/note',
  'libs/runtime/auth.guard.spec.ts': 'the vector of Standard Webhooks', 'libs/security/webhook.spec.ts': 'the same',
  'docs/integrators/vectors.json': 'vectors to check one’s own code against', 'client/client.spec.ts': 'a key of zeros',
};
const BINARY = new Set(['.woff', '.woff2', '.png', '.ico', '.pdf', '.xlsx', '.zip', '.gz', '.wasm', '.jpg']);

function secretsIn(text: string): readonly string[] {
  return SECRETS.flatMap((pattern) => [...text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))].map(([found]) => `${found.slice(0, 24)}…`));
}

describe('The tree', () => {
  it('holds no secret, in any file that is committed', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter((path) => path !== '' && !BINARY.has(extname(path)) && path !== 'package-lock.json');
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap((path) => secretsIn(readFileSync(join(ROOT, path), 'utf8')).map((secret) => `${path}: ${secret}`));
    expect(found.filter((line) => !Object.keys(KNOWN).some((path) => line.startsWith(`${path}:`)))).toEqual([]);
    expect(Object.keys(KNOWN).filter((path) => !found.some((line) => line.startsWith(`${path}:`)))).toEqual([]); // An exception that nothing needs is one too many.
  });

  it('would be found out', () => {
    const planted = [['-----BEGIN', 'EC PRIVATE KEY-----'].join(' '), `AKIA${'ABCD1234EFGH5678'}`, `ghp_${'a1B2'.repeat(9)}`, `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`, `MASTER_KEY: "${'aB3d'.repeat(11)}"`, `whsec_${'aB3d'.repeat(8)}`, `postgres://anxin:${'9d52b1d9f78'}@db/anxin`];
    expect(planted.filter((text) => secretsIn(text).length === 0)).toEqual([]);
  });
});
