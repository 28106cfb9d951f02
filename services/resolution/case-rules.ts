import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Streams } from '#libs/event-store/streams.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { assignment } from '../routing/assignment/assignment.decider.js';

export interface Law extends ClockLaw {
  readonly pack: Pack;
  readonly decision: RoutingDecision;
}

/** The law that a case runs by: the pack that routed it, counted by the newest calendar of its place. */
export class CaseLaw {
  constructor(private readonly streams: Streams, private readonly policies: Pick<Policies, 'packNamed' | 'calendarFor'>) {}

  /** Undefined for a case that was never routed. */
  async of(caseId: string): Promise<Law | undefined> {
    const { state: { decision, division } } = await this.streams.load(`assignment/${caseId}`, assignment);
    const pack = decision && this.policies.packNamed(decision.pack.division, decision.pack.version);
    return pack ? { pack, decision, rows: pack.clocks, parameters: pack.parameters, calendar: this.policies.calendarFor(division, pack) } : undefined;
  }
}
