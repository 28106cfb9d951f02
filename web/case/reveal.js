import { facts } from '../dom.js';
import { post } from '../api.js';
import { revealing } from '../parts/reveal.js';
import { HANDLERS } from '../roles.js';
import { hasRole } from '../session.js';
import { t } from './words.js';

const FIELDS = ['name', 'phone', 'address', 'onBehalfOf', 'text'];
const capital = (field) => `${field[0].toUpperCase()}${field.slice(1)}`;
/** The word of a field. */
export const personal = (field) => `personal${capital(field)}`;

/** The field as the person asks for it. */
const requestedOf = (field) => `requested${capital(field)}`;

/** Who handles cases may see whom they are about, and what the person asks to be corrected beside what stands. */
export function revealer(caseId, asked) {
  if (!hasRole(...HANDLERS)) return undefined;
  const fields = [...new Set([...FIELDS, ...asked])];
  const requested = asked.map(requestedOf);
  return revealing(t('reveal'), (reason) => post(`/v1/audit/cases/${caseId}/personal-data`, { fields: [...fields, ...requested], ...reason }),
    ({ personal: shown, erased }) => facts([
      ...fields.map((field) => [t(personal(field)), shown[field] ?? (erased ? t('personErased') : '—')]),
      ...asked.map((field) => [t('requestedAs', { field: t(personal(field)) }), shown[requestedOf(field)] ?? (erased ? t('personErased') : '—')]),
    ]));
}
