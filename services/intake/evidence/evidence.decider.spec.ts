import type { EvidenceEvent } from '#libs/contracts/intake.events.js';
import { specify } from '#libs/decider/specify.js';
import type { EvidenceCommand } from './evidence.decider.js';
import { evidence } from './evidence.decider.js';

const at = '2026-03-02T10:16:00+08:00';
const by = 'officer:o1';
const [first, second] = ['01987f3a-6c02-7e94-8fa5-907182031426', '01987f3a-6c02-7e94-8fa5-907182031427'] as const;
const name = { sealed: 1, subject: '0190d2a4-0000-7000-8000-000000000001', field: 'evidenceName', data: 'x'.repeat(40) } as const;
const piece = (id: string, mac: string, byCode = false, giver = by) => ({ at, by: giver, evidence: id, kind: 'photo', name, mediaType: 'image/png', size: 9, mac: mac.repeat(64), sha256: 'c'.repeat(64), scan: 'clean', byCode }) as const;
const added = (id: string, mac: string, byCode = false, giver = by): EvidenceEvent => ({ type: 'EvidenceAdded', ...piece(id, mac, byCode, giver) });
const add = (id: string, mac: string, byCode = false): EvidenceCommand => ({ type: 'AddEvidence', ...piece(id, mac, byCode), max: 2, byCodeMax: 1 });
const withdraw: EvidenceCommand = { type: 'WithdrawEvidence', at, by, evidence: first, reason: null };
const withdrawn: EvidenceEvent = { type: 'EvidenceWithdrawn', at, by, evidence: first, reason: null, replacedBy: null };
const given = specify(evidence);

describe('Evidence', () => {
  it('is kept once, however often the same bytes come', () => {
    given().when(add(first, 'a')).then(added(first, 'a'));
    given(added(first, 'a')).when(add(second, 'a')).thenNothing();
  });

  it('is taken up to a number of pieces, and by tracking code up to a smaller one', () => {
    given(added(first, 'a')).when(add(second, 'b')).then(added(second, 'b'));
    given(added(first, 'a'), added(second, 'b')).when(add(first, 'd')).thenRefused('EVIDENCE_TOO_MANY');
    given(added(first, 'a', true)).when(add(second, 'b', true)).thenRefused('EVIDENCE_TOO_MANY');
    given(added(first, 'a', true)).when(add(second, 'b')).then(added(second, 'b'));
  });

  it('that was withdrawn makes room, and may come again', () => {
    given(added(first, 'a'), added(second, 'b'), withdrawn).when(add('01987f3a-6c02-7e94-8fa5-907182031428', 'a')).then(added('01987f3a-6c02-7e94-8fa5-907182031428', 'a'));
  });

  it('is withdrawn once', () => {
    given(added(first, 'a')).when(withdraw).then(withdrawn);
    given(added(first, 'a'), withdrawn).when(withdraw).thenNothing();
    given().when(withdraw).thenRefused('NO_EVIDENCE');
    given(added(second, 'b')).when(withdraw).thenRefused('EVIDENCE_UNKNOWN');
  });

  it('is replaced by another standing piece only', () => {
    given(added(first, 'a'), added(second, 'b')).when({ ...withdraw, replacedBy: second }).then({ ...withdrawn, replacedBy: second } as EvidenceEvent);
    given(added(first, 'a')).when({ ...withdraw, replacedBy: first }).thenRefused('REPLACEMENT_UNKNOWN');
    given(added(first, 'a')).when({ ...withdraw, replacedBy: second }).thenRefused('REPLACEMENT_UNKNOWN');
  });

  it('that others handed in is not for a worker to withdraw', () => {
    given(added(first, 'a')).when({ ...withdraw, by: 'worker:w' }).thenRefused('EVIDENCE_NOT_YOURS');
    given(added(first, 'a', false, 'worker:w')).when({ ...withdraw, by: 'worker:w' }).then({ ...withdrawn, by: 'worker:w' } as EvidenceEvent);
  });

  it('is looked at as often as somebody looks, each look once', () => {
    const read: EvidenceCommand = { type: 'ReadEvidence', at, by, evidence: first };
    const seen: EvidenceEvent = { type: 'EvidenceRead', at, by, evidence: first };
    given(added(first, 'a')).when(read).then(seen);
    given(added(first, 'a'), seen).when(read).thenNothing();
    given(added(first, 'a'), seen).when({ ...read, by: 'officer:o2' }).then({ ...seen, by: 'officer:o2' } as EvidenceEvent);
    given().when(read).thenRefused('EVIDENCE_UNKNOWN');
  });
});
