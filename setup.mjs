// Makes a clone ready to run: packages, then the compiled tree in dist/. Runs before `npm start` and `npm test`, says nothing where
// nothing is to be done, and uses Node's own modules only, since it is what brings the others.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const LOCK = join(root, 'package-lock.json');
const INSTALLED = join(root, 'node_modules', '.package-lock.json'); // npm's own record of what it installed
const COMPILER = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const DIST = join(root, 'dist');
const STAMP = join(DIST, '.built'); // the fingerprint of the sources that dist/ was made from
const COMPILED = ['libs', 'services', 'demo', 'simulator', 'client', 'test', 'bench']; // as tsconfig.json includes them
const CARRIED = ['libs', 'services', 'demo', 'simulator', 'docs/api']; // whose .sql and .json files the running code reads beside itself
const BUILD_INPUTS = ['tsconfig.json', 'package.json', 'package-lock.json', 'setup.mjs'];

const sources = COMPILED.flatMap((folder) => filesUnder(folder)).filter(isCompiled);
if (sources.length > 0) { // A production installation has none: it brings its packages and its dist/.
  install();
  build();
}

function install() {
  if (!existsSync(LOCK) || isInstalled()) return;
  step('Installing packages (npm ci)');
  // Development packages too, whatever NODE_ENV says: the compiler is one of them.
  const result = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status !== 0) fail('npm ci failed. The package registry must be reachable, or npm\'s cache filled; see the lines above.');
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  if (statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) return true;
  if (!isSameSet(packagesOf(LOCK), packagesOf(INSTALLED))) return false;
  utimesSync(INSTALLED, new Date(), new Date()); // A fresh checkout touches the lockfile without changing it.
  return true;
}

/** True where every package that is wanted on any machine is there in its version, and none that nobody wants. */
function isSameSet(wanted, installed) {
  const complete = Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, link }]) => {
    const found = installed[path];
    if (path === '' || link) return true;
    if (!found) return Boolean(optional || devOptional);
    return found.version === version && (!integrity || !found.integrity || found.integrity === integrity);
  });
  return complete && Object.keys(installed).every((path) => path in wanted);
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

function build() {
  if (!existsSync(COMPILER)) return; // Installed without development packages: what dist/ holds is what runs.
  const assets = CARRIED.flatMap((folder) => filesUnder(folder)).filter((path) => /\.(sql|json)$/.test(path));
  const fingerprint = fingerprintOf([...sources, ...assets, ...BUILD_INPUTS]);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return;
  step('Compiling (tsc)');
  rmSync(STAMP, { force: true });
  removeStale(assets);
  compile();
  if (sources.some((path) => !existsSync(join(DIST, path.replace(/\.ts$/, '.js'))))) {
    rmSync(join(DIST, '.tsbuildinfo'), { force: true }); // It remembers writing what somebody has removed since.
    compile();
  }
  for (const path of assets) carry(path);
  writeFileSync(STAMP, fingerprint);
}

function compile() {
  const result = spawnSync(process.execPath, [COMPILER, '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) fail('The TypeScript sources do not compile; see the lines above.');
}

function isCompiled(path) {
  return path.endsWith('.ts') && !/\.(spec|e2e|d)\.ts$/.test(path);
}

/** Paths relative to the root, sorted; an absent folder has none. */
function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

/** Size and time of change stand for the content: reading every file on each start would cost more than a needless compilation. */
function fingerprintOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    if (!existsSync(join(root, path))) continue;
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** What was compiled from a source that is gone must go too: migrations and catalogues are found by looking into dist/. */
function removeStale(assets) {
  const wanted = new Set(assets);
  for (const path of sources) for (const end of ['.js', '.js.map']) wanted.add(path.replace(/\.ts$/, end));
  for (const folder of COMPILED) {
    for (const path of filesUnder(`dist/${folder}`)) {
      if (!wanted.has(path.slice('dist/'.length))) rmSync(join(root, path));
    }
  }
}

function carry(path) {
  const target = join(DIST, path);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(root, path), target);
}

/** The npm that runs this script where there is one, so that one version does all. */
function npm(args) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: 'inherit' });
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

function step(words) {
  process.stderr.write(`setup: ${words}\n`);
}

function fail(words) {
  process.stderr.write(`setup: ${words}\n`);
  process.exit(1);
}
