import { holdersOf } from '#libs/contracts/holders.js';
import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import { standing } from './standing.js';

const at = '2026-03-18T09:00:00+08:00';
const by = 'officer:o';
const inspection = { department: 'inspectionBody', division: '439901' };
const neighbour = { department: 'inspectionBody', division: '439902' };
const decision = { mode: 'dispatch', orders: [{ order: 0 }], flags: {} } as never;
const routed = { type: 'CaseRouted', at, receivedAt: at, division: '439901', decision } as AssignmentEvent;
const assigned: AssignmentEvent = { type: 'CaseAssigned', at, order: 0, role: 'lead', unit: inspection, officer: null };
const moved: AssignmentEvent = { type: 'CaseRedispatched', at, order: 0, from: inspection, to: neighbour, clocks: [], ground: 'g', reason: 'r', by };
const disputed: AssignmentEvent = { type: 'DisputeOpened', at, order: 0, division: '439900', first: inspection, refusals: [] };
const held = holdersOf([routed, assigned]);
const gone = holdersOf([routed, assigned, moved]);
const fought = holdersOf([routed, assigned, moved, disputed]);
const caller = (division: string, ...departments: string[]) => ({ divisions: [division], ...(departments.length > 0 && { departments }) });

describe('Who may act on an order', () => {
  it.each([
    ['the body that holds it', held, 'holder', caller('439901', 'inspectionBody'), undefined], ['its place, for every body of it', held, 'holder', caller('439901'), undefined], ['the city above', held, 'holder', caller('439900'), undefined],
    ['not another body of the place', held, 'holder', caller('439901', 'housingDept'), 'NOT_YOUR_ORDER'], ['not the body of another place', held, 'holder', caller('439902', 'inspectionBody'), 'NOT_YOUR_ORDER'],
    ['not who had it before', gone, 'holder', caller('439901', 'inspectionBody'), 'NOT_YOUR_ORDER'], ['who had it first, to keep in touch', gone, 'contact', caller('439901', 'inspectionBody'), undefined],
    ['not a third, to keep in touch', gone, 'contact', caller('439903', 'inspectionBody'), 'NOT_YOUR_ORDER'], ['the sender', held, 'sender', caller('439901', 'hotline'), undefined], ['not the body itself as the sender', held, 'sender', caller('439901', 'inspectionBody'), 'OWN_REFUSAL'],
    ['the office above, on a dispute', fought, 'superior', caller('439900'), undefined], ['not the place itself, on a dispute', fought, 'superior', caller('439901'), 'NOT_THE_SUPERIOR'], ['the decider says it where there is no dispute', held, 'superior', caller('439901'), undefined],
    ['every place that has to do with the case', gone, undefined, caller('439901', 'housingDept'), undefined], ['and no other', gone, undefined, caller('439905'), 'NOT_YOUR_ORDER'],
    ['anybody, before it is routed', holdersOf([]), 'holder', caller('439905'), undefined],
  ] as const)('%s', (_, holders, hand, who, code) => expect(standing(who, hand, holders, 0)?.code).toBe(code));
});
