import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, Length } from 'class-validator';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { CurrentCaller, Roles, Webhook } from '#libs/runtime/auth.guard.js';
import { IsDay } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import { ensureOwn } from './own-channel.js';

const NUMBERS_MAX = 50_000;

export class Reconcile {
  /** Day in Asia/Shanghai on which the orders were taken and the facts recorded. */
  @IsDay() day!: string;
  /** The channel's own numbers of the orders that it got a receipt for on that day. */
  @IsArray() @ArrayMaxSize(NUMBERS_MAX) @ArrayUnique() @IsString({ each: true }) @Length(1, 80, { each: true }) orders!: string[];
  /** The `webhook-id` of each feedback whose `timestamp` lies on that day; left out, only orders are compared. */
  @IsOptional() @IsArray() @ArrayMaxSize(NUMBERS_MAX) @ArrayUnique() @IsString({ each: true }) @Length(1, 255, { each: true }) feedback?: string[];
}

/** Two lists of one day beside each other. */
interface Compared {
  /** How many are here, and how many the channel named. */
  readonly here: number;
  readonly there: number;
  /** Here alone. */
  readonly unknownThere: readonly string[];
  /** Named by the channel alone. */
  readonly unknownHere: readonly string[];
}

interface Reconciled {
  readonly day: string;
  readonly agrees: boolean;
  readonly orders: Compared;
  readonly feedback?: Compared & {
    /** Of those here, by what became of them. */
    readonly delivered: number;
    readonly waiting: number;
    readonly abandoned: number;
  };
}

/** The day's closing of the books: what the channel holds against what is held here, each difference by its number. Stores nothing. */
@Controller('v1/channels/:channel/reconciliations')
export class ReconciliationController {
  constructor(private readonly pool: Pool) {}

  @Post() @HttpCode(200) @Webhook() @Roles('channel', 'operator') @RouteConfig({ bodyLimit: 8 * 1024 * 1024 })
  async compare(@Param('channel') channel: string, @Body() { day, orders, feedback }: Reconcile, @CurrentCaller() caller: Caller): Promise<Reconciled> {
    ensureOwn(caller, channel);
    const { rows: taken } = await this.pool.query<{ number: string }>('SELECT DISTINCT "channelNumber" AS number FROM intake.channel_order WHERE channel = $1 AND "takenOn" = $2', [channel, day]);
    const numbers = compared(taken.map(({ number }) => number), orders);
    if (!feedback) return { day, agrees: agrees(numbers), orders: numbers };
    const { rows: told } = await this.pool.query<{ id: string; status: string }>(`SELECT id::text, status FROM intake.delivery WHERE channel = $1 AND left(payload->>'timestamp', 10) = $2`, [channel, day]);
    const count = (status: string): number => told.filter((each) => each.status === status).length;
    const facts = compared(told.map(({ id }) => id), feedback);
    return { day, agrees: agrees(numbers) && agrees(facts), orders: numbers, feedback: { ...facts, delivered: count('delivered'), waiting: count('waiting'), abandoned: count('abandoned') } };
  }
}

function compared(here: readonly string[], there: readonly string[]): Compared {
  const [ours, theirs] = [new Set(here), new Set(there)];
  return { here: ours.size, there: theirs.size, unknownThere: here.filter((one) => !theirs.has(one)).sort(), unknownHere: there.filter((one) => !ours.has(one)).sort() };
}

function agrees({ unknownHere, unknownThere }: Compared): boolean {
  return unknownHere.length === 0 && unknownThere.length === 0;
}
