import type { PublishedEvent } from '#libs/contracts/event.js';
import { afterFact } from './routing.process.js';

const fact = (type: string, data: object): PublishedEvent => ({ position: '1', logId: 't', id: 'e', type, caseId: 'c', stream: 's', version: 1, data: data as Record<string, unknown>, meta: { actor: 'test' }, recordedAt: '2026-03-02T10:15:00+08:00' });

describe('Routing, when something has happened', () => {
  it.each([
    ['intake.claim-filed.v1', {}, [{ stream: 'assignment', command: { type: 'RouteCase' } }]],
    ['intake.claim-supplemented.v1', {}, [{ stream: 'assignment', command: { type: 'RerouteCase' } }]],
    ['intake.demand-classified.v1', {}, [{ stream: 'assignment', command: { type: 'RerouteCase' } }]],
    ['resolution.pay-order-expired.v1', { dueOn: '2026-04-17' }, [{ stream: 'assignment', command: { type: 'RerouteCase' } }]],
    ['resolution.relation-confirmed.v1', {}, [{ stream: 'assignment', command: { type: 'RerouteCase' } }]],
    ['intake.duplicate-linked.v1', { channel: '12333', channelNumber: 'T1' }, [{ stream: 'assignment', command: { type: 'RouteDuplicate', channel: '12333', channelNumber: 'T1' } }]],
    ['supervision.clock-breached.v1', { kind: 'HOT-OBJECT', order: 1 }, [{ stream: 'assignment', command: { type: 'SignOrder', order: 1 } }]],
    ['supervision.clock-breached.v1', { kind: 'HOT-7D', order: 0 }, []],
    ['resolution.case-closed.v1', {}, []],
  ])('%s %j', (type, data, next) => { expect(afterFact(fact(type, data))).toEqual(next); });
});
