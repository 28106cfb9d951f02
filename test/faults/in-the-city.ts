import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../../demo/orders.js';
import { City } from './city.js';
import type { Chance, Scenario, Tally, Wanted } from './scenario.js';
import { nothing, sum } from './scenario.js';

/** How a city is built. On a small disk PostgreSQL's folder is a file system of its own, in memory, that can be filled. */
export type Kind = 'one broker' | 'three brokers' | 'small disk';
const DISK_MB = 400;

interface Standing { readonly kind: Kind; readonly city: City; readonly disk: string | undefined }

/** The city that stands: a scenario leaves it whole, so that the next takes it over. Two at once would be too much for the machine. */
let standing: Standing | undefined;

async function cityOf(kind: Kind): Promise<City> {
  if (standing?.kind === kind && standing.city.fresh) return standing.city;
  await razed();
  const disk = kind === 'small disk' ? smallDisk() : undefined;
  const city = await City.start(kind === 'three brokers' ? 3 : 1, disk);
  standing = { kind, city, disk };
  return city;
}

/** Ends the city that stands. */
export async function razed(): Promise<void> {
  const before = standing;
  standing = undefined;
  await before?.city.close();
  if (before?.disk !== undefined) removeDisk(before.disk);
}

/** Where `standing` is on a small disk, its folder. */
export function diskOfTheCity(): string {
  return standing!.disk!;
}

/** Why there can be no small disk here; undefined where there can. */
export function noSmallDisk(): string | undefined {
  try {
    removeDisk(smallDisk());
    return undefined;
  } catch {
    return 'no file system of our own can be mounted here';
  }
}

function smallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
  return folder;
}

function removeDisk(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}

type Given = Omit<Scenario, 'run'> & {
  readonly kind?: Kind;
  /** Does the n-th round of it, and answers how many faults that were. All is as before when it resolves. */
  readonly fault: (city: City, chance: Chance, round: number) => Promise<number>;
};

/** A scenario in the whole product: under load, round by round until there were enough faults, everything checked after each round. */
export function inTheCity({ kind = 'one broker', fault, ...scenario }: Given): Scenario {
  return { ...scenario, run: ({ seed, count, say }) => rounds({ seed, count, say }, kind, fault) };
}

async function rounds({ seed, count, say }: Wanted, kind: Kind, fault: Given['fault']): Promise<Tally> {
  let tally = nothing;
  for (let round = 0; tally.faults < count; round++) {
    const random = chance(seed + round);
    const city = await cityOf(kind);
    const began = performance.now();
    const one = await city.during(random, () => fault(city, random, round));
    tally = sum(tally, one);
    say(`round ${round + 1}, seed ${seed + round}: ${one.faults} faults, ${one.acknowledged} acknowledged, back after ${Math.round(one.recoveryMs)} ms, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    if (one.broken.length + one.lost + one.duplicated + one.late > 0) {
      await razed(); // What is broken stays broken: the next begins anew.
      break;
    }
  }
  return tally;
}
