import { facts } from '../dom.js';
import { post } from '../api.js';
import { revealing } from '../parts/reveal.js';
import { HANDLERS } from '../roles.js';
import { hasRole } from '../session.js';
import { t } from './words.js';

const FIELDS = ['name', 'phone', 'text'];

/** Who handles cases may see whom they are about. */
export function revealer(caseId) {
  if (!hasRole(...HANDLERS)) return undefined;
  return revealing(t('reveal'), (reason) => post(`/v1/audit/cases/${caseId}/personal-data`, { fields: FIELDS, ...reason }),
    ({ personal, erased }) => facts(FIELDS.map((field) => [t(`personal${field[0].toUpperCase()}${field.slice(1)}`), personal[field] ?? (erased ? t('personErased') : '—')])));
}
