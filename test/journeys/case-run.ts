import { epochMs } from '#libs/contracts/time.js';
import type { App } from '../app.js';
import { whenTrue } from '../stack.js';
import type { Seen } from './case-differences.js';
import type { Step } from './case-steps.js';
import { laterSteps } from './case-steps.js';
import type { SampleCase } from './sample-cases.js';
import { sampleCases, stationOrder } from './sample-cases.js';

interface ClockLine { readonly kind: string; readonly order: number | null; readonly startedAt: string; readonly due: string; readonly status: string }
interface OrderLine { readonly order: number; readonly matter: string | null; readonly department: string | null; readonly assist: readonly string[] }

/** As much of a stored case as the cases speak of; the rest is compared whole. */
export interface StoredCase {
  readonly caseId: string;
  readonly mode: string;
  readonly lead: string | null;
  readonly rules: readonly string[];
  readonly guide: readonly string[];
  readonly handlingDivision: string;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly orders: readonly OrderLine[];
  readonly channelOrders: readonly { readonly channel: string; readonly channelNumber: string }[];
  readonly clocks: Readonly<Record<string, ClockLine>>;
  readonly position: string;
}
export interface HistoryEvent { readonly position: string; readonly type: string; readonly data: Readonly<Record<string, unknown>> }

/** What became of one case, phase by phase. A phase that failed is missing, and `failed` says why. */
export interface CaseRun {
  checked?: Seen;
  /** The same order without its text: facts alone must decide the same. */
  checkedByFacts?: Seen;
  receipt?: { readonly caseId: string; readonly duplicateOf: string | null };
  filed?: StoredCase;
  /** The case after each month's later steps. */
  readonly after: StoredCase[];
  last?: StoredCase;
  replayed?: StoredCase;
  history?: readonly HistoryEvent[];
  readonly failed: Partial<Record<'check' | 'file' | 'steps' | 'end', Error>>;
}

/** All cases through one product in the order of time, month by month, its clock going forward only: a month's orders, then what happened after them. */
export async function runAll(app: App): Promise<ReadonlyMap<string, CaseRun>> {
  const runs = new Map<string, CaseRun>(sampleCases.map(({ id }) => [id, { after: [], failed: {} }]));
  const steps = Object.entries(laterSteps).flatMap(([id, several]) => several.map((step) => ({ run: runs.get(id)!, ...step })));
  const moments = [...sampleCases.map(({ receivedAt }) => receivedAt), ...steps.map(({ at }) => at)];
  const reach = (at: string): void => { if (epochMs(at) > app.clock.nowMs()) app.clock.set(at); };
  for (const month of [...new Set(moments.map((at) => at.slice(0, 7)))].sort()) {
    const received = inTime(sampleCases.filter((one) => one.receivedAt.startsWith(month)), (one) => one.receivedAt);
    for (const one of received) {
      reach(one.receivedAt);
      await receive(app, one, runs);
    }
    await atRest(app);
    for (const { id } of received) await guarded(runs.get(id)!, 'file', async (run) => { run.filed = await stored(app, caseIdOf(run)); });
    const taken = inTime(steps.filter(({ at }) => at.startsWith(month)), ({ at }) => at);
    for (const { run, ...step } of taken) {
      reach(step.at);
      await guarded(run, 'steps', () => give(app, run, step));
    }
    await atRest(app);
    for (const run of new Set(taken.map((step) => step.run))) await guarded(run, 'steps', async () => { run.after.push(await stored(app, caseIdOf(run))); });
  }
  await app.settled();
  for (const run of runs.values()) await guarded(run, 'end', () => close(app, run));
  return runs;
}

function inTime<T>(things: readonly T[], at: (thing: T) => string): T[] {
  return [...things].sort((a, b) => epochMs(at(a)) - epochMs(at(b)));
}

async function receive(app: App, one: SampleCase, runs: ReadonlyMap<string, CaseRun>): Promise<void> {
  const run = runs.get(one.id)!;
  const station = app.hotline('station');
  const order = stationOrder(one);
  await guarded(run, 'check', async () => {
    const { text: _, ...bare } = order as { text: string };
    const [full, byFacts] = await Promise.all([station.check(order), station.check(bare)]);
    if (full.status !== 200 || byFacts.status !== 200) throw new Error(`check: ${full.status} ${JSON.stringify(full.body)}`);
    Object.assign(run, { checked: full.body, checkedByFacts: byFacts.body });
  });
  await guarded(run, 'file', async () => {
    const { mergedInto } = one.expect;
    const { status, body } = await station.file(mergedInto === undefined ? order : { ...order, facts: { ...one.facts, duplicateOf: caseIdOf(runs.get(mergedInto)!) } });
    if (status !== 202) throw new Error(`work-orders: ${status} ${JSON.stringify(body)}`);
    run.receipt = body;
  });
}

async function give(app: App, run: CaseRun, { at, give: what }: Step): Promise<void> {
  if ('awaits' in what) await whenTrue(async () => (await historyOf(app, caseIdOf(run))).some(({ type }) => type === what.awaits));
  else await app.office.do(what[0], caseIdOf(run), what[1], { at, ...what[2] });
}

function caseIdOf({ receipt }: CaseRun): string {
  if (!receipt) throw new Error('The order was not taken.');
  return receipt.caseId;
}

async function close(app: App, run: CaseRun): Promise<void> {
  const caseId = caseIdOf(run);
  run.history = await historyOf(app, caseId);
  run.last = await stored(app, caseId);
  run.replayed = await stored(app, caseId, `?asOf=${run.history.at(-1)!.position}`);
}

/** One case's failure is that case's: it is kept for its test, and the others go on. */
async function guarded(run: CaseRun, phase: keyof CaseRun['failed'], work: (run: CaseRun) => Promise<void>): Promise<void> {
  await Promise.resolve(run).then(work).catch((error: Error) => { run.failed[phase] ??= error; });
}

const stored = (app: App, caseId: string, asOf = ''): Promise<StoredCase> => app.office.get('supervisor', `/v1/cases/${caseId}${asOf}`);
const historyOf = async (app: App, caseId: string): Promise<readonly HistoryEvent[]> =>
  (await app.office.get<{ events: HistoryEvent[] }>('supervisor', `/v1/cases/${caseId}/history`)).events;

/** Every consumer has done everything that is in the log, and nothing new came of it. Armed times may still fire. */
async function atRest(app: App): Promise<void> {
  const { product } = app.running;
  const head = async (): Promise<string> => (await product.pool.query<{ pos: string }>('SELECT coalesce(max(pos), 0) AS pos FROM es.events')).rows[0]!.pos;
  for (let before = '-1'; before !== (await head()); ) {
    before = await head();
    await app.running.whenCaughtUp(before);
  }
}

/** A stored case in the words of a check. */
export function seen({ mode, lead, rules, guide, handlingDivision, flags, orders, clocks }: StoredCase): Seen {
  return {
    mode, lead, rules, guide, flags, handlingRegion: handlingDivision, assist: orders[0]?.assist ?? [],
    children: orders.slice(1).map(({ matter, department, assist }) => ({ matter, lead: department, assist })),
    clocks: Object.values(clocks).filter(({ status }) => status !== 'cancelled').map(({ kind, startedAt, due }) => ({ id: kind, startedAt, due })),
  };
}
