import type { Client } from 'pg';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const HEADER_BYTES = SIGNATURE.length + 8;

interface Wire { query(text: string): void }

/** Hands over the rows of `COPY (…) TO STDOUT (FORMAT binary)` as the server sends them: columns in the very bytes that an entry is made of, parsed by nobody. */
export async function copyOut(client: Client, select: string, onRow: (row: Buffer, at: number) => void): Promise<void> {
  await new Promise<void>((done, failed) => {
    let wrong: Error | undefined;
    const submittable = {
      submit: (connection: Wire): void => connection.query(`COPY (${select}) TO STDOUT (FORMAT binary)`),
      handleCopyData({ chunk }: { chunk: Buffer }): void {
        if (wrong) return;
        try {
          const at = chunk.length >= HEADER_BYTES && chunk.subarray(0, SIGNATURE.length).equals(SIGNATURE) ? HEADER_BYTES : 0;
          if (at < chunk.length && chunk.readInt16BE(at) !== -1) onRow(chunk, at);
        } catch (error) {
          wrong = error as Error;
        }
      },
      handleCommandComplete(): void {},
      handleError(error: Error): void { wrong ??= error; failed(wrong); },
      handleReadyForQuery(): void { if (wrong) failed(wrong); else done(); },
    };
    client.query(submittable as never);
  });
}
