import type { Pool } from 'pg';
import type { CampaignEvent, CampaignFigures, LeftOpen, Totals, VisitEvent } from '#libs/contracts/campaign.events.js';
import { fold } from '#libs/decider/decider.js';
import { head, readStream, readStreams } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { lastOfEachPartition } from '#libs/messaging/partitions-of-log.js';
import { scopeOf } from '#libs/security/scope.js';
import { visit } from '../visits/visit.decider.js';
import type { Campaign, Measured } from './campaign.decider.js';
import { campaign } from './campaign.decider.js';

/** How figures are counted. Another way of counting is another version: what was published keeps the one that it was counted by. */
export const QUERY = 'campaign/1';

type About = NonNullable<Campaign['about']>;
export interface Asked extends Pick<About, 'kind' | 'division' | 'rule'> {
  readonly campaign: string;
}
/** `scope`: patterns of the divisions that the asker sees; all where missing. */
interface Where { readonly asOf: string; readonly scope?: readonly string[] }
interface Sql { readonly where: string; readonly open: string; readonly values: unknown[] }

const WAIT_STEP_MS = 50;

/** The figures of a campaign at any position of the log: those of today and those of the baseline are one query. */
export class CampaignFigureBook {
  constructor(private readonly pool: Pool, private readonly logId: string) {}

  /** The end of the log, once everything up to there is counted; undefined where that takes longer. */
  async newest(waitMs: number): Promise<string | undefined> {
    const end = await head(this.pool);
    return (await this.reached(end, waitMs)) ? end : undefined;
  }

  /** Whether everything up to a position is counted. */
  async reached(position: string, waitMs = 0): Promise<boolean> {
    if (BigInt(position) > BigInt(await head(this.pool))) return false;
    const wanted = await lastOfEachPartition(this.pool, BigInt(position));
    for (const until = performance.now() + waitMs; ; await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS))) {
      const { rows } = await this.pool.query<{ part: number; pos: string }>('SELECT part, pos FROM supervision.high_water WHERE consumer = $1 AND log_id = $2', [`${this.logId}-supervision`, this.logId]);
      const marks = new Map(rows.map(({ part, pos }) => [part, BigInt(pos)]));
      if ([...wanted].every(([partition, last]) => (marks.get(partition) ?? 0n) >= last)) return true;
      if (performance.now() > until) return false;
    }
  }

  async measure(asked: Asked, asOf: string): Promise<Measured> {
    return { position: asOf, query: QUERY, figures: await this.at(asked, { asOf }) };
  }

  async at(asked: Asked, where: Where): Promise<CampaignFigures> {
    switch (asked.kind) {
      case 'practicalMatters': return summed(asked, await this.#matters(asked, where.asOf), where.scope);
      case 'visits': return summed(asked, await this.#places(asked, where.asOf), where.scope);
      default: return this.#cases(asked, where);
    }
  }

  /** What is open and the last that happened to it. */
  async left(asked: Asked, where: Where): Promise<readonly LeftOpen[]> {
    if (!asked.rule) {
      const { open, workers, unpaid } = await this.at(asked, where);
      return open === 0 ? [] : [{ reason: asked.kind === 'visits' ? 'notVisited' : 'notDone', cases: open, workers, unpaid }];
    }
    const { where: inside, open, values } = sqlOf(asked, where);
    const { rows } = await this.pool.query<{ reason: LeftOpen['reason']; cases: number; workers: number; unpaid: string }>(
      `SELECT c.reason, count(*)::int AS cases, sum(c.workers)::int AS workers, sum(c.unpaid)::bigint AS unpaid FROM supervision.campaign_case c WHERE ${inside} AND ${open} GROUP BY c.reason ORDER BY cases DESC, c.reason`, values);
    return rows.map((row) => ({ ...row, unpaid: Number(row.unpaid) }));
  }

  /** How it went, day by day: at most `points` days, the last of them `to`. */
  async course(asked: Asked, { asOf, scope }: Where, from: string, to: string, points: number): Promise<readonly (Pick<Totals, 'total' | 'open' | 'unpaid'> & { readonly day: string })[]> {
    if (!asked.rule) return [];
    const { where, open, values } = sqlOf(asked, { asOf, ...(scope && { scope }) }, 'moment');
    const at = values.length;
    const { rows } = await this.pool.query<{ day: string; total: number; open: number; unpaid: string }>(
      `SELECT to_char(d.day, 'YYYY-MM-DD') AS day, count(c."caseId")::int AS total, count(c."caseId") FILTER (WHERE ${open})::int AS open, coalesce(sum(c.unpaid) FILTER (WHERE ${open}), 0)::bigint AS unpaid
       FROM (SELECT DISTINCT ($${at + 2}::date - (n * greatest(1, ceil(($${at + 2}::date - $${at + 1}::date)::numeric / $${at + 3}))::int)) AS day FROM generate_series(0, $${at + 3}::int) n) d
       LEFT JOIN supervision.campaign_case c ON c."recordedAt" < d.day + 1 AND (c."replacedAt" IS NULL OR c."replacedAt" >= d.day + 1) AND ${where}
       WHERE d.day >= $${at + 1}::date GROUP BY d.day ORDER BY d.day`, [...values, from, to, points]);
    return rows.map((row) => ({ ...row, unpaid: Number(row.unpaid) }));
  }

  async members(asked: Asked, where: Where, page: { readonly limit: number; readonly open?: boolean; readonly division?: readonly string[]; readonly after?: string; readonly caseId?: string }): Promise<readonly MemberLine[]> {
    const { where: inside, open, values } = sqlOf(asked, where);
    const more: string[] = [];
    if (page.open !== undefined) more.push(`AND (${open}) = $${values.push(page.open)}`);
    if (page.division) more.push(`AND c.division LIKE ANY($${values.push(page.division)})`);
    if (page.caseId !== undefined) more.push(`AND c."caseId" = $${values.push(page.caseId)}::uuid`);
    if (page.after !== undefined) more.push(`AND c."caseId" > $${values.push(page.after)}::uuid`);
    const { rows } = await this.pool.query<MemberLine & { unpaid: string }>(
      `SELECT c."caseId", c."caseNumber", c.division, c.category, c.funding, to_char(c."receivedOn", 'YYYY-MM-DD') AS "receivedOn", c.workers, c.unpaid, c.reason, c.closed, (${open}) AS open
       FROM supervision.campaign_case c WHERE ${inside} ${more.join(' ')} ORDER BY c."caseId" LIMIT $${values.push(page.limit)}`, values);
    return rows.map((row) => ({ ...row, unpaid: Number(row.unpaid) }));
  }

  async #cases(asked: Asked, where: Where): Promise<CampaignFigures> {
    const { where: inside, open, values } = sqlOf(asked, where);
    const { rows } = await this.pool.query<{ division: string; total: number; open: number; workers: number; unpaid: string }>(
      `SELECT rpad(left(c.division, $${values.push(digitsBelow(asked.division))}), 6, '0') AS division, count(*)::int AS total, count(*) FILTER (WHERE ${open})::int AS open,
         coalesce(sum(c.workers) FILTER (WHERE ${open}), 0)::int AS workers, coalesce(sum(c.unpaid) FILTER (WHERE ${open}), 0)::bigint AS unpaid
       FROM supervision.campaign_case c WHERE ${inside} GROUP BY 1 ORDER BY 1`, values);
    return total(rows.map(({ division, total: all, open: still, workers, unpaid }) => ({ division, total: all, open: still, done: all - still, workers, unpaid: Number(unpaid) })));
  }

  /** Listed matters, each in the place that it is listed for. */
  async #matters({ campaign: id }: Asked, asOf: string): Promise<readonly One[]> {
    const events = (await readStream(this.pool, `campaign/${id}`)).filter(({ position }) => BigInt(position) <= BigInt(asOf));
    return Object.values(fold(campaign, events.map((event) => streamEvent<CampaignEvent>(event))).matters).map(({ division, doneOn }) => ({ division, done: doneOn !== null }));
  }

  async #places({ campaign: id }: Asked, asOf: string): Promise<readonly One[]> {
    const { rows } = await this.pool.query<{ place: string }>('SELECT place FROM supervision.visit_place WHERE campaign = $1', [id]);
    const streams = await readStreams(this.pool, rows.map(({ place }) => `visit/${place}`));
    return [...streams.values()].flatMap((events) => {
      const { about, visits } = fold(visit, events.filter(({ position }) => BigInt(position) <= BigInt(asOf)).map((event) => streamEvent<VisitEvent>(event)));
      return about ? [{ division: about.division, done: Object.keys(visits).length > 0 }] : [];
    });
  }
}

export interface MemberLine {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly division: string;
  readonly category: string | null;
  readonly funding: string;
  readonly receivedOn: string;
  readonly workers: number;
  readonly unpaid: number;
  readonly reason: string;
  readonly closed: boolean;
  readonly open: boolean;
}
interface One { readonly division: string; readonly done: boolean }

/** The conditions of a rule, from the closed set, over the rows that were true at a position (`at: 'moment'`: the caller says when). A visits campaign counts what its visits found. */
function sqlOf({ campaign: id, division, rule }: Asked, { asOf, scope }: Where, at: 'position' | 'moment' = 'position'): Sql {
  const values: unknown[] = [asOf, scopeOf({ divisions: [division] }).patterns()];
  const conditions = ['c.position <= $1', ...(at === 'position' ? ['(c.until IS NULL OR c.until > $1)'] : []), 'NOT c.withdrawn', 'c.division LIKE ANY($2)'];
  const add = (condition: (parameter: string) => string, value: unknown): void => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  add((p) => `c.division LIKE ANY(${p})`, scope);
  const { categories, sectors, fundings, arrearsYear, receivedFrom, receivedTo, verified, collective, left } = rule ?? ({ left: 'unclosed' });
  if (!rule) add((p) => `c."foundBy" = ${p}`, id);
  add((p) => `c.category = ANY(${p})`, categories);
  add((p) => `c.sector LIKE ANY(${p})`, sectors?.map((sector) => `${sector}%`));
  add((p) => `c.funding = ANY(${p})`, fundings);
  add((p) => `c."arrearsYear" = ${p}`, arrearsYear);
  add((p) => `c."receivedOn" >= ${p}::date`, receivedFrom);
  add((p) => `c."receivedOn" <= ${p}::date`, receivedTo);
  add((p) => `c.verified = ${p}`, verified);
  add((p) => `c.collective = ${p}`, collective);
  return { where: conditions.join(' AND '), open: left === 'unpaid' ? 'c.workers > 0' : 'NOT c.closed', values };
}

/** Figures are given for the places one level below: counties of a city, prefectures of a province. */
function digitsBelow(division: string): number {
  if (division === '000000') return 2;
  if (division.endsWith('0000')) return 4;
  return division.endsWith('00') && division.length === 6 ? 6 : 9;
}

function summed({ division }: Asked, ones: readonly One[], scope: readonly string[] | undefined): CampaignFigures {
  const digits = digitsBelow(division);
  const places = new Map<string, Totals>();
  for (const { division: where, done } of ones) {
    if (scope && !scope.some((pattern) => where.startsWith(pattern.slice(0, -1)))) continue;
    const place = where.slice(0, digits).padEnd(6, '0');
    const before = places.get(place) ?? { total: 0, open: 0, done: 0, workers: 0, unpaid: 0 };
    places.set(place, { ...before, total: before.total + 1, open: before.open + (done ? 0 : 1), done: before.done + (done ? 1 : 0) });
  }
  return total([...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, totals]) => ({ division: place, ...totals })));
}

export function total(divisions: CampaignFigures['divisions']): CampaignFigures {
  const sum = (what: keyof Totals): number => divisions.reduce((all, each) => all + each[what], 0);
  return { total: sum('total'), open: sum('open'), done: sum('done'), workers: sum('workers'), unpaid: sum('unpaid'), divisions: [...divisions] };
}
