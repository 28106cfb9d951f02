import { Controller, Get, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Repository } from 'typeorm';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DeskTable } from './desk.table.js';

export class DeskQuery {
  @IsOptional() @IsString() @Length(2, 40) department?: string;
  @IsOptional() @IsIn(['dispatched', 'signed', 'objected', 'transferring', 'concluded']) step?: string;
  @IsOptional() @IsString() @Length(1, 80) officer?: string;
  @IsOptional() @Matches(/^([1-9]\d{0,2}|1000)$/) limit?: string;
}

/** What lies on whose desk: the orders of the caller's divisions, the longest waiting first. */
@Controller('v1/routing')
export class DeskController {
  constructor(@InjectRepository(DeskTable) private readonly table: Repository<DeskTable>) {}

  @Get('desk') @Roles('officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid', 'supervisor')
  async list(@Query() query: DeskQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const select = this.table.createQueryBuilder('d').where('d.division LIKE ANY(:scope)', { scope: scopeOf(caller).patterns() });
    for (const column of ['department', 'step', 'officer'] as const) if (query[column] !== undefined) select.andWhere(`d."${column}" = :${column}`, { [column]: query[column] });
    if (query.step === undefined) select.andWhere(`d.step <> 'concluded'`);
    return { orders: await select.orderBy('d.since').addOrderBy('d.id').limit(Number(query.limit ?? 200)).getMany() };
  }
}
