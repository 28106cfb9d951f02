import type { Projection } from '#libs/runtime/projection.js';
import type { RetentionRow } from './retention.projection.js';
import { retentionRow, retentionTypes } from './retention.projection.js';

/** The read table by which is known what is due to be erased. */
export const retentionLines: Projection<RetentionRow> = {
  table: 'intake.retention', key: 'caseId', of: retentionTypes, keysOf: ({ type, caseId }) => (retentionTypes.includes(type) ? [caseId] : []), fold: retentionRow,
};
