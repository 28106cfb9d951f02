import type { PublishedEvent } from '#libs/contracts/event.js';
import { staffAfterFact } from './staff.process.js';

const fact = (type: string, data: object): PublishedEvent => ({ position: '1', logId: 't', id: 'e', type, caseId: 'c', stream: 's', version: 1, data: data as Record<string, unknown>, meta: { actor: 'test' }, recordedAt: '2026-03-02T10:15:00+08:00' });
const receipt = { weight: 1, needs: { category: 'D01', matter: null, track: null, employer: null }, candidates: [] };
const ofStaff = (command: object): object[] => [{ stream: 'staff', command }];
const ofCase = (command: object): object[] => [{ stream: 'assignment', command }];

describe('A unit, when something has happened to an order', () => {
  it.each([
    ['routing.order-signed.v1', { order: 1 }, ofStaff({ type: 'AllotOrder', caseId: 'c', order: 1 })],
    ['routing.transfer-accepted.v1', { order: 0 }, ofStaff({ type: 'AllotOrder', caseId: 'c', order: 0 })],
    ['resolution.case-reopened.v1', {}, ofStaff({ type: 'AllotOrder', caseId: 'c', order: 0 })],
    ['resolution.order-concluded.v1', { order: 2 }, ofStaff({ type: 'ReleaseOrder', caseId: 'c', order: 2, why: 'concluded' })],
    ['routing.case-redispatched.v1', { order: 0 }, ofStaff({ type: 'ReleaseOrder', caseId: 'c', order: 0, why: 'moved' })],
    ['routing.case-transferred.v1', { order: 0 }, ofStaff({ type: 'ReleaseOrder', caseId: 'c', order: 0, why: 'moved' })],
    ['routing.routing-overridden.v1', { order: 0 }, ofStaff({ type: 'ReleaseOrder', caseId: 'c', order: 0, why: 'moved' })],
    ['routing.officer-named.v1', { order: 0, officer: 'b', reason: '专案', by: 'supervisor:s' }, ofStaff({ type: 'NoteNamed', caseId: 'c', order: 0, officer: 'b', reason: '专案', by: 'supervisor:s' })],
    ['routing.officer-named.v1', { order: 0, officer: 'b', receipt }, []], // Its own word come back.
    ['routing.order-allotted.v1', { caseId: 'k', order: 0, officer: 'b', instead: null, receipt }, ofCase({ type: 'NameOfficer', order: 0, officer: 'b', instead: null, receipt })],
    ['routing.order-allotted.v1', { caseId: 'k', order: 0, officer: 'b', instead: 'a', receipt, reason: '专案' }, []], // A person named: the case has it already.
    ['routing.order-unallotted.v1', { caseId: 'k', order: 0, instead: 'a', receipt }, ofCase({ type: 'ReleaseOfficer', order: 0, officer: 'a' })],
    ['routing.order-unallotted.v1', { caseId: 'k', order: 0, instead: null, receipt }, []],
    ['resolution.case-closed.v1', {}, []],
  ])('%s %j', (type, data, next) => { expect(staffAfterFact(fact(type, data))).toEqual(next); });
});
