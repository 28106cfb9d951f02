import { CASE_ROLES, EVERYBODY, HOLDERS } from './roles.js';

/** The groups of the navigation, in its order. */
export const groups = {
  cases: { zh: '案件', en: 'Cases' },
  oversight: { zh: '督办', en: 'Oversight' },
  figures: { zh: '统计', en: 'Figures' },
  rules: { zh: '规则', en: 'Rules' },
  records: { zh: '审计与运维', en: 'Audit and operations' },
  workers: { zh: '劳动者', en: 'Workers' },
};

/**
 * Every screen of the console, one folder each, loaded when it is opened. `path` is the first part of the address after `#/`; without
 * `roles` it is open to all; without `group` it stands in no navigation, and `under` says whose entry is marked; `wide` takes the whole
 * width; `css` is a sheet of its own. The module exports `screen(main, { id, rest, params, signal, again, back })`: it fills `main`, gives up
 * with `signal`, and throws what it could not read.
 */
export const screens = [
  { path: 'board', title: { zh: '看板', en: 'Board' }, group: 'cases', roles: CASE_ROLES, wide: true, load: () => import('./board/board.screen.js') },
  { path: 'desk', title: { zh: '我的工单', en: 'My desk' }, group: 'cases', roles: HOLDERS, wide: true, load: () => import('./desk/desk.screen.js') },
  { path: 'cases', title: { zh: '案件', en: 'Case' }, under: 'board', roles: CASE_ROLES, wide: true, load: () => import('./case/case.screen.js') },
  { path: 'hearings', title: { zh: '庭期', en: 'Hearings' }, group: 'cases', roles: ['arbitrator', 'officer', 'supervisor', 'auditor'], wide: true, css: 'hearings/hearings.css', load: () => import('./hearings/hearings.screen.js') },
  { path: 'arbitrators', title: { zh: '仲裁员名册', en: 'Arbitrators' }, group: 'cases', roles: ['arbitrator', 'supervisor', 'auditor'], wide: true, load: () => import('./arbitrators/arbitrators.screen.js') },
  { path: 'projects', title: { zh: '工程项目', en: 'Projects' }, group: 'oversight', roles: ['inspector', 'officer', 'coordinator', 'supervisor', 'mediator', 'arbitrator', 'legal-aid', 'auditor'], wide: true, css: 'projects/projects.css', load: () => import('./projects/projects.screen.js') },
  { path: 'ladder', title: { zh: '督办阶梯', en: 'Escalations' }, group: 'oversight', roles: CASE_ROLES, wide: true, load: () => import('./ladder/ladder.screen.js') },
  { path: 'campaigns', title: { zh: '专项行动', en: 'Campaigns' }, group: 'oversight', roles: CASE_ROLES, wide: true, css: 'campaigns/campaigns.css', load: () => import('./campaigns/campaigns.screen.js') },
  { path: 'visits', title: { zh: '走访点', en: 'Place to visit' }, under: 'campaigns', roles: CASE_ROLES, wide: true, css: 'campaigns/campaigns.css', load: () => import('./campaigns/place.screen.js') },
  { path: 'signs', title: { zh: '苗头预警', en: 'Early signs' }, group: 'oversight', roles: CASE_ROLES, wide: true, load: () => import('./signs/signs.screen.js') },
  { path: 'partners', title: { zh: '监测与协作', en: 'Partners' }, group: 'oversight', roles: CASE_ROLES, wide: true, load: () => import('./partners/partners.screen.js') },
  { path: 'policy', title: { zh: '规则', en: 'Rules' }, group: 'rules', roles: ['policy', 'auditor'], wide: true, load: () => import('./policy/policy.screen.js') },
  { path: 'audit', title: { zh: '审计', en: 'Audit' }, group: 'records', roles: ['auditor'], wide: true, load: () => import('./audit/audit.screen.js') },
  { path: 'operations', title: { zh: '运行状况', en: 'Operations' }, group: 'records', roles: ['operator'], wide: true, load: () => import('./operations/operations.screen.js') },
  { path: 'channels', title: { zh: '渠道与密钥', en: 'Channels and keys' }, group: 'records', roles: ['security-admin', 'auditor'], wide: true, load: () => import('./channels/channels.screen.js') },
  { path: 'rebuild', title: { zh: '重建读表', en: 'Rebuild tables' }, group: 'records', roles: ['operator'], wide: true, load: () => import('./rebuild/rebuild.screen.js') },
  { path: 'statistics', title: { zh: '统计数据', en: 'Figures' }, group: 'figures', roles: CASE_ROLES, wide: true, css: 'statistics/statistics.css', load: () => import('./statistics/statistics.screen.js') },
  { path: 'circulars', title: { zh: '调度通报', en: 'Circulars' }, group: 'figures', roles: CASE_ROLES, wide: true, css: 'statistics/statistics.css', load: () => import('./circulars/circulars.screen.js') },
  { path: 'answers', title: { zh: '问答库', en: 'Answers' }, group: 'cases', roles: ['officer', 'coordinator', 'supervisor'], css: 'answers/answers.css', load: () => import('./answers/answers.screen.js') },
  { path: 'sites', title: { zh: '工地码', en: 'Site codes' }, group: 'cases', roles: ['inspector', 'officer', 'coordinator', 'supervisor'], css: 'sites/sites.css', load: () => import('./sites/sites.screen.js') },
  { path: 'file', title: { zh: '我要申报', en: 'File a claim' }, group: 'workers', load: () => import('./worker/open.screen.js') },
  { path: 'track', title: { zh: '进度查询', en: 'Track a case' }, group: 'workers', load: () => import('./track/track.screen.js') },
  { path: 'sessions', title: { zh: '我的登录', en: 'My sessions' }, roles: EVERYBODY, load: () => import('./sessions/sessions.screen.js') },
  { path: 'sign-in', title: { zh: '登录', en: 'Sign in' }, wide: true, load: () => import('./sign-in/sign-in.screen.js') },
];

export const screenOf = (path) => screens.find((screen) => screen.path === path);

export function mayOpen({ roles }, person) {
  return roles === undefined || (person?.roles ?? []).some((role) => roles.includes(role));
}

/** What stands in the navigation for this person, or for nobody: groups with their screens, none empty. */
export function navigationOf(person) {
  return Object.entries(groups)
    .map(([group, title]) => ({ group, title, screens: screens.filter((screen) => screen.group === group && mayOpen(screen, person)) }))
    .filter((each) => each.screens.length > 0);
}

/** Where somebody starts. */
export function homeOf(person) {
  return (person && navigationOf(person).flatMap((each) => each.screens).find(({ roles }) => roles)) ?? screenOf('sign-in');
}
