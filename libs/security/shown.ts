import type { Role } from './roles.js';
import { roleNames } from './roles.js';

/** How a personal field is shown to who asks for it with a reason. Without asking nobody is shown any: pages and lists carry ciphertext at most. */
export type Shown = 'full' | 'masked' | 'none';

export const personalOfCase = ['name', 'phone', 'idNumber', 'text', 'address', 'onBehalfOf', 'representativeName', 'representativePhone', 'requestedName', 'requestedPhone', 'requestedIdNumber'] as const;
export type PersonalOfCase = (typeof personalOfCase)[number];

const NONE: Readonly<Record<PersonalOfCase, Shown>> = { name: 'none', phone: 'none', idNumber: 'none', text: 'none', address: 'none', onBehalfOf: 'none', representativeName: 'none', representativePhone: 'none', requestedName: 'none', requestedPhone: 'none', requestedIdNumber: 'none' };
const FULL: Readonly<Record<PersonalOfCase, Shown>> = { name: 'full', phone: 'full', idNumber: 'full', text: 'full', address: 'full', onBehalfOf: 'full', representativeName: 'full', representativePhone: 'full', requestedName: 'full', requestedPhone: 'full', requestedIdNumber: 'full' };

/**
 * By what each role needs for its work (个人信息保护法 6: the smallest extent): whoever writes a paper of law needs the number; a mediator needs to know that it is
 * the same person; who supervises, audits, makes policy or runs the system does without. The one table: the doors read it, docs/privacy.md shows it.
 */
export const shownTo: Readonly<Record<Role, Readonly<Record<PersonalOfCase, Shown>>>> = {
  officer: FULL, arbitrator: FULL, inspector: FULL, relief: FULL, 'legal-aid': FULL,
  mediator: { ...FULL, idNumber: 'masked', requestedIdNumber: 'masked' },
  coordinator: NONE, supervisor: NONE, policy: NONE, auditor: NONE, operator: NONE, 'security-admin': NONE, channel: NONE, worker: NONE,
};

/** Roles that are shown anything. */
export const revealedTo: readonly Role[] = roleNames.filter((role) => personalOfCase.some((field) => shownTo[role][field] !== 'none'));

/** The most that any of the held roles is shown. */
export function shownOf(roles: readonly Role[], field: PersonalOfCase): Shown {
  const each = roles.map((role) => shownTo[role][field]);
  return each.includes('full') ? 'full' : each.includes('masked') ? 'masked' : 'none';
}
