import { PART_LENGTH_MAX } from '#libs/contracts/policy.events.js';
import type { PolicyEvent } from '#libs/contracts/policy.events.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { specify } from '#libs/decider/specify.js';
import { partsOf } from './draft.js';
import type { PolicyCommand } from './policy.decider.js';
import { policy } from './policy.decider.js';

type Command<Type extends PolicyCommand['type']> = Extract<PolicyCommand, { type: Type }>;

const given = specify(policy);
const at = '2026-11-20T10:00:00+08:00';
const proposal = '5d0c6c55-6b8a-4b6f-9a65-0e9f0b0a7d11';
const named = { division: '439900', version: 'v8', hash: 'aa', from: '2027-01-01' };
const parts = [{ file: 'pack', part: 1, of: 1, text: '{}' }, { file: 'routing', part: 1, of: 1, text: '{}' }];
const propose: Command<'ProposePack'> = { type: 'ProposePack', at, by: 'policy:a', proposal, ...named, ground: null, note: '骑手', parts, problems: [], standing: null };
const publish: Command<'PublishPack'> = { type: 'PublishPack', at, by: 'policy:b', proposal, law: 0, hash: 'aa', reviewed: null, problems: [], standing: null };
const withdraw: Command<'WithdrawPack'> = { type: 'WithdrawPack', at, by: 'policy:b', division: '439900', version: 'v8', law: 1, reason: '写错', standing: { hash: 'aa', from: '2027-01-01' }, lawless: [] };

const asked: PolicyEvent = { type: 'PackProposed', at, by: 'policy:a', proposal, ...named, ground: null, note: '骑手', files: ['pack', 'routing'] };
const stored = parts.map((part) => ({ type: 'PackFileProposed' as const, at, proposal, ...part }));
const published: PolicyEvent = { type: 'PackPublished', at, by: 'policy:b', proposal, ...named };
const rejected: PolicyEvent = { type: 'PackRejected', at, by: 'policy:b', proposal, division: '439900', version: 'v8', reason: '不妥' };
const withdrawn: PolicyEvent = { type: 'PackWithdrawn', at, by: 'policy:b', ...named, reason: '写错' };

describe('A pack', () => {
  it('is proposed with its files', () => given().when(propose).then(asked, ...stored));
  it('is not proposed with errors', () => given().when({ ...propose, problems: ['wages/wages-36 source: it cites no source'] }).thenRefused('PACK_HAS_PROBLEMS'));
  it('is proposed once under one id', () => given(asked, ...stored).when(propose).thenNothing());
  it('does not take the name of a pack that there is', () => {
    given().when({ ...propose, standing: 'bb' }).thenRefused('VERSION_TAKEN');
    given(asked, ...stored, published, withdrawn).when({ ...propose, proposal: '5d0c6c55-6b8a-4b6f-9a65-0e9f0b0a7d12' }).thenRefused('VERSION_TAKEN');
  });
  it('begins today or later', () => {
    given().when({ ...propose, from: '2026-11-20' }).then({ ...asked, from: '2026-11-20' } as PolicyEvent, ...stored);
    given().when({ ...propose, from: '2026-11-19' }).thenRefused('PACK_BEGINS_IN_PAST');
    given().when({ ...propose, from: '2026-11-19', ground: '某条例第九条' }).then({ ...asked, from: '2026-11-19', ground: '某条例第九条' } as PolicyEvent, ...stored);
  });

  it('is published by another person', () => given(asked, ...stored).when(publish).then(published));
  it('is not published by who proposed it, in whatever role', () => {
    given(asked, ...stored).when({ ...publish, by: 'policy:a' }).thenRefused('FOUR_EYES');
    given(asked, ...stored).when({ ...publish, by: 'supervisor:a' }).thenRefused('FOUR_EYES');
  });
  it('is published as it was reviewed and as it was proposed', () => {
    given(asked, ...stored).when({ ...publish, reviewed: 'aa' }).then(published);
    given(asked, ...stored).when({ ...publish, reviewed: 'bb' }).thenRefused('REVIEWED_ANOTHER');
    given(asked, ...stored).when({ ...publish, hash: 'bb' }).thenRefused('LAW_HAS_CHANGED');
    given(asked, ...stored).when({ ...publish, law: 1 }).thenRefused('LAW_HAS_CHANGED');
  });
  it('is not published when its day has passed, or when a pack took its name', () => {
    given(asked, ...stored).when({ ...publish, at: '2027-01-02T00:00:00+08:00' }).thenRefused('PACK_BEGINS_IN_PAST');
    given(asked, ...stored).when({ ...publish, standing: 'aa' }).thenRefused('VERSION_TAKEN');
    given(asked, ...stored).when({ ...publish, problems: ['439901/x wages/1: never reached'] }).thenRefused('PACK_HAS_PROBLEMS');
  });
  it('is decided once', () => {
    given(asked, ...stored, published).when(publish).thenNothing();
    given(asked, ...stored, rejected).when(publish).thenRefused('PROPOSAL_DECIDED');
    given(asked, ...stored, published).when({ type: 'RejectPack', at, by: 'policy:c', proposal, reason: '不妥' }).thenRefused('PROPOSAL_DECIDED');
    given(asked, ...stored).when({ type: 'RejectPack', at, by: 'policy:b', proposal, reason: '不妥' }).then(rejected);
    given().when(publish).thenRefused('NO_SUCH_PROPOSAL');
    given().when({ ...publish, proposal: '__proto__' }).thenRefused('NO_SUCH_PROPOSAL');
  });

  it('is withdrawn with what it was', () => given(asked, ...stored, published).when(withdraw).then(withdrawn));
  it('is withdrawn once', () => given(asked, ...stored, published, withdrawn).when(withdraw).thenNothing());
  it('is not withdrawn where there is none, where nothing would be left, or on old knowledge', () => {
    given().when({ ...withdraw, standing: null, law: 0 }).thenRefused('NO_SUCH_PACK');
    given(asked, ...stored, published).when({ ...withdraw, lawless: ['000000'] }).thenRefused('LAST_PACK');
    given(asked, ...stored, published).when({ ...withdraw, law: 0 }).thenRefused('LAW_HAS_CHANGED');
  });
});

describe('A calendar', () => {
  const notice = { notice: '测试发〔2026〕1号', title: '样例', issuedOn: '2026-11-10' };
  const year = { division: '000000', year: 2027, version: 'cn-2026-11-10', notice };
  const proposed: PolicyEvent = { type: 'CalendarProposed', at, by: 'policy:a', proposal, ...year, note: '录入' };
  const announce: Command<'AnnounceCalendar'> = { type: 'AnnounceCalendar', at, by: 'policy:b', proposal, law: 0, version: 'cn-2026-11-10', problem: null };
  const announced: PolicyEvent = { type: 'CalendarAnnounced', at, by: 'policy:b', proposal, ...year };

  it('is proposed by one and announced by another', () => {
    given().when({ type: 'ProposeCalendar', at, by: 'policy:a', proposal, ...year, note: '录入', problem: null }).then(proposed);
    given(proposed).when(announce).then(announced);
    given(proposed).when({ ...announce, by: 'policy:a' }).thenRefused('FOUR_EYES');
    given(proposed, announced).when(announce).thenNothing();
  });
  it('is refused with the field that is wrong', () => {
    const problem = { field: 'notice.off', expected: 'a list' };
    expect(() => policy.decide({ type: 'ProposeCalendar', at, by: 'policy:a', proposal, ...year, note: '录入', problem }, policy.initial)).toThrow(expect.objectContaining({ code: 'CALENDAR_INVALID', details: problem }) as Refusal);
  });
  it('is not announced as a pack is published', () => given(proposed).when(publish).thenRefused('NO_SUCH_PROPOSAL'));
});

describe('The pieces of a file', () => {
  it('make the file again, each short enough, no character cut in two', () => {
    const file = { text: '𠮷'.repeat(PART_LENGTH_MAX), quotes: '"'.repeat(PART_LENGTH_MAX), z: 1, a: 2 };
    const pieces = partsOf({ routing: file, pack: {} });
    expect(pieces.map(({ file: name, part, of }) => `${name} ${part}/${of}`)).toEqual(['pack 1/1', ...Array.from({ length: 5 }, (_, i) => `routing ${i + 1}/5`)]);
    const texts = pieces.slice(1).map(({ text }) => text);
    expect(JSON.parse(texts.join(''))).toEqual(file);
    for (const text of texts) expect([text.length <= PART_LENGTH_MAX, !/\p{Surrogate}/u.test(text), Buffer.byteLength(JSON.stringify(text)) < 65_000]).toEqual([true, true, true]);
  });
});
