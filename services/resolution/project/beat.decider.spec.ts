import fc from 'fast-check';
import type { BeatEvent } from '#libs/contracts/project.events.js';
import type { Law } from '#libs/decider/model.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { obeys } from '../random-commands.js';
import type { Beat, BeatCommand } from './beat.decider.js';
import { beat } from './beat.decider.js';

const given = specify(beat);
const said = { at: '2026-03-02T09:00:00+08:00', by: 'supervisor:1', coordinator: 'coordinator-439901' };
const assign = { type: 'AssignBeat', ...said, divisions: ['439902', '439901', '439901'], projects: [], visitEveryDays: 30 } as const;
const assigned: BeatEvent = { type: 'BeatAssigned', ...said, divisions: ['439901', '439902'], projects: [], visitEveryDays: 30 };

describe('A coordinator’s beat', () => {
  it('is assigned, each place once', () => given().when(assign).then(assigned));
  it('is taken over by a new assignment', () => given(assigned).when({ ...assign, divisions: ['439901'] }).then({ ...assigned, divisions: ['439901'] } as BeatEvent));
  it('is assigned again after its end', () => given(assigned, { type: 'BeatEnded', ...said }).when(assign).then(assigned));
  takesEffectOnce(beat, { AssignBeat: [[], assign], EndBeat: [[assigned], { type: 'EndBeat', ...said }] });
  refusesWith(beat, [['BEAT_EMPTY', [], { ...assign, divisions: [] }]], ['BEAT_ELSEWHERE']);
});

describe('A beat against the law', () => {
  const law: Law<BeatCommand> = {
    AssignBeat: ({ divisions, visitEveryDays }, past) => {
      const last = past.last('AssignBeat', 'EndBeat');
      return divisions.length > 0 && !(last?.type === 'AssignBeat' && String(last.divisions) === String(divisions) && last.visitEveryDays === visitEveryDays);
    },
    EndBeat: (_, past) => past.last('AssignBeat', 'EndBeat')?.type === 'AssignBeat',
  };
  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys<Beat | null, BeatCommand, BeatEvent>(beat, law, {
    AssignBeat: fc.record({ coordinator: fc.constant('c'), divisions: fc.constantFrom([], ['439901'], ['439901', '439902']), projects: fc.constant([]), visitEveryDays: fc.constantFrom(7, 30) }), EndBeat: fc.record({ coordinator: fc.constant('c') }),
  }, [[{ ...assign, divisions: ['439901'] }]]));
});
