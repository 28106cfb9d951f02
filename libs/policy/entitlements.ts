import type { Fen } from '#libs/contracts/money.js';
import { fenOf, isYuan, yuanOf } from '#libs/contracts/money.js';
import type { Day } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Loser, Row, Tables } from './decide-by-table.js';
import type { Demand } from './decide.js';
import type { Decision } from './decision.js';
import type { Context } from './derive.js';
import { derive } from './derive.js';
import { groundIn } from './citation.js';
import type { FactKey, KnownFacts } from './facts.js';
import { factCatalogue, knownFacts } from './facts.js';
import { topicsOf } from './matters.js';
import type { Pack } from './pack.js';

/** Something that a person gets, or may get, without asking for it (免申即享). */
export interface Offer {
  /** `_id` of the row of the table `entitlements`. */
  readonly row: string;
  readonly rule: string;
  /** The body that gives it: its key in `departments.json`. */
  readonly department: string | null;
  /** For each item or time; null where the rule names no amount. */
  readonly amount: Fen | null;
  /** At most so many times in a period; null where the rule sets no limit. */
  readonly times: number | null;
  readonly per: string | null;
  /** Times taken in this period, and left; null where nobody counted them. */
  readonly used: number | null;
  readonly left: number | null;
  /** For the items now claimed, within what is left; null where nothing says how many. */
  readonly total: Fen | null;
  readonly source: string;
  readonly confidence: string;
  /** The sentence that the person reads. */
  readonly zh: string;
  readonly en: string;
}

/** An offer but for one fact that nobody knows yet. */
export interface NearOffer extends Offer {
  readonly lacks: { readonly fact: FactKey; readonly wanted: string; readonly zh: string; readonly en: string };
}

export interface Entitlements {
  /** What the facts establish. */
  readonly offered: readonly Offer[];
  /** Established too, but taken as often as the rule allows. */
  readonly usedUp: readonly Offer[];
  /** Nearest first: at most this many, for a person answers few questions. */
  readonly near: readonly NearOffer[];
}

const NEAR_MOST = 5;
/** Derived names that are false where the fact behind them is missing. */
const behind: Readonly<Record<string, FactKey>> = { incomeUncovered: 'noIncome', diseaseDiagnosed: 'diagnosisOn', legalAidWanted: 'legalAidRequested', filed: 'filedOn' };

/** What a pack's table `entitlements` offers on a day, the receipt's where missing, for all matters of a demand; rows may also ask for flags of the decision. */
export function entitlementsOf(pack: Pack, demand: Demand, decision: Decision, on: Day = dayOf(demand.receivedAt)): Entitlements {
  if (!hasTable(pack.entitlements)) return { offered: [], usedUp: [], near: [] };
  const { facts, contexts, offers } = established(pack, demand, decision, on);
  const known = new Set(offers.map(({ rule }) => rule));
  const near = contexts.flatMap((context) => pack.entitlements.losers(TABLE, context, on, Infinity)).flatMap((loser) => nearOf(loser, facts, pack));
  return {
    offered: offers.filter(({ left }) => left !== 0),
    usedUp: offers.filter(({ left }) => left === 0),
    near: distinct(near, ({ row }) => row).filter(({ rule, left }) => !known.has(rule) && left !== 0).slice(0, NEAR_MOST),
  };
}

/** What the facts establish, without what is near: for every case as it is decided. */
export function offersOf(pack: Pack, demand: Demand, decision: Pick<Decision, 'flags'>, on: Day): readonly Offer[] {
  return hasTable(pack.entitlements) ? established(pack, demand, decision, on).offers.filter(({ left }) => left !== 0) : [];
}

function established(pack: Pack, demand: Demand, { flags }: Pick<Decision, 'flags'>, on: Day): { readonly facts: KnownFacts; readonly contexts: readonly Context[]; readonly offers: readonly Offer[] } {
  const facts = knownFacts(demand.facts);
  const contexts = topicsOf({ category: demand.category, kind: demand.kind, facts }).map((topic): Context => ({ ...derive(demand, facts, topic, pack), ...flags }));
  const met = distinct(contexts.flatMap((context) => pack.entitlements.ask([TABLE], context, on)[TABLE]!), idOf);
  return { facts, contexts, offers: met.map((row) => offerOf(row, facts, pack)) };
}

const TABLE = 'entitlements';

function hasTable({ model }: Tables): boolean {
  return model.nodes.some(({ type, name }) => type === 'decisionTableNode' && name === TABLE);
}

function offerOf(row: Row, facts: KnownFacts, pack: Pack): Offer {
  const amount = isYuan(row['amount']) ? fenOf(row['amount']) : null;
  const times = countOf(row['times']);
  const used = countOf(facts[row['used'] as FactKey]);
  const left = times === null || used === null ? null : Math.max(0, times - used);
  const items = countOf(facts[row['items'] as FactKey]);
  const total = amount === null || items === null ? null : amount * Math.min(items, left ?? times ?? items);
  const offer = {
    row: idOf(row), rule: String(row['rule']), department: textOf(row['department']), amount, times, per: textOf(row['per']), used, left, total,
    source: String(row['source']), confidence: String(row['confidence']),
  };
  return { ...offer, ...sentence(row, offer, pack) };
}

/** Exactly one fact lacks, and something else of the row holds: a row that asks for one thing alone is near to nobody. */
function nearOf({ row, lost: [only, ...more], met }: Loser, facts: KnownFacts, pack: Pack): readonly NearOffer[] {
  if (only === undefined || more.length > 0 || met === 0) return [];
  const fact = behind[only.field] ?? (only.found === null ? only.field : '');
  if (!Object.hasOwn(factCatalogue, fact) || facts[fact as FactKey] !== undefined) return [];
  const offer = offerOf(row, facts, pack);
  const { zh, en } = factCatalogue[fact as FactKey];
  return [{
    ...offer, lacks: { fact: fact as FactKey, wanted: only.wanted, zh, en },
    zh: `您可能还可以享受，还须说明“${zh}”：${offer.zh}`, en: `You may also be entitled, once we know “${en}”: ${offer.en}`,
  }];
}

const periods: Readonly<Record<string, readonly [string, string]>> = { year: ['每年', 'a year'], month: ['每月', 'a month'], once: ['', 'in all'] };

/** What it is, how much and how often, who gives it, and on what it rests. */
function sentence(row: Row, { department, amount, times, per, used, left, total, source }: Omit<Offer, 'zh' | 'en'>, { departments, sources }: Pack): { zh: string; en: string } {
  const ground = groundIn(source, sources);
  const body = department === null ? undefined : departments[department];
  const [often, howOften] = periods[per ?? ''] ?? ['', ''];
  const zh = [
    String(row['zh']),
    amount === null ? '' : `每次${yuanOf(amount)}元${times === null ? '' : `，${often}最多${times}次`}${left === null ? '' : `，已享受${used}次，还可享受${left}次`}${total === null ? '' : `，本次合计${yuanOf(total)}元`}。`,
    body === undefined ? '' : `由${body.zh}办理。`, `依据：${ground.zh}。`,
  ];
  const en = [
    String(row['en']),
    amount === null ? '' : `${yuanOf(amount)} yuan each time${times === null ? '' : `, at most ${times} ${howOften}`.trimEnd()}${left === null ? '' : `, ${used} taken and ${left} left`}${total === null ? '' : `, ${yuanOf(total)} yuan this time`}.`,
    body === undefined ? '' : `Given by the ${body.en}.`, `Ground: ${ground.en}.`,
  ];
  return { zh: zh.join(''), en: en.filter((each) => each !== '').join(' ') };
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function idOf(row: Row): string {
  return String(row['_id']);
}

function distinct<T>(list: readonly T[], keyOf: (each: T) => string): readonly T[] {
  return [...new Map([...list].reverse().map((each) => [keyOf(each), each])).values()].reverse();
}
