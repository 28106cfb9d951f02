import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { placeOf } from '#libs/contracts/divisions.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Policies } from '#libs/policy/in-force.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import type { Check } from './project-checklist.js';
import { checklistOf, lacking } from './project-checklist.js';
import type { Project } from './project.state.js';
import type { ProjectRow } from './project.tables.js';

/** A case of a project, by its name or by a person's word. */
export interface SiteCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly division: string;
  readonly handlingDivision: string;
  readonly receivedAt: Date;
  readonly category: string | null;
  readonly closed: boolean;
  readonly followedUpAt: Date | null;
}

const COLUMNS = 'c."caseId", c."caseNumber", c.division, c."handlingDivision", c."receivedAt", c.category, c.closed, c."followedUpAt"';
const OF_PROJECT = `(c.fingerprint = $1 OR c."caseId"::text IN (SELECT key FROM jsonb_each_text($2::jsonb) WHERE value = 'linked'))
  AND c."caseId"::text NOT IN (SELECT key FROM jsonb_each_text($2::jsonb) WHERE value = 'unlinked')`;
const MOST = 500;
const NATION = '000000';
/** Of packs that say nothing of visits. */
const VISIT_DAYS = 30;

/** Reads project files and the cases beside them. What a file lacks is asked of the law in force each time: it changes with the day. */
@Injectable()
export class ProjectFiles {
  constructor(private readonly pool: Pool, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies) {}

  /** The cases of a project that lie in these divisions; all of them where nobody is asked for. */
  async casesOf({ about, cases }: Project, caller: Caller | null): Promise<readonly SiteCase[]> {
    const scope = caller ? scopeOf(caller).patterns() : ['%'];
    const { rows } = await this.pool.query<SiteCase>(
      `SELECT ${COLUMNS} FROM resolution.site_case c WHERE ${OF_PROJECT} AND (c.division LIKE ANY($3) OR c."handlingDivision" LIKE ANY($3)) ORDER BY c."receivedAt" LIMIT ${MOST}`, [about?.fingerprint ?? null, JSON.stringify(cases), scope]);
    return rows;
  }

  /** Open cases of these projects and in these places, as far as the caller sees them. */
  async openCasesOf(files: readonly Project[], divisions: readonly string[], caller: Caller): Promise<readonly SiteCase[]> {
    const cases = Object.assign({}, ...files.map((file) => file.cases)) as Project['cases'];
    const linked = Object.keys(cases).filter((caseId) => cases[caseId] === 'linked');
    const places = divisions.length > 0 ? scopeOf({ divisions }).patterns() : [];
    const { rows } = await this.pool.query<SiteCase>(
      `SELECT ${COLUMNS} FROM resolution.site_case c WHERE NOT c.closed AND (c.division LIKE ANY($1) OR c."handlingDivision" LIKE ANY($1))
         AND (c."handlingDivision" LIKE ANY($2) OR c.fingerprint = ANY($3) OR c."caseId" = ANY($4::uuid[])) ORDER BY c."followedUpAt" NULLS FIRST, c."receivedAt" LIMIT ${MOST}`,
      [scopeOf(caller).patterns(), places, files.flatMap((file) => file.about?.fingerprint ?? []), linked]);
    return rows;
  }

  async rows(caller: Caller, { divisions, ids = [], sector, caseId }: { readonly divisions?: readonly string[]; readonly ids?: readonly string[]; readonly sector?: string | undefined; readonly caseId?: string }): Promise<readonly ProjectRow[]> {
    const places = divisions && scopeOf({ divisions }).patterns();
    const { rows } = await this.pool.query<ProjectRow>(
      `SELECT p."projectId", p.division, p.sector, p.fingerprint, p.file, p.position FROM resolution.project p WHERE p.division LIKE ANY($1) AND ($2::text[] IS NULL OR p.division LIKE ANY($2) OR p."projectId" = ANY($3::uuid[]))
         AND ($4::text IS NULL OR p.sector = $4)
         AND ($5::uuid IS NULL OR (p.file->'cases'->>($5::uuid)::text IS DISTINCT FROM 'unlinked' AND (p.file->'cases'->>($5::uuid)::text = 'linked' OR p.fingerprint = (SELECT c.fingerprint FROM resolution.site_case c WHERE c."caseId" = $5))))
       ORDER BY p.file->'about'->>'name', p."projectId" LIMIT ${MOST}`, [scopeOf(caller).patterns(), places ?? null, ids, sector ?? null, caseId ?? null]);
    return rows;
  }

  async divisionsOf(projects: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ division: string }>('SELECT division FROM resolution.project WHERE "projectId" = ANY($1)', [projects]);
    return rows.map(({ division }) => division);
  }

  /** What a file lacks, by the law in force where the project is built. */
  checklist(file: Project, at: Instant = this.clock.now()): readonly Check[] {
    if (!file.about) return [];
    const on = dayOf(at);
    const pack = this.policies.packToDecide(file.about.division, on);
    return pack ? checklistOf(file, pack.parameters, on, this.policies.calendarFor(file.about.division, pack)) : [];
  }

  /** How often a site is visited in a place, by the law in force there. */
  visitDays(division = NATION): number {
    return this.policies.packToDecide(division, dayOf(this.clock.now()))?.parameters.siteVisitDays ?? VISIT_DAYS;
  }

  /** A project on a list: who builds it where, and what its file lacks. */
  line({ projectId, file }: Pick<ProjectRow, 'projectId' | 'file'>): object {
    const { about, completedOn, findings, lastVisit } = file;
    return { projectId, ...about, place: about && placeOf(about.division), completedOn, lacking: lacking(this.checklist(file)), openFindings: Object.values(findings).filter(({ correctedOn }) => correctedOn === null).length, lastVisitOn: lastVisit?.on ?? null };
  }
}
