import type { VisitEvent } from '#libs/contracts/campaign.events.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Projection } from '#libs/runtime/projection.js';
import type { Place } from './visit.decider.js';
import { visit } from './visit.decider.js';

export interface PlaceRow {
  readonly place: string;
  readonly campaign: string;
  readonly division: string;
  readonly residence: string;
  readonly nextOn: string | null;
  readonly overdue: boolean;
  readonly visits: number;
  readonly file: Place;
  readonly position: string;
}

/** A place as its own stream folds it. */
export const places: Projection<PlaceRow> = {
  table: 'supervision.visit_place', key: 'place', of: ['visit/'], keysOf: ({ stream, caseId }) => (stream.startsWith('visit/') ? [caseId] : []),
  fold(row, event, id) {
    const file = visit.evolve(row?.file ?? visit.initial, streamEvent<VisitEvent>(event));
    const { campaign, division, residence } = file.about!;
    return { place: id, campaign, division, residence, nextOn: file.nextOn, overdue: file.overdue, visits: Object.keys(file.visits).length, file, position: event.position };
  },
};
