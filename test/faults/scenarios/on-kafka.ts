import { setTimeout as pause } from 'node:timers/promises';
import type { City } from '../city.js';
import { inTheCity } from '../in-the-city.js';
import type { Chance, Scenario } from '../scenario.js';

/** Ten minutes in the long tier are asked for by the environment: a slice of it has less. */
const AWAY_MS = Number(process.env['KAFKA_AWAY_SECONDS'] ?? 20) * 1_000;
const FILED_EVERY_MS = 2_000;

async function restart(city: City, chance: Chance, round: number): Promise<number> {
  await pause(chance() * 1_000);
  await city.brokers.end(0, round % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
  await pause(chance() * 2_000);
  await city.brokers.begin(0);
  return 1;
}

async function away(city: City): Promise<number> {
  await city.brokers.end(0, 'SIGKILL');
  const end = performance.now() + AWAY_MS;
  city.load.patienceMs += AWAY_MS; // Whoever signs waits for an order to be routed.
  await city.load.file();
  if (performance.now() > end) city.load.wrong.push('nothing: no order was taken in while Kafka was away');
  for (let rest = end - performance.now(); rest > 0; rest = end - performance.now()) {
    await pause(Math.min(rest, FILED_EVERY_MS));
    await city.load.file();
  }
  await city.brokers.begin(0);
  return 1;
}

/** Each broker of three dies in turn, so that every partition changes its leader; the product goes on with two. */
async function inTurn(city: City, chance: Chance): Promise<number> {
  for (let at = 0; at < city.brokers.count; at++) {
    await city.brokers.end(at, chance() < 0.7 ? 'SIGKILL' : 'SIGTERM');
    await pause(1_000 + chance() * 3_000);
    await city.brokers.begin(at);
    await pause(3_000); // It takes up again what it has missed: two must be in step before the next may go.
  }
  return city.brokers.count;
}

export const onKafka: readonly Scenario[] = [
  inTheCity({ name: 'kafka-crash', does: 'the broker killed, or ended in good order, and started again', faults: { commit: 1, prove: 2 }, finds: ['relay-checkpoints-first'], fault: restart }),
  inTheCity({ name: 'kafka-away', does: `no broker for ${AWAY_MS / 1000} s; orders are taken in all the same`, faults: { commit: 0, prove: 1 }, finds: ['relay-checkpoints-first'], fault: away }),
  inTheCity({ name: 'kafka-cluster', does: 'three brokers (replication 3, in-sync 2), each killed in turn', faults: { commit: 0, prove: 3 }, finds: ['relay-checkpoints-first'], kind: 'three brokers', fault: inTurn }),
];
