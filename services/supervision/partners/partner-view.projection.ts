import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { Partner } from './partner.state.js';
import { evolve, initial, missedIn, untakenIn } from './partner.state.js';

export interface PartnerRow {
  readonly partner: string;
  readonly role: 'point' | 'station' | 'unit';
  readonly division: string;
  readonly reportsTo: string | null;
  readonly file: Partner;
  readonly missed: number;
  readonly openEvents: number;
  readonly removed: boolean;
  readonly position: string;
}

/** A partner's file as its own stream folds it. */
export function partnerView(row: PartnerRow | undefined, event: PublishedEvent, partner: string): PartnerRow | undefined {
  const file = evolve(row?.file ?? initial, { ...event.data, type: eventKinds.get(event.type)!.name } as never);
  const { role, division } = file.about!;
  const reportsTo = file.about!.role === 'point' ? file.about!.reportsTo : null;
  return { partner, role, division, reportsTo, file, missed: missedIn(file).length, openEvents: untakenIn(file).length, removed: file.removed !== null, position: event.position };
}
