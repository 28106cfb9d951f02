import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

/** The files of a bundle by name. */
export type BundleFiles = ReadonlyMap<string, Buffer>;

/** What should be a bundle cannot be read as one. Names the place. */
export class BundleUnreadable extends Error {
  override readonly name = 'BundleUnreadable';
}

const FILE_BYTES_MAX = 64 * 1024 * 1024;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._+-]*(\/[A-Za-z0-9][A-Za-z0-9._+-]*)*$/;

/** A bundle as it was handed out, or the folder it was unpacked into. */
export function bundleAt(path: string): BundleFiles {
  if (!lstatSync(path).isDirectory()) return filesIn(readFileSync(path));
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return new Map(entries.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return [file.slice(join(path, '/').length).replaceAll('\\', '/'), readFileSync(file)] as const;
  }));
}

/**
 * The files of a zip. Stricter than zip: what a lenient reader might see otherwise, such as a second name, a gap or a comment, is refused, so that everybody
 * who unpacks the bundle sees the files that were verified. Throws `BundleUnreadable`.
 */
export function filesIn(zip: Buffer): BundleFiles {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== 0x06054b50 || zip.readUInt16LE(end + 20) !== 0) throw new BundleUnreadable('The zip has no end: it was cut off, or it is no zip.');
  const [count, length, start] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
  if (zip.readUInt32LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count || start + length !== end) throw new BundleUnreadable('The directory of the zip is not where its end says.');
  const files = new Map<string, Buffer>();
  let [at, next] = [start, 0];
  for (let file = 0; file < count; file++) {
    const header = at + 46 <= end && zip.readUInt32LE(at) === 0x02014b50 ? at : undefined;
    if (header === undefined) throw new BundleUnreadable(`The directory of the zip ends before its file ${file + 1} of ${count}.`);
    const name = zip.toString('latin1', header + 46, header + 46 + zip.readUInt16LE(header + 28));
    if (!NAME.test(name) || files.has(name) || zip.subarray(header + 30, header + 42).some((byte) => byte !== 0) || zip.readUInt32LE(header + 42) !== next) throw new BundleUnreadable(`The zip names its file ${file + 1} in a way that no bundle does.`);
    const [content, after] = contentAt(zip, header, name, start);
    files.set(name, content);
    at = header + 46 + name.length;
    next = after;
  }
  if (at !== end || next !== start) throw new BundleUnreadable('The zip holds bytes that belong to none of its files.');
  return files;
}

function contentAt(zip: Buffer, header: number, name: string, end: number): readonly [content: Buffer, after: number] {
  const at = zip.readUInt32LE(header + 42);
  const same = at + 30 <= end && zip.readUInt32LE(at) === 0x04034b50 && zip.subarray(at + 4, at + 28).equals(zip.subarray(header + 6, header + 30)) && zip.readUInt16LE(at + 28) === 0;
  const [flags, method, sum, packed, size] = [zip.readUInt16LE(header + 8), zip.readUInt16LE(header + 10), zip.readUInt32LE(header + 16), zip.readUInt32LE(header + 20), zip.readUInt32LE(header + 24)];
  const from = at + 30 + name.length;
  if (!same || flags !== 0 || (method !== 0 && method !== 8) || from + packed > end || size > FILE_BYTES_MAX || zip.toString('latin1', at + 30, from) !== name) throw new BundleUnreadable(`${name}: the zip says two things of it.`);
  const bytes = zip.subarray(from, from + packed);
  const content = method === 0 ? bytes : inflated(bytes, name);
  if (content.length !== size || crc32(content) !== sum) throw new BundleUnreadable(`${name}: its content is not what was packed.`);
  return [content, from + packed];
}

function inflated(bytes: Buffer, name: string): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: FILE_BYTES_MAX });
  } catch {
    throw new BundleUnreadable(`${name}: its content cannot be unpacked.`);
  }
}
