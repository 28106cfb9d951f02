import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { extensionOf, mediaTypeOf } from './media-type.js';

const box = (brand: string): Buffer => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1');
const office = (...parts: readonly string[]): Buffer => Buffer.from(zipSync(Object.fromEntries(['[Content_Types].xml', ...parts].map((name) => [name, strToU8('<x/>')]))));
/** How each kind begins, as its own standard says. */
const samples: readonly (readonly [extension: string, mediaType: string, bytes: Buffer])[] = [
  ['jpg', 'image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')], ['png', 'image/png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['webp', 'image/webp', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1')], ['heic', 'image/heic', box('heic')], ['pdf', 'application/pdf', Buffer.from('%PDF-1.7\n')],
  ['mp3', 'audio/mpeg', Buffer.from('494433040000', 'hex')], ['amr', 'audio/amr', Buffer.from('#!AMR\n\x04', 'latin1')], ['wav', 'audio/wav', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
  ['m4a', 'audio/mp4', box('M4A ')], ['mp4', 'video/mp4', box('isom')],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', office('word/document.xml')],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', office('xl/workbook.xml')], ['txt', 'text/plain', Buffer.from('工资三个月未发。')],
];
const refused: readonly (readonly [string, Buffer])[] = [
  ['a program of Windows', Buffer.from('4d5a90000300000004000000', 'hex')], ['a program of Linux', Buffer.from('7f454c4602010100', 'hex')], ['an archive', Buffer.from(zipSync({ 'a.jpg': strToU8('x') }))],
  ['a document with macros', office('word/document.xml', 'word/vbaProject.bin')], ['an old Office file', Buffer.from('d0cf11e0a1b11ae1', 'hex')], ['a cut archive', office('word/document.xml').subarray(0, 40)],
  ['a QuickTime film', box('qt  ')], ['nothing known', Buffer.from([0, 1, 2, 3])],
];

describe('A file is what its first bytes say', () => {
  it.each(samples)('.%s is %s', (extension, mediaType, bytes) => {
    expect(mediaTypeOf(bytes, extension)).toBe(mediaType);
    expect(mediaTypeOf(bytes, extensionOf(mediaType))).toBe(mediaType);
  });

  it('and its name must say the same', () => {
    for (const [own, , bytes] of samples) for (const [other] of samples) {
      if (other === own || (own === 'mp4' && other === 'm4a')) continue; // Recorders write sound into a video's container.
      expect([own, other, mediaTypeOf(bytes, other)]).toEqual([own, other, 'differs']);
    }
    for (const [, , bytes] of samples) for (const extension of ['', 'exe', 'html', 'svg', 'js', 'docm']) expect(mediaTypeOf(bytes, extension)).toBe('differs');
  });

  it.each(refused)('%s is nothing that is taken, under whatever name', (_, bytes) => {
    for (const [extension] of samples) expect(mediaTypeOf(bytes, extension)).toBeUndefined();
  });

  it('text is Chinese in either encoding, and nothing with control characters', () => {
    expect(mediaTypeOf(Buffer.from('c4e3bac3', 'hex'), 'txt')).toBe('text/plain'); // 你好 in GB 18030.
    expect(mediaTypeOf(Buffer.from('你好\0'), 'txt')).toBeUndefined();
  });

  it('never breaks, whatever comes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...samples.map(([extension]) => extension), ''), fc.constantFrom(...samples.map(([, , bytes]) => bytes), Buffer.alloc(0)), (bytes, extension, start) => {
      const found = mediaTypeOf(Buffer.concat([start, bytes]), extension);
      expect(found === undefined || found === 'differs' || samples.some(([, mediaType]) => mediaType === found)).toBe(true);
    }), { numRuns: 2000 });
  });
});
