import type { AnyDesk, Desk } from '#libs/runtime/desk.js';
import { armsOf } from '../clocks/armed.projection.js';
import { circular } from './circular.decider.js';
import { figures } from './figures.decider.js';

const circularDesk: Desk<typeof circular> = { service: 'supervision', stream: 'circular', decider: circular, arms: armsOf.circular };

/** The desks of what is made known: figures and circulars, each in a stream of its own. */
export const statisticsDesks: readonly AnyDesk[] = [{ service: 'supervision', stream: 'figures', decider: figures }, circularDesk];
