import type { Block, Page } from '#libs/pdf/page.js';
import type { PaperTemplate, Placeholder } from '#libs/policy/papers.js';
import { namesIn, paperFlags, placeholders } from '#libs/policy/papers.js';
import type { Values } from './values.js';
import type { Words } from './words.js';
import { dayText, moneyText, wordOf } from './words.js';
import { dayOf } from '#libs/contracts/time.js';

export type Language = 'zh' | 'en';
type Part = PaperTemplate['parts'][number];

/** The personal placeholders that a template names: these are opened, and no others. */
export function personalIn(template: PaperTemplate, values: Values): readonly Placeholder[] {
  const named = shown(template, values).flatMap(namesOf);
  return [...new Set(named)].filter((name) => values.sealed[name] !== undefined);
}

/** What a paper must say and nobody knows yet. */
export function lacking(template: PaperTemplate, values: Values): readonly Words[] {
  const named = [...shown(template, values).flatMap(namesOf), 'organ' as const];
  const unknown = [...new Set(named)].filter((name) => values.known[name] === undefined && values.sealed[name] === undefined);
  return unknown.map((name) => ({ zh: placeholders[name][0], en: placeholders[name][1] }));
}

/** The paper in one language; `opened` are the texts of its personal placeholders. */
export function laidOut(template: PaperTemplate, values: Values, opened: Readonly<Partial<Record<Placeholder, string>>>, language: Language, madeAt: string): Page {
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: Placeholder) => opened[name] ?? values.known[name]?.[language] ?? '');
  const blocks = shown(template, values).flatMap((part) => blocksOf(part, values, language, filled));
  const translation: readonly Block[] = language === 'en' ? [{ kind: 'note', text: 'Translation for information. The Chinese text is the paper.' }] : [];
  return {
    title: template[language], number: filled('{number}'), language, blocks: [...translation, ...blocks],
    signature: [filled('{organ}'), filled('{issuedOn}')], footer: language === 'zh' ? '第{page}页 共{pages}页' : 'page {page} of {pages}', madeAt: new Date(madeAt),
  };
}

function blocksOf(part: Part, values: Values, language: Language, filled: (text: string) => string): readonly Block[] {
  if ('list' in part) return values.lists[part.list].map((item, i) => ({ kind: 'paragraph', text: language === 'zh' ? `${i + 1}．${wordOf(item).zh}；` : `${i + 1}. ${wordOf(item).en};` }));
  if ('table' in part) return [part.table === 'owed' ? owedTable(values, language) : paymentsTable(values, language)];
  // A text of several lines, such as a reply, is as many paragraphs.
  return filled(part[language]).split(/\n+/).map((text) => text.trim()).filter((text) => text !== '').map((text) => ({ kind: part.kind ?? 'paragraph', text }));
}

function owedTable({ owed }: Values, language: Language): Block {
  const total = owed.reduce((sum, { amount }) => sum + amount, 0);
  const zh = language === 'zh';
  return {
    kind: 'table', head: zh ? ['序号', '劳动者', '金额'] : ['No.', 'Worker', 'Amount'],
    rows: [...owed.map(({ worker, amount }, i) => [String(i + 1), zh ? `第${worker}名劳动者` : `worker no. ${worker}`, moneyText(amount)[language]]), ['', zh ? '合计' : 'Total', moneyText(total)[language]]],
  };
}

function paymentsTable({ payments }: Values, language: Language): Block {
  return {
    kind: 'table', head: language === 'zh' ? ['序号', '日期', '金额', '支付来源', '凭证'] : ['No.', 'Day', 'Amount', 'Source', 'Proof'],
    rows: payments.map(({ at, amount, source, evidence }, i) => [String(i + 1), dayText(dayOf(at))[language], moneyText(amount)[language], wordOf(source)[language], evidence]),
  };
}

/** The parts whose conditions hold. */
function shown({ parts }: PaperTemplate, values: Values): readonly Part[] {
  const holds = (name: string): boolean => (isFlag(name) ? values.flags[name] : values.known[name as Placeholder] !== undefined || values.sealed[name as Placeholder] !== undefined);
  return parts.filter((part) => (part.if === undefined || holds(part.if)) && (part.unless === undefined || !holds(part.unless)));
}

function namesOf(part: Part): readonly Placeholder[] {
  return 'zh' in part ? (namesIn(part.zh) as Placeholder[]) : [];
}

function isFlag(name: string): name is (typeof paperFlags)[number] {
  return (paperFlags as readonly string[]).includes(name);
}
