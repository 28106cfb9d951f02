import { z } from 'zod';

/**
 * A personal field as it is stored and published: AES-256-GCM under the key of one person, so that destroying that key
 * makes the person unreadable everywhere while every hash still holds. `data` is base64url of nonce (12 bytes), ciphertext and tag (16 bytes).
 */
export const sealed = z.strictObject({
  sealed: z.literal(1),
  subject: z.uuid(),
  field: z.string().min(1).max(40),
  data: z.string().regex(/^[A-Za-z0-9_-]{38,}$/),
});
export type Sealed = z.infer<typeof sealed>;

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && (value as { sealed?: unknown }).sealed === 1;
}
