import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { looksIn } from '../access/looks.projection.js';
import { packsNamedIn } from '../bundle/check-bundle.js';

export interface Breach { readonly position: string; readonly caseId: string; readonly kind: string; readonly due: string; readonly lagMs: number }
/** What the events of a period say, each list in the order of the log. */
export interface Found {
  readonly events: number;
  readonly byService: Readonly<Record<string, number>>;
  readonly casesFiled: number;
  readonly clocks: {
    readonly started: number; readonly metOnTime: number; readonly metLate: number; readonly breached: number; readonly breachedByKind: Readonly<Record<string, number>>;
    /** Breaches that were noted more than a minute after they were due, and the longest delay. */
    readonly notedLate: number; readonly lagMsMax: number; readonly breaches: readonly Breach[];
  };
  readonly overrides: number;
  readonly erasures: readonly { readonly position: string; readonly at: string; readonly by: string; readonly basis: string; readonly cases: number }[];
  readonly looks: { readonly total: number; readonly refused: number; readonly searches: number; readonly byKind: Readonly<Record<string, number>>; readonly byWhom: Readonly<Record<string, number>>; readonly exports: readonly { readonly position: string; readonly at: string; readonly by: string }[] };
  /** Packs by which was decided, and what was published of the law. */
  readonly packs: readonly { readonly division: string; readonly version: string; readonly hash: string; readonly decisions: number }[];
  readonly law: readonly { readonly position: string; readonly at: string; readonly type: string; readonly division: string; readonly version: string; readonly by: string }[];
  /** What was mended by hand: read tables that were otherwise than the log, events that were skipped. */
  readonly repairs: readonly { readonly position: string; readonly at: string; readonly type: string; readonly by: string }[];
}

/** Of lists as many as a reader goes through; the counts are of all. */
const LISTED_MAX = 200;
const LATE_MS = 60_000;
const LAW = /^routing\.(pack-(published|rejected|withdrawn)|calendar-announced)\.v\d+$/;

type Data = Readonly<Record<string, never>>;

/** Counts the events of a period. */
export class Period {
  #first: number | null = null;
  #last: number | null = null;
  #events = 0;
  readonly #counts = { casesFiled: 0, started: 0, metOnTime: 0, metLate: 0, breached: 0, notedLate: 0, lagMsMax: 0, overrides: 0, total: 0, refused: 0, searches: 0 };
  readonly #by = { service: {}, breach: {}, kind: {}, whom: {} } as Record<'service' | 'breach' | 'kind' | 'whom', Record<string, number>>;
  readonly #breaches: Breach[] = [];
  readonly #lists = { erasures: [] as Found['erasures'][number][], exports: [] as Found['looks']['exports'][number][], law: [] as Found['law'][number][], repairs: [] as Found['repairs'][number][] };
  readonly #packs = new Map<string, { division: string; version: string; hash: string; decisions: number }>();

  take(event: PublishedEvent): void {
    const { position, type } = event;
    const data = event.data as Data;
    this.#events++;
    this.#first ??= Number(position);
    this.#last = Number(position);
    more(this.#by.service, type.split('.')[0]!);
    if (type.startsWith('routing.')) for (const { division, version, hash } of packsNamedIn(data['decision'])) this.#decided(division, version, hash);
    this.#clock(event);
    this.#look(event);
    const told = { position, at: event.recordedAt, by: String(data['by'] ?? event.meta.actor) };
    if (LAW.test(type)) this.#lists.law.push({ ...told, type, division: String(data['division']), version: String(data['version']) });
    switch (type) {
      case 'intake.claim-filed.v1': this.#counts.casesFiled++; break;
      case 'routing.routing-overridden.v1': this.#counts.overrides++; break;
      case 'intake.person-erased.v1': this.#lists.erasures.push({ ...told, basis: String(data['basis']), cases: (event.data['cases'] as readonly string[]).length }); break;
      case 'audit.projection-rebuilt.v1': if (Number(data['differing']) > 0) this.#lists.repairs.push({ ...told, type }); break;
      case 'audit.parked-event-skipped.v1': this.#lists.repairs.push({ ...told, type }); break;
      default: break; // Counted, and no more.
    }
  }

  result(): { readonly found: Found; readonly first: number | null; readonly last: number | null } {
    const { started, metOnTime, metLate, breached, notedLate, lagMsMax, casesFiled, overrides, total, refused, searches } = this.#counts;
    const { erasures, exports, law, repairs } = this.#lists;
    return {
      first: this.#first, last: this.#last,
      found: {
        events: this.#events, byService: sorted(this.#by.service), casesFiled, overrides,
        clocks: { started, metOnTime, metLate, breached, breachedByKind: sorted(this.#by.breach), notedLate, lagMsMax, breaches: this.#breaches },
        erasures, looks: { total, refused, searches, byKind: sorted(this.#by.kind), byWhom: sorted(this.#by.whom), exports },
        packs: [...this.#packs.values()].sort((a, b) => (`${a.division} ${a.version} ${a.hash}` < `${b.division} ${b.version} ${b.hash}` ? -1 : 1)), law, repairs,
      },
    };
  }

  #decided(division: string, version: string, hash: string): void {
    const known = this.#packs.get(`${division} ${version} ${hash}`) ?? { division, version, hash, decisions: 0 };
    known.decisions++;
    this.#packs.set(`${division} ${version} ${hash}`, known);
  }

  #clock({ position, caseId, type, data }: PublishedEvent): void {
    const counts = this.#counts;
    if (type === 'supervision.clock-started.v1') counts.started++;
    if (type === 'supervision.clock-satisfied.v1') counts[data['onTime'] === true ? 'metOnTime' : 'metLate']++;
    if (type !== 'supervision.clock-breached.v1') return;
    const { kind, due, lagMs } = data as unknown as { kind: string; due: string; lagMs: number };
    counts.breached++;
    counts.lagMsMax = Math.max(counts.lagMsMax, lagMs);
    if (lagMs > LATE_MS) counts.notedLate++;
    more(this.#by.breach, kind);
    if (this.#breaches.length < LISTED_MAX) this.#breaches.push({ position, caseId, kind, due, lagMs });
  }

  #look(event: PublishedEvent): void {
    const { position, type, data } = event;
    for (const { by, refused } of looksIn([event])) {
      this.#counts.total++;
      if (refused !== null) this.#counts.refused++;
      more(this.#by.kind, type);
      more(this.#by.whom, by);
    }
    if (type === 'audit.person-searched.v1') this.#counts.searches++;
    if (type === 'audit.look-refused.v1') this.#counts.refused++;
    if (type === 'audit.log-exported.v1') this.#lists.exports.push({ position, at: data['at'] as Instant, by: String(data['by']) });
  }
}

function more(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** By name, so that the same counts are the same text. */
function sorted(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
