import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { verifyWebhook } from '#libs/security/webhook.js';

const run = promisify(execFile);
const HERE = import.meta.dirname;
const MODULES = join(HERE, '../node_modules');
const SECRET = `whsec_${Buffer.from('a test key of 32 bytes, no more.').toString('base64')}`;

/** What an integrator writes on the first day. Its last line only compiles where the types refuse what the API would refuse. */
const PROGRAM = `
import { channelsFile, Client, isProblem, verify } from 'anxin-client';
const client = new Client({ baseUrl: process.argv[2]!, identity: { secret: process.argv[3]! }, language: 'en' });
const body = { externalId: 'Z-1', receivedAt: '2026-03-02T09:20:00+08:00', category: 'D01', demandKind: 'complaint', division: '439901', text: '工资未发' } as const;
const { caseId } = await channelsFile(client, { channel: 'station', body }, { id: 'wh_first' });
const no = await channelsFile(client, { channel: 'station', body }, { id: 'wh_second' }).catch((error: unknown) => error);
console.log(JSON.stringify([caseId, isProblem(no, 'FIELDS_REFUSED') && no.problem.errors, typeof verify]));
// @ts-expect-error -- there is no such channel's call without a channel
void (() => channelsFile(client, { body }));
`;

describe('The package of the client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-client-'));
  const [source, theirs] = [join(folder, 'source'), join(folder, 'theirs')];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is packed without a test, a key or a dependency', async () => {
    mkdirSync(source);
    for (const name of readdirSync(HERE).filter((each) => each !== 'dist' && each !== 'node_modules')) cpSync(join(HERE, name), join(source, name));
    symlinkSync(MODULES, join(source, 'node_modules'));
    const { stdout } = await run('npm', ['pack', '--json', '--silent', '--offline', '--pack-destination', folder], { cwd: source });
    const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string; files: { path: string }[] }];
    expect(filename).toMatch(/^anxin-client-\d+\.\d+\.\d+\.tgz$/);
    expect(files.map(({ path }) => path).sort()).toEqual(['LICENSE', 'README.md', ...['anxin', 'client', 'operations', 'problem', 'webhook'].flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]), 'package.json'].sort());
  }, 120_000);

  it('carries the licence that the repository has, and names it', () => {
    const [own, whole] = [join(HERE, 'LICENSE'), join(HERE, '../LICENSE')].map((path) => readFileSync(path, 'utf8'));
    const { license, files } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')) as { license: string; files: string[] };
    expect([own, license, files.includes('LICENSE')]).toEqual([whole, (JSON.parse(readFileSync(join(HERE, '../package.json'), 'utf8')) as { license: string }).license, true]);
  });

  it('is installed without a network, compiles under the strictest rules, and runs', async () => {
    mkdirSync(theirs);
    writeFileSync(join(theirs, 'package.json'), '{ "name": "theirs", "private": true, "type": "module" }');
    const [packed] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join('..', packed!)], { cwd: theirs });
    expect(readdirSync(join(theirs, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['anxin-client']);
    symlinkSync(join(MODULES, '@types'), join(theirs, 'node_modules/@types'));
    writeFileSync(join(theirs, 'program.ts'), PROGRAM);
    writeFileSync(join(theirs, 'tsconfig.json'), JSON.stringify({ compilerOptions: { target: 'ES2022', module: 'NodeNext', strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitReturns: true, types: ['node'] }, files: ['program.ts'] }));
    const { stdout: complaints } = await run(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '-p', theirs]).catch((error: { stdout: string }) => error);
    expect(complaints).toBe('');
    const came: string[] = [];
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const { id } = verifyWebhook([SECRET], request.headers, Buffer.concat(parts), Date.now());
        came.push(id);
        const isFirst = id === 'wh_first';
        response.writeHead(isFirst ? 202 : 400, { 'content-type': isFirst ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(isFirst ? { caseId: 'c-1' } : { type: 'urn:anxin:problem:fields-refused', title: 't', status: 400, code: 'FIELDS_REFUSED', errors: [{ field: 'division', problem: 'p' }] }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { stdout } = await run(process.execPath, [join(theirs, 'program.js'), `http://127.0.0.1:${(server.address() as AddressInfo).port}`, SECRET]);
      expect(JSON.parse(stdout)).toEqual(['c-1', [{ field: 'division', problem: 'p' }], 'function']);
      expect(came).toEqual(['wh_first', 'wh_second']);
    } finally {
      await new Promise((closed) => server.close(closed));
    }
  }, 120_000);
});
