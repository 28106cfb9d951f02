import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Pool } from 'pg';
import { dayOf } from '#libs/contracts/time.js';
import type { Pack } from '#libs/policy/pack.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { casesBehind } from './cases-behind.js';
import type { Answer } from './figures.js';
import { Figures } from './figures.js';
import { composite, metricsOf, QUERY_VERSION } from './metrics.js';
import { periodOf } from './period.js';
import { Standing } from './standing.js';
import { refuse } from './statistics.refusals.js';
import { CasesBehindQuery, LeagueQuery, StatisticsQuery } from './statistics.requests.js';
import type { Grouping } from './sums.js';

const FIGURE = { type: 'object', required: ['metric', 'value', 'numerator', 'denominator'], properties: { metric: { type: 'string' }, value: { type: ['number', 'null'], description: 'Per cent, a number, or Fen, by the unit of the metric; null where the whole is empty' }, numerator: { type: ['integer', 'null'] }, denominator: { type: ['integer', 'null'] }, onLastYear: { type: ['number', 'null'], description: '同比, per cent' }, onPrevious: { type: ['number', 'null'], description: '环比, per cent' } } };
export const PEDIGREE = { type: 'object', required: ['position', 'queryVersion', 'parameters', 'digest', 'parked'], properties: { position: { type: 'string' }, queryVersion: { type: 'string' }, parameters: { type: 'object' }, digest: { type: 'string' }, parked: { type: 'integer' } } };
export const ANSWER = {
  type: 'object', properties: {
    period: { type: 'object' }, compared: { type: 'object' }, total: { type: 'array', items: FIGURE }, groups: { type: 'array', items: { type: 'object', properties: { group: { type: 'string' }, figures: { type: 'array', items: FIGURE } } } },
    overdue: { type: 'array', items: { type: 'object', properties: { stage: { type: 'string' }, clocks: { type: 'integer' }, most: { type: 'integer', description: 'days' }, median: { type: 'integer', description: 'days' } } } },
    league: { type: ['array', 'null'], items: { type: 'object' } }, judgedBy: { type: 'object' }, pedigree: PEDIGREE,
  },
} as const;

/** Figures of the supervisor: each with its two numbers and its pedigree. */
@Controller('v1/supervision/statistics')
export class StatisticsController {
  constructor(private readonly figures: Figures, private readonly standing: Standing, private readonly pool: Pool, private readonly clock: Clock) {}

  @ApiOperation({ summary: 'Without a period: how cases and limits stand now. With one: every metric with numerator, denominator, comparison and pedigree' }) @ApiOkResponse({ schema: ANSWER as never })
  @Get() @Roles(...DESK_ROLES)
  async statistics(@Query() query: StatisticsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    if (query.period === undefined) return this.standing.of(caller);
    const { parameters, position } = await this.figures.parametersOf('figures', query, caller);
    return this.#judged(await this.figures.compute(parameters, position));
  }

  @ApiOperation({ summary: 'What each metric means: formula in words, unit, source, confidence; and the values of the pack that they use, each with its own' })
  @Get('definitions') @Roles(...DESK_ROLES)
  definitions(@CurrentCaller() caller: Caller): object {
    const pack = this.figures.packOf(this.figures.divisionOf(undefined, caller), this.clock.now());
    const metrics = [...metricsOf(pack.parameters.hotline.satisfiedGrades), composite];
    return { queryVersion: QUERY_VERSION, metrics: metrics.map(({ id, zh, en, unit, formula, source, confidence, better, also = [] }) => ({ id, zh, en, unit, formula, source, confidence, better, also })), judgedBy: judgedBy(pack) };
  }

  @ApiOperation({ summary: 'The league table of a circular: bands of grades, with ranks where asked for; equal scores share a rank' }) @ApiOkResponse({ schema: ANSWER as never })
  @Get('league') @Roles(...DESK_ROLES)
  async league(@Query() query: LeagueQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const { parameters, position } = await this.figures.parametersOf('league', query, caller);
    return this.#judged(await this.figures.compute(parameters, position));
  }

  @ApiOperation({ summary: 'The cases that a number counts, at its position' })
  @Get('cases') @Roles(...DESK_ROLES)
  async cases(@Query() { metric: id, of = 'numerator', by, group, ...query }: CasesBehindQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const { parameters, position } = await this.figures.parametersOf('figures', { ...query, ...(by !== undefined && { by }) }, caller);
    const { parameters: rules } = this.figures.packOf(parameters.division, parameters.at);
    const metric = metricsOf(rules.hotline.satisfiedGrades).find((one) => one.id === id);
    if (!metric) throw refuse('UNKNOWN_METRIC');
    const terms = of === 'numerator' ? metric.numerator : metric.denominator;
    if (!terms) throw refuse('NO_CASES_BEHIND', { metric: id });
    return {
      metric: id, of, position, ...(await casesBehind(this.pool, {
        terms, ...(of === 'rest' && { except: metric.numerator }), period: periodOf(parameters.period)!, on: dayOf(parameters.at), position, by: parameters.by as Grouping, level: parameters.level as 6, group,
        scope: scopeOf({ divisions: [parameters.division] }), only: parameters.only,
      })),
    };
  }

  #judged(answer: Answer): object {
    const { division, at } = answer.pedigree.parameters;
    return { ...answer, judgedBy: judgedBy(this.figures.packOf(division, at)) };
  }
}

/** The values of the pack that figures use, each with what it rests on. */
export function judgedBy({ ref, parameters: { hotline, statistics } }: Pack): object {
  const { minimumSample, bands, circularAnswer, basis } = statistics!;
  const of = (key: 'compositeWeights' | 'firstContactHours' | 'callbackTries' | 'satisfiedGrades') => ({ value: hotline[key], ...basis[key] });
  return { pack: ref, compositeWeights: of('compositeWeights'), firstContactHours: of('firstContactHours'), callbackTries: of('callbackTries'), satisfiedGrades: of('satisfiedGrades'), minimumSample, bands, circularAnswer };
}
