import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sealed as schema } from '#libs/contracts/sealed.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { seal, SealBroken, unseal } from './seal.js';

const golden = JSON.parse(readFileSync('test/golden/sealed-field.json', 'utf8')) as {
  dek: string; cases: { nonce: string; text: string; sealed: Sealed }[];
};
const dek = Buffer.from(golden.dek, 'hex');
const subject = '018f3c5e-7a00-7000-8000-000000000001';

describe('A sealed field', () => {
  it.each(golden.cases)('keeps the frozen format: $sealed.data', ({ nonce, text, sealed }) => {
    expect(seal(dek, sealed.subject, sealed.field, text, Buffer.from(nonce, 'hex'))).toEqual(sealed);
    expect(unseal(dek, sealed)).toBe(text);
    expect(schema.safeParse(sealed).success).toBe(true);
  });

  it('never looks the same twice', () => {
    expect(seal(dek, subject, 'name', '张测试').data).not.toBe(seal(dek, subject, 'name', '张测试').data);
  });

  it.each<[string, (whole: Sealed) => Sealed]>([
    ['another person', (whole) => ({ ...whole, subject: '018f3c5e-7a00-7000-8000-000000000002' })],
    ['another field', (whole) => ({ ...whole, field: 'phone' })],
    ['a boundary moved between person and field', (whole) => ({ ...whole, subject: `${subject}\nname`, field: '' })],
    ['a cut tail', (whole) => ({ ...whole, data: whole.data.slice(0, -1) })],
    ['nothing', (whole) => ({ ...whole, data: '' })],
    ['foreign characters', (whole) => ({ ...whole, data: `${whole.data}=` })],
  ])('does not open for %s', (_, change) => {
    expect(() => unseal(dek, change(seal(dek, subject, 'name', '张测试')))).toThrow(SealBroken);
  });

  it('does not open with another key', () => {
    expect(() => unseal(randomBytes(32), seal(dek, subject, 'name', '张测试'))).toThrow(SealBroken);
  });

  it('does not open after a change of any one bit of what is stored', () => {
    const whole = seal(dek, subject, 'name', '张测试一');
    const stored = Buffer.from(whole.data, 'ascii');
    for (let bit = 0; bit < stored.length * 8; bit++) {
      const changed = Buffer.from(stored);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal(dek, { ...whole, data: changed.toString('latin1') })).toThrow(SealBroken);
    }
  });
});
