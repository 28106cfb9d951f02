import { dayOf } from '#libs/contracts/time.js';
import type { Met, Row } from './decide-by-table.js';
import type { ClockStart, Department, FlagValue, MatchedRow, Mode, NearMiss, Place } from './decision.js';
import type { Context, Received } from './derive.js';
import { countyOf, derive, overlap } from './derive.js';
import type { KnownFacts } from './facts.js';
import type { Found } from './found.js';
import type { Topic } from './matters.js';
import type { Pack } from './pack.js';
import { elsewhere, nearestOf, placesOf } from './receipt.js';

/** A demand fully decided. */
export interface Route {
  readonly topic: Topic;
  readonly mode: Mode;
  readonly lead: Department | null;
  readonly leadAlternatives: readonly Department[];
  readonly assist: readonly Department[];
  readonly guide: readonly Department[];
  readonly handover: readonly Department[];
  readonly handlingRegion: string | null;
  readonly flags: Readonly<Record<string, FlagValue>>;
  readonly clocks: readonly ClockStart[];
  readonly liable: readonly string[];
  readonly stepRules: readonly string[];
  readonly rowRules: readonly string[];
  readonly matched: readonly MatchedRow[];
  readonly nearest: readonly NearMiss[];
  readonly places: readonly Place[];
  readonly reasons: readonly Row[];
}

const WITHOUT_LEAD: ReadonlySet<unknown> = new Set(['advise', 'merge', 'explain']);
const WITHOUT_ASSIST: ReadonlySet<Mode> = new Set(['guide', 'advise', 'explain', 'merge']);

/** First stage: steps 0 to 3, and the row. */
export function find(received: Received, facts: KnownFacts, topic: Topic, pack: Pack): Found {
  const context = derive(received, facts, topic, pack);
  const day = dayOf(received.receivedAt);
  const [named] = pack.tables.ask(['topics'], context, day)['topics']!;
  if (named) context['topics.topic'] = named['topic'];
  const table = topic.category === 'D01' && topic.matter === 'wages' ? 'wages' : 'matters';
  const met = pack.tables.ask(['steps', table], context, day);
  const rows = table === 'wages' ? wageRows(met['wages']!) : met['matters']!;
  const leading = rows.find((row) => row['lead'] !== undefined);
  const atArbitration = table === 'wages' ? leading?.['block'] === 2 : topic.category === 'D01' && context['application'] === true;
  return { topic, context, day, steps: met['steps']!, table, rows, leading, atArbitration };
}

/** c.0 point 2: the first block with a met row gives the lead; in III and V every met row of both counts, else the first row alone. Block 0 only opens the table. */
function wageRows(met: readonly Row[]): readonly Row[] {
  const block = Math.min(...met.map((row) => Number(row['block'])).filter((each) => each > 0));
  const opened = met.filter((row) => row['block'] === 0);
  if (block === 3 || block === 5) return [...met.filter((row) => row['block'] === 3 || row['block'] === 5), ...opened];
  return [...met.filter((row) => row['block'] === block).slice(0, 1), ...opened];
}

/** The lead as far as the first stage can tell: two demands with the same one stay one order. */
export function leadOf({ steps, leading }: Found): Department | null {
  return steps.some((step) => WITHOUT_LEAD.has(step['mode'])) ? null : (leading?.['lead'] as Department | undefined) ?? null;
}

/** Second and third stage: region and flags, then the mode with what depends on it. */
export function complete(found: Found, split: boolean, pack: Pack): Route {
  const { context, day, table, leading, atArbitration } = found;
  const lead = leadOf(found);
  const ended = found.steps.find((step) => WITHOUT_LEAD.has(step['mode']));
  const rows = ended ? [] : found.rows;
  Object.assign(context, { table, atArbitration, lead: lead ?? undefined, rule: leading?.['rule'] });
  const second = pack.tables.ask(['region', 'flags'], context, day);
  const seat = second['region']![0];
  const handlingRegion = lead === null ? null : regionOf(seat, context);
  const outside = handlingRegion !== null && !overlap(handlingRegion, String(context['receivingRegion']));
  const mode = modeOf(found, ended, lead, outside, pack);
  const flags = { ...unmetFlags(pack), ...flagsOf(second['flags']!) };
  const silent = WITHOUT_ASSIST.has(mode) || (found.topic.kind === 'consult' && mode !== 'handover');
  for (const flag of flagsAsked(pack)) context[flag] = flags[flag];
  const asked: Context = Object.assign(context, handlingRegion !== null && elsewhere(context, handlingRegion), {
    mode, split, outside: outside && !ended,
    mediationAssists: !silent && names(rows, 'assist').includes('mediationOrg'),
    inspectionAssists: !silent && table === 'matters' && names(rows, 'assist').includes('inspectionBody'),
    appliesToCourt: rows.some((row) => row['rule'] === 'W-16'),
  });
  const third = pack.tables.ask(THIRD, asked, day);
  const later = ended ? [] : third['laterSteps']!;
  const met: Met = { steps: stepsMet(found.steps, ended), [table]: rows, ...second, region: lead === null ? [] : second['region']!, ...third, laterSteps: later };
  return {
    topic: found.topic, mode, lead, handlingRegion,
    leadAlternatives: lead === null ? [] : [...((leading!['leadAlternatives'] as readonly string[] | undefined) ?? [])],
    ...bodies(met, rows, lead, silent, mode, context, pack),
    handover: names(met['steps']!, 'handover'),
    flags: { ...flags, ...metFlags(flagsOf(third['flagsThen']!), flags) },
    clocks: clocksOf(met, asked),
    liable: unique(third['liable']!.map((row) => String(row['party']))),
    stepRules: rulesOf([...met['steps']!, ...later]),
    rowRules: rulesOf(rows),
    matched: matchedRows(met),
    nearest: nearestOf(found, pack),
    places: handlingRegion === null ? [] : placesOf(found, asked, handlingRegion, { fact: (seat?.['fact'] as string | undefined) ?? 'receivingRegion', source: (seat?.['source'] as string | undefined) ?? '' }, pack),
    reasons: [...met['steps']!, ...rows, ...later],
  };
}

/** Step 0 goes on to the demand behind it; any other step that is met ends the search. */
function stepsMet(steps: readonly Row[], ended: Row | undefined): readonly Row[] {
  return steps.filter((step) => step === ended || !WITHOUT_LEAD.has(step['mode']));
}

function modeOf({ steps, leading }: Found, ended: Row | undefined, lead: Department | null, outside: boolean, pack: Pack): Mode {
  if (steps.some((step) => step['mode'] === 'handover')) return 'handover';
  if (ended) return ended['mode'] as Mode;
  if (lead === null) return 'triage';
  if (pack.departments[lead]?.ordered === false) return 'guide';
  if (leading?.['mode'] !== undefined) return leading['mode'] as Mode;
  return outside ? 'transfer' : 'dispatch';
}

function regionOf(row: Row | undefined, context: Context): string {
  const named = row === undefined ? undefined : context[String(row['fact'])];
  if (typeof named !== 'string') return String(context['receivingRegion']);
  return row!['level'] === 'county' ? countyOf(named) : named;
}

/** c.0 point 4: assist is what rows and flags name, without the lead; where an order has none, those bodies are told of instead. */
function bodies(met: Met, rows: readonly Row[], lead: Department | null, silent: boolean, mode: Mode, context: Context, pack: Pack): { assist: Department[]; guide: Department[] } {
  const told = met['told']!;
  const others = [...met['steps']!, ...met['flags']!, ...met['flagsThen']!];
  const before = context['dispatchedTo'];
  const redirected = lead !== null && typeof before === 'string' && Object.hasOwn(pack.departments, before) ? [before] : [];
  const named = unique([...names(rows, 'assist'), ...names(others, 'assist'), ...names(told, 'assist'), ...redirected]).filter((each) => each !== lead);
  const kept = mode === 'guide' && context['kind'] !== 'consult' ? names(told.filter((row) => row['keeps'] === true), 'assist') : [];
  const assist = silent ? named.filter((each) => kept.includes(each)) : named;
  const guide = unique([...names(rows, 'guide'), ...names(others, 'guide'), ...names(told, 'guide'), ...named]);
  return { assist, guide: guide.filter((each) => each !== lead && !assist.includes(each)) };
}

/** The first row met gives a flag its value. */
function flagsOf(rows: readonly Row[]): Record<string, FlagValue> {
  const flags: Record<string, FlagValue> = {};
  for (const row of rows) flags[String(row['flag'])] ??= row['value'] as FlagValue;
  return flags;
}

/** What follows from flags adds to them and takes nothing back. */
function metFlags(later: Readonly<Record<string, FlagValue>>, before: Readonly<Record<string, FlagValue>>): Record<string, FlagValue> {
  return Object.fromEntries(Object.entries(later).filter(([flag]) => !before[flag]));
}

const THIRD = ['flagsThen', 'told', 'laterSteps', 'replyClock', 'addedReplyClock', 'receiptClocks', 'liable'] as const;
const laterFlags = new WeakMap<Pack, readonly string[]>();

/** The few flags that a later table asks: the others need not stand among what it is asked on. */
function flagsAsked(pack: Pack): readonly string[] {
  let found = laterFlags.get(pack);
  if (!found) {
    const columns = new Set([...THIRD, 'places'].flatMap((table) => pack.tables.table(table).inputs.map(({ field }) => field)));
    found = Object.keys(unmetFlags(pack)).filter((flag) => columns.has(flag));
    laterFlags.set(pack, found);
  }
  return found;
}

const unmet = new WeakMap<Pack, Readonly<Record<string, FlagValue>>>();

/** Every flag of the tables as it stands when nothing is met: `null` for one that takes a named value, `false` for the others. */
function unmetFlags(pack: Pack): Readonly<Record<string, FlagValue>> {
  const known = unmet.get(pack);
  if (known) return known;
  const flags: Record<string, FlagValue> = {};
  for (const table of ['flags', 'flagsThen']) {
    const values = pack.tables.valuesOf(table, 'value');
    pack.tables.valuesOf(table, 'flag').forEach((flag, i) => { flags[String(flag)] = typeof values[i] === 'string' ? null : flags[String(flag)] ?? false; });
  }
  unmet.set(pack, flags);
  return flags;
}

/** b.3: the reply clock, raised where time presses, and the clocks that start with the receipt or with a fact that is known. */
function clocksOf(met: Met, context: Context): ClockStart[] {
  const reply = met['replyClock']!.filter((row) => row['clock'] !== 'none');
  const rows = [...reply, ...(reply.length > 0 ? met['addedReplyClock']! : []), ...met['receiptClocks']!];
  const clocks = new Map<string, ClockStart>();
  for (const row of rows) {
    const id = String(row['clock']);
    const startedAt = context[String(row['starts'])];
    if (typeof startedAt === 'string' && !clocks.has(id)) clocks.set(id, { id, startedAt });
  }
  return [...clocks.values()];
}

/** What a receipt says of a row; of rows that say the same, one. */
function matchedRows(met: Met): MatchedRow[] {
  const found = new Map<string, MatchedRow>();
  for (const [table, rows] of Object.entries(met)) {
    for (const row of rows) {
      const told = toldOf(table, row);
      found.set(told.key, told.matched);
    }
  }
  return [...found.values()];
}

const tellings = new WeakMap<Row, { readonly key: string; readonly matched: MatchedRow }>();

function toldOf(table: string, row: Row): { readonly key: string; readonly matched: MatchedRow } {
  let told = tellings.get(row);
  if (!told) {
    const matched: MatchedRow = Object.freeze({ table, rule: String(row['rule'] ?? row['flag']), source: String(row['source']), confidence: String(row['confidence']) });
    told = { key: `${table} ${matched.rule} ${matched.source}`, matched };
    tellings.set(row, told);
  }
  return told;
}

function rulesOf(rows: readonly Row[]): string[] {
  return unique(rows.map((row) => String(row['rule'])));
}

function names(rows: readonly Row[], output: 'assist' | 'guide' | 'handover'): string[] {
  return unique(rows.flatMap((row) => (row[output] as readonly string[] | undefined) ?? []));
}

export function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
