import fc from 'fast-check';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { fold } from '#libs/decider/decider.js';
import { Refusal } from '#libs/decider/refusal.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { escalationAfter } from '../supervision/supervision.process.js';
import type { ClosureCommand } from './closure/closure.decider.js';
import { closure } from './closure/closure.decider.js';
import { after } from './resolution.process.js';

const rows = loadPolicies('policies').packs.flatMap((pack) => [...pack.clocks.values()]);
const kinds = [...new Set(rows.map(({ id }) => id))];
const at = (day: number): string => new Date(Date.UTC(2026, 2, 1) + day * 86_400_000).toISOString().slice(0, 10) + 'T09:00:00+08:00';
const YEARS = 30 * 365;

/** What time alone says: a clock warned, breached, or stood still and ran on. */
const timePasses = fc.record({
  day: fc.integer({ min: 30, max: YEARS }), kind: fc.constantFrom(...kinds), order: fc.constantFrom(0, 1, null), duty: fc.constantFrom('authority', 'person', 'employer'),
  type: fc.constantFrom('clock-breached', 'clock-warned', 'clock-suspended', 'clock-resumed', 'clock-restarted', 'clock-cancelled', 'clock-rescheduled'),
});

const lives: Readonly<Record<string, readonly ClosureCommand[]>> = (() => {
  const by = 'officer:a';
  const open: ClosureCommand = { type: 'OpenCase', at: at(0), by: 'process:resolution', orders: [0, 1], money: [0], enquiries: [] };
  const conclude = (order: number): ClosureCommand => ({ type: 'ConcludeOrder', at: at(20), by, order, result: 'solved' });
  const missed = (day: number): ClosureCommand => ({ type: 'RecordCallbackUnreached', at: at(day), by: 'officer:b' });
  const resolved = [open, conclude(0), conclude(1)];
  return {
    'just opened': [open], 'half done': [open, conclude(0)], resolved, 'called in vain': [...resolved, missed(21), missed(22), missed(23), missed(24)], 'told the way': [open, { type: 'AdviseLegalRoute', at: at(0), by, orders: [0, 1], route: ['arbOffice'] }],
    'carried forward': [open, { type: 'CarryForward', at: at(3), by: 'supervisor:s', reason: 'bankrupt', reviewOn: '2026-06-01' }], reopened: [...resolved, { type: 'ReopenCase', at: at(25), by, reason: 'not paid' }],
  };
})();

describe('Silence', () => {
  it.each(Object.keys(lives))('never closes a case that was %s, however much time passes and whatever clock runs out', (life) => {
    const start = lives[life]!.reduce((state, command) => fold({ ...closure, initial: state }, closure.decide(command, state)), closure.initial);
    fc.assert(fc.property(fc.array(timePasses, { maxLength: 60 }), (passing) => {
      let state = start;
      for (const { day, kind, order, duty, type } of passing.sort((a, b) => a.day - b.day)) {
        const event = { position: '1', logId: 'l', id: 'e', type: `supervision.${type}.v1`, caseId: 'c', stream: 'clocks/c', version: 1, data: { at: at(day), clock: 'k', kind, order, duty, due: '2026-03-09', breachAt: at(day), lagMs: 0 }, meta: { actor: 'process:supervision' }, recordedAt: at(day) } as PublishedEvent;
        for (const { stream, command } of after(event)) {
          if (stream !== 'closure') continue;
          try {
            state = fold({ ...closure, initial: state }, closure.decide({ at: at(day), by: 'process:resolution', ...command } as ClosureCommand, state));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
      }
      expect(state.phase).toBe(start.phase);
    }), { numRuns: 200 });
  });

  it('is put before the next higher office instead: the return visit and the review are the authority’s clocks', () => {
    for (const kind of ['HOT-CALLBACK', 'HOT-CARRIED', 'HOT-REDO', 'HOT-ASSIST']) {
      const duties = rows.filter(({ id }) => id === kind).map(({ duty }) => duty);
      expect([kind, duties.length > 0, new Set(duties)]).toEqual([kind, true, new Set(['authority'])]);
      const breached = { id: 'e', type: 'supervision.clock-breached.v1', data: { at: at(30), clock: 'k', kind, duty: 'authority' } } as never as PublishedEvent;
      expect(escalationAfter(breached)).toMatchObject([{ command: { type: 'RaiseEscalation', kind } }]);
    }
  });

  it('is met by no fact that only says that nobody was reached', () => {
    const met = rows.filter(({ id, satisfies, cancels }) => ['HOT-CALLBACK', 'HOT-CARRIED'].includes(id) && [...satisfies, ...cancels].some(({ on }) => on === 'resolution.callback-unreached.v1'));
    expect(met).toEqual([]);
  });
});
