import type { Ground } from '#libs/calendar/explain.js';
import type { Sentence, Words } from '#libs/calendar/sentences.js';
import type { Told } from '#libs/calendar/told.js';
import { sentencesOf } from '#libs/calendar/told.js';
import type { Calendar } from '#libs/calendar/working-days.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import { fold } from '#libs/decider/decider.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Extension, ExplainedDue, Pause, Period, Restart } from '#libs/policy/due.js';
import { explain } from '#libs/policy/due.js';
import type { Clock } from './clock.decider.js';
import { clocks } from './clock.decider.js';

type Own = Exclude<ClockEvent, { type: 'ClocksOpened' }>;
type OwnOf<Type extends Own['type']> = Extract<Own, { type: Type }>;

/** A fact of the case that moved a clock. */
export interface Cause {
  readonly id: string;
  readonly type: string;
  readonly title: Sentence;
  readonly at: string;
  readonly by: string;
}

/** One thing that happened to a clock, with the fact that did it. */
export interface Happening extends Sentence {
  readonly type: Own['type'];
  readonly at: string;
  readonly cause: Cause | null;
  readonly event: Own;
}

/** Why a clock is due on its day: everything that moved it, and the way from its start to its date. */
export interface Why extends Pick<Clock, 'kind' | 'order' | 'status' | 'startedAt' | 'due' | 'provisionalDue' | 'warned' | 'breached' | 'rule'> {
  /** The version that the date was counted by. */
  readonly calendar: string;
  readonly history: readonly Happening[];
  readonly steps: ExplainedDue['steps'];
  readonly sentences: readonly (Sentence | Told)[];
  /** Only where the steps lead to another day than the one that stands: the calendar of that time is not known any more. */
  readonly counted?: string;
}

/**
 * From the whole history of a case. `calendarOf` finds the calendar by its version, or the one in force where that is lost.
 * Undefined where the case has no such clock.
 */
export function whyOf(history: readonly PublishedEvent[], id: string, calendarOf: (version: string, division: string) => Calendar): Why | undefined {
  const stream = history.filter(({ stream: name }) => name.startsWith('clocks/'));
  const state = fold(clocks, stream.map((event) => streamEvent<ClockEvent>(event)));
  const clock = state.clocks.get(id);
  if (!clock) return undefined;
  const facts = new Map(history.map((event) => [event.id, event]));
  const own = stream.map((event) => streamEvent<ClockEvent>(event)).filter((event): event is Own => event.type !== 'ClocksOpened' && event.clock === id);
  const happenings = own.map((event) => happening(event, facts));
  const { kind, order, status, startedAt, due, provisionalDue, warned, breached, rule, calendar } = clock;
  const told = explain(periodOf(clock, own, facts), startedAt, calendarOf(calendar, state.division));
  const counted = told.provisionalDue ?? told.due;
  return {
    kind, order, status, startedAt, due, provisionalDue, warned, breached, rule, calendar, history: happenings, steps: told.steps,
    sentences: [...happenings.filter(({ type }) => type === 'ClockStarted'), ...sentencesOf(told.steps, words), ...happenings.filter(({ type }, i) => AFTERWARDS.includes(type) || (type === 'ClockResumed' && happenings[i - 1]?.type === 'ClockCancelled'))]
      .map(({ zh, en, ...rest }) => ('first' in rest ? { zh, en, first: rest.first, last: rest.last } : { zh, en })),
    ...(counted !== (provisionalDue ?? due) && { counted }),
  };
}

/** What the steps of the count do not tell, told after them. */
const AFTERWARDS: readonly Own['type'][] = ['ClockExtensionRefused', 'ClockRescheduled', 'ClockBreached', 'ClockSatisfied', 'ClockCancelled'];

/** The clock as it counts since it last began, with the grounds of whatever moved it. */
function periodOf({ rule, open }: Clock, own: readonly Own[], facts: ReadonlyMap<string, PublishedEvent>): Period {
  let startedAt = '';
  let extension: Extension[] = [];
  let suspended: Pause[] = [];
  let standing: (Ground & { readonly from: string; readonly ground: string })[] = [];
  const restarts: Restart[] = [];
  const ends = (of: typeof standing, to: string): void => {
    suspended = [...suspended, ...of.map(({ ground: _, ...pause }) => ({ ...pause, to: to < pause.from ? pause.from : to }))];
    standing = standing.filter((one) => !of.includes(one));
  };
  for (const event of own) {
    switch (event.type) {
      case 'ClockStarted': startedAt = event.startedAt; break;
      case 'ClockRestarted': {
        const cause = causeOf(event.causedBy, facts);
        restarts.push({ from: startedAt, at: event.startedAt, ...(cause && { reason: cause.type, by: cause.by }) });
        startedAt = event.startedAt;
        extension = [];
        suspended = suspended.filter(({ to }) => to > startedAt);
        break;
      }
      case 'ClockSuspended': standing = [...standing, { from: event.from, reason: event.reason, ground: event.ground ?? '', ...(event.by !== undefined && { by: event.by }) }]; break;
      case 'ClockPauseEnded': ends(standing.filter(({ ground }) => ground === event.ground), event.to); break;
      case 'ClockResumed': ends(standing, event.to); break;
      case 'ClockExtended': extension = [...extension, { n: event.by, approvedBy: event.approvedBy, ...(event.ground !== undefined && { reason: event.ground }) }]; break;
      default: break;
    }
  }
  const [since] = open.length > 0 ? standing : [];
  const { n, unit, roll, source } = rule;
  return { n: n ?? 0, unit: unit as Period['unit'], roll, source, extension, suspended, restarts, ...(since && { suspendedSince: groundAndFrom(since) }) };
}

function groundAndFrom({ ground: _, ...since }: Ground & { readonly from: string; readonly ground: string }): Ground & { readonly from: string } {
  return since;
}

function causeOf(id: string | undefined, facts: ReadonlyMap<string, PublishedEvent>): Cause | null {
  const fact = id === undefined ? undefined : facts.get(id);
  if (!fact) return null;
  const { at, by, approvedBy } = fact.data as { at?: string; by?: unknown; approvedBy?: unknown };
  const who = [by, approvedBy].find((one) => typeof one === 'string') ?? fact.meta.actor;
  return { id: fact.id, type: fact.type, title: titleOf(fact.type), at: at ?? fact.recordedAt, by: who };
}

/** `resolution.notice-published.v1` as 公告送达开始 and “notice published”. */
function titleOf(type: string): Sentence {
  return { zh: eventKinds.get(type)?.zh ?? type, en: type.split('.')[1]?.replaceAll('-', ' ') ?? type };
}

const words: Words = { reason: (code) => (eventKinds.has(code) ? titleOf(code) : undefined) };

function happening(event: Own, facts: ReadonlyMap<string, PublishedEvent>): Happening {
  const cause = 'causedBy' in event ? causeOf(event.causedBy, facts) : null;
  const own = eventKinds.get(`supervision.${event.type.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}.v1`);
  const sentence = toldOf(event, cause) ?? { zh: own?.zh ?? event.type, en: own ? titleOf(own.type).en : event.type };
  return { type: event.type, at: event.at, cause, event, ...sentence };
}

const LIMITS: Readonly<Record<OwnOf<'ClockExtensionRefused'>['limit'], Sentence>> = {
  none: { zh: '该期限依法不得延长', en: 'the law knows no extension of this limit' },
  amount: { zh: '超过每次可延长的幅度', en: 'it is longer than one extension may be' },
  times: { zh: '已延长的次数达到上限', en: 'it has been extended as often as it may be' },
  approver: { zh: '未经有权机关或者负责人批准', en: 'nobody who may approve it has' },
  ended: { zh: '期限在此之前已经届满', en: 'the time had run out before' },
};

function toldOf(event: Own, cause: Cause | null): Sentence | undefined {
  const day = event.at.slice(0, 10);
  switch (event.type) {
    case 'ClockStarted': return cause
      ? { zh: `${cause.at.slice(0, 10)}“${cause.title.zh}”，期限开始计算（${event.rule.source}）。`, en: `Begun by “${cause.title.en}” on ${cause.at.slice(0, 10)} (${event.rule.source}).` }
      : { zh: `期限自${event.startedAt}开始计算（${event.rule.source}）。`, en: `Begun on ${event.startedAt} (${event.rule.source}).` };
    case 'ClockExtensionRefused': return {
      zh: `${day}提出延长${event.by ?? '若干'}（批准：${event.approvedBy || '无'}），不予计算：${LIMITS[event.limit].zh}${event.allowed ? `（规定：每次至多${event.allowed.n}，共${event.allowed.times}次）` : ''}。`,
      en: `An extension by ${event.by ?? 'an unstated amount'} on ${day} (approved by: ${event.approvedBy || 'nobody'}) is not counted: ${LIMITS[event.limit].en}${event.allowed ? ` (allowed: at most ${event.allowed.n}, ${event.allowed.times} ${event.allowed.times === 1 ? 'time' : 'times'})` : ''}.`,
    };
    case 'ClockRescheduled': return {
      zh: `${day}因${event.notice ? `${event.notice.year}年放假安排公布（日历${event.notice.version}）` : '日历变更'}重新核定：由${stated(event.before, event.beforeProvisional).zh}改为${stated(event.due, event.provisionalDue).zh}。`,
      en: `Counted again on ${day}${event.notice ? ` by the notice for ${event.notice.year} (calendar ${event.notice.version})` : ' by a new calendar'}: from ${stated(event.before, event.beforeProvisional).en} to ${stated(event.due, event.provisionalDue).en}.`,
    };
    case 'ClockResumed': return { zh: `${day}${cause ? `“${cause.title.zh}”，` : ''}期限恢复计算。`, en: `Counted on from ${day}${cause ? `, after “${cause.title.en}”` : ''}.` };
    case 'ClockBreached': return { zh: `期限届满未完成，自${event.breachAt.slice(0, 10)}起逾期。`, en: `It ran out unmet; breached from ${event.breachAt.slice(0, 10)} on.` };
    case 'ClockSatisfied': return { zh: `${day}${cause ? `“${cause.title.zh}”，` : ''}事项${event.onTime ? '按期' : '逾期'}完成。`, en: `Met ${event.onTime ? 'in time' : 'late'} on ${day}${cause ? ` by “${cause.title.en}”` : ''}.` };
    case 'ClockCancelled': return { zh: `${day}${cause ? `“${cause.title.zh}”，` : ''}期限终止。`, en: `Ended on ${day}${cause ? ` by “${cause.title.en}”` : ''}.` };
    default: return undefined;
  }
}

function stated(due: string, provisional: string | null | undefined): Sentence {
  if (due !== 'PENDING_CALENDAR') return { zh: due, en: due };
  return { zh: provisional ? `暂定${provisional}` : '待定', en: provisional ? `the provisional ${provisional}` : 'none yet' };
}
