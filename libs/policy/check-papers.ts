import '#libs/contracts/catalogue.js';
import { eventKinds } from '#libs/contracts/event.js';
import { unknownSources } from './citation.js';
import type { Departments, Sources } from './pack.js';
import type { PaperTemplate } from './papers.js';
import { namesIn, paperFlags, placeholders } from './papers.js';

export interface WrongPaper {
  readonly row: string;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** Templates that would wait for what never comes, ask for what nobody knows, or rest on nothing that was listed. */
export function wrongPapers(templates: readonly PaperTemplate[], { sources, departments }: { readonly sources: Sources; readonly departments: Departments }): readonly WrongPaper[] {
  return templates.flatMap((template, i) => {
    const wrong: WrongPaper[] = [];
    const say = (field: string, zh: string, en: string): unknown => wrong.push({ row: template.id, field, zh, en });
    if (templates.findIndex(({ id }) => id === template.id) !== i) say('id', '编号重复', 'stands twice');
    if (!eventKinds.has(template.on)) say('on', `没有这种事件：${template.on}`, `no such event: ${template.on}`);
    if (template.department !== null && !Object.hasOwn(departments, template.department)) say('department', `没有这个部门：${template.department}`, `no such department: ${template.department}`);
    for (const source of unknownSources(template.source, sources)) say('source', `依据未登记：${source}`, `a source that nobody listed: ${source}`);
    for (const each of template.parts) {
      for (const name of 'zh' in each ? [...namesIn(each.zh), ...namesIn(each.en)] : []) if (!Object.hasOwn(placeholders, name)) say('parts', `没有这一占位项：${name}`, `no such placeholder: ${name}`);
      for (const name of [each.if, each.unless]) if (name !== undefined && !Object.hasOwn(placeholders, name) && !(paperFlags as readonly string[]).includes(name)) say('parts', `没有这一条件：${name}`, `no such condition: ${name}`);
      if ('zh' in each && namesIn(each.zh).some((name) => !namesIn(each.en).includes(name) && name !== 'amountCapital' && name !== 'paidCapital')) say('parts', '英文遗漏了中文的占位项', 'the English leaves out what the Chinese names');
    }
    return wrong;
  });
}
