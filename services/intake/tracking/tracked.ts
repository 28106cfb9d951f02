import type { CaseState } from '#libs/contracts/case-states.js';
import { caseStates, caseStatesInEnglish } from '#libs/contracts/case-states.js';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { HandoverEvent } from '#libs/contracts/resolution.events.js';
import { dayOf, epochMs } from '#libs/contracts/time.js';
import type { Instant } from '#libs/contracts/time.js';
import { standingOf } from '#libs/policy/case-law.js';
import { groundIn } from '#libs/policy/citation.js';
import { offersOf } from '#libs/policy/entitlements.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import { actionsOf } from '../../supervision/case-view/case-view.actions.js';
import type { CaseRow, ClockLine } from '../../supervision/case-view/case-view.projection.js';
import { caseView } from '../../supervision/case-view/case-view.projection.js';
import type { Told } from './referrals.js';
import { referralsOf } from './referrals.js';
import type { CorrectionStep } from './corrected.js';
import { correctionOf } from './corrected.js';
import type { Said } from './said.js';
import { whyOf } from './why.js';

export type { Said } from './said.js';
export interface Body { readonly department: Said | null; readonly division: string }

/** What a worker is told of a case: where it is, who acts next, by when and on what ground, and what the person can do. Nothing about anybody else. */
export interface Tracked {
  readonly caseNumber: string;
  readonly receivedAt: Instant;
  readonly state: CaseState;
  readonly stateName: string;
  readonly stateNameEn: string;
  readonly closed: boolean;
  readonly inCharge: readonly (Body & { readonly order: number })[];
  /** Why it lies there, in the words of the rule that decided, and on what that rests. */
  readonly why: (Said & { readonly ground: Said }) | null;
  readonly told: readonly (Said | null)[];
  readonly nextStep: { readonly due: string; readonly name: Said; readonly who: Body | null; readonly ground: Said } | null;
  readonly missing: CaseRow['missing'];
  readonly unpaidFen: number;
  /** What was paid of what is owed. */
  readonly paidFen: number;
  /** Where a job-seeker was sent, and what came of it. */
  readonly referrals: readonly Told[];
  /** Closed, and yet somebody is still owed wages. */
  readonly closedUnpaid: boolean;
  readonly entitled: readonly (Said & { readonly department: Said | null; readonly offer: string; readonly answer: 'made' | 'accepted' | 'declined' | null })[];
  /** Until when the person may ask for the closed case to be reopened. */
  readonly reopenUntil: string | null;
  /** What became of the last correction of personal data that was asked for or done; of a refusal, why. */
  readonly correction: (Said & { readonly step: CorrectionStep }) | null;
  /** Steps that the person may take now, by the same law that decides on them. */
  readonly canDo: readonly (Said & { readonly command: string })[];
  readonly steps: readonly { readonly type: string; readonly at: unknown; readonly title: string }[];
}

/** Steps on the way, not how the offices count their days or push each other. */
const SHOWN = (event: PublishedEvent): boolean => !event.type.startsWith('supervision.') && !event.type.startsWith('audit.') && event.type !== 'routing.case-assigned.v1';

/** Of a person's steps, those that a person without a lawyer asks for. */
const PLAIN: readonly string[] = ['supplement-claim', 'accept-offer', 'decline-offer', 'receive-materials', 'object-to-aid-refusal', 'apply-for-mediation', 'apply-for-arbitration', 'apply-for-procedure', 'reopen-case', 'withdraw-claim'];
/** Clocks that no department of an order answers for. */
const OF_THE_HOTLINE: Said = { zh: '热线回访人员', en: 'the return-visit desk of the hotline' };
const HOTLINES: readonly string[] = ['HOT-CALLBACK', 'HOT-REVIEW'];

/** Desks that keep limits of their own, whoever holds the order: by how the id of the clock begins. Who decides on an objection to a refusal of aid has no desk here. */
const DESKS: readonly (readonly [string, readonly string[]])[] = [
  ['LA-REVIEW', []], ['LA-', ['legalAidCentre']], ['MED-', ['mediationOrg', 'newFormMediation', 'peoplesMediation']], ['ARB-', ['arbOffice', 'speedyTribunal']], ['INSP-', ['inspectionBody']],
];

/** From the case's history alone; undefined where it was never filed. */
export function trackedOf(history: readonly PublishedEvent[], policies: Policies, now: Instant): Tracked | undefined {
  let row: CaseRow | undefined;
  for (const event of history) row = caseView(row, event);
  if (!row) return undefined;
  const pack = policies.packToDecide(row.division, dayOf(row.receivedAt));
  const { caseNumber, receivedAt, state, closed, orders, guide, missing, unpaid, paid } = row;
  const open = Object.values(row.clocks).filter(({ status }) => status === 'running');
  const reopenUntil = open.find(({ kind, due }) => kind === 'HOT-REOPEN' && due >= dayOf(now))?.due ?? null;
  return {
    caseNumber, receivedAt, state, stateName: caseStates[state], stateNameEn: caseStatesInEnglish[state], closed,
    inCharge: orders.map(({ order, department, division }) => ({ order, ...bodyOf(department, division, pack) })),
    why: whyOf(history, pack?.sources ?? {}),
    told: guide.map((department) => nameOf(department, pack)),
    nextStep: nextOf(open.filter(({ kind }) => kind === row.nextClock), row, pack),
    missing, unpaidFen: unpaid, paidFen: Object.values(paid).reduce((sum, amount) => sum + amount, 0), closedUnpaid: closed && unpaid > 0,
    referrals: referralsOf(history),
    entitled: entitledOf(history, policies, now, pack),
    reopenUntil, correction: correctionOf(history),
    canDo: canDo(history, row).filter(({ command }) => command !== 'reopen-case' || !closed || reopenUntil !== null),
    steps: history.filter(SHOWN).map(({ type, data, recordedAt }) => ({ type, at: data['at'] ?? recordedAt, title: eventKinds.get(type)?.zh ?? type })),
  };
}

function nextOf(clocks: readonly ClockLine[], row: CaseRow, pack: Pack | undefined): Tracked['nextStep'] {
  const [next] = [...clocks].filter(({ breachAt }) => breachAt !== null).sort((a, b) => epochMs(a.breachAt!) - epochMs(b.breachAt!));
  if (!next) return null;
  const { due, kind, order, part } = next;
  const clock = pack?.clocks.get(kind);
  const [department, division] = part?.split(' ') ?? [];
  const holder = row.orders.find((one) => one.order === (order ?? 0));
  const who = HOTLINES.includes(kind) ? { department: OF_THE_HOTLINE, division: placeOf(row.division) }
    : department && division ? bodyOf(department, division, pack) : holder ? bodyOf(deskOf(kind, holder.department), holder.division, pack) : null;
  return { due, name: { zh: clock?.zh ?? kind, en: clock?.en ?? kind }, who, ground: groundIn(clock?.source ?? '', pack?.sources ?? {}) };
}

/** What the person gets without asking (免申即享), as the facts establish it today, and what the person said to it. */
function entitledOf(history: readonly PublishedEvent[], policies: Policies, now: Instant, pack: Pack | undefined): Tracked['entitled'] {
  const answers = new Map<string, 'made' | 'accepted' | 'declined'>();
  for (const { type, data } of history) {
    const { offer } = data as never as Extract<HandoverEvent, { type: 'OfferMade' }>;
    if (type === 'resolution.offer-made.v1') answers.set(offer, 'made');
    if (type === 'resolution.offer-accepted.v1') answers.set(offer, 'accepted');
    if (type === 'resolution.offer-declined.v1') answers.set(offer, 'declined');
  }
  const known = standingOf(history, policies);
  return (known ? offersOf(known.pack, known.demand, known.decision, dayOf(now)) : []).map(({ zh, en, department, rule }) => ({ zh, en, department: nameOf(department, pack), offer: rule, answer: answers.get(rule) ?? null }));
}

function canDo(history: readonly PublishedEvent[], row: CaseRow): Tracked['canDo'] {
  const { actions } = actionsOf({ caseId: row.caseId, history, caller: { subject: '', roles: ['worker'], divisions: [] }, language: 'zh', now: row.changedAt });
  const steps = actions.filter(({ command }) => PLAIN.includes(command) && !(command === 'supplement-claim' && row.missing.length === 0 && row.closed));
  return steps.sort((a, b) => PLAIN.indexOf(a.command) - PLAIN.indexOf(b.command)).map(({ command, title }) => ({ command, ...title }));
}

function deskOf(kind: string, holder: string | null): string | null {
  const desks = DESKS.find(([prefix]) => kind.startsWith(prefix))?.[1];
  return !desks || (holder !== null && desks.includes(holder)) ? holder : desks[0] ?? null;
}

function bodyOf(department: string | null, division: string, pack: Pack | undefined): Body {
  return { department: nameOf(department, pack), division: placeOf(division) };
}

function placeOf(division: string): string {
  return divisionNamed(division)?.name ?? division;
}

function nameOf(department: string | null, pack: Pack | undefined): Said | null {
  return department === null ? null : pack?.departments[department] ?? { zh: department, en: department };
}
