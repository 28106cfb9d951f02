import type { PublishedEvent } from '#libs/contracts/event.js';
import { decide } from '#libs/policy/decide.js';
import { demandOf, demandRecord, recordOf } from '#libs/policy/demand.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { demandGoing } from './demand-going.js';

const at = '2026-03-02T10:20:00+08:00';
const division = '310115';
const policies = loadPolicies('policies');
const said = { category: 'D01', kinds: ['complaint', 'help', 'help', 'complaint'], matters: ['wages', 'jobSeeking', 'unemploymentRegistration', 'agencyFee'], facts: { workers: 3, matters: ['wages'], kinds: ['help'] } };
const claim = { receivedAt: at, division, origin: '12345', category: 'D01', kinds: said.kinds, matters: said.matters, requester: null, facts: { workers: 3 } };
const demand = demandOf(claim as never);
const decision = recordOf(decide(policies.packToDecide(division, '2026-03-02')!, demand), division);

const meta = (cause: string, actor: string): PublishedEvent['meta'] => ({ actor, cause });
const event = (position: number, type: string, data: object, by: PublishedEvent['meta'] = meta('e1', 'process:routing')): PublishedEvent =>
  ({ position: String(position), logId: 'l', id: `e${position}`, type: `routing.${type}.v1`, caseId: 'c', stream: 'assignment/c', version: position, data: { at, ...data }, meta: by, recordedAt: at }) as never;
const routed = event(2, 'case-routed', { receivedAt: at, division, decision, demand: demandRecord(demand) });
const split = event(3, 'order-split', { order: decision.orders.length, parent: 0, matter: 'vaccination', kind: 'consult', category: 'D06' });
const sent = (position: number, order: number, by = meta(`p${position}`, 'officer:o')): PublishedEvent => event(position, 'case-transferred', { order }, by);
const going = (history: readonly PublishedEvent[], position: number, order: number): unknown => demandGoing(said, history, { position: String(position), order }, policies);

describe('What is demanded by orders that go to another log', () => {
  it('of a case with several is the demand of those alone, with every matter that an order stands for', () => {
    expect(decision.orders.map(({ matter }) => matter)).toEqual(['wages', 'jobSeeking', 'agencyFee']); // Two matters lie with the employment service.
    expect(going([routed, sent(9, 0)], 9, 0)).toEqual({ category: 'D01', kinds: ['complaint'], matters: ['wages'], facts: { workers: 3 } });
    expect(going([routed, sent(9, 1)], 9, 1)).toEqual({ category: 'X2', kinds: ['help', 'help'], matters: ['jobSeeking', 'unemploymentRegistration'], facts: { workers: 3 } });
    expect(going([routed, sent(9, 2)], 9, 2)).toEqual({ category: 'D07', kinds: ['complaint'], matters: ['agencyFee'], facts: { workers: 3 } });
  });
  it('is what a person split off, which the claim does not name', () => expect(going([routed, split, sent(9, 3)], 9, 3)).toEqual({ category: 'D06', kinds: ['consult'], matters: ['vaccination'], facts: { workers: 3 } }));
  it('is all that was said where all go together, however many facts say so', () => {
    const rules = meta('e1', 'process:routing');
    expect(going([routed, sent(3, 0, rules), sent(4, 1, rules), sent(5, 2, rules)], 3, 0)).toBe(said);
    expect(going([routed, sent(3, 0), sent(4, 1), sent(5, 2)], 3, 0)).toMatchObject({ matters: ['wages'] }); // Each by a person, each goes by itself.
  });
  it('stays what it was, whatever is decided of the case afterwards', () => {
    const later = event(10, 'case-rerouted', { decision: { ...decision, orders: decision.orders.slice(0, 1) }, demand: demandRecord(demand), changed: [] });
    expect(going([routed, sent(9, 1), later], 9, 1)).toMatchObject({ category: 'X2' });
  });
  it('of a case with one order is all of it', () => {
    const one = event(2, 'case-routed', { receivedAt: at, division, decision: { ...decision, orders: decision.orders.slice(0, 1) }, demand: demandRecord(demand) });
    expect(going([one, sent(9, 0)], 9, 0)).toBe(said);
    expect(going([], 9, 0)).toBe(said);
  });
});
