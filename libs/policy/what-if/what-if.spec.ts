import { fileURLToPath } from 'node:url';
import { addDays } from '#libs/calendar/day.js';
import { isInside } from '#libs/contracts/divisions.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import { endingsOf, judged } from './breaches.js';
import { decide } from '../decide.js';
import { recordOf } from '../demand.js';
import type { PackSource } from '../in-force.js';
import { packsOf, policiesOf, sourcesIn } from '../in-force.js';
import { lawsUnder } from './law-under.js';
import type { PastCase } from './past-case.js';
import { Tally } from './tally.js';
import type { Difference, Verdict } from './what-if.js';
import { Again } from './what-if.js';
import { demandOfExample } from '../try-examples.js';

const sources = sourcesIn(fileURLToPath(new URL('../../../policies', import.meta.url)));
const policies = policiesOf(packsOf(sources));
const sample = policies.packNamed('439900', '2026-01-01')!;

const past = sample.examples.map((example): PastCase => {
  const { wrong: _, ...demand } = demandOfExample(sample, example);
  const recorded = recordOf(decide(sample, demand), demand.division);
  return { caseId: example.id, receivedAt: demand.receivedAt, division: demand.division, recorded, demand: { ...demand, facts: recorded.inputs } };
}).filter(({ division }) => isInside(division, '439900'));
const all = past.length;

interface Files { pack: { parameters: Record<string, any>; version: string }; routing: { nodes: { name: string; content?: { inputs: { id: string; field: string }[]; rules: Record<string, string>[] } }[] } }

/** A copy of a pack as it was written, changed, and named anew. */
function draftOf(division: string, change: (files: Files) => void): PackSource {
  const source = structuredClone(sources.find(({ head }) => head.division === division)!) as unknown as { head: PackSource['head']; files: Files };
  change(source.files);
  return { head: { ...source.head, parameters: source.files.pack.parameters, version: 'draft' }, files: source.files as never };
}

function rowOf(files: Files, table: string, id: string): Record<string, string> {
  return files.routing.nodes.find(({ name }) => name === table)!.content!.rules.find((row) => row['_id'] === id)!;
}

function under(draft: PackSource, cases = past): { verdicts: Verdict[]; differences: Difference[]; totals: ReturnType<Tally['totals']> } {
  const again = new Again(lawsUnder(draft, sources, policies));
  const tally = new Tally();
  const verdicts = cases.map((each) => again.consider(each));
  for (const verdict of verdicts) tally.add(verdict);
  return { verdicts, totals: tally.totals(), differences: verdicts.flatMap((verdict) => (verdict.kind === 'decided' && verdict.difference ? [verdict.difference] : [])) };
}

const ids = (list: readonly { caseId: string }[]): string[] => list.map(({ caseId }) => caseId);
const ruledBy = (rule: string) => past.filter(({ recorded }) => recorded.orders.some(({ rules }) => rules.includes(rule)));

describe('What would have been', () => {
  it('is what was, where the draft says the same', () => {
    const { totals, differences } = under(draftOf('439900', () => undefined));
    expect(differences).toEqual([]);
    expect(totals).toMatchObject({ cases: all, differing: 0, elsewhere: 0, shareElsewhere: 0, strayed: 0, beyond: 0, gone: 0, conditions: [] });
    expect(totals.departments.every(({ before, after }) => before === after)).toBe(true);
  });

  it('names the parameter by which a case became collective, and no other case', () => {
    const { differences } = under(draftOf('439900', ({ pack }) => { pack.parameters['collectiveWorkers'] = 3; }));
    const expected = past.filter(({ demand: { facts }, recorded }) => Number(facts.workers ?? 1) >= 3 && Number(facts.workers) < 10 && facts.commonClaim !== false && recorded.orders[0]!.category === 'D01');
    expect(expected.length).toBeGreaterThan(0);
    const collective = differences.filter(({ changed }) => changed.some(({ path }) => path === 'flags.collective'));
    expect(ids(collective)).toEqual(ids(expected.filter(({ caseId }) => collective.some((each) => each.caseId === caseId))));
    for (const { flips } of collective) {
      expect(flips[0]).toMatchObject({ table: 'flags', change: 'gained' });
      expect(flips.flatMap(({ why }) => why)).toContainEqual({ kind: 'value', field: 'manyWorkers', before: false, after: true, by: ['parameters.collectiveWorkers'] });
    }
    for (const { caseId } of differences) expect(ids(expected)).toContain(caseId);
  });

  it('follows the nation’s draft into the city that is written over it', () => {
    const { differences, totals } = under(draftOf('000000', (files) => { rowOf(files, 'wages', 'wages-28')['out-lead'] = '"mediationOrg"'; }));
    const expected = ruledBy('W-05').filter(({ recorded }) => recorded.orders[0]!.lead === 'inspectionBody' && recorded.orders[0]!.rules[0] === 'W-05');
    expect(expected.length).toBeGreaterThan(0);
    expect(ids(differences)).toEqual(ids(expected));
    for (const { changed, flips, packs } of differences) {
      expect(changed).toContainEqual({ path: 'lead', before: 'inspectionBody', after: 'mediationOrg' });
      expect(flips[0]).toMatchObject({ table: 'wages', row: 'wages-28', rule: 'W-05', change: 'changed', why: [{ kind: 'result', field: 'lead', before: 'inspectionBody', after: 'mediationOrg' }] });
      expect([packs.before.division, packs.after.division]).toEqual(['439900', '439900']);
    }
    expect(totals).toMatchObject({ cases: all, differing: expected.length, elsewhere: expected.length, shareElsewhere: expected.length / all });
    const load = Object.fromEntries(totals.departments.map(({ name, before, after }) => [name, after - before]));
    expect([load['mediationOrg'], load['inspectionBody']]).toEqual([expected.length, -expected.length]);
    expect(totals.conditions[0]).toMatchObject({ table: 'wages', row: 'wages-28', cases: expected.length });
  });

  it('names the cell that no longer fits', () => {
    const { differences } = under(draftOf('000000', (files) => { rowOf(files, 'wages', 'wages-28')['in-sectorGroup'] = '"water"'; }));
    expect(ids(differences)).toEqual(expect.arrayContaining(ids(ruledBy('W-05').filter(({ recorded }) => recorded.rows.some(({ table, rule }) => table === 'wages' && rule === 'W-05')))));
    const lost = differences.flatMap(({ flips }) => flips.filter(({ row }) => row === 'wages-28'));
    expect(lost.length).toBe(differences.length);
    expect(lost.find(({ change }) => change === 'lost')!.why).toEqual([{ kind: 'cell', field: 'sectorGroup', before: '"housing"', after: '"water"', found: 'housing' }]);
  });

  it('names the row that was added, and what it takes from', () => {
    const { differences } = under(draftOf('000000', (files) => {
      const content = files.routing.nodes.find(({ name }) => name === 'region')!.content!;
      content.rules.unshift({ ...content.rules.find((row) => row['_id'] === 'region-01')!, '_id': 'region-new', 'out-fact': '"receivingRegion"' });
    }));
    const called = past.filter(({ demand: { facts, division }, recorded }) => recorded.orders[0]!.lead === 'inspectionBody' && recorded.handlingDivision !== (facts.callerRegion ?? division));
    expect(called.length).toBeGreaterThan(0);
    expect(ids(differences)).toEqual(ids(called));
    const flips = differences.flatMap((each) => each.flips.filter(({ table }) => table === 'region'));
    expect(flips).toContainEqual(expect.objectContaining({ row: 'region-new', change: 'gained', why: [{ kind: 'added' }] }));
    expect(flips).toContainEqual(expect.objectContaining({ change: 'lost', why: [{ kind: 'preceded', row: 'region-new' }] }));
  });

  it('names the row that was taken away', () => {
    const { differences } = under(draftOf('000000', (files) => {
      const content = files.routing.nodes.find(({ name }) => name === 'wages')!.content!;
      content.rules = content.rules.filter((row) => row['_id'] !== 'wages-28');
    }));
    expect(differences.length).toBeGreaterThan(0);
    for (const { flips } of differences) expect(flips).toContainEqual(expect.objectContaining({ row: 'wages-28', change: 'lost', why: [{ kind: 'removed' }] }));
  });

  it('tells the days that move, and what moves them', () => {
    const draft = draftOf('439900', ({ pack }) => { pack.parameters['hotline'].ordinaryDays = 5; });
    const { differences, totals } = under(draft);
    const expected = past.filter(({ recorded }) => recorded.orders.some(({ clocks }) => clocks.some(({ id }) => id === 'HOT-7D')));
    expect(ids(differences)).toEqual(ids(expected));
    expect(totals).toMatchObject({ differing: expected.length, otherDays: expected.length, elsewhere: 0, otherFlags: 0 });
    for (const { changed, clocks, flips } of differences) {
      expect(changed).toEqual([]);
      expect(flips).toMatchObject([{ table: 'clocks', row: 'HOT-7D', change: 'changed', why: [{ kind: 'result', field: 'parameters.hotline.ordinaryDays', before: 7, after: 5 }] }]);
      for (const clock of clocks) expect(clock).toMatchObject({ id: 'HOT-7D', after: addDays(clock.before!, -2), by: ['parameters.hotline.ordinaryDays'], breachedBefore: null });
    }
  });

  it('names the body that can be sent orders no longer', () => {
    const draft = draftOf('439900', () => undefined);
    const bodies = { inspectionBody: { zh: '监察', en: 'inspection', ordered: false } };
    const { differences } = under({ ...draft, files: { ...draft.files, departments: bodies } });
    const led = past.filter(({ recorded }) => recorded.orders[0]!.lead === 'inspectionBody' && !['handover', 'guide'].includes(recorded.mode));
    expect(ids(differences.filter(({ changed }) => changed.some(({ path, after }) => path === 'mode' && after === 'guide')))).toEqual(ids(led));
    for (const { flips } of differences) expect(flips[0]).toMatchObject({ table: 'departments', row: 'inspectionBody', why: [{ kind: 'result', field: 'ordered', before: true, after: false }] });
  });

  it('says which clocks would have been missed', () => {
    const draft = draftOf('439900', ({ pack }) => { pack.parameters['hotline'].ordinaryDays = 5; });
    const [difference] = under(draft).differences;
    const laws = lawsUnder(draft, sources, policies)(past.find(({ caseId }) => caseId === difference!.caseId)!) as Exclude<ReturnType<ReturnType<typeof lawsUnder>>, string>;
    const { before, after } = difference!.clocks[0] as { before: string; after: string };
    const told = (at: string): PublishedEvent => ({ type: 'resolution.reply-given.v1', data: { at, order: 0 }, recordedAt: at }) as never;
    const missed = (later: PublishedEvent[], until = `${addDays(before, 30)}T00:00:00+08:00`) => judged(difference!, laws, later, until).clocks.map(({ breachedBefore, breachedAfter }) => [breachedBefore, breachedAfter])[0];
    expect(endingsOf(difference!, laws)).toContain('resolution.reply-given.v1');
    expect(missed([told(`${after}T23:59:59+08:00`)])).toEqual([false, false]);
    expect(missed([told(`${addDays(after, 1)}T00:00:00+08:00`)])).toEqual([false, true]);
    expect(missed([told(`${addDays(before, 1)}T00:00:00+08:00`)])).toEqual([true, true]);
    expect(missed([])).toEqual([true, true]);
    expect(missed([], `${before}T12:00:00+08:00`)).toEqual([false, true]);
  });

  it('ends where the draft ends, and where a pack is gone', () => {
    const elsewhere = draftOf('439900', ({ pack }) => { pack.parameters['collectiveWorkers'] = 3; });
    const far = { ...elsewhere, head: { ...elsewhere.head, division: '439800' } };
    expect(under(far).totals).toMatchObject({ cases: 0, beyond: all, differing: 0, shareElsewhere: 0 });
    const lost = past.map((each) => ({ ...each, recorded: { ...each.recorded, pack: { ...each.recorded.pack, version: '1999' } } }));
    expect(under(elsewhere, lost).totals).toMatchObject({ cases: 0, gone: all });
  });

  it('keeps a record that strays from its own pack apart from what the draft changes', () => {
    const strayed = past.map((each, i) => (i > 0 ? each : { ...each, recorded: { ...each.recorded, mode: 'triage' as const } }));
    expect(under(draftOf('439900', () => undefined), strayed).totals).toMatchObject({ cases: all, strayed: 1, differing: 0 });
  });

  const strays: Readonly<Record<string, (recorded: RoutingDecision) => object>> = {
    mode: () => ({ mode: 'triage' }), division: () => ({ handlingDivision: '439999' }), 'who must pay': () => ({ liableParties: ['nobody'] }), 'hand-over': () => ({ handover: ['police'] }),
    flag: ({ flags }) => ({ flags: { ...flags, collective: !flags['collective'] } }),
    lead: ({ orders: [order] }) => ({ orders: [{ ...order, lead: 'court' }] }),
    clocks: ({ orders: [order] }) => ({ orders: [{ ...order, clocks: [{ id: 'HOT-15D', startedAt: '2020-01-06' }] }] }),
    ...Object.fromEntries(['assist', 'guide', 'leadAlternatives'].map((field) => [field, ({ orders: [order] }: RoutingDecision) => ({ orders: [{ ...order, [field]: ['court'] }] })])),
  };

  it.each(Object.keys(strays))('sees a record that strays by its %s', (what) => {
    const [one] = past;
    expect(under(draftOf('439900', () => undefined), [{ ...one!, recorded: { ...one!.recorded, ...strays[what]!(one!.recorded) } }]).totals).toMatchObject({ cases: 1, strayed: 1, differing: 0 });
  });

  it('shows nobody', () => {
    const named = past.map((each) => ({ ...each, demand: { ...each.demand, facts: { ...each.demand.facts, requesterName: '密甲子', phone: '13900007701', idNumber: '430000199003070014', employerName: '密丙公司' } } }));
    const { differences, totals } = under(draftOf('439900', ({ pack }) => { pack.parameters['collectiveWorkers'] = 3; }), named);
    expect(differences.length).toBeGreaterThan(0);
    expect(JSON.stringify([differences, totals])).not.toMatch(/密|13900007701|430000199003070014/);
  });
});
