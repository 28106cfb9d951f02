import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Block, Page } from '#libs/pdf/page.js';

/** In half points; the margins are those of the PDF, in twentieths of a point. */
const SIZE = 32;
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'Times New Roman' };
const TITLE_FONT = { ...FONT, eastAsia: '宋体' };
const MARGIN = { top: 2098, left: 1588, right: 1474, bottom: 1985 };

/** A paper as DOCX, for an officer who must add to it. The same page gives the same bytes. */
export async function docxOf(page: Page): Promise<Buffer> {
  const document = new Document({
    title: page.title, creator: 'Anxin', lastModifiedBy: 'Anxin',
    styles: { default: { document: { run: { font: FONT, size: SIZE, language: { value: page.language === 'zh' ? 'zh-CN' : 'en-GB', eastAsia: 'zh-CN' } }, paragraph: { spacing: { line: 560, lineRule: 'exact' } } } } },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGIN } },
      footers: { default: new Footer({ children: [footerOf(page.footer)] }) },
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: 'atLeast' }, children: [new TextRun({ text: page.title, bold: true, size: 44, font: TITLE_FONT })] }),
        new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: page.number, size: 24 })] }),
        ...page.blocks.flatMap(blockOf),
        new Paragraph({}),
        ...page.signature.map((text) => new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: true, children: [new TextRun(text)] })),
      ],
    }],
  });
  return dated(await Packer.toBuffer(document), page.madeAt);
}

function blockOf(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'address':   return [new Paragraph({ children: [new TextRun(block.text)] })];
    case 'heading':   return [new Paragraph({ keepNext: true, children: [new TextRun({ text: block.text, bold: true })] })];
    case 'paragraph': return [new Paragraph({ indent: { firstLine: 2 * SIZE * 10 }, children: [new TextRun(block.text)] })];
    case 'note':      return [new Paragraph({ children: [new TextRun({ text: block.text, size: 21 })] })];
    case 'table':     return [tableOf(block), new Paragraph({})];
  }
}

function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>): Table {
  const rowOf = (cells: readonly string[], bold: boolean): TableRow => new TableRow({
    cantSplit: true, tableHeader: bold,
    children: cells.map((text) => new TableCell({ margins: { top: 60, bottom: 60, left: 100, right: 100 }, children: [new Paragraph({ spacing: { line: 360, lineRule: 'atLeast' }, children: [new TextRun({ text, bold, size: 24 })] })] })),
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [rowOf(head, true), ...rows.map((row) => rowOf(row, false))] });
}

function footerOf(footer: string): Paragraph {
  const children = footer.split(/(\{pages?\})/).map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part));
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: 21 })] });
}

/** Packed again with the paper's own day in place of the time of packing: in the list of files and in the properties. */
function dated(packed: Uint8Array, at: Date): Buffer {
  const files = unzipSync(packed);
  const core = 'docProps/core.xml';
  const properties = new TextDecoder().decode(files[core]).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${at.toISOString()}`);
  const entries = Object.entries({ ...files, [core]: strToU8(properties) }).sort(([a], [b]) => (a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1));
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T00:00:00', level: 6 }));
}
