import { eventKinds } from '#libs/contracts/event.js';
import { epochMs, isInstant } from '#libs/contracts/time.js';
import { isUuid, uuidv7 } from '#libs/contracts/uuid.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { canonicalJson, leafOf } from '#libs/merkle/entry.js';
import type { AppendCommand, NewEvent } from './append-command.js';
import { arrayOf, bytea, int2, int4, text, timestamptz, uuid } from './arrays.js';

export interface PreparedEvent extends StoredEvent {
  readonly recordedAtMs: number;
  readonly leafHash: Buffer;
}
export interface PreparedCommand {
  readonly command: AppendCommand;
  readonly events: readonly PreparedEvent[];
  /** What its entries take in the log. */
  readonly bytes: number;
}

/** An event that its own schema forbids, or that nobody declared: a defect of the service. Names fields, never what they hold. */
export class InvalidEvent extends Error {
  constructor(readonly type: string, reason: string) {
    super(`The event ${type} cannot be stored: ${reason}`);
    this.name = 'InvalidEvent';
  }
}

const PARAMETERS = 23;
export const CALL = `es.append_batch(${Array.from({ length: PARAMETERS }, (_, index) => `$${index + 1}`).join(',')})`;

/**
 * For a consumer, as the last statement of its own transaction: stores everything or throws SQLSTATE 40001, on which it loads and decides again.
 * All that a chunk means for one stream must be one command.
 */
export function batchStatement(commands: readonly AppendCommand[]): { name: string; text: string; values: Buffer[] } {
  if (new Set(commands.map((command) => command.stream)).size < commands.length) throw new Error('Two commands of one call name the same stream.');
  return { name: 'es.append_all', text: `SELECT es.all_appended(array_agg(outcome)) FROM ${CALL}`, values: parametersOf(prepared(commands)) };
}

/** Checks, writes and hashes the events of commands, outside every lock. Throws `InvalidEvent`, `EntryTooLarge` or a `TypeError`. */
export function prepared(commands: readonly AppendCommand[]): PreparedCommand[] {
  return commands.map((command) => {
    checkForm(command);
    const meta = canonicalJson(command.meta);
    let bytes = 0;
    const events = command.events.map((event, index): PreparedEvent => {
      const at = epochMs(event.recordedAt);
      const stored: StoredEvent = {
        caseId: command.caseId, stream: command.stream, version: command.expected + index + 1, eventId: event.id ?? uuidv7(at), ...columnsOf(event), meta,
        recordedAtMicros: BigInt(at) * 1_000n,
      };
      const { leaf, bytes: taken } = leafOf(stored);
      bytes += taken;
      return { ...stored, recordedAtMs: at, leafHash: leaf };
    });
    return { command, events, bytes };
  });
}

function checkForm({ stream, caseId, expected, events, arms = [] }: AppendCommand): void {
  const kind = stream.split('/')[0];
  if (!isUuid(caseId)) throw new TypeError(`The case id of a stream ${kind}/… is no UUID in lower case.`);
  if (!Number.isInteger(expected) || expected < 0) throw new TypeError(`The expected version of a stream ${kind}/… is no whole number from 0.`);
  if (events.length === 0) throw new TypeError(`A command of a stream ${kind}/… has no event: there is nothing to append.`);
  for (const arm of arms) {
    if (!isUuid(arm.id) || (arm.due !== null && !isInstant(arm.due))) throw new TypeError(`A clock of a stream ${kind}/… has no UUID or no instant.`);
  }
}

/** The published type `intake.claim-filed.v1` is stored in two columns: the name, which stays, and the version of its schema. */
function columnsOf(event: NewEvent): Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'> {
  const kind = eventKinds.get(event.type);
  const version = /^(.+)\.v([1-9]\d{0,3})$/.exec(event.type);
  if (!kind || !version) throw new InvalidEvent(event.type, 'no service declares it.');
  if (!isInstant(event.recordedAt)) throw new InvalidEvent(event.type, 'recordedAt is no instant.');
  const error = kind.conforms.exact(event.data) ? undefined : kind.schema.safeParse(event.data).error;
  if (error) {
    const issues = error.issues.map((issue) => `${issue.path.map(String).join('.') || 'data'} (${issue.code}${issue.code === 'unrecognized_keys' ? ` ${issue.keys.join(', ')}` : ''})`);
    throw new InvalidEvent(event.type, issues.join('; '));
  }
  return { type: version[1]!, schemaVersion: Number(version[2]), data: canonicalJson(event.data) };
}

/** The 23 arrays of `es.append_batch`: commands, events, claims, clocks; a row's first column says whose command it is, counted from 1. */
export function parametersOf(batch: readonly PreparedCommand[]): Buffer[] {
  const commands = batch.map(({ command }) => command);
  const rows = <T>(of: (prepared: PreparedCommand) => readonly T[]): (T & { cmd: number })[] => batch.flatMap((prepared, index) => of(prepared).map((row) => ({ ...row, cmd: index + 1 })));
  const events = rows((prepared) => prepared.events);
  const claims = rows((prepared) => prepared.command.claims ?? []);
  const arms = rows((prepared) => prepared.command.arms ?? []);
  const column = <Row, T>(type: Parameters<typeof arrayOf<T>>[0], of: readonly Row[], pick: (row: Row) => T | null): Buffer => arrayOf(type, of.map(pick));
  return [
    column(text, commands, (c) => c.stream), column(uuid, commands, (c) => c.caseId), column(int4, commands, (c) => c.expected), column(int4, commands, (c) => c.events.length),
    column(text, commands, (c) => c.key?.source ?? null), column(text, commands, (c) => c.key?.key ?? null), column(bytea, commands, (c) => c.key?.mac ?? null),
    column(int4, events, (e) => e.cmd), column(uuid, events, (e) => e.eventId), column(text, events, (e) => e.type), column(int2, events, (e) => e.schemaVersion),
    column(text, events, (e) => e.data), column(text, events, (e) => e.meta), column(timestamptz, events, (e) => e.recordedAtMs), column(bytea, events, (e) => e.leafHash),
    column(int4, claims, (u) => u.cmd), column(text, claims, (u) => u.space), column(text, claims, (u) => u.value),
    column(int4, arms, (k) => k.cmd), column(uuid, arms, (k) => k.id), column(text, arms, (k) => k.kind),
    column(timestamptz, arms, (k) => (k.due === null ? null : epochMs(k.due))), column(text, arms, (k) => k.note),
  ];
}
