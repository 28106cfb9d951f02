import type { ClientBase, Pool } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { isCorrected, requesterNow } from '#libs/contracts/requester.js';
import { holderOfClaims } from '#libs/event-store/read.js';
import type { Product } from '#libs/runtime/product.js';
import type { BlindSpace } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import type { Order } from '../channels/order.js';
import { identityKey, identityOf } from './sameness.js';

type Tools = Pick<Product, 'keyring' | 'blindIndex'>;

/**
 * Whether an order that shares a key with a claim is of its person. False where both say who they are by identity number, and differ. A key once taken stays with its case: where
 * the person was corrected since, what was written before finds it no more, and the order must tell of the person as it stands now.
 */
export async function isSamePerson(claim: readonly PublishedEvent[], order: Order, { keyring, blindIndex }: Tools): Promise<boolean> {
  const person = requesterNow(claim);
  const identity = identityKey(order, blindIndex);
  const moved = isCorrected(claim);
  if (!person || (!moved && (!identity || !person.idNumber))) return true;
  const [name, phone, idNumber] = await Promise.all([person.name, person.phone, person.idNumber].map(async (field) => (field ? (await keyring.open([field]))[0] ?? null : null)));
  if (identity && idNumber != null) return identityOf(idNumber, blindIndex) === identity;
  if (!moved || [name, phone, idNumber].every((one) => one == null)) return true; // Erased: nothing is left to tell them apart.
  return isEqual('name', name, order.requester?.name) && isEqual('phone', phone, order.requester?.phone);
}

function isEqual(space: BlindSpace, known: string | null | undefined, said: string | undefined): boolean {
  return known != null && said !== undefined && normalise(space, known) === normalise(space, said);
}

/** Keys of a case that is closed, or of another person of that name, stay with it. */
export async function unclaimed(db: ClientBase | Pool, keys: readonly string[]): Promise<readonly string[]> {
  const free = await Promise.all(keys.map(async (value) => ((await holderOfClaims(db, [{ space: 'same-complaint', value }])) ? undefined : value)));
  return free.filter((key) => key !== undefined);
}
