import { get } from './api.js';
import { both, isChinese } from './words.js';

/** What departments, clocks, places and events are called: asked once, kept while the page lives. */
let names;

export async function loadNames() {
  names ??= await get('/v1/supervision/names');
  return names;
}

export function forgetNames() {
  names = undefined;
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const named = (kind) => (id) => (names[kind][id] ? capital(both(names[kind][id])) : id);
export const departmentName = named('departments');
export const clockName = named('clocks');
export const categoryName = named('categories');
export const matterName = named('matters');
export const roleName = named('roles');
/** A rung, a condition or a colour of the ladder; undefined for what is none. */
export const ladderName = (id) => names.ladder[id] && capital(both(names.ladder[id]));
/** What a column of a rule table asks; a column that came later says its own key. */
export const conditionName = (field) => names.conditions[field] ?? { zh: field, en: field };
export const sources = () => names?.sources ?? {};
export const divisionName = (code) => names.divisions[code] ?? code;
export const isClock = (id) => names?.clocks[id] !== undefined;
export const clockSource = (id) => names.clocks[id]?.source;
export const stateZh = (state) => names.states[state];

/** Events have Chinese titles; in English the published name says it: `resolution.award-made.v1` is “Award made”. */
export function eventTitle(type) {
  if (isChinese()) return names.events[type] ?? type;
  const words = type.split('.')[1].replaceAll('-', ' ');
  return capital(words);
}

/** For a choice in a form: `[value, label]` of all, by label. */
export function choicesOf(kind) {
  return Object.entries(names[kind]).map(([id, name]) => [id, typeof name === 'string' ? name : capital(both(name))]);
}
