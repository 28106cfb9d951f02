import { addDays } from '#libs/calendar/day.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Streams } from '#libs/event-store/streams.js';
import { knownFacts } from '#libs/policy/facts.js';
import type { KnownFacts } from '#libs/policy/facts.js';
import type { Pack } from '#libs/policy/pack.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { claimsRemuneration, finalAwardLimit } from '#libs/policy/thresholds.js';
import type { Desk } from '#libs/runtime/desk.js';
import { claim } from '../../intake/claim/claim.decider.js';
import { assignment } from '../../routing/assignment/assignment.decider.js';
import { ensureExtension, lastDayToAdjourn, lastDayToCall } from '../clock-law.js';
import { refuse as refuseHearing } from '../hearings/hearings.refusals.js';
import type { Proposal } from '../tribunal/proposal.js';
import type { Register, Registers } from '../tribunal/registers.js';
import type { ArbitrationCommand } from './arbitration.commands.js';
import { arbitration } from './arbitration.decider.js';
import type { Arbitration } from './arbitration.state.js';
import { checkForm, formOf } from './element-form.js';

type Law = ClockLaw & { readonly pack: Pack };
type Of<Type extends ArbitrationCommand['type']> = Extract<ArbitrationCommand, { readonly type: Type }>;

/** How many of the register stand in the event beside the tribunal itself: who would have been next. */
const NEXT_SHOWN = 2;

/** What a step of an arbitration asks of the law, the register and the claim, read once at its door. */
export class ArbitrationDesk {
  constructor(private readonly streams: Streams, private readonly registers: Registers, private readonly lawOf: (caseId: string) => Promise<Law | undefined>) {}

  desk(): Desk<typeof arbitration> {
    return {
      service: 'resolution', stream: 'arbitration', decider: arbitration,
      /** A booking stands in the calendar of its division; the case that it is for is in it. */
      streamIdOf: ({ type, data, caseId }) => Promise.resolve(type === 'resolution.hearing-booked.v1' ? (data['case'] as string) : caseId),
      prepare: async (command, { caseId, state }) => {
        const now = await state();
        return arbitration.may[command.type]?.(now) ? command : this.complete(command, caseId, now); // What the state forbids is for the decider to say.
      },
    };
  }

  async complete(command: ArbitrationCommand, caseId: string, state: Arbitration): Promise<ArbitrationCommand> {
    switch (command.type) {
      case 'ExtendAwardDeadline': {
        const law = await this.lawOf(caseId);
        if (law) ensureExtension(law, { on: 'resolution.award-deadline-extended.v1', data: {} }, { by: command.days, before: 0, approvedBy: command.approvedBy });
        return command;
      }
      case 'RequestAdjournment': {
        const law = await this.lawOf(caseId);
        return law && state.hearing ? { ...command, lastDay: lastDayToAdjourn(law, state.hearing.on) } : command;
      }
      case 'FormPanel': return this.#formed(command, caseId, state);
      case 'ScheduleHearing': return this.#scheduled(command, caseId);
      case 'OfferMediation': return command.first ? command : { ...command, first: payOf(await this.factsOf(caseId)) };
      case 'StateElements': {
        const law = await this.lawOf(caseId);
        if (law) checkForm(formOf(law.pack), command.statements);
        return command;
      }
      case 'MakePartialAward':
      case 'MakeAward': {
        const law = await this.lawOf(caseId);
        return law ? { ...command, most: finalAwardLimit(await this.factsOf(caseId), law.pack.parameters) } : command;
      }
      case 'RuleAdvanceEnforcement': return { ...command, appliedFor: (await this.factsOf(caseId)).advanceEnforcementRequested === true };
      default: return command;
    }
  }

  /** The register in which the case's arbitrators stand: that of the place that handles it. */
  async registerOf(caseId: string): Promise<Register | undefined> {
    const { state: { decision, division } } = await this.streams.load(`assignment/${caseId}`, assignment);
    return decision ? this.registers.nearest(decision.handlingDivision || division) : undefined;
  }

  async proposalFor(register: Register, caseId: string, state: Arbitration, at: Instant): Promise<Proposal | undefined> {
    const law = await this.lawOf(caseId);
    return law && this.registers.proposal(register, caseId, state, dayOf(at), law.pack.parameters.caseWeights);
  }

  /** The first day from one on for which both parties can still be called, looking so many days ahead. */
  async firstDayToHear(caseId: string, from: Day, today: Day, days: number): Promise<Day> {
    const law = await this.lawOf(caseId);
    const wanted = Array.from({ length: days }, (_, n) => addDays(from, n));
    return wanted.find((on) => !law || (lastDayToCall(law, on) ?? on) >= today) ?? addDays(from, days);
  }

  async factsOf(caseId: string): Promise<KnownFacts> {
    return knownFacts((await this.streams.load(`claim/${caseId}`, claim)).state.facts);
  }

  async #formed(command: Of<'FormPanel'>, caseId: string, state: Arbitration): Promise<ArbitrationCommand> {
    const register = await this.registerOf(caseId);
    if (!register || Object.keys(register.state.arbitrators).length === 0) return command; // A body that keeps no register appoints by itself.
    const proposal = await this.proposalFor(register, caseId, state, command.at);
    if (!proposal) return command;
    const listed = new Map(proposal.excluded.map(({ arbitrator, why }) => [arbitrator, why]));
    const fit = new Set(proposal.candidates.map(({ arbitrator }) => arbitrator));
    const unfit = command.arbitrators.flatMap((arbitrator) => {
      const why = listed.get(arbitrator) ?? (fit.has(arbitrator) ? undefined : 'left');
      return why && why !== 'recused' ? [{ arbitrator, why }] : [];
    });
    return { ...command, unfit, proposed: proposal.candidates.slice(0, command.arbitrators.length + NEXT_SHOWN).map(({ arbitrator, open }) => ({ arbitrator, open })) };
  }

  async #scheduled(command: Of<'ScheduleHearing'>, caseId: string): Promise<ArbitrationCommand> {
    if (!command.list && (await this.registerOf(caseId))?.state.rooms[command.room]) throw refuseHearing('ROOM_IN_CALENDAR');
    const law = await this.lawOf(caseId);
    return law ? { ...command, noticeBy: lastDayToCall(law, command.hearingOn) } : command;
  }
}

/** Where several things are claimed, pay is talked about first (domain law c.4, speedy). */
function payOf({ itemKinds = [] }: KnownFacts): readonly string[] {
  const pay = itemKinds.filter((kind) => claimsRemuneration([kind]));
  return pay.length > 0 && pay.length < itemKinds.length ? [...new Set(pay)] : [];
}
