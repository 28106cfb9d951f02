import { setTimeout as pause } from 'node:timers/promises';
import type { City, ServiceName } from '../city.js';
import { SERVICES } from '../city.js';
import { inTheCity } from '../in-the-city.js';
import type { Chance, Scenario } from '../scenario.js';

/** Longer than a lease (5 s) and the session of a consumer (10 s). */
const FROZEN_MS = 12_000;
const FROZEN_SHORTLY_MS = 3_000;

/** Kills each of the five once, in chance order, at chance instants; each is started again at once, while the next dies. */
async function killEach(city: City, chance: Chance): Promise<number> {
  const order = [...SERVICES].map((name) => ({ name, by: chance() })).sort((a, b) => a.by - b.by);
  for (const { name } of order) {
    await pause(chance() * 1_200);
    const one = city.services.get(name)!;
    await one.kill();
    one.begin();
  }
  return order.length;
}

/** Freezes one process past its lease and session while another of its kind takes over; then it wakes up, and believes nothing has happened. */
async function freeze(city: City, chance: Chance, round: number): Promise<number> {
  const name: ServiceName = SERVICES[round % SERVICES.length]!;
  const one = city.services.get(name)!;
  if (name === 'routing' || name === 'supervision') await city.spare(name); // Who takes over: the others have nobody.
  await pause(chance() * 500);
  one.freeze();
  await pause(chance() < 0.7 ? FROZEN_MS : FROZEN_SHORTLY_MS);
  one.thaw();
  return 1;
}

export const onProcesses: readonly Scenario[] = [
  inTheCity({
    name: 'kill', does: 'SIGKILL of each of the five services at chance instants, one after the other, under load', faults: { commit: 5, prove: 10 },
    finds: ['consumer-marks-first', 'relay-forgets-at-restart', 'clock-fires-early', 'delivery-with-a-new-id'], fault: killEach,
  }),
  inTheCity({
    name: 'freeze', does: 'SIGSTOP past lease and session, another takes over, then SIGCONT: a zombie', faults: { commit: 1, prove: 2 },
    finds: ['consumer-without-marks'], fault: freeze,
  }),
];
