import { Controller, Get, Param } from '@nestjs/common';
import { Pool } from 'pg';
import { isUuid } from '#libs/contracts/uuid.js';
import { Streams } from '#libs/event-store/streams.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { casesInScope, ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse } from '#libs/runtime/case-scope.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import type { Claim } from '../claim/claim.decider.js';
import { claim } from '../claim/claim.decider.js';
import { GROUP_ROLES, GroupHandler } from '../group/group.handler.js';
import type { Claimed } from './likeness.js';
import { kinshipOf, likenesses, likenessesOf } from './likeness.js';

interface Line extends Claimed {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly receivedAt: string;
  readonly open: boolean;
  readonly found: readonly string[];
}

/** So many are looked at, those with the most in common first: an employer may have thousands of claims against it. */
const SEEN_MAX = 300;

const LINE = `l."caseId", l."caseNumber", to_char(l."receivedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') AS "receivedAt", l.open, l.amount::float8 AS amount, l."periodFrom", l."periodTo"`;
const ALIKE = `WITH found AS (
    SELECT s."caseId", s.kind AS likeness FROM intake.claim_sign o JOIN intake.claim_sign s ON s.mac = o.mac WHERE o."caseId" = $1 AND s."caseId" <> $1
    UNION ALL SELECT b.case_id, b.space FROM pii.blind_index o JOIN pii.blind_index b ON b.space = o.space AND b.mac = o.mac WHERE o.case_id = $1 AND b.case_id <> $1)
  SELECT ${LINE}, f.found FROM (SELECT "caseId", array_agg(DISTINCT likeness) AS found FROM found GROUP BY 1) f JOIN intake.claim_line l USING ("caseId") ORDER BY cardinality(f.found) DESC, l.position DESC LIMIT ${SEEN_MAX}`;

/** Cases that may tell of the same complaint, or are against the same unit: suggested with the reasons, joined by a person alone. */
@Controller('v1/intake/cases')
export class RelatedController {
  constructor(private readonly pool: Pool, private readonly streams: Streams, private readonly groups: GroupHandler) {}

  @Get(':caseId/related') @Roles(...GROUP_ROLES, 'mediator', 'arbitrator', 'inspector', 'legal-aid', 'auditor')
  async show(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuse('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const { state } = await this.streams.load<Claim, never>(`claim/${caseId}`, claim);
    const { own, lines } = await this.#lines(caseId, [...state.relations.keys()], caller);
    const groups = await this.groups.groupsOf([caseId, ...lines.map((line) => line.caseId)]);
    const seen = lines.map((line) => {
      const shared = own ? likenessesOf(line.found, own, line) : [];
      const reasons = shared.map((code) => ({ code, zh: likenesses[code][0], en: likenesses[code][1] }));
      const { caseId: other, caseNumber, receivedAt, open } = line;
      return { kinship: own && kinshipOf(shared, own, line), said: state.relations.get(other), line: { caseId: other, caseNumber, receivedAt, open, group: groups.get(other) ?? null, reasons } };
    });
    const suggested = (kinship: string): object[] => seen.filter((one) => one.kinship === kinship && one.said === undefined).map(({ line }) => line);
    const said = (...relations: readonly string[]): object[] => seen.flatMap((one) => (one.said && relations.includes(one.said) ? [{ relation: one.said, ...one.line }] : []));
    return {
      caseId, group: groups.get(caseId) ?? null, linked: said('duplicate', 'related'), unrelated: said('unrelated'), duplicates: suggested('duplicate'), related: suggested('related'),
      orders: state.channelOrders.slice(1).map((number) => {
        const at = number.indexOf('/');
        return { channel: number.slice(0, at), channelNumber: number.slice(at + 1), separatedInto: state.separated.get(number) ?? null };
      }),
    };
  }

  /** The case's own line, and those of the others that the caller may see. */
  async #lines(caseId: string, named: readonly string[], caller: Caller): Promise<{ own: Line | undefined; lines: readonly Line[] }> {
    const { rows: alike } = await this.pool.query<Line>(ALIKE, [caseId]);
    const others = named.filter((each) => !alike.some((line) => line.caseId === each));
    const { rows } = await this.pool.query<Line>(`SELECT ${LINE}, '{}'::text[] AS found FROM intake.claim_line l WHERE "caseId" = ANY($1)`, [[caseId, ...others]]);
    const all = [...alike, ...rows.filter((line) => line.caseId !== caseId)];
    const inside = await casesInScope(this.pool, caller, all.map((line) => line.caseId));
    return { own: rows.find((line) => line.caseId === caseId), lines: all.filter((line) => inside.has(line.caseId)) };
  }
}
