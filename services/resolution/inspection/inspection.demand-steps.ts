import { dayOf } from '#libs/contracts/time.js';
import type { Day } from '#libs/contracts/time.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import type { DemandCommand, Steps } from './inspection.commands.js';
import type { Demand } from './inspection.demands.js';
import { refuse } from './inspection.refusals.js';
import type { Inspection } from './inspection.state.js';

type Guard = (state: Inspection) => Refusal | undefined;
const inHand: Guard = ({ phase }) => {
  if (phase === 'withdrawn') return refuse('FILING_ALREADY_WITHDRAWN');
  return ['accepted', 'filed', 'completed'].includes(phase) ? undefined : refuse('COMPLAINT_NOT_ACCEPTED');
};
export const mayDemand = {
  OrderRectification: (state) => inHand(state) ?? (state.demands.rectification?.step === 'ordered' ? refuse('RECTIFICATION_OPEN') : undefined),
  RecordRectified: ({ demands: { rectification } }) => (rectification && rectification.step !== 'corrected' ? undefined : refuse('RECTIFICATION_NOT_ORDERED')),
  DemandRecords: (state) => inHand(state) ?? (state.demands.records?.step === 'demanded' ? refuse('RECORDS_ALREADY_DEMANDED') : undefined),
  ReceiveRecords: ({ demands: { records } }) => (records?.step === 'demanded' ? undefined : refuse('RECORDS_NOT_DEMANDED')),
  MakeAdverseFinding: ({ demands: { records } }) => (records?.step === 'demanded' ? undefined : refuse('RECORDS_NOT_DEMANDED')),
} satisfies Readonly<Record<string, Guard>>;

export const demandSteps: Steps<DemandCommand['type']> = {
  OrderRectification(command, state) {
    const { at, dueOn, by } = command;
    const matters = [...new Set(command.matters)];
    if (isSame(state.demands.rectification, 'ordered', matters, dueOn)) return [];
    allow('OrderRectification', state);
    if (dueOn < dayOf(at)) throw refuse('DUE_BEFORE_ORDER', { dueOn });
    inOrder(dayOf(at), state.since);
    return [{ type: 'RectificationOrdered', at, matters, dueOn, by }];
  },
  ExpireRectification({ at }, { demands: { rectification } }) {
    if (rectification?.step !== 'ordered' || dayOf(at) <= rectification.dueOn) return []; // A later order runs on.
    return [{ type: 'RectificationExpired', at, dueOn: rectification.dueOn }];
  },
  RecordRectified({ at, proof, by }, state) {
    if (state.demands.rectification?.step === 'corrected') return [];
    allow('RecordRectified', state);
    inOrder(dayOf(at), state.demands.rectification?.on);
    return [{ type: 'Rectified', at, proof, by }];
  },
  DemandRecords(command, state) {
    const { at, dueOn, by } = command;
    const records = [...new Set(command.records)];
    if (isSame(state.demands.records, 'demanded', records, dueOn)) return [];
    allow('DemandRecords', state);
    if (dueOn < dayOf(at)) throw refuse('DUE_BEFORE_ORDER', { dueOn });
    inOrder(dayOf(at), state.since);
    return [{ type: 'RecordsDemanded', at, records, dueOn, by }];
  },
  ReceiveRecords({ at, by }, state) {
    if (state.demands.records?.step === 'produced') return [];
    allow('ReceiveRecords', state);
    inOrder(dayOf(at), state.demands.records?.on);
    return [{ type: 'RecordsProduced', at, by }];
  },
  MakeAdverseFinding({ at, by }, state) {
    if (state.demands.records?.step === 'adverse') return [];
    allow('MakeAdverseFinding', state);
    const { items, dueOn } = state.demands.records!;
    if (dayOf(at) <= dueOn) throw refuse('RECORDS_STILL_DUE', { dueOn }); // The last day is the employer's.
    return [{ type: 'AdverseFindingMade', at, records: [...items], by }];
  },
};

function allow(type: keyof typeof mayDemand, state: Inspection): void {
  const refusal = mayDemand[type](state);
  if (refusal) throw refusal;
}

function isSame(standing: Demand<string, string> | undefined, step: string, items: readonly string[], dueOn: Day): boolean {
  return standing?.step === step && standing.dueOn === dueOn && standing.items.join('\n') === items.join('\n');
}
