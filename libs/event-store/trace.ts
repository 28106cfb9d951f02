import type { Attributes, Context, Span } from '@opentelemetry/api';
import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { Refusal } from '#libs/decider/refusal.js';
import type { AppendCommand } from './append-command.js';

/**
 * One trace from the request to the last event that follows from it: over HTTP and Kafka in the header `traceparent`, between both in the envelope of the event.
 * Attributes are words of the code, counts and positions; never a path, a body, a message of an error or a number of a case.
 */
let recording = false;

/** Whether spans are made at all. Where not, what a caller sent is only carried on. */
export function recordSpans(on: boolean): void {
  recording = on;
}

export function isRecording(): boolean {
  return recording;
}

/** The place in a trace that a `traceparent` names; undefined where it is none. */
export function traceFrom(traceparent: string | undefined): Context | undefined {
  const parent = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parent === null ? undefined : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
}

/** The `traceparent` of the work under way; undefined where there is no trace, or nobody records it: what leads nowhere is not stored. */
export function traceparentOf(at: Context | undefined = context.active()): string | undefined {
  const here = at && trace.getSpanContext(at);
  if (!here || !trace.isSpanContextValid(here) || (here.traceFlags & TraceFlags.SAMPLED) === 0) return undefined;
  return `00-${here.traceId}-${here.spanId}-${(here.traceFlags & 0xff).toString(16).padStart(2, '0')}`;
}

export interface Begun {
  /** Where the span's own children belong; where nothing is recorded, the parent's place. */
  readonly at: Context;
  end(error?: unknown): void;
}

/** Begins a span by hand; `spanned` is for work that is one function. */
export function begin(name: string, kind: SpanKind, attributes: Attributes, parent: Context = context.active()): Begun {
  if (!recording) return { at: parent, end: () => undefined };
  const span = trace.getTracer('anxin').startSpan(name, { kind, attributes }, parent);
  return { at: trace.setSpan(parent, span), end: (error) => finish(span, error) };
}

/** Work as one span of the trace under way. */
export async function spanned<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  if (!recording) return work();
  const span = begin(name, SpanKind.INTERNAL, attributes);
  try {
    const result = await context.with(span.at, work);
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}

/** A refusal is an answer; anything else that is thrown makes the span a failed one. What it says may quote personal data: its name alone is kept. */
function finish(span: Span, error: unknown): void {
  if (error instanceof Refusal) span.setAttribute('anxin.refusal', error.code);
  else if (error !== undefined) span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown').setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** A command with the trace in its envelope, and the span of its being stored, which the caller ends. */
export function tracedAppend(command: AppendCommand): { readonly command: AppendCommand; readonly span: Begun } {
  const kind = command.stream.slice(0, command.stream.indexOf('/'));
  const span = begin(`append ${kind}`, SpanKind.CLIENT, { 'db.system.name': 'postgresql', 'anxin.stream': kind, 'anxin.events': command.events.length }, traceFrom(command.meta.traceparent));
  const traceparent = traceparentOf(span.at);
  return { command: traceparent === undefined || traceparent === command.meta.traceparent ? command : { ...command, meta: { ...command.meta, traceparent } }, span };
}

const places = new WeakMap<object, Context>();

/** Where in its trace an event is being handled. */
export function handledAt(event: PublishedEvent, at: Context): void {
  places.set(event, at);
}

/** Where in a trace that belongs which follows from an event. */
export function traceOf(event: PublishedEvent): Context | undefined {
  return places.get(event) ?? traceFrom(event.meta.traceparent);
}
