import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, fen, instant, stream } from './event.js';
import { packRef } from './routing.events.js';
import { sealed } from './sealed.js';

const at = instant;
const by = z.string();
const count = z.int().min(0);

/** What gathers cases: who is said to owe, who has the works, the works, one place of them. */
export const gatherers = ['employer', 'contractor', 'project', 'site'] as const;
export type Gatherer = (typeof gatherers)[number];
export const signLevels = ['blue', 'yellow', 'red'] as const;
export type SignLevel = (typeof signLevels)[number];
/** What a body did about a warning. */
export const warningActions = ['inspected', 'paymentArranged', 'fundsSecured', 'casesMerged', 'reportedUp', 'noRiskFound'] as const;
export const warningResults = ['wagesPaid', 'riskRemoved', 'underCampaign', 'handedUp'] as const;
export const dismissalGrounds = ['sameNameOnly', 'handledAlready', 'notArrears', 'settled'] as const;

const place = z.strictObject({ division: z.string(), cases: z.int().min(1) });
const level = z.enum(signLevels);
/** `workers` and `amount` are what the claims say, all cases of the episode together. */
const gathered = { level, rule: z.string(), season: z.string().nullable(), places: z.array(place), workers: count, amount: fen };

/**
 * sign/<id of who or what gathers cases>: signs that the system found, the warnings that were raised on them, and how they ended. One episode after
 * the other: a case that counted once never counts again. Firms and projects are named, persons never.
 */
export const signEvents = stream('supervision', 'sign', {
  /** `basis`: cases that gather, or a project that ends while wages are open. `division`: the place above all places of the sign. */
  EarlySignFound: ['已发现苗头', z.strictObject({
    at, episode: z.int().min(1), basis: z.enum(['cases', 'projectEnd']), kind: z.enum(gatherers), name: z.string(), creditCode: z.string().nullable(), division: z.string(), cases: z.array(z.uuid()), ...gathered, law: packRef,
  })],
  EarlySignGrew: ['苗头扩大', z.strictObject({ at, basis: z.enum(['cases', 'projectEnd']), division: z.string(), added: z.array(z.uuid()), ...gathered })],
  EarlySignDismissed: ['苗头已排除', z.strictObject({ at, by, ground: z.enum(dismissalGrounds), reason: sealed.nullable() })],
  /** One event for each body that is warned: each has a time to answer of its own. */
  EarlyWarningRaised: ['已发出预警', z.strictObject({ at, by, warning: z.uuid(), department: z.string(), division: z.string(), text: sealed.nullable() })],
  EarlyWarningAnswered: ['预警已答复', z.strictObject({ at, by, warning: z.uuid(), department: z.string(), division: z.string(), action: z.enum(warningActions), answer: sealed.nullable() })],
  EarlyWarningClosed: ['预警已办结', z.strictObject({ at, by, warning: z.uuid(), result: z.enum(warningResults), text: sealed.nullable() })],
  /** The end of a project's works is known: on `lookOn` its file is looked at. */
  ProjectEndWatched: ['已关注工程竣工', z.strictObject({ at, project: z.uuid(), name: z.string(), division: z.string(), endsOn: day, lookOn: day })],
  ProjectEndChecked: ['竣工前工资情况已核查', z.strictObject({ at, project: z.uuid(), endsOn: day, account: z.enum(['none', 'open', 'announced', 'closed']), unpaidCases: count })],
});
export type SignEvent = EventsOf<typeof signEvents>;
