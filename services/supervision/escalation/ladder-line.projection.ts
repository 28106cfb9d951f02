import type { PublishedEvent } from '#libs/contracts/event.js';
import type { EscalationEvent } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';

/** Where one way up the ladder stands: its present rung, to whom, by when, who took receipt, who answered. What persons wrote is in the events, sealed. */
export interface LadderLine {
  readonly clock: string | null;
  readonly kind: string;
  readonly order: number | null;
  readonly step: number;
  readonly measure: string;
  readonly addressee: string;
  readonly to: string | null;
  /** The body addressed, and the division in which whoever is addressed sits. */
  readonly department: string | null;
  readonly division: string | null;
  readonly by: string | null;
  readonly from: string | null;
  readonly ground: string | null;
  readonly next: string | null;
  readonly since: Instant | null;
  readonly raisedAt: Instant;
  readonly answerDue: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: string | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly status: 'open' | 'answered' | 'settled';
}

/** Above every rung: a case that is listed by name. */
const LISTED_STEP = 5;

type Of<Type> = Extract<EscalationEvent, { type: Type }>;

/** Which line an event of the ladder concerns. A listing is one line of its case. */
export function ladderKeys({ type, caseId, data }: PublishedEvent): readonly string[] {
  if (/^supervision\.(escalation|interview)-/.test(type)) return [String(data['escalation'])];
  return /^supervision\.supervision-(listed|answered|delisted)\./.test(type) ? [uuidv5(`listed/${caseId}`)] : [];
}

/** A line after one of its events. */
export function ladderLine(before: LadderLine | undefined, event: PublishedEvent): LadderLine | undefined {
  const { at } = event.data as { at: Instant };
  switch (event.type) {
    case 'supervision.escalation-raised.v1': return raised(event.data as never);
    case 'supervision.supervision-listed.v1': return listed(event.data as never);
    case 'supervision.escalation-acknowledged.v1': return before && { ...before, acknowledgedAt: at, acknowledgedBy: String(event.data['by']) };
    case 'supervision.escalation-answered.v1':
    case 'supervision.supervision-answered.v1': return before && answered(before, event);
    case 'supervision.interview-held.v1': return before && event.data['attended'] === true ? answered(before, event) : before;
    case 'supervision.escalation-settled.v1':
    case 'supervision.supervision-delisted.v1': return before && { ...before, status: 'settled' };
    default: return before;
  }
}

function answered(before: LadderLine, { data }: PublishedEvent): LadderLine {
  return { ...before, status: 'answered', answeredAt: data['at'] as Instant, answeredBy: String(data['by']) };
}

const fresh = { acknowledgedAt: null, acknowledgedBy: null, answeredAt: null, answeredBy: null, status: 'open' } as const;

function raised({ clock, kind, order, step, measure, addressee, to, unit, division, by, from, ground, next, since, at, answerDue }: Of<'EscalationRaised'>): LadderLine {
  return {
    clock, kind, order: order ?? null, step, measure, addressee, to: to ?? null, department: unit?.department ?? null, division: division ?? null, by: by ?? null, from: from ?? null, ground: ground ?? null, next: next ?? null,
    since: since ?? null, raisedAt: at, answerDue, ...fresh,
  };
}

function listed({ by, answerDue, head, at }: Of<'SupervisionListed'>): LadderLine {
  return {
    clock: null, kind: 'listed', order: null, step: LISTED_STEP, measure: 'listedSupervision', addressee: head ? 'named' : 'unitHead', to: head ?? null, department: null, division: null, by, from: null, ground: null, next: null,
    since: null, raisedAt: at, answerDue, ...fresh,
  };
}

/** What the board shows of a case's ways up: the highest rung, and which conditions hold. */
export function ladderSum(lines: Readonly<Record<string, LadderLine>>): { readonly escalation: number; readonly ownerless: boolean; readonly stuck: boolean; readonly returnedTwice: boolean } {
  const standing = Object.values(lines).filter(({ status }) => status !== 'settled');
  const has = (kind: string): boolean => standing.some((line) => line.kind === kind);
  return {
    escalation: Math.max(0, ...standing.filter(({ kind }) => kind !== 'listed').map(({ step }) => step)), ownerless: has('ownerless'), stuck: has('noMovement'), returnedTwice: has('returnedTwice'),
  };
}
