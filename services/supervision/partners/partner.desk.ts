import { fold } from '#libs/decider/decider.js';
import { readStreams } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import type { ClockEvent } from '../clocks/clock.decider.js';
import { clocks } from '../clocks/clock.decider.js';
import { partner } from './partner.decider.js';

/** The desk of partners. A point owes reports from when it is entered. Of a clock that breached, the clocks of the point say for which period it ran. */
export function partnerDesk({ pool }: Pick<Product, 'pool'>): Desk<typeof partner> {
  return {
    service: 'supervision', stream: 'partner', decider: partner,
    async prepare(command, { caseId: id, tx, now }) {
      if (command.type === 'RegisterPoint') return { ...command, recordedAt: now };
      if (command.type !== 'NoteMissedReport') return command;
      const { clock } = command as unknown as { clock: string };
      const history = (await readStreams(tx ?? pool, [`clocks/${id}`])).get(`clocks/${id}`)!;
      const part = fold(clocks, history.map((event) => streamEvent<ClockEvent>(event))).clocks.get(clock)?.part;
      return part === undefined ? undefined : { type: 'NoteMissedReport', at: command.at, by: command.by, period: part };
    },
  };
}
