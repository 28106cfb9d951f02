import type { SignEvent } from '#libs/contracts/warning.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../../resolution/case-law.js';
import type { SignLaw } from './levels.js';
import type { Counted, SignCommand } from './sign.decider.js';
import { sign } from './sign.decider.js';

type Command<Type extends SignCommand['type']> = Extract<SignCommand, { readonly type: Type }>;
const given = specify(sign);
const said = { at: '2026-03-09T09:30:00+08:00', by: 'supervisor:s' };
const pack = { division: '439900', version: '2026-01-01', hash: 'h' };
const law: SignLaw = { season: null, rows: [{ id: 'Y', level: 'yellow', cases: 9, districts: 2, workers: 0, amount: 0 }, { id: 'B', level: 'blue', cases: 5, districts: 2, workers: 0, amount: 0 }] };
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const one = (n: number, division = n % 2 ? '439901' : '439902001'): Counted => ({ caseId: id(n), division, workers: 1, amount: 100 });
const many = (from: number, to: number): Counted[] => Array.from({ length: to - from + 1 }, (_, i) => one(from + i));
const about = { kind: 'employer', name: '测试劳务公司', creditCode: null } as const;
const gather = (cases: readonly Counted[]): Command<'GatherCase'> => ({ type: 'GatherCase', ...said, about, cases, law, pack });

const found: SignEvent = {
  type: 'EarlySignFound', at: said.at, episode: 1, basis: 'cases', ...about, division: '439900', cases: many(1, 5).map(({ caseId }) => caseId), level: 'blue', rule: 'B', season: null,
  places: [{ division: '439901', cases: 3 }, { division: '439902', cases: 2 }], workers: 5, amount: 500, law: pack,
};
const W = id(900);
const bodies = [{ department: 'inspectionBody', division: '439901' }, { department: 'inspectionBody', division: '439902' }];
const raise: Command<'RaiseWarning'> = { type: 'RaiseWarning', ...said, warning: W, bodies, text: null };
const raised = bodies.map((body): SignEvent => ({ type: 'EarlyWarningRaised', ...said, warning: W, ...body, text: null }));
const answer: Command<'AnswerWarning'> = { type: 'AnswerWarning', ...said, ...bodies[0]!, action: 'inspected', answer: null };
const answered = bodies.map((body): SignEvent => ({ type: 'EarlyWarningAnswered', ...said, warning: W, ...body, action: 'inspected', answer: null }));
const close: Command<'CloseWarning'> = { type: 'CloseWarning', ...said, result: 'wagesPaid', text: null };
const closed: SignEvent = { type: 'EarlyWarningClosed', ...said, warning: W, result: 'wagesPaid', text: null };
const dismiss: Command<'DismissSign'> = { type: 'DismissSign', ...said, ground: 'sameNameOnly', reason: null };
const dismissed: SignEvent = { type: 'EarlySignDismissed', ...said, ground: 'sameNameOnly', reason: null };
const watch: Command<'WatchProjectEnd'> = { type: 'WatchProjectEnd', ...said, project: id(800), name: '测试花园', division: '439901', endsOn: '2026-06-30', lookOn: '2026-05-01' };
const watched: SignEvent = { type: 'ProjectEndWatched', at: said.at, project: id(800), name: '测试花园', division: '439901', endsOn: '2026-06-30', lookOn: '2026-05-01' };
const onTheDay = { at: '2026-05-01T00:00:00+08:00', by: 'process:clocks' };
const look: Command<'LookAtProjectEnd'> = { type: 'LookAtProjectEnd', ...onTheDay, account: 'none', cases: [], unpaidCases: 0, found: 'blue', pack };
const checked: SignEvent = { type: 'ProjectEndChecked', at: onTheDay.at, project: id(800), endsOn: '2026-06-30', account: 'none', unpaidCases: 0 };

describe('A sign', () => {
  it('is found with the case that reaches a row of the pack, and not one case before', () => {
    given().when(gather(many(1, 4))).thenNothing();
    given().when(gather(many(1, 5))).then(found);
  });
  it('asks for several districts where the row does', () => given().when(gather([1, 3, 5, 7, 9, 11].map((n) => one(n)))).thenNothing());
  it('grows with each further case, its level rises, and never falls', () => {
    const grew = (added: number, level: 'blue' | 'yellow', total: number): SignEvent => ({
      type: 'EarlySignGrew', at: said.at, basis: 'cases', division: '439900', added: [id(added)], level, rule: level === 'blue' ? 'B' : 'Y', season: null,
      places: [{ division: '439901', cases: Math.ceil(total / 2) }, { division: '439902', cases: Math.floor(total / 2) }], workers: total, amount: total * 100,
    });
    given(found).when(gather([one(6)])).then(grew(6, 'blue', 6));
    const eight = [found, grew(6, 'blue', 6), grew(7, 'blue', 7), grew(8, 'blue', 8)];
    given(...eight).when(gather([one(9)])).then(grew(9, 'yellow', 9));
    given(...eight, grew(9, 'yellow', 9)).when({ ...gather([one(10)]), law: { season: null, rows: [law.rows[1]!] } }).then(grew(10, 'yellow', 10));
  });
  it('counts a case once, delivered as often as it may be, and in no later episode', () => {
    given(found).when(gather(many(1, 5))).thenNothing();
    given(found, dismissed).when(gather([...many(1, 5), ...many(6, 9)])).thenNothing(); // Four that are new.
    given(found, dismissed).when(gather([...many(1, 5), ...many(6, 10)])).then({
      ...found, episode: 2, cases: many(6, 10).map(({ caseId }) => caseId), places: [{ division: '439901', cases: 2 }, { division: '439902', cases: 3 }],
    } as SignEvent);
  });
  it('of one district lies there, of several above them', () => {
    const rows = [{ ...law.rows[1]!, districts: 1 }];
    given().when({ ...gather([1, 3, 5, 7, 9].map((n) => one(n))), law: { season: 'S', rows } }).then({ ...found, division: '439901', season: 'S', cases: [1, 3, 5, 7, 9].map(id), places: [{ division: '439901', cases: 5 }] } as SignEvent);
  });
  it('becomes a warning to named bodies, each warned once, and ends when all have answered', () => {
    given(found).when(raise).then(...raised);
    given(found, raised[0]!).when(raise).then(raised[1]!);
    given(found, ...raised).when(answer).then(answered[0]!);
    given(found, ...raised, ...answered).when(close).then(closed);
  });
  it('is found where a project ends without a wage account, and noted where nothing is wrong', () => {
    const sign: SignEvent = { ...found, at: onTheDay.at, basis: 'projectEnd', kind: 'project', name: '测试花园', division: '439901', cases: [], rule: 'projectEnd', places: [], workers: 0, amount: 0 } as SignEvent;
    given(watched).when(look).then(checked, sign);
    given(watched).when({ ...look, account: 'open', found: null }).then({ ...checked, account: 'open' } as SignEvent);
    given(watched, checked).when(look).thenNothing();
    given(watched).when({ ...look, at: '2026-04-30T23:59:59+08:00' }).thenNothing();
    given(watched, checked, { ...watched, endsOn: '2026-07-31', lookOn: '2026-06-01' } as SignEvent).when({ ...look, at: '2026-06-01T00:00:00+08:00', cases: [one(1)], unpaidCases: 1, found: 'yellow', account: 'open' })
      .then({ ...checked, at: '2026-06-01T00:00:00+08:00', endsOn: '2026-07-31', account: 'open', unpaidCases: 1 } as SignEvent, { ...sign, at: '2026-06-01T00:00:00+08:00', level: 'yellow', cases: [id(1)], places: [{ division: '439901', cases: 1 }], workers: 1, amount: 100 } as SignEvent);
  });
  it('that is open takes in what the look at the end of the project finds', () => given(found, watched).when({ ...look, cases: many(1, 6), unpaidCases: 6, found: 'yellow' }).then({ ...checked, unpaidCases: 6 } as SignEvent, {
    type: 'EarlySignGrew', at: onTheDay.at, basis: 'projectEnd', division: '439900', added: [id(6)], level: 'yellow', rule: 'projectEnd', season: null, places: [{ division: '439901', cases: 3 }, { division: '439902', cases: 3 }], workers: 6, amount: 600,
  }));

  takesEffectOnce(sign, {
    GatherCase: [[], gather(many(1, 5))], WatchProjectEnd: [[], watch], LookAtProjectEnd: [[watched], look], RaiseWarning: [[found], raise], AnswerWarning: [[found, ...raised], answer],
    CloseWarning: [[found, ...raised, ...answered], close], DismissSign: [[found], dismiss],
  });

  refusesWith(sign, [
    ['SIGN_NOT_OPEN', [], raise],
    ['SIGN_NOT_OPEN', [found, dismissed], raise],
    ['SIGN_NOT_OPEN', [found, ...raised, ...answered, closed], 'DismissSign'],
    ['NO_WARNING', [found], answer],
    ['NO_WARNING', [found], close],
    ['WARNING_RAISED', [found, ...raised], dismiss],
    ['WARNING_RAISED', [found, ...raised], { ...raise, warning: id(901) }],
    ['BODY_NOT_WARNED', [found, ...raised], { ...answer, department: 'housingDept' }],
    ['ANSWERED_OTHERWISE', [found, ...raised, ...answered], { ...answer, action: 'noRiskFound' }],
    ['ANSWERS_OUTSTANDING', [found, ...raised, answered[0]!], close],
  ], ['NO_SUCH_SIGN', 'NO_SUCH_BODY', 'SIGN_BEYOND_SCOPE', 'NOT_THE_BODY']);
});
