import type { AssignmentEvent, RoutingDecision } from '#libs/contracts/routing.events.js';
import { specify } from '#libs/decider/specify.js';
import type { AssignmentCommand } from './assignment.decider.js';
import { assignment, differences } from './assignment.decider.js';

const at = '2026-03-18T09:00:00+08:00';
const by = 'officer:o1';
const asked = { at, by } as const;
const order = (over: object = {}): RoutingDecision['orders'][number] => ({
  order: 0, matter: 'wages', kind: 'complaint', category: 'D01', lead: 'inspectionBody', leadAlternatives: [], assist: ['housingDept'], guide: [], rules: ['W-05'],
  clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-18' }], ...over,
});
const decision = (over: Partial<RoutingDecision> = {}): RoutingDecision => ({
  mode: 'dispatch', orders: [order()], handover: [], handlingDivision: '439901', flags: { collective: null }, liableParties: [], mergedInto: null,
  pack: { division: '439900', version: '2026-01-01', hash: 'h' }, rows: [], inputs: {}, reason: { zh: '', en: '' }, ...over,
});
const demand = { origin: '12345', category: 'D01', kind: null, migrantWorker: true, complex: false, decidedOn: null };
const inspection = { department: 'inspectionBody', division: '439901' };
const neighbour = { department: 'inspectionBody', division: '439902' };
const routed: AssignmentEvent = { type: 'CaseRouted', at, receivedAt: at, division: '439901', decision: decision(), demand };
const lead: AssignmentEvent = { type: 'CaseAssigned', at, order: 0, role: 'lead', unit: inspection, officer: null };
const assist: AssignmentEvent = { type: 'CaseAssigned', at, order: 0, role: 'assist', unit: { department: 'housingDept', division: '439901' }, officer: null };
const held = [routed, lead, assist] as const;
const signed: AssignmentEvent = { type: 'OrderSigned', at, order: 0, unit: inspection, by };
const objected: AssignmentEvent = { type: 'DispatchObjected', at, order: 0, unit: inspection, ground: 'LSR 13', reason: '不在本区', by };
const maintained: AssignmentEvent = { type: 'DispatchMaintained', at, order: 0, ground: 'BJ-REG 12', reason: '属本单位', by };
const gone: AssignmentEvent = { type: 'CaseTransferred', at, order: 0, from: inspection, to: neighbour, ground: 'LSR 13', by };

const route: AssignmentCommand = { type: 'RouteCase', ...asked, receivedAt: at, division: '439901', decision: decision(), demand };
const sign: AssignmentCommand = { type: 'SignOrder', ...asked, order: 0 };
const object: AssignmentCommand = { type: 'ObjectToDispatch', ...asked, order: 0, ground: 'LSR 13', reason: '不在本区' };
const redispatch: AssignmentCommand = { type: 'RedispatchOrder', ...asked, order: 0, to: neighbour, clocks: [], ground: 'LSR 13', reason: '邻区' };
const override: AssignmentCommand = { type: 'OverrideRouting', ...asked, order: 0, to: neighbour, assist: ['police'], clocks: [], reason: '案情特殊' };
const transfer: AssignmentCommand = { type: 'TransferOrder', ...asked, order: 0, to: neighbour, ground: 'LSR 13' };
const split: AssignmentCommand = { type: 'SplitOrder', ...asked, order: 0, matter: 'agencyFee', kind: 'complaint', category: 'D07', to: { department: 'marketSupervision', division: '439901' }, clocks: [], reason: '中介收费' };

const given = specify(assignment);

describe('Assignment', () => {
  it('records the decision, then who leads and who assists', () => given().when(route).then(routed, lead, assist));
  it('routes once, however often the claim is delivered', () => given(...held).when(route).thenNothing());
  it('gives the bodies of other places that assist an order of their own, once', () => {
    const seat = { division: '439800', role: 'assist' as const, department: 'inspectionBody', fact: 'employerSeat', rule: 'place seat', source: 'LSR 13' };
    const lead4 = { ...seat, division: '439901', role: 'lead' as const, fact: 'workRegion', rule: 'step 4' };
    const linked = decision({ orders: [order({ places: [lead4, seat] })] });
    const helper: AssignmentEvent = { ...assist, unit: { department: 'inspectionBody', division: '439800' } };
    given().when({ ...route, decision: linked }).then({ ...routed, decision: linked }, lead, assist, helper);
    given(...held).when({ type: 'RerouteCase', ...asked, demand, decision: linked }).then({ type: 'CaseRerouted', at, demand, decision: linked, changed: ['places'] }, helper);
    given({ ...routed, decision: linked }, lead, assist, helper).when({ type: 'RerouteCase', ...asked, demand, decision: { ...linked, flags: { collective: true } } })
      .then({ type: 'CaseRerouted', at, demand, decision: { ...linked, flags: { collective: true } }, changed: ['collective'] });
  });
  it.each(['guide', 'advise', 'explain', 'triage'] as const)('gives nobody an order in the mode %s', (mode) =>
    given().when({ ...route, decision: decision({ mode }) }).then({ ...routed, decision: decision({ mode }) }));

  it('is signed for once', () => {
    given(...held).when(sign).then(signed);
    given(...held, signed).when(sign).thenNothing();
    given().when(sign).thenRefused('NOT_ROUTED');
    given(...held).when({ ...sign, order: 3 }).thenRefused('NO_SUCH_ORDER');
    given({ ...routed, decision: decision({ mode: 'triage', orders: [order({ lead: null })] }) }).when(sign).thenRefused('ORDER_NOT_HELD');
    given(...held, objected).when(sign).thenRefused('OBJECTION_PENDING');
    given(...held, gone).when(sign).thenRefused('ORDER_NOT_AWAITING_SIGNATURE');
  });

  it('names an officer, and the same officer once', () => {
    const name: AssignmentCommand = { type: 'NameOfficer', ...asked, order: 0, officer: 'o2' };
    given(...held).when(name).then({ type: 'OfficerNamed', at, order: 0, officer: 'o2' });
    given(...held, { type: 'OfficerNamed', at, order: 0, officer: 'o2' }).when(name).thenNothing();
  });

  it('may be returned with its legal ground, before the signature, and once maintained not again (BJ-REG 12)', () => {
    given(...held).when(object).then(objected);
    given(...held, objected).when(object).thenNothing();
    given(...held, signed).when(object).thenRefused('ALREADY_SIGNED');
    given(...held).when({ ...object, ground: ' ' }).thenRefused('GROUND_REQUIRED');
    given(...held, objected, maintained).when(object).thenRefused('RETURN_BARRED');
    given(...held, gone).when(object).thenRefused('ORDER_NOT_AWAITING_SIGNATURE');
  });

  it('is maintained only where an objection stands', () => {
    const maintain: AssignmentCommand = { type: 'MaintainDispatch', ...asked, order: 0, ground: 'BJ-REG 12', reason: '属本单位' };
    given(...held, objected).when(maintain).then(maintained);
    given(...held).when(maintain).thenRefused('NO_OBJECTION');
  });

  it('is re-dispatched to another unit and then waits for its signature', () => {
    const moved: AssignmentEvent = { type: 'CaseRedispatched', at, order: 0, from: inspection, to: neighbour, clocks: [], ground: 'LSR 13', reason: '邻区', by };
    given(...held, objected).when(redispatch).then(moved);
    given(...held).when({ ...redispatch, to: inspection }).thenRefused('SAME_UNIT');
    given(...held, gone).when(redispatch).thenRefused('TRANSFER_PENDING');
    given(...held, moved).when(sign).then({ ...signed, unit: neighbour });
  });

  it('is overridden by a person, with a recorded reason (PIPL 24)', () => {
    const overridden: AssignmentEvent = { type: 'RoutingOverridden', at, order: 0, from: inspection, to: neighbour, assist: ['police'], clocks: [], reason: '案情特殊', by };
    given(...held).when(override).then(overridden, { type: 'CaseAssigned', at, order: 0, role: 'assist', unit: { department: 'police', division: '439902' }, officer: null });
    given(...held).when({ ...override, reason: '' }).thenRefused('REASON_REQUIRED');
    given(...held).when({ ...override, order: 7 }).thenRefused('NO_SUCH_ORDER');
    given(...held, overridden).when(override).thenNothing();
    given(...held, gone).when(override).thenRefused('TRANSFER_PENDING');
  });

  it('goes to another place, and is held there when that place accepts it', () => {
    const accept: AssignmentCommand = { type: 'AcceptTransfer', ...asked, order: 0, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-19' }] };
    given(...held).when(transfer).then(gone);
    given(...held, gone).when(transfer).thenNothing();
    given(...held, gone).when({ type: 'NameOfficer', ...asked, order: 0, officer: 'o2' }).thenRefused('ORDER_NOT_HELD');
    given(...held).when({ ...transfer, to: { department: 'inspectionBody', division: '439901' } }).thenRefused('SAME_DIVISION');
    given(...held, gone).when(accept).then({ type: 'TransferAccepted', at, order: 0, unit: neighbour, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-19' }], by });
    given(...held).when(accept).thenRefused('TRANSFER_NOT_PENDING');
  });

  it('splits off a child order in the same history', () => {
    given(...held).when(split).then({ type: 'OrderSplit', at, order: 1, parent: 0, matter: 'agencyFee', kind: 'complaint', category: 'D07', unit: { department: 'marketSupervision', division: '439901' }, clocks: [], reason: '中介收费', by });
    given(...held, { type: 'OrderSplit', at, order: 1, parent: 0, matter: 'agencyFee', kind: 'complaint', category: 'D07', unit: { department: 'marketSupervision', division: '439901' }, clocks: [], reason: '中介收费', by }).when(split).thenNothing();
    given(...held).when({ ...split, reason: '' }).thenRefused('REASON_REQUIRED');
    given(...held).when({ ...split, order: 4 }).thenRefused('NO_SUCH_ORDER');
    given().when(split).thenRefused('NOT_ROUTED');
  });

  it('follows new facts: flags and helpers change, and what nobody signed for moves', () => {
    const collective = decision({ flags: { collective: true }, orders: [order({ assist: ['housingDept', 'union'] })] });
    given(...held, signed).when({ type: 'RerouteCase', ...asked, demand, decision: collective }).then(
      { type: 'CaseRerouted', at, demand, decision: collective, changed: ['assist', 'collective'] }, { type: 'CaseAssigned', at, order: 0, role: 'assist', unit: { department: 'union', division: '439901' }, officer: null });
    given(...held).when({ type: 'RerouteCase', ...asked, demand, decision: decision() }).thenNothing();
    const elsewhere = decision({ orders: [order({ lead: 'mediationOrg', assist: [] })] });
    given(...held).when({ type: 'RerouteCase', ...asked, demand, decision: elsewhere }).then(
      { type: 'CaseRerouted', at, demand, decision: elsewhere, changed: ['lead', 'assist'] }, { ...lead, unit: { department: 'mediationOrg', division: '439901' } });
    given(...held, signed).when({ type: 'RerouteCase', ...asked, demand, decision: elsewhere }).then({ type: 'CaseRerouted', at, demand, decision: elsewhere, changed: ['lead', 'assist'] });
  });

  it('stays, under new facts that change no lead, where a person sent it', () => {
    const moved: AssignmentEvent = { type: 'CaseRedispatched', at, order: 0, from: inspection, to: { department: 'police', division: '439901' }, clocks: [], ground: 'LSR 13', reason: '案情特殊', by };
    const flagged = decision({ flags: { collective: true } });
    given(...held, moved).when({ type: 'RerouteCase', ...asked, demand, decision: flagged }).then({ type: 'CaseRerouted', at, demand, decision: flagged, changed: ['collective'] });
  });

  it('goes where new facts say the work was, unless it was signed for', () => {
    const there = decision({ mode: 'transfer', handlingDivision: '439902', orders: [order({ rules: ['W-21', 'step 4'] })] });
    const rerouted: AssignmentEvent = { type: 'CaseRerouted', at, demand, decision: there, changed: ['mode', 'rules'] };
    given(...held).when({ type: 'RerouteCase', ...asked, demand, decision: there }).then(rerouted, { ...gone, ground: 'W-21, step 4' });
    given(...held, signed).when({ type: 'RerouteCase', ...asked, demand, decision: there }).then(rerouted);
    const inside = decision({ handlingDivision: '439902', orders: [order({ rules: ['W-05', 'step 4'] })] });
    given(...held).when({ type: 'RerouteCase', ...asked, demand, decision: inside }).then({ type: 'CaseRerouted', at, demand, decision: inside, changed: ['rules'] }, { ...lead, unit: neighbour });
  });

  it('gives nobody an order under new facts either, where the person is only shown the way', () => {
    const guide = decision({ mode: 'guide', orders: [order({ lead: 'basicCourt', assist: [] })] });
    const known = decision({ ...guide, flags: { collective: true } });
    given({ ...routed, decision: guide }).when({ type: 'RerouteCase', ...asked, demand, decision: known }).then({ type: 'CaseRerouted', at, demand, decision: known, changed: ['collective'] });
  });

  it('answers each channel of a merged complaint once', () => {
    const duplicate: AssignmentCommand = { type: 'RouteDuplicate', ...asked, channel: 'clue-platform', channelNumber: 'X1', clocks: [{ id: 'CLUE-VERIFY', startedAt: '2026-03-18' }] };
    const answered: AssignmentEvent = { type: 'DuplicateRouted', at, channel: 'clue-platform', channelNumber: 'X1', clocks: [{ id: 'CLUE-VERIFY', startedAt: '2026-03-18' }], pack: decision().pack };
    given(...held).when(duplicate).then(answered);
    given(...held, answered).when(duplicate).thenNothing();
    given().when(duplicate).thenRefused('NOT_ROUTED');
  });

  it('names what two decisions differ in', () => {
    expect(differences(decision(), decision({ mode: 'transfer', flags: { collective: true, speedy: true } }))).toEqual(['mode', 'collective', 'speedy']);
  });
});
