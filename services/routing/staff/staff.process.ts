import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import type { StaffEvent } from '#libs/contracts/staff.events.js';
import type { Next } from '#libs/decider/process.js';

type Allotted = Extract<StaffEvent, { type: 'OrderAllotted' }>;

/** What a unit has signed for is somebody's at once; what it has concluded or lost is nobody's of it any more. */
export function staffAfterFact(event: PublishedEvent): readonly Next[] {
  const { caseId } = event;
  const { order = 0 } = event.data as { order?: number };
  switch (event.type) {
    case 'routing.order-signed.v1':
    case 'routing.transfer-accepted.v1': return [ofStaff({ type: 'AllotOrder', caseId, order })];
    case 'resolution.case-reopened.v1': return [ofStaff({ type: 'AllotOrder', caseId, order: 0 })];
    case 'routing.officer-named.v1': {
      const { officer, reason, receipt, by } = event.data as never as Extract<AssignmentEvent, { type: 'OfficerNamed' }>;
      return receipt ? [] : [ofStaff({ type: 'NoteNamed', caseId, order, officer, ...(reason !== undefined && { reason }), ...(by !== undefined && { by }) })]; // With a receipt it is this unit's own word.
    }
    case 'resolution.order-concluded.v1': return [ofStaff({ type: 'ReleaseOrder', caseId, order, why: 'concluded' })];
    case 'routing.routing-overridden.v1':
    case 'routing.case-redispatched.v1':
    case 'routing.transfer-returned.v1':
    case 'routing.case-transferred.v1': return [ofStaff({ type: 'ReleaseOrder', caseId, order, why: 'moved' })];
    case 'routing.order-allotted.v1': {
      const { officer, instead, receipt, reason } = event.data as never as Allotted;
      return reason === undefined ? [ofCase({ type: 'NameOfficer', order, officer, instead, receipt })] : []; // With a reason a person named, and the case has it.
    }
    case 'routing.order-unallotted.v1': {
      const { instead } = event.data as never as Extract<StaffEvent, { type: 'OrderUnallotted' }>;
      return instead === null ? [] : [ofCase({ type: 'ReleaseOfficer', order, officer: instead })];
    }
    default: return [];
  }
}

const ofStaff = (command: Next['command'] & Record<string, unknown>): Next => ({ stream: 'staff', command });
const ofCase = (command: Next['command'] & Record<string, unknown>): Next => ({ stream: 'assignment', command });
