import { z } from 'zod';
import { caseStates } from '#libs/contracts/case-states.js';
import type { CaseState } from '#libs/contracts/case-states.js';
import { measures } from '#libs/contracts/supervision.events.js';
import { unknownSources } from './citation.js';
import type { Pack } from './pack.js';

const grounds = { zh: z.string().min(1), en: z.string().min(1), source: z.string().min(1), confidence: z.enum(['A', 'B', 'C', 'P']) };
const period = z.strictObject({ n: z.int().min(1), unit: z.enum(['workingDays', 'hours']) });
export type Period = z.infer<typeof period>;
const rungName = z.enum(measures);

/** Who is addressed: the body that holds the order, its head, the supervisor of its division, the supervisor of the division next above. */
export const addressees = ['holder', 'unitHead', 'divisionSupervisor', 'superiorSupervisor'] as const;

const rung = z.strictObject({
  id: rungName, ...grounds, addressee: z.enum(addressees),
  /** Time to answer; null: none is asked for, and the next rung comes with the breach. */
  answer: period.nullable(),
  /** The same where the clock itself runs in hours. */
  answerInHours: period.optional(),
  /** Never given by the system: a person decides on it. */
  byHand: z.boolean().optional(),
});
export type Rung = z.infer<typeof rung>;

const conditionIds = ['warned', 'breached', 'ownerless', 'noMovement', 'returnedTwice'] as const;
const condition = z.strictObject({
  id: z.enum(conditionIds), ...grounds,
  /** The rung on which it puts a case; null: this place raises nothing for it. */
  enters: rungName.nullable(),
  /** How long it holds before it is raised. Of the clocks' own conditions none. */
  limit: period.optional(),
  /** Of `noMovement`: another limit in a state of the case; null where waiting is right. */
  byState: z.partialRecord(z.enum(Object.keys(caseStates) as [CaseState, ...CaseState[]]), period.nullable()).optional(),
  /** Of `returnedTwice`: how many returns of one order. */
  times: z.int().min(1).optional(),
});
export type Condition = z.infer<typeof condition>;

/** `red`: a limit of the authority was broken. The others: the next one ends within so many working days, today not counted. */
export const colours = ['blue', 'yellow', 'red'] as const;
const colour = z.strictObject({ id: z.enum(colours), ...grounds, withinWorkingDays: z.int().min(0).nullable() });
export type Colour = z.infer<typeof colour>;

const ladder = z.strictObject({ rungs: z.array(rung), conditions: z.array(condition), colours: z.array(colour) });
export type Ladder = z.infer<typeof ladder>;

type Files = Pick<Pack, 'files'>;
const read = new WeakMap<object, Ladder>();

/** `ladder.json`: how pressure climbs, what sets it off, and when a case is blue, yellow or red. Undefined where no pack above says anything. Throws where the file is none. */
export function ladderOf({ files }: Files): Ladder | undefined {
  const file = files['ladder'];
  if (file === undefined) return undefined;
  const known = read.get(file as object) ?? ladder.parse(file);
  read.set(file as object, known);
  return known;
}

export function rungNamed({ rungs }: Ladder, id: string): Rung | undefined {
  return rungs.find((each) => each.id === id);
}

/** The next rung above one that the system gives by itself, in the order of the law and not of the file; undefined at the top. */
export function rungAbove({ rungs }: Ladder, id: string): Rung | undefined {
  const from = measures.indexOf(id as Rung['id']);
  return measures.slice(from + 1).map((each) => rungs.find((one) => one.id === each && !one.byHand)).find((each) => each !== undefined);
}

export function conditionNamed({ conditions }: Ladder, id: Condition['id']): Condition | undefined {
  const found = conditions.find((each) => each.id === id);
  return found?.enters ? found : undefined;
}

/** How long a case may stand still in a state; undefined where waiting is right, or nothing is said. */
export function idleLimit(found: Condition | undefined, state: string): Period | undefined {
  if (!found) return undefined;
  const own = found.byState?.[state as CaseState];
  return own === null ? undefined : own ?? found.limit;
}

/** The shortest time in which any state of a case could come to stand still for too long. */
export function shortestIdle(found: Condition | undefined): Period | undefined {
  const limits = [found?.limit, ...Object.values(found?.byState ?? {})].filter((each): each is Period => each !== undefined && each !== null);
  return limits.sort((a, b) => hoursAtLeast(a) - hoursAtLeast(b))[0];
}

function hoursAtLeast({ n, unit }: Period): number {
  return unit === 'hours' ? n : n * 24;
}

export interface WrongRung { readonly row: string; readonly field: string; readonly zh: string; readonly en: string }

/** What keeps a ladder from working: sources that nobody listed, rows twice, conditions that enter on no rung, a rung without an end, colours out of their order. */
export function wrongLadder(pack: Pick<Pack, 'files' | 'sources'>): readonly WrongRung[] {
  const parsed = pack.files['ladder'] === undefined ? undefined : ladder.safeParse(pack.files['ladder']);
  if (!parsed) return [];
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => ({ row: path.join('.'), field: 'ladder', zh: `督办阶梯不合格式：${message}`, en: `outside the form of a ladder: ${message}` }));
  const { rungs, conditions, colours: shades } = parsed.data;
  const found: WrongRung[] = [];
  const say = (row: string, field: string, zh: string, en: string) => found.push({ row, field, zh, en });
  for (const rows of [rungs, conditions, shades]) {
    for (const [i, { id, source }] of rows.entries()) {
      if (rows.findIndex((other) => other.id === id) !== i) say(id, 'id', '重复', 'named twice');
      for (const part of unknownSources(source, pack.sources)) say(id, 'source', `依据未登记：${part}`, `a source that nobody listed: ${part}`);
    }
  }
  for (const { id, enters, limit, times } of conditions) {
    if (enters !== null && !rungs.some((each) => each.id === enters && !each.byHand)) say(id, 'enters', `没有这一级或者只能由人作出：${enters}`, `no rung that the system gives: ${enters}`);
    if (enters !== null && ['ownerless', 'noMovement'].includes(id) && !limit) say(id, 'limit', '没有期限', 'it has no limit');
    if (enters !== null && id === 'returnedTwice' && times === undefined) say(id, 'times', '没有次数', 'it does not say how often');
  }
  for (const { id, answer } of rungs) if (answer === null && id !== 'warning') say(id, 'answer', '没有答复期限，将停在这一级', 'no time to answer: it would never climb');
  const within = (id: Colour['id']) => shades.find((each) => each.id === id)?.withinWorkingDays;
  const [blue, yellow] = [within('blue'), within('yellow')];
  if (typeof blue === 'number' && typeof yellow === 'number' && blue <= yellow) say('blue', 'withinWorkingDays', '蓝色应早于黄色', 'blue must come before yellow');
  return found;
}
