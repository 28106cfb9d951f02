import { fileURLToPath } from 'node:url';
import { decide } from './decide.js';
import { decisionModel, Tables } from './decide-by-table.js';
import type { Entitlements } from './entitlements.js';
import { entitlementsOf } from './entitlements.js';
import { readFacts } from './facts.js';
import { loadPolicies } from './in-force.js';
import type { Pack } from './pack.js';

const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const sample = policies.packNamed('439900', '2026-01-01')!;

const inputs = ['category', 'trainingBy', 'trainingOnline', 'disaster', 'residencePermit', 'incomeUncovered', 'unemploymentPremiumMonths', 'legalAidPreemptive'];
const outputs = ['rule', 'zh', 'en', 'department', 'amount', 'times', 'per', 'used', 'items', 'source', 'confidence', 'from', 'to'];
const column = (side: string) => (field: string) => ({ id: `${side}-${field}`, name: field, field });

/** A table of entitlements of our own, so that no other place's notice decides what is expected here. */
function packWith(rows: readonly Record<string, unknown>[]): Pack {
  const rules = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => {
    const cell = outputs.includes(key) || (typeof value === 'string' && !/^[<>=]/.test(value)) || typeof value !== 'string' ? JSON.stringify(value) : value;
    return [key === '_id' ? key : `${outputs.includes(key) ? 'out' : 'in'}-${key}`, key === '_id' ? String(value) : cell];
  })));
  const content = { hitPolicy: 'collect', inputs: inputs.map(column('in')), outputs: outputs.map(column('out')), rules };
  const model = decisionModel.parse({ nodes: [{ id: 'entitlements', name: 'entitlements', type: 'decisionTableNode', content }], edges: [] });
  return { ...sample, entitlements: new Tables(model) };
}

const said = { zh: '培训补贴。', en: 'Training subsidy.', department: 'vocationalCapacity', source: 'S-SH22', confidence: 'A', from: '2022-04-22' };
const training = { ...said, _id: 'training', rule: 'onlineTraining', category: 'D04', trainingBy: 'employer', trainingOnline: true, amount: 600, times: 3, per: 'year', used: 'subsidiesTaken', items: 'trainingItems' };

function asked(pack: Pack, json: Record<string, unknown>, { category = 'D04', on }: { category?: string; on?: string } = {}): Entitlements {
  const { facts, wrong } = readFacts(json);
  expect(wrong).toEqual([]);
  const demand = { receivedAt: '2026-03-02T09:00:00+08:00', division: '439901', origin: '12333', category, facts };
  return entitlementsOf(pack, demand, decide(pack, demand), on);
}
const rowsOf = (offers: Entitlements['offered']) => offers.map(({ row }) => row);

describe('Entitlements', () => {
  const pack = packWith([training]);
  const employer = { trainingBy: 'employer', trainingOnline: true };

  it('offer what the facts establish: 600 yuan an item, three a year', () => {
    const { offered, usedUp, near } = asked(pack, employer);
    expect([usedUp, near]).toEqual([[], []]);
    expect(offered).toEqual([{
      row: 'training', rule: 'onlineTraining', department: 'vocationalCapacity', amount: 60_000, times: 3, per: 'year', used: null, left: null, total: null, source: 'S-SH22', confidence: 'A',
      zh: '培训补贴。每次600元，每年最多3次。由人社职业能力建设机构办理。依据：上海市人社局《关于做好当前农民工服务保障工作的通知》。', en: 'Training subsidy. 600 yuan each time, at most 3 a year. Given by the HR&SS vocational-capacity section. Ground: Shanghai HR&SS notice on serving migrant workers.',
    }]);
  });

  it('offer what is left of the limit', () => {
    const [offer] = asked(pack, { ...employer, subsidiesTaken: 1, trainingItems: 5 }).offered;
    expect([offer!.used, offer!.left, offer!.total]).toEqual([1, 2, 120_000]);
    expect(offer!.zh).toBe('培训补贴。每次600元，每年最多3次，已享受1次，还可享受2次，本次合计1200元。由人社职业能力建设机构办理。依据：上海市人社局《关于做好当前农民工服务保障工作的通知》。');
  });

  it('pay no more items than the limit where nobody counted what was taken', () => expect(asked(pack, { ...employer, trainingItems: 5 }).offered[0]!.total).toBe(180_000));

  it('offer nothing beyond the limit', () => {
    const { offered, usedUp, near } = asked(pack, { ...employer, subsidiesTaken: 3 });
    expect([rowsOf(offered), rowsOf(usedUp), near]).toEqual([[], ['training'], []]);
    expect(rowsOf(asked(pack, { ...employer, subsidiesTaken: 4 }).usedUp)).toEqual(['training']);
  });

  it('name the one fact that lacks', () => {
    const { offered, near } = asked(pack, { trainingBy: 'employer' });
    expect(offered).toEqual([]);
    expect(near.map(({ row, lacks }) => [row, lacks])).toEqual([['training', { fact: 'trainingOnline', wanted: 'true', zh: '线上培训', en: 'training was online' }]]);
    expect(near[0]!.zh).toMatch(/^您可能还可以享受，还须说明“线上培训”：培训补贴。/);
  });

  it('are near to nobody whose answer is no, who lacks two facts, or of whom nothing else holds', () => {
    expect(asked(pack, { trainingBy: 'employer', trainingOnline: false }).near).toEqual([]);
    expect(asked(pack, {}).near).toEqual([]);
    expect(asked(packWith([{ ...said, _id: 'a', rule: 'a', disaster: true }]), {}).near).toEqual([]);
  });

  it('are not near by a second way to what is offered, nor by the matter that nobody named', () => {
    const twice = packWith([{ ...training, _id: 'first' }, { ...said, _id: 'second', rule: 'onlineTraining', trainingBy: 'employer', disaster: true }, { ...said, _id: 'third', rule: 'c', trainingBy: 'employer', category: 'X1' }]);
    expect(asked(twice, employer).near).toEqual([]);
  });

  it('ask for the fact behind a derived name', () => {
    const relief = packWith([{ ...said, _id: 'relief', rule: 'livingRelief', incomeUncovered: true, residencePermit: true }]);
    expect(asked(relief, { residencePermit: true }, { category: 'X1' }).near.map(({ lacks }) => lacks.fact)).toEqual(['noIncome']);
    expect(asked(relief, { residencePermit: true, noIncome: false }, { category: 'X1' }).near).toEqual([]);
    expect(rowsOf(asked(relief, { residencePermit: true, noIncome: true }, { category: 'X1' }).offered)).toEqual(['relief']);
  });

  it('hold from their first day until the day on which they no longer do', () => {
    const dated = packWith([{ ...training, from: '2026-02-01', to: '2026-04-01' }]);
    const on = (day: string) => rowsOf(asked(dated, employer, { on: day }).offered);
    expect([on('2026-01-31'), on('2026-02-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([[], ['training'], ['training'], []]);
  });

  it('count numbers: a year of premiums', () => {
    const benefit = packWith([{ ...said, _id: 'benefit', rule: 'unemployment', category: 'X2', unemploymentPremiumMonths: '>= 12' }]);
    const given = (months: number | undefined) => asked(benefit, months === undefined ? {} : { unemploymentPremiumMonths: months }, { category: 'X2' });
    expect([rowsOf(given(12).offered), rowsOf(given(11).offered), given(undefined).near.map(({ lacks }) => lacks.wanted)]).toEqual([['benefit'], [], ['>= 12']]);
  });

  it('follow flags of the decision', () => {
    const first = packWith([{ ...said, _id: 'first', rule: 'legalAidFirst', legalAidPreemptive: true, department: 'legalAidCentre' }]);
    expect(rowsOf(asked(first, { legalAidRequested: true, urgentPreservation: true }, { category: 'D01' }).offered)).toEqual(['first']);
    expect(rowsOf(asked(first, { legalAidRequested: true }, { category: 'D01' }).offered)).toEqual([]);
  });

  it('are offered once for all matters of an order', () => {
    const both = packWith([{ ...said, _id: 'relief', rule: 'relief', disaster: true }]);
    expect(rowsOf(asked(both, { matters: ['wages', 'disaster'], disaster: true }, { category: 'D01' }).offered)).toEqual(['relief']);
  });

  it('are none where the place has no table', () => {
    const none = { ...sample, entitlements: new Tables(decisionModel.parse({ nodes: [], edges: [] })) };
    expect(asked(none, employer)).toEqual({ offered: [], usedUp: [], near: [] });
  });
});

describe('Entitlements of the packs', () => {
  it('a migrant worker who claims pay gets legal aid without a means check', () => {
    const { offered } = asked(sample, { amount: 5000 }, { category: 'D01' });
    expect(offered.map(({ rule, source }) => [rule, source])).toContainEqual(['legalAidExempt', 'LAL 42(三)']);
    expect(asked(sample, { items: [5000], itemKinds: ['severance'], matter: 'dismissal' }, { category: 'D01' }).offered.map(({ rule }) => rule)).not.toContain('legalAidExempt');
  });

  it('Shanghai 2022 pays 600 yuan an item, three times, and no longer in 2023', () => {
    const shanghai = policies.packFor('310000', '2022-05-01')!;
    const online = { trainingBy: 'employer', trainingOnline: true };
    const offer = asked(shanghai, online, { on: '2022-05-01' }).offered.find(({ rule }) => rule === 'onlineTraining')!;
    expect([offer.amount, offer.times, offer.per]).toEqual([60_000, 3, 'year']);
    expect(asked(shanghai, online, { on: '2023-05-01' }).offered.map(({ rule }) => rule)).not.toContain('onlineTraining');
  });

  it('every row can be told in a sentence', () => {
    for (const pack of policies.packs) {
      if (pack.entitlements.model.nodes.length === 0) continue;
      for (const row of pack.entitlements.table('entitlements').rules) expect(row['out-zh'] && row['out-en'] && row['out-source']).toBeTruthy();
    }
  });
});
