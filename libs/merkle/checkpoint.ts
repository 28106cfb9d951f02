import type { Signer, Verifier } from './note.js';
import { NoteRefused, openedNote, signedNote } from './note.js';
import { HASH_BYTES } from './tiles.js';

/** C2SP tlog-checkpoint: how many leaves a log has, and the root over them. */
export interface Checkpoint {
  /** Which log: also the name of the keys that sign for it. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** Which way the log had taken when this was signed, counted from 0, and where that way begins; left out on the first. */
  readonly way?: { readonly n: number; readonly from: number };
}

/** All signers carry the log's name: the first is its key, a second its next one while keys change. */
export function signedCheckpoint({ origin, size, root, way }: Checkpoint, signers: readonly Signer[]): string {
  return signedNote(`${origin}\n${size}\n${root.toString('base64')}\n${way ? `anxin-epoch ${way.n} ${way.from}\n` : ''}`, signers);
}

/** Throws `NoteRefused` where it is no checkpoint, is another log's, or was not signed by one of the known keys. */
export function openedCheckpoint(note: string, known: readonly Verifier[]): Checkpoint & { readonly by: readonly Verifier[] } {
  const { text, by } = openedNote(note, known);
  const checkpoint = checkpointIn(text);
  if (!by.some(({ name }) => name === checkpoint.origin)) throw new NoteRefused(`This checkpoint of ${checkpoint.origin} was signed by ${by.map(({ name }) => name).join(', ')}.`);
  return { ...checkpoint, by };
}

/** What a checkpoint says, whoever signed it: for a file name or a message, never as proof. */
export function checkpointIn(text: string): Checkpoint {
  const [origin, size, root, ...more] = text.split('\n');
  const bytes = Buffer.from(root ?? '', 'base64');
  if (!origin || !size || !/^(0|[1-9]\d{0,15})$/.test(size) || bytes.length !== HASH_BYTES || bytes.toString('base64') !== root || more.length === 0) throw new NoteRefused('This note is no checkpoint of a log.');
  const [, n, from] = /^anxin-epoch ([1-9]\d{0,5}) ([1-9]\d{0,15})$/.exec(more[0]!) ?? []; // An extension line, as tlog-checkpoint calls it: others pass it over.
  return { origin, size: Number(size), root: bytes, ...(n !== undefined && { way: { n: Number(n), from: Number(from) } }) };
}
