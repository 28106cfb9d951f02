import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { sentenceOf } from '#libs/calendar/sentences.js';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { dayOf, isDay, isInstant } from '#libs/contracts/time.js';
import { countRule } from '#libs/policy/clock-rows.js';
import { explain } from '#libs/policy/due.js';
import type { Period } from '#libs/policy/due.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import { Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import { roleNames } from '#libs/security/roles.js';
import { ExplainClock } from './board.requests.js';
import { refuse } from './explain.refusals.js';

/** Why this day: the derivation of a due date, day by day, as data and in words. Stores nothing. */
@Controller('v1/supervision/clocks')
export class ExplainController {
  constructor(@Inject(POLICIES) private readonly policies: Policies, private readonly clock: Clock) {}

  @Post('explain') @HttpCode(200) @Roles(...roleNames)
  explain(@Body() asked: ExplainClock): object {
    const { startedAt } = asked;
    if (!isDay(startedAt) && !isInstant(startedAt)) throw refuse('STARTED_AT_MALFORMED');
    const [division, pack] = this.#packOf(asked.division ?? '000000');
    const period = periodOf(asked, pack);
    const from = period.unit === 'hours' || isDay(startedAt) ? startedAt : dayOf(startedAt);
    const { due, provisionalDue, raw, calendar, steps } = explain(period, from, this.policies.calendarFor(division, pack));
    return {
      due, ...(provisionalDue !== undefined && { provisionalDue }), ...(raw !== undefined && { raw }), startedAt: from, rule: period, calendar, pack: pack.ref,
      ...(asked.clock !== undefined && { clock: asked.clock, source: pack.clocks.get(asked.clock)!.source }),
      derivation: steps.map((step) => ({ ...step, text: sentenceOf(step) })),
    };
  }

  #packOf(nameOrCode: string): readonly [division: string, pack: Pack] {
    const division = nameOrCode === '000000' ? nameOrCode : divisionNamed(nameOrCode)?.code;
    const pack = division && this.policies.packFor(division, dayOf(this.clock.now()));
    if (!division || !pack) throw refuse('NO_PACK');
    return [division, pack];
  }
}

function periodOf({ clock, rule, extension, suspended }: ExplainClock, pack: Pack): Period {
  if ((clock === undefined) === (rule === undefined)) throw refuse('CLOCK_OR_RULE');
  const moved = { ...(extension !== undefined && { extension }), ...(suspended && { suspended }) };
  if (rule) {
    const { n, unit, extension: extended, suspended: paused } = rule;
    return { n, unit, ...(extended !== undefined && { extension: extended }), ...(paused && { suspended: paused }), ...moved };
  }
  const row = pack.clocks.get(clock!);
  if (!row || row.unit === 'seconds') throw refuse('UNKNOWN_CLOCK');
  return { ...countRule(row, pack.parameters), ...moved };
}
