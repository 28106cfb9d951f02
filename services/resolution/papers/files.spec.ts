import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { linesOf, undrawn } from '#libs/pdf/lines.js';
import type { Page } from '#libs/pdf/page.js';
import { pdfOf } from '#libs/pdf/pdf.js';
import { checkPack } from '#libs/policy/check-pack.js';
import { wrongPapers } from '#libs/policy/check-papers.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { placeholders } from '#libs/policy/papers.js';
import { isRole } from '#libs/security/roles.js';
import { textOfPdf } from '../../../test/pdf-text.js';
import { docxOf } from './docx.js';
import { laidOut } from './lay-out.js';
import type { Values } from './values.js';
import { dayText, moneyText } from './words.js';

const page: Page = {
  title: '仲裁裁决书', number: '劳仲裁字〔2026〕439901-2026-D01-000123-1号', language: 'zh', footer: '第{page}页 共{pages}页', signature: ['测试区劳动人事争议仲裁院', '2026年3月2日'], madeAt: new Date('2026-03-02T02:15:00Z'),
  blocks: [{ kind: 'address', text: '申请人：龘子彧' }, { kind: 'heading', text: '一、查明' }, { kind: 'paragraph', text: '被申请人于2026年3月17日前向申请人支付18,000.00元（人民币壹万捌仟元整）。'.repeat(30) }, { kind: 'table', head: ['序号', '金额'], rows: Array.from({ length: 40 }, (_, i) => [String(i + 1), moneyText(i * 100).zh]) }],
};
const pack = loadPolicies('policies').packNamed('439900', '2026-01-01')!;
/** Everything is known: each by its own name. */
const values: Values = {
  known: Object.fromEntries(Object.entries(placeholders).map(([name, [zh, en]]) => [name, { zh, en }])), sealed: {}, flags: { final: true, fullyPaid: true, simplified: true, collective: true },
  lists: { gaps: ['工资条'], otherRoutes: ['lawsuit'] }, owed: [{ worker: 1, amount: 100 }], payments: [{ at: '2026-03-02T10:15:00+08:00', worker: 1, amount: 100, source: 'employer', evidence: '回单' }],
};
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('A paper as a file', () => {
  it('is the same bytes each time, whatever was made between', async () => {
    const [pdf, docx] = [await pdfOf(page), await docxOf(page)];
    await Promise.all([pdfOf({ ...page, title: '別的', blocks: [{ kind: 'paragraph', text: '𠮷龘鿃' }] }), docxOf({ ...page, title: '别的' })]);
    expect([(await pdfOf(page)).equals(pdf), (await docxOf(page)).equals(docx)]).toEqual([true, true]);
  });

  it('is the bytes that it was when this was written: what was issued must be made again', async () => {
    // Another version of pdfkit, docx, fflate or the font may change them: then papers issued before cannot be made again, and whoever upgrades must know it.
    expect([hash(await pdfOf(page)), hash(await docxOf(page))]).toMatchInlineSnapshot(`
[
  "bd85e7855c10a61b18cd62568bc26f983f7581ecfadf390332536dfd608c9fc3",
  "2a4f3f057f6de2b5de1ecabfc35b59786f6ccff9ace44b6113ad7778c33c1b8e",
]
`);
  });

  it('holds its text on as many pages as it takes, each numbered, and no time of its making', async () => {
    const pdf = await pdfOf(page);
    const text = textOfPdf(pdf);
    const pages = Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))![1]);
    expect(pages).toBeGreaterThan(1);
    for (let n = 1; n <= pages; n++) expect(text).toContain(`第${n}页 共${pages}页`);
    for (const said of ['仲裁裁决书', '龘子彧', '39.00元', '2026年3月2日']) expect(text).toContain(said);
    expect(text.replaceAll('\n', '')).toContain('被申请人于2026年3月17日前向申请人支付18,000.00元（人民币壹万捌仟元整）。'.repeat(3));
    expect(pdf.toString('latin1')).not.toContain(`D:${new Date().getFullYear()}${String(new Date().getMonth() + 1).padStart(2, '0')}`);
    expect(pdf.length).toBeLessThan(200_000); // Only the characters that are used are embedded.
  });

  it('opens as a document: every part is well-formed', async () => {
    const files = unzipSync(await docxOf(page));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/footer1.xml', 'docProps/core.xml']));
    const body = strFromU8(files['word/document.xml']!);
    for (const said of ['仲裁裁决书', '龘子彧', '2026年3月2日', '39.00元']) expect(body).toContain(said);
    expect(strFromU8(files['docProps/core.xml']!).match(/2026-03-02T02:15:00\.000Z/g)).toHaveLength(2);
  });

  it('breaks its lines so that each fits, no mark begins one, and nothing is lost', () => {
    const text = fc.array(fc.constantFrom('工', '资', '龘', '，', '。', '（', '）', '《', '》', '18,000.00', 'abc', ' ', '〇'), { maxLength: 200 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, fc.integer({ min: 60, max: 400 }), (given, width) => {
      const lines = linesOf(given, 14, width);
      expect(lines.map(({ runs }) => runs.map((run) => run.text).join('')).join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 14 * 200); // Marks may hang.
      for (const { runs } of lines.slice(1)) expect(runs[0]?.text[0] ?? '').not.toMatch(/^[，。]$/);
    }), { numRuns: 300 });
  });

  it('writes a character that no font has as its code, never as an empty box', async () => {
    expect(undrawn('龘䶮')).toEqual(['䶮']);
    expect(textOfPdf(await pdfOf({ ...page, blocks: [{ kind: 'address', text: '䶮子' }] }))).toContain('〔U+4DAE〕子');
  });
});

describe('The templates', () => {
  it.each(pack.papers.map((template) => [template.id, template] as const))('%s is drawn in full, in both languages, with everything filled in', async (_, template) => {
    for (const language of ['zh', 'en'] as const) {
      const made = laidOut(template, values, {}, language, '2026-03-02T10:15:00+08:00');
      expect([undrawn(JSON.stringify(made)), JSON.stringify(made).match(/\{(?!page|"|\w+":)\w*\}/g)]).toEqual([[], null]);
      const text = textOfPdf(await pdfOf(made));
      expect([text.includes('\ufffd'), text.replaceAll('\n', '').includes(made.title)]).toEqual([false, true]);
    }
  });

  it('name roles that there are, and pass the check of their pack', () => {
    expect(pack.papers.flatMap(({ roles }) => roles).filter((role) => !isRole(role))).toEqual([]);
    for (const each of loadPolicies('policies').packs) expect(checkPack(each).filter(({ table }) => table === 'papers')).toEqual([]);
  });

  it('are the twelve that the desks need', () => expect(new Set(pack.papers.map(({ zh }) => zh)).size).toBe(15));

  it('of a place stand over those of the nation', () => {
    const nation = loadPolicies('policies').packNamed('000000', '2026-01-01')!;
    const of = (papers: typeof nation.papers) => papers.find(({ id }) => id === 'order-to-pay')!;
    expect([of(nation.papers).word, of(pack.papers).word, of(pack.papers).parts]).toEqual(['监令字', '测人社监令字', of(nation.papers).parts]);
  });

  it.each([
    ['on', { on: 'resolution.nothing.v1' }], ['source', { source: 'NOBODY 1' }], ['department', { department: 'nobody' }], ['parts', { parts: [{ zh: '{nobody}', en: '{nobody}' }] }], ['parts', { parts: [{ zh: 'x', en: 'x', if: 'nobody' }] }], ['parts', { parts: [{ zh: '{employer}', en: 'x' }] }],
  ])('with a wrong %s are no pack', (field, change) => expect(wrongPapers([{ ...pack.papers[0]!, ...change }], pack).map((wrong) => wrong.field)).toContain(field));
});

describe('Words of a paper', () => {
  it('are written as Chinese papers write them', () => {
    expect([dayText('2026-03-02'), moneyText(2_700_050), moneyText(5), moneyText(123_456_789_00)]).toEqual([{ zh: '2026年3月2日', en: '2 March 2026' }, { zh: '27,000.50元', en: 'CNY 27,000.50' }, { zh: '0.05元', en: 'CNY 0.05' }, { zh: '123,456,789.00元', en: 'CNY 123,456,789.00' }]);
  });
});

const pdftotext = (() => { try { execFileSync('pdftotext', ['-v'], { stdio: 'ignore' }); return true; } catch { return false; } })();
(pdftotext ? it : it.skip)('is read the same by another program (pdftotext)', async () => {
  const text = execFileSync('pdftotext', ['-', '-'], { input: await pdfOf(page), encoding: 'utf8' });
  for (const said of ['仲裁裁决书', '申请人：龘子彧', '39.00元', '第1页']) expect(text).toContain(said);
});
