import type { Pool } from 'pg';
import type { Procedure } from '#libs/contracts/resolution.events.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { dayOf } from '#libs/contracts/time.js';
import { readCase } from '#libs/event-store/read.js';
import { standingOf } from '#libs/policy/case-law.js';
import { offersOf } from '#libs/policy/entitlements.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { ensureExtension, ensureSuspension } from '../clock-law.js';
import { conclusionOf } from './clue-law.js';
import type { HandoverCommand, Offering } from './handover.commands.js';
import { limitOf } from './handover.course.js';
import type { Handover } from './handover.state.js';
import { key as matterOf } from './handover.state.js';

interface Law extends ClockLaw { readonly pack: Pick<Pack, 'parameters'>; readonly decision: Pick<RoutingDecision, 'flags'> }

/** What a command of the departments' desk needs of the law of the case. */
export function handsOver(command: HandoverCommand, law: Law, { matters }: Handover): HandoverCommand {
  switch (command.type) {
    case 'VerifyClue': return { ...command, ...conclusionOf(law.pack.parameters, command.conclusion, command) };
    case 'RefuseLegalAid': return { ...command, meansExempt: law.decision.flags['meansExempt'] === true };
    case 'SuspendProcedure':
      ensureSuspension(law, { on: 'resolution.procedure-suspended.v1', data: { procedure: command.procedure } });
      return command;
    case 'ExtendProcedure': {
      const { procedure, order, at, days, approvedBy } = command;
      const matter = matters[matterOf(order, procedure)];
      if (!matter || matter.extended[limitOf(matter)]?.said === `${at} ${days}`) return command;
      const limit = limitOf(matter);
      ensureExtension(law, { on: 'resolution.procedure-extended.v1', data: { procedure, limit } }, { by: days, before: matter.extended[limit]?.times ?? 0, approvedBy });
      return command;
    }
    default: return command;
  }
}

/** Whose procedure an offer of a body leads to; every other body is asked to give what was offered. */
const PROCEDURES: Readonly<Partial<Record<string, Procedure>>> = { legalAidCentre: 'legalAid', subDistrict: 'relief', civilAffairs: 'relief', reliefStation: 'relief' };
/** Of these bodies' offers, those that are no relief. */
const NO_RELIEF: ReadonlySet<string> = new Set(['childProtection', 'leftBehindCare']);

/** What the pack offers without application (免申即享) by the facts of a decision; once offered, it stays so. */
export async function offersAfter(event: PublishedEvent, policies: Policies, pool: Pool): Promise<readonly Offering[]> {
  const { decision, at } = event.data as never as { decision: RoutingDecision; at: string };
  if (decision.mode === 'merge') return [];
  const history = event.type === 'routing.case-routed.v1' ? [event] : await readCase(pool, event.caseId);
  const known = standingOf(history, policies);
  return (known ? offersOf(known.pack, known.demand, known.decision, dayOf(at)) : []).map(({ rule, department, source }) => ({
    order: 0, offer: rule, department, division: decision.handlingDivision, source,
    procedure: department === null || NO_RELIEF.has(rule) ? null : PROCEDURES[department] ?? null,
  }));
}
