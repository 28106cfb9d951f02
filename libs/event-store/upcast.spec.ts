import type { Upcaster } from './upcast.js';
import { upcast, upcasters } from './upcast.js';

describe('An event of the past', () => {
  const registry = new Map<string, Upcaster>([
    ['intake.specimen-noted.v1', ({ name, ...rest }) => ({ ...rest, title: name })],
    ['intake.specimen-noted.v2', (data) => ({ ...data, language: 'zh' })],
  ]);

  it('is read in its newest version, step by step', () => {
    expect(upcast('intake.specimen-noted', 1, { name: 'a', n: 1 }, registry)).toEqual({ type: 'intake.specimen-noted.v3', data: { title: 'a', n: 1, language: 'zh' } });
    expect(upcast('intake.specimen-noted', 2, { title: 'b' }, registry)).toEqual({ type: 'intake.specimen-noted.v3', data: { title: 'b', language: 'zh' } });
  });

  it('stays as it is in its newest version, or where nothing lifts it', () => {
    expect(upcast('intake.specimen-noted', 3, { title: 'c' }, registry)).toEqual({ type: 'intake.specimen-noted.v3', data: { title: 'c' } });
    expect(upcast('routing.case-routed', 1, { n: 1 }, registry)).toEqual({ type: 'routing.case-routed.v1', data: { n: 1 } });
  });

  it('is not changed where it is stored', () => {
    const stored = Object.freeze({ name: 'a' });
    upcast('intake.specimen-noted', 1, stored, registry);
    expect(stored).toEqual({ name: 'a' });
  });

  it('is lifted only by what a version step names', () => {
    for (const type of upcasters.keys()) expect(type).toMatch(/^[a-z]+\.[a-z0-9-]+\.v[1-9]\d*$/);
  });
});
