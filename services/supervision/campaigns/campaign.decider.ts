import type { CampaignEvent, CampaignFigures, CampaignTarget, LeftOpen, Totals } from '#libs/contracts/campaign.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './campaign.refusals.js';

export type { CampaignEvent } from '#libs/contracts/campaign.events.js';

type Of<Type extends CampaignEvent['type']> = Omit<Extract<CampaignEvent, { readonly type: Type }>, 'type' | 'at' | 'by'>;
interface Asked { readonly at: Instant; readonly by: string }
/** Figures as the log gives them at a position, read at the door. */
export interface Measured { readonly position: string; readonly query: string; readonly figures: CampaignFigures }

export type CampaignCommand = Asked & (
  | { readonly type: 'ProposeCampaign' } & Of<'CampaignProposed'>
  | { readonly type: 'RejectCampaign'; readonly reason: Sealed }
  | { readonly type: 'StartCampaign'; readonly measured: Measured }
  | { readonly type: 'WarnOfTarget'; readonly division: string }
  | { readonly type: 'JudgeTarget'; readonly division: string; readonly measured: Measured; readonly answerDue: Instant }
  | { readonly type: 'ClimbCampaign'; readonly division: string; readonly answerDue: Instant }
  | { readonly type: 'AnswerCampaign'; readonly division: string; readonly answer: Sealed }
  | { readonly type: 'ListMatter' } & Of<'PracticalMatterListed'>
  | { readonly type: 'FinishMatter' } & Of<'PracticalMatterDone'>
  | { readonly type: 'CloseCampaign'; readonly measured: Measured; readonly left: readonly LeftOpen[]; readonly note: Sealed | null }
);
type Command<Type extends CampaignCommand['type']> = Extract<CampaignCommand, { readonly type: Type }>;

export interface PracticalMatter extends Omit<Of<'PracticalMatterListed'>, 'matter'> {
  readonly doneOn: Day | null;
  readonly proof: string | null;
}
interface Judged extends Totals { readonly outcome: 'met' | 'missed'; readonly at: Instant; readonly position: string }
interface Raised { readonly step: number; readonly answerDue: Instant; readonly answered: boolean }

/** The campaign as it stands. Plain values only: the read table keeps it as it is. */
export interface Campaign {
  readonly phase: 'unknown' | 'proposed' | 'rejected' | 'running' | 'closed';
  readonly about: (Of<'CampaignProposed'> & { readonly proposedBy: string; readonly proposedAt: Instant }) | null;
  readonly baseline: (Measured & { readonly at: Instant; readonly by: string }) | null;
  /** By division. */
  readonly judged: Readonly<Record<string, Judged>>;
  readonly raised: Readonly<Record<string, Raised>>;
  readonly warned: readonly string[];
  readonly matters: Readonly<Record<string, PracticalMatter>>;
  readonly report: (Of<'CampaignClosed'> & Asked) | null;
}

/** Who is told that a target was missed, rung by rung (S-HN20 四(三); P). */
export const RUNGS = [{ addressee: 'divisionSupervisor', measure: 'writtenNotice' }, { addressee: 'superiorSupervisor', measure: 'interview' }] as const;

type Guard = (state: Campaign) => Refusal | undefined;
const known: Guard = ({ phase }) => (phase === 'unknown' ? refuse('NO_SUCH_CAMPAIGN') : undefined);
const proposed: Guard = (state) => known(state) ?? (state.phase === 'proposed' ? undefined : refuse('CAMPAIGN_DECIDED'));
const running: Guard = (state) => known(state) ?? (state.phase === 'running' ? undefined : refuse('CAMPAIGN_NOT_RUNNING'));
const listing: Guard = (state) => running(state) ?? (state.about?.kind === 'practicalMatters' ? undefined : refuse('NOT_A_LIST_OF_MATTERS'));
const unanswered: Guard = (state) => known(state) ?? (Object.values(state.raised).some(({ answered }) => !answered) ? undefined : refuse('NO_TARGET_TO_ANSWER'));

const may = { RejectCampaign: proposed, StartCampaign: proposed, AnswerCampaign: unanswered, ListMatter: listing, FinishMatter: listing, CloseCampaign: running } satisfies Readonly<Record<string, Guard>>;

export const campaign: Decider<Campaign, CampaignCommand, CampaignEvent> = {
  initial: { phase: 'unknown', about: null, baseline: null, judged: {}, raised: {}, warned: [], matters: {}, report: null }, decide, evolve, may,
};

function decide(command: CampaignCommand, state: Campaign): readonly CampaignEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'ProposeCampaign': return proposal(command, state);
    case 'RejectCampaign':
      if (state.phase === 'rejected') return [];
      allow(proposed, state);
      return [{ type: 'CampaignRejected', at, by, reason: command.reason }];
    case 'StartCampaign': {
      if (state.phase === 'running' || state.phase === 'closed') return [];
      allow(proposed, state);
      if (personOf(by) === personOf(state.about!.proposedBy)) throw refuse('CAMPAIGN_BY_PROPOSER');
      const { position, query, figures } = command.measured;
      return [{ type: 'CampaignStarted', at, by, targets: [...state.about!.targets], position, query, figures }];
    }
    case 'WarnOfTarget': {
      const target = targetOf(command, state);
      return target && state.phase === 'running' && !state.warned.includes(target.division) && !state.judged[target.division] ? [{ type: 'CampaignTargetWarned', at, division: target.division, dueOn: target.dueOn }] : [];
    }
    case 'JudgeTarget': return judgement(command, state);
    case 'ClimbCampaign': {
      const raised = state.raised[command.division];
      const rung = raised && RUNGS[raised.step];
      if (!rung || raised.answered || epochMs(at) < epochMs(raised.answerDue)) return []; // Answered meanwhile, at the top, or climbed already.
      return [{ type: 'CampaignEscalated', at, division: command.division, step: raised.step + 1, ...rung, answerDue: command.answerDue }];
    }
    case 'AnswerCampaign': {
      if (state.raised[command.division]?.answered) return [];
      if (!state.raised[command.division]) throw known(state) ?? refuse('NO_TARGET_TO_ANSWER');
      return [{ type: 'CampaignAnswered', at, by, division: command.division, answer: command.answer }];
    }
    case 'ListMatter': return listed(command, state);
    case 'FinishMatter': {
      allow(listing, state);
      const standing = state.matters[command.matter];
      if (!standing) throw refuse('NO_SUCH_MATTER');
      return standing.doneOn ? [] : [{ type: 'PracticalMatterDone', at, by, matter: command.matter, proof: command.proof }];
    }
    case 'CloseCampaign': {
      if (state.phase === 'closed') return [];
      allow(running, state);
      const { measured: { position, query, figures }, left, note } = command;
      const targets = state.about!.targets.map(({ division, openMax, dueOn }) => ({ division, openMax, dueOn, outcome: state.judged[division]?.outcome ?? ('notDue' as const) }));
      return [{ type: 'CampaignClosed', at, by, position, query, figures, left: [...left], targets, note }];
    }
    default: return never(command);
  }
}

function proposal({ at, by, kind, title, division, year, source, rule, targets }: Command<'ProposeCampaign'>, state: Campaign): readonly CampaignEvent[] {
  const said = { kind, title, division, year, source, rule, targets };
  if (state.about) {
    if (meant(state.about) === meant(said)) return [];
    throw refuse('CAMPAIGN_EXISTS');
  }
  if ((kind === 'practicalMatters' || kind === 'visits') !== (rule === null)) throw refuse('CAMPAIGN_RULE_MISSING');
  const divisions = targets.map((target) => target.division);
  if (divisions[0] !== division || new Set(divisions).size < divisions.length) throw refuse('CAMPAIGN_TARGETS_WRONG');
  return [{ type: 'CampaignProposed', at, by, ...said }];
}

/** Once for each place, after its day has ended: a target that was missed is told upward at once. */
function judgement({ at, division, measured, answerDue }: Command<'JudgeTarget'>, state: Campaign): readonly CampaignEvent[] {
  const target = targetOf({ division }, state);
  if (!target || state.phase !== 'running' || state.judged[division] || dayOf(at) <= target.dueOn) return [];
  const { openMax, dueOn } = target;
  const { total, open, done, workers, unpaid } = totalsIn(measured.figures, division, state);
  const found = { at, division, dueOn, openMax, position: measured.position, query: measured.query, total, open, done, workers, unpaid };
  if (open <= openMax) return [{ type: 'CampaignTargetMet', ...found }];
  return [{ type: 'CampaignTargetMissed', ...found }, { type: 'CampaignEscalated', at, division, step: 1, ...RUNGS[0], answerDue }];
}

/** Of one place inside the campaign; where nothing was counted there, all is nought. */
export function totalsIn(figures: CampaignFigures, division: string, { about }: Pick<Campaign, 'about'>): Totals {
  if (division === about?.division) return figures;
  return figures.divisions.find((each) => each.division === division) ?? { total: 0, open: 0, done: 0, workers: 0, unpaid: 0 };
}

function listed({ at, by, matter, title, department, division, dueOn }: Command<'ListMatter'>, state: Campaign): readonly CampaignEvent[] {
  const standing = state.matters[matter];
  if (standing) {
    if (standing.title === title && standing.department === department && standing.division === division && standing.dueOn === dueOn) return [];
    throw refuse('MATTER_DIFFERS');
  }
  allow(listing, state);
  return [{ type: 'PracticalMatterListed', at, by, matter, title, department, division, dueOn }];
}

function evolve(state: Campaign, event: CampaignEvent): Campaign {
  switch (event.type) {
    case 'CampaignProposed': {
      const { at, by, kind, title, division, year, source, rule, targets } = event;
      return { ...state, phase: 'proposed', about: { kind, title, division, year, source, rule, targets, proposedBy: by, proposedAt: at } };
    }
    case 'CampaignRejected': return { ...state, phase: 'rejected' };
    case 'CampaignStarted': {
      const { at, by, position, query, figures } = event;
      return { ...state, phase: 'running', baseline: { at, by, position, query, figures } };
    }
    case 'CampaignTargetWarned': return { ...state, warned: [...state.warned, event.division] };
    case 'CampaignTargetMet': return { ...state, judged: { ...state.judged, [event.division]: judged(event, 'met') } };
    case 'CampaignTargetMissed': return { ...state, judged: { ...state.judged, [event.division]: judged(event, 'missed') } };
    case 'CampaignEscalated': return { ...state, raised: { ...state.raised, [event.division]: { step: event.step, answerDue: event.answerDue, answered: false } } };
    case 'CampaignAnswered': return { ...state, raised: { ...state.raised, [event.division]: { ...state.raised[event.division]!, answered: true } } };
    case 'PracticalMatterListed': {
      const { matter, title, department, division, dueOn } = event;
      return { ...state, matters: { ...state.matters, [matter]: { title, department, division, dueOn, doneOn: null, proof: null } } };
    }
    case 'PracticalMatterDone': return { ...state, matters: { ...state.matters, [event.matter]: { ...state.matters[event.matter]!, doneOn: dayOf(event.at), proof: event.proof } } };
    case 'CampaignClosed': {
      const { at, by, position, query, figures, left, targets, note } = event;
      return { ...state, phase: 'closed', report: { at, by, position, query, figures, left, targets, note } };
    }
    default: return never(event);
  }
}

function judged({ at, position, total, open, done, workers, unpaid }: Extract<CampaignEvent, { type: 'CampaignTargetMet' | 'CampaignTargetMissed' }>, outcome: Judged['outcome']): Judged {
  return { outcome, at, position, total, open, done, workers, unpaid };
}

function targetOf({ division }: { readonly division: string }, { about }: Campaign): CampaignTarget | undefined {
  return about?.targets.find((target) => target.division === division);
}

function allow(guard: Guard, state: Campaign): void {
  const refusal = guard(state);
  if (refusal) throw refusal;
}

/** By value: the log gives the fields of an object back in another order than they were written in. */
function meant({ kind, title, division, year, source, rule, targets }: Of<'CampaignProposed'>): string {
  return JSON.stringify([kind, title, division, year, source, rule && Object.entries(rule).sort(), targets.map((target) => [target.division, target.openMax, target.dueOn])]);
}

/** The person behind `supervisor:<subject>`: another role does not make another person. */
function personOf(by: string): string {
  return by.slice(by.indexOf(':') + 1);
}
