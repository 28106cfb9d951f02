import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Desk } from '#libs/runtime/desk.js';
import { armsOf } from '../clocks/armed.projection.js';
import { visit } from './visit.decider.js';

/** The desk of the places that are visited: a visit that is due and not paid says so when its day has ended. */
export const visitDesk: Desk<typeof visit> = {
  service: 'supervision', stream: 'visit', decider: visit, arms: armsOf.visit,
  streamIdOf: async ({ data }: PublishedEvent) => (data['foundBy'] as { place: string } | undefined)?.place,
};
