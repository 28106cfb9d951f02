import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import type { CheckpointRow } from '#libs/event-store/checkpoints.js';
import { newestCheckpoint, tilesIn } from '#libs/event-store/checkpoints.js';
import { readRows } from '#libs/event-store/read.js';
import { entryOf } from '#libs/merkle/entry.js';
import type { TileName } from '#libs/merkle/tiles.js';
import { TILE_WIDTH, tileNamed, widthIn } from '#libs/merkle/tiles.js';
import { dayOf } from '#libs/contracts/time.js';
import { CurrentCaller, Public, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { lookerOf } from '#libs/runtime/refused-reads.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { LogKeysHeld } from './log-keys.js';
import { refuse } from './log.refusals.js';

const FOR_EVER = 'max-age=31536000, immutable'; // A tile never changes: its path says how much of it there is.

/** The log as C2SP tlog-tiles serves it: any client of such logs reads it here. Checkpoint, hashes and keys are for everybody, the entries for auditors. */
@Controller('v1/audit/log')
export class LogController {
  #exports = { on: '', by: new Set<string>() };

  constructor(private readonly pool: Pool, private readonly held: LogKeysHeld, private readonly commands: CommandBus, private readonly clock: Clock) {}

  @Get('checkpoint') @Public() @Header('content-type', 'text/plain; charset=utf-8') @Header('cache-control', 'no-cache')
  @ApiOperation({ summary: 'The newest checkpoint: a signed note of the size and the root of the log' }) @ApiProduces('text/plain') @ApiOkResponse({ type: String })
  async checkpoint(): Promise<string> {
    return (await this.#sealed()).note;
  }

  @Get('key') @Public() @Header('content-type', 'text/plain; charset=utf-8') @Header('cache-control', 'no-cache')
  @ApiOperation({ summary: 'The verifier keys of the log in signed-note form, the present one first, one a line' }) @ApiProduces('text/plain') @ApiOkResponse({ type: String })
  key(): string {
    const { verifiers } = this.held.keys;
    if (verifiers.length === 0) throw refuse('LOG_WITHOUT_KEY');
    return verifiers.map(({ vkey }) => `${vkey}\n`).join('');
  }

  @Get('tile/entries/*') @Roles('auditor') @Reads('entries') @Header('content-type', 'application/octet-stream')
  @ApiOperation({ summary: 'The canonical entries of a tile, each behind its length of 16 bits' }) @ApiProduces('application/octet-stream')
  async entries(@Param('*') path: string, @CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const { index, width } = await this.#sealedTile(`entries/${path}`);
    await this.#recordExport(caller);
    const rows = await readRows(this.pool, String(index * TILE_WIDTH), width);
    if (rows.length < width) throw refuse('NO_SUCH_TILE');
    void reply.header('cache-control', `private, ${FOR_EVER}`);
    return Buffer.concat(rows.flatMap((row) => {
      const entry = entryOf(row);
      return [Buffer.of(entry.length >> 8, entry.length & 0xff), entry];
    }));
  }

  @Get('tile/*') @Public() @Header('content-type', 'application/octet-stream')
  @ApiOperation({ summary: 'A tile of up to 256 hashes of the tree, whole or partial' }) @ApiProduces('application/octet-stream')
  async tile(@Param('*') path: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const { level, index, width } = await this.#sealedTile(path);
    if (level === 'entries') throw refuse('NO_SUCH_TILE');
    const hashes = await tilesIn(this.pool)(level, index, width);
    void reply.header('cache-control', `public, ${FOR_EVER}`);
    return hashes;
  }

  /** Once a day for each caller, before the first entries are shown. */
  async #recordExport(caller: Caller): Promise<void> {
    const at = this.clock.now();
    if (this.#exports.on !== dayOf(at)) this.#exports = { on: dayOf(at), by: new Set() };
    if (this.#exports.by.has(caller.subject)) return;
    const { size } = await this.#sealed();
    const cause = causeOf(caller, 'auditor');
    await this.commands.execute(new GiveCommand('looking', lookerOf(caller), { type: 'RecordExport', at, by: cause.actor, size } as { type: string }, cause));
    this.#exports.by.add(caller.subject);
  }

  async #sealed(): Promise<CheckpointRow> {
    const newest = await newestCheckpoint(this.pool);
    if (!newest) throw refuse('LOG_NOT_SEALED');
    return newest;
  }

  /** What no checkpoint covers yet is not handed out: it might have to be otherwise after a crash. */
  async #sealedTile(path: string): Promise<TileName> {
    const tile = tileNamed(path);
    const { size } = await this.#sealed();
    if (!tile || tile.width > widthIn(size, tile.level === 'entries' ? 0 : tile.level, tile.index)) throw refuse('NO_SUCH_TILE');
    return tile;
  }
}
