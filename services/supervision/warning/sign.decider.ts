import { superiorOf } from '#libs/contracts/superior.js';
import type { PackRef } from '#libs/contracts/routing.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Gatherer, SignEvent, SignLevel } from '#libs/contracts/warning.events.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import type { Gathered, SignLaw } from './levels.js';
import { placesOf, rank, reached } from './levels.js';
import { refuse } from './sign.refusals.js';
import type { Episode, Sign } from './sign.state.js';
import { evolve, initial, isSame, openIn } from './sign.state.js';

type Of<Type extends SignEvent['type']> = Extract<SignEvent, { readonly type: Type }>;
interface Asked { readonly at: Instant; readonly by: string }
interface Body { readonly department: string; readonly division: string }

/** A case as it counts for a sign. `amount` in Fen, as claimed. */
export interface Counted {
  readonly caseId: string;
  readonly division: string;
  readonly workers: number;
  readonly amount: number;
}
export interface About { readonly kind: Gatherer; readonly name: string; readonly creditCode: string | null }

export type SignCommand =
  /** `cases`: where no sign is open, all of the last days with the one that came; else that one. */
  | Asked & { readonly type: 'GatherCase'; readonly about: About; readonly cases: readonly Counted[]; readonly law: SignLaw; readonly pack: PackRef }
  | Asked & { readonly type: 'WatchProjectEnd'; readonly project: string; readonly name: string; readonly division: string; readonly endsOn: Day; readonly lookOn: Day }
  /** `found`: the level where something is wrong. `cases`: the open ones that no sign counted yet. */
  | Asked & { readonly type: 'LookAtProjectEnd'; readonly account: Of<'ProjectEndChecked'>['account']; readonly cases: readonly Counted[]; readonly unpaidCases: number; readonly found: SignLevel | null; readonly pack: PackRef }
  | Asked & { readonly type: 'RaiseWarning'; readonly warning: string; readonly bodies: readonly Body[]; readonly text: Sealed | null }
  | Asked & Body & { readonly type: 'AnswerWarning'; readonly action: Of<'EarlyWarningAnswered'>['action']; readonly answer: Sealed | null }
  | Asked & { readonly type: 'CloseWarning'; readonly result: Of<'EarlyWarningClosed'>['result']; readonly text: Sealed | null }
  | Asked & { readonly type: 'DismissSign'; readonly ground: Of<'EarlySignDismissed'>['ground']; readonly reason: Sealed | null };

const open = (state: Sign) => (openIn(state) ? undefined : refuse('SIGN_NOT_OPEN'));
const warned = (state: Sign) => open(state) ?? (openIn(state)!.warning ? undefined : refuse('NO_WARNING'));
const may: Decider<Sign, SignCommand, SignEvent>['may'] = {
  RaiseWarning: open,
  AnswerWarning: warned,
  CloseWarning: (state) => warned(state) ?? (openIn(state)!.bodies.every(({ action }) => action !== null) ? undefined : refuse('ANSWERS_OUTSTANDING', { bodies: openIn(state)!.bodies.filter(({ action }) => action === null).length })),
  DismissSign: (state) => open(state) ?? (openIn(state)!.warning ? refuse('WARNING_RAISED') : undefined),
};

/** What gathers cases, from the first sign to the end of a warning. The system finds, a person acts. */
export const sign: Decider<Sign, SignCommand, SignEvent> = { initial, decide, evolve, may };

function decide(command: SignCommand, state: Sign): readonly SignEvent[] {
  const { at, by } = command;
  const episode = openIn(state);
  switch (command.type) {
    case 'GatherCase': {
      const fresh = command.cases.filter(({ caseId }) => !state.counted.has(caseId));
      return fresh.length === 0 ? [] : episode ? [grown(command, fresh, episode)] : found(command, fresh, state);
    }
    case 'WatchProjectEnd': {
      const { project, name, division, endsOn, lookOn } = command;
      if (state.watched?.project === project && state.watched.endsOn === endsOn) return [];
      return [{ type: 'ProjectEndWatched', at, project, name, division, endsOn, lookOn }];
    }
    case 'LookAtProjectEnd': return checked(command, state);
    case 'RaiseWarning': {
      const { warning, bodies, text } = command;
      ensure(may, command, state);
      if (episode!.warning && episode!.warning !== warning) throw refuse('WARNING_RAISED', { warning: episode!.warning });
      const others = bodies.filter((body, i) => !episode!.bodies.some((one) => isSame(one, body)) && bodies.findIndex((one) => isSame(one, body)) === i);
      return others.map(({ department, division }) => ({ type: 'EarlyWarningRaised', at, by, warning, department, division, text }));
    }
    case 'AnswerWarning': {
      const { department, division, action, answer } = command;
      ensure(may, command, state);
      const body = episode!.bodies.find((one) => isSame(one, command));
      if (!body) throw refuse('BODY_NOT_WARNED');
      if (body.action === action) return [];
      if (body.action) throw refuse('ANSWERED_OTHERWISE');
      return [{ type: 'EarlyWarningAnswered', at, by, warning: episode!.warning!, department, division, action, answer }];
    }
    case 'CloseWarning': {
      if (state.episode?.end === 'closed' && state.episode.said === command.result) return [];
      ensure(may, command, state);
      return [{ type: 'EarlyWarningClosed', at, by, warning: episode!.warning!, result: command.result, text: command.text }];
    }
    case 'DismissSign': {
      if (state.episode?.end === 'dismissed' && state.episode.said === command.ground) return [];
      ensure(may, command, state);
      return [{ type: 'EarlySignDismissed', at, by, ground: command.ground, reason: command.reason }];
    }
    default: return never(command);
  }
}

type Gather = Extract<SignCommand, { readonly type: 'GatherCase' }>;

function found({ at, about, law, pack }: Gather, cases: readonly Counted[], state: Sign): readonly SignEvent[] {
  const places = placesOf(cases.map(({ division }) => division));
  const row = reached(law, summed(cases, places.length));
  if (!row) return [];
  return [{
    type: 'EarlySignFound', at, episode: (state.episode?.n ?? 0) + 1, basis: 'cases', ...about, division: above(places), cases: cases.map(({ caseId }) => caseId), level: row.level, rule: row.id, season: law.season,
    places, ...sums(cases), law: pack,
  }];
}

/** More of the same. The level never falls while the sign is open: what was seen at its worst is handled as that. */
function grown({ at, law }: Gather, fresh: readonly Counted[], episode: Episode): SignEvent {
  const places = merged(episode.places, placesOf(fresh.map(({ division }) => division)));
  const more = sums(fresh);
  const [workers, amount] = [episode.workers + more.workers, episode.amount + more.amount];
  const row = reached(law, { cases: episode.cases + fresh.length, districts: places.length, workers, amount });
  const { level, rule, season } = row && rank(row.level) > rank(episode.level) ? { level: row.level, rule: row.id, season: law.season } : episode;
  return { type: 'EarlySignGrew', at, basis: 'cases', division: above(places), added: fresh.map(({ caseId }) => caseId), level, rule, season, places, workers, amount };
}

const PROJECT_END = 'projectEnd';

/** The look at a project whose works end: always noted, and a sign where wages are open. */
function checked({ at, account, cases, unpaidCases, found: level, pack }: Extract<SignCommand, { readonly type: 'LookAtProjectEnd' }>, state: Sign): readonly SignEvent[] {
  const { watched, counted } = state;
  if (!watched || watched.checked || dayOf(at) < watched.lookOn) return [];
  const { project, name, division, endsOn } = watched;
  const noted: SignEvent = { type: 'ProjectEndChecked', at, project, endsOn, account, unpaidCases };
  if (!level) return [noted];
  const fresh = cases.filter(({ caseId }) => !counted.has(caseId));
  const episode = openIn(state);
  const places = merged(episode?.places ?? [], placesOf(fresh.map((each) => each.division)));
  const more = sums(fresh);
  const ids = fresh.map(({ caseId }) => caseId);
  if (episode) {
    const higher = rank(level) > rank(episode.level);
    return [noted, {
      type: 'EarlySignGrew', at, basis: 'projectEnd', division: places.length > 0 ? above(places) : episode.division, added: ids, level: higher ? level : episode.level, rule: higher ? PROJECT_END : episode.rule, season: higher ? null : episode.season,
      places, workers: episode.workers + more.workers, amount: episode.amount + more.amount,
    }];
  }
  return [noted, {
    type: 'EarlySignFound', at, episode: (state.episode?.n ?? 0) + 1, basis: 'projectEnd', kind: 'project', name, creditCode: null, division: places.length > 0 ? above([...places, { division, cases: 1 }]) : division,
    cases: ids, level, rule: PROJECT_END, season: null, places, ...more, law: pack,
  }];
}

function sums(cases: readonly Counted[]): { workers: number; amount: number } {
  return { workers: cases.reduce((sum, { workers }) => sum + workers, 0), amount: cases.reduce((sum, { amount }) => sum + amount, 0) };
}

function summed(cases: readonly Counted[], districts: number): Gathered {
  return { cases: cases.length, districts, ...sums(cases) };
}

type Places = Episode['places'];
function merged(before: Places, more: Places): { division: string; cases: number }[] {
  const counts = new Map(before.map(({ division, cases }) => [division, cases]));
  for (const { division, cases } of more) counts.set(division, (counts.get(division) ?? 0) + cases);
  return [...counts].map(([division, cases]) => ({ division, cases })).sort((a, b) => (a.division < b.division ? -1 : 1));
}

/** The place itself where there is one, else the nearest above all of them. */
function above(places: Places): string {
  const divisions = [...new Set(places.map(({ division }) => division))];
  return divisions.length === 1 ? divisions[0]! : superiorOf(divisions);
}
