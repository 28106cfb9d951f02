import { setTimeout as pause } from 'node:timers/promises';
import type { City } from '../city.js';
import { inTheCity } from '../in-the-city.js';
import type { Mode, Proxy, Toxic } from '../proxy.js';
import type { Chance, Scenario } from '../scenario.js';

const LASTS_MS = 2_500;
const MODES: readonly Mode[] = ['cut', 'hold', 'deaf'];
/** Three strengths of each. */
const TOXICS: readonly Toxic[] = [
  { latencyMs: 20 }, { latencyMs: 100 }, { latencyMs: 400 }, { sliceBytes: 1_000 }, { sliceBytes: 200 }, { sliceBytes: 40 }, { bytesPerSecond: 1_000_000 }, { bytesPerSecond: 200_000 }, { bytesPerSecond: 50_000 },
];

/** Wires, taken in turn: PostgreSQL, Kafka, the channels' webhooks. */
function wiresOf(city: City, round: number): readonly Proxy[] {
  return [[city.wires.postgres], city.brokers.proxies, [city.wires.webhook]][round % 3]!;
}

async function partition(city: City, chance: Chance, round: number): Promise<number> {
  const mode = MODES[Math.floor(round / 3) % MODES.length]!;
  const wires = wiresOf(city, round);
  await pause(chance() * 500);
  for (const wire of wires) wire.set(mode);
  await pause(LASTS_MS * (0.5 + chance()));
  for (const wire of wires) wire.set('forward');
  return 1;
}

/** Connections reset a few times; then the wire is slow, cuts what goes through into slices, or is narrow. */
async function badWire(city: City, chance: Chance, round: number): Promise<number> {
  const wires = wiresOf(city, round);
  const toxic = TOXICS[Math.floor(chance() * TOXICS.length)]!;
  const resets = 3;
  for (let time = 0; time < resets; time++) {
    await pause(chance() * 500);
    for (const wire of wires) wire.reset();
  }
  for (const wire of wires) wire.poison(toxic);
  await pause(LASTS_MS);
  for (const wire of wires) wire.poison(undefined);
  return resets + 1;
}

export const onNetwork: readonly Scenario[] = [
  inTheCity({ name: 'network-away', does: 'the wire to PostgreSQL, Kafka or a channel is cut, swallows all, or swallows answers', faults: { commit: 3, prove: 6 }, finds: ['relay-checkpoints-first', 'delivery-with-a-new-id'], fault: partition }),
  inTheCity({ name: 'network-bad', does: 'connections reset; then latency, slices of 40 to 1,000 bytes, or 50 kB/s to 1 MB/s', faults: { commit: 4, prove: 8 }, finds: ['consumer-marks-first'], fault: badWire }),
];
