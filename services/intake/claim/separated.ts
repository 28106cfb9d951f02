import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { newTrackingCode } from '#libs/contracts/ids.js';
import type { ClaimEvent, Requester } from '#libs/contracts/intake.events.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { readStream } from '#libs/event-store/read.js';
import type { Product } from '#libs/runtime/product.js';
import type { BlindSpace } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import { seal } from '#libs/security/seal.js';
import type { CaseNumbers } from './case-numbers.js';
import type { ClaimCommand } from './claim.decider.js';

type Of<Type extends ClaimEvent['type']> = Extract<ClaimEvent, { type: Type }>;
type FileClaim = Extract<ClaimCommand, { type: 'FileClaim' }>;

/** The case that a separated order becomes: the same one, however often it is asked for. */
export function caseOfSeparated(caseId: string, channel: string, channelNumber: string): string {
  return uuidv5(`separated/${caseId}/${channel}/${channelNumber}`);
}

/**
 * A linked order as a claim of its own, under a person of its own: whoever is erased later is one of two, not both. What was linked before
 * orders were kept whole has no person; its employer is that of the case, by which it was linked.
 */
export async function claimOfSeparated(
  { caseId: from, data }: PublishedEvent, into: string, at: Instant, tx: ClientBase, { keyring, blindIndex, numbers }: Pick<Product, 'keyring' | 'blindIndex'> & { numbers: CaseNumbers },
): Promise<FileClaim> {
  const { channel, channelNumber } = data as never as Of<'DuplicateSeparated'>;
  const history = await readStream(tx, `claim/${from}`);
  const first = history[0]!.data as never as Of<'ClaimFiled'>;
  const linked = history.find(({ type, data: each }) => type === 'intake.duplicate-linked.v1' && each['channel'] === channel && each['channelNumber'] === channelNumber)!.data as never as Of<'DuplicateLinked'>;
  const { order } = linked;
  const division = order?.division ?? first.division;
  const category = linked.category ?? first.category;
  const subject = uuidv5(`person/${into}`);
  const dek = (await keyring.create([subject])).get(subject)!;
  const again = async (value: Sealed | null): Promise<{ plain: string | null; sealed: Sealed | null }> => {
    const [plain] = value ? await keyring.open([value]) : [null];
    return { plain: plain ?? null, sealed: plain == null ? null : seal(dek, subject, value!.field, plain) };
  };
  const requester = order?.requester ?? null;
  const [name, phone, idNumber, text] = await Promise.all([again(requester?.name ?? null), again(requester?.phone ?? null), again(requester?.idNumber ?? null), again(linked.text)]);
  const [address, onBehalfOf] = await Promise.all([again(order?.address ?? null), again(order?.onBehalfOf ?? null)]);
  await index(tx, blindIndex, { subject, caseId: into, name: name.plain, phone: phone.plain, idNumber: idNumber.plain });
  const attachments = (await Promise.all((order?.attachments ?? []).map(async (each) => ({ ...each, name: (await again(each.name)).sealed })))).filter((each): each is Of<'ClaimFiled'>['attachments'][number] => each.name !== null);
  return {
    type: 'FileClaim', at, caseNumber: await numbers.next(division, Number(linked.receivedAt.slice(0, 4)), category ?? 'X0'), trackingCode: newTrackingCode(randomBytes(16)),
    channel, channelNumber, origin: linked.origin, receivedAt: linked.receivedAt, division, category, kinds: order?.kinds ?? first.kinds, matters: order?.matters ?? first.matters,
    requester: requester && ({ ...requester, identity: 'unproven', subject, name: name.sealed, phone: phone.sealed, idNumber: idNumber.sealed } satisfies Requester),
    employer: order ? order.employer : first.employer, project: order ? order.project : first.project,
    text: text.sealed, attachments, facts: linked.facts, missing: order?.missing ?? [], separatedFrom: from, ...(address.sealed && { address: address.sealed }), ...(onBehalfOf.sealed && { onBehalfOf: onBehalfOf.sealed }),
  };
}

async function index(tx: ClientBase, blindIndex: Product['blindIndex'], { subject, caseId, ...plain }: { subject: string; caseId: string } & Readonly<Record<'name' | 'phone' | 'idNumber', string | null>>): Promise<void> {
  for (const [space, value] of Object.entries(plain) as [BlindSpace, string | null][]) {
    if (value !== null) await tx.query('INSERT INTO pii.blind_index (space, mac, subject_id, case_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [space, blindIndex.mac(space, normalise(space, value)), subject, caseId]);
  }
}
