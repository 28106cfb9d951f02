import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { at, obeys } from '../random-commands.js';
import type { PaperCommand } from './papers.decider.js';
import { papers } from './papers.decider.js';

type Issue = Extract<PaperCommand, { type: 'IssuePaper' }>;

/** The papers of one kind about one fact, in the order in which they came; each but the last was replaced. */
const chain = (past: Past<PaperCommand>, { kind, worker, basis }: Issue): readonly Issue[] => past.all('IssuePaper').filter((each) => each.kind === kind && each.worker === worker && each.basis === basis);

/** One fact is put on paper once; another paper comes only in place of the one that stands; every reading is on record. */
const law: Law<PaperCommand> = {
  IssuePaper: (command, past) => {
    if (past.all('IssuePaper').some(({ paper }) => paper === command.paper)) return false; // One id, one paper.
    const last = chain(past, command).at(-1);
    return command.replaces === null ? !last : last?.paper === command.replaces;
  },
  ReadPaper: (look, past) => {
    const last = past.last('ReadPaper');
    const same = last && last.at === look.at && last.by === look.by && last.paper === look.paper && last.form === look.form;
    return past.all('IssuePaper').some(({ paper }) => paper === look.paper) && !same ? ['PaperRead'] : false;
  },
};

describe('Papers against the law', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const fields = { number: 'n', pack: { division: '439900', version: '1' }, template: 't', asOf: '9', opened: [] as string[], pdf: 'p', docx: 'd' };
  const course: readonly PaperCommand[] = [
    { type: 'IssuePaper', at: at(0), by: 'officer:a', paper: 'a', kind: 'award', worker: 1, basis: '1', replaces: null, ...fields },
    { type: 'IssuePaper', at: at(1), by: 'officer:a', paper: 'b', kind: 'award', worker: 1, basis: '1', replaces: 'a', ...fields },
    { type: 'ReadPaper', at: at(2), by: 'officer:a', paper: 'a', form: 'pdf', opened: [] },
  ];
  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(papers, law, {
    IssuePaper: fc.record({ paper: fc.constantFrom(...ids), kind: fc.constantFrom('award', 'reply'), worker: fc.constantFrom(1, 2), basis: fc.constantFrom('1', '2'), replaces: fc.option(fc.constantFrom(...ids)) }).map((each) => ({ ...fields, ...each })),
    ReadPaper: fc.record({ paper: fc.constantFrom(...ids), form: fc.constantFrom('pdf' as const, 'docx' as const), opened: fc.constant([]) }),
  }, [course], ['PAPER_UNKNOWN', 'NO_SUCH_PAPER']));
});
