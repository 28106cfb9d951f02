import type { PaperEvent } from '#libs/contracts/resolution.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './papers.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
export type Issued = Omit<Extract<PaperEvent, { type: 'PaperIssued' }>, 'type'>;

export type PaperCommand = Given & (
  | { readonly type: 'IssuePaper' } & Issued
  | { readonly type: 'ReadPaper'; readonly paper: string; readonly form: 'pdf' | 'docx'; readonly opened: readonly string[] }
);

export interface Papers {
  readonly issued: ReadonlyMap<string, Issued>;
  readonly lastRead: string | undefined;
}

export const papers: Decider<Papers, PaperCommand, PaperEvent> = { initial: { issued: new Map(), lastRead: undefined }, decide, evolve, may: {} };

function decide(command: PaperCommand, state: Papers): readonly PaperEvent[] {
  switch (command.type) {
    case 'IssuePaper': {
      const { at, by, paper, kind, number, worker, pack, template, basis, asOf, opened, pdf, docx, replaces } = command;
      const same = standing(state, command);
      if (state.issued.has(paper) || (same && (replaces === null || replaces === same.replaces))) return []; // Issued once for each fact; a second time only in place of the first.
      if (replaces !== null && same?.paper !== replaces) throw refuse('PAPER_UNKNOWN');
      return [{ type: 'PaperIssued', at, by, paper, kind, number, worker, pack, template, basis, asOf, opened: [...opened], pdf, docx, replaces }];
    }
    case 'ReadPaper': {
      const { at, by, paper, form, opened } = command;
      if (!state.issued.has(paper)) throw refuse('NO_SUCH_PAPER');
      return state.lastRead === lookOf(command) ? [] : [{ type: 'PaperRead', at, by, paper, form, opened: [...opened] }];
    }
    default: return never(command);
  }
}

function evolve(state: Papers, event: PaperEvent): Papers {
  switch (event.type) {
    case 'PaperIssued': {
      const { type: _, ...issued } = event;
      return { ...state, issued: new Map(state.issued).set(event.paper, issued) };
    }
    case 'PaperRead': return { ...state, lastRead: lookOf(event) };
    default: return never(event);
  }
}

/** The paper of a kind about a fact and a worker that nothing has replaced. */
export function standing({ issued }: Papers, { kind, worker, basis }: Pick<Issued, 'kind' | 'worker' | 'basis'>): Issued | undefined {
  const replaced = new Set([...issued.values()].map(({ replaces }) => replaces));
  return [...issued.values()].filter((each) => each.kind === kind && each.worker === worker && each.basis === basis && !replaced.has(each.paper)).at(-1);
}

function lookOf({ at, by, paper, form }: Given & { readonly paper: string; readonly form: string }): string {
  return `${at} ${by} ${paper} ${form}`;
}
