import { divisionNamed } from '#libs/contracts/divisions.js';
import { isResidentId, normalResidentId } from '#libs/contracts/ids.js';
import type { CameFrom } from '#libs/contracts/intake.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { IdentityProof, Representation } from '#libs/contracts/intake.events.js';
import { dayOf, epochMs, instantOf } from '#libs/contracts/time.js';
import type { demandKinds } from '#libs/policy/facts.js';
import { categories, matters } from '#libs/policy/matters.js';
import type { Category, Matter } from '#libs/policy/matters.js';
import type { FieldProblem } from '#libs/runtime/field-problems.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { Recognised } from '../recognition/proposal.js';

export const categoryCodes = Object.keys(categories) as readonly Category[];
export const matterNames = Object.keys(matters) as readonly Matter[];
export type DemandKind = (typeof demandKinds)[number];

/** Where the worker turned to, which need not be the channel that sent the order on. */
export const origins = ['12345', '12333', '12348', '12351', 'cluePlatform', 'miniProgram', 'serviceStation', 'arbitrationWindow', 'mediationOrg'] as const;
export type Origin = (typeof origins)[number];

/** How fast the channel thinks it must go. A hint: the clocks follow the facts. */
export const urgencyHints = ['emergency', 'urgent', 'ordinary', 'complex'] as const;
export type UrgencyHint = (typeof urgencyHints)[number];

export type ChannelName = 'station' | '12345' | '12333' | 'clue-platform' | 'self-service' | 'transfer' | 'roster' | 'visit' | 'answers';

export interface OrderRequester {
  readonly name?: string;
  /** Unmasked, but for a masked one that came as a fact. */
  readonly phone?: string;
  readonly idNumber?: string;
  /** Of the card for the wages; the number itself is not kept. */
  readonly bankCardLast4?: string;
  readonly migrantWorker: boolean;
  readonly anonymous: boolean;
  /** The employer's side must not learn who complained (LSR 9). */
  readonly secrecy: boolean;
  /** Who files for this person, in the channel's words. */
  readonly onBehalfOf?: string;
}

/** A work order of any channel in one form, names and numbers still unsealed: it does not leave the memory of intake. */
export interface Order {
  readonly channel: ChannelName;
  readonly channelNumber: string;
  readonly origin: Origin;
  readonly receivedAt: Instant;
  /** null where neither the order nor its text says. */
  readonly category: Category | null;
  readonly kinds: readonly DemandKind[];
  readonly matters: readonly string[];
  /** Code of the place that received the demand. */
  readonly division: string;
  /** Who files for the person, and by what right. */
  readonly representative?: Pick<Representation, 'relation' | 'basis'> & { readonly name?: string; readonly phone?: string };
  readonly proof?: IdentityProof;
  /** Street and number of what happened. */
  readonly address?: string;
  readonly requester: OrderRequester | null;
  readonly employer: { readonly name?: string; readonly creditCode?: string; readonly address?: string } | null;
  readonly project: { readonly name?: string; readonly sector?: string; readonly owner?: string; readonly generalContractor?: string; readonly subcontractor?: string } | null;
  readonly text?: string;
  readonly attachments: readonly { readonly name: string; readonly sha256: string; readonly size: number; readonly uri: string }[];
  readonly urgencyHint?: UrgencyHint;
  /** By the keys of the fact catalogue; amounts in yuan. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** What was read out of the text because the order did not say: `category`, `kinds`, `matters`, `facts.<key>`. A person may set it right (PIPL 24). */
  readonly proposed: readonly string[];
  /** How sure that reading was, by which words, and what of it a person must still confirm. */
  readonly recognised?: Recognised;
  /** The code of a site by which the worker came. */
  readonly site?: { readonly project: string; readonly code: number };
  /** An enquiry that the answer base does not answer, and the section that shall. */
  readonly passedOn?: { readonly by: string; readonly section: string };
  /** The case of another region's log that it is, which keeps its number. */
  readonly transferred?: { readonly caseNumber: string; readonly cameFrom: CameFrom };
  /** The collective case whose roster names this worker, and where in it the worker belongs. */
  readonly group?: { readonly group: string; readonly tier: string | null; readonly site: string | null };
}

const FUTURE_ALLOWED_MS = 5 * 60_000; // Clocks of two systems differ.
const EARLIEST: Instant = '2000-01-01T00:00:00+08:00'; // Case numbers begin with that year; no hotline of today is older.

/** An order cannot have come in after now, nor before there were hotlines. `field` is the channel's own name for the time. */
export function receivedAtProblem(order: Order, field: string, now: Instant): FieldProblem | undefined {
  if (epochMs(order.receivedAt) < epochMs(EARLIEST)) return { field, zh: '不能早于2000年', en: 'must not lie before the year 2000' };
  if (epochMs(order.receivedAt) <= epochMs(now) + FUTURE_ALLOWED_MS) return undefined;
  return { field, zh: '不能晚于当前时间五分钟以上', en: 'must not lie more than five minutes in the future' };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** The fields that were filled in; a form sends empty ones as null or as an empty text. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '')) as Given<T>;
}

/** As `given`, and null where nothing was. */
export function givenOrNull<T extends object>(fields: T): Given<T> | null {
  const filled = given(fields);
  return Object.keys(filled).length === 0 ? null : filled;
}

/** The code of a name or code. The form knows no table: a place that is not in it, or a name that fits several, is refused here by its field. */
export function divisionCode(field: string, nameOrCode: string): string {
  const division = divisionNamed(nameOrCode);
  if (division) return division.code;
  throw new FieldsRefused([{ field, zh: '没有这个行政区划，或者名称不唯一，请用代码', en: 'is not a known division, or a name of several: use its code' }]);
}

/** The period owed as facts. Refuses one that ends before it begins by the field of its end. */
export function periodFacts(field: string, from: string | undefined, to: string | undefined): Given<Record<'periodFrom' | 'periodTo' | 'months', unknown>> {
  if (from && to && from > to) throw new FieldsRefused([{ field, zh: '不能早于开始月份', en: 'must not lie before the first month' }]);
  return given({ periodFrom: from, periodTo: to, months: monthsBetween(from, to) });
}

/** Months owed, both ends counted: `2025-11` to `2026-01` is 3. Undefined without both ends in order. */
export function monthsBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (!from || !to || from > to) return undefined;
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(to) - index(from) + 1;
}

type Draft = Omit<Order, 'proposed' | 'requester'> & { readonly requester: RequesterDraft | null };
type RequesterDraft = Given<Record<'name' | 'phone' | 'idNumber' | 'bankCardLast4' | 'onBehalfOf', string | undefined>>
  & Given<Record<'migrantWorker' | 'anonymous' | 'secrecy', boolean | undefined>>;

/** What every channel's order has in common once its fields are found. */
export function orderOf(draft: Draft): Order {
  const { project } = draft;
  return {
    ...draft,
    receivedAt: instantOf(epochMs(draft.receivedAt)),
    requester: requesterOf(draft.requester, draft.receivedAt),
    facts: {
      ...(project?.sector !== undefined && { sector: project.sector }),
      ...(project?.generalContractor !== undefined && { generalContractor: 'known' }),
      ...draft.facts,
    },
    proposed: [],
  };
}

/** A migrant worker unless the order says otherwise (WPR 2). Of one who wants no name known, none is kept: the smallest collection (PIPL 6). */
function requesterOf(draft: RequesterDraft | null, receivedAt: Instant): OrderRequester | null {
  if (draft === null || Object.keys(draft).length === 0) return null;
  const { name, phone, idNumber, bankCardLast4, onBehalfOf, migrantWorker = true, anonymous = false, secrecy = false } = draft;
  const isProof = idNumber !== undefined && isResidentId(idNumber, dayOf(receivedAt));
  return {
    ...(anonymous ? given({ phone }) : given({ name, phone, idNumber: isProof ? normalResidentId(idNumber) : undefined, bankCardLast4, onBehalfOf })),
    migrantWorker, anonymous, secrecy: secrecy || anonymous,
  };
}
