import type { Font } from './fonts.js';
import { fontFor } from './fonts.js';

/** Characters of one line that one font draws. */
export interface Run {
  readonly font: Font;
  readonly text: string;
  readonly width: number;
}
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

interface Glyph {
  readonly font: Font;
  readonly text: string;
  readonly width: number;
}

/** Neither stands at the beginning of a line (GB/T 15834 on punctuation), nor at the end of one. */
const NOT_FIRST = /^[，。、；：？！）》」』】〕〉”’…—·％%,.;:?!)\]}]$/u;
const NOT_LAST = /^[（《「『【〔〈“‘([{￥¥]$/u;
const LATIN = /^[A-Za-z0-9.,\-/:@_+#]$/;

/**
 * Breaks a text into lines of a width, each character in a font that has it. A character that no font has is written as its code, 〔U+4DAE〕:
 * a box would be read as a mistake of the printer. Latin words and numbers stay whole.
 */
export function linesOf(text: string, size: number, width: number, indent = 0): readonly Line[] {
  const lines: Glyph[][] = [[]];
  let left = width - indent;
  for (const word of wordsOf(text)) {
    const glyphs = [...word].flatMap((character) => glyphsOf(character, size));
    const length = widthOf(glyphs);
    const line = lines.at(-1)!;
    const hangs = line.length > 0 && NOT_FIRST.test(word) && length <= size; // A mark that ends a phrase may stand a little out.
    if (word === ' ' && (line.length === 0 || length > left)) continue; // No line begins with a space.
    if (length > left && line.length > 0 && !hangs) {
      const moved = line.length > 1 && NOT_LAST.test(line.at(-1)!.text) ? [line.pop()!] : [];
      const next = [...moved];
      lines.push(next);
      left = width - widthOf(next);
    }
    for (const glyph of glyphs) {
      if (glyph.width > left && lines.at(-1)!.length > 0 && !hangs) { // A word longer than a line.
        lines.push([]);
        left = width;
      }
      lines.at(-1)!.push(glyph);
      left -= glyph.width;
    }
  }
  return lines.map((glyphs) => ({ runs: runsOf(glyphs), width: widthOf(glyphs) }));
}

/** The characters of a text that no font of ours has. */
export function undrawn(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => !/\s/.test(character) && !fontFor(character.codePointAt(0)!));
}

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const character of text.replace(/\s+/g, ' ')) {
    const last = words.at(-1);
    if (last !== undefined && LATIN.test(character) && LATIN.test(last.at(-1)!)) words[words.length - 1] = last + character;
    else words.push(character);
  }
  return words;
}

function glyphsOf(character: string, size: number): readonly Glyph[] {
  const codePoint = character.codePointAt(0)!;
  const font = fontFor(codePoint);
  if (!font) return [...`〔U+${codePoint.toString(16).toUpperCase()}〕`].flatMap((each) => glyphsOf(each, size));
  return [{ font, text: character, width: (font.opened.glyphForCodePoint(codePoint).advanceWidth / font.opened.unitsPerEm) * size }];
}

function runsOf(glyphs: readonly Glyph[]): readonly Run[] {
  const runs: { font: Font; text: string; width: number }[] = [];
  for (const { font, text, width } of glyphs) {
    const last = runs.at(-1);
    if (last?.font === font) {
      last.text += text;
      last.width += width;
    } else runs.push({ font, text, width });
  }
  return runs;
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { width }) => sum + width, 0);
}
