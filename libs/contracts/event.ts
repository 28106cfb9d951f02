import { z } from 'zod';
import type { Cause } from './cause.js';
import type { Conforms, Fields } from './conforms.js';
import { conforms } from './conforms.js';
import type { Instant } from './time.js';
import { isDay, isInstant } from './time.js';

export const instant = z.string().refine(isInstant, 'an instant such as 2026-03-02T10:15:00+08:00').meta({ format: 'date-time' });
export const day = z.string().refine(isDay, 'a day such as 2026-03-02').meta({ format: 'date' });
export const fen = z.int().min(0);

/** The service whose streams hold an event: the first part of its published name. */
export type ServiceName = 'intake' | 'routing' | 'resolution' | 'supervision' | 'audit';

/** One kind of event: the name inside its stream (`CaseRouted`), the published one (`routing.case-routed.v1`), and its data. */
export interface EventKind<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly service: ServiceName;
  readonly name: Name;
  readonly type: string;
  readonly version: number;
  readonly stream: string;
  readonly schema: Schema;
  /** Whether data is what the schema says, quickly; `schema` says why it is not. */
  readonly conforms: Readonly<Record<Fields, Conforms>>;
  readonly zh: string;
}

/** Every published kind of event, by its published type. */
export const eventKinds = new Map<string, EventKind>();

type Entries = Readonly<Record<string, readonly [zh: string, schema: z.ZodType]>>;

/** Declares the events of one stream: `{ Name: [Chinese title, schema of the data] }`. */
export function stream<const E extends Entries>(service: ServiceName, streamName: string, entries: E): { readonly [N in keyof E & string]: EventKind<N, E[N][1]> } {
  const kinds: Record<string, EventKind> = {};
  for (const [name, [zh, schema]] of Object.entries(entries)) {
    const type = `${service}.${kebab(name)}.v1`;
    if (eventKinds.has(type)) throw new Error(`The event ${type} is declared twice.`);
    kinds[name] = { service, name, type, version: 1, stream: streamName, schema, conforms: { exact: conforms(schema, 'exact'), open: conforms(schema, 'open') }, zh };
    eventKinds.set(type, kinds[name]);
  }
  return kinds as { readonly [N in keyof E & string]: EventKind<N, E[N][1]> };
}

/** The events of a stream as a decider sees them: a union of `{ type: Name } & data`. */
export type EventsOf<Kinds extends Readonly<Record<string, EventKind>>> = {
  [N in keyof Kinds & string]: { readonly type: N } & Readonly<z.infer<Kinds[N]['schema']>>;
}[keyof Kinds & string];

/** An event as everybody else knows it: read from the log or the topic. */
export interface PublishedEvent<Data = Record<string, unknown>> {
  /** 1..N in one log, a string so that no number loses a digit. */
  readonly position: string;
  readonly logId: string;
  readonly id: string;
  /** `routing.case-routed.v1` */
  readonly type: string;
  readonly caseId: string;
  /** `assignment/<caseId>` */
  readonly stream: string;
  /** 1..k in its stream. */
  readonly version: number;
  readonly data: Data;
  readonly meta: Cause;
  readonly recordedAt: Instant;
}

export function kebab(name: string): string {
  return name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
}
