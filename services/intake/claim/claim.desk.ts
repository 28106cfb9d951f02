import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { readStream } from '#libs/event-store/read.js';
import { demandOf } from '#libs/policy/demand.js';
import { impersonalFacts, readFacts } from '#libs/policy/facts.js';
import type { Matter } from '#libs/policy/matters.js';
import { matters } from '#libs/policy/matters.js';
import { missingOf } from '#libs/policy/missing.js';
import type { Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import { claim } from './claim.decider.js';

/** The claim's desk: what a person supplements is read by the same catalogue of facts as an order. */
export function claimDesk({ pool }: Pick<Product, 'pool'>): Desk<typeof claim> {
  return {
    service: 'intake', stream: 'claim', decider: claim,
    async prepare(command, { caseId }) {
      if (command.type === 'ClassifyDemand') ensureOneCategory(command.category, command.matters);
      if (command.type !== 'SupplementClaim') return command;
      const { facts, wrong } = readFacts(command.facts);
      if (wrong.length > 0) throw new FieldsRefused(wrong);
      const [filed] = await readStream(pool, `claim/${caseId}`);
      const claimed = filed?.data as never as Extract<ClaimEvent, { type: 'ClaimFiled' }>;
      const known = impersonalFacts(facts);
      const { requester, employer, text } = claimed;
      const { category, kind, facts: said } = demandOf({ ...claimed, facts: { ...claimed.facts, ...known } });
      const has = { requesterName: requester?.name != null, phone: requester?.phone != null, idNumber: requester?.idNumber != null, employerName: employer?.name != null, text: text !== null || command.text !== null };
      const { missing } = missingOf({ category, kind, facts: said, has });
      return { ...command, facts: known, missing: [...missing], attachments: [] };
    },
  };
}

/** Legal aid is asked for in any labour matter; every other category has its own. */
function ensureOneCategory(category: string, named: readonly string[]): void {
  const strangers = named.filter((matter) => category !== 'X3' && isMatter(matter) && matters[matter].category !== category);
  if (strangers.length > 0) throw new FieldsRefused([{ field: 'matters', zh: `不属于该类别：${strangers.join('、')}`, en: `of another category: ${strangers.join(', ')}` }]);
}

function isMatter(name: string): name is Matter {
  return Object.hasOwn(matters, name);
}
