import { SpanKind } from '@opentelemetry/api';
import type { Cause } from '#libs/contracts/cause.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { StoredRow } from '#libs/event-store/read.js';
import type { Begun } from '#libs/event-store/trace.js';
import { begin, handledAt, traceFrom, traceparentOf } from '#libs/event-store/trace.js';
import type { Arrival } from './chunk.js';

export interface Publishing {
  /** For the message's header. */
  readonly traceparent?: string;
  end(error?: unknown): void;
}

/** The sending of a stored event, in the trace that its envelope names. */
export function publishing(row: StoredRow, topic: string, partition: number): Publishing {
  const stored = row.meta.includes('"traceparent"') ? (JSON.parse(row.meta) as Cause).traceparent : undefined;
  const parent = traceFrom(stored);
  if (!parent) return { end: () => undefined };
  const span = begin(`publish ${topic}`, SpanKind.PRODUCER, {
    ...MESSAGING, 'messaging.operation.type': 'send', 'messaging.operation.name': 'publish', 'messaging.destination.name': topic, 'messaging.destination.partition.id': String(partition),
    'anxin.event.type': row.type, 'anxin.position': row.position,
  }, parent);
  const traceparent = traceparentOf(span.at);
  return { ...(traceparent !== undefined && { traceparent }), end: span.end };
}

/** The handling of a chunk's events: one span each that belongs to a trace, all until the one commit. */
export function consuming(events: readonly PublishedEvent[], arrivals: readonly Arrival[], { consumer, topic, schema, partition }: { readonly consumer: string; readonly topic: string; readonly schema: string; readonly partition: number }): readonly Begun[] {
  const sent = new Map(arrivals.map(({ event, traceparent }) => [event, traceparent]));
  return events.flatMap((event) => {
    const parent = traceFrom(sent.get(event) ?? event.meta.traceparent);
    if (!parent) return [];
    const span = begin(`consume ${schema}`, SpanKind.CONSUMER, {
      ...MESSAGING, 'messaging.operation.type': 'process', 'messaging.operation.name': 'consume', 'messaging.destination.name': topic, 'messaging.destination.partition.id': String(partition),
      'messaging.consumer.group.name': consumer, 'anxin.service': schema, 'anxin.event.type': event.type, 'anxin.position': event.position,
    }, parent);
    handledAt(event, span.at);
    return [span];
  });
}

const MESSAGING = { 'messaging.system': 'kafka' } as const;
