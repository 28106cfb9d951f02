import type { Calendar } from '#libs/calendar/working-days.js';
import { holdersOf } from '#libs/contracts/holders.js';
import type { AssignmentEvent, PackRef, Unit } from '#libs/contracts/routing.events.js';
import { parentOf } from '#libs/contracts/superior.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Condition, Ladder, Rung } from '#libs/policy/ladder.js';
import { conditionNamed, ladderOf, rungAbove, rungNamed } from '#libs/policy/ladder.js';
import type { Pack } from '#libs/policy/pack.js';
import type { Circumstances, Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { payment, unpaidOf } from '../../resolution/payment/payment.decider.js';
import { armsOf } from '../clocks/armed.projection.js';
import { clocks } from '../clocks/clock.decider.js';
import { after } from './answer-due.js';
import type { EscalationCommand, Given, HandCommand } from './escalation.decider.js';
import { escalation, handMeasures } from './escalation.decider.js';
import { refuse } from './escalation.refusals.js';
import { returnsOf } from './returns.js';

type Raise = Extract<EscalationCommand, { type: 'RaiseEscalation' }>;

/** The rules by which pressure on one case climbs, and what a rung must know of it. */
interface Ground {
  readonly pack: Pack;
  readonly ladder: Ladder;
  readonly calendar: Calendar;
  readonly division: string;
  readonly assignment: readonly AssignmentEvent[];
}

/** The ladder up which a case climbs: each rung as the pack of the case has it. */
export function escalationDesk({ policies, streams }: Pick<Product, 'policies' | 'streams'>): Desk<typeof escalation> {
  const groundOf = async (caseId: string, now: Instant, caller?: Circumstances['caller']): Promise<Ground | undefined> => {
    const [{ state }, { state: assignment }] = await Promise.all([streams.load(`clocks/${caseId}`, clocks), streams.load(`assignment/${caseId}`, listing)]);
    const division = state.division || (caller?.divisions[0] ?? NATION);
    const pack = packOf(policies, state.pack) ?? policies.packToDecide(division, dayOf(now));
    const ladder = pack && ladderFor(policies, pack, now);
    return pack && ladder && { pack, ladder, calendar: policies.calendarFor(division, pack), division, assignment };
  };
  return {
    service: 'supervision', stream: 'escalation', decider: escalation, arms: armsOf.escalation,
    async prepare(command, { caseId, now, state, caller }) {
      switch (command.type) {
        case 'DelistFromSupervision': return { ...command, unpaid: unpaidOf((await streams.load(`payment/${caseId}`, payment)).state) };
        case 'RaiseEscalation': {
          const ground = await groundOf(caseId, now);
          return ground && raised(command, ground, caseId, now);
        }
        case 'ClimbEscalation': {
          const open = (await state()).open.find((one) => one.escalation === command.escalation);
          const ground = open && (await groundOf(caseId, now));
          const rung = ground && rungAbove(ground.ladder, open.measure);
          return { ...command, given: rung ? given(rung, ground, open.order, now) : null };
        }
        case 'SendReminder': case 'IssueWrittenNotice': case 'ConveneInterview': case 'IssueCriticism': {
          const ground = await groundOf(caseId, now, caller);
          return byHand(command, ground, { caseId, now, from: caller?.divisions[0] });
        }
        default: return command;
      }
    },
  };
}

const NATION = '000000';
/** The events of a stream as they are, for what is read from them in more ways than one. */
const listing = { initial: [] as readonly AssignmentEvent[], evolve: (events: readonly AssignmentEvent[], event: AssignmentEvent) => [...events, event] };

/** Packs that were stored before there were ladders climb by the nation's of today. */
export function ladderFor(policies: Pick<Policies, 'packToDecide'>, pack: Pack, now: Instant): Ladder | undefined {
  const nation = policies.packToDecide(NATION, dayOf(now));
  return ladderOf(pack) ?? (nation && ladderOf(nation));
}

function packOf(policies: Pick<Policies, 'packNamed'>, ref: PackRef | null): Pack | undefined {
  return ref ? policies.packNamed(ref.division, ref.version) : undefined;
}

/** Undefined where this place raises nothing for it, or the order has not come back often enough. */
function raised(command: Raise, ground: Ground, caseId: string, now: Instant): Raise | undefined {
  const condition = conditionNamed(ground.ladder, command.condition as Condition['id']);
  const rung = condition?.enters ? rungNamed(ground.ladder, condition.enters) : undefined;
  if (!condition || !rung) return undefined;
  const hours = ground.pack.clocks.get(command.kind)?.unit === 'hours';
  const whole = { ...command, given: given(rung, ground, command.order, now, hours) };
  if (condition.id !== 'returnedTwice') return whole;
  const episode = Math.floor(returnsOf(ground.assignment, command.order ?? 0) / (condition.times ?? 1));
  return episode === 0 ? undefined : { ...whole, escalation: uuidv5(`returned/${caseId}/${command.order}/${episode}`) };
}

function byHand(command: HandCommand, ground: Ground | undefined, { caseId, now, from }: { caseId: string; now: Instant; from: string | undefined }): HandCommand {
  const asked = command as HandCommand & { readonly answerDue?: Instant };
  const rung = ground && rungNamed(ground.ladder, handMeasures[command.type]);
  if (!rung) throw refuse('RUNG_NOT_IN_PACK');
  const { type, at, by, order, text, to } = asked;
  const whole = given(rung, ground, order, now);
  const addressed = { addressee: to ? 'named' : 'unitHead', division: whole.unit?.division ?? ground.division }; // A person's rung goes to whoever holds the order, whatever the system's own would do.
  return { type, at, by, order, text, ...(to && { to }), from, escalation: uuidv5(`byHand/${caseId}/${order}/${type}/${at}/${by}`), given: { ...whole, ...addressed, answerDue: asked.answerDue ?? whole.answerDue } };
}

/** A rung for one order, as the pack has it. Without a body that holds the order, the division of the case answers for it. */
function given(rung: Rung, { ladder, calendar, division, assignment }: Ground, order: number | null, now: Instant, hours = false): Given {
  const unit: Unit | null = holdersOf(assignment).orders[order ?? 0]?.unit ?? null;
  const place = unit?.division ?? division;
  const answer = hours ? rung.answerInHours ?? rung.answer : rung.answer;
  return {
    measure: rung.id, addressee: rung.addressee, unit, division: rung.addressee === 'superiorSupervisor' ? parentOf(place) : place,
    answerDue: answer && after(answer, now, calendar), next: answer ? rungAbove(ladder, rung.id)?.id ?? null : null,
  };
}
