import { Inject, Injectable, ValidationPipe } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { kebab } from '#libs/contracts/event.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Instant } from '#libs/contracts/time.js';
import { epochMs, instantOf } from '#libs/contracts/time.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import { Clock } from '#libs/runtime/clock.js';
import { refuse } from '#libs/runtime/command-door.refusals.js';
import type { Given } from '#libs/runtime/give-command.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { Keyring } from '#libs/security/keyring.js';
import type { Role } from '#libs/security/roles.js';
import { inWhichOf } from '#libs/security/roles.js';
import { seal } from '#libs/security/seal.js';

/** A step on what is no case: its form, who may take it, and which of its fields are free text, to be sealed under a key of the stream's own. */
export interface StreamStep {
  readonly command: string;
  readonly request: new () => object;
  readonly zh: string;
  readonly en: string;
  readonly ground: string;
  readonly roles: readonly Role[];
  readonly seal: readonly string[];
}
export type StreamSteps = ReadonlyMap<string, StreamStep>;

/** Declares request classes as steps, by their path: `RaiseWarning` is `raise-warning`. */
export function stepsIn(steps: Map<string, StreamStep>) {
  return (zh: string, en: string, ground: string, roles: readonly Role[], sealed: readonly string[] = []) => (request: new () => object): void =>
    void steps.set(kebab(request.name), { command: request.name, request, zh, en, ground, roles, seal: sealed });
}

export interface Asking {
  readonly caller: Caller;
  readonly key: string | undefined;
}
type Claims = readonly { readonly space: string; readonly value: string }[];

const FUTURE_MS_MAX = 1000;

/** Where a person's step on a stream of supervision comes in: role, form, time and seal, then the stream's own decider. */
@Injectable()
export class StreamDoor {
  constructor(private readonly commands: CommandBus, private readonly clock: Clock, private readonly form: ValidationPipe, private readonly keyring: Keyring, @Inject(BLIND_INDEX) private readonly index: BlindIndex) {}

  /** The step of a path, for a caller in one of its roles. */
  stepOf(steps: StreamSteps, path: string, { roles }: Caller): StreamStep {
    const step = steps.get(path);
    if (!step) throw refuse('NO_SUCH_COMMAND');
    if (!inWhichOf(roles, step.roles)) throw refuse('NOT_YOUR_ROLE', { roles: step.roles });
    return step;
  }

  async formOf<Form extends object>(request: new () => Form, body: unknown): Promise<Form> {
    return (await this.form.transform(body ?? {}, { type: 'body', metatype: request })) as Form;
  }

  /** `fields` as the form gave them, with what the edge knows besides. */
  async give(stream: string, id: string, { command: type, roles, seal: sealed }: Pick<StreamStep, 'command' | 'roles' | 'seal'>, fields: { readonly at?: Instant }, { caller, key }: Asking, claims: Claims = []): Promise<Given> {
    const { at: said, ...rest } = fields;
    const cause = causeOf(caller, inWhichOf(caller.roles, roles));
    const command = { ...(await this.#sealed(rest, sealed, id)), type, at: this.#timeOf(said), by: cause.actor };
    const asked = `${type}\n${id}\n${canonicalJson(JSON.parse(JSON.stringify({ ...rest, at: said ?? null })))}`;
    return this.commands.execute(new GiveCommand(stream, id, command, cause, {
      ...(key && { key: { source: `caller:${caller.subject}`, key: key.slice(0, 200), mac: this.index.macOfRequest(asked) } }), ...(claims.length > 0 && { claims }), caller,
    }));
  }

  /** The texts of sealed fields by their order; null where there is none. */
  async texts(fields: readonly (Sealed | null)[]): Promise<readonly (string | null)[]> {
    const there = fields.filter((field) => field !== null);
    const opened = await this.keyring.open(there);
    return fields.map((field) => (field === null ? null : opened[there.indexOf(field)] ?? null));
  }

  async #sealed(fields: object, sealed: readonly string[], id: string): Promise<Record<string, unknown>> {
    const command: Record<string, unknown> = { ...fields };
    for (const field of sealed) command[field] ??= null;
    const texts = sealed.filter((field) => typeof command[field] === 'string');
    if (texts.length === 0) return command;
    const dek = (await this.keyring.create([id])).get(id)!;
    for (const field of texts) command[field] = seal(dek, id, field, command[field] as string);
    return command;
  }

  #timeOf(at: Instant | undefined): Instant {
    const now = this.clock.nowMs();
    if (at !== undefined && epochMs(at) > now + FUTURE_MS_MAX) throw refuse('FACT_IN_FUTURE');
    return instantOf(at === undefined ? now : epochMs(at));
  }
}

/** The steps that a caller may take now, with their forms, and those that are refused now, with why. */
export function offered<State>(steps: StreamSteps, may: { readonly [Type in string]?: ((state: State) => Refusal | undefined) | undefined }, state: State, caller: Caller, language: 'zh' | 'en', href: string): { actions: object[]; refused: object[] } {
  const own = [...steps].filter(([, { roles }]) => inWhichOf(caller.roles, roles)).map(([command, step]) => ({ command, step, title: { zh: step.zh, en: step.en }, refusal: may[step.command]?.(state) }));
  return {
    actions: own.filter(({ refusal }) => !refusal).map(({ command, step, title }) => ({ command, title, ground: step.ground, method: 'POST', href: `${href}/commands/${command}`, fields: fieldsOf(step.request, language) })),
    refused: own.flatMap(({ command, step, title, refusal }) => (refusal ? [{ command, title, code: refusal.code, reason: { zh: refusal.zh, en: refusal.en }, ground: refusal.ground ?? step.ground }] : [])),
  };
}

/** What a step answers. */
export function answerOf(name: string, { outcome, caseId, version, position, events }: Given): object {
  return { [name]: caseId, version, position, outcome, events: events.map(({ type }) => type) };
}
