import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { VisitEvent } from '#libs/contracts/campaign.events.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { newTrackingCode } from '#libs/contracts/ids.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { yuanOf } from '#libs/contracts/money.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { holderOfClaims, readStream } from '#libs/event-store/read.js';
import type { Product } from '#libs/runtime/product.js';
import type { BlindSpace } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import { seal } from '#libs/security/seal.js';
import type { Order } from '../channels/order.js';
import type { CaseNumbers } from './case-numbers.js';
import type { ClaimCommand } from './claim.decider.js';
import { isSamePerson, unclaimed } from './same-person.js';
import { samenessKeys } from './sameness.js';

type Found = Extract<VisitEvent, { type: 'VisitFindingRecorded' }>;
type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
type Tools = Pick<Product, 'keyring' | 'blindIndex'> & { readonly numbers: CaseNumbers };
type Filing = Extract<ClaimCommand, { type: 'FileClaim' | 'LinkDuplicate' }>;

/** The channel of what a visit found; its number is that of the finding. */
export const VISIT_CHANNEL = 'visit';
export const FOUND = 'supervision.visit-finding-recorded.v1';

/** The case that tells the same complaint already and is not closed; else the one that the finding becomes. The same answer however often the event comes. */
export async function caseOfFound({ data }: PublishedEvent, tx: ClientBase, tools: Tools): Promise<string> {
  const found = data as never as Found;
  const own = uuidv5(`finding/${found.finding}`);
  const order = await orderOf(found, tools);
  const holder = await holderOfClaims(tx, keysOf(order, tools).map((value) => ({ space: 'same-complaint', value })));
  if (!holder || holder.caseId === own || (await isClosed(tx, holder.caseId)) || !(await isSamePerson(await readStream(tx, `claim/${holder.caseId}`), order, tools))) return own;
  return holder.caseId;
}

/** The finding as a claim of its own, or as an order that is linked to the claim which tells the same. */
export async function claimOfFound({ id: _, data, stream }: PublishedEvent, caseId: string, at: Instant, tx: ClientBase, tools: Tools): Promise<Filing> {
  const found = data as never as Found;
  const { finding, campaign, visit, division, category, kinds, matters, requester, employer, project, text, facts, missing } = found;
  const foundBy = { campaign, place: stream.slice(stream.indexOf('/') + 1), visit, finding };
  const number = { channel: VISIT_CHANNEL, channelNumber: finding, origin: 'serviceStation', receivedAt: found.at };
  if (caseId !== uuidv5(`finding/${finding}`)) return { type: 'LinkDuplicate', at, ...number, category, facts, foundBy, ...(await underPersonOf(caseId, found, tx, tools)) };
  await index(tx, found, caseId, tools);
  const free = await unclaimed(tx, keysOf(await orderOf(found, tools), tools));
  return {
    type: 'FileClaim', at, caseNumber: await tools.numbers.next(division, Number(found.at.slice(0, 4)), category), trackingCode: newTrackingCode(randomBytes(16)), ...number,
    division, category, kinds, matters, requester, employer, project, text, attachments: [], facts, missing, foundBy, keys: free,
  };
}

/** As a channel would have sent it, for comparison only: it does not leave the memory of intake. */
async function orderOf({ at, finding, division, category, matters, requester, employer, facts }: Found, { keyring }: Tools): Promise<Order> {
  const [name, phone, idNumber] = await Promise.all([requester?.name, requester?.phone, requester?.idNumber].map(async (field) => (field ? (await keyring.open([field]))[0] ?? undefined : undefined)));
  const amount = facts['amount'];
  return {
    channel: VISIT_CHANNEL, channelNumber: finding, origin: 'serviceStation', receivedAt: at, category, kinds: [], matters, division, attachments: [], project: null, proposed: [],
    requester: requester && { ...(name && { name }), ...(phone && { phone }), ...(idNumber && { idNumber }), migrantWorker: true, anonymous: false, secrecy: requester.secrecy },
    employer: employer && { ...(employer.name && { name: employer.name }), ...(employer.creditCode && { creditCode: employer.creditCode }) },
    facts: { ...facts, ...(typeof amount === 'number' && { amount: yuanOf(amount) }) },
  } as Order;
}

function keysOf(order: Order, { blindIndex }: Tools): string[] {
  return samenessKeys(order, blindIndex);
}

async function isClosed(tx: ClientBase, caseId: string): Promise<boolean> {
  const { rows } = await tx.query<{ type: string }>(`SELECT type FROM es.events WHERE case_id = $1 AND type IN ('resolution.case-closed', 'resolution.case-reopened') ORDER BY pos DESC LIMIT 1`, [caseId]);
  return rows[0]?.type === 'resolution.case-closed';
}

/** Sealed anew under the person of the case that it is linked to: should they be two after all, a person can take it out again. */
async function underPersonOf(caseId: string, { division, kinds, matters, requester, employer, project, text, missing }: Found, tx: ClientBase, { keyring }: Tools): Promise<Pick<Extract<Filing, { type: 'LinkDuplicate' }>, 'text' | 'order'>> {
  const [first] = await readStream(tx, `claim/${caseId}`);
  const subject = (first!.data as never as Filed).requester?.subject ?? uuidv5(`person/${caseId}`);
  const dek = (await keyring.create([subject])).get(subject)!;
  const again = async (value: Sealed | null): Promise<Sealed | null> => {
    const [plain] = value ? await keyring.open([value]) : [null];
    return plain == null ? null : seal(dek, subject, value!.field, plain);
  };
  const person = requester && { ...requester, subject, name: await again(requester.name), phone: await again(requester.phone), idNumber: await again(requester.idNumber) };
  return { text: await again(text), order: { division, kinds, matters, requester: person, employer, project, attachments: [], missing } };
}

/** The keyed fingerprints by which a person's cases are found. */
async function index(tx: ClientBase, { requester }: Found, caseId: string, { keyring, blindIndex }: Tools): Promise<void> {
  for (const space of ['name', 'phone', 'idNumber'] as const satisfies readonly BlindSpace[]) {
    const [plain] = requester?.[space] ? await keyring.open([requester[space]]) : [null];
    if (plain != null) await tx.query('INSERT INTO pii.blind_index (space, mac, subject_id, case_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [space, blindIndex.mac(space, normalise(space, plain)), requester!.subject, caseId]);
  }
}
