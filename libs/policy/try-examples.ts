import { dayOf } from '#libs/contracts/time.js';
import type { DecisionTable, Met, Row } from './decide-by-table.js';
import { Tables } from './decide-by-table.js';
import type { Demand } from './decide.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import { entitlementsOf } from './entitlements.js';
import { readFacts } from './facts.js';
import { divisionOf } from './in-force.js';
import type { Example, Pack } from './pack.js';
import { scheduleOf } from './schedule.js';

/** One thing that an example expects, and what the pack decides. */
export interface Compared {
  /** `lead`, `flags.speedy`, `clock HOT-7D` */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
}

/** The demand of an example: received where it says, else where its facts do, else anywhere in the pack's own place. */
export function demandOfExample(pack: Pack, { receivedAt, origin, category, division, kind, complex, migrantWorker, facts: json }: Example): Demand & { readonly wrong: readonly string[] } {
  const { facts, wrong } = readFacts(json);
  const place = division ?? facts.callerRegion ?? facts.workRegion ?? pack.ref.division;
  return { receivedAt, origin, category, kind, complex, migrantWorker, division: divisionOf(place) ?? place, facts, wrong: wrong.map(({ field }) => field) };
}

/** Everything that an example says, compared with what its pack decides. What it is silent about is not compared. */
export function tryExample(pack: Pack, example: Example): readonly Compared[] {
  const { wrong, ...demand } = demandOfExample(pack, example);
  const decision = decide(pack, demand);
  const { expect: wanted } = example;
  const compared: Compared[] = wrong.map((field) => ({ field, expected: 'a fact', found: 'none such', agrees: false }));
  const compare = (field: string, found: unknown, expected: unknown) => {
    if (expected === undefined) return;
    const [a, b] = [written(expected), written(found)];
    compared.push({ field, expected: a, found: b, agrees: a === b });
  };
  compare('mode', decision.mode, wanted.mode);
  compare('rules', decision.rules, wanted.rules);
  compare('lead', decision.lead, wanted.lead);
  compare('leadAlternatives', decision.leadAlternatives, wanted.leadAlternatives);
  compare('assist', decision.assist, wanted.assist);
  compare('handover', decision.handover, wanted.handover);
  compare('liable', decision.liableParties, wanted.liable);
  compare('handlingRegion', decision.handlingRegion, wanted.handlingRegion === undefined ? undefined : divisionOf(wanted.handlingRegion));
  compare('children', decision.children.map(({ matter, lead, assist }) => ({ assist: [...assist].sort(), lead, matter })), wanted.children?.map(({ matter, lead, assist }) => ({ assist: [...assist].sort(), lead, matter })));
  compare('places', decision.places.map(({ division, role, department }) => [division, role, department].join(' ')), wanted.places?.map((place) => place.join(' ')));
  for (const body of wanted.guide ?? []) compare(`guide ${body}`, decision.guide.includes(body), true);
  for (const [flag, value] of Object.entries(wanted.flags ?? {})) compare(`flags.${flag}`, decision.flags[flag], value);
  for (const id of wanted.noClocks ?? []) compare(`no clock ${id}`, decision.clocks.some((clock) => clock.id === id), false);
  for (const clock of wanted.clocks ?? []) compare(`clock ${clock.id}`, dueIn(pack, decision, clock), clock.due);
  if (wanted.entitlements) compare('entitlements', entitlementsOf(pack, demand, decision).offered.map(({ rule }) => rule), wanted.entitlements);
  return compared;
}

/** When a clock falls due; one that starts with a later event is counted from the day that the example assumes. */
function dueIn(pack: Pack, { clocks }: Decision, { id, startedAt, assumption, extension, suspended }: NonNullable<Example['expect']['clocks']>[number]): string | null {
  const row = pack.clocks.get(id);
  const isLater = assumption !== undefined || extension !== undefined || suspended !== undefined;
  const start = isLater ? startedAt : clocks.find((clock) => clock.id === id && (startedAt === undefined || clock.startedAt === startedAt))?.startedAt;
  if (!row || start === undefined) return null;
  return scheduleOf(row, start, { rows: pack.clocks, parameters: pack.parameters, calendar: pack.calendar }, extension, suspended).due;
}

function written(value: unknown): string {
  const sorted = Array.isArray(value) && value.every((each) => typeof each === 'string') ? [...value].sort() : value;
  return typeof sorted === 'string' ? sorted : JSON.stringify(sorted ?? null);
}

/** Which examples met a row, and which lost it on one condition alone. */
export interface RowCoverage {
  readonly table: string;
  readonly row: string;
  readonly hits: readonly string[];
  readonly nearMisses: readonly string[];
  /** A row that asks nothing cannot be missed. */
  readonly asksNothing: boolean;
}

/** Each row of each table of a pack, with the examples that meet it and those that nearly do. */
export function coverageOf(pack: Pack, examples: readonly Example[]): readonly RowCoverage[] {
  const tables = new Watched(pack.tables.model);
  const entitlements = new Watched(pack.entitlements.model);
  const watched: Pack = { ...pack, tables, entitlements };
  for (const example of examples) {
    tables.example = entitlements.example = example.id;
    const { wrong: _, ...demand } = demandOfExample(watched, example);
    entitlementsOf(watched, demand, decide(watched, demand), dayOf(demand.receivedAt));
  }
  return [...tables.coverage(), ...entitlements.coverage()];
}

/** Tables that remember who asked them what. */
class Watched extends Tables {
  example = '';
  readonly #hits = new Map<string, Set<string>>();
  readonly #nearMisses = new Map<string, Set<string>>();

  override ask(...[names, context, day]: Parameters<Tables['ask']>): Met {
    const met = super.ask(names, context, day);
    for (const name of names) {
      for (const row of met[name]!) this.#note(this.#hits, name, row);
      for (const { row, lost } of super.losers(name, context, day, Infinity)) if (lost.length === 1) this.#note(this.#nearMisses, name, row);
    }
    return met;
  }

  coverage(): RowCoverage[] {
    return this.model.nodes.flatMap(({ name, content }) => (content?.rules ?? []).map((row): RowCoverage => {
      const key = `${name} ${row['_id']}`;
      return { table: name, row: String(row['_id']), hits: [...this.#hits.get(key) ?? []], nearMisses: [...this.#nearMisses.get(key) ?? []], asksNothing: asksNothing(name, content!, row) };
    }));
  }

  #note(notes: Map<string, Set<string>>, table: string, row: Row): void {
    const key = `${table} ${String(row['_id'])}`;
    notes.set(key, (notes.get(key) ?? new Set()).add(this.example));
  }
}

/** The table of wages is asked about wages alone: that condition is no condition. */
function asksNothing(table: string, { inputs }: DecisionTable, row: DecisionTable['rules'][number]): boolean {
  return inputs.every(({ id, field }) => ['', '-'].includes((row[id] ?? '').trim()) || (table === 'wages' && field === 'matter'));
}
