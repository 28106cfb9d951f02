import type { PolicyEvent } from '#libs/contracts/policy.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { calendarsWith } from './announced.js';
import type { Edition, PackSource, Policies } from './in-force.js';
import { editionsIn, packOf, policiesOf, sourceOf, wholePack } from './in-force.js';
import type { Pack } from './pack.js';

/** A pack as its author wrote it, shipped with a release or published in the log. */
export interface Written {
  readonly source: PackSource;
  readonly origin: 'release' | 'published';
  readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
}

/** A pack that decides or ever decided, by its name. */
export interface Entry {
  readonly pack: Pack;
  /** `edition`: a pack carried over to a newer version of its parent. */
  readonly origin: Written['origin'] | 'edition';
  readonly extends: PackName | null;
  /** Its own files, without those of its parents; null for an edition. */
  readonly own: PackSource['files'] | null;
}

export interface PackName { readonly division: string; readonly version: string }

/** What one person asked for and another decided on. */
export interface Proposal {
  readonly asked: Extract<PolicyEvent, { type: 'PackProposed' | 'CalendarProposed' }>;
  /** The texts of its files, as far as they have been read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly decided: { readonly state: 'published' | 'rejected'; readonly at: Instant; readonly by: string; readonly reason: string | null } | null;
}

export type Announced = Extract<PolicyEvent, { type: 'CalendarAnnounced' }>;

/** The whole law at one moment of its stream. Never changed, only replaced, so that nobody decides by half a law. */
export interface LawBook {
  /** How many events of the stream it holds. */
  readonly version: number;
  /** How many of them changed the law. */
  readonly changes: number;
  readonly policies: Policies;
  readonly written: readonly Written[];
  /** Every pack that ever had a name here, by `<division>/<version>`. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly notices: readonly Announced[];
}

/** The log says of a pack what it no longer is: its cases could not be explained any more. */
export class LawDiverged extends Error {
  constructor({ division, version }: PackName, recorded: string, found: string) {
    super(`The pack ${division} ${version} was published with the hash ${recorded} and is now ${found}: a pack that it builds on was changed without a new version.`);
    this.name = 'LawDiverged';
  }
}

/** The law of a release, before anything was published. */
export function lawBook(shipped: readonly PackSource[]): LawBook {
  const written = shipped.map((source): Written => ({ source, origin: 'release', withdrawn: null }));
  return standing({ version: 0, changes: 0, written, entries: new Map(), proposals: new Map(), notices: [] });
}

/** The law after further events of its stream, in their order. Throws `LawDiverged`. */
export function lawAfter(book: LawBook, events: readonly PolicyEvent[]): LawBook {
  return events.reduce(afterOne, book);
}

/** The law as it would be with one more pack. Throws where its files are no pack. */
export function lawWith(book: LawBook, source: PackSource): LawBook {
  return standing({ ...book, changes: book.changes + 1, written: [...book.written, { source, origin: 'published', withdrawn: null }] });
}

/** The law as it would be without a pack. */
export function lawWithout(book: LawBook, name: PackName, withdrawn: NonNullable<Written['withdrawn']>): LawBook {
  return standing({ ...book, changes: book.changes + 1, written: book.written.map((each) => (isNamed(each, name) ? { ...each, withdrawn } : each)) });
}

/** A draft with what it takes from the law in force: what it would be if it were published now. Throws where its files are no pack. */
export function drafted(book: LawBook, source: PackSource): Pack {
  return packOf(source, sourcesInForce(book.written).filter(({ head }) => head.division !== source.head.division));
}

export function sourceOfProposal({ texts }: Proposal): PackSource {
  return sourceOf(filesOfProposal(texts));
}

export function filesOfProposal(texts: Proposal['texts']): Record<string, unknown> {
  return Object.fromEntries([...texts].map(([file, text]) => [file, JSON.parse(text) as unknown]));
}

export function keyOf({ division, version }: PackName): string {
  return `${division}/${version}`;
}

/** Every pack that takes something from this one, the pack itself among them. */
export function builtOn({ entries }: LawBook, name: PackName): readonly PackName[] {
  const rests = (entry: Entry): boolean => {
    const { division, version } = entry.pack.ref;
    if (division === name.division && (version === name.version || version.startsWith(`${name.version}+`))) return true;
    const parent = entry.extends && entries.get(keyOf(entry.extends));
    return parent ? rests(parent) : false;
  };
  return [...entries.values()].filter(rests).map(({ pack }) => ({ division: pack.ref.division, version: pack.ref.version }));
}

function afterOne(book: LawBook, event: PolicyEvent): LawBook {
  const read = { ...book, version: book.version + 1 };
  const changed = { ...read, changes: book.changes + 1 };
  const decided = (state: 'published' | 'rejected'): LawBook['proposals'] => {
    const { proposal, at, by, reason = null } = event as { proposal: string; at: Instant; by: string; reason?: string };
    return new Map(book.proposals).set(proposal, { ...book.proposals.get(proposal)!, decided: { state, at, by, reason } });
  };
  switch (event.type) {
    case 'PackProposed': case 'CalendarProposed':
      return { ...read, proposals: new Map(book.proposals).set(event.proposal, { asked: event, texts: new Map(), decided: null }) };
    case 'PackFileProposed': {
      const { proposal, file, text } = event;
      const found = book.proposals.get(proposal)!;
      return { ...read, proposals: new Map(book.proposals).set(proposal, { ...found, texts: new Map(found.texts).set(file, (found.texts.get(file) ?? '') + text) }) };
    }
    case 'PackPublished': {
      const source = sourceOfProposal(book.proposals.get(event.proposal)!);
      const found = book.entries.get(keyOf(event))?.pack.ref.hash ?? drafted(book, source).ref.hash; // A later release may bring a pack of this name: then it must be this one.
      if (found !== event.hash) throw new LawDiverged(event, event.hash, found);
      return standing({ ...changed, proposals: decided('published'), written: [...book.written, { source, origin: 'published', withdrawn: null }] });
    }
    case 'PackWithdrawn': {
      const { at, by, reason } = event;
      return { ...lawWithout(book, event, { at, by, reason }), version: read.version };
    }
    case 'CalendarAnnounced': return standing({ ...changed, proposals: decided('published'), notices: [...book.notices, event] });
    case 'PackRejected': case 'CalendarRejected': return { ...read, proposals: decided('rejected') };
  }
}

/** Puts together what is new. A name once given keeps its content for good: so whatever has its name already is that pack. */
function standing(book: Omit<LawBook, 'policies'>): LawBook {
  const entries = new Map(book.entries);
  const originOf = new Map(book.written.map(({ source, origin }) => [keyOf(source.head), origin]));
  const deciding = inForce(book.written, entries).map((edition) => {
    const key = keyOf(edition.head);
    const known = entries.get(key);
    if (known) return known.pack;
    const origin = originOf.get(key) ?? 'edition';
    const pack = wholePack(edition);
    entries.set(key, { pack, origin, extends: parentOf(edition), own: origin === 'edition' ? null : edition.source.files });
    return pack;
  });
  const retired = [...entries.values()].map(({ pack }) => pack).filter((pack) => !deciding.includes(pack));
  return { ...book, entries, policies: policiesOf(deciding, calendarsWith(deciding, book.notices), retired) };
}

const RENAMINGS_MAX = 10;

/** The packs that decide. One that began on a parent which no longer decides goes on with the parent before it, under a name that says so: its first name stands for what it was. */
function inForce(written: readonly Written[], named: LawBook['entries']): readonly Edition[] {
  let sources = sourcesInForce(written);
  for (let turn = 0; turn < RENAMINGS_MAX; turn++) {
    const editions = editionsIn(sources);
    const clashes = new Map(editions.filter((edition) => isOther(edition, named.get(keyOf(edition.head)))).map((edition) => [keyOf(edition.head), edition.parent!]));
    if (clashes.size === 0) return editions;
    sources = sources.map((source) => {
      const parent = clashes.get(keyOf(source.head));
      return parent ? renamed(source, `${source.head.version}+${parent.head.division}.${parent.head.version}`) : source;
    });
  }
  throw new Error('The packs cannot be told apart by their names.');
}

/** True where the name stands for the same pack over another parent. */
function isOther(edition: Edition, named: Entry | undefined): boolean {
  const parent = parentOf(edition);
  return named !== undefined && (named.extends?.version !== parent?.version || named.extends?.division !== parent?.division);
}

function parentOf({ parent }: Edition): PackName | null {
  return parent && { division: parent.head.division, version: parent.head.version };
}

function renamed({ head, files }: PackSource, version: string): PackSource {
  return { head: { ...head, version }, files };
}

/** What has not been withdrawn; of two that begin in one place on one day, the later published. */
function sourcesInForce(written: readonly Written[]): readonly PackSource[] {
  const standing = written.filter(({ withdrawn }) => withdrawn === null).map(({ source }) => source);
  return standing.filter(({ head }, i) => !standing.slice(i + 1).some(({ head: later }) => later.division === head.division && later.from === head.from));
}

function isNamed({ source }: Written, { division, version }: PackName): boolean {
  return source.head.division === division && source.head.version === version;
}
