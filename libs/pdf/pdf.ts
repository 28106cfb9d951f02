import PDFDocument from 'pdfkit';
import type { Line } from './lines.js';
import { linesOf } from './lines.js';
import type { Block, Page } from './page.js';

type Document = InstanceType<typeof PDFDocument>;

/** A4 with the margins of official papers (GB/T 9704: 37 mm above, 28 mm at the left), in points. */
const MARGIN = { top: 105, left: 79, right: 74, bottom: 99 };
const PAPER = { width: 595.28, height: 841.89 };
const WIDTH = PAPER.width - MARGIN.left - MARGIN.right;
const BOTTOM = PAPER.height - MARGIN.bottom;
const SIZE = 14;
const LEADING = 1.75;
const CELL = 5;

/**
 * A paper as PDF. The same page gives the same bytes on every machine: no time but its own, and streams left uncompressed, because
 * zlib compresses differently from one build to another. Embedded are the characters that are used.
 */
export async function pdfOf(page: Page): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, compress: false, lang: page.language === 'zh' ? 'zh-CN' : 'en',
    info: { Title: page.title, Producer: 'Anxin', Creator: 'Anxin', CreationDate: page.madeAt, ModDate: page.madeAt },
  });
  const parts: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
  new Sheet(document).draw(page);
  document.end();
  return written;
}

/** Draws from the top of a page to its bottom, and goes on on the next. */
class Sheet {
  #y = BOTTOM;

  constructor(private readonly document: Document) {}

  draw({ title, number, blocks, signature, footer }: Page): void {
    this.#newPage();
    this.#text(title, { size: 22, align: 'center' });
    this.#y += 4;
    this.#text(number, { size: 12, align: 'right' });
    this.#y += 10;
    for (const block of blocks) this.#block(block);
    this.#signature(signature);
    this.#footers(footer);
  }

  #block(block: Block): void {
    switch (block.kind) {
      case 'address':   return this.#text(block.text, {});
      case 'heading':   return this.#text(block.text, { size: 15, keep: 2 });
      case 'paragraph': return this.#text(block.text, { indent: 2 * SIZE });
      case 'note':      return this.#text(block.text, { size: 10.5, indent: 21 });
      case 'table':     return this.#table(block);
    }
  }

  #text(text: string, { size = SIZE, align = 'left', indent = 0, keep = 1 }: { size?: number; align?: 'left' | 'center' | 'right'; indent?: number; keep?: number }): void {
    linesOf(text, size, WIDTH, indent).forEach((line, i) => {
      this.#room(size * LEADING * (i === 0 ? keep : 1));
      const free = WIDTH - line.width;
      const start = align === 'center' ? free / 2 : align === 'right' ? free : i === 0 ? indent : 0;
      this.#line(line, size, MARGIN.left + Math.max(0, start));
      this.#y += size * LEADING;
    });
  }

  #line({ runs }: Line, size: number, x: number, y = this.#y): void {
    let at = x;
    for (const { font, text, width } of runs) {
      this.document.font(font.opened as never, font.name).fontSize(size).text(text, at, y + size * (LEADING - 1.4) / 2, { lineBreak: false });
      at += width;
    }
  }

  #table({ head, rows }: Extract<Block, { kind: 'table' }>): void {
    const size = 12;
    const columns = widthsOf([head, ...rows]);
    this.#y += 4;
    for (const row of [head, ...rows]) {
      const cells = row.map((text, i) => linesOf(text, size, columns[i]! - 2 * CELL));
      const height = Math.max(...cells.map((lines) => lines.length)) * size * 1.5 + 2 * CELL;
      this.#room(height);
      cells.forEach((lines, i) => {
        const x = MARGIN.left + columns.slice(0, i).reduce((sum, each) => sum + each, 0);
        this.document.lineWidth(0.6).rect(x, this.#y, columns[i]!, height).stroke();
        lines.forEach((line, n) => this.#line(line, size, x + CELL, this.#y + CELL + n * size * 1.5));
      });
      this.#y += height;
    }
    this.#y += 8;
  }

  /** Name and day stay together. */
  #signature(lines: readonly string[]): void {
    this.#y += SIZE * 2;
    this.#room(SIZE * LEADING * lines.length);
    for (const line of lines) this.#text(line, { align: 'right' });
  }

  #footers(footer: string): void {
    const { start, count } = this.document.bufferedPageRange();
    for (let i = start; i < start + count; i++) {
      this.document.switchToPage(i);
      const [line] = linesOf(footer.replace('{page}', String(i + 1)).replace('{pages}', String(count)), 10.5, WIDTH);
      this.#line(line!, 10.5, (PAPER.width - line!.width) / 2, PAPER.height - 60);
    }
  }

  #room(height: number): void {
    if (this.#y + height > BOTTOM) this.#newPage();
  }

  #newPage(): void {
    this.document.addPage({ size: 'A4', margin: 0 });
    this.#y = MARGIN.top;
  }
}

/** Wide columns for long texts, within bounds. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const lengths = rows[0]!.map((_, i) => Math.min(24, Math.max(4, ...rows.map((row) => (row[i] ?? '').length))));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (WIDTH * length) / all);
}
