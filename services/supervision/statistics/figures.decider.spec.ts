import { specify } from '#libs/decider/specify.js';
import type { FigureCommand } from './figures.decider.js';
import { figures } from './figures.decider.js';

const given = specify(figures);
const parameters = { kind: 'figures', period: '2026-03', by: 'none', level: 6, metrics: ['response'], division: '439900', at: '2026-04-01T09:00:00+08:00', only: {}, ranks: false, pack: { division: '439900', version: '2026-01-01', hash: 'h' } } as const;
const made = { at: '2026-04-01T09:00:00+08:00', by: 'supervisor:s', parameters: { ...parameters, metrics: [...parameters.metrics] }, position: '77', queryVersion: '1', digest: 'd'.repeat(64) };
const publish: FigureCommand = { type: 'PublishFigures', title: '三月通报', ...made };
const published = { type: 'FiguresPublished', title: '三月通报', ...made } as const;
const take: FigureCommand = { type: 'ExportFigures', format: 'csv', ...made };
const taken = { type: 'FiguresExported', format: 'csv', ...made } as const;

describe('Published figures', () => {
  it('are made known with all that they are computed from', () => given().when(publish).then(published));
  it('are made known once, however often it is asked', () => given(published).when(publish).thenNothing());
  it('do not change when others are sent under their id', () => given(published).when({ ...publish, position: '78', digest: 'e'.repeat(64) }).thenNothing());
  it('leave a trace each time that they are taken away', () => {
    given().when(take).then(taken);
    given(taken).when(take).then(taken); // Two copies are two facts.
  });
});
