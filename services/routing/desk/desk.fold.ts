import type { Projection } from '#libs/runtime/projection.js';
import type { DeskRow } from './desk.projection.js';
import { desk, deskKeys } from './desk.projection.js';

/** The read table of the desk list. */
export const orders: Projection<DeskRow> = { table: 'routing.desk', key: 'id', keysOf: deskKeys, fold: desk, byCase: true };
