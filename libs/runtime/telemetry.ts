import { randomUUID } from 'node:crypto';
import { context, SpanKind, trace } from '@opentelemetry/api';
import type { Attributes } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Begun } from '#libs/event-store/trace.js';
import { begin, isRecording, recordSpans, traceFrom } from '#libs/event-store/trace.js';
import type { Config } from './config.js';
import { VERSION } from './version.js';

const QUEUE_MAX = 8_192;
const BATCH_MAX = 512;
const EVERY_MS = 1_000;
const EXPORT_MS_MAX = 3_000;

/**
 * Sends spans by OTLP over HTTP where an endpoint is configured; else its libraries are not even loaded, and a trace that a caller brings is only carried on.
 * A collector that is away costs spans, never a request. Returns how to stop: what waits is sent, for three seconds at most.
 */
export async function startTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: ratio }: Config, name: string): Promise<() => Promise<void>> {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager()); // Costs nothing before the first trace comes along.
  if (endpoint === undefined) return () => Promise.resolve();
  const [{ BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([import('@opentelemetry/sdk-trace'), import('@opentelemetry/exporter-trace-otlp-http'), import('@opentelemetry/resources')]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: EXPORT_MS_MAX });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': name, 'service.version': VERSION, 'service.instance.id': randomUUID() }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, maxQueueSize: QUEUE_MAX, maxExportBatchSize: BATCH_MAX, scheduledDelayMillis: EVERY_MS, exportTimeoutMillis: EXPORT_MS_MAX })],
  });
  trace.setGlobalTracerProvider(provider);
  recordSpans(true);
  return async () => {
    recordSpans(false);
    trace.disable();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => { timer = setTimeout(resolve, EXPORT_MS_MAX); });
    await Promise.race([provider.shutdown().catch(() => undefined), late]).finally(() => clearTimeout(timer));
  };
}

/** A span for each request of the API, by its route pattern: a path may hold a tracking code. What follows from the request lies within. */
export function traceRequests(app: NestFastifyApplication): void {
  const spans = new WeakMap<FastifyRequest, Begun>();
  const http = app.getHttpAdapter().getInstance();
  http.addHook('onRequest', (request, _reply, done) => {
    const { traceparent } = request.headers;
    const parent = traceFrom(typeof traceparent === 'string' ? traceparent : undefined);
    const route = request.routeOptions.url ?? '';
    if ((parent || isRecording()) && route.startsWith('/v1/')) spans.set(request, begin(`${request.method} ${route}`, SpanKind.SERVER, { 'http.request.method': request.method, 'http.route': route }, parent));
    done();
  });
  http.addHook('preValidation', (request, _reply, done) => { // The body has been read: what comes now runs to the end in one place.
    const span = spans.get(request);
    if (span) context.with(span.at, done);
    else done();
  });
  http.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    if (span) trace.getSpan(span.at)?.setAttribute('http.response.status_code', reply.statusCode);
    span?.end(reply.statusCode >= 500 ? new HttpFailure(String(reply.statusCode)) : undefined);
    done();
  });
}

class HttpFailure extends Error {
  override readonly name: string;

  constructor(status: string) {
    super();
    this.name = status; // `error.type`, by the conventions of OpenTelemetry.
  }
}

/** For the log: which trace a line belongs to. */
export function traceFields(): Attributes {
  const here = trace.getSpanContext(context.active());
  return here && trace.isSpanContextValid(here) ? { traceId: here.traceId, spanId: here.spanId } : {};
}
