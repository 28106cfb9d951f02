import type { OwnCase } from './own-data.js';

export interface PersonalCopy {
  readonly madeAt: string;
  /** The law that gives the right to it. */
  readonly ground: string;
  readonly cases: readonly OwnCase[];
}

type Cell = string | boolean | null | undefined;
const escaped = (text: Cell): string => String(text ?? '—').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const row = (cells: readonly Cell[], tag = 'td'): string => `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
const table = (heads: readonly string[], rows: readonly (readonly Cell[])[]): string => `<table><thead>${row(heads, 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('')}</tbody></table>`;

/** The copy as a page to read and print: no script, no style, nothing from elsewhere. */
export function ownDataPage({ madeAt, ground, cases }: PersonalCopy): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>个人信息副本 / Copy of personal data</title></head><body>
<h1>个人信息副本 / Copy of personal data</h1><p>${escaped(ground)}　${escaped(madeAt)}</p>
${cases.map(caseOf).join('\n')}</body></html>`;
}

function caseOf(one: OwnCase): string {
  const facts = Object.entries(one.facts).map(([key, value]) => [key, JSON.stringify(value)]);
  return `<h2>${escaped(one.caseNumber)}</h2><p>${escaped(one.receivedAt)}　${escaped(one.channel)}　${escaped(one.category)}</p>
<h3>加密保存的内容 / Kept sealed</h3>${table(['记录时间 / recorded', '事项 / fact', '字段 / field', '内容 / value'], one.personal.map(({ recordedAt, title, field, value, replaced }) => [recordedAt, title, field, `${value ?? '已删除 / erased'}${replaced ? '（已更正 / corrected since）' : ''}`]))}
<h3>案情要素 / Facts</h3>${table(['要素 / fact', '内容 / value'], [...facts, ['employer', one.employer?.name], ['project', one.project?.name], ['identity', one.identity], ['secrecy', one.secrecy]])}
<h3>谁看过 / Who saw it</h3>${table(['时间 / when', '角色 / role', '单位 / office', '内容 / what'], one.seenBy.map(({ at, role, organ, what }) => [at, role, organ, what.join(', ')]))}`;
}
