import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { addYears } from '#libs/calendar/day.js';
import { divisionNamed, divisionTable } from '#libs/contracts/divisions.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { dayOf } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { Streams } from '#libs/event-store/streams.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { PartnerRules } from '#libs/policy/pack.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Given } from '#libs/runtime/give-command.js';
import { POLICIES } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import { inScope, scopeOf } from '#libs/security/scope.js';
import { clocks } from '../clocks/clock.decider.js';
import type { Asking } from '../stream-door.js';
import { StreamDoor } from '../stream-door.js';
import { partner as decider } from './partner.decider.js';
import { refuse } from './partner.refusals.js';
import type { AssessPartner, RegisterPoint, RegisterStation, RegisterUnit, TakeMajorEvent } from './partner.requests.js';
import { partnerSteps, REGISTRARS } from './partner.requests.js';
import type { Partner } from './partner.state.js';
import { missedIn, untakenIn } from './partner.state.js';
import type { PartnerRow } from './partner-view.projection.js';
import type { PartnersQuery } from './partners.queries.js';

const MOST = 500;
const NATION = '000000';
/** Entries of the table of divisions that are no prefecture with an office. */
const PLACEHOLDER = /^(市辖区|县|.+直辖县级行政区划)$/;

type Request = { readonly partner: string; readonly division: string; readonly name: string; readonly creditCode?: string };

/** Reads partners as far as a caller may see them, and takes steps on them. */
@Injectable()
export class Partners {
  constructor(
    private readonly pool: Pool, private readonly streams: Streams, private readonly door: StreamDoor, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies,
  ) {}

  now(): string {
    return this.clock.now();
  }

  async list({ role, state = 'present' }: PartnersQuery, caller: Caller): Promise<object> {
    const rows = await this.#rows(caller, `AND ($2::text IS NULL OR role = $2) AND ($3::boolean IS NULL OR removed = $3)`, [role ?? null, state === 'all' ? null : state === 'removed']);
    return { now: this.now(), divisions: namesOf(rows), partners: rows.map((row) => this.#line(row)) };
  }

  async desk(caller: Caller): Promise<object> {
    const now = this.now();
    const today = dayOf(now);
    const rows = await this.#rows(caller, 'AND NOT removed');
    const named = ({ partner, file: { about } }: PartnerRow): object => ({ partner, name: about!.name, division: about!.division });
    const addressed = (division: string): boolean => inScope(caller.divisions, division);
    return {
      now, divisions: namesOf(rows),
      due: rows.flatMap((row) => (row.file.current && addressed(row.file.about!.division) ? [{ ...named(row), ...row.file.current, over: row.file.current.to < today, reportsTo: row.reportsTo }] : [])).sort((a, b) => (a.to < b.to ? -1 : 1)),
      missed: rows.flatMap((row) => missedIn(row.file).map(({ period, from, to }) => ({ ...named(row), period, from, to, reportsTo: row.reportsTo }))),
      events: rows.flatMap((row) => untakenIn(row.file).map(({ event, at, kind, workers, division: to }) => ({ ...named(row), event, at, kind, workers, reportsTo: to, mine: addressed(to) }))),
      toAssess: rows.filter(({ role }) => role === 'unit').map((row) => ({ ...named(row), dueOn: assessedBy(row.file) })).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    };
  }

  async coverage(caller: Caller): Promise<object> {
    const scope = scopeOf(caller);
    const { rows } = await this.pool.query<{ city: string; stations: number }>(
      `SELECT left(division, 4) || '00' AS city, count(*)::int AS stations FROM supervision.partner WHERE role = 'station' AND NOT removed AND division LIKE ANY($1) GROUP BY 1`, [scope.patterns()]);
    const counted = new Map(rows.map(({ city, stations }) => [city, stations]));
    const cities = [divisionTable.divisions, divisionTable.sample].flatMap((part) => Object.entries(part)).filter(([code, name]) => code.length === 6 && code.endsWith('00') && !code.endsWith('0000') && !PLACEHOLDER.test(name) && scope.includes(code));
    return {
      now: this.now(),
      prefectures: cities.map(([division, name]) => {
        const rule = this.#rules(division)?.stationsPerPrefecture;
        const stations = counted.get(division) ?? 0;
        return { division, name, stations, required: rule?.n ?? null, lacking: rule ? Math.max(0, rule.n - stations) : null, source: rule?.source ?? null };
      }),
    };
  }

  /** One partner: all that is registered, reported and assessed, with the texts, and the times that run. */
  async show(id: string, caller: Caller): Promise<object> {
    const { state, version } = await this.visible(id, caller);
    const { about, periods, events, assessments, current: _, ...file } = state;
    const [reports, happened, years] = [Object.values(periods), Object.entries(events), Object.entries(assessments)];
    const sealed: (Sealed | null)[] = [...reports.map(({ report }) => report?.summary ?? null), ...happened.map(([, { text }]) => text), ...years.map(([, { grounds }]) => grounds)];
    const texts = await this.door.texts(sealed);
    const running = [...(await this.streams.load(`clocks/${id}`, clocks)).state.clocks.values()].filter(({ status }) => status === 'running');
    const rules = this.#rules(about!.division);
    return {
      partner: id, version, now: this.now(), divisions: namesOf([{ file: state }]), ...about, ...file,
      ...(about!.role === 'point' && { rule: rules?.points[about!.kind] ?? null }), ...(about!.role === 'unit' && { assessment: rules?.assessment ?? null, assessBy: assessedBy(state) }),
      reports: reports.map(({ report, ...line }, i) => ({ ...line, report: report && { ...report, summary: texts[i] } })),
      events: happened.map(([event, line], i) => ({ event, ...line, text: texts[reports.length + i] ?? null })),
      assessments: years.map(([year, line], i) => ({ year: Number(year), ...line, grounds: texts[reports.length + happened.length + i] ?? null })),
      clocks: running.map(({ kind, part, due, provisionalDue, breached }) => ({ kind, part: part ?? null, due: provisionalDue ?? due, provisional: provisionalDue !== null, breached })),
    };
  }

  async visible(id: string, caller: Caller): Promise<{ readonly state: Partner; readonly version: number }> {
    if (!isUuid(id)) throw refuse('NO_SUCH_PARTNER');
    const { state, version } = await this.streams.load<Partner, never>(`partner/${id}`, decider);
    if (!state.about || !inScope(caller.divisions, state.about.division)) throw refuse('NO_SUCH_PARTNER');
    return { state, version };
  }

  /** What the decision allows, as far as this caller may: an event is taken up where it was sent to. */
  may(caller: Caller): typeof decider.may {
    const TakeMajorEvent = (state: Partner): Refusal | undefined => decider.may.TakeMajorEvent?.(state) ?? (untakenIn(state).some(({ division }) => inScope(caller.divisions, division)) ? undefined : refuse('NOT_THE_ADDRESSEE'));
    return { ...decider.may, TakeMajorEvent };
  }

  async registerPoint(request: RegisterPoint, asking: Asking): Promise<Given> {
    const { points } = this.#ruled(request.division);
    const { reportsTo, urgedBy } = points[request.kind];
    return this.#register('RegisterPoint', 'point', request, { kind: request.kind, every: request.every, reportsTo: levelOf(request.division, reportsTo), urgedBy: levelOf(request.division, urgedBy) }, asking);
  }

  async registerStation(request: RegisterStation, asking: Asking): Promise<Given> {
    this.#ruled(request.division);
    known('place', request.place);
    return this.#register('RegisterStation', 'station', request, { place: request.place, host: request.host }, asking);
  }

  async registerUnit(request: RegisterUnit, asking: Asking): Promise<Given> {
    this.#ruled(request.division);
    return this.#register('RegisterUnit', 'unit', request, { services: request.services }, asking);
  }

  async step(id: string, path: string, body: unknown, asking: Asking): Promise<Given> {
    const step = this.door.stepOf(partnerSteps, path, asking.caller);
    const { state } = await this.visible(id, asking.caller);
    const fields = await this.door.formOf(step.request, body);
    return this.door.give('partner', id, step, await this.#completed(step.command, fields, state, asking.caller), asking);
  }

  /** What a person left out, and what only the law or a look-up can tell. */
  async #completed(command: string, fields: object, state: Partner, caller: Caller): Promise<object> {
    switch (command) {
      case 'TakeMajorEvent': {
        const { event, caseId = null } = fields as TakeMajorEvent;
        const addressee = state.events[event]?.division;
        if (addressee !== undefined && !inScope(caller.divisions, addressee)) throw refuse('NOT_THE_ADDRESSEE', { division: addressee });
        if (caseId !== null) await ensureInScope(this.pool, caller, caseId);
        return { ...fields, caseId };
      }
      case 'AssessPartner': {
        const wrong = Object.entries((fields as AssessPartner).scores).filter(([, score]: [string, unknown]) => !Number.isInteger(score) || Number(score) < 0 || Number(score) > 100);
        if (wrong.length > 0) throw new FieldsRefused(wrong.slice(0, 20).map(([id]) => ({ field: `scores.${id}`, zh: '须为0至100的整数', en: 'must be a whole number from 0 to 100' })));
        const { pass, criteria } = this.#ruled(state.about!.division).assessment;
        return { ...fields, law: { pass, weights: Object.fromEntries(Object.entries(criteria).map(([id, { weight }]) => [id, weight])) } };
      }
      default: return fields;
    }
  }

  async #register(command: string, role: PartnerRow['role'], { partner: id, at, name, division, creditCode = undefined }: Request & { at?: string }, more: object, asking: Asking): Promise<Given> {
    known('division', division);
    if (!inScope(asking.caller.divisions, division)) throw refuse('NO_SUCH_PARTNER');
    const { rows: [same] } = await this.pool.query<{ partner: string }>(
      `SELECT partner FROM supervision.partner WHERE role = $1 AND division = $2 AND NOT removed AND partner <> $4 AND file->'about'->>'name' = $3 LIMIT 1`, [role, division, name, id]);
    if (same) throw refuse('PARTNER_EXISTS', { partner: same.partner });
    return this.door.give('partner', id, { command, roles: REGISTRARS, seal: [] }, { ...(at !== undefined && { at }), name, creditCode: creditCode ?? null, division, ...more } as object, asking);
  }

  #rules(division: string): PartnerRules | undefined {
    return this.policies.packToDecide(division, dayOf(this.now()))?.parameters.partners;
  }

  #ruled(division: string): PartnerRules {
    const rules = this.#rules(division);
    if (!rules) throw refuse('NO_PARTNER_RULES');
    return rules;
  }

  async #rows(caller: Caller, where: string, values: readonly unknown[] = []): Promise<readonly PartnerRow[]> {
    const { rows } = await this.pool.query<PartnerRow>(
      `SELECT partner, role, division, "reportsTo", file, missed, "openEvents", removed, position FROM supervision.partner WHERE division LIKE ANY($1) ${where} ORDER BY role, "openEvents" DESC, missed DESC, file->'about'->>'name', partner LIMIT ${MOST}`, [scopeOf(caller).patterns(), ...values]);
    return rows;
  }

  #line({ partner, file, missed, openEvents }: PartnerRow): object {
    const { about, current, staff, activities, assessments, removed } = file;
    const last = Object.entries(assessments).sort(([a], [b]) => (a < b ? -1 : 1)).at(-1);
    return {
      partner, ...about, current, missed, openEvents, removed,
      ...(about!.role === 'station' && { staff: Object.values(staff).filter(({ left }) => left === null).length, activities: Object.keys(activities).length, lastActivityOn: Object.values(activities).map(({ on }) => on).sort().at(-1) ?? null }),
      ...(about!.role === 'unit' && { assessBy: assessedBy(file), lastAssessment: last ? { year: Number(last[0]), total: last[1].total, passed: last[1].passed } : null }),
    };
  }
}

/** What the places in these files are called: a station stands where no case of the caller ever was. */
function namesOf(rows: readonly Pick<PartnerRow, 'file'>[]): Readonly<Record<string, string>> {
  const codes = rows.flatMap(({ file: { about } }) => [about!.division, ...(about!.role === 'point' ? [about!.reportsTo, about!.urgedBy] : about!.role === 'station' ? [about!.place] : [])]);
  return Object.fromEntries([...new Set(codes)].map((code) => [code, divisionNamed(code)?.name ?? code]));
}

function known(field: string, division: string): void {
  if (division === NATION || !divisionNamed(division)) throw new FieldsRefused([{ field, zh: '没有这个行政区划', en: 'is not a known division' }]);
}

function levelOf(division: string, level: 'province' | 'prefecture' | 'county'): string {
  return level === 'county' ? division : level === 'prefecture' ? `${division.slice(0, 4)}00` : `${division.slice(0, 2)}0000`;
}

/** A year after it was registered or last assessed. */
function assessedBy({ about, assessments }: Partner): string {
  return addYears(Object.values(assessments).map(({ on }) => on).sort().at(-1) ?? dayOf(about!.since), 1);
}
