import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import { NoteRefused } from '#libs/merkle/note.js';
import type { Verifier } from '#libs/merkle/note.js';
import type { Finding } from './leaves.js';

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
  /** Reads it: once, or again where something seemed to be missing. */
  readonly notes: () => Promise<readonly string[]>;
  /** Kafka may be behind; a file is written first, and may not. */
  readonly mayLag: boolean;
}
export interface DatabaseRow { readonly size: number; readonly root: Buffer | null; readonly note: string | null }

/** The claims of one copy; what is not signed by a known key is a finding. */
export function claimsOf(where: string, notes: readonly string[], keys: readonly Verifier[], findings: Finding[]): Claim[] {
  return notes.flatMap((note) => {
    try {
      const { size, root, way } = openedCheckpoint(note, keys);
      return [{ size, root, where, ...(way && { way: way.n }) }];
    } catch (error) {
      if (!(error instanceof NoteRefused)) throw error;
      const size = Number(/^[^\n]*\n(\d{1,15})\n/.exec(note)?.[1] ?? NaN);
      findings.push({ ...(Number.isSafeInteger(size) && { position: size }), rule: where === 'the database' ? 'checkpoint' : 'witness', at: where, what: error.message });
      return [];
    }
  });
}

/** The claims of the database's rows, whose columns must say what their notes say. */
export function claimsOfRows(rows: readonly DatabaseRow[], keys: readonly Verifier[], findings: Finding[]): Claim[] {
  return rows.flatMap(({ size, root, note }) => {
    if (note === null || root === null) {
      findings.push({ position: size, rule: 'checkpoint', at: note === null ? 'note' : 'root', what: 'null' });
      return [];
    }
    const [claim] = claimsOf('the database', [note], keys, findings);
    if (claim && claim.size !== size) findings.push({ position: claim.size, rule: 'checkpoint', at: 'size', what: `${size} stands beside a note of ${claim.size} positions` });
    if (claim && !claim.root.equals(root)) findings.push({ position: claim.size, rule: 'checkpoint', at: 'root', what: 'stands beside a note of another root' });
    return claim ? [claim] : [];
  });
}

/** Each copy holds what the database holds, from the first on that it has; and the database holds what any copy holds. */
export function missing(rows: readonly Claim[], files: readonly Claim[], topic: readonly Claim[] | undefined): Finding[] {
  const findings: Finding[] = [];
  const inDatabase = new Set(rows.map(({ size }) => size));
  const newest = Math.max(0, ...inDatabase);
  for (const [copy, mayLag] of [[files, false], [topic ?? [], true]] as const) {
    const sizes = new Set(copy.map(({ size }) => size));
    const [first, last] = [Math.min(...sizes), Math.max(...sizes)];
    for (const size of inDatabase) {
      if (size >= first && !sizes.has(size) && !(mayLag && size > last)) findings.push({ position: size, rule: 'witness', at: copy[0]!.where, what: 'lacks a checkpoint that the database has' });
    }
    for (const { size, where } of copy) {
      if (!inDatabase.has(size)) findings.push({ position: size, rule: 'checkpoint', at: 'the database', what: size > newest ? `ends with ${newest} positions, but ${where} has a later checkpoint` : `lacks a checkpoint that ${where} has` });
    }
  }
  return findings;
}
