import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** C2SP signed-note: a text, an empty line, and lines `— <key name> <base64 of key id and signature>`. */
export interface Verifier {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  /** As it is handed out: `<name>+<id>+<base64 of type and public key>`. */
  readonly vkey: string;
  verifies(text: string, signature: Buffer): boolean;
}
export interface Signer {
  readonly verifier: Verifier;
  sign(text: string): Buffer;
}

/** A note that is none, or that no key we know has signed. Says what is wrong with it. */
export class NoteRefused extends Error {
  override readonly name = 'NoteRefused';
}

const ED25519 = 1;
const SIGNATURES_MAX = 100;
const NOTE_BYTES_MAX = 1_000_000;
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const NAME = /^[^\s+\p{Cc}]{1,200}$/u;

/** A new key pair, the private half in the form `PRIVATE+KEY+<name>+<id>+<base64 of type and seed>`. */
export function newSigningKey(name: string): { readonly privateKey: string; readonly vkey: string } {
  const seed = Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(PKCS8.length));
  const privateKey = signingKeyOf(name, seed);
  return { privateKey, vkey: signerOf(privateKey).verifier.vkey };
}

/** The private key with this seed of 32 bytes. */
export function signingKeyOf(name: string, seed: Buffer): string {
  if (!NAME.test(name)) throw new NoteRefused('The name of a key has no white space and no plus sign.');
  const publicKey = publicOf(createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' }));
  return `PRIVATE+KEY+${name}+${idOf(name, publicKey)}+${Buffer.concat([Buffer.of(ED25519), seed]).toString('base64')}`;
}

/** Throws `NoteRefused`, which does not repeat the key. */
export function signerOf(privateKey: string): Signer {
  const [, name, id, text] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(privateKey) ?? [];
  const bytes = base64(text);
  if (name === undefined || !NAME.test(name) || bytes?.length !== 33 || bytes[0] !== ED25519) throw new NoteRefused('This is no private key of a signed note (PRIVATE+KEY+name+id+key, Ed25519).');
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, bytes.subarray(1)]), format: 'der', type: 'pkcs8' });
  const publicKey = publicOf(key);
  if (idOf(name, publicKey) !== id) throw new NoteRefused('The id of this private key does not fit its name and key.');
  return { verifier: verifierWith(name, publicKey), sign: (signed) => sign(null, Buffer.from(signed), key) };
}

/** Throws `NoteRefused`. */
export function verifierOf(vkey: string): Verifier {
  const [, name, id, text] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const bytes = base64(text);
  if (name === undefined || !NAME.test(name) || bytes?.length !== 33 || bytes[0] !== ED25519) throw new NoteRefused('This is no verifier key of a signed note (name+id+key, Ed25519).');
  if (idOf(name, bytes.subarray(1)) !== id) throw new NoteRefused('The id of this verifier key does not fit its name and key.');
  return verifierWith(name, bytes.subarray(1));
}

/** The text, which must end with a line feed, signed by each. */
export function signedNote(text: string, signers: readonly Signer[]): string {
  const lines = signers.map(({ verifier: { name, id }, sign: signature }) => `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature(text)]).toString('base64')}\n`);
  return `${text}\n${lines.join('')}`;
}

/**
 * The text of a note and who of the known keys signed it. Throws `NoteRefused` where it is no note, where none of them did, or where a
 * signature in the name of one of them is wrong; signatures of others are passed over.
 */
export function openedNote(note: string, known: readonly Verifier[]): { readonly text: string; readonly by: readonly Verifier[] } {
  const split = note.lastIndexOf('\n\n');
  if (note.length > NOTE_BYTES_MAX || split < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f\ufffd]/.test(note)) throw new NoteRefused('This is no signed note.');
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) throw new NoteRefused('This note has more signatures than anybody needs.');
  const by = new Set<Verifier>();
  for (const line of lines) {
    const [, name, signed] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
    const bytes = base64(signed);
    if (!bytes || bytes.length < 5) throw new NoteRefused('A line below the text of this note is no signature.');
    const id = bytes.subarray(0, 4).toString('hex');
    const verifier = known.find((one) => one.name === name && one.id === id);
    if (!verifier || by.has(verifier)) continue;
    if (!verifier.verifies(text, bytes.subarray(4))) throw new NoteRefused(`The signature of ${verifier.name} (${id}) is wrong.`);
    by.add(verifier);
  }
  if (by.size === 0) throw new NoteRefused('None of the known keys has signed this note.');
  return { text, by: [...by] };
}

function verifierWith(name: string, publicKey: Buffer): Verifier {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  const id = idOf(name, publicKey);
  return {
    name, id, vkey: `${name}+${id}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`,
    verifies: (text, signature) => signature.length === 64 && verify(null, Buffer.from(text), key, signature),
  };
}

function publicOf(privateKey: KeyObject): Buffer {
  return Buffer.from(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(SPKI.length));
}

function idOf(name: string, publicKey: Buffer): string {
  return createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(publicKey).digest('hex').slice(0, 8);
}

/** undefined unless it is written in the one way that base64 has for these bytes. */
function base64(text: string | undefined): Buffer | undefined {
  const bytes = Buffer.from(text ?? '', 'base64');
  return text !== undefined && bytes.toString('base64') === text ? bytes : undefined;
}
