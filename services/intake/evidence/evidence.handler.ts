import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Cause } from '#libs/contracts/cause.js';
import type { EvidenceKind } from '#libs/contracts/intake.events.js';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import { Streams } from '#libs/event-store/streams.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { log } from '#libs/runtime/logger.js';
import type { Product } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import { Keyring, SubjectErased } from '#libs/security/keyring.js';
import { seal } from '#libs/security/seal.js';
import { macOf, sealFile, unsealFile } from '#libs/security/seal-file.js';
import { scan } from './clamav.js';
import type { EvidenceCommand, Piece } from './evidence.decider.js';
import { evidence, sameAs } from './evidence.decider.js';
import { refuse } from './evidence.refusals.js';
import { extensionIn } from './file-name.js';
import { mediaTypeOf } from './media-type.js';
import { FileStore } from './storage/file-store.js';

/** Where a piece comes from, and who hands it in. */
export interface Handing {
  readonly caseId: string;
  /** The person of the case; null where nobody is named. */
  readonly subject: string | null;
  readonly cause: Cause;
  /** By the tracking code alone: fewer pieces, so that a code that got about fills no case. */
  readonly byCode: boolean;
}

export interface Received {
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes as they came. */
  readonly sha256: string;
}

export interface Taken {
  readonly evidence: string;
  readonly position: string;
  /** Of what was sent: for the sender to keep; it is not stored. */
  readonly sha256: string;
  readonly outcome: 'added' | 'unchanged';
}

/** A file is gone from the store, or is not the one that was put there. */
class EvidenceDamaged extends Error {
  constructor() {
    super('A stored file of evidence is missing or changed.');
    this.name = 'EvidenceDamaged';
  }
}

const BY_CODE_MAX = 10;

/** A file becomes a piece of evidence: looked at, sealed, stored, and only then told of by an event. So no event is without its file; a file without its event is swept. */
@Injectable()
export class EvidenceHandler {
  constructor(
    private readonly streams: Streams, private readonly commands: CommandBus, private readonly keyring: Keyring, private readonly clock: Clock,
    private readonly store: FileStore, @Inject(PRODUCT) private readonly product: Pick<Product, 'config'>,
  ) {}

  get bytesMax(): number {
    return this.product.config.EVIDENCE_BYTES_MAX;
  }

  async add({ caseId, subject: named, cause, byCode }: Handing, { kind, name, bytes, sha256 }: Received): Promise<Taken> {
    const mediaType = mediaTypeOf(bytes, extensionIn(name));
    if (mediaType === undefined) throw refuse('EVIDENCE_TYPE_NOT_ALLOWED');
    if (mediaType === 'differs') throw refuse('EVIDENCE_TYPE_DIFFERS');
    const subject = named ?? uuidv5(`person/${caseId}`);
    const dek = await this.#keyOf(subject);
    const mac = macOf(dek, bytes);
    const before = await this.streams.load(`evidence/${caseId}`, evidence);
    const same = sameAs(before.state, mac);
    if (same) return { evidence: same.evidence, position: before.position, sha256, outcome: 'unchanged' };
    const scanned = await this.#looked(bytes, caseId);
    const id = uuidv7();
    const sealed = sealFile(dek, subject, id, bytes);
    const command: EvidenceCommand = {
      type: 'AddEvidence', at: this.clock.now(), by: cause.actor, evidence: id, kind, name: seal(dek, subject, 'evidenceName', name), mediaType, size: bytes.length,
      mac, sha256: hashOf(sealed), scan: scanned, byCode, max: this.product.config.EVIDENCE_OF_CASE_MAX, byCodeMax: BY_CODE_MAX,
    };
    evidence.decide(command, before.state); // What would be refused is not stored.
    await this.store.put(id, sealed);
    const { events, position } = await this.commands.execute(new GiveCommand('evidence', caseId, command, cause));
    if (events.length > 0) return { evidence: id, position, sha256, outcome: 'added' };
    const { state } = await this.streams.load(`evidence/${caseId}`, evidence); // Another was quicker with the same.
    return { evidence: sameAs(state, mac)!.evidence, position, sha256, outcome: 'unchanged' };
  }

  async list(caseId: string): Promise<readonly Piece[]> {
    const { state } = await this.streams.load(`evidence/${caseId}`, evidence);
    return [...state.pieces.values()];
  }

  /** The file as it was handed in, whole, with the name that it came under. The look is recorded before anything is answered. */
  async read(caseId: string, id: string, cause: Cause): Promise<{ bytes: Buffer; name: string; piece: Piece }> {
    const { state } = await this.streams.load(`evidence/${caseId}`, evidence);
    const piece = state.pieces.get(id);
    if (!piece) throw refuse('NO_SUCH_EVIDENCE');
    const { subject } = piece.name;
    const [deks, sealed] = await Promise.all([this.keyring.deksOf([subject]), this.store.get(id)]);
    const dek = deks.get(subject);
    if (!dek) throw refuse('EVIDENCE_ERASED');
    if (!sealed || hashOf(sealed) !== piece.sha256) throw new EvidenceDamaged();
    const bytes = unsealFile(dek, subject, id, sealed);
    const [name] = await this.keyring.open([piece.name]);
    await this.commands.execute(new GiveCommand('evidence', caseId, { type: 'ReadEvidence', at: this.clock.now(), by: cause.actor, evidence: id } as { type: string }, cause));
    return { bytes, name: name ?? '', piece };
  }

  async #looked(bytes: Buffer, caseId: string): Promise<'clean' | 'notConfigured'> {
    const { CLAMAV_URL: scanner } = this.product.config;
    if (!scanner) return 'notConfigured';
    const signature = await scan(scanner, bytes);
    if (signature === null) return 'clean';
    log.warn({ caseId, signature }, 'infected file refused');
    throw refuse('EVIDENCE_INFECTED', { signature });
  }

  async #keyOf(subject: string): Promise<Buffer> {
    try {
      return (await this.keyring.create([subject])).get(subject)!;
    } catch (error) {
      throw error instanceof SubjectErased ? refuse('EVIDENCE_ERASED') : error;
    }
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
