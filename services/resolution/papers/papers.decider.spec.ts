import type { PaperEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import type { PaperCommand } from './papers.decider.js';
import { papers } from './papers.decider.js';

const [first, second] = ['01987f3a-6c02-7e94-8fa5-907182031426', '01987f3a-6c02-7e94-8fa5-907182031427'] as const;
const made = (paper: string, more: Partial<Extract<PaperCommand, { type: 'IssuePaper' }>> = {}) => ({
  at: '2026-03-02T10:15:00+08:00', by: 'inspector:i', paper, kind: 'order-to-pay', number: `监令字〔2026〕x-${paper.slice(-1)}号`, worker: 1, pack: { division: '439900', version: '2026-01-01' }, template: 'a', basis: '7', asOf: '9', opened: [], pdf: 'p', docx: 'd', replaces: null, ...more,
});
const issue = (...of: Parameters<typeof made>): PaperCommand => ({ ...made(...of), type: 'IssuePaper' });
const issued = (...of: Parameters<typeof made>): PaperEvent => ({ ...made(...of), type: 'PaperIssued' }) as PaperEvent;
const given = specify(papers);

describe('A paper', () => {
  it('is issued once for each fact and worker', () => {
    given().when(issue(first)).then(issued(first));
    given(issued(first)).when(issue(second)).thenNothing();
    given(issued(first)).when(issue(second, { basis: '8' })).then(issued(second, { basis: '8' }));
    given(issued(first)).when(issue(second, { worker: 2 })).then(issued(second, { worker: 2 }));
  });

  it('is replaced once, by one of its kind', () => {
    given(issued(first)).when(issue(second, { replaces: first })).then(issued(second, { replaces: first }));
    given(issued(first), issued(second, { replaces: first })).when(issue(second, { replaces: first })).thenNothing();
    given(issued(first), issued(second, { replaces: first })).when(issue('01987f3a-6c02-7e94-8fa5-907182031428')).thenNothing(); // Not beside the one that stands.
    given(issued(first)).when(issue(second, { replaces: second })).thenRefused('PAPER_UNKNOWN');
    given(issued(first)).when(issue(second, { replaces: first, kind: 'award' })).thenRefused('PAPER_UNKNOWN');
    given().when(issue(second, { replaces: first })).thenRefused('PAPER_UNKNOWN');
  });

  it('is read as often as somebody reads it, each reading once', () => {
    const read: PaperCommand = { type: 'ReadPaper', at: '2026-03-03T10:15:00+08:00', by: 'officer:o', paper: first, form: 'pdf', opened: ['worker'] };
    const seen = { ...read, type: 'PaperRead' } as PaperEvent;
    given(issued(first)).when(read).then(seen);
    given(issued(first), seen).when(read).thenNothing();
    given(issued(first), seen).when({ ...read, form: 'docx' }).then({ ...seen, form: 'docx' } as PaperEvent);
    given().when(read).thenRefused('NO_SUCH_PAPER');
  });
});
