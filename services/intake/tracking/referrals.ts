import type { EmploymentEvent } from '#libs/contracts/employment.events.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { fold } from '#libs/decider/decider.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Referral } from '../../resolution/employment/employment.decider.js';
import { employment } from '../../resolution/employment/employment.decider.js';

/** A referral as the job-seeker reads it. */
export interface Told {
  readonly zh: string;
  readonly en: string;
  readonly step: Referral['step'];
  readonly result: Referral['result'];
}

export function referralsOf(history: readonly PublishedEvent[]): readonly Told[] {
  const events = history.filter(({ stream }) => stream.startsWith('employment/')).map((event) => streamEvent<EmploymentEvent>(event));
  return fold(employment, events).map((one) => ({ ...said(one), step: one.step, result: one.result }));
}

function said({ unit, step, result, startsOn }: Referral): { zh: string; en: string } {
  if (step === 'referred') return { zh: `已推介您到“${unit}”，对方还没有接收。`, en: `You were referred to ${unit}, which has not accepted yet.` };
  if (step === 'accepted') return { zh: `“${unit}”已接收您的求职，请留意联系电话。`, en: `${unit} has accepted your referral: mind your telephone.` };
  switch (result) {
    case 'placed': return { zh: `您已由“${unit}”录用或者安排上岗，${startsOn}开始。`, en: `You were placed by ${unit}, from ${startsOn}.` };
    case 'trained': return { zh: `您已参加“${unit}”的培训，${startsOn}开始。`, en: `You are on a course of ${unit}, from ${startsOn}.` };
    case 'declined': return { zh: `推介到“${unit}”没有成功，可以再次推介。`, en: `The referral to ${unit} came to nothing; you can be referred again.` };
    default: return { zh: `“${unit}”没有联系上您，请补充可用的电话。`, en: `${unit} could not reach you: please leave a number that works.` };
  }
}
