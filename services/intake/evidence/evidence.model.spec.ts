import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { follow, searchUntilDone } from '#libs/decider/model.js';
import type { EvidenceCommand } from './evidence.decider.js';
import { evidence } from './evidence.decider.js';

const MAX = 3;
const BY_CODE_MAX = 1;
type Add = Extract<EvidenceCommand, { type: 'AddEvidence' }>;

/** What was handed in and not withdrawn since. */
function standing(past: Past<EvidenceCommand>): readonly Add[] {
  const gone = past.all('WithdrawEvidence').map((each) => each.evidence);
  return past.all('AddEvidence').filter((each) => !gone.includes(each.evidence));
}

/** The same bytes are one piece of a case, nothing is deleted, and every look is on record. */
const law: Law<EvidenceCommand> = {
  AddEvidence: ({ mac, byCode }, past) => {
    const kept = standing(past);
    if (kept.some((each) => each.mac === mac) || kept.length >= MAX || (byCode && kept.some((each) => each.byCode))) return false;
    return ['EvidenceAdded'];
  },
  WithdrawEvidence: ({ evidence: id, by, replacedBy }, past) => {
    const kept = standing(past);
    const piece = kept.find((each) => each.evidence === id);
    if (!piece || (by.startsWith('worker:') && by !== piece.by)) return false;
    return replacedBy == null || (replacedBy !== id && kept.some((each) => each.evidence === replacedBy)) ? ['EvidenceWithdrawn'] : false;
  },
  ReadEvidence: (look, past) => {
    const last = past.last('ReadEvidence');
    const same = last?.evidence === look.evidence && last.by === look.by && last.at === look.at;
    return past.all('AddEvidence').some((each) => each.evidence === look.evidence) && !same ? ['EvidenceRead'] : false;
  },
};

describe('Evidence against the law', () => {
  const ids = Array.from({ length: 40 }, (_, n) => `01987f3a-6c02-7e94-8fa5-9071820314${String(n).padStart(2, '0')}`);
  const someId = fc.constantFrom(...ids.slice(0, 12));
  const someone = fc.constantFrom('officer:a', 'worker:b', 'worker:c');
  const added = fc.record({ mac: fc.constantFrom('1', '2', '3', '4', '5'), byCode: fc.boolean() }).map((each) => ({ ...each, max: MAX, byCodeMax: BY_CODE_MAX, kind: 'photo', name: {}, mediaType: 'image/png', size: 1, sha256: 'c', scan: 'clean' }));
  const fields: Readonly<Record<EvidenceCommand['type'], fc.Arbitrary<object>>> = {
    AddEvidence: added, WithdrawEvidence: fc.record({ evidence: someId, reason: fc.constant(null), replacedBy: fc.oneof(fc.constant(null), someId) }), ReadEvidence: fc.record({ evidence: someId }),
  };
  const types = Object.keys(fields) as EvidenceCommand['type'][];
  const command = fc.constantFrom(...types).chain((type) => fc.tuple(someone, fields[type]).map(([by, rest]) => ({ ...rest, type, by })));
  // A piece is named by the place at which it was handed in: the door draws a new id for each.
  const rows = fc.array(command, { maxLength: 40, size: 'max' }).map((row) => row.map((each, n) => ({
    at: `2026-03-01T09:${String(n).padStart(2, '0')}:00+08:00`, ...each, ...(each.type === 'AddEvidence' && { evidence: ids[n] }),
  }) as unknown as EvidenceCommand));

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => {
    searchUntilDone<EvidenceCommand>(types, (seen, drawn) => fc.assert(fc.property(rows, (row) => seen(follow(evidence, law, ['EVIDENCE_TOO_MANY'], row))), { numRuns: 500, ...drawn }));
  });
});
