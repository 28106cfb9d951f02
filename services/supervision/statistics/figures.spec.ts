import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import { Figures } from './figures.js';

describe('Figures', () => {
  it('are judged by no rules where the pack of the place sets none', () => {
    const pack = { parameters: {} } as Pack;
    const policies = { packFor: () => undefined, packToDecide: () => pack } as unknown as Policies;
    const figures = new Figures(undefined as never, undefined as never, policies, undefined as never);
    expect(() => figures.packOf('439900', '2026-03-02T10:20:00+08:00')).toThrow(expect.objectContaining({ code: 'NO_STATISTICS_RULES' }) as Error);
  });
});
