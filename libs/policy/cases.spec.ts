import { fileURLToPath } from 'node:url';
import { dayOf } from '#libs/contracts/time.js';
import { decide } from './decide.js';
import { readFacts } from './facts.js';
import { divisionOf, loadPolicies } from './in-force.js';

interface Expected {
  mode: string; rules: string[]; lead: string | null; leadAlternatives?: string[]; assist: string[]; guide?: string[];
  handover?: string[]; handlingRegion?: string; mergedInto?: string; flags: Record<string, unknown>;
  children?: { matter: string; lead: string; leadAlternatives?: string[]; assist: string[] }[];
  clocks: { id: string; startedAt?: string; due: string; assumption?: string; extension?: number; suspended?: unknown }[];
}

const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const sample = policies.packNamed('439900', '2026-01-01')!;
const cases = sample.examples.filter(({ id }) => id.startsWith('S'));
const byName = (a: string[]) => [...a].sort();

describe('The sample cases', () => {
  it('are thirty-six', () => expect(cases).toHaveLength(36));

  it.each(cases.map((example) => [example.id, String(example['title']), example] as const))('%s %s', async (_id, _title, example) => {
    const expected = example.expect as unknown as Expected;
    const { facts, wrong } = readFacts(example.facts);
    expect(wrong).toEqual([]);
    const division = facts.callerRegion ?? facts.workRegion ?? '439901';
    const pack = policies.packFor(division, dayOf(example.receivedAt))!;
    expect(pack.ref).toEqual(sample.ref);
    const decision = decide(pack, { receivedAt: example.receivedAt, division, origin: example.origin, category: example.category, facts });

    expect(decision.mode).toBe(expected.mode);
    expect(byName([...decision.rules])).toEqual(byName(expected.rules));
    expect(decision.lead).toBe(expected.lead);
    expect(byName([...decision.leadAlternatives])).toEqual(byName(expected.leadAlternatives ?? []));
    expect(byName([...decision.assist])).toEqual(byName(expected.assist));
    expect(decision.guide).toEqual(expect.arrayContaining(expected.guide ?? []));
    expect(decision.handover).toEqual(expected.handover ?? []);
    if (expected.handlingRegion) expect(decision.handlingRegion).toBe(divisionOf(expected.handlingRegion));
    expect(decision.mergedInto).toBe(expected.mergedInto ?? null);
    expect(decision.flags).toMatchObject(expected.flags);
    expect(decision.children.map(({ matter, lead, leadAlternatives, assist }) => ({ matter, lead, leadAlternatives, assist }))).toEqual(
      (expected.children ?? []).map(({ matter, lead, leadAlternatives = [], assist }) => ({ matter, lead, leadAlternatives, assist })));
    const listed = expected.clocks.filter((clock) => !clock.assumption && clock.extension === undefined && !clock.suspended);
    expect(decision.clocks).toEqual(expect.arrayContaining(listed.map(({ id, startedAt, due }) => ({ id, startedAt: startedAt ?? due }))));
  });

  it('list no clock that starts with a later event', async () => {
    for (const example of cases) {
      const { facts } = readFacts(example.facts);
      const decision = decide(sample, { receivedAt: example.receivedAt, division: '439901', origin: example.origin, category: example.category, facts });
      const assumed = (example.expect as unknown as Expected).clocks.filter((clock) => clock.assumption);
      for (const { id, startedAt } of assumed) expect(decision.clocks).not.toContainEqual({ id, startedAt });
    }
  });
});
