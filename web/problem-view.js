import { h } from './dom.js';
import { lawText } from './law.js';
import { fieldName } from './terms.js';
import { isChinese, t } from './words.js';
import { Problem } from './api.js';

/** What went wrong, in words: title, reason, legal ground, fields. A defect of this page is told as one, and stays in the console. */
export function problemView(error) {
  if (!(error instanceof Problem)) {
    console.error(error);
    return box(t('pageBroke'), [String(error.message ?? error)]);
  }
  const { title, detail, ground, errors, code, status, instance, details } = error.document;
  const lacking = (isChinese() ? details?.lackingZh : details?.lackingEn) ?? [];
  if (status === 0) return box(t('offline'), [t('offlineHint')]);
  return box(title ?? t('failed'), [
    !errors && detail, // With fields, their own words say more.
    ground && h('span', { class: 'ground' }, `${t('ground')}：${lawText(ground)}`),
    lacking.length > 0 && h('ul', null, lacking.map((one) => h('li', null, one))),
    errors?.length > 0 && h('ul', null, errors.map(({ field, problem }) => h('li', null, `${fieldName(field)}：${problem}`))),
    (status === 412 || status === 409) && !detail && t('reloadHint'),
    h('span', { class: 'code' }, [code, instance].filter(Boolean).join(' · ')),
  ]);
}

function box(title, lines) {
  return h('div', { class: 'problem', role: 'alert' }, h('strong', null, title), lines.filter(Boolean).map((line) => h('div', null, line)));
}
