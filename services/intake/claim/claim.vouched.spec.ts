import type { ClaimEvent, IdentityProof } from '#libs/contracts/intake.events.js';
import { specify } from '#libs/decider/specify.js';
import { claim } from './claim.decider.js';

const at = '2026-03-02T10:16:00+08:00';
const by = 'officer:o1';
const said = {
  at, caseNumber: '439901-2026-D01-000001', trackingCode: 'AAAAAAAAAA', channel: 'self-service', channelNumber: 'page:1', origin: 'miniProgram', receivedAt: at, division: '439901', category: 'D01',
  kinds: ['complaint'], matters: ['wages'], requester: null, employer: null, project: null, text: null, attachments: [], facts: {}, missing: [],
};
const filed: ClaimEvent = { type: 'ClaimFiled', ...said };
const proof: IdentityProof = { person: 'requester', method: 'face', provenAt: '2026-03-02T10:14:00+08:00', issuer: 'https://id.example.gov.cn', matched: ['name', 'idNumber'] };
const proven: ClaimEvent = { type: 'IdentityProven', at, by, ...proof };
const family = { relation: 'closeRelative', basis: 'writtenAuthority', name: null, phone: null } as const;
const represented: ClaimEvent = { type: 'RepresentationRecorded', at, by, ...family };
const confirm = { type: 'ConfirmIdentity', at, by, person: 'representative', document: 'residentIdCard' } as const;
const confirmed: ClaimEvent = { type: 'IdentityProven', at, by, person: 'representative', method: 'seen:residentIdCard', provenAt: at, issuer: null, matched: [] };

const given = specify(claim);

describe('Who files', () => {
  it('is proven with the filing, by which way and when', () => given().when({ type: 'FileClaim', ...said, by, proof }).then(filed, proven));
  it('is proven once, however often the same way is gone', () => {
    given(filed).when({ type: 'ProveIdentity', at, by, proof }).then(proven);
    given(filed, proven).when({ type: 'ProveIdentity', at, by, proof }).thenNothing();
    given(filed, proven).when({ type: 'ProveIdentity', at, by, proof: { ...proof, method: 'pin' } }).then({ ...proven, method: 'pin' } as ClaimEvent);
    given().when({ type: 'ProveIdentity', at, by, proof }).thenRefused('CLAIM_NOT_FILED');
  });
  it('acts for another by a relation and a right, which the last record tells', () => {
    given(filed).when({ type: 'RecordRepresentation', at, by, ...family }).then(represented);
    given(filed, represented).when({ type: 'RecordRepresentation', at, by, ...family }).thenNothing();
    given(filed, represented).when({ type: 'RecordRepresentation', at, by, ...family, basis: 'oralAuthority' }).then({ ...represented, basis: 'oralAuthority' } as ClaimEvent);
    given().when({ type: 'RecordRepresentation', at, by, ...family }).thenRefused('CLAIM_NOT_FILED');
  });
  it('is proven as the representative only where somebody is recorded as one, and anew where that is another', () => {
    given().when({ type: 'FileClaim', ...said, by, representation: family, proof: { ...proof, person: 'representative' } }).then(filed, represented, { ...proven, person: 'representative' } as ClaimEvent);
    given(filed).when(confirm).thenRefused('NOBODY_REPRESENTS');
    given(filed, represented).when(confirm).then(confirmed);
    given(filed, represented, confirmed).when(confirm).thenNothing();
    given(filed, represented, confirmed, { ...represented, relation: 'tradeUnion' } as ClaimEvent).when(confirm).then(confirmed);
    given().when(confirm).thenRefused('CLAIM_NOT_FILED');
  });
});
