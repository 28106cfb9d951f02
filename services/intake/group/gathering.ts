import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { GroupMember } from '#libs/contracts/group.events.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { readStream } from '#libs/event-store/read.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Product } from '#libs/runtime/product.js';
import { gatheringKinds } from '../related/signs.js';
import type { Group, GroupCommand } from './group.decider.js';
import { fingerprint } from './fingerprint.js';
import { GATHERED_AFTER } from './group.process.js';
import { firstTurns } from './memberships.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
type Joining = Extract<GroupCommand, { type: 'JoinGroup' | 'FormGroup' }>;

interface Line {
  readonly division: string;
  readonly matters: readonly string[];
  readonly day: string;
  readonly creditCode: Buffer | null;
}

/** Never in a group before: whom a person took out of one is not put into one again by a machine. */
const FREE = `l.open AND l.gathers AND l."group" IS NULL AND NOT EXISTS (SELECT FROM es.claims c WHERE c.space = 'group-member' AND c.value = l."caseId" || '/1')`;

/** Of the cases of these facts those that another may gather with: most claims are alone. */
export async function gatherersAmong(events: readonly PublishedEvent[], tx: ClientBase): Promise<ReadonlySet<string>> {
  const cases = [...new Set(events.filter(({ type }) => GATHERED_AFTER.includes(type)).map(({ caseId }) => caseId))];
  if (cases.length === 0) return new Set();
  const { rows } = await tx.query<{ caseId: string }>(
    `SELECT DISTINCT s."caseId" FROM intake.claim_sign s LEFT JOIN intake.gatherer g USING (mac) WHERE s."caseId" = ANY($1) AND s.kind = ANY($2) AND (g.looks IS NULL OR g.looks > 1 OR EXISTS (SELECT FROM intake.gathering t WHERE t.mac = s.mac))`,
    [cases, gatheringKinds]);
  return new Set(rows.map(({ caseId }) => caseId));
}

/**
 * The group into which a claim comes by itself (adr/0009): the open one in which claims against its employer or
 * project gather, or a new one where they reach the number of workers of the pack (LDMA 7). `noteClaims` holds the rows of the claim's signs.
 */
export async function gatheringOf({ caseId }: PublishedEvent, tx: ClientBase, policies: Policies): Promise<string | undefined> {
  const { rows: [line] } = await tx.query<Line>(`SELECT division, matters, to_char("receivedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, "creditCode" FROM intake.claim_line l WHERE "caseId" = $1 AND ${FREE}`, [caseId]);
  if (!line) return undefined;
  const { rows: signs } = await tx.query<{ mac: Buffer; kind: string }>('SELECT mac, kind FROM intake.claim_sign WHERE "caseId" = $1 AND kind = ANY($2) ORDER BY array_position($2, kind)', [caseId, gatheringKinds]);
  const ways = signs.flatMap(({ mac, kind }) => line.matters.map((matter) => ({ mac, matter, alike: EMPLOYER.includes(kind) ? signs.filter((other) => EMPLOYER.includes(other.kind)).map((other) => other.mac) : [mac] })));
  for (const { mac, matter } of ways) { // What stands by any sign, before anything is begun by one: an employer is named by code, by name, or by both.
    const found = await standing(tx, mac, matter, line);
    if (found) return found;
  }
  for (const way of ways) {
    const found = await founded(tx, way, line, policies);
    if (found) return found;
  }
  return undefined;
}

const EMPLOYER: readonly string[] = ['employerCode', 'employer'];

interface Way {
  readonly mac: Buffer;
  readonly matter: string;
  /** Every sign by which the same employer is known from this claim. */
  readonly alike: readonly Buffer[];
}

function standing(tx: ClientBase, mac: Buffer, matter: string, { division, creditCode }: Line): Promise<string | undefined> {
  return first(tx.query<{ group: string }>(
    `SELECT COALESCE("wentInto", "group") AS "group" FROM intake.gathering WHERE mac = $1 AND matter = $2 AND county = $3 AND open AND ("creditCode" IS NULL OR $4::bytea IS NULL OR "creditCode" = $4)`,
    [mac, matter, county(division), creditCode]));
}

/** All that wait by any sign of the same employer: who named it without its code waits with those who gave both. Claims of one county: the office of a county handles them all, and a group over a border is a person's to make. */
async function founded(tx: ClientBase, { mac, matter, alike }: Way, { division, day, creditCode }: Line, policies: Policies): Promise<string | undefined> {
  const threshold = policies.packToDecide(division, day)?.parameters.collectiveWorkers;
  if (threshold === undefined) return undefined;
  const { rows } = await tx.query<{ caseId: string; workers: number }>(
    `SELECT l."caseId", l.workers FROM (SELECT DISTINCT "caseId" FROM intake.claim_sign WHERE mac = ANY($1)) s JOIN intake.claim_line l USING ("caseId")
     WHERE $2 = ANY(l.matters) AND left(l.division, 6) = $3 AND ("creditCode" IS NULL OR $4::bytea IS NULL OR "creditCode" = $4) AND ${FREE} ORDER BY l.position`,
    [alike, matter, county(division), creditCode]);
  if (rows.length < 2 || rows.reduce((sum, { workers }) => sum + workers, 0) < threshold) return undefined;
  const cases = rows.map(({ caseId }) => caseId);
  const group = uuidv5(`group/gathered/${cases[0]}`);
  await tx.query('UPDATE intake.claim_line SET "group" = $2 WHERE "caseId" = ANY($1)', [cases, group]);
  await tx.query(
    `INSERT INTO intake.gathering AS g (mac, county, matter, "creditCode", "group", open) SELECT sign, $2, $3, $4, $5, true FROM unnest($6::bytea[]) AS sign
     ON CONFLICT (mac, county, matter) DO UPDATE SET "creditCode" = $4, "group" = $5, "wentInto" = NULL, open = true WHERE g.mac = $1 OR NOT g.open`, [mac, county(division), matter, creditCode, group, alike]);
  return group;
}

interface Wished {
  readonly group: string;
  readonly event: PublishedEvent;
  readonly tx: ClientBase;
  readonly state: Group;
  readonly at: Instant;
}

/** Who comes in by a fact, and in which turn: everybody who was waiting where the group begins, else the claim of the fact alone. */
export async function gathered({ group, event, tx, state, at }: Wished, { blindIndex }: Pick<Product, 'blindIndex'>): Promise<Joining | undefined> {
  const asked = { at, by: 'process:intake' };
  if (state.phase === 'unformed') {
    const { rows } = await tx.query<{ caseId: string }>('SELECT "caseId" FROM intake.claim_line WHERE "group" = $1 ORDER BY position', [group]);
    const cases = rows.map(({ caseId }) => caseId);
    const [filed] = await readStream(tx, `claim/${cases[0]}`);
    const { employer, project, division } = filed!.data as never as Filed;
    return {
      ...asked, type: 'FormGroup', ground: 'threshold', lead: cases[0]!, splitFrom: null, division, turns: firstTurns(cases), members: cases.map((caseId) => newMember(caseId)),
      employer: fingerprint(blindIndex, 'employer', employer?.creditCode ?? employer?.name), project: fingerprint(blindIndex, 'project', project?.name),
    };
  }
  if (state.phase !== 'open' || state.representatives.length > 0 || state.members.has(event.caseId)) return undefined; // Representatives bind those who chose them (CHR 5): who comes later is asked by a person.
  await tx.query('UPDATE intake.claim_line SET "group" = $2 WHERE "caseId" = $1', [event.caseId, group]);
  return { ...asked, type: 'JoinGroup', ground: 'threshold', members: [newMember(event.caseId)], turns: firstTurns([event.caseId]) };
}

function newMember(caseId: string): GroupMember {
  return { caseId, subgroup: { tier: null, site: null }, closed: false, from: null };
}

function county(division: string): string {
  return division.slice(0, 6);
}

async function first(found: Promise<{ rows: { group: string }[] }>): Promise<string | undefined> {
  return (await found).rows[0]?.group;
}
