import fc from 'fast-check';
import '#libs/contracts/catalogue.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { scopeOf } from '#libs/security/scope.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { sumBlocks } from '../../services/supervision/statistics/blocks.js';
import { edgesFor, figuresOf } from '../../services/supervision/statistics/evaluate.js';
import { kindsOf } from '../../services/supervision/statistics/figures.js';
import { keepFacts } from '../../services/supervision/statistics/keep-facts.js';
import { metricsOf } from '../../services/supervision/statistics/metrics.js';
import type { Period } from '../../services/supervision/statistics/period.js';
import { monthsOf, periodOf } from '../../services/supervision/statistics/period.js';
import type { Grouping } from '../../services/supervision/statistics/sums.js';
import { sumsOf } from '../../services/supervision/statistics/sums.js';
import { supervision } from '../../services/supervision/supervision.module.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase } from '../stack.js';
import { anyLives, everyStep, World } from './lives.js';
import type { Hit, Told } from './recount.js';
import { categoryOf, holderAt, recount } from './recount.js';

const SATISFIED = ['satisfied', 'basicallySatisfied'];
const metrics = metricsOf(SATISFIED);
const BLOCK = 37; // So small that every history has many whole blocks and a rest.
const periods = ['2025', '2026-Q1', '2025-12', '2025-11-21..2026-02-17'].map((name) => periodOf(name)!);

describe('Figures of a random history', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    await migrateAll(database.url, 'figures', [supervision]);
  });
  afterAll(() => database?.drop());

  const told = async (log: readonly PublishedEvent[], chunk: number): Promise<void> => {
    await database.pool.query('TRUNCATE supervision.case_facts, supervision.fact_cells, supervision.case_life, supervision.fact_blocks, supervision.fact_blocks_done');
    for (let from = 0; from < log.length; from += chunk) {
      const client = await database.pool.connect();
      await client.query('BEGIN');
      await keepFacts(log.slice(from, from + chunk), client);
      await client.query('COMMIT');
      client.release();
    }
  };
  const asked = async (position: string, period: Period, at: string, by: Grouping, months: readonly Period[] = []) =>
    sumsOf(database.pool, { kinds: kindsOf(metrics), by, level: 6, position, edges: edgesFor([period, ...months], at), scope: scopeOf({ divisions: ['439900'] }) }, BLOCK);

  it('are what a plain recount of the log finds: every metric, by place, body, category and month, now and at past positions', async () => {
    const seen = new Set<string>();
    await fc.assert(fc.asyncProperty(anyLives, fc.integer({ min: 1, max: 60 }), fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 2, maxLength: 3 }), fc.constantFrom(...periods), async (lives, chunk, marks, period) => {
      const { log } = new World().live(lives);
      await told(log, chunk);
      await sumBlocks(database.pool, String(Math.floor(log.length * 0.9)), BLOCK);
      for (const mark of [...marks, 1]) {
        let head = Math.max(1, Math.floor(log.length * mark));
        while (log[head] && log[head]!.recordedAt === log[head - 1]!.recordedAt) head += 1; // Not between two things of one moment.
        await compare(log.slice(0, head), period, seen);
      }
    }), { numRuns: 40, examples: [[everyStep, 30, [0.6, 0.9], periods[0]!]], endOnFailure: true });
    expect([...metrics.map(({ id }) => id)].filter((id) => !seen.has(id))).toEqual([]); // Each was other than nothing at least once.
  }, 600_000);

  it('are those of a northern city in the first quarter of 2022: 2048 of 2080 clues verified, 150 true, 147 resolved', async () => {
    const at = '2022-02-01T09:00:00+08:00';
    const log: PublishedEvent[] = [];
    const say = (n: number, stream: string, type: string, data: object): void => {
      const caseId = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
      log.push({ position: String(log.length + 1), logId: 'l', id: `e${log.length}`, type, caseId, stream: `${stream}/${caseId}`, version: 1, data: { at, ...data }, meta: { actor: 'test' }, recordedAt: at });
    };
    for (let n = 1; n <= 2080; n++) say(n, 'claim', 'intake.claim-filed.v1', { channel: 'clue-platform', channelNumber: `X${n}`, origin: 'cluePlatform', receivedAt: at, division: '439901', category: 'D01', requester: null, matters: [] });
    for (let n = 1; n <= 2048; n++) say(n, 'handover', 'resolution.clue-verified.v1', { conclusion: n <= 150 ? 'trueArrears' : 'falseClue', arrears: n <= 150, resolved: n <= 147 });
    await told(log, 500);
    const period = periodOf('2022-Q1')!;
    const values = async (position: string) => Object.fromEntries(figuresOf(metrics, await asked(position, period, at, 'none'), period, '2022-04-01').filter(({ metric }) => metric.startsWith('clue')).map(({ metric, value }) => [metric, value]));
    expect(await values(String(log.length))).toEqual({ clueVerification: 98.46, clueTruth: 7.32, clueResolution: 98 });
    expect(await values('2080')).toEqual({ clueVerification: 0, clueTruth: null, clueResolution: null }); // As it stood when all had come and none was verified.
  });

  const compare = async (past: readonly PublishedEvent[], period: Period, seen: Set<string>): Promise<void> => {
    const { position, recordedAt } = past.at(-1)!;
    const on = recordedAt.slice(0, 10);
    const by = async (grouping: Grouping, groups: readonly string[], of: (hit: Hit, one: Told) => string): Promise<void> => {
      const sums = await asked(position, period, recordedAt, grouping);
      for (const group of groups) {
        const naive = recount(past, { from: period.from, to: period.to, on, satisfied: SATISFIED, keep: (hit, one) => grouping === 'none' || of(hit, one) === group });
        const counted = figuresOf(metrics, sums.filter((sum) => sum.group === group), period, on);
        const found = Object.fromEntries(counted.map(({ metric, value, numerator, denominator }) => [metric, denominator === null ? [value, null] : [numerator, denominator]]));
        const otherwise = Object.entries(naive).filter(([metric, value]) => String(found[metric]) !== String(value)).map(([metric, value]) => `${metric} of ${grouping} ${group} in ${period.name} at ${position}: ${String(found[metric])}, recounted ${String(value)}`);
        expect([otherwise, Object.keys(found).sort()]).toEqual([[], Object.keys(naive).sort()]);
        for (const { metric, value, denominator } of counted) if (denominator ?? value) seen.add(metric);
      }
    };
    await by('none', [''], () => '');
    await by('division', ['439901', '439902'], (hit, one) => holderAt(one, hit.order, hit.index).division.slice(0, 6));
    await by('department', ['', 'inspectionBody', 'speedyTribunal'], (hit, one) => holderAt(one, hit.order, hit.index).department);
    await by('category', ['', 'D01', 'D02', 'X1'], (_, one) => categoryOf(one));
    const both = figuresOf(metrics, await sumsOf(database.pool, { kinds: kindsOf(metrics), by: 'division', level: 6, position, edges: edgesFor([period], recordedAt), scope: scopeOf({ divisions: ['439901'] }), only: { category: 'D01', department: 'inspectionBody' } }, BLOCK), period, on);
    const plain = recount(past, { from: period.from, to: period.to, on, satisfied: SATISFIED, keep: (hit, one) => categoryOf(one) === 'D01' && holderAt(one, hit.order, hit.index).department === 'inspectionBody' && holderAt(one, hit.order, hit.index).division.startsWith('439901') });
    expect(both.filter(({ metric, value, numerator, denominator }) => String(denominator === null ? [value, null] : [numerator, denominator]) !== String(plain[metric]))).toEqual([]); // Two aspects at once, in one place.
    const one = figuresOf(metrics, await sumsOf(database.pool, { kinds: kindsOf(metrics), by: 'none', level: 6, position, edges: edgesFor([period], recordedAt), scope: scopeOf({ divisions: ['439900'] }), only: { category: 'D01' } }, BLOCK), period, on);
    const ofOne = recount(past, { from: period.from, to: period.to, on, satisfied: SATISFIED, keep: (_, of) => categoryOf(of) === 'D01' });
    expect(one.filter(({ metric, value, numerator, denominator }) => String(denominator === null ? [value, null] : [numerator, denominator]) !== String(ofOne[metric]))).toEqual([]);
    const months = monthsOf(period);
    const sums = await asked(position, period, recordedAt, 'none', months);
    for (const month of months) {
      const naive = recount(past, { from: month.from, to: month.to, on, satisfied: SATISFIED, keep: () => true });
      for (const { metric, numerator, value, denominator } of figuresOf(metrics, sums, month, on)) expect([metric, month.name, denominator === null ? value : numerator, denominator]).toEqual([metric, month.name, ...naive[metric]!]);
    }
  };
});
