import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid, uuidv5 } from '#libs/contracts/uuid.js';
import { CurrentDoor, Webhook } from '#libs/runtime/auth.guard.js';
import type { ChannelDoor } from '#libs/runtime/auth.guard.js';
import { channelNamed, ensureFormat } from '../channels/channels.js';
import { refuse as refuseChannel } from '../channels/channels.refusals.js';
import type { Progress } from './import-store.js';
import { ImportStore } from './import-store.js';
import { ImportWorker, IMPORT_ROWS_MAX } from './import-worker.js';
import { refuse } from './imports.refusals.js';
import type { RowAnswer } from './rows.js';
import { reportOf, summaryOf } from './rows.js';
import { FILE_BYTES_MAX, isWorkbook } from './spreadsheet.js';

/** So long a call waits for the last row; who sends more comes back for the rest. */
const WAIT_MS = 15_000;
const LOOK_MS = 100;
const PAGE_ROWS_MAX = 1_000;

export class RowsQuery {
  /** The last row that you have. */
  @IsOptional() @Matches(/^\d{1,7}$/) after?: string;
  @IsOptional() @Matches(/^([1-9]\d{0,2}|1000)$/) limit?: string;
}

/** A channel's sheet of work orders, signed as its single ones are: an answer for each row, kept; the same file again has the same answers. */
@Controller('v1/channels/:channel/imports')
export class ImportsController {
  constructor(private readonly worker: ImportWorker, private readonly store: ImportStore) {}

  @Post() @HttpCode(200) @Webhook() @RouteConfig({ bodyLimit: FILE_BYTES_MAX })
  @ApiOperation({ summary: 'Takes a sheet, CSV or XLSX. 200 with the answer for each row where all are answered within 15 seconds; else, or with `Prefer: respond-async`, 202 with where to see how far it is' })
  @ApiProduces('application/json', 'text/csv')
  async take(
    @Param('channel') name: string, @Req() request: FastifyRequest, @CurrentDoor() door: ChannelDoor, @Headers() headers: Readonly<Record<string, string | undefined>>, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const { name: channel } = channelNamed(name);
    if (channel === 'transfer') throw refuseChannel('NO_SUCH_CHANNEL'); // A case comes from another log by itself, with where it came from.
    const file = fileIn(request);
    ensureFormat(isWorkbook(file) ? 'xlsx' : 'csv', door);
    const { rows } = await this.worker.read(file);
    const id = uuidv5(`import/${channel}/${fileHash(file)}`);
    await this.store.take({ id, channel, rows: rows.length, divisions: [...door.divisions], kinds: door.kinds && [...door.kinds], file });
    this.worker.wake();
    const progress = await this.#awaited(id, channel, /\brespond-async\b/.test(headers['prefer'] ?? '') ? 0 : WAIT_MS);
    if (progress.state === 'done') return answerRows(progress, await this.store.answers(id, 0, IMPORT_ROWS_MAX), headers['accept'], reply);
    void reply.status(202).header('location', `/v1/channels/${channel}/imports/${id}`).header('retry-after', '5');
    return progress;
  }

  /** How far a sheet has come. */
  @Get(':importId') @Webhook()
  async show(@Param('channel') name: string, @Param('importId') id: string): Promise<Progress> {
    const progress = isUuid(id) ? await this.store.progress(id, channelNamed(name).name) : undefined;
    if (!progress) throw refuse('NO_SUCH_IMPORT');
    return progress;
  }

  @Get(':importId/rows') @Webhook()
  @ApiOperation({ summary: 'The answers so far, in the order of the file: a page as JSON, or all of them as CSV where that is asked for' })
  @ApiProduces('application/json', 'text/csv')
  async rows(
    @Param('channel') name: string, @Param('importId') id: string, @Query() { after, limit }: RowsQuery, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const progress = await this.show(name, id);
    if (accept?.includes('text/csv')) return answerRows(progress, await this.store.answers(id, 0, IMPORT_ROWS_MAX), accept, reply);
    const results = await this.store.answers(id, Number(after ?? 0), Number(limit ?? PAGE_ROWS_MAX));
    return { ...progress, results, next: results.length > 0 && results.length === Number(limit ?? PAGE_ROWS_MAX) ? results.at(-1)!.row : null };
  }

  async #awaited(id: string, channel: string, ms: number): Promise<Progress> {
    const end = performance.now() + ms;
    for (;;) {
      const progress = (await this.store.progress(id, channel))!;
      if (progress.state === 'done' || performance.now() >= end) return progress;
      await pause(LOOK_MS);
    }
  }
}

/** What a route of files was sent; JSON is none. */
export function fileIn({ body }: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(body) || body.length === 0) throw refuse('FILE_UNREADABLE');
  return body;
}

export function fileHash(file: Buffer): string {
  return createHash('sha256').update(file).digest('hex');
}

/** JSON, or the report as CSV where that is asked for. */
export function answerRows(head: { readonly importId: string }, results: readonly RowAnswer[], accept: string | undefined, reply: FastifyReply): object | string {
  if (!accept?.includes('text/csv')) return { ...head, ...summaryOf(head.importId, results) };
  void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${head.importId}.csv"`);
  return reportOf(results);
}
