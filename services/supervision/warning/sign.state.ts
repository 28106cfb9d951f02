import type { SignEvent, SignLevel } from '#libs/contracts/warning.events.js';
import type { Day } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';

type Of<Type extends SignEvent['type']> = Extract<SignEvent, { readonly type: Type }>;

/** One body that was warned, and what it said it did. */
export interface Warned {
  readonly department: string;
  readonly division: string;
  readonly action: Of<'EarlyWarningAnswered'>['action'] | null;
}

/** From the finding of a sign to its end. */
export interface Episode {
  readonly n: number;
  readonly division: string;
  readonly level: SignLevel;
  readonly rule: string;
  readonly season: string | null;
  readonly cases: number;
  readonly places: Of<'EarlySignFound'>['places'];
  readonly workers: number;
  readonly amount: number;
  readonly warning: string | null;
  readonly bodies: readonly Warned[];
  readonly end: 'dismissed' | 'closed' | null;
  /** Of the end: what was said, so that the same again is known. */
  readonly said: string | null;
}

export interface Sign {
  readonly episode: Episode | null;
  /** Every case that ever counted: none counts twice. */
  readonly counted: ReadonlySet<string>;
  readonly watched: { readonly project: string; readonly name: string; readonly division: string; readonly endsOn: Day; readonly lookOn: Day; readonly checked: boolean } | null;
}

export const initial: Sign = { episode: null, counted: new Set(), watched: null };

/** The episode that goes on. */
export function openIn({ episode }: Pick<Sign, 'episode'>): Episode | null {
  return episode && episode.end === null ? episode : null;
}

export function evolve(state: Sign, event: SignEvent): Sign {
  const changed = (change: Partial<Episode>): Sign => ({ ...state, episode: { ...state.episode!, ...change } });
  switch (event.type) {
    case 'EarlySignFound': {
      const { episode: n, division, level, rule, season, cases, places, workers, amount } = event;
      return { ...state, counted: new Set([...state.counted, ...cases]), episode: { n, division, level, rule, season, cases: cases.length, places, workers, amount, warning: null, bodies: [], end: null, said: null } };
    }
    case 'EarlySignGrew': {
      const { division, added, level, rule, season, places, workers, amount } = event;
      return { ...changed({ division, level, rule, season, places, workers, amount, cases: state.episode!.cases + added.length }), counted: new Set([...state.counted, ...added]) };
    }
    case 'EarlySignDismissed': return changed({ end: 'dismissed', said: event.ground });
    case 'EarlyWarningRaised': return changed({ warning: event.warning, bodies: [...state.episode!.bodies, { department: event.department, division: event.division, action: null }] });
    case 'EarlyWarningAnswered': return changed({ bodies: state.episode!.bodies.map((body) => (isSame(body, event) ? { ...body, action: event.action } : body)) });
    case 'EarlyWarningClosed': return changed({ end: 'closed', said: event.result });
    case 'ProjectEndWatched': {
      const { project, name, division, endsOn, lookOn } = event;
      return { ...state, watched: { project, name, division, endsOn, lookOn, checked: false } };
    }
    case 'ProjectEndChecked': return { ...state, watched: state.watched && { ...state.watched, checked: true } };
    default: return never(event);
  }
}

type Body = Pick<Warned, 'department' | 'division'>;
export function isSame(a: Body, b: Body): boolean {
  return a.department === b.department && a.division === b.division;
}
