import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, instant, stream } from './event.js';

const at = instant;
const by = z.string();
const order = z.int().min(0);
const referral = z.int().min(1);

/** Where a job-seeker is sent: a platform (as 渝职聘), an employer, a training body, a market for odd jobs, or a public post for who finds no other. */
export const referredTo = ['platform', 'employer', 'training', 'gigMarket', 'publicPost'] as const;
/** `declined`: by the job-seeker or by the unit; `notReached`: the job-seeker did not come and could not be reached. */
export const referralResults = ['placed', 'trained', 'declined', 'notReached'] as const;

/** employment/<caseId>: job-seekers sent on, and what came of it. Units are named, the person never. */
export const employmentEvents = stream('resolution', 'employment', {
  /** `unit`: the platform, employer or body by its name. */
  JobSeekerReferred: ['求职者已推介', z.strictObject({ at, order, referral, to: z.enum(referredTo), unit: z.string(), by })],
  ReferralAccepted: ['推介已被接收', z.strictObject({ at, order, referral, by })],
  /** `startsOn`: the first day of work or of the course. */
  ReferralConcluded: ['推介已有结果', z.strictObject({ at, order, referral, result: z.enum(referralResults), startsOn: day.nullable(), by })],
});
export type EmploymentEvent = EventsOf<typeof employmentEvents>;
