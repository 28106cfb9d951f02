import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { follow, searchUntilDone } from '#libs/decider/model.js';
import type { ClaimCommand } from './claim.decider.js';
import { claim } from './claim.decider.js';

/** The life cycle from REGISTERED to TRIAGED and WITHDRAWN; c.1 step 2: a duplicate is linked, not filed again, and each channel number once. */
const law: Law<ClaimCommand> = {
  FileClaim: (_, past) => (past.has('FileClaim') ? false : ['ClaimFiled']),
  LinkDuplicate: ({ channel, channelNumber }, past) => {
    const known = [...past.all('FileClaim'), ...past.all('LinkDuplicate')].some((each) => each.channel === channel && each.channelNumber === channelNumber);
    if (!past.has('FileClaim') || known) return false;
    return past.has('WithdrawClaim') ? undefined : ['DuplicateLinked'];
  },
  /** Only what was linked comes out again, and once. The order that made the case stays. */
  SeparateDuplicate: ({ channel, channelNumber }, past) => {
    const same = (each: { channel: string; channelNumber: string }): boolean => each.channel === channel && each.channelNumber === channelNumber;
    return past.all('LinkDuplicate').some(same) && !past.all('SeparateDuplicate').some(same) ? ['DuplicateSeparated'] : false;
  },
  /** What was said last of two cases holds. */
  LinkRelated: ({ other, relation }, past) => (past.has('FileClaim') && saidOf(other, past) !== relation ? ['RelatedLinked'] : false),
  DeclareUnrelated: ({ other }, past) => (past.has('FileClaim') && saidOf(other, past) !== 'unrelated' ? ['UnrelatedDeclared'] : false),
  SupplementClaim: ({ facts, text, attachments }, past) => {
    if (!past.has('FileClaim') || past.has('WithdrawClaim')) return false;
    const said = past.done.filter((each): each is Extract<ClaimCommand, { readonly type: 'FileClaim' | 'SupplementClaim' }> => each.type === 'FileClaim' || each.type === 'SupplementClaim');
    const known: Readonly<Record<string, unknown>> = Object.assign({}, ...said.map((each) => each.facts));
    return Object.entries(facts).some(([key, value]) => known[key] !== value) || text !== null || attachments.length > 0 ? true : false;
  },
  ClassifyDemand: ({ category }, past) => {
    if (!past.has('FileClaim') || past.has('WithdrawClaim')) return false;
    const last = past.last('FileClaim', 'ClassifyDemand');
    return last?.category !== category;
  },
  AcknowledgeFeedback: ({ delivery }, past) => (!past.has('FileClaim') || past.all('AcknowledgeFeedback').some((each) => each.delivery === delivery) ? false : ['FeedbackAcknowledged']),
  /** A proof is told once, and nobody is proven to represent whom nobody represents. */
  ProveIdentity: ({ proof }, past) => (past.has('FileClaim') && !sinceRenamed(past).some((each) => each.type === 'ProveIdentity' && each.proof.method === proof.method) ? ['IdentityProven'] : false),
  ConfirmIdentity: ({ person, document }, past) => {
    const recorded = past.done.map(({ type }) => type).lastIndexOf('RecordRepresentation');
    if (!past.has('FileClaim') || (person === 'representative' && recorded < 0)) return false;
    const since = person === 'representative' ? past.done.slice(recorded) : sinceRenamed(past); // Another representative is another person.
    return since.some((each) => (each.type === 'ConfirmIdentity' && each.person === person && each.document === document) || (person === 'requester' && each.type === 'CorrectPerson' && each.document === document)) ? false : ['IdentityProven'];
  },
  RecordRepresentation: ({ relation, basis }, past) => {
    const last = past.last('RecordRepresentation');
    return past.has('FileClaim') && !(last?.relation === relation && last.basis === basis) ? ['RepresentationRecorded'] : false;
  },
  /** The last request holds; it is settled once, by doing it or by declining it. */
  RequestCorrection: ({ phone }, past) => (past.has('FileClaim') && past.last('RequestCorrection')?.phone !== phone ? ['CorrectionRequested'] : false),
  CorrectPerson: ({ name, phone, document }, past) => {
    const last = (field: 'name' | 'phone'): unknown => past.all('CorrectPerson').filter((each) => each[field] !== null).at(-1)?.[field];
    const news = { name: name !== null && last('name') !== name, phone: phone !== null && last('phone') !== phone };
    if (!past.has('FileClaim') || (!news.name && !news.phone)) return false;
    const vouched = sinceRenamed(past).some((each) => each.type === 'ProveIdentity' || (each.type === 'ConfirmIdentity' && each.person === 'requester') || (each.type === 'CorrectPerson' && each.document !== undefined));
    return document !== undefined ? true : news.name && vouched ? false : ['PersonalDataCorrected'];
  },
  DeclineCorrection: (_, past) => (past.has('RequestCorrection') && !past.after('RequestCorrection').has('CorrectPerson', 'DeclineCorrection') ? ['CorrectionDeclined'] : false),
  WithdrawClaim: (_, past) => (past.has('FileClaim') && !past.has('WithdrawClaim') ? ['ClaimWithdrawn'] : false),
};

/** What vouched for the name before it was corrected vouches no more. */
function sinceRenamed(past: Past<ClaimCommand>): readonly ClaimCommand[] {
  let [name, from]: [unknown, number] = [undefined, 0];
  past.done.forEach((each, n) => {
    if (each.type === 'CorrectPerson' && each.name !== null && each.name !== name) [name, from] = [each.name, n];
  });
  return past.done.slice(from);
}

function saidOf(other: string, past: Past<ClaimCommand>): string | undefined {
  const last = past.done.filter((each) => (each.type === 'LinkRelated' || each.type === 'DeclareUnrelated') && each.other === other).at(-1);
  return last?.type === 'LinkRelated' ? last.relation : last && 'unrelated';
}

/** The same object, so that the same wish given twice can be told from another. */
function sealed(data: string): object {
  return { sealed: 1, subject: 's', field: 'f', data };
}

describe('Claim against the law', () => {
  const facts = fc.constantFrom({}, { amount: 1 }, { amount: 2 });
  const number = { channel: fc.constantFrom('12345', '12333'), channelNumber: fc.constantFrom('1', '2'), origin: fc.constant('12345'), receivedAt: fc.constant('2026-03-01T08:00:00+08:00') };
  const filed = { caseNumber: 'n', trackingCode: 't', division: '439901', kinds: [], matters: [], requester: {}, employer: {}, project: null, attachments: [], missing: [] };
  const fields: Readonly<Record<ClaimCommand['type'], fc.Arbitrary<object>>> = {
    FileClaim: fc.record({ ...number, category: fc.constantFrom('D01', 'D02'), text: fc.constant(null), facts }).map((each) => ({ ...filed, ...each })),
    LinkDuplicate: fc.record({ ...number, category: fc.constant('D01'), text: fc.constant(null), facts }), SupplementClaim: fc.record({ facts, text: fc.constant(null), attachments: fc.constant([]), missing: fc.constant([]) }),
    SeparateDuplicate: fc.record({ channel: number.channel, channelNumber: number.channelNumber, into: fc.constant('into'), reason: fc.constant(null) }),
    LinkRelated: fc.record({ other: fc.constantFrom('a', 'b'), relation: fc.constantFrom('duplicate', 'related') }), DeclareUnrelated: fc.record({ other: fc.constantFrom('a', 'b') }),
    ClassifyDemand: fc.record({ category: fc.constantFrom('D01', 'D02'), kinds: fc.constant([]), matters: fc.constant([]) }),
    ProveIdentity: fc.record({ proof: fc.record({ person: fc.constant('requester'), method: fc.constantFrom('face', 'pin'), provenAt: fc.constant('2026-03-01T08:00:00+08:00'), issuer: fc.constant('i'), matched: fc.constant([]) }) }),
    ConfirmIdentity: fc.record({ person: fc.constantFrom('requester', 'representative'), document: fc.constantFrom('passport', 'residentIdCard') }),
    RecordRepresentation: fc.record({ relation: fc.constantFrom('closeRelative', 'tradeUnion'), basis: fc.constant('writtenAuthority'), name: fc.constant(null), phone: fc.constant(null) }),
    RequestCorrection: fc.record({ name: fc.constant(null), phone: fc.constantFrom(sealed('p1'), sealed('p2')), idNumber: fc.constant(null), reason: fc.constant(null) }),
    CorrectPerson: fc.record({ name: fc.constantFrom(null, sealed('n1'), sealed('n2')), phone: fc.constantFrom(null, sealed('p1'), sealed('p2')), idNumber: fc.constant(null), reason: fc.constant(null), missing: fc.constant([]), document: fc.constantFrom(undefined, 'passport') }),
    DeclineCorrection: fc.constant({ ground: 'paperNeeded', note: null }),
    AcknowledgeFeedback: fc.record({ delivery: fc.constantFrom('a', 'b'), receipt: fc.constantFrom('1', '2') }).map((each) => ({ ...each, channel: '12345', channelNumber: '1', about: 'x' })), WithdrawClaim: fc.constant({ reason: 'a' }),
  };
  const weights: Readonly<Record<ClaimCommand['type'], number>> = { FileClaim: 6, LinkDuplicate: 6, SeparateDuplicate: 4, LinkRelated: 3, DeclareUnrelated: 3, SupplementClaim: 6, ClassifyDemand: 6, AcknowledgeFeedback: 2, ProveIdentity: 2, ConfirmIdentity: 3, RecordRepresentation: 3, RequestCorrection: 4, CorrectPerson: 4, DeclineCorrection: 3, WithdrawClaim: 1 };
  const types = Object.keys(fields) as ClaimCommand['type'][];
  const at = (n: number): string => `2026-03-01T09:${String(n).padStart(2, '0')}:00+08:00`;
  const command = fc.oneof(...types.map((type) => ({ weight: weights[type], arbitrary: fields[type].map((rest) => ({ ...rest, type, by: 'agent:a' })) })));
  const rows = fc.array(command, { maxLength: 50, size: 'max' }).map((row) => row.map((each, n) => ({ ...each, at: at(n) }) as unknown as ClaimCommand));

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => {
    searchUntilDone<ClaimCommand>(types, (seen, drawn) => fc.assert(fc.property(rows, (row) => seen(follow(claim, law, ['NO_SUCH_DUPLICATE', 'FEEDBACK_ACKNOWLEDGED_OTHERWISE', 'CLAIM_NOT_FILED', 'NOBODY_REPRESENTS', 'NOTHING_TO_CORRECT', 'PROVEN_IDENTITY_NEEDS_PAPER'], row))), { numRuns: 500, ...drawn }));
  });
});
