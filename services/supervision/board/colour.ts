import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs } from '#libs/contracts/time.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { Colour } from '#libs/policy/ladder.js';
import { colours } from '#libs/policy/ladder.js';
import { prefixOfDivision } from '#libs/security/scope.js';
import { after } from '../escalation/answer-due.js';
import { ladderFor } from '../escalation/escalation.desk.js';

export type ColourName = Colour['id'] | 'none';
export const colourNames = [...colours, 'none'] as const;

/** Until when the next limit of a case must end for it to be blue or yellow, in one place. */
interface Shades { readonly division: string; readonly yellow: Instant | null; readonly blue: Instant | null }

/**
 * The colour of a case as SQL: red where a limit of the authority is broken, yellow and blue by how many working days are left, as the pack of the
 * place has it that works on the case. Computed at the question, from the next limit: a colour that is stored is wrong by tomorrow.
 * `parameters` are bound by name; `alias` is the case's table.
 */
export function colourOf(policies: Policies, now: Instant, alias = 'c'): { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> } {
  const shades = shadesOf(policies, now);
  const parameters: Record<string, unknown> = { colourNow: now };
  const cases = shades.flatMap(({ division, yellow, blue }, i) => {
    Object.assign(parameters, { [`place${i}`]: `${prefixOfDivision(division)}%`, [`yellow${i}`]: yellow, [`blue${i}`]: blue });
    const here = `${alias}."handlingDivision" LIKE :place${i}`;
    return [`WHEN ${here} AND ${alias}."nextDueAt" <= :yellow${i}::timestamptz THEN 'yellow'`, `WHEN ${here} AND ${alias}."nextDueAt" <= :blue${i}::timestamptz THEN 'blue'`, `WHEN ${here} THEN 'none'`];
  });
  return { sql: `(CASE WHEN ${alias}."nextDueAt" IS NULL THEN 'none' WHEN ${alias}.breached > 0 OR ${alias}."nextDueAt" <= :colourNow::timestamptz THEN 'red' ${cases.join(' ')} ELSE 'none' END)`, parameters };
}

/** The last instant that any place still calls blue: what lies beyond has no colour, and need not be read. */
export function coloursEnd(policies: Policies, now: Instant): Instant {
  return shadesOf(policies, now).flatMap(({ yellow, blue }) => [yellow, blue]).filter((each): each is Instant => each !== null).sort().at(-1) ?? now;
}

/** The colour of one case, as `colourOf` has it. */
export function colourOfCase({ handlingDivision, nextDueAt, breached }: { readonly handlingDivision: string; readonly nextDueAt: Instant | null; readonly breached: number }, policies: Policies, now: Instant): ColourName {
  if (nextDueAt === null) return 'none';
  const end = epochMs(nextDueAt);
  if (breached > 0 || end <= epochMs(now)) return 'red';
  const here = shadesOf(policies, now).find(({ division }) => handlingDivision.startsWith(prefixOfDivision(division)));
  const within = (until: Instant | null | undefined): boolean => typeof until === 'string' && end <= epochMs(until);
  return within(here?.yellow) ? 'yellow' : within(here?.blue) ? 'blue' : 'none';
}

const counted = new WeakMap<readonly Pack[], { readonly day: Day; readonly shades: readonly Shades[] }>();

/** By the packs in force today, the most specific place first. Counted once a day: in working days no hour matters. */
function shadesOf(policies: Policies, now: Instant): readonly Shades[] {
  const day: Day = dayOf(now);
  const known = counted.get(policies.packs);
  if (known?.day === day) return known.shades;
  const shades = shadesOn(policies, now, day);
  counted.set(policies.packs, { day, shades });
  return shades;
}

function shadesOn(policies: Policies, now: Instant, day: Day): readonly Shades[] {
  const places = [...new Set(policies.packs.map(({ ref }) => ref.division))].sort((a, b) => prefixOfDivision(b).length - prefixOfDivision(a).length);
  return places.flatMap((division) => {
    const pack = policies.packFor(division, day);
    const ladder = pack && ladderFor(policies, pack, now);
    if (!pack || !ladder) return [];
    const end = (id: Colour['id']): Instant | null => {
      const n = ladder.colours.find((each) => each.id === id)?.withinWorkingDays;
      return typeof n === 'number' ? after({ n, unit: 'workingDays' }, now, policies.calendarFor(division, pack)) : null;
    };
    return [{ division, yellow: end('yellow'), blue: end('blue') }];
  });
}
