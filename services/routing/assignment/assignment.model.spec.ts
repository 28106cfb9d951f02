import fc from 'fast-check';
import type { RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import type { Law } from '#libs/decider/model.js';
import { Past, follow, searchUntilDone } from '#libs/decider/model.js';
import type { AssignmentCommand } from './assignment.decider.js';
import { assignment } from './assignment.decider.js';

type Before = Past<AssignmentCommand>;
type OnOrder = Extract<AssignmentCommand, { readonly order: number }>;

const ORDERS = 2;
const here: Unit = { department: 'inspectionBody', division: '439901' };
const beside: Unit = { department: 'subDistrict', division: '439901' };
const away: Unit = { department: 'inspectionBody', division: '439902' };
const equal = (a: Unit, b: Unit): boolean => a.department === b.department && a.division === b.division;
const order = (number: number): RoutingDecision['orders'][number] => ({
  order: number, matter: 'wages', kind: 'complaint', category: 'D01', lead: 'inspectionBody', leadAlternatives: [], assist: [], guide: [], rules: ['W-01'], clocks: [],
});
const decision: RoutingDecision = {
  mode: 'dispatch', orders: [order(0), order(1)], handover: [], handlingDivision: '439901', flags: {}, liableParties: [], mergedInto: null,
  pack: { division: '439900', version: '2026-01-01', hash: 'h' }, rows: [], inputs: {}, reason: { zh: '', en: '' },
};

const routed = (past: Before): boolean => past.has('RouteCase');
const known = (number: number, past: Before): boolean => routed(past) && number < ORDERS + past.all('SplitOrder').length;
/** What was done with one order, in its turn. */
const steps = (number: number, past: Before): readonly OnOrder[] => past.done.filter((each): each is OnOrder => 'order' in each && !['SplitOrder', 'NameOfficer', 'ReleaseOfficer'].includes(each.type) && each.order === number);
type Stand = 'DISPATCHED' | 'OBJECTED' | 'SIGNED' | 'TRANSFERRED' | undefined;

/** Where one order stands in the life cycle; undefined where there is none. */
function stands(number: number, past: Before): Stand {
  if (!known(number, past)) return undefined;
  switch (steps(number, past).at(-1)?.type) {
    case 'ObjectToDispatch': return 'OBJECTED';
    case 'SignOrder':
    case 'AcceptTransfer':   return 'SIGNED';
    case 'TransferOrder':    return 'TRANSFERRED';
    default:                 return 'DISPATCHED';
  }
}
function holder(number: number, past: Before): Unit {
  let [unit, sender] = [past.all('SplitOrder')[number - ORDERS]?.to ?? here, here];
  for (const each of steps(number, past)) {
    if (each.type === 'TransferOrder') sender = unit;
    if ('to' in each) unit = each.to;
    if (each.type === 'ReturnTransfer') unit = sender;
  }
  return unit;
}
const sends = ['RedispatchOrder', 'OverrideRouting', 'TransferOrder', 'DesignateBody', 'MaintainDispatch'];
/** Bodies that refused one order, since it was last signed for or decided from above or by the sender. */
function refusers(number: number, past: Before): readonly Unit[] {
  const found: Unit[] = [];
  steps(number, past).forEach((each) => {
    if (['SignOrder', 'AcceptTransfer', 'MaintainDispatch', 'DesignateBody'].includes(each.type)) found.length = 0;
    if (each.type === 'ObjectToDispatch') found.push(holder(number, new Past(past.done.slice(0, past.done.indexOf(each)))));
  });
  return found.filter((unit, i) => found.findIndex((other) => equal(other, unit)) === i);
}
/** Two have refused, and the office above has not said which it is. */
const disputed = (number: number, past: Before): boolean => stands(number, past) === 'OBJECTED' && refusers(number, past).length > 1;
const officer = (number: number, past: Before): string | null => {
  let named: string | null = null;
  for (const each of past.done) {
    if (!('order' in each) || each.type === 'SplitOrder' || each.order !== number) continue;
    if (each.type === 'NameOfficer') named = each.officer;
    else if (each.type === 'ReleaseOfficer' || (sends.includes(each.type) && 'to' in each && !(each.type === 'DesignateBody' && equal(each.to, holder(number, new Past(past.done.slice(0, past.done.indexOf(each)))))))) named = null;
  }
  return named;
};
const inHand = (stand: Stand): boolean => stand === 'DISPATCHED' || stand === 'SIGNED' || stand === 'OBJECTED';

/** The life cycle from TRIAGED to SIGNED, OBJECTED and TRANSFERRED; BJ-REG 12: a dispatch that was maintained is not returned again; PIPL 24: a human override has a reason; LSR 13: who decides between two that refuse. */
const law: Law<AssignmentCommand> = {
  RouteCase: (_, past) => (routed(past) ? false : ['CaseRouted', 'CaseAssigned', 'CaseAssigned']),
  RerouteCase: (_, past) => (routed(past) ? undefined : false),
  RouteDuplicate: ({ channel, channelNumber }, past) => routed(past) && !past.all('RouteDuplicate').some((each) => each.channel === channel && each.channelNumber === channelNumber),
  SignOrder: (command, past) => (stands(command.order, past) === 'DISPATCHED' ? ['OrderSigned'] : false),
  NameOfficer: (command, past) => {
    if (!inHand(stands(command.order, past))) return false;
    const before = officer(command.order, past);
    if (before === command.officer) return undefined;
    return before === null || command.reason?.trim() ? ['OfficerNamed'] : false; // Whoever puts another in an officer's place says why.
  },
  ReleaseOfficer: (command, past) => (known(command.order, past) && officer(command.order, past) === command.officer ? ['OfficerReleased'] : false),
  ObjectToDispatch: (command, past) => {
    const barred = steps(command.order, past).some(({ type }) => type === 'MaintainDispatch');
    const moved = past.after('MaintainDispatch').has('RedispatchOrder', 'OverrideRouting', 'TransferOrder');
    if (stands(command.order, past) !== 'DISPATCHED' || command.ground.trim() === '' || (barred && !moved)) return false;
    if (barred || steps(command.order, past).some(({ type }) => type === 'DesignateBody')) return undefined;
    const others = refusers(command.order, past).filter((unit) => !equal(unit, holder(command.order, past)));
    return others.length > 0 ? ['DispatchObjected', 'DisputeOpened'] : ['DispatchObjected']; // LSR 13: the office above both decides.
  },
  MaintainDispatch: (command, past) => (stands(command.order, past) === 'OBJECTED' && !disputed(command.order, past) ? ['DispatchMaintained'] : false),
  DesignateBody: (command, past) => {
    if (!disputed(command.order, past)) return false;
    return ['DisputeDecided', equal(command.to, holder(command.order, past)) ? 'DispatchMaintained' : 'CaseRedispatched'];
  },
  RedispatchOrder: (command, past) => (inHand(stands(command.order, past)) && !disputed(command.order, past) && !equal(command.to, holder(command.order, past)) ? ['CaseRedispatched'] : false),
  OverrideRouting: (command, past) => {
    if (!inHand(stands(command.order, past)) || disputed(command.order, past) || command.reason.trim() === '') return false;
    return equal(command.to, holder(command.order, past)) ? undefined : ['RoutingOverridden'];
  },
  TransferOrder: (command, past) => (inHand(stands(command.order, past)) && !disputed(command.order, past) && command.to.division !== holder(command.order, past).division ? ['CaseTransferred'] : false),
  AcceptTransfer: (command, past) => (stands(command.order, past) === 'TRANSFERRED' ? ['TransferAccepted'] : false),
  ReturnTransfer: (command, past) => (stands(command.order, past) === 'TRANSFERRED' && command.ground.trim() !== '' ? ['TransferReturned'] : false),
  SplitOrder: (command, past) => (known(command.order, past) && command.reason.trim() !== '' ? undefined : false),
};

describe('Assignment against the law', () => {
  const number = fc.integer({ min: 0, max: ORDERS });
  const to = fc.constantFrom(here, beside, away);
  const reason = fc.constantFrom('a', ' ');
  const ground = fc.constantFrom('LSR 13', '');
  const demand = { origin: '12345', category: 'D01', kind: null, migrantWorker: true, complex: false, decidedOn: null };
  const facts: Readonly<Record<AssignmentCommand['type'], fc.Arbitrary<object>>> = {
    RouteCase: fc.constant({ receivedAt: '2026-03-01T08:00:00+08:00', division: '439901', decision, demand }), RerouteCase: fc.record({ decision: fc.constantFrom(decision, { ...decision, flags: { urgent: true } }), demand: fc.constant(demand) }),
    RouteDuplicate: fc.record({ channel: fc.constant('12345'), channelNumber: fc.constantFrom('1', '2'), clocks: fc.constant([]) }), SignOrder: fc.record({ order: number }),
    NameOfficer: fc.record({ order: number, officer: fc.constantFrom('a', 'b'), reason }), ReleaseOfficer: fc.record({ order: number, officer: fc.constantFrom('a', 'b') }), DesignateBody: fc.record({ order: number, to, clocks: fc.constant([]), ground, reason }), ObjectToDispatch: fc.record({ order: number, ground, reason }), MaintainDispatch: fc.record({ order: number, ground, reason }),
    RedispatchOrder: fc.record({ order: number, to, clocks: fc.constant([]), ground, reason }), OverrideRouting: fc.record({ order: number, to, assist: fc.constant([]), clocks: fc.constant([]), reason }),
    TransferOrder: fc.record({ order: number, to, ground }), AcceptTransfer: fc.record({ order: number, clocks: fc.constant([]) }), ReturnTransfer: fc.record({ order: number, clocks: fc.constant([]), ground, reason }),
    SplitOrder: fc.record({ order: number, matter: fc.constantFrom('agencyFee', 'housing'), kind: fc.constant('complaint'), category: fc.constant('D07'), to, clocks: fc.constant([]), reason }),
  };
  const types = Object.keys(facts) as AssignmentCommand['type'][];
  const at = (n: number): string => `2026-03-${String(1 + Math.floor(n / 20)).padStart(2, '0')}T09:${String(n % 60).padStart(2, '0')}:00+08:00`;
  const command = fc.constantFrom(...types).chain((type) => facts[type].map((rest) => ({ ...rest, type, by: 'officer:a' })));
  const rows = fc.tuple(fc.boolean(), facts.RouteCase, fc.array(command, { maxLength: 49, size: 'max' }))
    .map(([first, route, others]) => [...(first ? [{ ...route, type: 'RouteCase', by: 'process:routing' }] : []), ...others].map((each, n) => ({ ...each, at: at(n) }) as AssignmentCommand));
  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => {
    searchUntilDone<AssignmentCommand>(types, (seen, drawn) => fc.assert(fc.property(rows, (row) => seen(follow(assignment, law, [], row))), { numRuns: 500, ...drawn }));
  });
});
