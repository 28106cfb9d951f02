import type { ClientBase } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFrom } from '#libs/event-store/read.js';
import { project } from '#libs/runtime/projection.js';
import { orders } from '../desk/desk.fold.js';

/**
 * The desk list by what is next due, and who works in a unit. The desk is folded anew from the log: what it shows now was not kept before.
 * Each index begins with whoever asks and ends with the order of the list, so that a page is read and not sorted.
 */
export class DeskList1700000000003 implements MigrationInterface {
  name = 'RoutingDeskList1700000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE routing.desk;
      CREATE TABLE routing.desk(
        id uuid PRIMARY KEY, "caseId" uuid NOT NULL, "order" int NOT NULL, "caseNumber" text, department text, division text NOT NULL, "heldBefore" text[] NOT NULL, step text NOT NULL, officer text,
        category text, matter text, kind text, track text, since timestamptz NOT NULL, "movedAt" timestamptz NOT NULL, clocks jsonb NOT NULL, "nextClock" text, "dueAt" timestamptz NOT NULL,
        breached int NOT NULL, warned int NOT NULL, "waitsFor" text NOT NULL, open boolean NOT NULL, position bigint NOT NULL);
      CREATE INDEX desk_case ON routing.desk("caseId");
      CREATE INDEX desk_officer ON routing.desk(officer, "dueAt", id) WHERE open;
      CREATE INDEX desk_unit ON routing.desk(department, division, "dueAt", id) WHERE open;
      CREATE INDEX desk_due ON routing.desk("dueAt", id) WHERE open;
      CREATE TABLE routing.staff(id uuid PRIMARY KEY, department text NOT NULL, division text NOT NULL, officer text NOT NULL, "left" boolean NOT NULL, position bigint NOT NULL);
      CREATE INDEX staff_officer ON routing.staff(officer);
    `);
    await refill(((await queryRunner.connect()) as ClientBase));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const BATCH = 2000;

/** Everything up to now, as the consumer would have folded it; what it sees a second time it passes over. */
async function refill(db: ClientBase): Promise<void> {
  for (let position = '0'; ;) {
    const events = await readFrom(db, position, BATCH);
    if (events.length === 0) return;
    await project(db, orders, events);
    position = events.at(-1)!.position;
  }
}
