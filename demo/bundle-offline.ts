import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { VERSION } from '#libs/runtime/version.js';
import { jarFolder } from './local-kafka.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)); // From dist/demo.
/** Taken as they are; what a folder of sources gives besides is chosen below. */
const WHOLE = ['policies', 'web', 'docs', 'k8s', 'package.json', 'package-lock.json', 'docker-compose.yml', 'pom.xml', 'LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'publiccode.yml'];
/** What compiled code reads beside the sources. */
const READ_BESIDE = /\.(sql|json)$/;
const COMPILED_FOR_WORK = ['libs', 'services', 'demo'];

/**
 * `npm run bundle-offline [-- <folder>]`: one archive with all that a network without internet needs, for machines of this platform: the compiled product, the packages that it runs
 * with, policies, pages, documents, manifests, and Kafka's jars where they were fetched. `SHA256SUMS` names every file; `docs/offline.md` says how it is installed.
 */
export async function bundleOffline(into: string): Promise<{ readonly file: string; readonly sha256: string; readonly files: number }> {
  const name = `anxin-${VERSION}-${process.platform}-${process.arch}`;
  const work = mkdtempSync(join(tmpdir(), 'anxin-bundle-'));
  try {
    const folder = join(work, name);
    mkdirSync(folder);
    await fill(folder);
    const files = filesUnder(folder).sort();
    const sums: string[] = [];
    for (const file of files) sums.push(`${await sha256Of(join(folder, file))}  ${file}\n`);
    writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
    mkdirSync(into, { recursive: true });
    const file = join(resolve(into), `${name}.tar.gz`);
    execFileSync('tar', ['-czf', file, '-C', work, name]);
    const sha256 = await sha256Of(file);
    writeFileSync(`${file}.sha256`, `${sha256}  ${name}.tar.gz\n`);
    return { file, sha256, files: files.length };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fill(folder: string): Promise<void> {
  for (const part of WHOLE) await copied(join(ROOT, part), join(folder, part));
  for (const part of COMPILED_FOR_WORK) {
    await copied(join(ROOT, 'dist', part), join(folder, 'dist', part));
    for (const file of filesUnder(join(ROOT, part)).filter((path) => READ_BESIDE.test(path))) await copied(join(ROOT, part, file), join(folder, part, file));
  }
  for (const path of packagesToRun()) await copied(join(ROOT, path), join(folder, path), (source) => !source.slice(join(ROOT, path).length).includes(`${sep}node_modules`) && !source.endsWith('.map'));
  if (existsSync(jarFolder())) await copied(jarFolder(), join(folder, 'kafka'));
}

/** By the lockfile: what is installed here and is not for development alone. Nested packages have entries of their own. */
function packagesToRun(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }> };
  const wanted = Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional);
  const missing = wanted.filter(([path, { optional }]) => !optional && !existsSync(join(ROOT, path))).map(([path]) => path);
  if (missing.length > 0) throw new Error(`Not installed: ${missing.join(', ')}. Run npm ci first.`);
  return wanted.map(([path]) => path).filter((path) => existsSync(join(ROOT, path)));
}

async function copied(from: string, to: string, filter: (source: string) => boolean = () => true): Promise<void> {
  mkdirSync(dirname(to), { recursive: true });
  await cp(from, to, { recursive: true, dereference: true, filter });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file, sha256, files } = await bundleOffline(process.argv[2] ?? join(ROOT, '.bundle'));
  const mib = Math.round(statSync(file).size / 2 ** 20);
  console.log(`${file}\n${files} 个文件，${mib} MiB / ${files} files, ${mib} MiB\nsha256 ${sha256}`);
  if (!existsSync(jarFolder())) console.log('不含 Kafka：本机未取过（npm start 或 npm test 会取）。/ Without Kafka: its jars were not fetched here (npm start or npm test fetches them).');
}
