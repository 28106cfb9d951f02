import { timingSafeEqual } from 'node:crypto';
import type { BlindIndex } from './blind-index.js';

/** What the QR code of a site says: a project file, and which of the codes that were issued for it. Nothing personal, and nothing that could change. */
export interface SiteCode {
  /** Id of the project file. */
  readonly project: string;
  /** 1..k among the codes of the project. */
  readonly code: number;
}

const VERSION = 1;
const SAID_BYTES = 19; // Version, project, code.
const MAC_BYTES = 12; // 96 bits: short enough for a poster that is read from two metres, too long to be guessed.
const CODE_MAX = 65_535;

/** The code as it is printed: 42 characters of base64url, signed with a key of its own. */
export function writeSiteCode(index: BlindIndex, { project, code }: SiteCode): string {
  if (!Number.isInteger(code) || code < 1 || code > CODE_MAX) throw new Error(`No code of a site: ${code}`);
  const said = Buffer.alloc(SAID_BYTES);
  said.writeUInt8(VERSION, 0);
  Buffer.from(project.replaceAll('-', ''), 'hex').copy(said, 1);
  said.writeUInt16BE(code, 17);
  return Buffer.concat([said, macOf(index, said)]).toString('base64url');
}

/** What a code says; undefined where it was not made here, or was changed on its way. Whether it still holds, its project file knows. */
export function readSiteCode(index: BlindIndex, text: string): SiteCode | undefined {
  if (!/^[A-Za-z0-9_-]{42}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  const said = bytes.subarray(0, SAID_BYTES);
  if (bytes.toString('base64url') !== text || said[0] !== VERSION || !timingSafeEqual(bytes.subarray(SAID_BYTES), macOf(index, said))) return undefined;
  const project = said.subarray(1, 17).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { project, code: said.readUInt16BE(17) };
}

function macOf(index: BlindIndex, said: Buffer): Buffer {
  return index.macOfSite(said).subarray(0, MAC_BYTES);
}
