import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Public } from './auth.guard.js';
import { GAUGES } from './gauges.js';
import { VERSION } from './version.js';

/** What this process measures of itself. Labels are words of the code, never of a request: no identity, no case. */
export const registry = new Registry();

const registers = [registry];

export const processRefusals = new Counter({
  name: 'anxin_process_refusals_total', help: 'Wishes of processes that met a settled state, by service and refusal code / 流程提出而情形已定、未予采纳的步骤数，按服务与拒绝码', labelNames: ['service', 'code'], registers,
});

export const httpSeconds = new Histogram({
  name: 'anxin_http_request_seconds', help: 'Duration of HTTP requests, by method, route pattern and status class / HTTP 请求耗时，按方法、路由模式与状态类别', labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers,
});

export const refusedAccess = new Counter({
  name: 'anxin_refused_access_total', help: 'Requests refused with 401 or 403, by problem code / 以 401 或 403 拒绝的请求数，按问题码', labelNames: ['code'], registers,
});

export const turnedAway = new Counter({
  name: 'anxin_turned_away_total', help: 'Requests told to come back since too much was under way, waited for the store or came of one caller, by problem code / 因负荷过高、存储排队或同一调用方过频而请其稍后再来的请求数，按问题码', labelNames: ['code'], registers,
});

export const watchedCases = new Counter({
  name: 'anxin_watched_cases_total', help: 'Cases that the watch looked at, put on the ladder, or could not judge, by outcome / 督办巡查查看、升级或无法判断的案件数，按结果', labelNames: ['outcome'], registers,
});

export const appendSeconds = new Histogram({
  name: 'anxin_append_seconds', help: 'Time from the handing over of a command to its being stored, by outcome / 命令自交付至入库的时间，按结果', labelNames: ['outcome'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers,
});

export const appendedEvents = new Counter({ name: 'anxin_append_events_total', help: 'Events that this process stored for commands / 本进程为命令存入的事件数', registers });

export const appendBatch = new Histogram({
  name: 'anxin_append_batch_commands', help: 'Commands stored by one call and one commit / 一次调用、一次提交存入的命令数', buckets: [1, 2, 4, 8, 16, 32, 64, 128], registers,
});

export const deliveryTries = new Counter({
  name: 'anxin_delivery_tries_total', help: 'Tries to tell a channel, by channel and outcome / 向渠道回传的尝试次数，按渠道与结果', labelNames: ['channel', 'outcome'], registers,
});

new Gauge({ name: 'anxin_build_info', help: '1, with the version of this build and of Node / 恒为 1，标签为本版本号与 Node 版本', labelNames: ['version', 'node'], registers }).set({ version: VERSION, node: process.versions.node }, 1);

/** Values by label, or one value. */
type Reading = () => Promise<number | ReadonlyMap<string, number>> | number | ReadonlyMap<string, number>;

/** A process gives the readings that it can take. */
export type StandardReadings = { readonly [Name in keyof typeof GAUGES]?: Reading };

/** Within the time that Prometheus waits for a scrape. */
const READING_MS_MAX = 3_000;

/** Registers the standard gauges, read at each scrape. A reading that fails, or takes too long, shows as NaN and does not spoil the others. */
export function standardGauges(readings: StandardReadings): void {
  for (const [key, reading] of Object.entries(readings) as [keyof typeof GAUGES, Reading][]) {
    const [name, en, zh, label] = GAUGES[key];
    registry.removeSingleMetric(name); // A process that starts its services again reads anew.
    new Gauge({
      name, help: `${en} / ${zh}`, labelNames: label ? [label] : [], registers,
      async collect() {
        this.reset();
        const value = await inTime(reading);
        if (typeof value === 'number') this.set(value);
        else for (const [word, count] of value) this.set({ [label ?? '']: word }, count);
      },
    });
  }
}

async function inTime(reading: Reading): Promise<number | ReadonlyMap<string, number>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => { timer = setTimeout(resolve, READING_MS_MAX, Number.NaN); });
  return Promise.race([Promise.resolve().then(reading).catch(() => Number.NaN), late]).finally(() => clearTimeout(timer));
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
