import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { log, traceOf } from '#libs/runtime/logger.js';
import { channelNamed } from '../channels/channels.js';
import { Reception } from '../channels/receive.js';
import { ClaimHandler } from '../claim/claim.handler.js';
import type { SheetRow } from './columns.js';
import { fieldsOfRows, importSheet } from './columns.js';
import type { Work } from './import-store.js';
import { ImportStore } from './import-store.js';
import { sheetOf } from './imported-order.js';
import type { Door, RowAnswer } from './rows.js';
import { ABREAST, fileRows } from './rows.js';
import { rowsIn } from './spreadsheet.js';

export const IMPORT_ROWS_MAX = 10_000;
const POLL_MS = 300;
/** Seconds until the rows that were not served are tried again; after the last they count as failed. */
const RETRY_SECONDS = [1, 2, 5, 10, 30, 60, 60, 120, 120, 300] as const;

export interface Sheet { readonly rows: readonly SheetRow[]; readonly headers: ReadonlyMap<string, string> }

/**
 * Files the rows of sheets, one sheet at a time in each process, some rows at once. What a batch became is stored with it, so that a process that dies is followed by another
 * that goes on at the next row; a row that was filed and not yet noted is filed again under its own key, and so answered as it was.
 */
@Injectable()
export class ImportWorker implements OnApplicationBootstrap, OnModuleDestroy {
  #running = true;
  #loop: Promise<void> | undefined;
  #woken: AbortController = new AbortController();
  #reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: ImportStore, private readonly reception: Reception, private readonly claims: ClaimHandler) {}

  onApplicationBootstrap(): void {
    this.#loop = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#running = false;
    this.wake();
    await this.#loop;
  }

  /** Something has come in: look at once. */
  wake(): void {
    this.#woken.abort();
  }

  /** The rows of a file. One file at a time: unpacked it is several times as large. Throws what is the matter with it. */
  read(file: Buffer): Promise<Sheet> {
    const turn = this.#reading.catch(() => undefined).then(async () => fieldsOfRows(await rowsIn(file, IMPORT_ROWS_MAX), importSheet));
    this.#reading = turn;
    return turn;
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#woken = new AbortController();
      const worked = await this.#once().catch((error: unknown) => {
        log.warn({ error: traceOf(error) }, 'sheets wait');
        return false;
      });
      if (!worked && this.#running) await pause(POLL_MS, undefined, { signal: this.#woken.signal, ref: false }).catch(() => undefined);
    }
  }

  async #once(): Promise<boolean> {
    const work = await this.store.next();
    if (!work) return false;
    const { rows, headers } = await this.read(work.file);
    const { id: importId, divisions, kinds } = work;
    const door: Door = { channel: sheetOf(channelNamed(work.channel)), divisions, kinds, importId, headers };
    const open = rows.filter(({ row }) => !work.answered.has(row));
    const failed: RowAnswer[] = [];
    for (let from = 0; from < open.length; from += ABREAST) {
      if (!this.#running) return this.store.release(importId, 0, false).then(() => true); // Another process goes on at once.
      const answers = await fileRows(open.slice(from, from + ABREAST), door, this.reception, this.claims);
      const served = answers.filter(({ result }) => result !== 'failed');
      if (served.length > 0) await this.store.note(importId, served);
      failed.push(...answers.filter(({ result }) => result === 'failed'));
      if (served.length === 0) break; // Not these rows: the system is down.
    }
    await this.#close(work, failed);
    return true;
  }

  async #close({ id, tries }: Work, failed: readonly RowAnswer[]): Promise<void> {
    const wait = RETRY_SECONDS[tries];
    if (failed.length > 0 && wait !== undefined) return this.store.release(id, wait, true);
    if (failed.length > 0) await this.store.note(id, failed);
    await this.store.finish(id);
  }
}
