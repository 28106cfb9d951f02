import { spawn } from 'node:child_process';
import { openSync, rmSync, writeFileSync } from 'node:fs';
import type { Order, Running } from './guarded.js';

/**
 * Runs one server for the process that started it and ends it when that process is gone, however it went: its end of our standard input
 * closes even after `kill -9`. It stands in a process group of its own, so that Ctrl-C reaches the product first and the product can still drain.
 */
const order = JSON.parse(process.argv[2] ?? '') as Order;
const log = openSync(order.log, 'w', 0o600);
const child = spawn(order.command, order.args, {
  stdio: ['ignore', log, log],
  windowsHide: true,
  ...(order.user === undefined ? {} : { uid: order.user.uid, gid: order.user.gid, cwd: '/' }),
});

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  child.kill(order.stopSignal);
  setTimeout(() => child.kill('SIGKILL'), order.patienceMs);
}

child.on('spawn', () => {
  const record: Running = { parent: process.ppid, guard: process.pid, child: child.pid!, marker: order.marker };
  writeFileSync(order.record, JSON.stringify(record), { mode: 0o600 });
});
child.on('error', (error) => {
  writeFileSync(log, `${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code) => {
  rmSync(order.record, { force: true });
  process.exit(code ?? 1);
});
process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
