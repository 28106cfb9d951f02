import { wordsOf } from '../words.js';

export const words = {
  sitesTitle: ['工地码', 'Site codes'], sitesLead: ['为工程项目签发二维码，打印张贴。工人扫码申报时，项目、施工单位和地区已经填好；随时可以停用。', 'Issue a QR code for a project and put up its poster. Workers who scan it find project, contractor and place filled in; it can be revoked at any time.'],
  noSites: ['辖区内没有工程项目档案', 'There is no project file in your divisions'], noSitesHint: ['先登记工程项目，再签发它的工地码。', 'Open a project file first, then issue its code.'], issueCode: ['签发工地码', 'Issue a code'], revokeCode: ['停用', 'Revoke'], revokedCode: ['已停用或者过期', 'Revoked or expired'], printPoster: ['打印海报', 'Print the poster'], noCodes: ['还没有签发', 'None was issued'], contractor: ['施工单位', 'Contractor'],
  posterTitle: ['被欠工资、受了伤、有困难？', 'Wages unpaid? Hurt? In need?'], posterScan: ['用手机扫一扫，直接申报', 'Scan with your phone and file'], posterFree: ['不用登录 不收费 不告诉老板', 'No account, no fee, your boss is not told'], posterCall: ['也可以拨打 12345、12333，法律援助 12348', 'Or call 12345, 12333; legal aid 12348'], backToSites: ['返回工地码', 'Back to: Site codes'],
};
export const t = wordsOf(words);
