import type { AssignmentEvent, RoutingDecision } from '#libs/contracts/routing.events.js';
import { specify } from '#libs/decider/specify.js';
import type { AssignmentCommand } from './assignment.decider.js';
import { assignment } from './assignment.decider.js';
import { differences } from './dispatches.js';

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
    const named: AssignmentEvent = { type: 'OfficerNamed', at, order: 0, officer: 'o2', unit: inspection, instead: null, by };
    given(...held).when(name).then(named);
    given(...held, named).when(name).thenNothing();
    given(...held, { type: 'OfficerNamed', at, order: 0, officer: 'o2' }).when(name).thenNothing(); // As it was written before it said who and where.
  });

  it('puts another officer in the place of one with a reason, and lets the system do so only where nobody else did meanwhile', () => {
    const name: AssignmentCommand = { type: 'NameOfficer', ...asked, order: 0, officer: 'o3' };
    const receipt = { weight: 1, needs: { category: 'D01', matter: 'wages', track: null, employer: null }, candidates: [{ officer: 'o3', load: 0, open: 0, openMax: 20, fit: 'match' as const, lost: null }] };
    const first: AssignmentEvent = { type: 'OfficerNamed', at, order: 0, officer: 'o2', unit: inspection, instead: null, by };
    given(...held, first).when(name).thenRefused('REASON_REQUIRED');
    given(...held, first).when({ ...name, reason: '专案' }).then({ ...first, officer: 'o3', instead: 'o2', reason: '专案' });
    given(...held).when({ ...name, instead: null, receipt }).then({ ...first, officer: 'o3', receipt });
    given(...held, first).when({ ...name, instead: null, receipt }).thenNothing(); // A person was quicker.
    given(...held, first).when({ ...name, instead: 'o2', receipt }).then({ ...first, officer: 'o3', instead: 'o2', receipt });
    given(...held, gone).when(name).thenRefused('ORDER_NOT_HELD');
  });

  it('lets go of an officer, once', () => {
    const first: AssignmentEvent = { type: 'OfficerNamed', at, order: 0, officer: 'o2', unit: inspection, instead: null, by };
    const release: AssignmentCommand = { type: 'ReleaseOfficer', ...asked, order: 0, officer: 'o2' };
    const released: AssignmentEvent = { type: 'OfficerReleased', at, order: 0, officer: 'o2', by };
    given(...held, first).when(release).then(released);
    given(...held, first, released).when(release).thenNothing();
    given(...held, first).when({ ...release, officer: 'o9' }).thenNothing();
  });

  describe('that two bodies refuse', () => {
    const police = { department: 'police', division: '439901' };
    const toPolice: AssignmentEvent = { type: 'CaseRedispatched', at, order: 0, from: inspection, to: police, clocks: [], ground: 'LSR 13', reason: '涉刑', by };
    const refusals = [{ at, unit: inspection, ground: 'LSR 13', reason: '不在本区', by }, { at, unit: police, ground: 'CRIM 276-1', reason: '未经责令', by }];
    const second: AssignmentCommand = { ...object, ground: 'CRIM 276-1', reason: '未经责令' } as AssignmentCommand;
    const secondRefused: AssignmentEvent = { ...objected, unit: police, ground: 'CRIM 276-1', reason: '未经责令' } as AssignmentEvent;
    const opened: AssignmentEvent = { type: 'DisputeOpened', at, order: 0, division: '439900', first: inspection, refusals };
    const disputed = [...held, objected, toPolice, secondRefused, opened];
    const designate: AssignmentCommand = { type: 'DesignateBody', ...asked, order: 0, to: inspection, clocks: [], ground: 'LSR 13', reason: '工资争议属监察' };
    const decided: AssignmentEvent = { type: 'DisputeDecided', at, order: 0, division: '439900', unit: inspection, ground: 'LSR 13', reason: '工资争议属监察', by };

    it('goes before the next higher division, with both reasons (LSR 13)', () => {
      given(...held, objected, toPolice).when(second).then(secondRefused, opened);
      given(...disputed).when(second).thenNothing();
    });
    it('of two districts goes before the city, of two cities before the province', () => {
      const farther = { department: 'inspectionBody', division: '430100' };
      const sent: AssignmentEvent = { ...toPolice, to: farther } as AssignmentEvent;
      const farRefusals = [refusals[0]!, { ...refusals[1]!, unit: farther }];
      given(...held, objected, sent).when(second).then({ ...secondRefused, unit: farther } as AssignmentEvent, { ...opened, division: '430000', refusals: farRefusals } as AssignmentEvent);
    });
    it('is decided by nobody below, and by nobody who only sends orders', () => {
      given(...disputed).when({ type: 'MaintainDispatch', ...asked, order: 0, ground: 'BJ-REG 12', reason: '属本单位' }).thenRefused('DISPUTE_PENDING');
      given(...disputed).when(redispatch).thenRefused('DISPUTE_PENDING');
      given(...disputed).when(override).thenRefused('DISPUTE_PENDING');
      given(...disputed).when(transfer).thenRefused('DISPUTE_PENDING');
      given(...disputed).when(sign).thenRefused('OBJECTION_PENDING');
    });
    it('is designated once, and the body that is designated may not return it (BJ-REG 12)', () => {
      const moved: AssignmentEvent = { type: 'CaseRedispatched', at, order: 0, from: police, to: inspection, clocks: [], ground: 'LSR 13', reason: '工资争议属监察', by };
      given(...disputed).when(designate).then(decided, moved);
      given(...disputed, decided, moved).when(designate).thenRefused('NO_DISPUTE');
      given(...disputed, decided, moved).when(object).thenRefused('RETURN_BARRED');
      given(...disputed, decided, moved).when(sign).then(signed);
      given(...held).when(designate).thenRefused('NO_DISPUTE');
    });
    it('stays where it is, where the body that has it is designated', () =>
      given(...disputed).when({ ...designate, to: police } as AssignmentCommand).then({ ...decided, unit: police } as AssignmentEvent, { ...maintained, ground: 'LSR 13', reason: '工资争议属监察' } as AssignmentEvent));
    it('is no dispute where one body refuses twice, or the first has signed meanwhile', () => {
      const back: AssignmentEvent = { ...toPolice, from: police, to: inspection } as AssignmentEvent;
      given(...held, objected, toPolice, back).when(object).then(objected);
      given(...held, objected, toPolice, { ...signed, unit: police } as AssignmentEvent, back).when(object).then(objected);
    });
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

  it('comes back to the desk of who sent it, where the other place does not take it', () => {
    const giveBack: AssignmentCommand = { type: 'ReturnTransfer', ...asked, order: 0, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-18' }], ground: 'LSR 13', reason: '用工地不在本地' };
    const back: AssignmentEvent = { type: 'TransferReturned', at, order: 0, unit: neighbour, to: inspection, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-18' }], ground: 'LSR 13', reason: '用工地不在本地', by };
    given(...held, gone).when(giveBack).then(back);
    given(...held).when(giveBack).thenRefused('TRANSFER_NOT_PENDING');
    given(...held, gone, back).when(giveBack).thenRefused('TRANSFER_NOT_PENDING');
    given(...held, gone).when({ ...giveBack, ground: ' ' }).thenRefused('GROUND_REQUIRED');
    given(...held, gone, back).when(sign).then(signed);
    given(...held, gone, back).when(transfer).then(gone); // It may be sent elsewhere, or there once more.
  });

  it('that came from the log of another region goes back there before it is signed for, and not after', () => {
    const giveBack: AssignmentCommand = { type: 'ReturnTransfer', ...asked, order: 0, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-18' }], ground: 'LSR 13', reason: '用工地不在本地' };
    const back: AssignmentEvent = { type: 'TransferReturned', at, order: 0, unit: inspection, to: null, ground: 'LSR 13', reason: '用工地不在本地', by };
    const [first, ...rest] = [...held] as [AssignmentEvent, ...AssignmentEvent[]];
    const came = [{ ...first, fromLog: 'log-a' } as AssignmentEvent, ...rest];
    given(...came).when(giveBack).then(back);
    given(...came, signed).when(giveBack).thenRefused('TRANSFER_NOT_PENDING');
    given(...came, back).when(giveBack).thenRefused('ORDER_NOT_HELD');
  });

  it('that came from the log of another region goes back with the orders that nobody has signed for', () => {
    const giveBack: AssignmentCommand = { type: 'ReturnTransfer', ...asked, order: 0, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-18' }], ground: 'LSR 13', reason: '用工地不在本地' };
    const employment = { department: 'employmentService', division: '439901' };
    const came: AssignmentEvent = { ...routed, fromLog: 'log-a', decision: decision({ orders: [order({}), order({ order: 1, lead: 'employmentService' })] }) } as AssignmentEvent;
    const both: AssignmentEvent[] = [came, lead, { ...lead, order: 1, unit: employment } as AssignmentEvent];
    const back: AssignmentEvent = { type: 'TransferReturned', at, order: 0, unit: inspection, to: null, ground: 'LSR 13', reason: '用工地不在本地', by };
    given(...both).when(giveBack).then(back, { ...back, order: 1, unit: employment });
    given(...both, { ...signed, order: 1, unit: employment } as AssignmentEvent).when(giveBack).then(back);
    given(...both).when({ ...giveBack, order: 1 }).then({ ...back, order: 1, unit: employment });
  });

  it.each(['dispatch', 'handover', 'refuse', 'transfer'] as const)('goes to the log of another region as a transfer, also where the mode is %s, and nobody here is given it', (mode) => {
    const linked = decision({ mode, handlingDivision: '439902', orders: [order({ places: [{ division: '439800', role: 'assist', department: 'inspectionBody', fact: 'employerSeat', rule: 'place seat', source: 'LSR 13' }] })] });
    const bound: AssignmentEvent = { ...routed, decision: linked, toLog: 'log-b' };
    const left: AssignmentEvent = { ...gone, ground: 'W-05' };
    const helper: AssignmentEvent = { ...assist, unit: { department: 'inspectionBody', division: '439800' } };
    const accepted: AssignmentEvent = { type: 'TransferAccepted', at, order: 0, unit: neighbour, clocks: [], by };
    const back: AssignmentEvent = { type: 'TransferReturned', at, order: 0, unit: neighbour, to: inspection, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-18' }], ground: 'LSR 13', reason: '用工地不在本地', by };
    given().when({ ...route, decision: linked, toLog: 'log-b' }).then(bound, left, helper); // That log asks the bodies of its own place.
    given(bound, left, helper).when({ type: 'AcceptTransfer', ...asked, order: 0, clocks: [] }).then(accepted);
    given(bound, left, helper).when({ type: 'ReturnTransfer', ...asked, order: 0, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-18' }], ground: 'LSR 13', reason: '用工地不在本地' }).then(back);
    given(bound, left, helper).when(sign).thenRefused('ORDER_NOT_AWAITING_SIGNATURE');
    given(bound, left, helper, back).when(sign).then(signed);
  });

  it('goes there under new facts, unless it was signed for', () => {
    const there = decision({ mode: 'handover', handlingDivision: '439902' });
    const rerouted: AssignmentEvent = { type: 'CaseRerouted', at, demand, decision: there, changed: ['mode'], toLog: 'log-b' };
    const reroute: AssignmentCommand = { type: 'RerouteCase', ...asked, demand, decision: there, toLog: 'log-b' };
    given(...held).when(reroute).then(rerouted, { ...gone, ground: 'W-05' });
    given(...held, signed).when(reroute).then(rerouted);
    const triage: AssignmentEvent = { ...routed, decision: decision({ mode: 'triage', orders: [order({ lead: null, assist: [] })] }) } as AssignmentEvent;
    given(triage).when(reroute).then({ ...rerouted, changed: ['mode', 'lead', 'assist'] } as AssignmentEvent, { ...gone, ground: 'W-05' });
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
