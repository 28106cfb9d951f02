import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Line } from './case-differences.js';
import { clockLine, compared, differences, line, same } from './case-differences.js';
import type { CaseRun, StoredCase } from './case-run.js';
import { runAll, seen } from './case-run.js';
import { laterSteps } from './case-steps.js';
import type { ExpectedClock, SampleCase } from './sample-cases.js';
import { counting, sampleCases, startsAtReceipt } from './sample-cases.js';

type Phase = 'check' | 'checkByFacts' | 'file' | 'steps' | 'replay';

const RUN_MS = 180_000; // A quarter of it on a machine that does nothing else.
const named = sampleCases.map((one) => [one.id, one.title, one] as const);
const withLater = named.filter(([id]) => laterSteps[id]);
const table: { id: string; phase: Phase; line: Line }[] = [];

describe('The sample cases', () => {
  let app: App;
  let runs: ReadonlyMap<string, CaseRun>;
  beforeAll(async () => {
    app = await startApp({ now: '2026-01-15T09:00:00+08:00' });
    runs = await runAll(app);
  }, RUN_MS);
  afterAll(async () => {
    await app?.stop();
    print();
  });

  /** Notes the lines for the table, and fails with everything that differs. */
  function judged(id: string, phase: Phase, lines: readonly Line[]): void {
    table.push(...lines.map((each) => ({ id, phase, line: each })));
    expect(differences(lines)).toEqual([]);
  }
  function runOf(id: string, ...phases: (keyof CaseRun['failed'])[]): CaseRun {
    const run = runs.get(id)!;
    for (const phase of phases) if (run.failed[phase]) throw run.failed[phase];
    return run;
  }

  it('are thirty-six, and the pack has the same ones', () => {
    const all = JSON.parse(readFileSync(new URL('../../policies/439900/2026-01-01/examples.json', import.meta.url), 'utf8')) as SampleCase[];
    const examples = all.filter(({ id }) => id.startsWith('S')); // The pack has examples of its own besides.
    expect(sampleCases).toHaveLength(36);
    for (const one of sampleCases) expect(one).toMatchObject(examples.find(({ id }) => id === one.id)!);
    expect(examples).toHaveLength(36);
  });

  it.each(named)('%s %s: what the check says', (id, _title, one) => {
    judged(id, 'check', compared(one.expect, runOf(id, 'check').checked!));
  });

  it.each(named)('%s %s: the facts decide without the text', (id, _title, one) => {
    judged(id, 'checkByFacts', compared(one.expect, runOf(id, 'check').checkedByFacts!));
  });

  it.each(named)('%s %s: what is stored', (id, _title, one) => {
    const run = runOf(id, 'file');
    judged(id, 'file', one.expect.mode === 'merge' ? mergedLines(one, run) : [...compared(one.expect, seen(run.filed!)), ...notYet(one, run.filed!)]);
  });

  it.each(withLater)('%s %s: what later events start and move', (id, _title, one) => {
    const { after } = runOf(id, 'file', 'steps');
    const later = one.expect.clocks.filter((clock) => !startsAtReceipt(clock));
    const flags = (one.expect.flagsLater ?? []).map(({ flag, value }) => same(`later ${flag}`, value, after.at(-1)!.flags[flag]));
    judged(id, 'steps', [...later.flatMap((clock) => laterLines(clock, after)), ...flags]);
  });

  it.each(named)('%s %s: folded from the log it is the same', (id) => {
    const { last, replayed } = runOf(id, 'file', 'end');
    const fields = new Set([...Object.keys(last!), ...Object.keys(replayed!)]) as Set<keyof StoredCase>;
    judged(id, 'replay', [...fields].map((field) => line(field, isDeepStrictEqual(last![field], replayed![field]), last![field], replayed![field])));
  });

  it.each(counting.map((one) => [one.id, one] as const))('counting %s', async (_id, { startedAt, rule, due }) => {
    const answer = await app.office.call<{ due: string; derivation: readonly object[] }>('officer', 'POST', '/v1/supervision/clocks/explain', { rule, startedAt, division: '439901' });
    expect(answer.due).toBe(due);
    expect(answer.derivation.length).toBeGreaterThan(0);
  });

  /** It went into the case that it repeats: both numbers kept, that case's clocks run on, its own reply clock is new. */
  function mergedLines({ id, expect: wanted }: SampleCase, { receipt, filed }: CaseRun): Line[] {
    const first = runOf(wanted.mergedInto!, 'file');
    return [
      same('mergedInto', first.receipt!.caseId, receipt!.duplicateOf),
      same('channel numbers', [wanted.mergedInto, id], filed!.channelOrders.map(({ channelNumber }) => channelNumber)),
      same('lead', first.filed!.lead, filed!.lead),
      same('INSP-ACCEPT once', 1, seen(filed!).clocks.filter((clock) => clock.id === 'INSP-ACCEPT').length),
      ...wanted.clocks.map((clock) => clockLine(clock, seen(filed!).clocks)),
    ];
  }
});

/** No clock that waits for a later event runs before it. */
function notYet({ expect: { clocks } }: SampleCase, filed: StoredCase): Line[] {
  const given = new Set(clocks.filter(startsAtReceipt).map(({ id }) => id));
  return clocks.filter((clock) => !startsAtReceipt(clock) && !given.has(clock.id)).map(({ id }) => same(`not yet ${id}`, [], seen(filed).clocks.filter((clock) => clock.id === id)));
}

/** The clock stood so after its step; one that was moved stands so at the end. */
function laterLines(clock: ExpectedClock, after: readonly StoredCase[]): Line[] {
  const moved = clock.extension !== undefined || clock.suspended !== undefined;
  return [clockLine(clock, (moved ? after.slice(-1) : after).flatMap((row) => seen(row).clocks))];
}

/** Every case and field; of what was folded from the log, the fields that differ. */
function print(): void {
  const rows = table.filter(({ phase, line: { ok } }) => phase !== 'replay' || !ok).map(({ id, phase, line: { field, ok, wanted, got } }) => `${id} ${phase.padEnd(12)} ${field.padEnd(28)} ${ok ? 'ok' : `WRONG wanted ${JSON.stringify(wanted)} got ${JSON.stringify(got)}`}`);
  const wrong = table.filter((row) => !row.line.ok).length;
  process.stdout.write(`${rows.sort().join('\n')}\n${sampleCases.length} cases, ${table.length} fields compared, ${wrong} wrong\n`);
}
