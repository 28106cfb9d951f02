import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Procedure, Right } from '#libs/contracts/resolution.events.js';
import type { AssignmentEvent, ClockStart, Order, Unit } from '#libs/contracts/routing.events.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import type { Next } from '#libs/decider/process.js';
import { afterDesk } from './after-desk.js';
import type { CourtRoute } from './court/court.decider.js';
import { arbitration, closure, court, dataOf, handover, inspection, interrupted, limitation, mediation, payment } from './wishes.js';

/** What the desks do by themselves when something has happened: every branch names why. */
export function after(event: PublishedEvent): readonly Next[] {
  return [...afterRouting(event), ...afterIntake(event), ...afterClock(event), ...afterDesk(event)];
}

/** What the person gets without asking is offered with every decision (免申即享): which, the desk reads from the pack. */
export function offered({ type }: PublishedEvent): readonly Next[] {
  return type === 'routing.case-routed.v1' || type === 'routing.case-rerouted.v1' ? [handover({ type: 'MakeOffers' })] : [];
}

/** A decision or a change of hands upstream opens the desk that the case has come to; opening twice is nothing. */
function afterRouting(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'routing.case-routed.v1': {
      const { decision, receivedAt, toLog } = dataOf<AssignmentEvent, 'CaseRouted'>(event);
      return decided(decision, toLog !== undefined).map((next) => fromReceipt(next, receivedAt));
    }
    case 'routing.case-rerouted.v1': {
      const { decision, toLog } = dataOf<AssignmentEvent, 'CaseRerouted'>(event);
      return decided(decision, toLog !== undefined); // New facts may lead to another desk.
    }
    case 'routing.case-redispatched.v1': {
      const { order, to, clocks } = dataOf<AssignmentEvent, 'CaseRedispatched'>(event);
      return movedTo(order, to, clocks); // The order has a new holder; the old desk keeps its history.
    }
    case 'routing.routing-overridden.v1': {
      const { order, to, assist, clocks } = dataOf<AssignmentEvent, 'RoutingOverridden'>(event);
      return [...movedTo(order, to, clocks), ...assistDesks({ order, division: to.division, clocks: clocks.map(({ id }) => id) }, assist.map((department) => ({ department, division: to.division })))]; // A person has decided otherwise than the rules.
    }
    case 'routing.transfer-accepted.v1': {
      const { order, unit, clocks } = dataOf<AssignmentEvent, 'TransferAccepted'>(event);
      return movedTo(order, unit, clocks); // Only now has the competent body the matter (b.1 rule 10).
    }
    case 'routing.transfer-returned.v1': {
      const { order, to, clocks = [] } = dataOf<AssignmentEvent, 'TransferReturned'>(event);
      return to ? movedTo(order, to, clocks) : []; // The sender has it again, or for the first time where the rules had sent it on.
    }
    case 'routing.order-split.v1': {
      const split = dataOf<AssignmentEvent, 'OrderSplit'>(event);
      const child: Desk = { order: split.order, matter: split.matter, category: split.category, lead: split.unit.department, division: split.unit.division, clocks: split.clocks.map(({ id }) => id), rules: [], flags: {} };
      return [opening([{ ...child, kind: split.kind }]), ...leadDesk(child)];
    }
    default:
      return [];
  }
}

function afterIntake(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'intake.duplicate-linked.v1': return [closure({ type: 'ReopenCase', reason: 'complainedAgain' })]; // Bites only where the case was thought done.
    case 'routing.transfer-returned.v1': return event.data['to'] === null ? [closure({ type: 'ConcludeCase', result: 'noJurisdiction' })] : []; // It went back to the log it came from.
    case 'intake.claim-withdrawn.v1':  return [mediation({ type: 'CloseMediation' }), closure({ type: 'ConcludeCase', result: 'withdrawn' })]; // Withdrawn, yet called back: life cycle WITHDRAWN.
    default:                           return [];
  }
}

/** Time alone changes the law of the case. */
function afterClock(event: PublishedEvent): readonly Next[] {
  if (event.type !== 'supervision.clock-breached.v1') return [];
  switch (dataOf<ClockEvent, 'ClockBreached'>(event).kind) {
    case 'MED-15D':     return [mediation({ type: 'ExpireMediation' })]; // LDMA 14: no agreement in time opens the way to arbitration.
    case 'INSP-COMPLY': return [inspection({ type: 'ExpirePayOrder' })]; // LSR 26, WPR 42: what follows an unpaid order becomes lawful.
    case 'INSP-CORRECT': return [inspection({ type: 'ExpireRectification' })]; // LSR 18: not corrected in time, so the body decides.
    case 'ARB-AWARD':   return [arbitration({ type: 'PassAwardLimit' })]; // CHR 61: no conversion, LDMA 43: no extension, after the limit.
    case 'ARB-SUE':     return [arbitration({ type: 'TakeEffect' })]; // LDMA 50: nobody sued in time.
    case 'BL-TERM':     return [inspection({ type: 'RemoveFromSanctionList', ground: 'termEnded' })]; // BL: off the list when its term has ended.
    case 'RELIEF-PAPERS': return [handover({ type: 'LapseReliefPapers', order: dataOf<ClockEvent, 'ClockBreached'>(event).order ?? 0 })]; // What was given stays given; nothing follows without papers.
    case 'PAY-PERFORM': return [payment({ type: 'DefaultPayment' })]; // An agreement is not payment.
    case 'PAY-INSTALMENT': return [payment({ type: 'DefaultInstalment' })]; // What one instalment missed means, the parties have said.
    case 'PO-OBJECT':   return [court({ type: 'TakePaymentOrderEffect' })]; // CPL 227: neither paid nor objected.
    default:            return [];
  }
}

type Decision = Extract<AssignmentEvent, { type: 'CaseRouted' }>['decision'];

/** `leaves`: the log of another region has the case, opens the desks and asks the bodies of its place. */
function decided({ mode, orders, handlingDivision: division, flags }: Decision, leaves: boolean): readonly Next[] {
  if (mode === 'merge') return []; // It follows the case that it was merged into.
  const desks = orders.map((order) => deskOf(order, division, flags));
  const opened = opening(desks);
  const guided = orders.filter(({ lead }) => lead === null || GUIDED.includes(lead));
  const helping = desks.flatMap((desk, i) => assistDesks(desk, assistants(orders[i]!, division).filter((unit) => !leaves || unit.division !== division)));
  if (leaves) return [opened, ...helping];
  switch (mode) {
    case 'transfer': return [opened, ...helping]; // The first recipient keeps tracking; the desk opens when the other place accepts.
    case 'advise':
    case 'explain':  return [opening(desks, orders), advice(orders, orders)]; // Nobody is ordered: the person is told where the matter lies or belongs.
    case 'guide':    return [opening(desks, guided), advice(orders, guided), ...desks.flatMap(leadDesk)];
    default:         return [opened, ...timed(orders), ...desks.flatMap(leadDesk), ...helping]; // Dispatch, refuse, handover; in triage nobody leads yet.
  }
}

/** Rights whose limitation a decision lists. Who turns to an authority interrupts it (LDMA 27); an application for arbitration ends it. */
function timed(orders: readonly Order[]): readonly Next[] {
  const listed = orders.flatMap(({ order, clocks }) => clocks.flatMap(({ id, startedAt }) => (LIMITATIONS[id] ? [{ order, right: LIMITATIONS[id], from: startedAt }] : [])));
  if (listed.length === 0) return [];
  const begins = listed.map((one) => limitation({ type: 'BeginLimitation', ...one }));
  return orders.some(({ lead }) => lead !== null && APPLIED_TO.includes(lead)) ? begins : [...begins, interrupted('requestToAuthority')];
}

const LIMITATIONS: Readonly<Partial<Record<string, Right>>> = { 'ARB-LIMIT': 'labour', 'ARB-LIMIT-WAGE': 'wages', 'LAND-LIMIT': 'land' };
const APPLIED_TO: readonly string[] = ['speedyTribunal', 'arbOffice', 'landArbitration'];

interface Desk {
  readonly order: number;
  readonly matter: string | null;
  readonly category: string;
  readonly lead: string | null;
  readonly division: string;
  readonly clocks: readonly string[];
  readonly rules: readonly string[];
  readonly flags: Decision['flags'];
}

function deskOf({ order, matter, category, kind, lead, clocks, rules }: Order, division: string, flags: Decision['flags']): Desk & { readonly kind: string } {
  return { order, matter, category, kind, lead, division, clocks: clocks.map(({ id }) => id), rules, flags };
}

/** Nobody can order these. */
const GUIDED: readonly string[] = ['basicCourt', 'peoplesMediation'];
/** Desks whose business is money owed to workers. */
const MONEY_DESKS: readonly string[] = ['inspectionBody', 'speedyTribunal', 'arbOffice', 'mediationOrg', 'newFormMediation'];
const APPLICATION_CLOCKS: readonly string[] = ['ARB-ACCEPT', 'ARB-COLL-ACCEPT'];

/** `told`: in these nobody is ordered, so that what the person was told stands. */
function opening(desks: readonly (Pick<Desk, 'order' | 'lead'> & { readonly kind: string })[], told: readonly Order[] = []): Next {
  const numbers = (wanted: (desk: { lead: string | null; kind: string }) => boolean): number[] => desks.filter(wanted).map(({ order }) => order);
  return closure({ type: 'OpenCase', orders: numbers(() => true), money: numbers(({ lead }) => lead !== null && MONEY_DESKS.includes(lead)), enquiries: numbers(({ kind }) => kind === 'consult'), ...(told.length > 0 && { advised: told.map(({ order }) => order) }) });
}

function advice(orders: readonly Order[], advised: readonly Order[]): Next {
  const route = [...new Set(orders.flatMap(({ lead, guide }) => (lead === null ? guide : [lead, ...guide])))];
  return closure({ type: 'AdviseLegalRoute', orders: advised.map(({ order }) => order), route });
}

function leadDesk(desk: Desk): readonly Next[] {
  const { order, lead, division } = desk;
  switch (lead) {
    case null:
    case 'peoplesMediation':
    case 'mediationOrg':
    case 'newFormMediation': return []; // An order is no application: mediation begins when somebody applies (b.3).
    case 'basicCourt':       return [court({ type: 'AdviseCourtRoute', route: courtRoute(desk.rules) })];
    case 'inspectionBody':   return [inspection({ type: 'ReceiveComplaint', division, order })];
    case 'speedyTribunal':
    case 'arbOffice':        return applied(desk);
    default:                 return [handover({ type: 'HandOver', order, role: 'lead', department: lead, division, procedure: procedureOf(desk) })];
  }
}

/** Arbitration begins with an application; without one the order only helps to file (W-02). */
function applied({ order, lead, clocks, flags }: Desk): readonly Next[] {
  const lies = lead === 'speedyTribunal' || clocks.some((clock) => APPLICATION_CLOCKS.includes(clock));
  if (!lies) return [];
  const collective = flags['collective'] === true || clocks.includes('ARB-COLL-ACCEPT');
  return [arbitration({ type: 'ApplyForArbitration', order, collective, track: lead === 'speedyTribunal' ? 'speedy' : 'ordinary', simplified: flags['simplified'] === true })];
}

/** The bodies of the place that assist, and those of other places. */
function assistants({ assist, places = [] }: Order, division: string): readonly Unit[] {
  return [...assist.map((department) => ({ department, division })), ...places.flatMap(({ role, department, division: elsewhere }) => (role === 'assist' ? [{ department, division: elsewhere }] : []))];
}

/** Assistance that has a desk of its own is work of its own; every other body is asked, and answers by a clock. */
function assistDesks({ order, division, clocks }: Pick<Desk, 'order' | 'division' | 'clocks'>, assist: readonly Unit[]): readonly Next[] {
  return assist.map((unit) => {
    const here = unit.division === division;
    if (here && unit.department === 'inspectionBody' && clocks.includes('INSP-ACCEPT')) return inspection({ type: 'ReceiveComplaint', division, order: null });
    if (here && unit.department === 'legalAidCentre' && clocks.includes('LA-DECIDE')) return handover({ type: 'HandOver', order, role: 'assist', ...unit, procedure: 'legalAid' });
    return handover({ type: 'RequestAssistance', order, ...unit });
  });
}

/** The new holder is known, the matter is not said again: the desk keeps the procedure it had. */
function movedTo(order: number, { department, division }: Unit, started: readonly ClockStart[]): readonly Next[] {
  const clocks = started.map(({ id }) => id);
  const known = closure({ type: 'OpenCase', orders: [order], money: MONEY_DESKS.includes(department) ? [order] : [], enquiries: [] });
  const own = BY_DEPARTMENT[department];
  if (OWN_DESK.includes(department)) return [known, handover({ type: 'TakeOver', order }), ...leadDesk({ order, matter: null, category: '', lead: department, division, clocks, rules: [], flags: {} })];
  return [known, handover({ type: 'HandOver', order, role: 'lead', department, division, moved: true, ...(own && { procedure: own }) })];
}

const OWN_DESK: readonly string[] = [...GUIDED, ...MONEY_DESKS];
const BY_DEPARTMENT: Readonly<Record<string, Procedure>> = {
  legalAidCentre: 'legalAid', reliefStation: 'relief', socialInsuranceAdmin: 'workInjury', landArbitration: 'landArbitration', agriculture: 'landArbitration',
};

function procedureOf({ matter, category }: Desk): Procedure {
  if (matter === 'workInjury') return 'workInjury';
  if (matter === 'landContract' || category === 'D13') return 'landArbitration';
  if (category === 'D03' || category === 'D10') return 'residencePermit';
  if (category === 'X1') return 'relief';
  return category === 'X3' ? 'legalAid' : 'general';
}

function courtRoute(rules: readonly string[]): CourtRoute {
  if (rules.includes('W-14')) return 'paymentOrder';
  if (rules.includes('W-15')) return 'enforcement';
  return rules.includes('W-12') ? 'costDispute' : 'lawsuit';
}

/** The desk has the matter since the receipt, however late the decision was recorded: b.3 starts its clocks there. */
function fromReceipt(next: Next, receivedAt: string): Next {
  return { ...next, command: { ...next.command, at: receivedAt } as Next['command'] };
}
