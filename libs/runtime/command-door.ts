import { Inject, Injectable, ValidationPipe } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { PublishedEvent, ServiceName } from '#libs/contracts/event.js';
import type { Holders } from '#libs/contracts/holders.js';
import { holdersOf } from '#libs/contracts/holders.js';
import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { epochMs, instantOf } from '#libs/contracts/time.js';
import { isUuid, uuidv5 } from '#libs/contracts/uuid.js';
import { readStream } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { Keyring, SubjectErased } from '#libs/security/keyring.js';
import { inWhichOf } from '#libs/security/roles.js';
import { seal } from '#libs/security/seal.js';
import { standing } from '#libs/security/standing.js';
import type { Action } from './action.js';
import { actions } from './action.js';
import { ensureOwnOrInScope } from './case-scope.js';
import { refuse as refuseCase } from './case-scope.refusals.js';
import { Clock } from './clock.js';
import { BLIND_INDEX } from './product.js';
import { GiveCommand } from './give-command.js';
import type { Given } from './give-command.js';
import { refuse } from './command-door.refusals.js';

/** What a caller sends with a step besides its fields. */
export interface Letter {
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Where the route has found already that the caller may see the case: its person, null where it names nobody, and who holds its orders. */
  readonly seen?: { readonly subject: string | null; readonly holders: Holders };
}

const FUTURE_MS_MAX = 1000;

/** Where a person's step comes in: who, where, what, when; then the decider alone says yes or no. */
@Injectable()
export class CommandDoor {
  constructor(private readonly pool: Pool, private readonly commands: CommandBus, private readonly keyring: Keyring, private readonly clock: Clock, private readonly form: ValidationPipe, @Inject(BLIND_INDEX) private readonly index: BlindIndex) {}

  async give(service: ServiceName, caseId: string, path: string, body: unknown, caller: Caller, letter: Letter): Promise<Given> {
    const action = actions.get(`${service}/${path}`);
    if (!action) throw refuse('NO_SUCH_COMMAND');
    const role = inWhichOf(caller.roles, action.roles);
    if (!role) throw refuse('NOT_YOUR_ROLE', { roles: action.roles });
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    const { subject: person } = letter.seen ?? { subject: await ensureOwnOrInScope(this.pool, caller, role, caseId) };
    const subject = person ?? uuidv5(`person/${caseId}`); // Under whose key free text is sealed.
    const fields = (await this.form.transform(body ?? {}, { type: 'body', metatype: action.request })) as { at?: Instant; order?: number };
    if (role !== 'worker') this.#ensureStanding(action, letter.seen?.holders ?? holdersAfter(await readStream(this.pool, `assignment/${caseId}`)), caller, fields);
    const at = this.#timeOf(fields);
    const command = { ...(await this.#sealed(action, fields, subject)), type: action.command, at, by: `${role}:${caller.subject}` };
    return this.commands.execute(new GiveCommand(action.stream, caseId, command, causeOf(caller, role), { ...this.#options(letter, caller, `${path}\n${caseId}\n${canonicalJson(JSON.parse(JSON.stringify(fields)))}`), caller }));
  }

  /** A role and a division are not enough: the order must lie with the caller's body, or the case have to do with its place. */
  #ensureStanding({ hand }: Action, holders: Holders, caller: Caller, { order }: { readonly order?: number }): void {
    const refusal = standing(caller, hand, holders, order);
    if (refusal) throw refusal;
  }

  #timeOf({ at }: { at?: Instant }): Instant {
    const now = this.clock.nowMs();
    if (at === undefined) return instantOf(now);
    if (epochMs(at) > now + FUTURE_MS_MAX) throw refuse('FACT_IN_FUTURE');
    return instantOf(epochMs(at));
  }

  async #sealed(action: Action, fields: object, subject: string): Promise<Record<string, unknown>> {
    const command: Record<string, unknown> = { ...fields };
    const texts = (action.seal ?? []).filter((field) => typeof command[field] === 'string');
    for (const field of action.seal ?? []) command[field] ??= null;
    if (texts.length === 0) return command;
    const dek = await this.#keyOf(subject);
    for (const field of texts) command[field] = seal(dek, subject, field, command[field] as string);
    return command;
  }

  /** What names a person who was erased must not be written down anew. */
  async #keyOf(subject: string): Promise<Buffer> {
    try {
      return (await this.keyring.create([subject])).get(subject)!;
    } catch (error) {
      throw error instanceof SubjectErased ? refuse('PERSON_ERASED') : error;
    }
  }

  /** `If-Match` and the idempotency key; a repetition is known by the keyed fingerprint of what was asked. */
  #options({ ifMatch, idempotencyKey }: Letter, caller: Caller, asked: string): { expectedVersion?: number; key?: { source: string; key: string; mac: Buffer } } {
    const version = ifMatch?.replace(/^W\//, '').replaceAll('"', '');
    if (version !== undefined && version !== '*' && !/^\d{1,9}$/.test(version)) throw refuse('VERSION_NOT_A_NUMBER');
    return {
      ...(version !== undefined && version !== '*' && { expectedVersion: Number(version) }),
      ...(idempotencyKey && { key: { source: `caller:${caller.subject}`, key: idempotencyKey.slice(0, 200), mac: this.index.macOfRequest(asked) } }),
    };
  }
}

/** Who holds the orders of a case, by what its assignment stream says. */
export function holdersAfter(history: readonly PublishedEvent[]): Holders {
  return holdersOf(history.map((event) => streamEvent<AssignmentEvent>(event)));
}
