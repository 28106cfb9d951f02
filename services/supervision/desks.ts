import type { PackRef, RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import type { AnyDesk, Circumstances, Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { campaignDesk } from './campaigns/campaign.desk.js';
import { armsOf } from './clocks/armed.projection.js';
import type { ClockCommand, Clocks } from './clocks/clock.decider.js';
import { clocks } from './clocks/clock.decider.js';
import { movesOf } from './clocks/moves.js';
import { escalationDesk } from './escalation/escalation.desk.js';
import { visitDesk } from './visits/visit.desk.js';

/** Supervision's desks: the clocks of a case, the ladder up which a breach climbs, campaigns and the places that they visit. */
export function supervisionDesks(product: Pick<Product, 'policies' | 'streams' | 'pool' | 'log'>): readonly AnyDesk[] {
  const { policies, streams } = product;
  const packOf = ({ division, version }: { division: string; version: string }): Pack => {
    const pack = policies.packNamed(division, version);
    if (!pack) throw new Error(`The policy pack ${division}/${version} is gone: running cases keep theirs.`);
    return pack;
  };
  const clockDesk: Desk<typeof clocks> = {
    service: 'supervision', stream: 'clocks', decider: clocks, arms: armsOf.clocks,
    prepare: async (command, circumstances) => clockCommand(command, circumstances, (ref, division) => lawFor(policies, division, packOf(ref)), (division, on) => policies.packToDecide(division, on)?.ref),
  };
  return [clockDesk, escalationDesk({ policies, streams }), campaignDesk(product), visitDesk];
}

/** The law of a case: the rows of the pack that routed it, counted by the newest calendar announced for its place. */
export function lawFor(policies: Pick<Policies, 'calendarFor'>, division: string, pack: Pack): ClockLaw {
  return { rows: pack.clocks, parameters: pack.parameters, calendar: policies.calendarFor(division, pack), from: pack.from };
}

async function clockCommand(command: ClockCommand, { event, state }: Circumstances<Clocks>, lawOf: (ref: PackRef, division: string) => ClockLaw, inForce: (division: string, on: Day) => PackRef | undefined): Promise<ClockCommand | undefined> {
  if ((command.type !== 'OpenClocks' && command.type !== 'MoveClocks') || !event) return command;
  const now = await state();
  if (command.type === 'OpenClocks') {
    const { decision, division, at, receivedAt = at } = event.data as never as { decision?: RoutingDecision; division: string; at: Instant; receivedAt?: Instant };
    const pack = decision?.pack ?? inForce(division, dayOf(receivedAt)); // What is no case was routed by nobody: the law of its place and day.
    return pack && { ...command, division, pack, receivedAt, causedBy: event.id, moves: movesOf(event, now, lawOf(pack, division)) };
  }
  if (!now.pack) return undefined;
  const moves = movesOf(event, now, lawOf(now.pack, now.division));
  return moves.length === 0 ? undefined : { ...command, causedBy: event.id, moves };
}
