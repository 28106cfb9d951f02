/** Who may ask for what. A caller may hold several, but of the three administrators one only. */
export const roles = {
  channel:       { zh: '渠道', en: 'Channel' },
  worker:        { zh: '劳动者', en: 'Worker' },
  officer:       { zh: '经办人', en: 'Case officer' },
  mediator:      { zh: '调解员', en: 'Mediator' },
  arbitrator:    { zh: '仲裁员', en: 'Arbitrator' },
  inspector:     { zh: '劳动保障监察员', en: 'Labour inspector' },
  coordinator:   { zh: '治欠协管员', en: 'Wage-arrears coordinator' },
  relief:        { zh: '救助经办人', en: 'Relief officer' },
  'legal-aid':   { zh: '法律援助人员', en: 'Legal-aid officer' },
  supervisor:    { zh: '督办人员', en: 'Supervisor' },
  policy:        { zh: '政策管理员', en: 'Policy administrator' },
  auditor:       { zh: '审计员', en: 'Auditor' },
  operator:      { zh: '运维管理员', en: 'System operator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
} as const;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

/** Who runs the system, who gives out its keys, and who audits both: three different people (GB/T 22239—2019 8.1.4.2 d, 8.1.7.1). */
export const administrators = ['operator', 'security-admin', 'auditor'] as const satisfies readonly Role[];

/** True where one caller holds the work of two administrators. */
export function isMixed(held: readonly Role[]): boolean {
  return administrators.filter((role) => held.includes(role)).length > 1;
}

export function isRole(text: unknown): text is Role {
  return typeof text === 'string' && Object.hasOwn(roles, text);
}

export function labelOf(role: Role, language: 'zh' | 'en'): string {
  return roles[role][language];
}

/** The role in which a caller does what these roles may: that of an office before the caller's own as a worker, which opens one case only. */
export function inWhichOf(held: readonly Role[], allowed: readonly Role[]): Role | undefined {
  return held.find((role) => role !== 'worker' && allowed.includes(role)) ?? held.find((role) => allowed.includes(role));
}
