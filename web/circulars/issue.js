import { h } from '../dom.js';
import { get } from '../api.js';
import { lawText } from '../law.js';
import { choicesOf, departmentName, divisionName } from '../names.js';
import { commandForm } from '../parts/command-form.js';
import { empty } from '../parts/states.js';
import { t } from './words.js';

/** A new circular on published figures: its words, and to which units it goes. */
export async function issueCircular(main, { params, signal }) {
  const figures = params.get('figures');
  if (!figures) {
    main.replaceChildren(h('h1', { tabindex: '-1' }, t('issue')), empty(t('chooseFigures'), '', h('a', { class: 'button', href: '#/statistics?tab=published' }, t('figures'))));
    return;
  }
  const { judgedBy: { circularAnswer } } = await get('/v1/supervision/statistics/definitions', { signal });
  const units = [];
  const chosen = h('ul', { class: 'chosen', 'aria-label': t('chosen') });
  const draw = () => chosen.replaceChildren(...units.map((unit, at) => h('li', null, `${divisionName(unit.division)} ${departmentName(unit.department)} `, h('button', { class: 'quiet', type: 'button', onclick: () => { units.splice(at, 1); draw(); } }, t('remove')))));
  const select = (label, options) => { const control = h('select', null, options.map(([value, text]) => h('option', { value }, text))); return { control, element: h('label', { class: 'inline-field' }, h('span', null, label), control) }; };
  const division = select(t('division'), choicesOf('divisions'));
  const department = select(t('department'), choicesOf('departments'));
  department.control.value = 'inspectionBody';
  const add = h('button', { class: 'button', type: 'button', onclick: () => {
    const unit = { department: department.control.value, division: division.control.value };
    if (!units.some((one) => one.department === unit.department && one.division === unit.division)) units.push(unit);
    draw();
  } }, t('addUnit'));
  const text = (key, maxLength) => ({ type: 'string', description: t(key), minLength: 2, maxLength });
  const fields = { type: 'object', required: ['number', 'title', 'text'], properties: { number: text('number', 60), title: text('title', 120), text: text('text', 4000) } };
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, t('issue')), h('p', null, t('issueHint', { n: circularAnswer.workingDays, source: lawText(circularAnswer.source), c: t(`confidence${circularAnswer.confidence}`) }))),
    h('div', { class: 'stack' },
      h('section', { class: 'card' }, h('h2', null, t('units')), h('div', { class: 'choose-units' }, division.element, department.element, add), chosen),
      h('section', { class: 'card' }, h('h2', null, t('circular')), commandForm({ href: '/v1/supervision/circulars', fields, title: t('issue'), adds: { figures, units }, button: t('issue'), done: () => setTimeout(() => { location.hash = '#/circulars'; }, 800) }))));
}
