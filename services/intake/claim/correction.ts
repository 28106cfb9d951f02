import type { Pool } from 'pg';
import { normalResidentId } from '#libs/contracts/ids.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent, Requester } from '#libs/contracts/intake.events.js';
import { yuanOf } from '#libs/contracts/money.js';
import type { Correctable, Corrections } from '#libs/contracts/requester.js';
import { correctable, correctionAsked, requesterNow } from '#libs/contracts/requester.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { readStream } from '#libs/event-store/read.js';
import type { Product } from '#libs/runtime/product.js';
import { normalise } from '#libs/security/blind-index.js';
import type { Keyring } from '#libs/security/keyring.js';
import { seal } from '#libs/security/seal.js';
import type { Order } from '../channels/order.js';
import type { ClaimCommand } from './claim.decider.js';
import { unclaimed } from './same-person.js';
import { samenessKeys } from './sameness.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
type Asked = Extract<ClaimCommand, { type: 'RequestCorrection' | 'CorrectPerson' }>;
type Plain = Readonly<Record<Correctable, string | null>>;

const GAPS: Readonly<Record<string, Correctable>> = { 'requester.name': 'name', 'requester.phone': 'phone', 'requester.idNumber': 'idNumber' };

/**
 * What is really another than what stands, in its one spelling; undefined where nothing is. A request is held against the last request only: who asks by the code must not learn
 * what stands. An officer who names no field does what the person requested. The case is known again by the corrected person from now on, where no other case holds that key.
 */
export async function preparedCorrection(command: Asked, caseId: string, { pool, keyring, blindIndex }: Pick<Product, 'keyring' | 'blindIndex'> & { readonly pool: Pool }): Promise<Asked | undefined> {
  const history = await readStream(pool, `claim/${caseId}`);
  const asked = correctionAsked(history);
  const isNamed = correctable.some((field) => command[field] !== null);
  const wished = isNamed || command.type === 'RequestCorrection' ? command : asked ?? command;
  if (correctable.every((field) => wished[field] === null)) return command; // The decider says so.
  const [before, after] = [await opened(keyring, command.type === 'RequestCorrection' ? asked : requesterNow(history)), await opened(keyring, wished)];
  const changed = (field: Correctable): boolean => after[field] !== null && (before[field] === null || normalise(field, before[field]) !== normalise(field, after[field]));
  if (!correctable.some(changed)) return undefined;
  const news = Object.fromEntries(await Promise.all(correctable.map(async (field) => [field, changed(field) ? await spelled(keyring, field, wished[field]!, after[field]!) : null]))) as unknown as Corrections;
  if (command.type === 'RequestCorrection') return { ...command, ...news };
  const standing = Object.fromEntries(correctable.map((field) => [field, changed(field) ? after[field] : before[field]])) as Plain;
  const missing = gapsOf(history).filter(({ field }) => GAPS[field] === undefined || standing[GAPS[field]] === null);
  return { ...command, ...news, missing, keys: await unclaimed(pool, keysOf(history, standing, blindIndex)) };
}

/** A final x is written X, as at every door. */
async function spelled(keyring: Keyring, field: Correctable, said: Sealed, plain: string): Promise<Sealed> {
  if (field !== 'idNumber' || plain === normalResidentId(plain)) return said;
  return seal((await keyring.create([said.subject])).get(said.subject)!, said.subject, field, normalResidentId(plain));
}

async function opened(keyring: Keyring, said: Corrections | Requester | null): Promise<Plain> {
  const fields = correctable.filter((field) => said?.[field]);
  const texts = await keyring.open(fields.map((field) => said![field]!));
  return { name: null, phone: null, idNumber: null, ...Object.fromEntries(fields.map((field, n) => [field, texts[n] ?? null])) };
}

/** What the case lacks, as the last that was said of it leaves it. */
function gapsOf(history: readonly PublishedEvent[]): Filed['missing'] {
  return history.filter(({ data }) => Array.isArray(data['missing'])).at(-1)!.data['missing'] as Filed['missing'];
}

/** By the rule of the door through which it came: nobody that is known joins no case. */
function keysOf(history: readonly PublishedEvent[], { name, phone, idNumber }: Plain, blindIndex: Product['blindIndex']): string[] {
  const [first] = history;
  const { employer, facts, category, matters, cameFrom } = first!.data as never as Filed;
  const atPage = first!.meta.actor === 'worker:self-service';
  if (cameFrom || (atPage && !history.some(({ type, data }) => type === 'intake.identity-proven.v1' && data['person'] === 'requester'))) return [];
  const { amount } = facts;
  const order = {
    category, matters, requester: { ...(name && { name }), ...(phone && { phone }), ...(idNumber && { idNumber }), migrantWorker: true, anonymous: false, secrecy: false },
    employer: employer && { ...(employer.name && { name: employer.name }), ...(employer.creditCode && { creditCode: employer.creditCode }) },
    facts: { ...facts, ...(typeof amount === 'number' && { amount: yuanOf(amount) }) },
  } as unknown as Order;
  return samenessKeys(order, blindIndex, atPage ? 'byIdentity' : undefined);
}
