import type { ClaimEvent, Requester } from '#libs/contracts/intake.events.js';
import { requesterNow } from '#libs/contracts/requester.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { readCaseRows, readStream } from '#libs/event-store/read.js';
import { factsForDoor } from '#libs/policy/facts.js';
import type { Product } from '#libs/runtime/product.js';
import { inScope } from '#libs/security/scope.js';
import { demandGoing } from './demand-going.js';
import type { HandOver } from './note-transfers.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
type Supplemented = Extract<ClaimEvent, { type: 'ClaimSupplemented' }>;
type Classified = Extract<ClaimEvent, { type: 'DemandClassified' }>;

export interface Leaving { readonly caseId: string; readonly transfer: string; readonly position: string; readonly checkpoint: string | null; readonly said: HandOver }

const TEXT_LENGTH_MAX = 20_000;
/** What the sender's place alone makes true. */
const OWN = ['callerRegion', 'dispatchObjection', 'dispatchedTo', 'duplicateOf'];

/**
 * The body by which a case goes to another log: what the claim said up to the transfer, its sealed fields opened. The same for each try, as the signature's `webhook-id` asks:
 * nothing in it comes from after the transfer but an erasure. Of a case with several orders it says what those demand that go.
 */
export async function handedOver({ pool, keyring, log, policies }: Pick<Product, 'pool' | 'keyring' | 'log' | 'policies'>, { caseId, transfer, position, checkpoint, said }: Leaving): Promise<object> {
  const history = (await readStream(pool, `claim/${caseId}`)).filter((event) => BigInt(event.position) <= BigInt(position));
  const filed = history[0]!.data as never as Filed;
  const supplements = history.filter(({ type }) => type === 'intake.claim-supplemented.v1').map(({ data }) => data as never as Supplemented);
  const classified = history.filter(({ type }) => type === 'intake.demand-classified.v1').at(-1)?.data as never as Classified | undefined;
  const requester = requesterNow(history);
  const open = opener(await opened(keyring, [filed, ...supplements], requester, filed));
  const leaf = (await readCaseRows(pool, caseId, position)).at(-1)!;
  const { employer, project, origin, receivedAt } = filed;
  const demanded = classified ?? filed;
  const given = { category: demanded.category, kinds: demanded.kinds, matters: demanded.matters, facts: Object.assign({}, filed.facts, ...supplements.map((one) => one.facts)) as Filed['facts'] };
  const { category, kinds, matters, facts } = demandGoing(given, await readStream(pool, `assignment/${caseId}`), { position, order: said.order }, policies);
  const text = [filed.text, ...supplements.map((one) => one.text)].flatMap((one) => open(one) ?? []).join('\n').slice(0, TEXT_LENGTH_MAX);
  return {
    transfer, log: log.logId, position, leafHash: leaf.leafHash.toString('hex'), checkpoint, caseId, caseNumber: filed.caseNumber, order: said.order, from: said.from, to: said.to, ground: said.ground,
    transferredAt: said.at, firstReceivedAt: filed.cameFrom?.firstReceivedAt ?? receivedAt, origin, category, kinds, matters, ...(text && { text }), ...filledIn({ address: open(filed.address ?? null) }),
    ...(requester && { requester: filledIn({ name: open(requester.name), phone: open(requester.phone), idNumber: open(requester.idNumber), onBehalfOf: open(filed.onBehalfOf ?? null), migrantWorker: requester.migrantWorker, secrecy: requester.secrecy }) }),
    ...(employer && { employer: filledIn(employer) }), ...(project && { project: filledIn(project) }),
    attachments: [filed, ...supplements].flatMap(({ attachments }) => attachments).flatMap(({ name, ...rest }) => (open(name) === undefined ? [] : [{ name: open(name), ...rest }])),
    facts: factsThere(facts, said.to.division),
  };
}

/** The sender says where the work is done: a place outside the other region would send the case on again. */
export function factsThere(facts: Filed['facts'], division: string): Readonly<Record<string, unknown>> {
  const { workRegion } = facts;
  const kept = Object.entries(facts).filter(([key]) => !OWN.includes(key));
  return factsForDoor({ ...Object.fromEntries(kept), ...(typeof workRegion === 'string' && !inScope([division], workRegion) && { workRegion: division }) });
}

/** Of a person who was erased nothing is left to hand over. */
async function opened(keyring: Product['keyring'], parts: readonly { readonly text: Sealed | null; readonly attachments: readonly { readonly name: Sealed }[] }[], requester: Requester | null, filed: Pick<Filed, 'address' | 'onBehalfOf'>): Promise<ReadonlyMap<string, string>> {
  const sealed = [requester?.name, requester?.phone, requester?.idNumber, filed.address, filed.onBehalfOf, ...parts.flatMap(({ text, attachments }) => [text, ...attachments.map(({ name }) => name)])].filter((one): one is Sealed => one != null);
  const texts = await keyring.open(sealed);
  return new Map(sealed.flatMap(({ data }, n) => (texts[n] == null ? [] : [[data, texts[n]]])));
}

function opener(texts: ReadonlyMap<string, string>): (sealed: Sealed | null) => string | undefined {
  return (sealed) => (sealed ? texts.get(sealed.data) : undefined);
}

function filledIn(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''));
}
