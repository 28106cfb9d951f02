import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';

/** How long the file of a case is kept, and whose it is. */
export interface RetentionRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly division: string;
  /** The person under whose key the case's personal fields are sealed. */
  readonly subject: string;
  readonly archivedAt: Instant | null;
  readonly file: string | null;
  readonly keptUntil: Day | null;
  readonly held: boolean;
  readonly erasedAt: Instant | null;
}

export function retentionRow(row: RetentionRow | undefined, { type, caseId, data, recordedAt }: PublishedEvent): RetentionRow | undefined {
  const at = (data['at'] as Instant | undefined) ?? recordedAt;
  if (type === 'intake.claim-filed.v1') {
    const { caseNumber, division, requester, text } = data as never as { caseNumber: string; division: string; requester: { subject: string } | null; text: Sealed | null };
    return row ?? { caseId, caseNumber, division, subject: requester?.subject ?? text?.subject ?? subjectOfNobody(caseId), archivedAt: null, file: null, keptUntil: null, held: false, erasedAt: null };
  }
  switch (row && type) {
    case 'resolution.case-archived.v1': return { ...row!, archivedAt: at, keptUntil: data['retainUntil'] as Day, file: (data['file'] as string | undefined) ?? null };
    case 'resolution.case-reopened.v1': return { ...row!, archivedAt: null, keptUntil: null, file: null };
    case 'intake.hold-placed.v1': return { ...row!, held: true };
    case 'intake.hold-lifted.v1': return { ...row!, held: false };
    case 'intake.personal-data-erased.v1': return { ...row!, erasedAt: at };
    default: return row;
  }
}

export const retentionTypes: readonly string[] = [
  'intake.claim-filed.v1', 'resolution.case-archived.v1', 'resolution.case-reopened.v1', 'intake.hold-placed.v1', 'intake.hold-lifted.v1', 'intake.personal-data-erased.v1',
];

/** Under whose key the free text of a case is sealed that names nobody. */
export function subjectOfNobody(caseId: string): string {
  return uuidv5(`person/${caseId}`);
}
