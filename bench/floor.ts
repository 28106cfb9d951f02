import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Param, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

// The least that takes a work order over HTTP: Nest on Fastify checks the fields and stores the body with one INSERT. No signature, no sealing, no look for repeats, no event.

class Person { @IsString() @Length(1, 40) callerName!: string; @IsString() @Length(5, 20) callerPhone!: string; @IsOptional() @IsBoolean() isMigrantWorker?: boolean; @IsOptional() @IsBoolean() keepSecret?: boolean }
class Unit { @IsString() @Length(1, 200) unitName!: string }
class Site { @IsString() @Length(1, 200) siteName!: string; @IsString() @Length(1, 10) industryCode!: string }
class Arrears { @IsInt() owedAmount!: number; @IsInt() peopleCount!: number; @IsString() @Length(7, 7) beginMonth!: string; @IsString() @Length(7, 7) endMonth!: string }
class Order {
  @IsString() @Length(1, 64) orderNo!: string; @IsString() @Length(20, 30) callTime!: string; @IsString() @Length(1, 20) appealType!: string; @IsString() @Length(2, 3) categoryCode!: string; @IsString() @Length(6, 12) areaCode!: string;
  @IsString() @Length(1, 200) eventAddress!: string; @IsString() @Length(1, 4000) content!: string;
  @ValidateNested() @Type(() => Person) caller!: Person; @ValidateNested() @Type(() => Unit) appealedUnit!: Unit; @ValidateNested() @Type(() => Site) site!: Site; @ValidateNested() @Type(() => Arrears) arrears!: Arrears;
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });

@Controller('v1/channels')
class OrdersController {
  @Post(':channel/work-orders') @HttpCode(202)
  async take(@Param('channel') channel: string, @Body() order: Order): Promise<object> {
    const caseId = randomUUID();
    await pool.query({ name: 'take', text: 'INSERT INTO work_order(case_id, channel, number, body, received_at) VALUES ($1, $2, $3, $4, now())', values: [caseId, channel, order.orderNo, JSON.stringify(order)] });
    return { caseId };
  }
}

@Module({ controllers: [OrdersController] })
class FloorModule {}

await pool.query('CREATE TABLE IF NOT EXISTS work_order(case_id uuid PRIMARY KEY, channel text, number text, body jsonb, received_at timestamptz)');
const app = await NestFactory.create<NestFastifyApplication>(FloorModule, new FastifyAdapter(), { logger: false });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
await app.listen(0, '127.0.0.1');
process.stdout.write(`${JSON.stringify({ url: await app.getUrl() })}\n`);
process.on('SIGTERM', () => process.exit(0));
