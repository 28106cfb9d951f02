import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from './scenario.js';

interface Patch { readonly file: string; readonly from: string; readonly to: string }

/** A defect that a scenario must find: a text of the built product that is replaced by another, in a copy of it. */
interface Defect {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** For the models of the simulation, which are not the product's. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Finding {
  readonly scenario: string;
  readonly defect: string;
  readonly seed: number;
  readonly found: boolean;
  /** What gave it away. */
  readonly by: string;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)); // From dist/test/faults.
const RELAY = 'libs/messaging/relay.js';
const EFFECTS = 'libs/messaging/effects.js';
const SCHEMA = 'libs/event-store/schema.sql';
const SEND = '            await this.send(batch, log, topic);\n';
const CHECKPOINT = '            if (!(await this.checkpoint(epoch, last)))\n                return;\n';

export const defects: readonly Defect[] = [
  { name: 'relay-checkpoints-first', patches: [{ file: RELAY, from: SEND + CHECKPOINT, to: CHECKPOINT + SEND }] },
  { name: 'relay-forgets-at-restart', patches: [{ file: RELAY, from: '        this.published = pos;\n', to: '        this.published = await head(this.pool);\n' }] },
  {
    name: 'consumer-marks-first', patches: [
      { file: EFFECTS, from: ' ORDER BY part FOR UPDATE`', to: ' ORDER BY part`' },
      { file: EFFECTS, from: '            const commands = handle.length', to: '            await this.moveMarks(this.where.pool, plans);\n            const commands = handle.length' },
    ],
  },
  { name: 'consumer-without-marks', patches: [{ file: 'libs/messaging/chunk.js', from: 'if (address.position <= position || ', to: 'if (' }] },
  { name: 'clock-fires-early', patches: [{ file: 'services/supervision/clocks/fire.js', from: 'const now = clock.now();', to: 'const now = new Date(clock.nowMs() + 2_000).toISOString();' }] },
  { name: 'delivery-with-a-new-id', patches: [{ file: 'services/intake/feedback/signed-call.js', from: 'signWebhook(secrets, id, ', to: 'signWebhook(secrets, crypto.randomUUID(), ' }] },
  {
    name: 'commit-not-durable', patches: [
      { file: SCHEMA, from: "PERFORM set_config('synchronous_commit', 'on', true);", to: 'NULL;' },
      { file: 'libs/runtime/product.js', from: '-c timezone=Asia/Shanghai', to: '-c timezone=Asia/Shanghai -c synchronous_commit=off' },
    ],
  },
  {
    name: 'positions-by-sequence', environment: { FAULTS_STORE: 'sequence' }, patches: [
      { file: SCHEMA, from: 'CREATE SCHEMA IF NOT EXISTS es;', to: 'CREATE SCHEMA IF NOT EXISTS es; CREATE SEQUENCE IF NOT EXISTS es.seq MINVALUE 0 START 0;' },
      { file: SCHEMA, from: 'PERFORM pg_advisory_xact_lock(727001);', to: 'PERFORM pg_advisory_lock(727001);' },
      { file: SCHEMA, from: 'SELECT e.pos INTO v_base FROM es.events e ORDER BY e.pos DESC LIMIT 1;', to: 'SELECT s.last_value INTO v_base FROM es.seq s;' },
      {
        file: SCHEMA, from: 'v_base := coalesce(v_base, 0);',
        to: `PERFORM setval('es.seq', v_base + (SELECT sum(c.n) FROM unnest(c_n) WITH ORDINALITY AS c(n, ord) JOIN unnest(v_ok) AS k(ord) ON k.ord = c.ord)); PERFORM pg_advisory_unlock(727001);`,
      },
    ],
  },
];

/** Runs each scenario against each defect that it must find. */
export function soughtIn(scenarios: readonly Scenario[], seed: number, counts: Readonly<Record<string, number>>, say: (line: string) => void): readonly Finding[] {
  return scenarios.flatMap((scenario) => scenario.finds.map((name) => {
    const defect = defects.find((one) => one.name === name);
    if (!defect) throw new Error(`Nobody knows the defect ${name}.`);
    const finding = sought(scenario.name, defect, seed, counts[scenario.name] ?? 10);
    say(`${scenario.name} / ${name}: ${finding.found ? `found (${finding.by})` : 'NOT FOUND'}`);
    return finding;
  }));
}

function sought(scenario: string, defect: Defect, seed: number, count: number): Finding {
  const tree = patched(defect.patches);
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(tree, 'dist/test/faults/run.js'), scenario, '--seed', String(seed), '--count', String(count), '--json'], {
      cwd: tree, encoding: 'utf8', env: { ...process.env, LOG_LEVEL: 'fatal', ...defect.environment }, maxBuffer: 64 * 1024 * 1024, timeout: 300_000,
    });
    const [row] = status === 0 || status === 1 ? (JSON.parse(stdout) as { tally: { lost: number; duplicated: number; late: number; broken: string[] } }[]) : [];
    if (!row) throw new Error(`${scenario} could not be run with ${defect.name}: ${stderr.slice(-2_000)}`);
    const { lost, duplicated, late, broken } = row.tally;
    return { scenario, defect: defect.name, seed, found: status === 1, by: [lost && `${lost} lost`, duplicated && `${duplicated} twice`, late && `${late} late`, broken[0]?.slice(0, 90)].filter(Boolean).join('; ') };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** Defects that can no longer be put into what is built, and the text that is not there exactly once. */
export function misplaced(root: string): readonly string[] {
  return defects.flatMap(({ name, patches }) => {
    const texts = new Map<string, string>();
    return patches.flatMap(({ file, from, to }) => {
      const text = texts.get(file) ?? readFileSync(placeOf(root, file), 'utf8');
      texts.set(file, text.replace(from, () => to)); // One patch may stand on what another has put there.
      return text.split(from).length === 2 ? [] : [`${name}: ${file} does not hold exactly once: ${from.trim()}`];
    });
  });
}

/** Where a process of the copy reads it: SQL lies with the sources alone. */
function placeOf(root: string, file: string): string {
  return file.endsWith('.sql') ? join(root, file) : join(root, 'dist', file);
}

/** A copy of the built product with these texts replaced; throws where one is not there exactly once. */
function patched(patches: readonly Patch[]): string {
  const tree = mkdtempSync(join(tmpdir(), 'anxin-broken-'));
  const own = ['dist', 'libs', 'package.json'];
  for (const name of readdirSync(ROOT)) if (![...own, '.git', '.anxin'].includes(name)) symlinkSync(join(ROOT, name), join(tree, name));
  for (const name of own) cpSync(join(ROOT, name), join(tree, name), { recursive: true });
  for (const { file, from, to } of patches) {
    const path = placeOf(tree, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${file} does not hold this text exactly once, so it cannot be broken there: ${from.trim()}`);
    writeFileSync(path, text.replace(from, () => to));
  }
  return tree;
}

export function brokenTable(findings: readonly Finding[]): string {
  const head = ['scenario', 'defect put in', 'seed', 'found', 'by'];
  return [head, head.map(() => '---'), ...findings.map(({ scenario, defect, seed, found, by }) => [scenario, defect, seed, found ? 'yes' : '**no**', by.replaceAll('|', '/')])].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
