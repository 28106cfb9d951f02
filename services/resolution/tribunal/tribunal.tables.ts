import type { TribunalEvent } from '#libs/contracts/tribunal.events.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Projection } from '#libs/runtime/projection.js';
import type { Tribunal } from './tribunal.decider.js';
import { tribunal } from './tribunal.decider.js';

export interface TribunalRow {
  readonly id: string;
  readonly division: string;
  readonly register: Tribunal;
  readonly position: string;
}

/** A register as its own stream folds it. Its first fact names the division: nobody leaves, and no room closes, before one was registered. */
export const tribunals: Projection<TribunalRow> = {
  table: 'resolution.tribunal', key: 'id', of: ['tribunal/'], keysOf: ({ stream, caseId }) => (stream.startsWith('tribunal/') ? [caseId] : []),
  fold(row, event, id) {
    const division = row?.division ?? (event.data['division'] as string);
    return { id, division, register: tribunal.evolve(row?.register ?? tribunal.initial, streamEvent<TribunalEvent>(event)), position: event.position };
  },
};
