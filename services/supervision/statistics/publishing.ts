import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { FigureParameters } from '#libs/contracts/supervision.events.js';
import { isUuid, uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Given } from '#libs/runtime/give-command.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import type { Role } from '#libs/security/roles.js';
import { inWhichOf } from '#libs/security/roles.js';
import { inScope } from '#libs/security/scope.js';
import type { Pedigree } from './figures.js';
import { FiguresTable } from './published-views.js';
import { refuse } from './statistics.refusals.js';

/** Where figures are made known, and where each copy that is taken away is noted. */
@Injectable()
export class Publishing {
  constructor(private readonly commands: CommandBus, private readonly clock: Clock, @InjectRepository(FiguresTable) private readonly table: Repository<FiguresTable>) {}

  /** The same key gives the same id, so that what was asked twice is done once. */
  idOf(kind: string, caller: Caller, key: string | undefined): string {
    return key ? uuidv5(`${kind}/${caller.subject}/${key}`) : uuidv7(this.clock.nowMs());
  }

  publish(id: string, title: string, pedigree: Pedigree, caller: Caller): Promise<Given> {
    return this.give('figures', id, { type: 'PublishFigures', title, ...made(pedigree) }, caller, ['supervisor']);
  }

  /** Before the copy is handed out: what was taken away stands in the log, whatever becomes of the answer. */
  async noteExport(format: 'csv' | 'xlsx' | 'json', pedigree: Pedigree, caller: Caller, roles: readonly Role[]): Promise<void> {
    await this.give('figures', uuidv7(this.clock.nowMs()), { type: 'ExportFigures', format, ...made(pedigree) }, caller, roles);
  }

  give(stream: 'figures' | 'circular', id: string, command: { readonly type: string } & Readonly<Record<string, unknown>>, caller: Caller, roles: readonly Role[]): Promise<Given> {
    const role = inWhichOf(caller.roles, roles);
    return this.commands.execute(new GiveCommand(stream, id, { ...command, at: this.clock.now(), by: `${role ?? roles[0]!}:${caller.subject}` } as { type: string }, causeOf(caller, role)));
  }

  /** Published figures of the caller's divisions; others do not exist for the caller. */
  async published(id: string, caller: Caller): Promise<FiguresTable> {
    const row = isUuid(id) ? await this.table.findOneBy({ figures: id }) : null;
    if (!row || !inScope(caller.divisions, row.division)) throw refuse('NO_SUCH_FIGURES');
    return row;
  }
}

function made({ parameters, position, queryVersion, digest }: Pedigree): { parameters: FigureParameters; position: string; queryVersion: string; digest: string } {
  return { parameters, position, queryVersion, digest };
}
