import { addDays } from '#libs/calendar/day.js';
import type { Calendar } from '#libs/calendar/working-days.js';
import type { Day } from '#libs/contracts/time.js';
import { dueOf } from '#libs/policy/due.js';
import type { Parameters, ProjectDuty } from '#libs/policy/pack.js';
import type { Project } from './project.state.js';

/** One duty of the pack, and whether the file shows it. */
export interface Check {
  readonly duty: string;
  readonly zh: string;
  readonly en: string;
  /** Statute and article. */
  readonly ground: string;
  /** `due`: not shown yet, and there is still time. */
  readonly status: 'met' | 'due' | 'lacking';
  /** Last day in time; null where the months say it. */
  readonly dueOn: Day | null;
  /** Months without money or wages, as far as the file goes. */
  readonly months: readonly string[];
}

type Found = Pick<Check, 'status' | 'dueOn' | 'months'>;
interface LookLaw {
  readonly duty: ProjectDuty;
  readonly on: Day;
  readonly calendar: Calendar;
}
type Look = (state: Project, law: LookLaw) => Found;

/** What a project's file lacks on a day, by the duties of the pack in force, in their order (WPR 24 to 34). */
export function checklistOf(state: Project, { projectDuties = {} }: Pick<Parameters, 'projectDuties'>, on: Day, calendar: Calendar): readonly Check[] {
  if (!state.about) return [];
  return Object.entries(projectDuties).map(([id, duty]) => ({ duty: id, zh: duty.zh, en: duty.en, ground: duty.source, ...looks[id as keyof typeof looks](state, { duty, on, calendar }) }));
}

export function lacking(checks: readonly Check[]): readonly string[] {
  return checks.filter(({ status }) => status === 'lacking').map(({ duty }) => duty);
}

const looks: Readonly<Record<keyof NonNullable<Parameters['projectDuties']>, Look>> = {
  wageAccount: (state, law) => once(state, state.account.step !== 'none', law),
  deposit: (state, law) => (state.deposit.step === 'held' && state.deposit.balance < state.deposit.full ? { status: 'lacking', dueOn: null, months: [] } : once(state, state.deposit.step !== 'none', law)),
  labourCost: (state, { on }) => eachMonth(state, Object.keys(state.funded), on),
  wagesPaid: (state, { on }) => eachMonth(state, Object.keys(state.paid), on),
  roster: (state, law) => again(state, state.roster && { on: state.roster.on, whole: state.roster.registered === state.roster.onSite && state.roster.withContract === state.roster.onSite }, law),
  rightsBoard: (state, law) => again(state, state.board && { on: state.board.on, whole: state.board.complete }, law),
};

/** Shown once and for all, within a time from the start of the works. */
function once({ about }: Project, shown: boolean, { duty: { within }, on, calendar }: LookLaw): Found {
  if (shown) return { status: 'met', dueOn: null, months: [] };
  const end = within ? dueOf({ ...within, roll: false }, about!.startedOn, calendar) : { due: about!.startedOn };
  const dueOn = 'provisionalDue' in end && end.provisionalDue ? end.provisionalDue : end.due;
  return { status: on <= dueOn ? 'due' : 'lacking', dueOn, months: [] };
}

/** Each whole month of the works: of the month that runs, nothing can be said yet. */
function eachMonth({ about, completedOn }: Project, shown: readonly string[], on: Day): Found {
  const months = monthsFrom(about!.startedOn.slice(0, 7), lastWhole(completedOn && completedOn < on ? completedOn : null, on)).filter((month) => !shown.includes(month));
  return { status: months.length > 0 ? 'lacking' : 'met', dueOn: null, months };
}

function lastWhole(completedOn: Day | null, on: Day): string {
  const before = addDays(`${on.slice(0, 7)}-01`, -1).slice(0, 7);
  return completedOn && completedOn.slice(0, 7) < before ? completedOn.slice(0, 7) : before;
}

function monthsFrom(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let [year, month] = first.split('-').map(Number) as [number, number]; months.length < MONTHS_MAX; [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) break;
    months.push(name);
  }
  return months;
}

/** No works take longer; a wrong start must not make a list without end. */
const MONTHS_MAX = 240;

/** Checked again and again, and whole at the last check. A finished site is checked no more. */
function again({ about, completedOn }: Project, last: { readonly on: Day; readonly whole: boolean } | null, { duty: { everyDays = 30 }, on }: LookLaw): Found {
  const dueOn = addDays(last?.on ?? about!.startedOn, everyDays);
  if (last && !last.whole) return { status: 'lacking', dueOn: null, months: [] };
  if (completedOn) return { status: last ? 'met' : 'lacking', dueOn: null, months: [] };
  return { status: on > dueOn ? 'lacking' : last ? 'met' : 'due', dueOn, months: [] };
}
