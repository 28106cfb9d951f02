import type { Expected, ExpectedClock } from './sample-cases.js';
import { regionCode, startsAtReceipt } from './sample-cases.js';

/** One field of a case, as it should be and as it was. */
export interface Line {
  readonly field: string;
  readonly ok: boolean;
  readonly wanted: unknown;
  readonly got: unknown;
}

interface ClockSeen { readonly id: string; readonly startedAt: string; readonly due: string }
interface OrderSeen { readonly matter: string | null; readonly lead: string | null; readonly assist: readonly string[] }

/** A decision as the check tells it, or as the stored case shows it. */
export interface Seen extends Omit<OrderSeen, 'matter'> {
  readonly mode: string | null;
  readonly rules: readonly string[];
  readonly guide: readonly string[];
  readonly children: readonly OrderSeen[];
  readonly handlingRegion: string | null;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly clocks: readonly ClockSeen[];
  /** Not shown by a stored case. */
  readonly handover?: readonly string[];
  readonly mergedInto?: string | null;
}

/** Every field that the case asserts, one line each. Sets know no order; the guide names at least these. */
export function compared(wanted: Expected, got: Seen): Line[] {
  const { lead, leadAlternatives = [], children = [], flags } = wanted;
  return [
    same('mode', wanted.mode, got.mode),
    same('rules', sorted(wanted.rules), sorted(got.rules)),
    line('lead', [lead, ...leadAlternatives].includes(got.lead), lead, got.lead),
    same('assist', sorted(wanted.assist), sorted(got.assist)),
    line('guide', (wanted.guide ?? []).every((body) => got.guide.includes(body)), wanted.guide ?? [], got.guide),
    ...(got.handover ? [same('handover', wanted.handover ?? [], got.handover)] : []),
    ...(got.mergedInto !== undefined ? [same('mergedInto', wanted.mergedInto ?? null, got.mergedInto)] : []),
    same('children', children.length, got.children.length),
    ...children.flatMap((child, at) => childLines(child, got.children[at])),
    ...(wanted.handlingRegion === undefined ? [] : [same('handlingRegion', regionCode(wanted.handlingRegion), regionCode(got.handlingRegion))]),
    ...Object.entries(flags).map(([flag, value]) => same(`flag ${flag}`, value, got.flags[flag])),
    ...wanted.clocks.filter(startsAtReceipt).map((clock) => clockLine(clock, got.clocks)),
  ];
}

function childLines({ matter, lead, leadAlternatives = [], assist }: NonNullable<Expected['children']>[number], got: OrderSeen | undefined): Line[] {
  return [
    same(`child ${matter}`, matter, got?.matter),
    line(`child ${matter} lead`, [lead, ...leadAlternatives].includes(got?.lead ?? null), lead, got?.lead),
    same(`child ${matter} assist`, sorted(assist), sorted(got?.assist ?? [])),
  ];
}

/** A clock of that name, start and end must be there. */
export function clockLine({ id, startedAt, due }: ExpectedClock, clocks: readonly ClockSeen[]): Line {
  const named = clocks.filter((clock) => clock.id === id);
  const found = named.some((clock) => clock.due === due && (startedAt === undefined || clock.startedAt === startedAt));
  return line(`clock ${id}`, found, `${startedAt ?? ''} → ${due}`, named.map((clock) => `${clock.startedAt} → ${clock.due}`));
}

export function same(field: string, wanted: unknown, got: unknown): Line {
  return line(field, JSON.stringify(wanted) === JSON.stringify(got), wanted, got);
}

export function line(field: string, ok: boolean, wanted: unknown, got: unknown): Line {
  return { field, ok, wanted, got };
}

/** What of the lines is wrong, in words for the failure of a test. */
export function differences(lines: readonly Line[]): string[] {
  return lines.filter(({ ok }) => !ok).map(({ field, wanted, got }) => `${field}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got) ?? 'nothing'}`);
}

function sorted(values: readonly string[]): string[] {
  return [...values].sort();
}
