import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Readiness {
  readonly status: string;
  readonly kafka: readonly string[];
  readonly workers?: Readonly<Record<string, string>>;
}

const START_MS_MAX = 60_000;

/** One service as a process of its own, on a port that it keeps through every death. */
export class Served {
  #child: ChildProcess | undefined;

  constructor(readonly service: string, readonly port: number, private readonly environment: Readonly<Record<string, string>>, private readonly log: string) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get alive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts it; does not wait until it is ready. */
  begin(): void {
    const out = openSync(this.log, 'a');
    const script = fileURLToPath(new URL(`../../services/${this.service}/main.js`, import.meta.url));
    this.#child = spawn(process.execPath, [script], { env: { PATH: process.env['PATH'], ...this.environment, PORT: String(this.port) }, stdio: ['ignore', out, out] });
    closeSync(out);
  }

  /** Starts it again whenever it ends by itself, as an orchestrator does: a process that cannot open its database at start ends. */
  async ready(): Promise<void> {
    const end = performance.now() + START_MS_MAX;
    while ((await this.readiness())?.status !== 'ready') {
      if (performance.now() > end) throw new Error(`${this.service} is not ready after ${START_MS_MAX} ms; see ${this.log}.`);
      if (!this.alive) this.begin();
      await pause(40);
    }
  }

  async readiness(): Promise<Readiness | undefined> {
    if (!this.alive) return undefined;
    try {
      return (await (await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(3_000) })).json()) as Readiness;
    } catch {
      return undefined; // Not there, or too busy to say so.
    }
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    if (!this.alive) return;
    const gone = once(this.#child!, 'exit');
    this.#child!.kill(signal);
    await gone;
  }

  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }
}
