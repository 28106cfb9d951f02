import type { Pool } from 'pg';
import { divisionNamed, isInside } from '#libs/contracts/divisions.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { StaffEvent } from '#libs/contracts/staff.events.js';
import { staffIdOf } from '#libs/contracts/staff.events.js';
import { fold } from '#libs/decider/decider.js';
import { readStreams } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { decide } from '#libs/policy/decide.js';
import type { Demand } from '#libs/policy/decide.js';
import { demandOf, demandRecord, recordOf } from '#libs/policy/demand.js';
import { factsWithin } from '#libs/policy/facts.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { Circumstances, Desk } from '#libs/runtime/desk.js';
import { peerFor } from '#libs/runtime/peer-logs.js';
import type { Product } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { hasConflict, isAway } from '../staff/allot.js';
import { staff } from '../staff/staff.decider.js';
import { employerPrint } from '../staff/staff.desk.js';
import { refuse as refuseStaff } from '../staff/staff.refusals.js';
import type { Assignment, AssignmentCommand } from './assignment.decider.js';
import { assignment, backTo } from './assignment.decider.js';
import { clocksOf } from './body-clocks.js';
import { ORDERING } from './dispatches.js';
import { refuse } from './route.refusals.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
type Command<Type extends AssignmentCommand['type']> = Extract<AssignmentCommand, { type: Type }>;

/** What a person's form says of a unit: the body, and the division where it is not the one that holds the order now. */
interface Addressed { readonly department?: string; readonly division?: string; readonly order: number; readonly at: Instant }

type Peers = Pick<Product['config'], 'PEER_LOGS'>;
/** By these alone an order lies with a place of another log: nothing else is handed over to it. */
const TRANSFERS: readonly string[] = ['TransferOrder', 'AcceptTransfer'];

/** The routing desk: the pack in force decides; people override with a reason. Law and claim are read once, here. */
export function assignmentDesk({ pool, policies, blindIndex, config }: Pick<Product, 'pool' | 'policies' | 'blindIndex' | 'config'>): Desk<typeof assignment> {
  const prepare = async (command: AssignmentCommand, circumstances: Circumstances<Assignment>): Promise<AssignmentCommand | undefined> => {
    const { caseId, event, state } = circumstances;
    switch (command.type) {
      case 'RouteCase': return route(command, filedOf(event!), policies, config);
      case 'RerouteCase': return reroute(command, await claimOf(pool, caseId), await state(), policies, config, event);
      case 'NameOfficer': return circumstances.caller ? fit(command, pool, await state(), blindIndex, caseId) : command;
      case 'RouteDuplicate': return duplicate(command, event!, caseId, policies, await state());
      case 'AcceptTransfer': // The other log runs that body's clocks.
        return event?.type === 'intake.transfer-taken.v1' ? { ...command, clocks: [] } : addressed(command, await claimOf(pool, caseId), await state(), policies, config);
      case 'ReturnTransfer': return returned(command, await claimOf(pool, caseId), await state(), policies);
      case 'RedispatchOrder': case 'DesignateBody': case 'OverrideRouting': case 'TransferOrder': case 'SplitOrder':
        return addressed(command, await claimOf(pool, caseId), await state(), policies, config);
      default: return command;
    }
  };
  return { service: 'routing', stream: 'assignment', decider: assignment, prepare, streamIdOf: caseNamedIn };
}

/** A person may pass over load and speciality, not over absence and not over a declared conflict. */
async function fit(command: Command<'NameOfficer'>, pool: Pool, { orders }: Assignment, index: BlindIndex, caseId: string): Promise<AssignmentCommand> {
  const unit = orders[command.order]?.unit;
  if (!unit) return command;
  const histories = await readStreams(pool, [`staff/${staffIdOf(unit)}`, `claim/${caseId}`]);
  const officer = fold(staff, histories.get(`staff/${staffIdOf(unit)}`)!.map((event) => streamEvent<StaffEvent>(event))).officers.get(command.officer);
  const { employer } = (histories.get(`claim/${caseId}`)![0]?.data ?? {}) as Partial<Filed>;
  if (officer && isAway(officer, dayOf(command.at))) throw refuseStaff('OFFICER_ABSENT');
  if (officer && hasConflict(officer, caseId, { employer: employerPrint(index, employer?.creditCode ?? employer?.name) })) throw refuseStaff('CONFLICT_DECLARED');
  return command;
}

/** What a unit's staff decides is said in the unit's own stream, and names the case. */
function caseNamedIn({ caseId, stream, data }: PublishedEvent): Promise<string> {
  return Promise.resolve(stream.startsWith('staff/') ? String(data['caseId']) : caseId);
}

function route(command: Command<'RouteCase'>, claim: Filed, policies: Policies, config: Peers): AssignmentCommand {
  const { receivedAt, division, caseNumber, cameFrom } = claim;
  const demand = demandOf(claim);
  const pack = packIn(policies, division, receivedAt);
  const decided = decidedFor(claim, pack, demand);
  const decision = cameFrom ? withoutReply(decided) : decided;
  return { ...command, receivedAt, division, caseNumber, ...bound(decision, claim, pack, config), demand: demandRecord(demand), ...(cameFrom && { fromLog: cameFrom.log }) };
}

/**
 * What another log handed over is decided for the place that it came to: where the rules would send it on, places outside that one do not count. Two places with
 * different rules would otherwise hand it to and fro without end; from here on only a person sends it on, or back.
 */
function decidedFor({ division, cameFrom }: Filed, pack: Pack, demand: Demand): RoutingDecision {
  const decision = recordOf(decide(pack, demand), division);
  if (!cameFrom || isInside(decision.handlingDivision, division)) return decision;
  return recordOf(decide(pack, { ...demand, facts: factsWithin(division, demand.facts) }), division);
}

/** In which log the place lies that shall have it, where that is not ours. What came from another log stays in the place that it came to, whatever a table says. */
function logOf(division: string, claim: Pick<Filed, 'division' | 'cameFrom'>, config: Peers): string | undefined {
  return claim.cameFrom && isInside(division, claim.division) ? undefined : peerFor(config, division);
}

/** What is another log's: that log starts the clocks of its bodies when it receives the case. The reply to the person and the limits of their right run on here (b.3, mode `transfer`). */
function bound(decision: RoutingDecision, claim: Filed, pack: Pack, config: Peers): { readonly decision: RoutingDecision; readonly toLog?: string } {
  const toLog = ORDERING.includes(decision.mode) ? logOf(decision.handlingDivision, claim, config) : undefined;
  if (toLog === undefined) return { decision };
  const theirs = (id: string): boolean => !id.startsWith('HOT-') && pack.clocks.get(id)?.duty === 'authority';
  return { toLog, decision: { ...decision, orders: decision.orders.map((order) => ({ ...order, clocks: order.clocks.filter(({ id }) => !theirs(id)) })) } };
}

/** The reply to the person is owed by the place that received the demand first, since then; a transfer never begins that time anew (domain: 首问负责). */
function withoutReply(decision: RoutingDecision): RoutingDecision {
  return { ...decision, orders: decision.orders.map((order) => ({ ...order, clocks: order.clocks.filter(({ id }) => !id.startsWith('HOT-')) })) };
}

/** New facts are decided by the pack that the case has: a new law does not reach back. What a desk has established changes flags; who holds the case stays. */
function reroute(command: Command<'RerouteCase'>, claim: Filed, state: Assignment, policies: Policies, config: Peers, event: PublishedEvent | undefined): AssignmentCommand | undefined {
  if (!state.decision) return undefined;
  const { division, version } = state.decision.pack;
  const pack = policies.packNamed(division, version);
  if (!pack) throw new Error(`The policy pack ${division}/${version} is gone: running cases keep theirs.`);
  const demand = { ...demandOf(claim), decidedOn: dayOf(command.at) };
  const decision = decidedFor(claim, pack, demand);
  return { ...command, demand: demandRecord(demand), ...bound(event?.type.startsWith('resolution.') ? whereItIs(state.decision, decision) : decision, claim, pack, config) };
}

/** A later decision's flags on a case that stays where it is; `mediationFirst` says where it is. */
function whereItIs({ mode, orders, handover, handlingDivision, mergedInto, flags }: RoutingDecision, later: RoutingDecision): RoutingDecision {
  return { ...later, mode, orders, handover, handlingDivision, mergedInto, flags: { ...later.flags, mediationFirst: flags['mediationFirst'] ?? null } };
}

/** Another channel's order of the same complaint: the first case's clocks run on, this channel's own reply clock starts. */
function duplicate(command: Command<'RouteDuplicate'>, event: PublishedEvent, caseId: string, policies: Policies, state: Assignment): AssignmentCommand {
  const { receivedAt, origin, category, facts } = event.data as never as Extract<ClaimEvent, { type: 'DuplicateLinked' }>;
  const demand = demandOf({ receivedAt, origin, category, facts, division: state.division, kinds: [], matters: [], requester: null }, caseId);
  const { clocks } = decide(packIn(policies, state.division, receivedAt), demand);
  return { ...command, clocks };
}

/** Who shall hold the order, and which clocks start because that body has it now. The person's own reply clock runs on (b.1 rule 10). */
function addressed(
  command: Command<'RedispatchOrder' | 'DesignateBody' | 'OverrideRouting' | 'TransferOrder' | 'SplitOrder' | 'AcceptTransfer'>, claim: Filed, state: Assignment, policies: Policies, config: Peers,
): AssignmentCommand {
  const { department, division, order, at } = command as unknown as Addressed;
  const holder = state.orders[order]?.unit ?? null;
  const pack = packIn(policies, claim.division, at);
  const to: Unit = { department: department ?? holder?.department ?? '', division: division ? placeNamed(division) : holder?.division ?? claim.division };
  if (command.type !== 'AcceptTransfer' && !Object.hasOwn(pack.departments, to.department)) throw refuse('UNKNOWN_DEPARTMENT');
  if (!TRANSFERS.includes(command.type) && logOf(to.division, claim, config) !== undefined) throw refuse('PLACE_OF_ANOTHER_LOG');
  const { department: _, division: __, ...rest } = command as unknown as Record<string, unknown>;
  const clocks = command.type === 'TransferOrder' ? [] : clocksOf(command.type === 'AcceptTransfer' && holder ? holder : to, command.type === 'SplitOrder' ? partOf(command, claim) : claim, at, pack);
  return { ...rest, to, clocks } as unknown as AssignmentCommand;
}

/** A part answers for its own matter: what a fact of the whole starts runs once, on the order from which it was split. */
function partOf({ category, kind, matter }: Command<'SplitOrder'>, claim: Filed): Filed {
  return { ...claim, category, kinds: [kind], matters: [matter], facts: {} };
}

/** Whoever has it again is given it as the first was: with the clocks of a body that has it from now on. */
function returned(command: Command<'ReturnTransfer'>, claim: Filed, state: Assignment, policies: Policies): AssignmentCommand {
  const { order, at } = command;
  const held = state.orders[order];
  const to = held ? backTo(held, state) : null;
  return { ...command, clocks: to ? clocksOf(to, claim, at, packIn(policies, claim.division, at)) : [] };
}

function placeNamed(nameOrCode: string): string {
  const division = divisionNamed(nameOrCode);
  if (!division) throw refuse('UNKNOWN_PLACE');
  return division.code;
}

function packIn(policies: Policies, division: string, at: Instant): Pack {
  const pack = policies.packToDecide(division, dayOf(at));
  if (!pack) throw new Error('There is no national policy pack.');
  return pack;
}

function filedOf(event: PublishedEvent): Filed {
  return event.data as never;
}

/** The claim with everything that was supplemented, and what the desks have established. */
async function claimOf(pool: Pool, caseId: string): Promise<Filed> {
  const histories = await readStreams(pool, ['claim', 'inspection', 'mediation'].map((stream) => `${stream}/${caseId}`));
  const claim = histories.get(`claim/${caseId}`)!;
  const filed = claim[0]!.data as never as Filed;
  const classified = claim.filter(({ type }) => type === 'intake.demand-classified.v1').at(-1)?.data as unknown as Extract<ClaimEvent, { type: 'DemandClassified' }> | undefined;
  return { ...filed, ...(classified && { category: classified.category, kinds: classified.kinds, matters: classified.matters }), facts: Object.assign({}, filed.facts, ...[...histories.values()].flat().map(factsOf)) as Filed['facts'] };
}

function factsOf({ type, data }: PublishedEvent): object {
  switch (type) {
    case 'intake.claim-supplemented.v1': return data['facts'] as object;
    case 'resolution.pay-order-expired.v1': return { payOrderDueOn: data['dueOn'] };
    case 'resolution.relation-confirmed.v1': return { laborRelation: 'clear' };
    default: return {};
  }
}
