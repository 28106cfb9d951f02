import { loadPolicies } from '#libs/policy/in-force.js';
import { colourOfCase, coloursEnd } from './colour.js';

const policies = loadPolicies('policies');
/** Thursday: one working day on is Friday the 6th, three on is Tuesday the 10th. */
const now = '2026-03-05T10:00:00+08:00';
const colour = (nextDueAt: string | null, breached = 0) => colourOfCase({ handlingDivision: '439901', nextDueAt, breached }, policies, now);

describe('The colour of a case', () => {
  it('is told by the working days that are left, and red where a limit is broken', () => {
    expect([colour(null), colour('2026-03-12T00:00:00+08:00'), colour('2026-03-11T00:00:00+08:00'), colour('2026-03-07T00:00:01+08:00'), colour('2026-03-07T00:00:00+08:00'), colour('2026-03-06T00:00:00+08:00'), colour('2026-03-05T12:00:00+08:00'), colour(now), colour('2026-03-12T00:00:00+08:00', 1)])
      .toEqual(['none', 'none', 'blue', 'blue', 'yellow', 'yellow', 'yellow', 'red', 'red']);
    expect(coloursEnd(policies, now)).toBe('2026-03-11T00:00:00+08:00');
  });
});
