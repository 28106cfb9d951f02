import { specify } from '#libs/decider/specify.js';
import type { CircularCommand } from './circular.decider.js';
import { circular } from './circular.decider.js';

const given = specify(circular);
const at = '2026-04-01T09:00:00+08:00';
const answerDue = '2026-04-09T00:00:00+08:00';
const bureau = { department: 'inspectionBody', division: '439901' };
const office = { department: 'arbOffice', division: '439902' };
const by = 'supervisor:s';
const content = { at, by, number: '测调〔2026〕3号', title: '三月调度通报', text: '请于期限内回复。', division: '439900', figures: '01a202ee-df89-4ce1-98f7-c60c8d7c7375', position: '77', units: [bureau, office], answerDue, rule: { workingDays: 5, source: 'S-HN20 四(三)', confidence: 'P', calendar: '2026' } };
const issue: CircularCommand = { type: 'IssueCircular', ...content };
const issued = { type: 'CircularIssued', ...content } as const;
const receive = (unit = bureau): CircularCommand => ({ type: 'ReceiveCircular', at, by: 'inspector:i', unit });
const received = (unit = bureau) => ({ type: 'CircularReceived', at, by: 'inspector:i', unit } as const);
const answer = (text = '已督办。', when = at, unit = bureau): CircularCommand => ({ type: 'AnswerCircular', at: when, by: 'inspector:i', unit, answer: text });
const answered = (late = false, when = at, unit = bureau) => ({ type: 'CircularAnswered', at: when, by: 'inspector:i', unit, answer: '已督办。', late } as const);
const miss = (when: string): CircularCommand => ({ type: 'MissAnswers', at: when, by: 'process:clocks' });

describe('A dispatch circular', () => {
  it('is issued to its units with its figures and the time to answer', () => given().when(issue).then(issued));
  it('is issued once', () => given(issued).when(issue).thenNothing());
  it('names no unit twice', () => given().when({ ...issue, units: [bureau, bureau] } as CircularCommand).thenRefused('UNIT_TWICE'));
  it('is received by a unit, once', () => { given(issued).when(receive()).then(received()); given(issued, received()).when(receive()).thenNothing(); });
  it('is received by nobody before it is issued, and by no other unit', () => {
    given().when(receive()).thenRefused('NO_SUCH_CIRCULAR');
    given(issued).when(receive({ department: 'inspectionBody', division: '439903' })).thenRefused('NOT_ADDRESSED');
  });
  it('is received by whoever answers it', () => given(issued).when(answer()).then(received(), answered()));
  it('is answered once; the same answer again changes nothing, another one is refused', () => {
    given(issued, received(), answered()).when(answer()).thenNothing();
    given(issued, received(), answered()).when(answer('改口。')).thenRefused('CIRCULAR_ANSWERED');
  });
  it('is answered in time until the end of the day before its limit, late from then on', () => {
    given(issued, received()).when(answer('已督办。', '2026-04-08T23:59:59+08:00')).then(answered(false, '2026-04-08T23:59:59+08:00'));
    given(issued, received()).when(answer('已督办。', answerDue)).then(answered(true, answerDue));
  });
  it('says so when the last unit has answered', () => given(issued, received(), answered(), received(office)).when(answer('已督办。', at, office)).then(answered(false, at, office), { type: 'CircularAllAnswered', at }));
  it('names the units that have not answered when the time is over, once, and none before', () => {
    given(issued, received(), answered()).when(miss('2026-04-08T23:59:59+08:00')).thenNothing();
    given(issued, received(), answered()).when(miss(answerDue)).then({ type: 'CircularAnswersMissed', at: answerDue, units: [office] });
    given(issued, { type: 'CircularAnswersMissed', at: answerDue, units: [bureau, office] }).when(miss(answerDue)).thenNothing();
    given(issued, received(), answered(), received(office), answered(false, at, office)).when(miss(answerDue)).thenNothing();
  });
});
