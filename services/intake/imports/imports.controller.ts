import { createHash } from 'node:crypto';
import { Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { CurrentCaller, Webhook } from '#libs/runtime/auth.guard.js';
import type { Caller } from '#libs/security/caller.js';
import { channelNamed } from '../channels/channels.js';
import { Reception } from '../channels/receive.js';
import { ClaimHandler } from '../claim/claim.handler.js';
import { fieldsOfRows, importSheet } from './columns.js';
import { sheetOf } from './imported-order.js';
import { refuse } from './imports.refusals.js';
import type { RowAnswer } from './rows.js';
import { fileRows, reportOf, summaryOf } from './rows.js';
import { FILE_BYTES_MAX, rowsIn } from './spreadsheet.js';

export const IMPORT_ROWS_MAX = 10_000;

/** A channel's sheet of work orders, signed as its single ones are: an answer for each row; the same file again has the same answers and files what was not served. */
@Controller('v1/channels/:channel')
export class ImportsController {
  constructor(private readonly reception: Reception, private readonly claims: ClaimHandler) {}

  @Post('imports') @HttpCode(200) @Webhook() @RouteConfig({ bodyLimit: FILE_BYTES_MAX })
  async take(@Param('channel') name: string, @Req() request: FastifyRequest, @CurrentCaller() caller: Caller, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<object | string> {
    const channel = channelNamed(name);
    const file = fileIn(request);
    const { rows, headers } = fieldsOfRows(await rowsIn(file, IMPORT_ROWS_MAX), importSheet);
    const importId = uuidv5(`import/${name}/${fileHash(file)}`);
    return answerRows(importId, await fileRows(rows, { channel: sheetOf(channel), divisions: caller.divisions, importId, headers }, this.reception, this.claims), accept, reply);
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
export function answerRows(importId: string, results: readonly RowAnswer[], accept: string | undefined, reply: FastifyReply): object | string {
  if (!accept?.includes('text/csv')) return summaryOf(importId, results);
  void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${importId}.csv"`);
  return reportOf(results);
}
