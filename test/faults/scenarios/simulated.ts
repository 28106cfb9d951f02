import type { Scenario, Tally, Wanted } from '../scenario.js';
import { isClean, nothing, sum } from '../scenario.js';
import { simulate } from '../simulation/simulate.js';

/** Every so often a run is made twice: both must be the same, step by step. */
const TWICE_EVERY = 20;
/** The model of a store that gives out positions before they are committed: a defect that must be found. */
const bySequence = process.env['FAULTS_STORE'] === 'sequence';

async function run({ seed, count, say }: Wanted): Promise<Tally> {
  let tally = nothing;
  let steps = 0;
  const began = performance.now();
  for (let n = 0; n < count; n++) {
    const one = await simulate(seed + n, { bySequence });
    steps += one.steps;
    const again = n % TWICE_EVERY === 0 ? await simulate(seed + n, { bySequence }) : one;
    const broken = again.digest === one.digest ? [] : ['the same seed did not give the same run'];
    tally = sum(tally, { ...one.tally, broken: [...one.tally.broken, ...broken].map((what) => `seed ${seed + n}: ${what}`) });
    if (!isClean(one.tally)) {
      say(`seed ${seed + n}: lost ${one.tally.lost}, twice ${one.tally.duplicated}, late ${one.tally.late}, broken ${one.tally.broken.length}`);
      break;
    }
  }
  say(`${count} seeds from ${seed}, ${steps.toLocaleString('en')} steps in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return tally;
}

export const simulated: readonly Scenario[] = [{
  name: 'simulation', does: "the product's relay, consumers, appender and clocks on a modelled database and broker: chance orders every step, kills between any two, repeats, poisons, moves the clock",
  faults: { commit: 300, prove: 300 }, finds: ['relay-checkpoints-first', 'relay-forgets-at-restart', 'consumer-marks-first', 'consumer-without-marks', 'clock-fires-early', 'positions-by-sequence'], run,
}];
