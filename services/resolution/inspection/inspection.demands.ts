import type { InspectionEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day } from '#libs/contracts/time.js';

type Of<Type extends InspectionEvent['type']> = Extract<InspectionEvent, { readonly type: Type }>;
export type DemandEvent = Of<'RectificationOrdered' | 'RectificationExpired' | 'Rectified' | 'RecordsDemanded' | 'RecordsProduced' | 'AdverseFindingMade'>;

export interface Demand<Item extends string, Step extends string> {
  readonly items: readonly Item[];
  readonly dueOn: Day;
  readonly on: Day;
  readonly step: Step;
}
/** What the employer was told to do by a day, beside paying: correct a wrong, produce its records. */
export interface Demands {
  readonly rectification: Demand<string, 'ordered' | 'expired' | 'corrected'> | undefined;
  readonly records: Demand<Of<'RecordsDemanded'>['records'][number], 'demanded' | 'produced' | 'adverse'> | undefined;
}
export const noDemands: Demands = { rectification: undefined, records: undefined };

export function isDemand(event: InspectionEvent): event is DemandEvent {
  return ['RectificationOrdered', 'RectificationExpired', 'Rectified', 'RecordsDemanded', 'RecordsProduced', 'AdverseFindingMade'].includes(event.type);
}

export function evolveDemands(state: Demands, event: DemandEvent): Demands {
  const { rectification, records } = state;
  switch (event.type) {
    case 'RectificationOrdered': return { ...state, rectification: { items: event.matters, dueOn: event.dueOn, on: dayOf(event.at), step: 'ordered' } };
    case 'RectificationExpired': return rectification ? { ...state, rectification: { ...rectification, step: 'expired' } } : state;
    case 'Rectified':            return rectification ? { ...state, rectification: { ...rectification, step: 'corrected' } } : state;
    case 'RecordsDemanded':      return { ...state, records: { items: event.records, dueOn: event.dueOn, on: dayOf(event.at), step: 'demanded' } };
    case 'RecordsProduced':      return records ? { ...state, records: { ...records, step: 'produced' } } : state;
    case 'AdverseFindingMade':   return records ? { ...state, records: { ...records, step: 'adverse' } } : state;
  }
}
