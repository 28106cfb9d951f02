import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, ValidationPipe } from '@nestjs/common';
import { Pool } from 'pg';
import { addDays } from '#libs/calendar/day.js';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { dayOf } from '#libs/contracts/time.js';
import { Appender } from '#libs/event-store/append.js';
import { readStream } from '#libs/event-store/read.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { refuse as refuseCommand } from '#libs/runtime/command-door.refusals.js';
import type { Given } from '#libs/runtime/give-command.js';
import { languageOf } from '#libs/runtime/problem.js';
import type { Caller } from '#libs/security/caller.js';
import { inScope, scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { rateOf } from '../clues/rate.js';
import { StreamDoor } from '../stream-door.js';
import { CampaignFigureBook, QUERY, total } from './campaign-figures.js';
import type { Asked } from './campaign-figures.js';
import type { Campaign, Measured } from './campaign.decider.js';
import { campaign } from './campaign.decider.js';
import { CampaignHandler, codeOf } from './campaign.handler.js';
import { refuse } from './campaign.refusals.js';
import { AsOfQuery, CampaignsQuery, campaignSteps, formOf, MembersQuery, ProposeCampaign } from './campaign.requests.js';
import type { CampaignRow } from './campaign.tables.js';

const PAGE = 50;
const POINTS = 45;
const WAIT_MS = 1000;
const LISTED_MAX = 200;

/** Special actions (专项行动): proposed by one, started by another, seen against their target at any time, closed with a report that can be counted again. */
@Controller('v1/supervision/campaigns')
export class CampaignsController {
  readonly #book: CampaignFigureBook;

  constructor(private readonly handler: CampaignHandler, private readonly pool: Pool, private readonly clock: Clock, private readonly form: ValidationPipe, private readonly door: StreamDoor, appender: Appender) {
    this.#book = new CampaignFigureBook(pool, appender.log.logId);
  }

  /** Campaigns of the caller's divisions and of those that they lie in, the newest first. */
  @Get() @Roles(...DESK_ROLES)
  async list(@Query() { caseId, phase }: CampaignsQuery, @CurrentCaller() caller: Caller, @Headers('accept-language') accept?: string): Promise<object> {
    if (caseId !== undefined) await ensureInScope(this.pool, caller, caseId);
    const { rows } = await this.pool.query<CampaignRow>(
      `SELECT * FROM supervision.campaign c WHERE ($2::text IS NULL OR phase = $2) AND (division LIKE ANY($1) OR division = ANY($3)) ORDER BY position DESC LIMIT ${LISTED_MAX}`,
      [scopeOf(caller).patterns(), phase ?? null, caller.divisions.flatMap(above)]);
    const asOf = (await this.#book.newest(0)) ?? (await this.#counted());
    const lines = await Promise.all(rows.map(async ({ campaign: id, file }) => {
      const asked = { ...file.about!, campaign: id };
      if (caseId !== undefined && !(await this.#holds(asked, asOf, caseId))) return undefined;
      return { ...head(id, file), ...(file.phase === 'running' && { now: await this.#progress(asked, asOf, caller) }) };
    }));
    return { now: this.clock.now(), campaigns: lines.filter((line) => line !== undefined), ...(caller.roles.includes('supervisor') && { propose: formOf({ request: ProposeCampaign, ids: ['campaign'] }, languageOf(accept)) }) };
  }

  @Post() @HttpCode(200) @Roles('supervisor')
  async propose(@Body() request: ProposeCampaign, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answer(await this.handler.propose(request, { caller, key }));
  }

  /** Whom it is about, its baseline, its targets and how each was judged. */
  @Get(':campaignId') @Roles(...DESK_ROLES)
  async show(@Param('campaignId') id: string, @CurrentCaller() caller: Caller, @Headers('accept-language') accept?: string): Promise<object> {
    const { state, version } = await this.handler.visible(id, caller);
    const { matters, baseline, raised } = state;
    const answers = await this.#answers(id, caller);
    return {
      ...head(id, state), version, baseline: baseline && { ...baseline, figures: narrowed(baseline, caller) },
      raised: Object.fromEntries(Object.entries(raised).map(([division, each]) => [division, { ...each, answer: answers.get(division) ?? null }])), rule: state.about!.rule,
      matters: Object.entries(matters).map(([matter, each]) => ({ matter, ...each, name: nameOf(each.division) })).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
      actions: actionsFor(id, state, caller, languageOf(accept)),
    };
  }

  /** Numerator and denominator as the log stands, or stood at a position; day by day since the start; what is left and why. */
  @Get(':campaignId/progress') @Roles(...DESK_ROLES)
  async progress(@Param('campaignId') id: string, @Query() { asOf }: AsOfQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const { state } = await this.handler.visible(id, caller);
    const asked = { ...state.about!, campaign: id };
    const position = await this.#position(asOf);
    const scope = scopeOf(caller).patterns();
    const to = dayOf(state.report?.at ?? this.clock.now());
    const from = dayOf(state.baseline?.at ?? state.about!.proposedAt);
    return {
      campaignId: id, ...(await this.#progress(asked, position, caller)), left: await this.#book.left(asked, { asOf: position, scope }),
      course: await this.#book.course(asked, { asOf: position, scope }, from < to ? from : addDays(to, -1), to, POINTS),
    };
  }

  /** The cases that are in it, each of which opens; with `open`, those that are left or those that are done. */
  @Get(':campaignId/members') @Roles(...DESK_ROLES)
  async members(@Param('campaignId') id: string, @Query() { asOf, open, division, cursor, limit }: MembersQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const { state } = await this.handler.visible(id, caller);
    const most = Number(limit ?? PAGE);
    const position = await this.#position(asOf);
    const rows = await this.#book.members({ ...state.about!, campaign: id }, { asOf: position, scope: scopeOf(caller).patterns() }, {
      limit: most, ...(open !== undefined && { open: open === 'true' }), ...(division !== undefined && { division: scopeOf({ divisions: [codeOf('division', division)] }).patterns() }), ...(cursor !== undefined && { after: cursor }),
    });
    return { campaignId: id, position, query: QUERY, members: rows, next: rows.length === most ? rows.at(-1)!.caseId : null };
  }

  /** The closing report, and the same counted again at its position. */
  @Get(':campaignId/report') @Roles(...DESK_ROLES)
  async report(@Param('campaignId') id: string, @CurrentCaller() caller: Caller): Promise<object> {
    const { state: { report, about } } = await this.handler.visible(id, caller);
    if (!report) throw refuse('CAMPAIGN_NOT_RUNNING');
    const asked = { ...about!, campaign: id };
    const [note = null] = await this.door.texts([report.note]);
    const again = { figures: await this.#book.at(asked, { asOf: report.position }), left: await this.#book.left(asked, { asOf: report.position }) };
    return {
      campaignId: id, ...report, note, figures: narrowed(report, caller), again: { figures: narrowed(again, caller), left: again.left },
      same: text(again.figures) === text(report.figures) && text(again.left) === text(report.left),
    };
  }

  @Post(':campaignId/commands/:command') @HttpCode(200) @Roles('supervisor')
  async give(@Param('campaignId') id: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    if (!Object.hasOwn(campaignSteps, command)) throw refuseCommand('NO_SUCH_COMMAND');
    const step = command as keyof typeof campaignSteps;
    await this.handler.visible(id, caller);
    const request = (await this.form.transform(body ?? {}, { type: 'body', metatype: campaignSteps[step].request })) as object;
    return answer(await this.handler.step(id, step, request, { caller, key }));
  }

  async #progress(asked: Asked, position: string, caller: Caller): Promise<object> {
    const figures = await this.#book.at(asked, { asOf: position, scope: scopeOf(caller).patterns() });
    return { now: this.clock.now(), position, query: QUERY, ...figures, rate: rateOf(figures.done, figures.total), divisions: figures.divisions.map((each) => ({ ...each, name: nameOf(each.division), rate: rateOf(each.done, each.total) })) };
  }

  /** What places of the caller's divisions said of their missed targets: an office's words on its figures, opened as a circular's answers are. */
  async #answers(id: string, caller: Caller): Promise<ReadonlyMap<string, string | null>> {
    const given = (await readStream(this.pool, `campaign/${id}`)).flatMap(({ type, data }) => (type === 'supervision.campaign-answered.v1' && inScope(caller.divisions, data['division'] as string) ? [data as { division: string; answer: Sealed }] : []));
    const texts = await this.door.texts(given.map(({ answer: sealed }) => sealed));
    return new Map(given.map(({ division }, n) => [division, texts[n] ?? null]));
  }

  async #holds(asked: Asked, asOf: string, caseId: string): Promise<boolean> {
    return (await this.#book.members(asked, { asOf }, { caseId, limit: 1 })).length > 0;
  }

  async #position(asOf: string | undefined): Promise<string> {
    if (asOf === undefined) return (await this.#book.newest(WAIT_MS)) ?? (await this.#counted());
    if (!(await this.#book.reached(asOf, WAIT_MS))) throw refuse('POSITION_NOT_REACHED');
    return asOf;
  }

  /** Where the figures lag behind the log: the last position that they know of. */
  async #counted(): Promise<string> {
    const { rows } = await this.pool.query<{ position: string }>('SELECT coalesce(max(position), 0)::text AS position FROM supervision.campaign_case');
    return rows[0]!.position;
  }
}

function head(campaignId: string, { phase, about, baseline, judged, raised, warned, report }: Campaign): object {
  const { kind, title, division, year, source, targets, proposedBy, proposedAt } = about!;
  const outcome = report?.targets[0]?.outcome ?? judged[division]?.outcome ?? null;
  return {
    campaignId, phase, kind, title, division, name: nameOf(division), year, source, proposedBy, proposedAt, startedAt: baseline?.at ?? null, startedBy: baseline?.by ?? null, closedAt: report?.at ?? null, outcome,
    missed: Object.values(judged).filter((each) => each.outcome === 'missed').length, unanswered: Object.values(raised).filter(({ answered }) => !answered).length,
    targets: targets.map((target) => ({ ...target, name: nameOf(target.division), warned: warned.includes(target.division), judged: judged[target.division] ?? null })),
  };
}

/** The steps that the caller may take now, with their forms. */
function actionsFor(id: string, state: Campaign, caller: Caller, language: 'zh' | 'en'): readonly object[] {
  if (!caller.roles.includes('supervisor')) return [];
  const leads = inScope(caller.divisions, state.about!.division);
  return Object.entries(campaignSteps).filter(([step, { command }]) => (leads || step === 'answer') && !campaign.may[command]?.(state)).map(([command, step]) =>
    ({ command, title: { zh: step.zh, en: step.en }, href: `/v1/supervision/campaigns/${id}/commands/${command}`, ids: step.ids, fields: formOf(step, language) }));
}

function nameOf(division: string): string {
  return divisionNamed(division)?.name ?? division;
}

/** As far as the caller's divisions go. */
function narrowed({ figures }: Pick<Measured, 'figures'>, caller: Caller): Measured['figures'] {
  const scope = scopeOf(caller);
  const inside = figures.divisions.filter(({ division }) => scope.includes(division));
  return inside.length === figures.divisions.length ? figures : total(inside);
}

/** By value: the log gives the fields of an object back in another order than they were written in. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
}

/** The divisions that one lies in: a district sees the campaigns of its city, of its province and of the nation. */
function above(division: string): readonly string[] {
  return ['000000', `${division.slice(0, 2)}0000`, `${division.slice(0, 4)}00`, division.slice(0, 6)];
}

function answer({ outcome, caseId, version, position, events }: Given): object {
  return { campaignId: caseId, version, position, outcome, events: events.map(({ type }) => type) };
}
