import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people are signed in by a browser, as they are told themselves: no address, no cookie, no name. A row goes when its session ends. */
export class OwnSessions1700000000010 implements MigrationInterface {
  name = 'SupervisionOwnSessions1700000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE supervision.own_session(person uuid, "startedAt" bigint, "usedAt" bigint NOT NULL, browser text, system text, PRIMARY KEY (person, "startedAt"));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
