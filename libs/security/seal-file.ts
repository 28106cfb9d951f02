import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { SealBroken } from './seal.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a whole file under the key of its person: nonce, ciphertext, tag. Each file has a key of its own, derived from the person's
 * key and the file's id, so that the file opens only as itself, and not at all once the person's key is gone. The format is frozen.
 * One tag stands over the whole: nothing of a file is shown before all of it is known to be whole. So a file is as large as fits into memory.
 * `nonce` is for golden files only.
 */
export function sealFile(dek: Buffer, subject: string, file: string, bytes: Buffer, nonce: Buffer = randomBytes(NONCE_BYTES)): Buffer {
  const context = contextOf(subject, file);
  const cipher = createCipheriv('aes-256-gcm', keyOf(dek, context), nonce);
  cipher.setAAD(context);
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `SealBroken`. */
export function unsealFile(dek: Buffer, subject: string, file: string, sealed: Buffer): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken();
  const context = contextOf(subject, file);
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(dek, context), sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(context);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/**
 * By which the same bytes of the same person are known again, in hex. Keyed by the person: a plain hash would tell whoever can guess
 * the bytes (a short text, a form of which only the name is unknown) that the guess is right, even after the person was erased.
 */
export function macOf(dek: Buffer, bytes: Uint8Array): string {
  return createHmac('sha256', keyOf(dek, Buffer.from('anxin.mac.v1'))).update(bytes).digest('hex');
}

function keyOf(dek: Buffer, context: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', dek, Buffer.alloc(0), context, 32));
}

function contextOf(subject: string, file: string): Buffer {
  return Buffer.from(`anxin.file.v1\n${subject}\n${file}`, 'utf8');
}
