/** States of the case life cycle: labels that a projection derives from the events, never an aggregate. */
export const caseStates = {
  REGISTERED: '已登记', TRIAGED: '已甄别', ANSWERED: '即时答复', DISPATCHED: '已派单', OBJECTED: '派单异议', SIGNED: '已签收', CONTACTED: '已联系',
  ACCEPTED: '已受理', MEDIATING: '调解中', MEDIATED: '达成协议', MEDIATION_FAILED: '调解不成', INVESTIGATING: '立案调查', DECIDED_INSP: '已作决定',
  TRANSFERRED_POLICE: '移送公安', ARBITRATING: '仲裁审理', AWARDED: '已裁决', ARB_MEDIATED: '仲裁调解结案', EFFECTIVE: '已生效', ENFORCING: '执行中',
  UNENFORCEABLE: '终结本次执行', LITIGATION: '诉讼中', COURT_REFERRED: '引导至法院', RESOLVED: '已办结', CALLBACK: '回访', REOPENED: '退回重办',
  CARRIED: '挂账', CLOSED: '已结案', ARCHIVED: '已归档', HANDED_TO_EMERGENCY: '转紧急专线', ADVISED_CLOSED: '告知法定途径', TRANSFERRED: '异地转办', WITHDRAWN: '撤回申请',
} as const;

export type CaseState = keyof typeof caseStates;

/** The same in English. */
export const caseStatesInEnglish: Readonly<Record<CaseState, string>> = {
  REGISTERED: 'Registered', TRIAGED: 'Triaged', ANSWERED: 'Answered', DISPATCHED: 'Dispatched', OBJECTED: 'Dispatch objected', SIGNED: 'Signed for', CONTACTED: 'Contacted', ACCEPTED: 'Accepted',
  MEDIATING: 'In mediation', MEDIATED: 'Agreement reached', MEDIATION_FAILED: 'Mediation failed', INVESTIGATING: 'Under investigation', DECIDED_INSP: 'Decided', TRANSFERRED_POLICE: 'Passed to police', ARBITRATING: 'In arbitration',
  AWARDED: 'Award made', ARB_MEDIATED: 'Settled in arbitration', EFFECTIVE: 'In effect', ENFORCING: 'In enforcement', UNENFORCEABLE: 'Enforcement ended', LITIGATION: 'In court', COURT_REFERRED: 'Referred to court', RESOLVED: 'Concluded',
  CALLBACK: 'Call-back', REOPENED: 'Reopened', CARRIED: 'Carried forward', CLOSED: 'Closed', ARCHIVED: 'Archived', HANDED_TO_EMERGENCY: 'Passed to emergency line', ADVISED_CLOSED: 'Route advised', TRANSFERRED: 'Transferred', WITHDRAWN: 'Withdrawn',
};
