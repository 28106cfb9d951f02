import { readFileSync } from 'node:fs';
import { categories } from '#libs/policy/matters.js';
import { THRESHOLD } from './completed-by-text.js';
import type { Labelled, LabelledSet } from './labelled.js';
import { knownFeatures, lessonsOf, readLabelled } from './labelled.js';
import { learn } from './learn.js';
import type { Proposal } from './proposal.js';
import { recognise } from './recognise.js';
import { written } from './write-weights.js';

const fileOf = (name: string) => new URL(`./${name}`, import.meta.url);
const setOf = (name: string): LabelledSet => readLabelled(readFileSync(fileOf(`labelled/${name}.json`), 'utf8'));
const [training, test] = [setOf('training'), setOf('test')];

interface Judged { readonly order: Labelled; readonly read: Proposal }
const judged: readonly Judged[] = test.orders.map((order) => ({ order, read: recognise(order.text, test.on) }));
const direct = judged.filter(({ order }) => !order.indirect);
const indirect = judged.filter(({ order }) => order.indirect);

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const share = (list: readonly Judged[], holds: (each: Judged) => boolean) => (list.length === 0 ? 1 : list.filter(holds).length / list.length);
const isRightCategory = ({ order, read }: Judged) => order.category === read.category;
const isRightMatter = ({ order, read }: Judged) => same(order.matters, read.matters);
/** Help, a complaint and no kind at all have the same clock. */
const clockKind = (kind: string | undefined) => (kind === undefined || kind === 'help' ? 'complaint' : kind);
const isRightKind = ({ order, read }: Judged) => clockKind(order.kinds[0]) === clockKind(read.kinds[0]);
const isTaken = ({ read }: Judged) => read.category !== null && read.confidence >= THRESHOLD;

/** Facts found and right, missed, and found but wrong or not said. */
function factsOf(list: readonly Judged[]): ReadonlyMap<string, { right: number; missed: number; wrong: number }> {
  const counts = new Map<string, { right: number; missed: number; wrong: number }>();
  for (const { order, read } of list) {
    for (const key of new Set([...Object.keys(order.facts), ...Object.keys(read.facts)])) {
      const count = counts.get(key) ?? { right: 0, missed: 0, wrong: 0 };
      if (same(order.facts[key], read.facts[key])) count.right++;
      else { if (key in order.facts) count.missed++; if (key in read.facts) count.wrong++; }
      counts.set(key, count);
    }
  }
  return counts;
}

const sum = (counts: ReturnType<typeof factsOf>) => [...counts.values()].reduce((a, b) => ({ right: a.right + b.right, missed: a.missed + b.missed, wrong: a.wrong + b.wrong }), { right: 0, missed: 0, wrong: 0 });
const percent = (part: number) => `${(part * 100).toFixed(1).padStart(5)} %`;

function report(): string {
  const line = (name: string, list: readonly Judged[]) => `${name.padEnd(14)}${String(list.length).padStart(5)}  ${[isRightCategory, isRightMatter, isRightKind].map((holds) => percent(share(list, holds))).join('  ')}`;
  const mistaken = new Map<string, number>();
  for (const each of judged.filter((one) => !isRightCategory(one))) {
    const pair = `${each.order.category ?? 'none'} read as ${each.read.category ?? 'none'}`;
    mistaken.set(pair, (mistaken.get(pair) ?? 0) + 1);
  }
  const taken = judged.filter(isTaken);
  const facts = [...factsOf(judged)].sort(([, a], [, b]) => b.right + b.missed - a.right - a.missed);
  return [
    `Recognition on ${judged.length} test orders (learned from ${training.orders.length} others)`, 'category       orders  category  matters   kind',
    ...[...Object.keys(categories), null].map((category) => line(category ?? 'none', judged.filter(({ order }) => order.category === category))),
    line('all', judged), line('direct', direct), line('roundabout', indirect),
    `Most mistaken: ${[...mistaken].sort(([, a], [, b]) => b - a).slice(0, 6).map(([pair, n]) => `${pair} ${n}`).join(', ')}`,
    `At the threshold ${THRESHOLD}: ${percent(1 - taken.length / judged.length)} go to a person; of the ${taken.length} taken over, ${percent(share(taken, isRightCategory))} are right`,
    ...[[0, 0.5], [0.5, 0.75], [0.75, 0.9], [0.9, 1.01]].map(([from, to]) => {
      const list = judged.filter(({ read }) => read.category !== null && read.confidence >= from! && read.confidence < to!);
      const mean = list.reduce((total, { read }) => total + read.confidence, 0) / (list.length || 1);
      return `  confidence ${from} to ${Math.min(1, to!)}: ${list.length} orders, said ${percent(mean)}, right ${percent(share(list, isRightCategory))}`;
    }),
    `Facts (right/missed/wrong): ${facts.map(([key, { right, missed, wrong }]) => `${key} ${right}/${missed}/${wrong}`).join(', ')}`, '',
  ].join('\n');
}

describe('The labelled orders', () => {
  it('are many, of every category, and none is in both sets', () => {
    const all = [...training.orders, ...test.orders];
    expect(all.length).toBeGreaterThanOrEqual(480);
    for (const category of Object.keys(categories)) expect([category, all.filter((order) => order.category === category).length >= 25]).toEqual([category, true]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
  it('name nobody: no number of a telephone or a person', () => {
    for (const { text } of [...training.orders, ...test.orders]) expect(text).not.toMatch(/\d{7,}/);
  });
});

describe('Recognition of orders it has not seen', () => {
  beforeAll(() => { process.stdout.write(report()); });

  it('tells the category of a direct one', () => expect(share(direct, isRightCategory)).toBeGreaterThan(0.85));
  it('tells the matters of a direct one', () => expect(share(direct, isRightMatter)).toBeGreaterThan(0.82));
  it('tells the kind', () => expect(share(judged, isRightKind)).toBeGreaterThan(0.82));
  it('is right where it is sure', () => expect(share(judged.filter(isTaken), isRightCategory)).toBeGreaterThan(0.94));
  it('is sure of most direct ones', () => expect(share(direct.filter(({ order }) => order.category !== null), isTaken)).toBeGreaterThan(0.7));
  it('leaves most roundabout ones to a person', () => expect(share(indirect, isTaken)).toBeLessThan(0.35));
  it('makes no case of ours out of everyday trouble', () => expect(share(judged.filter(({ order }) => order.category === null), (each) => !isTaken(each))).toBeGreaterThan(0.85));
  it.each(Object.keys(categories))('%s is not neglected', (category) => {
    expect(share(direct.filter(({ order }) => order.category === category), isRightCategory)).toBeGreaterThan(0.66);
  });
  it('finds facts, and few that were not said', () => {
    const { right, missed, wrong } = sum(factsOf(judged));
    expect(right / (right + missed)).toBeGreaterThan(0.8);
    expect(right / (right + wrong)).toBeGreaterThan(0.88);
  });
  it('overlooks nobody in danger', () => {
    for (const key of ['selfHarmRisk', 'imminentDanger', 'gathering', 'childAlone']) {
      const { missed = 0 } = factsOf(direct).get(key) ?? {};
      expect([key, missed]).toEqual([key, 0]);
    }
  });
  it('points at words that are there', () => {
    for (const { order, read } of judged) {
      for (const { start, end } of read.words) expect(start >= 0 && start < end && end <= order.text.length).toBe(true);
      if (read.category !== null) expect(read.words.some((word) => word.for === 'category')).toBe(true);
      for (const key of Object.keys(read.facts)) expect(read.words.some((word) => word.for === `facts.${key}`)).toBe(true);
    }
  });
});

describe('The weights', () => {
  it('are what the training orders teach, to the last digit', () => {
    expect(written(learn(lessonsOf(training), knownFeatures()))).toBe(readFileSync(fileOf('weights.json'), 'utf8'));
  }, 180_000);
});
