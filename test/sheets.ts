import { randomUUID } from 'node:crypto';
import { signWebhook } from '#libs/security/webhook.js';

/** A sheet as a channel would save it from a spreadsheet. */
export function csv(rows: readonly (readonly string[])[], header: readonly string[]): Buffer {
  return Buffer.from([header, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()).join('\r\n'));
}

/** The headers of a call that is signed now. */
export function signed(secret: string, body: string | Buffer): Readonly<Record<string, string>> {
  return signWebhook(secret, `wh_${randomUUID()}`, Math.floor(Date.now() / 1000), body);
}
