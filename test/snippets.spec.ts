import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '../client/webhook.js';
import { verifyWebhook } from '#libs/security/webhook.js';

interface Vector { readonly name: string; readonly secrets: readonly string[]; readonly id: string; readonly timestamp: string; readonly signature: string; readonly bodyBase64: string; readonly now: number; readonly accept: boolean }
const FOLDER = 'docs/integrators';
const vectors = JSON.parse(readFileSync(`${FOLDER}/vectors.json`, 'utf8')) as readonly Vector[];
const made = mkdtempSync(join(tmpdir(), 'anxin-snippets-'));
const tabbed = vectors.map(({ secrets, id, timestamp, signature, bodyBase64, now }) => [secrets.join(' '), id, timestamp, signature, bodyBase64, now].join('\t')).join('\n');

interface Run { readonly language: string; readonly version: readonly string[]; readonly command: readonly string[]; readonly input?: string }
/** How each is run on the vectors; a runtime that is not here is named, and its test is not made. */
const runs: readonly Run[] = [
  { language: 'Python', version: ['python3', '--version'], command: ['python3', `${FOLDER}/verify.py`, `${FOLDER}/vectors.json`] },
  { language: 'Go', version: ['go', 'version'], command: ['go', 'run', `${FOLDER}/verify.go`, `${FOLDER}/vectors.json`] },
  { language: 'Java', version: ['javac', '-version'], command: ['sh', '-c', `javac -d ${made} ${FOLDER}/Verify.java && java -cp ${made} Verify`], input: tabbed },
  { language: 'PHP', version: ['php', '--version'], command: ['php', `${FOLDER}/verify.php`, `${FOLDER}/vectors.json`] },
];
const here = runs.filter(({ language, version: [command, ...given] }) => {
  const { error } = spawnSync(command!, given);
  if (error) process.stdout.write(`skipped: the webhook check in ${language}: ${command} is not installed\n`);
  return !error;
});

describe('The webhook check', () => {
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  it.each(here)('in $language accepts and rejects what the vectors say', ({ command: [command, ...given], input = '' }) => {
    const { stdout, stderr, status } = spawnSync(command!, given, { encoding: 'utf8', input, env: { ...process.env, GOFLAGS: '', GOTOOLCHAIN: 'local' } });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
    expect(stdout.trim().split('\n').map((said, at) => [vectors[at]?.name, said])).toEqual(vectors.map(({ name, accept }) => [name, accept ? 'accept' : 'reject']));
  });

  type Check = (secrets: readonly string[], headers: Record<string, string>, body: Buffer, nowMs: number) => unknown;
  it.each<readonly [string, Check]>([['the client', verify], ['the door', verifyWebhook]])('of %s accepts and rejects what the vectors say', (_, check) => {
    const accepted = ({ secrets, id, timestamp, signature, bodyBase64, now }: Vector): boolean => {
      try {
        check(secrets, { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }, Buffer.from(bodyBase64, 'base64'), now * 1000);
        return true;
      } catch {
        return false;
      }
    };
    expect(vectors.filter((each) => accepted(each) !== each.accept).map(({ name }) => name)).toEqual([]);
  });
});
