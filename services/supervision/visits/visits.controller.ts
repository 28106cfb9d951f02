import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, ValidationPipe } from '@nestjs/common';
import { Pool } from 'pg';
import { residences } from '#libs/contracts/campaign.events.js';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { dayOf } from '#libs/contracts/time.js';
import { factCatalogue } from '#libs/policy/facts.js';
import { readStream } from '#libs/event-store/read.js';
import { CurrentCaller, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { casesInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { refuse as refuseCommand } from '#libs/runtime/command-door.refusals.js';
import type { Given } from '#libs/runtime/give-command.js';
import { languageOf } from '#libs/runtime/problem.js';
import { RecordedReads } from '#libs/runtime/recorded-reads.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { Keyring } from '#libs/security/keyring.js';
import { inWhichOf } from '#libs/security/roles.js';
import { scopeOf } from '#libs/security/scope.js';
import { CampaignHandler, codeOf } from '../campaigns/campaign.handler.js';
import { formOf } from '../campaigns/campaign.requests.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { visit } from './visit.decider.js';
import { PLANNERS, VisitHandler, VISITORS } from './visit.handler.js';
import type { RecordFinding, RecordVisit } from './visit.requests.js';
import { PlacesQuery, PlanVisit, ReadNotes, visitSteps } from './visit.requests.js';
import type { PlaceRow } from './visit.tables.js';

const PAGE = 50;
const STATES = { due: '"nextOn" IS NOT NULL', visited: 'visits > 0', overdue: 'overdue' } as const;

/** Visits (走访排摸) over the four kinds of residence: planned by place, paid, repeated, and what they found. */
@Controller('v1/supervision')
export class VisitsController {
  constructor(private readonly handler: VisitHandler, private readonly campaigns: CampaignHandler, private readonly pool: Pool, private readonly clock: Clock, private readonly form: ValidationPipe, private readonly keyring: Keyring, private readonly reads: RecordedReads) {}

  @Post('campaigns/:campaignId/visits') @HttpCode(200) @Roles(...PLANNERS)
  async plan(@Param('campaignId') campaign: string, @Body() request: PlanVisit, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answer(await this.handler.plan(campaign, request, { caller, key }));
  }

  /** The plan: each place with its next day, and how many of each kind of residence were visited. */
  @Get('campaigns/:campaignId/visits') @Roles(...DESK_ROLES)
  async list(@Param('campaignId') campaign: string, @Query() { residence, state, division, cursor, limit }: PlacesQuery, @CurrentCaller() caller: Caller, @Headers('accept-language') accept?: string): Promise<object> {
    const { state: { phase } } = await this.campaigns.visible(campaign, caller);
    const scope = scopeOf(caller).patterns();
    const place = division === undefined ? null : scopeOf({ divisions: [codeOf('division', division)] }).patterns();
    const most = Number(limit ?? PAGE);
    const [{ rows }, kinds] = await Promise.all([
      this.pool.query<PlaceRow>(
        `SELECT * FROM supervision.visit_place WHERE campaign = $1 AND division LIKE ANY($2) AND ($3::text[] IS NULL OR division LIKE ANY($3)) AND ($4::text IS NULL OR residence = $4) AND ($5::uuid IS NULL OR place > $5)
         ${state === undefined ? '' : `AND ${STATES[state]}`} ORDER BY place LIMIT $6`, [campaign, scope, place, residence ?? null, cursor ?? null, most]),
      this.pool.query<{ residence: string; places: number; visited: number; overdue: number }>(
        `SELECT residence, count(*)::int AS places, count(*) FILTER (WHERE visits > 0)::int AS visited, count(*) FILTER (WHERE overdue)::int AS overdue FROM supervision.visit_place WHERE campaign = $1 AND division LIKE ANY($2) GROUP BY residence`, [campaign, scope]),
    ]);
    return {
      now: this.clock.now(), today: dayOf(this.clock.now()), campaignId: campaign, places: rows.map(({ place: id, file }) => lineOf(id, file)), next: rows.length === most ? rows.at(-1)!.place : null,
      residences: residences.map((kind) => kinds.rows.find((row) => row.residence === kind) ?? { residence: kind, places: 0, visited: 0, overdue: 0 }),
      ...(phase === 'running' && inWhichOf(caller.roles, PLANNERS) && { plan: formOf({ request: PlanVisit, ids: ['place'] }, languageOf(accept)) }),
    };
  }

  /** A place with its visits and what became of what they found. */
  @Get('visits/:placeId') @Roles(...DESK_ROLES)
  async show(@Param('placeId') placeId: string, @CurrentCaller() caller: Caller, @Headers('accept-language') accept?: string): Promise<object> {
    const { state, version } = await this.handler.visible(placeId, caller);
    const [cases, notes] = await Promise.all([casesInScope(this.pool, caller, Object.values(state.findings).flatMap(({ caseId }) => caseId ?? [])), this.#notes(placeId)]);
    return {
      ...lineOf(placeId, state), version, campaign: state.about!.campaign,
      visits: Object.entries(state.visits).map(([id, each]) => ({ visit: id, ...each, noted: notes.has(id) })), // Who may not see the case still sees that something was found.
      findings: Object.entries(state.findings).map(([finding, each]) => ({ finding, ...each, caseId: each.caseId !== null && cases.has(each.caseId) ? each.caseId : null, filed: each.caseId !== null })),
      actions: inWhichOf(caller.roles, VISITORS) ? actionsFor(placeId, state, languageOf(accept)) : [],
    };
  }

  /** What was written down at each visit, for those who pay visits: it may name people, so the look is recorded with its reason. */
  @Post('visits/:placeId/notes') @HttpCode(200) @Roles(...VISITORS) @Reads('personalData')
  async notes(@Param('placeId') placeId: string, @Body() { reason }: ReadNotes, @CurrentCaller() caller: Caller): Promise<object> {
    await this.handler.visible(placeId, caller);
    const notes = await this.#notes(placeId);
    if (notes.size > 0) await this.reads.note(placeId, ['note'], reason, causeOf(caller, inWhichOf(caller.roles, VISITORS), { reason }));
    const texts = await this.keyring.open([...notes.values()]);
    return { placeId, notes: [...notes.keys()].map((id, n) => ({ visit: id, note: texts[n] ?? null })) };
  }

  @Post('visits/:placeId/commands/:command') @HttpCode(200) @Roles(...VISITORS)
  async give(@Param('placeId') placeId: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    if (!Object.hasOwn(visitSteps, command)) throw refuseCommand('NO_SUCH_COMMAND');
    await this.handler.visible(placeId, caller);
    const step = command as keyof typeof visitSteps;
    const request: unknown = await this.form.transform(body ?? {}, { type: 'body', metatype: visitSteps[step].request });
    return answer(await (step === 'record-visit' ? this.handler.visited(placeId, request as RecordVisit, { caller, key }) : this.handler.found(placeId, request as RecordFinding, { caller, key })));
  }

  /** By visit, sealed; a visit without a note is left out. */
  async #notes(placeId: string): Promise<ReadonlyMap<string, Sealed>> {
    const events = await readStream(this.pool, `visit/${placeId}`);
    return new Map(events.flatMap(({ type, data }) => (type === 'supervision.place-visited.v1' && data['note'] ? [[data['visit'] as string, data['note'] as Sealed] as const] : [])));
  }
}

/** The steps that may be taken now, with their forms. A finding is asked for the facts without which nobody could be sent. */
function actionsFor(placeId: string, state: PlaceRow['file'], language: 'zh' | 'en'): readonly object[] {
  return Object.entries(visitSteps).filter(([, { command }]) => !visit.may[command]?.(state)).map(([command, step]) => {
    const fields = formOf(step, language);
    const facts = { type: 'object', description: language === 'zh' ? '欠薪情况' : 'arrears', properties: Object.fromEntries(ASKED.map(([key, more]) => [key, { description: factCatalogue[key][language], ...more }])) };
    return { command, title: { zh: step.zh, en: step.en }, href: `/v1/supervision/visits/${placeId}/commands/${command}`, ids: step.ids, fields: command === 'record-finding' ? { ...fields, properties: { ...fields.properties, facts } } : fields };
  });
}

const ASKED = [['workers', { type: 'integer' }], ['amount', { type: 'number' }], ['periodFrom', { type: 'string', maxLength: 7 }], ['periodTo', { type: 'string', maxLength: 7 }]] as const satisfies readonly (readonly [keyof typeof factCatalogue, object])[];

function lineOf(placeId: string, { about, visits, findings, nextOn, overdue }: PlaceRow['file']): object {
  const { division, residence, place, dueOn } = about!;
  const last = Object.values(visits).map(({ on }) => on).sort().at(-1) ?? null;
  return { placeId, division, name: divisionNamed(division)?.name ?? division, residence, place, dueOn, nextOn, overdue, visited: Object.keys(visits).length, lastOn: last, found: Object.keys(findings).length };
}

function answer({ outcome, caseId, version, position, events }: Given): object {
  return { placeId: caseId, version, position, outcome, events: events.map(({ type }) => type) };
}
