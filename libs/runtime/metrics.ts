import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Public } from './auth.guard.js';

/** What this process measures of itself. Labels are words of the code, never of a request: no identity, no case. */
export const registry = new Registry();

const registers = [registry];

export const processRefusals = new Counter({
  name: 'anxin_process_refusals_total', help: 'Wishes of processes that met a settled state, by service and refusal code', labelNames: ['service', 'code'], registers,
});

export const httpSeconds = new Histogram({
  name: 'anxin_http_request_seconds', help: 'Duration of HTTP requests, by method, route pattern and status class', labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers,
});

export const refusedAccess = new Counter({
  name: 'anxin_refused_access_total', help: 'Requests refused with 401 or 403, by problem code', labelNames: ['code'], registers,
});

/** Values by label, or one value. */
type Reading = () => Promise<number | ReadonlyMap<string, number>> | number | ReadonlyMap<string, number>;

/** The gauges that every installation shows; a process gives the readings that it can take. */
const GAUGES = {
  openCases: ['anxin_open_cases', 'Open cases by stage', 'stage'],
  dueSoon: ['anxin_due_in_24h', 'Armed clocks that are due within 24 hours, by clock', 'clock'],
  breached: ['anxin_breached', 'Breached clocks that are not settled, by clock', 'clock'],
  armed: ['anxin_armed_clocks', 'Armed clocks', undefined],
  relayLag: ['anxin_relay_lag', 'Events stored and not yet published', undefined],
  consumerLag: ['anxin_consumer_lag', 'Events published and not yet handled, by consumer', 'consumer'],
  parked: ['anxin_parked', 'Events parked with an error, by consumer', 'consumer'],
  sealLag: ['anxin_seal_lag', 'Events stored and not yet sealed', undefined],
  sealRefused: ['anxin_seal_refused', '1 where the log cannot be sealed without contradicting what was sealed before', undefined],
  deliveriesWaiting: ['anxin_feedback_waiting', 'Feedback not yet delivered, by channel', 'channel'],
} as const;

export type StandardReadings = { readonly [Name in keyof typeof GAUGES]?: Reading };

/** Registers the standard gauges, read at each scrape. A reading that fails shows as NaN and does not spoil the others. */
export function standardGauges(readings: StandardReadings): void {
  for (const [key, reading] of Object.entries(readings) as [keyof typeof GAUGES, Reading][]) {
    const [name, help, label] = GAUGES[key];
    registry.removeSingleMetric(name); // A process that starts its services again reads anew.
    new Gauge({
      name, help, labelNames: label ? [label] : [], registers,
      async collect() {
        this.reset();
        const value = await Promise.resolve().then(reading).catch(() => Number.NaN);
        if (typeof value === 'number') this.set(value);
        else for (const [word, count] of value) this.set({ [label ?? '']: word }, count);
      },
    });
  }
}

let measuring = false;

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor() {
    if (!measuring) collectDefaultMetrics({ register: registry });
    measuring = true;
  }

  @Get() @Public() @Header('content-type', registry.contentType) @Header('cache-control', 'no-store')
  show(): Promise<string> {
    return registry.metrics();
  }
}
