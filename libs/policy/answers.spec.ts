import { answersTo, entriesOf, wrongAnswers } from './answers.js';
import type { AnswerEntry } from './answers.js';
import { bestAnswers } from './find-answers.js';
import { loadPolicies } from './in-force.js';
import type { Pack } from './pack.js';

const policies = loadPolicies('policies');
const nation = policies.packNamed('000000', '2026-01-01')!;
const city = policies.packNamed('439900', '2026-01-01')!;
const chongqing = policies.packNamed('500000', '2024-04-12')!;
const first = (question: string, pack: Pack = city): string | undefined => answersTo(question, pack, '2026-06-01', 1)[0]?.id;

describe('The answer base', () => {
  it('is without fault in every pack that ships: sources, times, limits, and examples that find their entry', () => {
    for (const pack of policies.packs) expect([pack.ref.division, pack.ref.version, wrongAnswers(pack)]).toEqual([pack.ref.division, pack.ref.version, []]);
  });

  it('holds more than forty entries, of every category of the demands', () => {
    expect(entriesOf(nation).length).toBeGreaterThanOrEqual(40);
    expect(entriesOf(city).length).toBe(entriesOf(nation).length + 4);
    expect(new Set(entriesOf(nation).map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(13);
  });

  // Questions that no entry quotes: how callers say it.
  it.each([
    ['老板跑路了工资没着落，该找哪里投诉', 'wages-where'], ['仲裁审限一般是多长', 'arb-how-long'], ['律师费太贵请不起怎么办，能不能援助', 'legal-aid'], ['工伤认定单位不管我自己能申请吗', 'injury-apply'],
    ['娃娃想跟我一起在城里读书，随迁入学', 'school'], ['how long does arbitration take', 'arb-how-long'], ['I was hurt at the building site, work injury', 'injury-apply'],
  ])('%s', (question, id) => expect(first(question)).toBe(id));

  it.each(['今天天气怎么样', '我要订一张火车票', '', '？？？', 'weather in Paris', '星座运势'])('has nothing to say to “%s”, and says nothing', (question) => expect(first(question)).toBeUndefined());

  it('says limits and amounts as the pack in force has them', () => {
    const [limit] = answersTo('劳动仲裁要多久', city, '2026-06-01', 1);
    expect(limit!.answer.zh).toContain('受理后45日内裁决');
    expect(limit!.answer.zh).toContain('5个工作日内决定是否受理');
    expect(limit!.answer.en).toContain('award within 45 days');
    expect(limit!.answer.filledFrom).toEqual(['clock:ARB-ACCEPT', 'clock:ARB-AWARD', 'clock:ARB-SPEEDY30']);
    expect(answersTo('一裁终局的金额上限', city, '2026-06-01', 1)[0]!.answer.zh).toContain('24000元'); // Twelve times the 2,000 yuan of the sample city.
  });

  it('tells of each by which words of the question it was found', () => expect(answersTo('请问老板拖欠工资去哪里投诉？', city, '2026-06-01', 1)[0]!.matched.join(' ')).toMatch(/拖欠工资/));

  it('lets a city say it otherwise, and keeps the rest of the nation', () => {
    expect(answersTo('我想找工作，哪里有招聘', chongqing, '2026-06-01', 1)[0]!.answer.zh).toContain('渝职聘');
    expect(first('扫渝薪码有什么用', chongqing)).toBe('site-code-cq');
    expect(first('劳动仲裁收费吗', chongqing)).toBe('arb-cost');
  });

  it('leaves out what does not hold yet, or no longer', () => {
    expect(answersTo('法律援助怎么申请', nation, '2021-12-31', 1)[0]?.id).not.toBe('legal-aid');
    expect(answersTo('法律援助怎么申请', nation, '2022-01-01', 1)[0]?.id).toBe('legal-aid');
  });
});

describe('A base with faults', () => {
  const good = entriesOf(nation).find(({ id }) => id === 'arb-cost')!;
  const checked = (change: Partial<AnswerEntry>, more: readonly AnswerEntry[] = []): readonly string[] => wrongAnswers({ ...nation, files: { answers: { answers: [{ ...good, ...change }, ...more] } } }).map(({ field }) => field);
  it.each([
    ['source', { source: '没有的法 1' }], ['from', { from: '2008-04-30' }], ['to', { to: '2008-05-01' }], ['department', { department: 'nobody' }], ['topic', { topic: 'D99' }], ['matter', { matter: 'nothing' }],
    ['zh', { zh: '仲裁委收到申请{clock:NO-SUCH}内决定。', en: 'Within {clock:NO-SUCH} of the application.' }], ['en', { zh: '仲裁委收到申请{clock:ARB-ACCEPT}内决定。', en: 'It decides soon after the application.' }],
    ['examples', { examples: ['孩子上学怎么报名'] }],
  ] as readonly [string, Partial<AnswerEntry>][])('is kept from being published: %s', (field, change) => expect(checked(change)).toContain(field));
  it('names an id that stands twice', () => expect(checked({}, [good])).toContain('id'));
  it('passes as it is', () => expect(checked({})).toEqual([]));
});

describe('Finding', () => {
  const entries = [{ id: 'a', ask: { zh: ['劳动仲裁怎么申请'], en: ['arbitration'] }, zh: '四十五日', en: 'days' }, { id: 'b', ask: { zh: ['法律援助'], en: ['legal aid'] }, zh: '律师', en: 'lawyer' }];
  it('weighs what few entries know above what all do, and answers in order', () => expect(bestAnswers('劳动仲裁怎么申请，还有法律援助', entries, 5).map(({ id }) => id)).toEqual(['a', 'b']));
  it('does not care for case, width and punctuation', () => expect(bestAnswers('ＡＲＢＩＴＲＡＴＩＯＮ?!', entries, 1)[0]?.id).toBe('a'));
  it('answers no more than it is asked for', () => expect(bestAnswers('劳动仲裁 法律援助', entries, 1)).toHaveLength(1));
});
