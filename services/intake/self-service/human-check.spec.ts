import { createHash } from 'node:crypto';
import { Refusal } from '#libs/decider/refusal.js';
import { ProofOfWork } from './human-check.js';

const FORM = '01a202d7-fb82-79c6-9585-04ddeb2ca281';
const refusedWith = (check: ProofOfWork, proof: string | undefined): string | undefined => {
  try {
    check.ensure(FORM, proof);
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.code : 'defect';
  }
};
/** Zero bits at the beginning of the hash, counted on its binary text. */
const bitsOf = (proof: string): number => [...createHash('sha256').update(`${FORM}:${proof}`).digest()].map((byte) => byte.toString(2).padStart(8, '0')).join('').indexOf('1');

describe('The work before filing', () => {
  it('is asked of nobody unless it is switched on', () => expect(refusedWith(new ProofOfWork(0), undefined)).toBeUndefined());

  it('is done by a number whose hash begins with so many zero bits, and by no other', () => {
    const found = Array.from({ length: 4000 }, (_, n) => String(n)).filter((proof) => bitsOf(proof) >= 9);
    expect(found.length).toBeGreaterThan(0);
    for (const proof of found) expect(refusedWith(new ProofOfWork(9), proof)).toBeUndefined();
    for (let n = 0; n < 200; n++) expect(refusedWith(new ProofOfWork(9), String(n))).toBe(bitsOf(String(n)) >= 9 ? undefined : 'WORK_NOT_DONE');
  });

  it.each([undefined, '', '-1', '1.5', 'abc', '9'.repeat(13)])('is not done by %s', (proof) => expect(refusedWith(new ProofOfWork(1), proof)).toBe('WORK_NOT_DONE'));
});
