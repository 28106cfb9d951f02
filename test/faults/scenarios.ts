import type { Scenario } from './scenario.js';
import { onKafka } from './scenarios/on-kafka.js';
import { onNetwork } from './scenarios/on-network.js';
import { onPostgres } from './scenarios/on-postgres.js';
import { onProcesses } from './scenarios/on-processes.js';
import { nthCall } from './scenarios/nth-call.js';
import { simulated } from './scenarios/simulated.js';

/** Every way in which the world goes wrong here, the most telling first. */
export const scenarios: readonly Scenario[] = [...simulated, ...nthCall, ...onProcesses, ...onPostgres, ...onKafka, ...onNetwork];

/** The scenarios of these names, or all of them. Throws where a name is none. */
export function scenariosNamed(names: readonly string[]): readonly Scenario[] {
  const unknown = names.filter((name) => !scenarios.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`No such scenario: ${unknown.join(', ')}. There are: ${scenarios.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? scenarios : scenarios.filter(({ name }) => names.includes(name));
}
