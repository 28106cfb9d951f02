import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import { NoteRefused } from '#libs/merkle/note.js';
import type { Verifier } from '#libs/merkle/note.js';
import type { Finding } from './leaves.js';

export const DATABASE = 'the database';

/** That the first `size` leaves have this root: said by a signed note, wherever it was kept, or remembered from an earlier visit. */
export interface Claim {
  readonly size: number;
  readonly root: Buffer;
  readonly where: string;
  /** In which epoch of the log; left out in the first. */
  readonly way?: number;
}
export interface Kept {
  /** `the database`, `Kafka`, the path of a file. */
  readonly where: string;
  /** What it holds now, to be gone through more than once; asked for at first, and again where something seems to be missing. */
  readonly notes: () => Promise<Notes>;
  /** Kafka may be behind; a file is written first, and may not. */
  readonly mayLag: boolean;
}
export type Notes = Iterable<string> | AsyncIterable<string>;
export interface DatabaseRow { readonly size: number; readonly root: Buffer | null; readonly note: string | null }
/** What notes said that were opened already: the copies hold the same ones. */
export type Opened = Map<string, Omit<Claim, 'where'>>;

/** How many positions a note names, whoever signed it; NaN where it names none. */
export function sizeIn(note: string): number {
  return Number(/^[^\n]*\n(\d{1,16})\n/.exec(note)?.[1] ?? NaN);
}

/** The claims of one copy; what is not signed by a known key is a finding. */
export function claimsOf(where: string, notes: readonly string[], keys: readonly Verifier[], findings: Finding[], opened: Opened = new Map()): Claim[] {
  return notes.flatMap((note) => {
    try {
      const said = opened.get(note) ?? saidIn(note, keys);
      opened.set(note, said);
      return [{ ...said, where }];
    } catch (error) {
      if (!(error instanceof NoteRefused)) throw error;
      const size = sizeIn(note);
      findings.push({ ...(Number.isSafeInteger(size) && { position: size }), rule: where === DATABASE ? 'checkpoint' : 'witness', at: where, what: error.message });
      return [];
    }
  });
}

function saidIn(note: string, keys: readonly Verifier[]): Omit<Claim, 'where'> {
  const { size, root, way } = openedCheckpoint(note, keys);
  return { size, root, ...(way && { way: way.n }) };
}

/** The claims of the database's rows, whose columns must say what their notes say. */
export function claimsOfRows(rows: readonly DatabaseRow[], keys: readonly Verifier[], findings: Finding[], opened?: Opened): Claim[] {
  return rows.flatMap(({ size, root, note }) => {
    if (note === null || root === null) {
      findings.push({ position: size, rule: 'checkpoint', at: note === null ? 'note' : 'root', what: 'null' });
      return [];
    }
    const [claim] = claimsOf(DATABASE, [note], keys, findings, opened);
    if (claim && !claim.root.equals(root)) findings.push({ position: claim.size, rule: 'checkpoint', at: 'root', what: 'stands beside a note of another root' });
    if (!claim || claim.size === size) return claim ?? [];
    findings.push({ position: claim.size, rule: 'checkpoint', at: 'size', what: `${size} stands beside a note of ${claim.size} positions` });
    return []; // It belongs to another part of the log than its row.
  });
}
