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
  const go = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (go.error ?? go.status) return { missing: 'Go is not installed' };
  const path = join(mkdtempSync(join(tmpdir(), 'anxin-go-')), 'verify-log');
  const built = spawnSync('go', ['build', '-o', path, '.'], { cwd: join(process.cwd(), 'test/go'), encoding: 'utf8', timeout: 120_000, env: { ...process.env, GOFLAGS: '-mod=mod -buildvcs=false', GOTOOLCHAIN: 'local' } });
  return built.status === 0 ? { path } : { missing: `Go could not build it: ${built.stderr.slice(0, 300)}` };
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
