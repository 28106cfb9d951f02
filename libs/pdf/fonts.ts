import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { sfntOf } from './woff.js';

/** Noto Serif SC (SIL Open Font License), as @fontsource brings it: one file of common characters, and some hundred small ones that hold the rare. */
const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-serif-sc/package.json')), 'files');
const COMMON = 'noto-serif-sc-chinese-simplified-400-normal.woff';
const RARE = /^noto-serif-sc-(\d+|latin|latin-ext|cyrillic)-400-normal\.woff$/;

/** A font as pdfkit opened it, which may be used for any number of documents. */
export interface Font {
  readonly name: string;
  readonly opened: Opened;
}
interface Opened {
  readonly unitsPerEm: number;
  readonly characterSet: readonly number[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
}

let common: Font | undefined;
let rare: ReadonlyMap<number, string> | undefined;
const opened = new Map<string, Font>();

/** The font that draws a character; undefined where none of ours does. */
export function fontFor(codePoint: number): Font | undefined {
  common ??= open(COMMON);
  if (common.opened.hasGlyphForCodePoint(codePoint)) return common;
  rare ??= charactersOf(readdirSync(FOLDER).filter((file) => RARE.test(file)).sort()); // Read once, when the first rare name comes.
  const file = rare.get(codePoint);
  return file === undefined ? undefined : open(file);
}

function charactersOf(files: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const file of files) for (const codePoint of open(file).opened.characterSet) if (!found.has(codePoint)) found.set(codePoint, file);
  return found;
}

/** pdfkit opens fonts inside a document only; what it opened is kept, for it takes half a second. */
function open(file: string): Font {
  const known = opened.get(file);
  if (known) return known;
  const holder = new PDFDocument({ autoFirstPage: false }).font(sfntOf(readFileSync(join(FOLDER, file)))) as unknown as { _font: { font: Opened } };
  const font = { name: file, opened: holder._font.font };
  opened.set(file, font);
  return font;
}
