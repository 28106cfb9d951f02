import { checkpointIn, openedCheckpoint, signedCheckpoint } from './checkpoint.js';
import { newSigningKey, NoteRefused, openedNote, signedNote, signerOf, signingKeyOf, verifierOf } from './note.js';

/** The example of golang.org/x/mod/sumdb/note, where the form comes from. */
const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const KEY = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const TEXT = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n';
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const older = signerOf(newSigningKey('log.test/anxin').privateKey);
const newer = signerOf(newSigningKey('log.test/anxin').privateKey);
const head = { origin: 'log.test/anxin', size: 4097, root: Buffer.alloc(32, 7) };

describe('A signed note', () => {
  it('is signed and read as the reference does', () => {
    expect(signedNote(TEXT, [signerOf(KEY)])).toBe(NOTE);
    expect(openedNote(NOTE, [verifierOf(VKEY)])).toEqual({ text: TEXT, by: [expect.objectContaining({ vkey: VKEY })] });
    expect(signerOf(KEY).verifier.vkey).toBe(VKEY);
    expect(signingKeyOf('PeterNeumann', Buffer.from(KEY.split('+').slice(4).join('+'), 'base64').subarray(1))).toBe(KEY);
  });

  it('is refused with any bit of its text or signature turned, or lines lost', () => {
    const bytes = Buffer.from(NOTE);
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      const turned = Buffer.from(bytes);
      turned[at]! ^= 1;
      expect(() => openedNote(turned.toString(), [verifierOf(VKEY)])).toThrow(NoteRefused);
      refused++;
    }
    expect(refused).toBe(bytes.length);
    for (const cut of [NOTE.trimEnd(), TEXT, '', NOTE.replace('\n\n', '\n'), `${TEXT}\n`]) expect(() => openedNote(cut, [verifierOf(VKEY)])).toThrow(NoteRefused);
  });

  it('passes over signatures of strangers, and needs one that is known', () => {
    const both = signedNote(TEXT, [older, signerOf(KEY)]);
    expect(openedNote(both, [verifierOf(VKEY)]).by.map(({ name }) => name)).toEqual(['PeterNeumann']);
    expect(() => openedNote(both, [newer.verifier])).toThrow('None of the known keys');
    expect(() => openedNote(both.replace(/(— log\S+ \S{20})./, (_, start: string) => `${start}@`), [verifierOf(VKEY)])).toThrow(NoteRefused);
  });

  it.each([['a name with a space', 'a b+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'], ['another id', VKEY.replace('c74f20a3', 'c74f20a4')], ['another name', VKEY.replace('Peter', 'Paul')], ['no key', 'PeterNeumann'], ['another type', VKEY.replace('+AR', '+Ah')]])(
    'has no verifier with %s', (_, vkey) => expect(() => verifierOf(vkey)).toThrow(NoteRefused));

  it('does not repeat a private key that it refuses', () => {
    const wrong = KEY.replace('c74f20a3', 'c74f20a4');
    expect(() => signerOf(wrong)).toThrow(NoteRefused);
    try { signerOf(wrong); } catch (error) { expect((error as Error).message).not.toContain(wrong.split('+').slice(4).join('+')); }
  });
});

describe('A checkpoint', () => {
  it('says origin, size and root, and can be signed by two keys of its log while keys change', () => {
    const note = signedCheckpoint(head, [older, newer]);
    expect(note.split('\n').slice(0, 4)).toEqual(['log.test/anxin', '4097', head.root.toString('base64'), '']);
    for (const known of [[older.verifier], [newer.verifier]]) expect(openedCheckpoint(note, known)).toMatchObject(head);
    expect(openedCheckpoint(note, [newer.verifier, older.verifier]).by).toHaveLength(2);
  });

  it('of one log is not signed by the key of another', () => {
    expect(() => openedCheckpoint(signedCheckpoint({ ...head, origin: 'log.test/other' }, [older]), [older.verifier])).toThrow(NoteRefused);
  });

  it.each(['', 'x\n', 'x\n1\n', 'x\n-1\nAAAA\n', `x\n01\n${head.root.toString('base64')}\n`, `x\n1\n${Buffer.alloc(31).toString('base64')}\n`, `\n1\n${head.root.toString('base64')}\n`, `x\n1\n${head.root.toString('base64')}`])(
    'is not read from %j', (text) => expect(() => checkpointIn(text)).toThrow(NoteRefused));
});
