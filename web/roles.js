import { isChinese } from './words.js';

/** What a role is called, before anybody is signed in and the server could say it. */
const NAMES = {
  officer: ['经办人', 'Case officer'], mediator: ['调解员', 'Mediator'], arbitrator: ['仲裁员', 'Arbitrator'], inspector: ['劳动保障监察员', 'Labour inspector'], coordinator: ['治欠协管员', 'Wage-arrears coordinator'],
  relief: ['救助经办人', 'Relief officer'], 'legal-aid': ['法律援助人员', 'Legal-aid officer'], supervisor: ['督办人员', 'Supervisor'], policy: ['政策管理员', 'Policy administrator'], auditor: ['审计员', 'Auditor'], operator: ['运维管理员', 'System operator'],
  'security-admin': ['安全管理员', 'Security administrator'],
};
/** Whoever can sign in at the console. */
export const EVERYBODY = Object.keys(NAMES);
export const roleTitle = (role) => NAMES[role]?.[isChinese() ? 0 : 1] ?? role;

/** Roles that handle cases and read what is in them. */
export const HANDLERS = ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'];
/** Roles whose work is cases. The others have no board: the API refuses them. */
export const CASE_ROLES = [...HANDLERS, 'coordinator', 'supervisor', 'auditor'];
/** Roles that orders are given to, and who watches over them. */
export const HOLDERS = [...HANDLERS, 'supervisor'];
