import type { FigureEvent, FigureParameters } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';

interface Made { readonly at: Instant; readonly by: string; readonly parameters: FigureParameters; readonly position: string; readonly queryVersion: string; readonly digest: string }
export type FigureCommand =
  | Made & { readonly type: 'PublishFigures'; readonly title: string }
  | Made & { readonly type: 'ExportFigures'; readonly format: 'csv' | 'xlsx' | 'json' };

/** What was made known stands as it was; what was taken away is noted each time. */
export const figures: Decider<{ readonly published: boolean }, FigureCommand, FigureEvent> = { initial: { published: false }, decide, evolve: (state, { type }) => (type === 'FiguresPublished' ? { published: true } : state), may: {} };

function decide(command: FigureCommand, { published }: { readonly published: boolean }): readonly FigureEvent[] {
  const { at, by, parameters, position, queryVersion, digest } = command;
  if (command.type === 'ExportFigures') return [{ type: 'FiguresExported', at, by, format: command.format, parameters, position, queryVersion, digest }];
  return published ? [] : [{ type: 'FiguresPublished', at, by, title: command.title, parameters, position, queryVersion, digest }];
}
