import { createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { SealBroken } from './seal.js';
import { macOf, sealFile, unsealFile } from './seal-file.js';

const dek = Buffer.from(Array.from({ length: 32 }, (_, n) => n));
const subject = '018f3c5e-7a00-7000-8000-000000000001';
const file = '01987f3a-6c02-7e94-8fa5-907182031426';

describe('A sealed file', () => {
  it('keeps the frozen format', () => {
    const nonce = Buffer.alloc(12, 7);
    const sealed = sealFile(dek, subject, file, Buffer.from('欠条'), nonce);
    // Opened by hand, as the format is written down.
    const context = Buffer.from(`anxin.file.v1\n${subject}\n${file}`);
    const open = createDecipheriv('aes-256-gcm', Buffer.from(hkdfSync('sha256', dek, Buffer.alloc(0), context, 32)), nonce);
    open.setAAD(context);
    open.setAuthTag(sealed.subarray(-16));
    expect([sealed.subarray(0, 12).equals(nonce), Buffer.concat([open.update(sealed.subarray(12, -16)), open.final()]).toString()]).toEqual([true, '欠条']);
    expect(sealed.toString('hex')).toMatchInlineSnapshot(`"070707070707070707070707037c7e63e3b6d84c82bcf00afa9964eec4a65a195c65"`);
  });

  it.each([0, 1, 1_000_000])('opens as it was: %i bytes', (length) => {
    const bytes = randomBytes(length);
    expect(unsealFile(dek, subject, file, sealFile(dek, subject, file, bytes)).equals(bytes)).toBe(true);
  });

  it('opens for its person, as itself, whole and unchanged only', () => {
    const sealed = sealFile(dek, subject, file, Buffer.from('欠条'));
    const other = '01987f3a-6c02-7e94-8fa5-907182031427';
    expect(() => unsealFile(randomBytes(32), subject, file, sealed)).toThrow(SealBroken);
    expect(() => unsealFile(dek, other, file, sealed)).toThrow(SealBroken);
    expect(() => unsealFile(dek, subject, other, sealed)).toThrow(SealBroken);
    for (let length = 0; length < sealed.length; length++) expect(() => unsealFile(dek, subject, file, sealed.subarray(0, length))).toThrow(SealBroken);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unsealFile(dek, subject, file, changed)).toThrow(SealBroken);
    }
  });

  it('is known again by its person only', () => {
    const bytes = Buffer.from('我叫甲某');
    expect(macOf(dek, bytes)).toBe(macOf(dek, Buffer.from(bytes)));
    expect([macOf(randomBytes(32), bytes), createHash('sha256').update(bytes).digest('hex')]).not.toContain(macOf(dek, bytes));
  });
});
