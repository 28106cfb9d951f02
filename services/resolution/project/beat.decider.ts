import type { BeatEvent } from '#libs/contracts/project.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './beat.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
  readonly coordinator: string;
}
export type BeatCommand = Given & (
  | { readonly type: 'AssignBeat'; readonly divisions: readonly string[]; readonly projects: readonly string[]; readonly visitEveryDays: number }
  | { readonly type: 'EndBeat' }
);

export interface Beat {
  readonly divisions: readonly string[];
  readonly projects: readonly string[];
  readonly visitEveryDays: number;
}

/** The places and sites that one coordinator (治欠协管员) looks after; a new assignment takes the place of the last. */
export const beat: Decider<Beat | null, BeatCommand, BeatEvent> = { initial: null, decide, evolve, may: {} };

/** Where the beat of a coordinator is kept: one stream for each. */
export function beatIdOf(coordinator: string): string {
  return uuidv5(`beat/${coordinator}`);
}

function decide(command: BeatCommand, state: Beat | null): readonly BeatEvent[] {
  const { at, by, coordinator } = command;
  switch (command.type) {
    case 'AssignBeat': {
      const wanted: Beat = { divisions: sorted(command.divisions), projects: sorted(command.projects), visitEveryDays: command.visitEveryDays };
      if (wanted.divisions.length + wanted.projects.length === 0) throw refuse('BEAT_EMPTY');
      if (JSON.stringify(state) === JSON.stringify(wanted)) return [];
      return [{ type: 'BeatAssigned', at, by, coordinator, divisions: [...wanted.divisions], projects: [...wanted.projects], visitEveryDays: wanted.visitEveryDays }];
    }
    case 'EndBeat': return state ? [{ type: 'BeatEnded', at, by, coordinator }] : [];
    default: return never(command);
  }
}

function evolve(_: Beat | null, event: BeatEvent): Beat | null {
  switch (event.type) {
    case 'BeatAssigned': return { divisions: event.divisions, projects: event.projects, visitEveryDays: event.visitEveryDays };
    case 'BeatEnded': return null;
    default: return never(event);
  }
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
