import type { Block } from '#libs/pdf/page.js';
import { pdfOf } from '#libs/pdf/pdf.js';
import { STYLE, text } from '../bundle/timeline.js';
import type { Report } from './report.js';
import type { Language } from './sections.js';
import { sectionsOf } from './sections.js';

export type Form = 'json' | 'html' | 'pdf';
export const FORMS: Readonly<Record<Form, string>> = { json: 'application/json; charset=utf-8', html: 'text/html; charset=utf-8', pdf: 'application/pdf' };

const TITLE = { zh: '审计报告', en: 'Audit report' } as const;
const SIGNED = { zh: ['审计人（签名）：＿＿＿＿＿＿', '日期：＿＿＿＿＿＿'], en: ['Auditor (signature): ____________', 'Date: ____________'] } as const;

/** The report as a file. The same report gives the same bytes. */
export async function written(report: Report, form: Form, language: Language): Promise<Buffer> {
  if (form === 'json') return Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
  return form === 'html' ? Buffer.from(pageOf(report, language)) : pdfOf({
    title: TITLE[language], number: `${report.log.origin} · ${report.log.positions}`, language, footer: '{page} / {pages}', signature: SIGNED[language], madeAt: new Date(report.period.lastRecordedAt ?? 0),
    blocks: sectionsOf(report, language).flatMap(({ title, lines, head, rows }): Block[] => [
      { kind: 'heading', text: title }, ...lines.map((line): Block => ({ kind: 'note', text: line })), ...(head && rows ? [{ kind: 'table', head, rows } as const] : []),
    ]),
  });
}

/** No script, nothing from outside. */
function pageOf(report: Report, language: Language): string {
  const sections = sectionsOf(report, language).map(({ title, lines, head, rows }) => {
    const table = head && rows ? `<table><thead><tr>${head.map((cell) => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>` : '';
    return `<section><h2>${text(title)}</h2>${lines.map((line) => `<p>${text(line)}</p>`).join('\n')}${table}</section>\n`;
  });
  return `<!doctype html>\n<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width"><title>${TITLE[language]}</title><style>${STYLE}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.2rem .4rem;text-align:left;overflow-wrap:anywhere}p{margin:.3rem 0}section{margin:0 0 1.5rem}</style></head>\n`
    + `<body><h1>${TITLE[language]}</h1><p>${text(report.log.origin)} · ${report.log.positions}</p>\n${sections.join('')}${SIGNED[language].map((line) => `<p>${line}</p>`).join('')}</body></html>\n`;
}
