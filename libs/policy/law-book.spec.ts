import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { PolicyEvent } from '#libs/contracts/policy.events.js';
import type { PackSource } from './in-force.js';
import { sourceAt } from './in-force.js';
import type { LawBook } from './law-book.js';
import { builtOn, drafted, keyOf, lawAfter, lawBook, LawDiverged } from './law-book.js';

const folder = fileURLToPath(new URL('../../policies', import.meta.url));
const nation = sourceAt(join(folder, '000000/2026-01-01'));
const city = sourceAt(join(folder, '439900/2026-01-01'));
const at = '2026-11-20T10:00:00+08:00';
const by = 'policy:a';

/** A pack of these files under another version and day. */
function later({ head, files }: PackSource, version: string, from: string, parameters: object = {}): PackSource {
  const pack = { ...head, version, from, parameters: { ...head.parameters, ...parameters } };
  return { head: pack, files: { ...files, pack } };
}

let count = 0;

/** Proposed and published, as the stream holds it. */
function published(book: LawBook, source: PackSource): readonly PolicyEvent[] {
  const proposal = `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
  const { division, version, from } = source.head;
  const { hash } = drafted(book, source).ref;
  const half = (text: string): string[] => [text.slice(0, text.length / 2), text.slice(text.length / 2)];
  return [
    { type: 'PackProposed', at, by, proposal, division, version, hash, from, ground: null, note: '试验', files: Object.keys(source.files) },
    ...Object.entries(source.files).flatMap(([file, json]) => half(JSON.stringify(json)).map((text, i) => ({ type: 'PackFileProposed' as const, at, proposal, file, part: i + 1, of: 2, text }))),
    { type: 'PackPublished', at, by: 'policy:b', proposal, division, version, hash, from },
  ];
}

function withdrawn(book: LawBook, division: string, version: string): PolicyEvent {
  const { ref, from } = book.entries.get(`${division}/${version}`)!.pack;
  return { type: 'PackWithdrawn', at, by, division, version, hash: ref.hash, from, reason: '写错了' };
}

const shipped = lawBook([nation, city]);
const versionOn = ({ policies }: LawBook, division: string, day: string): string | undefined => {
  const ref = policies.packFor(division, day)?.ref;
  return ref && keyOf(ref);
};

describe('The law after a publication', () => {
  it('is the new pack from its first day on, and the old one before', () => {
    const book = lawAfter(shipped, published(shipped, later(city, 'v8', '2027-01-01', { smallAmount: 7000 })));
    expect(versionOn(book, '439901', '2026-12-31')).toBe('439900/2026-01-01');
    expect(versionOn(book, '439901', '2027-01-01')).toBe('439900/v8');
    expect(versionOn(book, '110105', '2027-01-01')).toBe(versionOn(shipped, '110105', '2027-01-01'));
    expect(book.policies.packFor('439901', '2027-01-01')!.parameters.smallAmount).toBe(7000);
    expect(book.changes).toBe(1);
  });

  it('changes nothing while the pack is only proposed', () => {
    const book = lawAfter(shipped, published(shipped, later(city, 'v8', '2027-01-01')).slice(0, -1));
    expect(versionOn(book, '439901', '2027-01-01')).toBe('439900/2026-01-01');
    expect(book.policies).toBe(shipped.policies);
    expect([book.changes, book.version]).toEqual([0, 1 + 2 * Object.keys(city.files).length]);
  });

  it('leaves the book that others hold as it was', () => {
    const before = [...shipped.entries.keys()];
    lawAfter(shipped, published(shipped, later(nation, 'v2', '2027-01-01')));
    expect([...shipped.entries.keys()]).toEqual(before);
  });

  it('is the same however the stream is cut into reads', () => {
    const events = published(shipped, later(city, 'v8', '2027-01-01', { smallAmount: 7000 }));
    const whole = lawAfter(shipped, events);
    const pieces = events.reduce((book, event) => lawAfter(book, [event]), shipped);
    expect([...pieces.entries.values()].map(({ pack }) => pack.ref)).toEqual([...whole.entries.values()].map(({ pack }) => pack.ref));
  });

  it('refuses to go on where the pack is no longer what was published', () => {
    const events = published(shipped, later(city, 'v8', '2027-01-01'));
    const edited = lawBook([later(nation, '2026-01-01', '2026-01-01', { sectorGroups: { E47: 'water' } }), city]);
    expect(() => lawAfter(edited, events)).toThrow(LawDiverged);
    expect(() => lawAfter(lawBook([nation, city, later(city, 'v8', '2027-01-01', { smallAmount: 1 })]), events)).toThrow(LawDiverged);
    expect(versionOn(lawAfter(lawBook([nation, city, later(city, 'v8', '2027-01-01')]), events), '439901', '2027-01-01')).toBe('439900/v8');
  });
});

describe("A new version of a parent's pack", () => {
  const book = lawAfter(shipped, published(shipped, later(nation, 'v2', '2027-01-01', { sectorGroups: { E47: 'transport' } })));

  it("reaches a place with a pack of its own on its day, under a name of both", () => {
    expect(versionOn(book, '439901', '2026-12-31')).toBe('439900/2026-01-01');
    expect(versionOn(book, '439901', '2027-01-01')).toBe('439900/2026-01-01+000000.v2');
    expect(book.policies.packFor('439901', '2027-01-01')!.parameters.sectorGroups['E47']).toBe('transport');
    expect(book.policies.packNamed('439900', '2026-01-01')!.ref).toEqual(shipped.policies.packNamed('439900', '2026-01-01')!.ref);
  });

  it('stops where the place has published its own', () => {
    const own = lawAfter(book, published(book, later(city, 'v3', '2027-02-01')));
    expect(versionOn(own, '439901', '2027-01-31')).toBe('439900/2026-01-01+000000.v2');
    expect(versionOn(own, '439901', '2027-02-01')).toBe('439900/v3');
    const early = lawAfter(shipped, published(shipped, later(city, 'v3', '2026-12-01')));
    const both = lawAfter(early, published(early, later(nation, 'v2', '2027-01-01')));
    expect(versionOn(both, '439901', '2027-01-01')).toBe('439900/v3+000000.v2');
    expect(both.policies.packs.map(({ ref }) => keyOf(ref))).not.toContain('439900/2026-01-01+000000.v2');
  });

  it('tells all packs that build on it', () => {
    const own = lawAfter(book, published(book, later(city, 'v3', '2027-02-01')));
    expect(builtOn(own, { division: '000000', version: 'v2' }).map(keyOf).sort()).toEqual(['000000/v2', '439900/2026-01-01+000000.v2', '439900/v3']);
    expect(builtOn(own, { division: '439900', version: '2026-01-01' }).map(keyOf).sort()).toEqual(['439900/2026-01-01', '439900/2026-01-01+000000.v2']);
  });
});

describe('A withdrawn pack', () => {
  const v2 = lawAfter(shipped, published(shipped, later(nation, 'v2', '2027-01-01', { sectorGroups: { E47: 'transport' } })));
  const v3 = lawAfter(v2, published(v2, later(city, 'v3', '2027-02-01', { smallAmount: 7000 })));

  it('decides nothing more, and stays for the cases that have it', () => {
    const book = lawAfter(v3, [withdrawn(v3, '439900', 'v3')]);
    expect(versionOn(book, '439901', '2027-02-01')).toBe('439900/2026-01-01+000000.v2');
    expect(book.policies.packNamed('439900', 'v3')!.ref).toEqual(v3.policies.packNamed('439900', 'v3')!.ref);
    expect(book.policies.packs.map(({ ref }) => ref.version)).not.toContain('v3');
  });

  it('takes its children back to the parent before it, each name still meaning what it meant', () => {
    const book = lawAfter(v3, [withdrawn(v3, '000000', 'v2')]);
    expect(versionOn(book, '439901', '2027-01-15')).toBe('439900/2026-01-01');
    expect(versionOn(book, '439901', '2027-02-01')).toBe('439900/v3+000000.2026-01-01');
    const pack = book.policies.packFor('439901', '2027-02-01')!;
    expect([pack.parameters.smallAmount, pack.parameters.sectorGroups['E47']]).toEqual([7000, 'housing']);
    for (const [key, { pack: before }] of v3.entries) expect(book.entries.get(key)!.pack.ref).toEqual(before.ref);
    expect(book.policies.packNamed('439900', 'v3')!.parameters.sectorGroups['E47']).toBe('transport');
  });

  it('is followed in the same order by every reader', () => {
    const events = [...published(shipped, later(nation, 'v2', '2027-01-01', { sectorGroups: { E47: 'transport' } }))];
    const one = lawAfter(lawAfter(shipped, events), [withdrawn(lawAfter(shipped, events), '000000', 'v2')]);
    expect(versionOn(one, '439901', '2027-01-01')).toBe('439900/2026-01-01');
    expect(versionOn(one, '110105', '2027-01-01')).toBe('000000/2026-01-01');
  });
});

describe('A notice of the calendar', () => {
  const notice = {
    notice: '测试发〔2026〕1号', title: '关于2027年部分节假日安排的通知（样例）', issuedOn: '2026-11-10',
    off: [
      { from: '2027-01-01', to: '2027-01-03', zh: '元旦', en: "New Year's Day" }, { from: '2027-02-05', to: '2027-02-11', zh: '春节', en: 'Spring Festival' },
      { from: '2027-05-01', to: '2027-05-05', zh: '劳动节', en: 'Labour Day' }, { from: '2027-10-01', to: '2027-10-07', zh: '国庆节', en: 'National Day' },
    ],
    workingDays: [{ day: '2027-02-20', zh: '春节', en: 'Spring Festival' }],
  };
  const announced: PolicyEvent = { type: 'CalendarAnnounced', at, by, proposal: '00000000-0000-4000-8000-00000000ca1e', division: '000000', year: 2027, version: 'cn-2026-11-10', notice };
  const asked: PolicyEvent = { ...announced, type: 'CalendarProposed', note: '试验' };
  const book = lawAfter(shipped, [asked, announced]);

  it('counts for every place, for packs that were written before it', () => {
    for (const division of ['439901', '110105']) {
      const pack = book.policies.packFor(division, '2026-12-01')!;
      expect(pack.ref).toEqual(shipped.policies.packFor(division, '2026-12-01')!.ref);
      const calendar = book.policies.calendarFor(division, pack);
      expect(calendar.version).toContain('cn-2026-11-10');
      expect(calendar.kindOf('2027-02-20')).toMatchObject({ kind: 'makeUp', source: '测试发〔2026〕1号' });
      expect(shipped.policies.calendarFor(division, pack).kindOf('2027-02-20')).toEqual({ kind: 'uncovered', year: 2027 });
    }
  });

  it('of a region counts there alone', () => {
    const feast = { ...notice, notice: '测政发〔2026〕2号', off: [{ from: '2027-03-20', to: '2027-03-22', zh: '地方节日', en: 'Local feast' }], workingDays: [] };
    const local: PolicyEvent = { ...announced, type: 'CalendarAnnounced', proposal: '00000000-0000-4000-8000-00000000ca1f', division: '650000', notice: feast };
    const both = lawAfter(book, [{ ...local, type: 'CalendarProposed', note: '试验' } as PolicyEvent, local]);
    const kind = (division: string) => both.policies.calendarFor(division, both.policies.packFor(division, '2026-12-01')!).kindOf('2027-03-22');
    expect([kind('650102').kind, kind('439901').kind]).toEqual(['rest', 'working']);
  });

  it('that a later release holds already changes nothing there', () => {
    const { calendar } = nation.files as { calendar: { years: object } };
    const release = { head: nation.head, files: { ...nation.files, calendar: { ...calendar, version: 'cn-2026-11-10', years: { ...calendar.years, 2027: notice } } } };
    const after = lawAfter(lawBook([release, city]), [asked, announced]);
    expect(after.policies.calendarFor('110105', after.policies.packFor('110105', '2026-12-01')!).kindOf('2027-02-20').kind).toBe('makeUp');
  });
});
