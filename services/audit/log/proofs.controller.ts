import { Controller, Get, Query } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Pool } from 'pg';
import { newestCheckpoint, tilesIn } from '#libs/event-store/checkpoints.js';
import { consistencyProofFrom, inclusionProofFrom, rootFrom } from '#libs/merkle/proof.js';
import { HASH_BYTES, TILE_WIDTH, widthIn } from '#libs/merkle/tiles.js';
import { Public } from '#libs/runtime/auth.guard.js';
import { refuse } from './log.refusals.js';

const POSITION = /^[1-9]\d{0,14}$/;

export class InclusionQuery {
  /** 1 for the first event of the log. */
  @Matches(POSITION) position!: string;
}
export class ConsistencyQuery {
  /** Size of the older tree, from 1. */
  @Matches(POSITION) from!: string;
  /** Size of the newer one. */
  @Matches(POSITION) to!: string;
}

/** Proofs of RFC 6962 for people and programs that read no tiles. They hold hashes alone, so that everybody may ask. */
@Controller('v1/audit/proofs')
export class ProofsController {
  constructor(private readonly pool: Pool) {}

  /** That the event at a position stands in the newest sealed tree. */
  @Get('inclusion') @Public()
  async inclusion(@Query() { position }: InclusionQuery): Promise<object> {
    const { size, root, note } = await this.#sealed();
    const leafIndex = Number(position) - 1;
    if (leafIndex >= size) throw refuse('NO_SUCH_LEAF', { sealed: size });
    const read = tilesIn(this.pool);
    const tile = Math.floor(leafIndex / TILE_WIDTH);
    const [hashes, proof] = await Promise.all([read(0, tile, widthIn(size, 0, tile)), inclusionProofFrom(read, leafIndex, size)]);
    const at = (leafIndex % TILE_WIDTH) * HASH_BYTES;
    return { leafIndex, leafHash: hashes.toString('base64', at, at + HASH_BYTES), treeSize: size, rootHash: root.toString('base64'), proof: written(proof), checkpoint: note };
  }

  /** That an older tree is the beginning of a newer one. */
  @Get('consistency') @Public()
  async consistency(@Query() query: ConsistencyQuery): Promise<object> {
    const { size } = await this.#sealed();
    const [from, to] = [Number(query.from), Number(query.to)];
    if (from > to || to > size) throw refuse('LOG_RANGE_INVALID', { sealed: size });
    const read = tilesIn(this.pool);
    const [proof, fromRoot, toRoot] = await Promise.all([consistencyProofFrom(read, from, to), rootFrom(read, from), rootFrom(read, to)]);
    return { from, to, fromRoot: fromRoot.toString('base64'), toRoot: toRoot.toString('base64'), proof: written(proof) };
  }

  async #sealed(): Promise<{ size: number; root: Buffer; note: string }> {
    const newest = await newestCheckpoint(this.pool);
    if (!newest) throw refuse('LOG_NOT_SEALED');
    return newest;
  }
}

function written(hashes: readonly Buffer[]): string[] {
  return hashes.map((hash) => hash.toString('base64'));
}
