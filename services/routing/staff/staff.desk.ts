import type { ClientBase, Pool } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { holdersOf } from '#libs/contracts/holders.js';
import type { Holders } from '#libs/contracts/holders.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { AssignmentEvent, Needs, RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import { staffIdOf } from '#libs/contracts/staff.events.js';
import { readStreams } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Parameters } from '#libs/policy/pack.js';
import type { Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import type { StaffCommand } from './staff.decider.js';
import { staff } from './staff.decider.js';

/** Which way the work of a body goes, where its name says it. */
const TRACKS: Readonly<Record<string, string>> = {
  inspectionBody: 'inspection', mediationOrg: 'mediation', newFormMediation: 'mediation', peoplesMediation: 'mediation', arbOffice: 'arbitration', speedyTribunal: 'arbitration', legalAidCentre: 'legalAid',
};

/** The desk of a unit's staff: what an order weighs and asks to know is read once from the case. */
export function staffDesk({ pool, policies, blindIndex }: Pick<Product, 'pool' | 'policies' | 'blindIndex'>): Desk<typeof staff> {
  return {
    service: 'routing', stream: 'staff', decider: staff, streamIdOf: unitOf,
    async prepare(command, { state }) {
      if (command.type !== 'AllotOrder' && command.type !== 'NoteNamed') return command;
      if ((await state()).officers.size === 0) return undefined; // A unit that registers nobody gives out its orders itself.
      const { claim, decision, holders } = await caseOf(pool, command.caseId);
      const held = holders.orders[command.order];
      const pack = decision && policies.packNamed(decision.pack.division, decision.pack.version);
      if (!claim || !decision || !held?.unit || !pack) return undefined;
      const { category, matter } = decision.orders[command.order] ?? { category: claim.category ?? '', matter: null };
      const needs: Needs = { category, matter, track: TRACKS[held.unit.department] ?? null, employer: employerPrint(blindIndex, claim.employer?.creditCode ?? claim.employer?.name) };
      const weighed = { ...command, weight: weightOf(decision, pack.parameters), needs };
      return (command.type === 'AllotOrder' ? { ...weighed, previous: held.officer } : weighed) as StaffCommand;
    },
  };
}

/** The employer of a conflict, by a key of its own: the staff's log names no company. */
export function employerPrint(index: BlindIndex, name: string | null | undefined): string | null {
  return name ? index.mac('employer', JSON.stringify(['staff.v1', normalise('employer', name)])).toString('hex') : null;
}

function weightOf({ flags }: RoutingDecision, { caseWeights }: Parameters): number {
  return caseWeights[flags['collective'] ? 'collective' : flags['simplified'] ? 'simplified' : 'ordinary'];
}

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;

async function caseOf(db: Pool | ClientBase, caseId: string): Promise<{ claim: Filed | undefined; decision: RoutingDecision | undefined; holders: Holders }> {
  const histories = await readStreams(db, [`claim/${caseId}`, `assignment/${caseId}`]);
  const events = histories.get(`assignment/${caseId}`)!.map((event) => streamEvent<AssignmentEvent>(event));
  const decided = events.filter((event) => event.type === 'CaseRouted' || event.type === 'CaseRerouted').at(-1);
  return { claim: histories.get(`claim/${caseId}`)![0]?.data as never, decision: decided?.decision, holders: holdersOf(events) };
}

/** The unit whose staff a fact concerns: the one that it names, the one that lost the order, or the one that holds it. */
async function unitOf(event: PublishedEvent, tx: ClientBase): Promise<string | undefined> {
  const { unit, from, order = 0 } = event.data as { unit?: Unit; from?: Unit | null; order?: number };
  switch (event.type) {
    case 'routing.order-signed.v1':
    case 'routing.transfer-accepted.v1': return staffIdOf(unit!);
    case 'routing.routing-overridden.v1':
    case 'routing.case-redispatched.v1':
    case 'routing.case-transferred.v1': return from ? staffIdOf(from) : undefined;
    default: {
      const held = unit ?? (await caseOf(tx, event.caseId)).holders.orders[order]?.unit;
      return held ? staffIdOf(held) : undefined;
    }
  }
}
