import type { Config } from './config.js';
import { log, traceOf } from './logger.js';
import type { Service } from './service.js';
import { startServices } from './start.js';

/** Before whoever told us to end loses patience: what is stored is stored, leases run out by themselves. */
const END_MS_MAX = 9_000;

/** Runs services until the process is told to end: takes no more requests, finishes what is in flight, gives its leases back. */
export async function runService(services: readonly Service[], config: Config): Promise<void> {
  const running = await startServices(services, config);
  log.info({ services: services.map(({ name }) => name), url: running.url }, 'started');
  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    setTimeout(() => {
      log.warn({ answered: running.answered() }, 'ended before all had come to rest');
      process.exit(running.answered() ? 0 : 1);
    }, END_MS_MAX);
    running.stop().then(() => process.exit(0), (error: unknown) => {
      log.error({ error: traceOf(error) }, 'did not end cleanly');
      process.exit(1);
    });
  };
  // Not `once`: a library that finds itself alone with a signal sends it again, and that would end us before we have drained. Nest's own hooks stay off: they close at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
}
