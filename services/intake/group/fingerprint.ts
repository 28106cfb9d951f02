import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';

/** Of an employer or a project as a group's events carry it: whoever reads the log alone learns no name from it. */
export function fingerprint(index: BlindIndex, what: 'employer' | 'project', name: string | null | undefined): string | null {
  return name ? index.mac('employer', JSON.stringify(['group.v1', what, normalise('employer', name)])).toString('hex') : null;
}
