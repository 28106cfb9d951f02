import { defects, misplaced } from './broken.js';
import { scenarios } from './scenarios.js';

describe('The copies that are broken on purpose', () => {
  it('can still be broken where they must be', () => expect(misplaced(process.cwd())).toEqual([]));

  it('are each looked for by some scenario, and no scenario looks for another', () => {
    expect([...new Set(scenarios.flatMap(({ finds }) => finds))].sort()).toEqual(defects.map(({ name }) => name).sort());
  });
});
