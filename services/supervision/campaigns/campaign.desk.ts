import { addDays } from '#libs/calendar/day.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf, startOfDay } from '#libs/contracts/time.js';
import { dueOf, startOfBreach } from '#libs/policy/due.js';
import type { Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { armsOf } from '../clocks/armed.projection.js';
import { CampaignFigureBook } from './campaign-figures.js';
import { campaign } from './campaign.decider.js';
import { refuse } from './campaign.refusals.js';

/** Working days to answer for a missed target (P). */
const ANSWER_DAYS = 3;
const WAIT_MS = 3000;
const WAIT_FIRING_MS = 500;

/** The desk of campaigns: what a step needs of figures is counted here, at the end of the log as it stands. */
export function campaignDesk({ pool, log, policies }: Pick<Product, 'pool' | 'log' | 'policies'>): Desk<typeof campaign> {
  const book = new CampaignFigureBook(pool, log.logId);
  let askAgainAt = 0;
  /** Figures that lag are waited for once for all the targets that are due together: whoever fires the clocks holds up all others meanwhile. */
  const newestToJudge = async (): Promise<string | undefined> => {
    if (performance.now() < askAgainAt) return undefined;
    const asOf = await book.newest(WAIT_FIRING_MS);
    if (asOf === undefined) askAgainAt = performance.now() + WAIT_FIRING_MS;
    return asOf;
  };
  const answerDue = (division: string, now: Instant): Instant => {
    const pack = policies.packFor(division, dayOf(now));
    if (!pack) return startOfDay(addDays(dayOf(now), ANSWER_DAYS + 1));
    const { due, provisionalDue } = dueOf({ n: ANSWER_DAYS, unit: 'workingDays' }, dayOf(now), policies.calendarFor(division, pack));
    return startOfBreach(due === 'PENDING_CALENDAR' ? provisionalDue! : due);
  };
  return {
    service: 'supervision', stream: 'campaign', decider: campaign, arms: armsOf.campaign,
    async prepare(command, { caseId, now, state }) {
      const { type } = command;
      if (type === 'ClimbCampaign') return { ...command, answerDue: answerDue(command.division, now) };
      if (type !== 'StartCampaign' && type !== 'CloseCampaign' && type !== 'JudgeTarget') return command;
      const { about, phase } = await state();
      if (!about || phase === 'closed') return command; // Refused, or held already: the decider says which.
      const asOf = type === 'JudgeTarget' ? await newestToJudge() : await book.newest(WAIT_MS);
      if (asOf === undefined && type === 'JudgeTarget') return undefined; // Asked again shortly.
      if (asOf === undefined) throw refuse('POSITION_NOT_REACHED');
      const measured = await book.measure({ ...about, campaign: caseId }, asOf);
      if (type === 'JudgeTarget') return { ...command, answerDue: answerDue(command.division, now), measured };
      return type === 'StartCampaign' ? { ...command, measured } : { ...command, measured, left: await book.left({ ...about, campaign: caseId }, { asOf }) };
    },
  };
}
