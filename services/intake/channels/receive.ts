import { Inject, Injectable, ValidationPipe } from '@nestjs/common';
import { Pool } from 'pg';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { dayOf } from '#libs/contracts/time.js';
import type { FieldProblem } from '#libs/runtime/field-problems.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import { demandOf } from '#libs/policy/demand.js';
import type { Facts } from '#libs/policy/facts.js';
import { impersonalFacts, readFacts } from '#libs/policy/facts.js';
import type { Policies } from '#libs/policy/in-force.js';
import { missingOf } from '#libs/policy/missing.js';
import { Clock } from '#libs/runtime/clock.js';
import { BLIND_INDEX, POLICIES } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { inScope } from '#libs/security/scope.js';
import { caseNamed } from '../claim/claim.handler.js';
import type { Incoming } from '../claim/claim.handler.js';
import { completedByText } from '../recognition/completed-by-text.js';
import type { Channel } from './channels.js';
import { refuse } from './channels.refusals.js';
import { receivedAtProblem } from './order.js';
import type { Order } from './order.js';

/** An order as it was understood: everything that is wrong, missing or optional, each in one list. */
export interface Understood {
  readonly incoming: Incoming;
  readonly wrong: readonly FieldProblem[];
  readonly optional: Incoming['missing'];
  /** The case that the order says it repeats, known here or not. */
  readonly repeats: string | null;
}

/** A call as it came in, its signature checked. */
export interface Call {
  readonly webhookId: string;
  readonly rawBody: Buffer;
  readonly body: unknown;
  /** Division codes that the channel may file for. */
  readonly divisions: readonly string[];
  /** The kinds of demand that it may file; left out or null: every kind. */
  readonly kinds?: readonly string[] | null;
  /** The log of another region whose key signed. */
  readonly peer?: string | null;
}

/** From a channel's own words to one well-formed order: form first, then what only a look-up can tell. Stores nothing. */
@Injectable()
export class Reception {
  constructor(private readonly form: ValidationPipe, private readonly clock: Clock, private readonly pool: Pool, @Inject(BLIND_INDEX) private readonly index: BlindIndex, @Inject(POLICIES) private readonly policies: Policies) {}

  /** Throws `FieldsRefused` where the form is wrong. */
  async understand(channel: Channel, call: Call): Promise<Understood> {
    const request = (await this.form.transform(call.body ?? {}, { type: 'body', metatype: channel.requestClass })) as object;
    const order = this.#completed(this.#received(channel.toOrder(request), call));
    const { facts, wrong: wrongFacts } = readFacts(order.facts);
    const { duplicateOf: said, ...rest } = facts;
    const named = said === 'unknown' ? undefined : said;
    const duplicateOf = named === undefined ? null : (await caseNamed(this.pool, named)) ?? null;
    const wrong = [...wrongFacts];
    const late = receivedAtProblem(order, channel.fields.receivedAt, this.clock.now());
    if (late) wrong.push(late);
    if (named !== undefined && !duplicateOf) wrong.push({ field: 'facts.duplicateOf', zh: '没有这个案件。', en: 'There is no such case.' });
    ensureAllowed(order, channel, call);
    const { missing, optional } = missingOf(lookedThrough(order, rest));
    return {
      wrong, optional: [...optional], repeats: duplicateOf ?? named ?? null,
      incoming: { order, facts: impersonalFacts(rest), missing: [...missing], duplicateOf, ...(order.transferred && { joins: 'nobody' as const }), key: { source: `channel:${channel.name}`, key: call.webhookId, mac: this.index.macOfRequest(call.rawBody) } },
    };
  }

  /** What comes from another log counts as received here now, whatever it took to come; and only the log that sent it may say that it is from there. */
  #received(order: Order, { peer = null }: Call): Order {
    if (!order.transferred) return order;
    if (order.transferred.cameFrom.log !== peer) throw refuse('NOT_THAT_LOG');
    return { ...order, receivedAt: this.clock.now() };
  }

  /** What the text says besides, where it is sure enough for the pack in force. */
  #completed(order: Order): Order {
    return completedByText(order, this.policies.packToDecide(order.division, dayOf(order.receivedAt))?.parameters.recognition.threshold);
  }
}

function ensureAllowed({ division, kinds }: Order, { fields }: Channel, call: Pick<Call, 'divisions' | 'kinds'>): void {
  if (!divisionNamed(division)) throw new FieldsRefused([{ field: 'division', zh: '没有这个行政区划。', en: 'There is no such division.' }]);
  if (!inScope(call.divisions, division)) throw refuse('DIVISION_NOT_ALLOWED', { field: fields.division, division });
  const kind = call.kinds && kinds.find((one) => !call.kinds!.includes(one));
  if (kind) throw refuse('KIND_NOT_ALLOWED', { field: fields.kind, kind });
}

/** As much of an order as tells what is missing from it. */
function lookedThrough(order: Order, facts: Facts): Parameters<typeof missingOf>[0] {
  const { requester, employer, text } = order;
  const { category, kind, facts: said } = demandOf({ ...order, kinds: [...order.kinds], matters: [...order.matters], facts });
  return {
    category, kind, facts: said,
    has: { requesterName: Boolean(requester?.name), phone: Boolean(requester?.phone), idNumber: Boolean(requester?.idNumber), employerName: Boolean(employer?.name), text: Boolean(text) },
  };
}
