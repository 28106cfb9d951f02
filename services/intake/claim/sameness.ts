import { fenOf } from '#libs/contracts/money.js';
import type { BlindIndex, BlindSpace } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import type { Order } from '../channels/order.js';

/**
 * The keys under which the same complaint is known again when it comes through another channel (HL-2025, 并单): the same
 * person, employer, period and matter. Two orders are the same complaint where they share a key. Each key is the keyed
 * fingerprint, in hex, of one tuple, written as JSON:
 *
 *   ["same.v1", "employer", person, employer, period, matters]   for each way to name the person and the employer
 *   ["same.v1", "amount", identity number, period, amount, matters]   another way of writing the employer makes no second case
 *
 * person: ["id", identity number] and ["name", name, phone]; an equal phone alone proves nothing.
 * employer: ["code", credit code] and ["name", normalised name].
 * period: [from, to]. Where none is stated, the amount stands in its place, so that two demands of which nothing else is known are told apart.
 *
 * A person who is not named has no keys, and so is never merged. Where `identityKey` shows two different identity numbers, it is
 * two persons, whatever keys they share.
 */
export function samenessKeys(order: Order, blindIndex: BlindIndex, by?: 'byIdentity'): string[] {
  const persons = personsOf(order).filter(([space]) => by === undefined || space === 'idNumber');
  const period = periodOf(order);
  const matters = mattersOf(order);
  const amount = amountOf(order);
  const time = period ?? ['unstated', amount ?? ''];
  const keys = persons.flatMap(([space, person]) => employersOf(order).map((employer) => key(blindIndex, space, ['employer', person, employer, time, matters])));
  const identity = persons.find(([space]) => space === 'idNumber');
  if (identity && period && amount !== undefined) keys.push(key(blindIndex, 'idNumber', ['amount', identity[1], period, amount, matters]));
  return keys;
}

/** The fingerprint of the identity number, where there is one: a veto where two orders share the key of a common name and a family's phone. */
export function identityKey({ requester }: Order, blindIndex: BlindIndex): string | undefined {
  return requester?.idNumber && !requester.anonymous ? identityOf(requester.idNumber, blindIndex) : undefined;
}

/** As `identityKey`, of a number that stands in the log already. */
export function identityOf(idNumber: string, blindIndex: BlindIndex): string {
  return key(blindIndex, 'idNumber', ['identity', ['id', normalise('idNumber', idNumber)]]);
}

function personsOf({ requester }: Order): [space: BlindSpace, person: readonly string[]][] {
  if (requester === null || requester.anonymous) return [];
  const idNumber = normalise('idNumber', requester.idNumber ?? '');
  const name = normalise('name', requester.name ?? '');
  const phone = normalise('phone', requester.phone ?? '');
  return [
    ...(idNumber ? [['idNumber', ['id', idNumber]] as [BlindSpace, string[]]] : []),
    ...(name && phone ? [['name', ['name', name, phone]] as [BlindSpace, string[]]] : []),
  ];
}

function employersOf({ employer }: Order): (readonly string[])[] {
  const code = employer?.creditCode ?? '';
  const name = normalise('employer', employer?.name ?? '');
  return [...(code ? [['code', code]] : []), ...(name ? [['name', name]] : [])];
}

function periodOf({ facts }: Order): readonly unknown[] | undefined {
  const { periodFrom = '', periodTo = '' } = facts;
  return periodFrom === '' && periodTo === '' ? undefined : [periodFrom, periodTo];
}

function amountOf({ facts }: Order): number | undefined {
  return typeof facts['amount'] === 'number' ? fenOf(facts['amount']) : undefined;
}

/** In D01 a demand that names no matter is about wages; elsewhere about its category. */
function mattersOf({ category, matters }: Order): readonly string[] {
  if (matters.length > 0) return [...new Set(matters)].sort();
  return [category === 'D01' ? 'wages' : category ?? ''];
}

function key(blindIndex: BlindIndex, space: BlindSpace, tuple: readonly unknown[]): string {
  return blindIndex.mac(space, JSON.stringify(['same.v1', ...tuple])).toString('hex');
}
