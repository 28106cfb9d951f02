import type { Pool } from 'pg';
import { dayOf } from '#libs/contracts/time.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { readCase, readStream } from '#libs/event-store/read.js';
import { lackingFor, outcomesOf } from '#libs/policy/outcomes.js';
import type { Pack } from '#libs/policy/pack.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import type { Desk } from '#libs/runtime/desk.js';
import { lastDayToReopen } from '../clock-law.js';
import type { Payment } from '../payment/payment.state.js';
import { notInHandOf, unpaidOf } from '../payment/payment.state.js';
import { closure } from './closure.decider.js';
import { handlersOf } from './handlers.projection.js';
import { outcomeFactsOf } from './outcome-facts.js';
import { fileOf, keptUntil } from './retention.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
type LawOf = (caseId: string) => Promise<(ClockLaw & { readonly pack: Pack }) | undefined>;

/** The person's side of a case: what is unpaid, who had it in hand, until when it may be reopened and how long its file is kept are read at the door. */
export function closureDesk({ pool, lawOf, paid }: { readonly pool: Pool; readonly lawOf: LawOf; readonly paid: (caseId: string) => Promise<Payment> }): Desk<typeof closure> {
  return {
    service: 'resolution', stream: 'closure', decider: closure,
    async prepare(command, { caseId, state, event }) {
      switch (command.type) {
        case 'OpenCase': {
          if (command.enquiries.length === 0) return command;
          const [filed] = await readStream(pool, `claim/${caseId}`);
          const { passedOn } = (filed?.data ?? {}) as Pick<Filed, 'passedOn'>;
          return passedOn ? { ...command, passedOn } : command;
        }
        case 'ReopenUnpaid': {
          const money = await paid(caseId);
          return { ...command, unpaid: unpaidOf(money), notInHand: notInHandOf(money) };
        }
        case 'ConcludeOrder': {
          const unpaid = unpaidOf(await paid(caseId));
          const law = event ? undefined : await lawOf(caseId); // A desk that concludes its own matter has said why.
          const conclusion = law && outcomesOf(law.pack).conclusions.find(({ id }) => id === command.result);
          if (!conclusion) return { ...command, unpaid };
          const facts = outcomeFactsOf(await readCase(pool, caseId), command.order);
          return { ...command, unpaid, lacking: lackingFor(conclusion, (await state()).orders[command.order]?.money === true, facts) };
        }
        case 'RecordCallback': return { ...command, handledBy: handlersOf(await readCase(pool, caseId)) };
        case 'RecordCallbackUnreached': return { ...command, handledBy: handlersOf(await readCase(pool, caseId)), ...triesOf((await lawOf(caseId))?.pack) };
        case 'ReopenCase': {
          const { closedOn } = await state();
          const law = closedOn && (await lawOf(caseId));
          return law ? { ...command, until: lastDayToReopen(law, closedOn) } : command;
        }
        case 'ArchiveCase': {
          const file = fileOf((await readCase(pool, caseId)).map(({ type }) => type));
          const law = await lawOf(caseId);
          return { ...command, file, keepUntil: law && keptUntil(file, dayOf(command.at), law.parameters) };
        }
        default: return command;
      }
    },
  };
}

function triesOf(pack: Pack | undefined): { tries?: number } {
  const tries = (pack?.parameters['hotline'] as { callbackTries?: unknown } | undefined)?.callbackTries;
  return typeof tries === 'number' ? { tries } : {};
}
