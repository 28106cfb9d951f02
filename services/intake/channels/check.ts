import type { Pool } from 'pg';
import type { ClockStart } from '#libs/contracts/routing.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { caseOfClaim, readStream } from '#libs/event-store/read.js';
import { decide } from '#libs/policy/decide.js';
import type { Decision } from '#libs/policy/decision.js';
import { demandOf } from '#libs/policy/demand.js';
import { entitlementsOf } from '#libs/policy/entitlements.js';
import type { Policies } from '#libs/policy/in-force.js';
import { limitsOf } from '#libs/policy/limits/limits.js';
import type { Pack } from '#libs/policy/pack.js';
import { scheduleOf } from '#libs/policy/schedule.js';
import type { FieldProblem } from '#libs/runtime/field-problems.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Keyring } from '#libs/security/keyring.js';
import { scopeOf } from '#libs/security/scope.js';
import { unitsOf } from '../claim/claim.handler.js';
import { isSamePerson } from '../claim/same-person.js';
import { samenessKeys } from '../claim/sameness.js';
import { shownOf } from '../recognition/completed-by-text.js';
import { signsOf } from '../related/signs.js';
import type { Order } from './order.js';
import type { Understood } from './receive.js';

export type Due = ClockStart & { readonly due: string; readonly provisionalDue?: string };

/** Where an order would go and what is the matter with it. Nothing is stored. */
export interface Checked extends Partial<Omit<Decision, 'clocks' | 'ownClocks' | 'children' | 'inputs' | 'rows' | 'nearest' | 'reason'>> {
  readonly clocks?: readonly Due[];
  readonly children?: readonly object[];
  readonly missing: readonly object[];
  readonly wrong: readonly FieldProblem[];
  readonly optional: readonly object[];
  readonly explanation?: object;
  /** What the text was read as, and by which words. */
  readonly recognised?: object;
  /** What the law says of it, item by item. */
  readonly limits?: readonly object[];
  /** What the person gets without asking, and what one more fact would give. */
  readonly entitlements?: object;
  /** Open cases against the same employer or project where the channel may file; by number only those that it filed itself. */
  readonly related?: { readonly open: number; readonly caseNumbers: readonly string[] };
}

/** An order whose form is wrong: only that can be said of it. */
export function unreadable(wrong: readonly FieldProblem[]): Checked {
  return { missing: [], wrong, optional: [] };
}

export async function checkOrder({ policies, pool, index, keyring }: { policies: Policies; pool: Pool; index: BlindIndex; keyring: Keyring }, divisions: readonly string[], { incoming, wrong, optional, repeats }: Understood): Promise<Checked> {
  const { order, facts, missing } = incoming;
  const pack = policies.packToDecide(order.division, dayOf(order.receivedAt));
  if (!pack) return { missing, wrong: [...wrong, { field: 'division', zh: '该行政区划没有生效的规则包。', en: 'No policy pack is in force there.' }], optional };
  const duplicateOf = repeats ?? (await standing(pool, order, { keyring, blindIndex: index })); // The route as the order tells it; that no such case is known stands in `wrong`.
  const demand = demandOf({ ...order, kinds: [...order.kinds], matters: [...order.matters], facts }, duplicateOf);
  const decided = decide(pack, demand);
  const { inputs, rows, nearest, reason, clocks, ownClocks: _, children, ...decision } = decided;
  const recognised = shownOf(order);
  return {
    ...decision, ...(recognised && { recognised }), limits: limitsOf(pack, demand, decided), entitlements: entitlementsOf(pack, demand, decided),
    clocks: clocks.map((clock) => withDue(clock, pack)),
    children: children.map((child) => ({ ...child, clocks: child.clocks.map((clock) => withDue(clock, pack)) })),
    missing, wrong, optional, related: await relatedTo(pool, order, index, divisions), explanation: { ...reason, rows, nearest, inputs },
  };
}

async function standing(pool: Pool, order: Order, tools: { keyring: Keyring; blindIndex: BlindIndex }): Promise<string | null> {
  for (const key of samenessKeys(order, tools.blindIndex)) {
    const found = await caseOfClaim(pool, 'same-complaint', key);
    if (found) return (await isSamePerson(await readStream(pool, `claim/${found}`), order, tools)) ? found : null;
  }
  return null;
}

const RELATED_SHOWN = 20;

async function relatedTo(pool: Pool, order: Order, index: BlindIndex, divisions: readonly string[]): Promise<NonNullable<Checked['related']>> {
  const macs = signsOf(unitsOf(order), index).map(({ mac }) => mac);
  const { rows } = await pool.query<{ caseNumber: string; own: boolean }>(
    `SELECT l."caseNumber", EXISTS (SELECT FROM intake.channel_order o WHERE o."caseId" = l."caseId" AND o.channel = $2) AS own
     FROM (SELECT DISTINCT "caseId" FROM intake.claim_sign WHERE mac = ANY($1)) s JOIN intake.claim_line l USING ("caseId") WHERE l.open AND l.division LIKE ANY($3) ORDER BY l.position DESC LIMIT 1000`,
    [macs, order.channel, scopeOf({ divisions }).patterns()]);
  return { open: rows.length, caseNumbers: rows.filter(({ own }) => own).slice(0, RELATED_SHOWN).map(({ caseNumber }) => caseNumber) };
}

/** A clock with the day on which it is due. */
export function withDue(clock: ClockStart, pack: Pack): Due {
  const row = pack.clocks.get(clock.id);
  if (!row) throw new Error(`The pack has no clock ${clock.id}.`);
  const { due, provisionalDue } = scheduleOf(row, clock.startedAt, { rows: pack.clocks, parameters: pack.parameters, calendar: pack.calendar });
  return { ...clock, due, ...(provisionalDue !== null && { provisionalDue }) };
}
