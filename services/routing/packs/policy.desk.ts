import { InvalidCalendar } from '#libs/calendar/working-days.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { NoticeGiven } from '#libs/policy/announced.js';
import { announcedWith } from '#libs/policy/announced.js';
import type { LawBook, PackName } from '#libs/policy/law-book.js';
import { filesOfProposal, keyOf, lawWithout } from '#libs/policy/law-book.js';
import type { Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { draftOf, errorLines, partsOf } from './draft.js';
import type { PolicyCommand } from './policy.decider.js';
import { policy } from './policy.decider.js';
import { refuse } from './policy.refusals.js';

/** A pack of the nation with all its sources and examples takes some 400,000. */
export const FILES_LENGTH_MAX = 1_000_000;
const NATION = '000000';

type Command<Type extends PolicyCommand['type']> = Extract<PolicyCommand, { type: Type }>;

/** The desk of the law itself: what a person asks is completed by what the law would then be. */
export function policyDesk({ law }: Pick<Product, 'law'>): Desk<typeof policy> {
  return {
    service: 'routing', stream: 'policy', decider: policy,
    async prepare(command) {
      await law.refresh();
      const { book } = law;
      switch (command.type) {
        case 'ProposePack': return proposalOf(command, book);
        case 'PublishPack': return publicationOf(command, book);
        case 'WithdrawPack': return withdrawalOf(command, book);
        case 'ProposeCalendar': return { ...command, ...calendarWith(command, book) };
        case 'AnnounceCalendar': {
          const asked = book.proposals.get(command.proposal)?.asked;
          return { ...command, law: book.changes, ...(asked?.type === 'CalendarProposed' ? calendarWith(asked, book) : { version: '', problem: null }) };
        }
        default: return command;
      }
    },
  };
}

/** `files` stands in the command until here; from here on, their pieces. */
async function proposalOf({ files, ...command }: Command<'ProposePack'> & { readonly files?: Readonly<Record<string, unknown>> }, book: LawBook): Promise<PolicyCommand> {
  const parts = partsOf(files ?? {});
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (length > FILES_LENGTH_MAX) throw refuse('PACK_TOO_LARGE', { length, most: FILES_LENGTH_MAX });
  const draft = await draftOf(book, files ?? {});
  const problems = errorLines(draft);
  if (!draft.pack) throw refuse('PACK_HAS_PROBLEMS', { count: problems.length, problems: problems.slice(0, 100) });
  const { ref, from } = draft.pack;
  return { ...command, division: ref.division, version: ref.version, hash: ref.hash, from, parts, problems, standing: hashOf(book, ref) };
}

async function publicationOf(command: Command<'PublishPack'>, book: LawBook): Promise<PolicyCommand> {
  const proposal = book.proposals.get(command.proposal);
  const completed = { ...command, law: book.changes };
  if (proposal?.asked.type !== 'PackProposed' || proposal.decided) return { ...completed, hash: '', problems: [], standing: null }; // Refused, or held already: the decider says which.
  const draft = await draftOf(book, filesOfProposal(proposal.texts));
  return { ...completed, hash: draft.pack?.ref.hash ?? '', problems: errorLines(draft), standing: hashOf(book, proposal.asked) };
}

function withdrawalOf(command: Command<'WithdrawPack'>, book: LawBook): PolicyCommand {
  const written = book.written.find(({ source: { head } }) => keyOf(head) === keyOf(command));
  const entry = written && book.entries.get(keyOf(command));
  if (!written || !entry) return { ...command, law: book.changes, standing: null, lawless: [] };
  return { ...command, law: book.changes, standing: { hash: entry.pack.ref.hash, from: entry.pack.from }, lawless: written.withdrawn ? [] : lawlessWithout(book, command) };
}

/** The divisions that would have nothing to decide by: the nation, or one whose packs build on what would be gone. */
function lawlessWithout(book: LawBook, { division, version, at, by, reason }: PackName & { readonly at: Instant; readonly by: string; readonly reason: string }): readonly string[] {
  try {
    const { policies } = lawWithout(book, { division, version }, { at, by, reason });
    return policies.packFor(NATION, dayOf(at)) ? [] : [NATION];
  } catch {
    return [division]; // Its children cannot be put together without it.
  }
}

/** What the calendar would be called with a notice, or what is wrong with that. */
function calendarWith(notice: NoticeGiven, book: LawBook): Pick<Command<'ProposeCalendar'>, 'version' | 'problem'> {
  try {
    return { version: announcedWith(book.policies.packs, book.notices, notice).version, problem: null };
  } catch (error) {
    if (error instanceof InvalidCalendar) return { version: '', problem: { field: error.field, expected: error.message.slice(`${error.field}: expected `.length) } };
    throw error;
  }
}

function hashOf(book: LawBook, name: PackName): string | null {
  return book.entries.get(keyOf(name))?.pack.ref.hash ?? null;
}
