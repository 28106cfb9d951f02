import { uuidv7 } from '#libs/contracts/uuid.js';
import { PARTITIONS, partitionOf, topicOf } from './topics.js';

describe('Topics', () => {
  it('puts a case where it was put on the first day', () => {
    // Computed apart from this code, by FNV-1a in Python: see the comment of `partitionOf`.
    expect(GOLDEN.map(([caseId]) => [caseId, partitionOf(caseId)])).toEqual(GOLDEN);
  });

  it('spreads cases evenly', () => {
    const counts = new Array<number>(PARTITIONS).fill(0);
    for (let n = 0; n < 60_000; n++) counts[partitionOf(uuidv7(1_772_000_000_000 + n))]! += 1;
    for (const count of counts) expect(Math.abs(count - 5_000)).toBeLessThan(400); // Six standard deviations of chance.
  });

  it('names the topic of the first log and of each further one', () => {
    expect(topicOf('anxin')).toBe('anxin.case-events.v1');
    expect(topicOf('zhejiang')).toBe('anxin.case-events.zhejiang.v1');
  });
});

const GOLDEN: [string, number][] = [
  ['00000000-0000-0000-0000-000000000000', 6],
  ['018f2c3e-7b1a-7c4d-8e5f-0123456789ab', 2],
  ['018f2c3e-7b1a-7c4d-8e5f-0123456789ac', 9],
  ['ffffffff-ffff-7fff-bfff-ffffffffffff', 5],
  ['01957a2e-0000-7000-8000-000000000001', 6],
  ['c0ffee00-cafe-4bad-9ace-123456789012', 7],
];
