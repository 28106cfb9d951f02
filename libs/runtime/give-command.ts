import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#libs/contracts/cause.js';
import type { TransactOptions, Transacted } from '#libs/event-store/streams.js';
import { Streams } from '#libs/event-store/streams.js';
import { Clock } from './clock.js';
import { Desks } from './desk.js';
import type { Circumstances } from './desk.js';

const TRIES_MAX = 5;

type Named = { readonly type: string };
export type Given = Transacted<Named>;

/** A command for one stream of one case. */
export class GiveCommand extends Command<Given> {
  constructor(
    readonly stream: string, readonly caseId: string, readonly command: Named, readonly cause: Cause,
    readonly options: Omit<TransactOptions<Named>, 'now' | 'arms' | 'caseId'> & Pick<Circumstances, 'caller'> = {},
  ) {
    super();
  }
}

/** The one way of a command that a person or a channel gives: completed by its desk, decided by its decider, appended with its clocks. */
@CommandHandler(GiveCommand)
export class GiveCommandHandler implements ICommandHandler<GiveCommand> {
  constructor(private readonly streams: Streams, private readonly desks: Desks, private readonly clock: Clock) {}

  async execute({ stream, caseId, command, cause, options: { caller, ...options } }: GiveCommand): Promise<Given> {
    const desk = this.desks.get(stream);
    const name = `${stream}/${caseId}`;
    const now = this.clock.now();
    const state = async (): Promise<unknown> => (await this.streams.load(name, desk.decider)).state;
    for (let attempt = 1; ; attempt++) {
      const completed: Named | undefined = desk.prepare ? await desk.prepare(command, { caseId, now, state, ...(caller && { caller }) }) : command;
      if (!completed) return { outcome: 'unchanged', stream: name, caseId, version: 0, position: '0', events: [] };
      const own = desk.claims?.(completed) ?? [];
      const given = await this.streams.transact<unknown, Named, Named>(name, desk.decider, desk.service, completed, cause, {
        ...options, claims: [...(options.claims ?? []), ...own], now, caseId, arms: (events) => events.flatMap((event) => desk.arms?.(event, caseId) ?? []),
      });
      if (given.outcome !== 'taken' || own.length === 0 || attempt === TRIES_MAX) return given; // What the desk found free was taken meanwhile: it looks again.
    }
  }
}
