import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleNames, roles } from './roles.js';
import { personalOfCase, revealedTo, shownOf, shownTo } from './shown.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8');
const SIGN = { full: '全部 full', masked: '部分 masked', none: '不显示 none' } as const;

describe('What of a person a role is shown', () => {
  it('is written down in docs/privacy.md for every role and field', () => {
    for (const role of roleNames) expect(page).toContain(`| ${roles[role].zh} \`${role}\` | ${personalOfCase.map((field) => SIGN[shownTo[role][field]]).join(' | ')} |`);
    expect(page).toContain(`| role | ${personalOfCase.map((field) => `\`${field}\``).join(' | ')} |`);
  });

  it('is nothing for whoever does not handle cases', () => {
    for (const role of ['supervisor', 'auditor', 'policy', 'operator', 'channel', 'coordinator', 'worker'] as const) expect([role, Object.values(shownTo[role]).every((shown) => shown === 'none')]).toEqual([role, true]);
    expect([...revealedTo].sort()).toEqual(['arbitrator', 'inspector', 'legal-aid', 'mediator', 'officer', 'relief']);
  });

  it('is the most that one of several roles is shown', () => {
    expect([shownOf(['mediator'], 'idNumber'), shownOf(['mediator', 'officer'], 'idNumber'), shownOf(['auditor', 'mediator'], 'idNumber'), shownOf([], 'name')]).toEqual(['masked', 'full', 'masked', 'none']);
  });
});
