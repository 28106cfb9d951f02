import { execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What the guard is to run. `record` is the file with its process ids, `marker` the part of the server's command line that proves a recorded id still means our server. */
export interface Order {
  readonly command: string;
  readonly args: readonly string[];
  readonly record: string;
  readonly marker: string;
  readonly log: string;
  readonly stopSignal: NodeJS.Signals;
  /** After this many milliseconds the server is killed. */
  readonly patienceMs: number;
  readonly user?: { readonly uid: number; readonly gid: number };
}

export interface Running {
  /** The run that started it. */
  readonly parent: number;
  readonly guard: number;
  readonly child: number;
  readonly marker: string;
}

export interface Guarded {
  readonly alive: () => boolean;
  readonly stop: () => Promise<void>;
}

/** Beside this file where it is built; a test runs the source tree, and takes the built one. */
const GUARD = ['./guard.js', '../dist/demo/guard.js'].map((path) => fileURLToPath(new URL(path, import.meta.url))).find(existsSync)!;

/** Another run is at work in the same folder. */
export class HomeInUse extends Error {
  override readonly name = 'HomeInUse';
}

/** Starts a server that lives no longer than this process. */
export function startGuarded(order: Order): Guarded {
  const guard = spawn(process.execPath, [GUARD, JSON.stringify(order)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, windowsHide: true });
  let alive = true;
  const gone = new Promise<void>((done) => {
    guard.once('exit', () => { alive = false; done(); });
    guard.once('error', () => { alive = false; done(); });
  });
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  guard.stdin.on('error', () => undefined); // The guard may be gone before its pipe is closed.
  const stop = async (): Promise<void> => {
    guard.ref();
    guard.stdin.end();
    if (alive) await gone;
  };
  return { alive: () => alive, stop };
}

/**
 * Ends the server that a crashed run left behind, so that it blocks neither folder nor lock. Only what our own record names, and whose
 * command line still says so, is touched. A run that is still alive is not ended: that is an error of the person who starts two.
 */
export async function endLeftover(recordFile: string): Promise<void> {
  const record = readRecord(recordFile);
  if (record !== undefined) {
    const guardLives = (): boolean => commandLine(record.guard).includes(recordFile);
    const inUse = (): boolean => guardLives() && commandLine(record.parent) !== '';
    await until(() => inUse() || !guardLives(), 20_000); // It ends by itself within its patience when its run has died.
    if (guardLives()) throw new HomeInUse(`另一个安薪进程正在使用此目录；请先停止它，或用 ANXIN_HOME 指定别的目录。 / Another run uses this folder; stop it first, or set ANXIN_HOME to another folder. (${recordFile})`);
    await endProcess(record.child, record.marker);
  }
  rmSync(recordFile, { force: true });
}

/** Ends a process if its command line contains the marker. */
export async function endProcess(pid: number, marker: string): Promise<void> {
  const lives = (): boolean => commandLine(pid).includes(marker);
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!lives()) return;
    process.kill(pid, signal);
    await until(() => !lives(), 8_000);
  }
  if (lives()) throw new Error(`Process ${pid} of an earlier run does not end.`);
}

/** The last lines of a server's own log, for the message of a failed start. */
export function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n') : '';
}

/** A free TCP port on 127.0.0.1. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000); // Below those that the system gives to connections: whoever asked listens seconds later.
    const server = createServer();
    const isFree = await new Promise<boolean>((found) => server.once('error', () => found(false)).listen(port, '127.0.0.1', () => found(true)));
    await new Promise((closed) => server.close(closed));
    if (isFree) return port;
  }
}

/** Waits until the condition holds or the time is over; the caller looks again. */
export async function until(condition: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await pause(25);
  }
  return true;
}

function readRecord(file: string): Running | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { parent, guard, child, marker } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Running>;
    const whole = [parent, guard, child].every(Number.isInteger) && typeof marker === 'string' && marker.length > 10;
    return whole ? { parent: parent!, guard: guard!, child: child!, marker } : undefined;
  } catch {
    return undefined; // Cut off by the crash of the run that wrote it.
  }
}

/** The command line of a live process, '' where there is none. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const quiet = { encoding: 'utf8' as const, stdio: ['ignore' as const, 'pipe' as const, 'ignore' as const] };
    if (process.platform !== 'win32') return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], quiet);
    return execFileSync('powershell', ['-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`], quiet);
  } catch {
    return '';
  }
}
