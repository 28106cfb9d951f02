import type { AnswerEvent } from '#libs/contracts/intake.events.js';
import { specify } from '#libs/decider/specify.js';
import { answer } from './answer.decider.js';

const given = specify(answer);
const give = { type: 'GiveAnswer', at: '2026-03-02T10:15:00+08:00', by: 'officer:1', entry: 'arb-limit', pack: { division: '439900', version: '2026-01-01' }, division: '439901', channel: '12333', source: 'LDMA 27' } as const;
const said: AnswerEvent = { ...give, type: 'AnswerGiven' };

describe('An answer out of the answer base', () => {
  it('is recorded with who gave it, out of which pack, and on what it rests', () => given().when(give).then(said));
  it('is recorded once, however often the agent says it', () => given(said).when({ ...give, at: '2026-03-02T10:16:00+08:00' }).thenNothing());
  it('is one of several that a caller may need', () => given(said).when({ ...give, entry: 'legal-aid' }).then({ ...said, entry: 'legal-aid' }));
  it('comes to an end where a caller would be told everything', () => given(...Array.from({ length: 20 }, (_, i) => ({ ...said, entry: `e-${i}` }))).when(give).thenRefused('ANSWERS_TOO_MANY'));

  it('is fetched from the section by an agent, each agent once a day', () => {
    const take = { type: 'ReturnReply', at: '2026-03-03T09:00:00+08:00', by: 'officer:1' } as const;
    const taken: AnswerEvent = { ...take, type: 'ReplyReturned' };
    given().when(take).then(taken);
    given(taken).when({ ...take, at: '2026-03-03T17:00:00+08:00' }).thenNothing();
    given(taken).when({ ...take, by: 'officer:2' }).then({ ...taken, by: 'officer:2' });
    given(taken).when({ ...take, at: '2026-03-04T09:00:00+08:00' }).then({ ...taken, at: '2026-03-04T09:00:00+08:00' });
  });
});
