import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Appender } from '#libs/event-store/append.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { csvOf } from '#libs/runtime/csv.js';
import { startOfDay } from '#libs/contracts/time.js';
import type { Caller } from '#libs/security/caller.js';
import { extractCsv, extractJson, extractOf, extractSchema } from './extract.js';
import { Figures } from './figures.js';
import { composite, metricsOf } from './metrics.js';
import { Publishing } from './publishing.js';
import { rowsOf, xlsxOf } from './sheet.js';
import { ExportQuery, ExtractQuery } from './statistics.requests.js';

/** Who may take figures away. */
const TAKEN_BY = ['supervisor', 'officer', 'inspector', 'arbitrator', 'auditor'] as const;
const MEDIA = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json; charset=utf-8' } as const;

/** Copies of figures that leave the system: each is noted in the log before it is handed out. */
@Controller('v1/supervision/statistics')
export class ExportsController {
  constructor(private readonly figures: Figures, private readonly publishing: Publishing, private readonly appender: Appender) {}

  @ApiOperation({ summary: 'Figures or the league table as CSV or XLSX, with their pedigree in the file' }) @ApiProduces('text/csv', MEDIA.xlsx) @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Get('export') @Roles(...TAKEN_BY)
  async take(@Query() { format, kind = 'figures', language = 'zh', ...query }: ExportQuery, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const { parameters, position } = await this.figures.parametersOf(kind, query, caller);
    const answer = await this.figures.compute(parameters, position);
    const { parameters: rules } = this.figures.packOf(parameters.division, parameters.at);
    const rows = rowsOf(answer, [...metricsOf(rules.hotline.satisfiedGrades), composite], language);
    const bytes = format === 'csv' ? Buffer.from(csvOf(rows)) : await xlsxOf(rows);
    await this.publishing.noteExport(format, answer.pedigree, caller, TAKEN_BY);
    await handOut(reply, bytes, format, `${kind}-${parameters.period.replace('..', '_')}-${position}.${format}`);
  }

  @ApiOperation({ summary: 'The yearly extract for the national information system: aggregates without personal data; the same position gives the same bytes' }) @ApiProduces('application/json', 'text/csv') @ApiOkResponse({ schema: extractSchema as never })
  @Get('extract') @Roles('supervisor')
  async extract(@Query() { year, format, division, asOf }: ExtractQuery, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const position = await this.figures.positionOf(asOf);
    const asked = { period: year, asOf: position, at: startOfDay(`${Number(year) + 1}-01-01`), ...(division !== undefined && { division }) }; // The year as a whole: its last day is over.
    const [places, months] = [await this.figures.parametersOf('extract', { ...asked, by: 'division' }, caller), await this.figures.parametersOf('extract', { ...asked, by: 'month' }, caller)];
    const [byPlace, byMonth] = [await this.figures.compute(places.parameters, position), await this.figures.compute(months.parameters, position)];
    const extract = extractOf(Number(year), this.appender.log.logId, byPlace, byMonth);
    await this.publishing.noteExport(format, { ...byPlace.pedigree, digest: extract.digest }, caller, ['supervisor']);
    await handOut(reply, Buffer.from(format === 'json' ? extractJson(extract) : extractCsv(extract)), format, `extract-${year}-${position}.${format}`);
  }

  @ApiOperation({ summary: 'JSON Schema of the yearly extract' }) @ApiOkResponse({ schema: { type: 'object' } })
  @Get('extract/schema') @Roles('supervisor', 'auditor')
  schema(): object {
    return extractSchema;
  }
}

async function handOut(reply: FastifyReply, bytes: Buffer, format: keyof typeof MEDIA, name: string): Promise<void> {
  await reply.headers({ 'content-type': MEDIA[format], 'content-disposition': `attachment; filename="${name}"`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }).send(bytes);
}
