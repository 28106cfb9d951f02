import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where cases gather and the signs of it; partners that watch and serve beside the authorities. */
export class SignsAndPartners1700000000007 implements MigrationInterface {
  name = 'SupervisionSignsAndPartners1700000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE supervision.gathered(
        id uuid PRIMARY KEY, kind text NOT NULL, subject uuid NOT NULL, "byName" uuid NOT NULL, "caseId" uuid NOT NULL, division text NOT NULL,
        "receivedAt" timestamptz NOT NULL, workers int NOT NULL, amount bigint NOT NULL);
      CREATE INDEX gathered_subject ON supervision.gathered(subject, "receivedAt");
      CREATE INDEX gathered_name ON supervision.gathered("byName") WHERE subject <> "byName";
      CREATE TABLE supervision.early_sign(
        sign uuid PRIMARY KEY, kind text NOT NULL, name text NOT NULL, "creditCode" text, division text NOT NULL, episode int NOT NULL, basis text NOT NULL,
        level text NOT NULL, rule text NOT NULL, season text, pack jsonb NOT NULL, cases jsonb NOT NULL, places jsonb NOT NULL, workers int NOT NULL, amount bigint NOT NULL,
        state text NOT NULL, "foundAt" timestamptz NOT NULL, "grewAt" timestamptz, "raisedBy" text, text jsonb, bodies jsonb NOT NULL,
        "endedAt" timestamptz, result text, "endText" jsonb, position bigint NOT NULL);
      CREATE INDEX early_sign_state ON supervision.early_sign(state, "foundAt");
      CREATE TABLE supervision.partner(
        partner uuid PRIMARY KEY, role text NOT NULL, division text NOT NULL, "reportsTo" text, file jsonb NOT NULL, missed int NOT NULL, "openEvents" int NOT NULL,
        removed boolean NOT NULL, position bigint NOT NULL);
      CREATE INDEX partner_division ON supervision.partner(division, role);
      CREATE INDEX partner_addressee ON supervision.partner("reportsTo") WHERE missed > 0 OR "openEvents" > 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
