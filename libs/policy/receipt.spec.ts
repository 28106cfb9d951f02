import { fileURLToPath } from 'node:url';
import type { Decision } from './decision.js';
import { decide } from './decide.js';
import { readFacts } from './facts.js';
import { loadPolicies } from './in-force.js';

const sample = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url))).packNamed('439900', '2026-01-01')!;

function decided(json: Record<string, unknown>, category = 'D01'): Decision {
  const { facts, wrong } = readFacts(json);
  expect(wrong).toEqual([]);
  return decide(sample, { receivedAt: '2026-03-02T10:00:00+08:00', division: '439901', origin: '12345', category, facts });
}
const lostBy = (decision: Decision, rule: string) => decision.nearest.filter((row) => row.rule === rule).map(({ lost }) => lost);

describe('The rows that lost', () => {
  it('W-05 was met, but the block of W-04 goes before it', () => {
    const decision = decided({ sector: 'E47', bothWilling: true, amount: 5000, workers: 1, employed: true });
    expect(decision.rules).toContain('W-04');
    expect(lostBy(decision, 'W-05')).toEqual([[{ field: 'block', wanted: '5', found: 4 }]]);
  });

  it('W-04 lost on the one condition that it lacks, and says what there was', () => {
    const decision = decided({ bothWilling: true, amount: 7000, workers: 1, employed: true });
    expect(decision.rules).toEqual(['W-01']);
    expect(lostBy(decision, 'W-04')).toEqual([[{ field: 'shareWithinSmallAmount', wanted: 'true', found: false }]]);
  });

  it('W-18 lost on a fact that nobody knows', () => {
    expect(lostBy(decided({ platformWork: true }), 'W-18')).toEqual([[{ field: 'laborRelation', wanted: '"unclear"', found: null }]]);
  });

  it('come nearest first, and are few', () => {
    for (const example of sample.examples) {
      const { nearest } = decide(sample, { receivedAt: example.receivedAt, division: '439901', origin: example.origin, category: example.category, facts: readFacts(example.facts).facts });
      expect(nearest.length).toBeGreaterThan(0);
      expect(nearest.length).toBeLessThanOrEqual(12);
      for (const { lost, source } of nearest) expect([lost.length > 0, source.length > 0]).toEqual([true, true]);
    }
  });

  it('of a matter are those of its category', () => {
    const { nearest } = decided({ matter: 'occupationalDisease' }, 'D02');
    expect(nearest.map(({ rule }) => rule)).toContain('D02 siteHazard');
    expect(nearest.map(({ rule }) => rule)).not.toContain('D03');
  });
});

describe('Two places, one case', () => {
  const places = (decision: Decision) => decision.places.map(({ role, department, division, fact }) => [role, department, division, fact]);

  it('the place of employment leads, the employer’s seat and the project’s place assist', () => {
    const decision = decided({ workRegion: 'B', employerSeat: '439800', projectRegion: '439903', sector: 'E47', amount: 8000 });
    expect(places(decision)).toEqual([
      ['lead', 'inspectionBody', '439902', 'workRegion'], ['assist', 'inspectionBody', '439800', 'employerSeat'], ['assist', 'housingDept', '439903', 'projectRegion'],
    ]);
    expect(decision.assist).toEqual(['housingDept']);
  });

  it('a child left behind: the home place leads, the place where the parents live helps', () => {
    expect(places(decided({ childAlone: true, age: 8, homeRegion: '丙县', habitualRegion: 'A' }, 'D12'))).toEqual([
      ['lead', 'civilAffairs', '439701', 'homeRegion'], ['assist', 'subDistrict', '439901', 'habitualRegion'],
    ]);
  });

  it('relief is given where the blow fell', () => {
    expect(places(decided({ disaster: true, emergencyRegion: 'B', habitualRegion: 'A' }, 'X1'))[0]).toEqual(['lead', 'subDistrict', '439902', 'emergencyPlace']);
  });

  it('in one place there is one', () => expect(places(decided({ workRegion: 'A', employerSeat: 'A' }))).toEqual([['lead', 'inspectionBody', '439901', 'workRegion']]));
});
