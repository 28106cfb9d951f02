/** Reads what `libs/event-store/arrays.ts` writes: arrays in PostgreSQL's binary format, each element as its bytes. */
export function elementsOf(array: Buffer): (Buffer | null)[] {
  if (array.readInt32BE(0) === 0) return [];
  const elements: (Buffer | null)[] = [];
  for (let n = array.readInt32BE(12), at = 20; n > 0; n--) {
    const bytes = array.readInt32BE(at);
    at += 4;
    elements.push(bytes < 0 ? null : array.subarray(at, at + bytes));
    at += Math.max(0, bytes);
  }
  return elements;
}

export const textOf = (bytes: Buffer | null): string => bytes!.toString('utf8');
export const intOf = (bytes: Buffer | null): number => (bytes!.length === 2 ? bytes!.readInt16BE() : bytes!.readInt32BE());
export const uuidOf = (bytes: Buffer | null): string => bytes!.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const POSTGRES_EPOCH_MS = 946_684_800_000;
/** Milliseconds since 1970. */
export const timeOf = (bytes: Buffer | null): number => Number(bytes!.readBigInt64BE() / 1_000n) + POSTGRES_EPOCH_MS;
