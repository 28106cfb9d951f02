import { faults, holds } from './run-as-a-person.js';

describe('The simulation', () => {
  it('loses nothing, does nothing twice and nothing late in 300 worlds', () => holds(['simulation'], '300'), 300_000);

  it.each(['relay-checkpoints-first', 'positions-by-sequence'])('finds out a product with the defect %s', async (defect) => {
    const { status, answer } = await faults('simulation', '--broken', defect);
    expect(JSON.parse(answer || '[]')).toEqual([expect.objectContaining({ scenario: 'simulation', defect, found: true })]);
    expect(status).toBe(0);
  }, 120_000);
});
