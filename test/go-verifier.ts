import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The verifier in Go, compiled once for each run of a file; where it cannot be had, why. */
export interface GoVerifier {
  readonly path?: string;
  readonly missing?: string;
}

export function goVerifier(): GoVerifier {
  return built('test/go');
}

let prometheus: GoVerifier | undefined;

/** The code of Prometheus that reads metrics and expressions. */
export function prometheusChecker(): GoVerifier {
  prometheus ??= built('test/go/prometheus');
  if (prometheus.missing !== undefined) process.stdout.write(`skipped: what Prometheus says: ${prometheus.missing}\n`);
  return prometheus;
}

/** What it finds wrong, a line each. */
export function checkedByPrometheus({ path }: GoVerifier, what: 'metrics' | 'expressions', input: string): readonly string[] {
  return spawnSync(path!, [what], { input, encoding: 'utf8', maxBuffer: 64 << 20 }).stdout.split('\n').filter((line) => line !== '');
}

function built(folder: string): GoVerifier {
  const go = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (go.error ?? go.status) return { missing: 'Go is not installed' };
  const path = join(mkdtempSync(join(tmpdir(), 'anxin-go-')), 'checker');
  const made = spawnSync('go', ['build', '-o', path, '.'], { cwd: join(process.cwd(), folder), encoding: 'utf8', timeout: 220_000, env: { ...process.env, GOFLAGS: '-mod=mod -buildvcs=false', GOTOOLCHAIN: 'local' } });
  return made.status === 0 ? { path } : { missing: `Go could not build it: ${made.stderr.slice(0, 300)}` };
}

/** What the verifier says to each claim: `ok`, or `no` and why. */
export function checkedByGo({ path }: GoVerifier, claims: readonly object[]): readonly string[] {
  const { stdout } = spawnSync(path!, ['check'], { input: claims.map((claim) => `${JSON.stringify(claim)}\n`).join(''), encoding: 'utf8', maxBuffer: 64 << 20 });
  return stdout.trim().split('\n');
}

/** Says why a test with it is skipped; a test that did not run is no test that passed. */
export function skippedWithout(verifier: GoVerifier): boolean {
  if (verifier.path !== undefined) return false;
  process.stdout.write(`skipped: the verifier in Go: ${verifier.missing}\n`);
  return true;
}
