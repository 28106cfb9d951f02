import type { Pool } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { requesterNow } from '#libs/contracts/requester.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { readStream } from '#libs/event-store/read.js';
import { demandOf } from '#libs/policy/demand.js';
import { impersonalFacts, readFacts } from '#libs/policy/facts.js';
import type { Matter } from '#libs/policy/matters.js';
import { matters } from '#libs/policy/matters.js';
import { missingOf } from '#libs/policy/missing.js';
import { casesInScope } from '#libs/runtime/case-scope.js';
import type { Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { Keyring } from '#libs/security/keyring.js';
import type { Caller } from '#libs/security/caller.js';
import { CaseNumbers } from './case-numbers.js';
import type { ClaimCommand } from './claim.decider.js';
import { preparedCorrection } from './correction.js';
import { claim } from './claim.decider.js';
import { caseOfFound, claimOfFound, FOUND, VISIT_CHANNEL } from './found.js';
import { refuse } from './claim.refusals.js';
import { caseOfSeparated, claimOfSeparated } from './separated.js';

/** The claim's desk: what a person supplements is read by the same catalogue of facts as an order. */
export function claimDesk({ pool, keyring, blindIndex }: Pick<Product, 'pool' | 'keyring' | 'blindIndex'>): Desk<typeof claim> {
  const numbers = new CaseNumbers(pool);
  const tools = { keyring, blindIndex, numbers };
  return {
    service: 'intake', stream: 'claim', decider: claim, claims: numbersOf,
    streamIdOf: (event, tx) => (event.type === FOUND ? caseOfFound(event, tx, tools) : claimOf(event)),
    async prepare(command, { caseId, caller, event, tx, state }) {
      if (event?.type === FOUND && tx) return (await state()).channelOrders.includes(`${VISIT_CHANNEL}/${String(event.data['finding'])}`) ? undefined : claimOfFound(event, caseId, command.at, tx, tools);
      if (command.type === 'FileClaim' && event && tx) return (await state()).phase === 'unfiled' ? claimOfSeparated(event, caseId, command.at, tx, tools) : undefined;
      if (command.type === 'SeparateDuplicate') return { ...command, into: caseOfSeparated(caseId, command.channel, command.channelNumber) };
      if (command.type === 'LinkRelated' || command.type === 'DeclareUnrelated') await ensureAnother(pool, command.other, caseId, caller);
      if (command.type === 'ClassifyDemand') ensureOneCategory(command.category, command.matters);
      if (command.type === 'RequestCorrection' || command.type === 'CorrectPerson') return preparedCorrection(command, caseId, { pool, keyring, blindIndex });
      if (command.type !== 'SupplementClaim') return command;
      const { facts, wrong } = readFacts(command.facts);
      if (wrong.length > 0) throw new FieldsRefused(wrong);
      const history = await readStream(pool, `claim/${caseId}`);
      const [filed] = history;
      const claimed = filed?.data as never as Extract<ClaimEvent, { type: 'ClaimFiled' }>;
      const known = impersonalFacts(facts);
      const { employer, text: told } = claimed;
      const requester = requesterNow(history);
      const { category, kind, facts: said } = demandOf({ ...claimed, facts: { ...claimed.facts, ...known } });
      const has = { requesterName: requester?.name != null, phone: requester?.phone != null, idNumber: requester?.idNumber != null, employerName: employer?.name != null, text: told !== null || command.text !== null };
      const { missing } = missingOf({ category, kind, facts: said, has });
      const text = command.text && (await isKnown(command.text, history, keyring)) ? null : command.text;
      return { ...command, facts: known, text, missing: [...missing], attachments: [] };
    },
  };
}

/** What was said of two cases concerns the other one; a separated order is the case that it has become. */
async function claimOf({ type, caseId, data }: PublishedEvent): Promise<string> {
  return type === 'intake.related-linked.v1' || type === 'intake.unrelated-declared.v1' ? String(data['other']) : type === 'intake.duplicate-separated.v1' ? String(data['into']) : caseId;
}

/** Of a claim that a process files; an order's are taken by its handler, which draws again. */
function numbersOf(command: ClaimCommand): { space: string; value: string }[] {
  const order = 'foundBy' in command && command.foundBy ? [{ space: 'channel-number', value: `${command.channel}/${command.channelNumber}` }] : [];
  if (command.type === 'CorrectPerson') return (command.keys ?? []).map((value) => ({ space: 'same-complaint', value }));
  if (command.type !== 'FileClaim' || !(command.separatedFrom || command.foundBy)) return order;
  return [...order, ...(command.keys ?? []).map((value) => ({ space: 'same-complaint', value })), { space: 'case-number', value: command.caseNumber }, { space: 'tracking-code', value: command.trackingCode }];
}

/** Whoever speaks of two cases must see both. */
async function ensureAnother(pool: Pool, other: string, caseId: string, caller: Caller | undefined): Promise<void> {
  if (other === caseId) throw refuse('RELATED_TO_ITSELF');
  if (caller && !(await casesInScope(pool, caller, [other])).has(other)) throw refuse('OTHER_CASE_UNKNOWN');
}

/** Sealed twice, a text looks different each time: what was said before is found by opening it. */
async function isKnown(said: Sealed, history: readonly PublishedEvent[], keyring: Keyring): Promise<boolean> {
  const before = history.flatMap(({ data }) => ((data['text'] ?? null) === null ? [] : [data['text'] as Sealed]));
  const [text, ...texts] = await keyring.open([said, ...before]);
  return text != null && texts.includes(text);
}

/** Legal aid is asked for in any labour matter; every other category has its own. */
function ensureOneCategory(category: string, named: readonly string[]): void {
  const strangers = named.filter((matter) => category !== 'X3' && isMatter(matter) && matters[matter].category !== category);
  if (strangers.length > 0) throw new FieldsRefused([{ field: 'matters', zh: `不属于该类别：${strangers.join('、')}`, en: `of another category: ${strangers.join(', ')}` }]);
}

function isMatter(name: string): name is Matter {
  return Object.hasOwn(matters, name);
}
