import type { PublishedEvent } from '#libs/contracts/event.js';
import type { StaffEvent } from '#libs/contracts/staff.events.js';
import { uuidv5 } from '#libs/contracts/uuid.js';

/** In which unit somebody works: whose list is the list of that person's team. */
export interface StaffRow {
  readonly id: string;
  readonly department: string;
  readonly division: string;
  readonly officer: string;
  readonly left: boolean;
  readonly position: string;
}

export function staffKeys({ type, caseId, data }: PublishedEvent): readonly string[] {
  return type === 'routing.officer-enrolled.v1' || type === 'routing.officer-left.v1' ? [uuidv5(`staff/${caseId}/${String(data['officer'])}`)] : [];
}

export function staffMember(row: StaffRow | undefined, { type, data, position }: PublishedEvent, id: string): StaffRow | undefined {
  if (type === 'routing.officer-left.v1') return row && { ...row, left: true, position };
  const { unit: { department, division }, officer } = data as never as Extract<StaffEvent, { type: 'OfficerEnrolled' }>;
  return { id, department, division, officer, left: false, position };
}
