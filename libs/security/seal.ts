import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Sealed } from '#libs/contracts/sealed.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed field that its key does not open: another person's key, another field, or changed bytes. Says nothing of the content. */
export class SealBroken extends Error {
  constructor() {
    super('A sealed field does not open with its key.');
    this.name = 'SealBroken';
  }
}

/**
 * Seals one personal field under the key of its person (32 bytes). The format is frozen: events that carry it are never rewritten.
 * Subject and field are authenticated with the text, so that a ciphertext cannot be moved to another person or another field.
 * `nonce` (12 bytes) is for golden files only: one nonce used twice under one key gives both texts away.
 */
export function seal(dek: Buffer, subject: string, field: string, text: string, nonce: Buffer = randomBytes(NONCE_BYTES)): Sealed {
  const cipher = createCipheriv('aes-256-gcm', dek, nonce);
  cipher.setAAD(context(subject, field));
  const data = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { sealed: 1, subject, field, data: data.toString('base64url') };
}

/** The text of a sealed field. Throws `SealBroken`. */
export function unseal(dek: Buffer, { subject, field, data }: Sealed): string {
  const bytes = Buffer.from(data, 'base64url');
  // Node reads base64url leniently: without this a changed last character could still open.
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== data) throw new SealBroken();
  try {
    const decipher = createDecipheriv('aes-256-gcm', dek, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(context(subject, field));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken();
  }
}

function context(subject: string, field: string): Buffer {
  return Buffer.from(`anxin.sealed.v1\n${subject}\n${field}`, 'utf8');
}
