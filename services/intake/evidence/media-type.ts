import { unzipSync } from 'fflate';

/** One kind of file that is taken: how it begins says what it is, and its name must say the same. */
interface Kind {
  readonly mediaType: string;
  readonly extensions: readonly string[];
  readonly is: (bytes: Buffer) => boolean;
}

const ascii = (bytes: Buffer, at: number, text: string): boolean => bytes.toString('latin1', at, at + text.length) === text;
/** The brand of an ISO base media file (ISO/IEC 14496-12), where it is one. */
const brandOf = (bytes: Buffer): string | undefined => (ascii(bytes, 4, 'ftyp') && bytes.length >= 16 ? bytes.toString('latin1', 8, 12) : undefined);
const brand = (...brands: readonly string[]) => (bytes: Buffer): boolean => brands.includes(brandOf(bytes) ?? '');
const VIDEO_BRANDS = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', 'dash'];

const kinds: readonly Kind[] = [
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], is: (bytes) => bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff)) },
  { mediaType: 'image/png', extensions: ['png'], is: (bytes) => ascii(bytes, 0, '\x89PNG\r\n\x1a\n') },
  { mediaType: 'image/webp', extensions: ['webp'], is: (bytes) => ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP') },
  { mediaType: 'image/heic', extensions: ['heic', 'heif'], is: brand('heic', 'heix', 'heim', 'heis', 'mif1', 'msf1') },
  { mediaType: 'application/pdf', extensions: ['pdf'], is: (bytes) => ascii(bytes, 0, '%PDF-') },
  { mediaType: 'audio/mpeg', extensions: ['mp3'], is: (bytes) => ascii(bytes, 0, 'ID3') || (bytes[0] === 0xff && [0xfb, 0xfa, 0xf3, 0xf2].includes(bytes[1]!)) },
  { mediaType: 'audio/amr', extensions: ['amr'], is: (bytes) => ascii(bytes, 0, '#!AMR\n') || ascii(bytes, 0, '#!AMR-WB\n') },
  { mediaType: 'audio/wav', extensions: ['wav'], is: (bytes) => ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WAVE') },
  { mediaType: 'audio/mp4', extensions: ['m4a'], is: brand('M4A ', 'M4B ', '3gp4', '3gp5', ...VIDEO_BRANDS) }, // Recorders of phones write sound into a video's container.
  { mediaType: 'video/mp4', extensions: ['mp4', 'm4v'], is: brand(...VIDEO_BRANDS) },
  { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'], is: (bytes) => isOffice(bytes, 'word/document.xml') },
  { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'], is: (bytes) => isOffice(bytes, 'xl/workbook.xml') },
];
const plain: Kind = { mediaType: 'text/plain', extensions: ['txt'], is: isText };

/** What a file is, by its first bytes; `undefined` where it is nothing that is taken, `differs` where its name says something else. */
export function mediaTypeOf(bytes: Buffer, extension: string): string | 'differs' | undefined {
  const marked = kinds.filter(({ is }) => is(bytes));
  const found = marked.length > 0 ? marked : [plain].filter(({ is }) => is(bytes)); // What has no mark is text, if it is text at all.
  if (found.length === 0) return undefined;
  return found.find(({ extensions }) => extensions.includes(extension))?.mediaType ?? 'differs';
}

/** A text's encoding is not known, and no browser shall guess. */
export function givenOutAs(mediaType: string): string {
  return mediaType === plain.mediaType ? 'application/octet-stream' : mediaType;
}

export const GIVEN_OUT_AS: readonly string[] = [...kinds, plain].map(({ mediaType }) => givenOutAs(mediaType));

/** The extension under which a file of this kind is given out. */
export function extensionOf(mediaType: string): string {
  return [...kinds, plain].find((kind) => kind.mediaType === mediaType)?.extensions[0] ?? 'bin';
}

/** An Office Open XML package with this part and without macros. Its parts are listed, none is unpacked. */
function isOffice(bytes: Buffer, part: string): boolean {
  if (!ascii(bytes, 0, 'PK\x03\x04')) return false;
  const parts = new Set<string>();
  try {
    unzipSync(bytes, { filter: ({ name }) => void parts.add(name) as unknown as boolean });
  } catch {
    return false;
  }
  return parts.has('[Content_Types].xml') && parts.has(part) && ![...parts].some((name) => /vbaProject/i.test(name));
}

/** Text in UTF-8 or GB 18030, in which phones and older computers write Chinese, without a control character that no text has. */
function isText(bytes: Buffer): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      return !/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      return false;
    }
  });
}
