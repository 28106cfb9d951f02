import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { specify } from '#libs/decider/specify.js';
import type { ClaimCommand } from './claim.decider.js';
import { claim } from './claim.decider.js';

const at = '2026-03-02T10:16:00+08:00';
const receivedAt = '2026-03-02T10:15:00+08:00';
const said = {
  at, caseNumber: '439901-2026-D01-000001', trackingCode: 'AAAAAAAAAA', channel: '12345', channelNumber: 'R1', origin: '12345', receivedAt, division: '439901', category: 'D01',
  kinds: ['complaint'], matters: ['wages'], requester: null, employer: null, project: null, text: null, attachments: [], facts: { workers: 1 }, missing: [],
};
const filed: ClaimEvent = { type: 'ClaimFiled', ...said };
const again = { at, channel: 'clue-platform', channelNumber: 'X1', origin: 'cluePlatform', receivedAt, category: 'D01', text: null, facts: {} };
const linked: ClaimEvent = { type: 'DuplicateLinked', ...again };
const supplement: ClaimCommand = { type: 'SupplementClaim', at, by: 'officer:o1', facts: { workers: 12 }, text: null, attachments: [], missing: [] };
const withdrawn: ClaimEvent = { type: 'ClaimWithdrawn', at, reason: '已私下解决' };

const given = specify(claim);

describe('Claim', () => {
  it('is filed once', () => {
    given().when({ type: 'FileClaim', ...said }).then(filed);
    given(filed).when({ type: 'FileClaim', ...said }).thenNothing();
  });

  it('keeps what was read out of its text', () => {
    const recognised = { confidence: 0.6, threshold: 0.75, category: 'D07', candidates: [], kinds: [], matters: [], facts: {}, taken: [], words: [{ start: 0, end: 3, for: 'category', weight: 2 }] };
    given().when({ type: 'FileClaim', ...said, recognised }).then({ ...filed, recognised });
  });

  it('names the case that it follows, where that one cannot be reopened any more', () => {
    const follows = '01987f3a-6c00-7b31-9c42-6d4e5f708193';
    given().when({ type: 'FileClaim', ...said, follows }).then({ ...filed, follows });
  });

  it('keeps the number of every channel that told of it, each once', () => {
    given(filed).when({ type: 'LinkDuplicate', ...again }).then(linked);
    given(filed, linked).when({ type: 'LinkDuplicate', ...again }).thenNothing();
    given().when({ type: 'LinkDuplicate', ...again }).thenRefused('CLAIM_NOT_FILED');
  });

  it('keeps a linked order whole', () => {
    const order = { division: '439902', kinds: [], matters: ['wages'], requester: null, employer: null, project: null, attachments: [], missing: [] };
    given(filed).when({ type: 'LinkDuplicate', ...again, order }).then({ type: 'DuplicateLinked', ...again, order });
  });

  it('lets a linked order go once, and never the one that made it', () => {
    const separate = { type: 'SeparateDuplicate', at, by: 'officer:o1', channel: 'clue-platform', channelNumber: 'X1', into: 'other', reason: null } as const;
    const separated: ClaimEvent = { ...separate, type: 'DuplicateSeparated' };
    given(filed, linked).when(separate).then(separated);
    given(filed, linked, separated).when(separate).thenNothing();
    given(filed, linked).when({ ...separate, channel: '12345', channelNumber: 'R1' }).thenRefused('NO_SUCH_DUPLICATE');
    given(filed).when(separate).thenRefused('NO_SUCH_DUPLICATE');
    given().when(separate).thenRefused('CLAIM_NOT_FILED');
    given(filed, linked, separated).when({ type: 'LinkDuplicate', ...again }).thenNothing(); // Its number is not linked again by a repetition.
    given(filed, linked, withdrawn).when(separate).then(separated); // The other worker has withdrawn nothing.
  });

  it('remembers what a person said of another case, once', () => {
    const link = { type: 'LinkRelated', at, by: 'officer:o1', other: 'b', relation: 'related' } as const;
    const said: ClaimEvent = { ...link, type: 'RelatedLinked' };
    const deny = { type: 'DeclareUnrelated', at, by: 'officer:o1', other: 'b' } as const;
    const denied: ClaimEvent = { ...deny, type: 'UnrelatedDeclared' };
    given(filed).when(link).then(said);
    given(filed, said).when(link).thenNothing();
    given(filed, said).when({ ...link, relation: 'duplicate' }).then({ ...said, relation: 'duplicate' } as ClaimEvent);
    given(filed, said).when(deny).then(denied);
    given(filed, said, denied).when(deny).thenNothing();
    given(filed, said, denied).when(link).then(said);
    given().when(link).thenRefused('CLAIM_NOT_FILED');
    given().when(deny).thenRefused('CLAIM_NOT_FILED');
  });

  it('takes what is supplemented, and nothing that it has', () => {
    const { type: _, ...fact } = supplement;
    given(filed).when(supplement).then({ type: 'ClaimSupplemented', ...fact });
    given(filed, { type: 'ClaimSupplemented', ...fact }).when(supplement).thenNothing();
    given(filed).when({ ...supplement, facts: { workers: 1 } }).thenNothing();
    given().when(supplement).thenRefused('CLAIM_NOT_FILED');
    given(filed, withdrawn).when(supplement).thenRefused('CLAIM_WITHDRAWN');
  });

  it('is classified by a person, once', () => {
    const classify: ClaimCommand = { type: 'ClassifyDemand', at, by: 'officer:o1', category: 'D05', kinds: ['help'], matters: ['enrolment'] };
    const classified: ClaimEvent = { type: 'DemandClassified', at, by: 'officer:o1', category: 'D05', kinds: ['help'], matters: ['enrolment'] };
    given(filed).when(classify).then(classified);
    given(filed, classified).when(classify).thenNothing();
    given(filed).when({ ...classify, category: 'D01', kinds: ['complaint'], matters: ['wages'] }).thenNothing();
    given().when(classify).thenRefused('CLAIM_NOT_FILED');
    given(filed, withdrawn).when(classify).thenRefused('CLAIM_WITHDRAWN');
  });

  it('notes the receipt of a channel once, also after the claim was withdrawn', () => {
    const taken = { at, channel: '12345', channelNumber: 'R1', about: 'resolution.clue-verified.v1', delivery: 'd1', receipt: 'HZ-1' };
    given(filed).when({ type: 'AcknowledgeFeedback', ...taken }).then({ type: 'FeedbackAcknowledged', ...taken });
    given(filed, { type: 'FeedbackAcknowledged', ...taken }).when({ type: 'AcknowledgeFeedback', ...taken }).thenNothing();
    given(filed, { type: 'FeedbackAcknowledged', ...taken }).when({ type: 'AcknowledgeFeedback', ...taken, receipt: 'HZ-2' }).thenRefused('FEEDBACK_ACKNOWLEDGED_OTHERWISE');
    given(filed, withdrawn).when({ type: 'AcknowledgeFeedback', ...taken }).then({ type: 'FeedbackAcknowledged', ...taken });
    given().when({ type: 'AcknowledgeFeedback', ...taken }).thenRefused('CLAIM_NOT_FILED');
  });

  it('is withdrawn once', () => {
    const withdraw: ClaimCommand = { type: 'WithdrawClaim', at, by: 'worker:w1', reason: '已私下解决' };
    given(filed).when(withdraw).then(withdrawn);
    given(filed, withdrawn).when(withdraw).thenNothing();
    given().when(withdraw).thenRefused('CLAIM_NOT_FILED');
  });
});
