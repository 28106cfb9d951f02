import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { FigureParameters } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import { Appender } from '#libs/event-store/append.js';
import { readFrom } from '#libs/event-store/read.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import { inScope, scopeOf } from '#libs/security/scope.js';
import { coveredPosition, parkedUpTo } from './blocks.js';
import type { Figure } from './evaluate.js';
import { changeOf, edgesFor, figuresOf } from './evaluate.js';
import type { LeagueRow } from './league.js';
import { leagueOf } from './league.js';
import type { Metric } from './metrics.js';
import { COMPOSITE, compositeParts, metricsOf, QUERY_VERSION } from './metrics.js';
import type { Period } from './period.js';
import { monthsOf, periodOf, previousOf, samePeriodLastYear } from './period.js';
import { refuse } from './statistics.refusals.js';
import type { LeagueQuery, StatisticsQuery } from './statistics.requests.js';
import { LEVELS } from './statistics.requests.js';
import type { Grouping, Sum } from './sums.js';
import { overdueOf, sumsOf } from './sums.js';

export interface ComparedFigure extends Figure {
  /** In per cent of the base; null without one. */
  readonly onLastYear: number | null;
  readonly onPrevious: number | null;
}
export interface Group { readonly group: string; readonly figures: readonly ComparedFigure[] }
export interface Lateness { readonly stage: string; readonly clocks: number; readonly most: number; readonly median: number }

/** What an answer rests on, so that it can be computed again. */
export interface Pedigree {
  readonly position: string;
  readonly queryVersion: string;
  readonly parameters: FigureParameters;
  readonly digest: string;
  /** Events below the position that wait for a person to look at them: what they say is not in the figures. */
  readonly parked: number;
}
export interface Answer {
  readonly period: Period;
  readonly compared: { readonly lastYear: Period; readonly previous: Period };
  readonly total: readonly ComparedFigure[];
  readonly groups: readonly Group[];
  readonly overdue: readonly Lateness[];
  readonly league: readonly LeagueRow[] | null;
  readonly pedigree: Pedigree;
}

/** Computes figures by their parameters as of a position: the one place where numbers are made. */
@Injectable()
export class Figures {
  constructor(private readonly pool: Pool, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies, private readonly appender: Appender) {}

  /** What a caller asks for, made whole: every default named, so that the same parameters mean the same for ever. */
  async parametersOf(kind: FigureParameters['kind'], asked: StatisticsQuery & Pick<LeagueQuery, 'ranks'>, caller: Caller): Promise<{ readonly parameters: FigureParameters; readonly position: string }> {
    if (asked.period === undefined || !periodOf(asked.period)) throw new FieldsRefused([{ field: 'period', zh: '须为 2026、2026-H1、2026-Q2、2026-03 或 2026-03-01..2026-03-31', en: 'must be 2026, 2026-H1, 2026-Q2, 2026-03 or 2026-03-01..2026-03-31' }]);
    const division = this.divisionOf(asked.division, caller);
    const position = await this.positionOf(asked.asOf);
    const at = asked.at ?? (asked.asOf === undefined ? this.clock.now() : await this.#recordedAt(position));
    const pack = this.packOf(division, at);
    const by = kind === 'league' ? 'division' : asked.by ?? 'none';
    const metrics = this.#metricIds(pack, asked.metric, by);
    const only = Object.fromEntries((['department', 'track', 'category', 'channel'] as const).flatMap((column) => (asked[column] === undefined ? [] : [[column, asked[column]]])));
    return { position, parameters: { kind, period: asked.period, by, level: LEVELS[asked.level ?? 'county'], metrics: kind === 'league' ? [...compositeParts, COMPOSITE] : metrics, division, at, only, ranks: asked.ranks === 'true', pack: pack.ref } };
  }

  divisionOf(asked: string | undefined, caller: Caller): string {
    if (asked === undefined) return caller.divisions[0] ?? '';
    const division = divisionNamed(asked)?.code ?? (asked === '000000' ? asked : undefined);
    if (division === undefined) throw new FieldsRefused([{ field: 'division', zh: '没有这个行政区划', en: 'is not a known division' }]);
    if (!inScope(caller.divisions, division)) throw refuse('STATISTICS_OUTSIDE', { division });
    return division;
  }

  async positionOf(asOf: string | undefined): Promise<string> {
    const covered = await coveredPosition(this.pool, this.appender.log.logId);
    if (asOf !== undefined && BigInt(asOf) > BigInt(covered)) throw refuse('FIGURES_NOT_THERE_YET', { reached: covered });
    return asOf ?? covered;
  }

  packOf(division: string, at: Instant): Pack {
    const pack = this.policies.packFor(division, dayOf(at)) ?? this.policies.packToDecide(division, dayOf(at));
    if (!pack?.parameters.statistics) throw refuse('NO_STATISTICS_RULES', { division });
    return pack;
  }

  /** The same parameters and position give the same answer, however far the log has gone on. */
  async compute(parameters: FigureParameters, position: string, queryVersion = QUERY_VERSION): Promise<Answer> {
    if (queryVersion !== QUERY_VERSION) throw refuse('EDITION_GONE', { queryVersion });
    const { parameters: rules } = this.#packNamed(parameters);
    const period = periodOf(parameters.period)!;
    const compared = { lastYear: samePeriodLastYear(period), previous: previousOf(period) };
    const metrics = metricsOf(rules.hotline.satisfiedGrades).filter(({ id }) => parameters.metrics.includes(id));
    const weights = parameters.metrics.includes(COMPOSITE) ? rules.hotline.compositeWeights : undefined;
    const periods = [period, compared.lastYear, compared.previous, ...monthsOf(period)];
    const scope = scopeOf({ divisions: [parameters.division] });
    const only = parameters.only as Parameters<typeof sumsOf>[1]['only'];
    const on = dayOf(parameters.at);
    const sums = await sumsOf(this.pool, { kinds: kindsOf(metrics), by: parameters.by === 'month' ? 'none' : parameters.by as Grouping, level: parameters.level as 6, position, edges: edgesFor(periods, parameters.at), scope, only });
    const standing = new Set(metrics.filter(({ numerator }) => numerator.some(({ window }) => window === 'standing')).map(({ id }) => id)); // What stands now stood in no earlier period.
    const late = metrics.some(({ id }) => id.startsWith('overdue')) ? await overdueOf(this.pool, { position, scope, only }, on) : [];
    const figures = (some: readonly Sum[], when: Period = period, bases = compared): ComparedFigure[] => {
      const [now, year, before] = [when, bases.lastYear, bases.previous].map((one) => figuresOf(metrics, some, one, on, weights)) as [Figure[], Figure[], Figure[]];
      return now.map((figure, i) => ({ ...figure, onLastYear: standing.has(figure.metric) ? null : changeOf(figure.value, year[i]!.value), onPrevious: standing.has(figure.metric) ? null : changeOf(figure.value, before[i]!.value) }));
    };
    const groups = parameters.by === 'none' ? [] : parameters.by === 'month'
      ? monthsOf(period).map((month) => ({ group: month.name, figures: figures(sums, month, { lastYear: samePeriodLastYear(month), previous: previousOf(month) }) }))
      : [...grouped(sums)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, some]) => ({ group, figures: figures(some) }));
    const { minimumSample, bands } = rules.statistics!;
    const league = parameters.kind === 'league' ? leagueOf(groups, { weights: rules.hotline.compositeWeights, minimumSample: minimumSample.value, bands: bands.value }, parameters.ranks) : null;
    const content = { period, compared, total: figures(sums), groups: league ? [] : groups, overdue: latenessOf(late), league };
    const { events: parked } = await parkedUpTo(this.pool, this.appender.log.logId, position);
    return { ...content, pedigree: { position, queryVersion, parameters, digest: digestOf(content), parked } };
  }

  #metricIds(pack: Pack, asked: string | undefined, by: string): string[] {
    const known = metricsOf(pack.parameters.hotline.satisfiedGrades);
    const fits = ({ also }: Metric): boolean => (by !== 'clock' && by !== 'stage' && by !== 'part') || also?.includes(by) === true;
    const ids = [...known.filter(fits).map(({ id }) => id), ...(by === 'clock' || by === 'stage' || by === 'part' ? [] : [COMPOSITE])];
    if (asked === undefined) return ids;
    const wanted = asked.split(',');
    if (wanted.some((id) => !ids.includes(id))) throw refuse('UNKNOWN_METRIC');
    return wanted.includes(COMPOSITE) ? [...new Set([...compositeParts, ...wanted])] : [...new Set(wanted)];
  }

  #packNamed({ pack: { division, version } }: FigureParameters): Pack {
    const pack = this.policies.packNamed(division, version);
    if (!pack?.parameters.statistics) throw refuse('NO_STATISTICS_RULES', { division });
    return pack;
  }

  async #recordedAt(position: string): Promise<Instant> {
    const [event] = await readFrom(this.pool, String(BigInt(position) - 1n), 1, position);
    return event?.recordedAt ?? this.clock.now();
  }
}

export function kindsOf(metrics: readonly Metric[]): Sum['kind'][] {
  return [...new Set(metrics.flatMap(({ numerator, denominator = [] }) => [...numerator, ...denominator].flatMap(({ kinds }) => kinds)))];
}

function grouped<T extends { readonly group: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.get(row.group)?.push(row) ?? groups.set(row.group, [row]);
  return groups;
}

function digestOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** By stage: how many clocks are open beyond due, and the most and the median days. */
function latenessOf(late: readonly { readonly group: string; readonly days: number; readonly cases: number }[]): Lateness[] {
  return [...grouped(late)].map(([stage, rows]) => {
    const clocks = rows.reduce((sum, { cases }) => sum + cases, 0);
    let seen = 0;
    const median = rows.find(({ cases }) => (seen += cases) * 2 >= clocks)!.days; // Of an even number the lower middle one.
    return { stage, clocks, most: rows.at(-1)!.days, median };
  });
}
