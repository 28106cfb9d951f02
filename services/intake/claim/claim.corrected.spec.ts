import type { ClaimEvent, IdentityProof } from '#libs/contracts/intake.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { specify } from '#libs/decider/specify.js';
import { claim } from './claim.decider.js';

const at = '2026-03-02T10:16:00+08:00';
const by = 'officer:o1';
const filed: ClaimEvent = {
  type: 'ClaimFiled', at, caseNumber: '439901-2026-D01-000001', trackingCode: 'AAAAAAAAAA', channel: '12345', channelNumber: 'R1', origin: '12345', receivedAt: at, division: '439901', category: 'D01',
  kinds: [], matters: [], requester: null, employer: null, project: null, text: null, attachments: [], facts: {}, missing: [],
};
const sealed = (field: string, data: string): Sealed => ({ sealed: 1, subject: '01987f3a-6c00-7b31-9c42-6d4e5f708193', field, data });
const [name, phone, phone2] = [sealed('name', 'n1'), sealed('phone', 'p1'), sealed('phone', 'p2')];
const reason = sealed('reason', 'r');
const nothing = { name: null, phone: null, idNumber: null };
const ask = { type: 'RequestCorrection', at, by: 'worker:tracking-code', ...nothing, phone, reason } as const;
const asked: ClaimEvent = { type: 'CorrectionRequested', at, by: 'worker:tracking-code', ...nothing, phone, reason };
const correct = { type: 'CorrectPerson', at, by, ...nothing, phone, reason, missing: [] as { field: string; zh: string; en: string }[] } as const;
const corrected: ClaimEvent = { type: 'PersonalDataCorrected', at, by, ...nothing, phone, reason, missing: [] };
const decline = { type: 'DeclineCorrection', at, by, ground: 'identityNotConfirmed', note: null } as const;
const declined: ClaimEvent = { type: 'CorrectionDeclined', at, by, ground: 'identityNotConfirmed', note: null };
const proof: IdentityProof = { person: 'requester', method: 'face', provenAt: at, issuer: 'https://id.example.gov.cn', matched: ['name', 'idNumber'] };
const proven: ClaimEvent = { type: 'IdentityProven', at, by, ...proof };
const rename = { ...correct, phone: null, name } as const;
const renamed = { ...corrected, phone: null, name } as ClaimEvent;

const given = specify(claim);

describe('What is written of a person', () => {
  it('is corrected once, and again where it is another value', () => {
    given(filed).when(correct).then(corrected);
    given(filed, corrected).when(correct).thenNothing();
    given(filed, corrected).when({ ...correct, phone: phone2 }).then({ ...corrected, phone: phone2 } as ClaimEvent);
    given(filed, corrected).when({ ...correct, name }).then({ ...corrected, phone: null, name } as ClaimEvent);
    given().when(correct).thenRefused('CLAIM_NOT_FILED');
    given(filed).when({ ...correct, phone: null }).thenRefused('NOTHING_TO_CORRECT');
  });
  it('is corrected after the claim was withdrawn too: the right does not end with it', () => given(filed, { type: 'ClaimWithdrawn', at, reason: '已解决' }).when(correct).then(corrected));
  it('is asked to be corrected; the last request holds until it is done or declined', () => {
    given(filed).when(ask).then(asked);
    given(filed, asked).when(ask).thenNothing();
    given(filed, asked).when({ ...ask, phone: phone2 }).then({ ...asked, phone: phone2 } as ClaimEvent);
    given(filed, asked).when(correct).then(corrected);
    given(filed, asked).when(decline).then(declined);
    given(filed, asked, declined).when(decline).thenNothing();
    given(filed, asked, corrected).when(decline).thenRefused('NO_CORRECTION_REQUESTED');
    given(filed).when(decline).thenRefused('NO_CORRECTION_REQUESTED');
    given(filed).when({ ...ask, phone: null }).thenRefused('NOTHING_TO_CORRECT');
    given().when(ask).thenRefused('CLAIM_NOT_FILED');
    given().when(decline).thenRefused('CLAIM_NOT_FILED');
  });
  it('and was proven is corrected with a paper in hand or by who proves it, and what vouched before vouches no more', () => {
    given(filed, proven).when(rename).thenRefused('PROVEN_IDENTITY_NEEDS_PAPER');
    given(filed, proven).when(correct).then(corrected); // A telephone was never proven.
    given(filed, proven).when({ ...rename, document: 'passport' }).then(renamed, { ...proven, method: 'seen:passport', issuer: null, matched: [] } as ClaimEvent);
    given(filed, proven).when({ ...rename, proof }).then(renamed, proven);
    given(filed, proven, renamed).when({ ...rename, name: sealed('name', 'n2') }).then({ ...renamed, name: sealed('name', 'n2') } as ClaimEvent);
    given(filed, proven, renamed).when({ type: 'ProveIdentity', at, by, proof }).then(proven);
  });
  it('and was never proven is corrected on the person’s word, and stays unproven', () => given(filed).when(rename).then(renamed));
});
