import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Repository } from 'typeorm';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { Figures } from './figures.js';
import { FiguresTable } from './published-views.js';
import { Publishing } from './publishing.js';
import { PEDIGREE } from './statistics.controller.js';
import { PublishFiguresRequest } from './statistics.requests.js';

/** Figures that were made known: each can be computed again to the same value, however far the log has gone on. */
@Controller('v1/supervision/figures')
export class FiguresController {
  constructor(private readonly figures: Figures, private readonly publishing: Publishing, @InjectRepository(FiguresTable) private readonly table: Repository<FiguresTable>) {}

  @ApiOperation({ summary: 'Makes figures known: parameters, position, edition of the query and digest go into the log' })
  @ApiOkResponse({ schema: { type: 'object', required: ['figures', 'outcome', 'pedigree'], properties: { figures: { type: 'string', format: 'uuid' }, outcome: { enum: ['appended', 'unchanged'] }, position: { type: 'string' }, pedigree: PEDIGREE } } })
  @Post() @HttpCode(200) @Roles('supervisor')
  async publish(@Body() { title, kind, ...asked }: PublishFiguresRequest, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    const { parameters, position } = await this.figures.parametersOf(kind, asked, caller);
    const { pedigree } = await this.figures.compute(parameters, position);
    const id = this.publishing.idOf('figures', caller, key);
    const { outcome, position: stored } = await this.publishing.publish(id, title, pedigree, caller);
    return { figures: id, outcome, position: stored, pedigree };
  }

  @ApiOperation({ summary: 'What was made known, the newest first' })
  @Get() @Roles(...DESK_ROLES)
  async list(@CurrentCaller() caller: Caller): Promise<object> {
    const rows = await this.table.createQueryBuilder('f').where('f.division LIKE ANY(:scope)', { scope: scopeOf(caller).patterns() }).orderBy('f."publishedAt"', 'DESC').addOrderBy('f.figures').limit(200).getMany();
    return { figures: rows };
  }

  @ApiOperation({ summary: 'Published figures computed again as of their position: `same` tells whether the digest is the one in the log' })
  @Get(':figures') @Roles(...DESK_ROLES)
  async again(@Param('figures') id: string, @CurrentCaller() caller: Caller): Promise<object> {
    const published = await this.publishing.published(id, caller);
    const answer = await this.figures.compute(published.parameters, published.atPosition, published.queryVersion);
    return { published, answer, same: answer.pedigree.digest === published.digest };
  }
}
