import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { readStream } from '#libs/event-store/read.js';
import { demandOf } from '#libs/policy/demand.js';
import { impersonalFacts, readFacts } from '#libs/policy/facts.js';
import type { Matter } from '#libs/policy/matters.js';
import { matters } from '#libs/policy/matters.js';
import { missingOf } from '#libs/policy/missing.js';
import type { Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { Keyring } from '#libs/security/keyring.js';
import { claim } from './claim.decider.js';

/** The claim's desk: what a person supplements is read by the same catalogue of facts as an order. */
export function claimDesk({ pool, keyring }: Pick<Product, 'pool' | 'keyring'>): Desk<typeof claim> {
  return {
    service: 'intake', stream: 'claim', decider: claim,
    async prepare(command, { caseId }) {
      if (command.type === 'ClassifyDemand') ensureOneCategory(command.category, command.matters);
      if (command.type !== 'SupplementClaim') return command;
      const { facts, wrong } = readFacts(command.facts);
      if (wrong.length > 0) throw new FieldsRefused(wrong);
      const history = await readStream(pool, `claim/${caseId}`);
      const [filed] = history;
      const claimed = filed?.data as never as Extract<ClaimEvent, { type: 'ClaimFiled' }>;
      const known = impersonalFacts(facts);
      const { requester, employer, text: told } = claimed;
      const { category, kind, facts: said } = demandOf({ ...claimed, facts: { ...claimed.facts, ...known } });
      const has = { requesterName: requester?.name != null, phone: requester?.phone != null, idNumber: requester?.idNumber != null, employerName: employer?.name != null, text: told !== null || command.text !== null };
      const { missing } = missingOf({ category, kind, facts: said, has });
      const text = command.text && (await isKnown(command.text, history, keyring)) ? null : command.text;
      return { ...command, facts: known, text, missing: [...missing], attachments: [] };
    },
  };
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
