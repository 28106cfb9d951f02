import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What figures are counted from. A fact stands from the position `since` on and, where it was corrected, until before `until`: so every figure can be counted as of any
 * position. `fact_blocks`: the sums of whole blocks of positions, made once: by month and place, and beside them by one more aspect each.
 */
export class Figures1700000000005 implements MigrationInterface {
  name = 'SupervisionFigures1700000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE supervision.case_life("caseId" uuid PRIMARY KEY, life jsonb NOT NULL);
      CREATE TABLE supervision.fact_cells(
        cell bigint PRIMARY KEY, division text COLLATE "C" NOT NULL, department text NOT NULL, track text NOT NULL, category text NOT NULL, channel text NOT NULL, part text NOT NULL);
      CREATE TABLE supervision.case_facts(
        "caseId" uuid NOT NULL, since bigint NOT NULL, until bigint, cell bigint NOT NULL, amount bigint NOT NULL, day date NOT NULL, kind text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL);
      CREATE INDEX case_facts_case ON supervision.case_facts("caseId");
      CREATE INDEX case_facts_since ON supervision.case_facts(since);
      CREATE INDEX case_facts_until ON supervision.case_facts(until) WHERE until IS NOT NULL;
      CREATE INDEX case_facts_day ON supervision.case_facts(kind, day);
      CREATE TABLE supervision.fact_blocks(
        aspect text COLLATE "C" NOT NULL, block int NOT NULL, kind text COLLATE "C" NOT NULL, month date NOT NULL, division text COLLATE "C" NOT NULL, value text COLLATE "C" NOT NULL, part text COLLATE "C" NOT NULL,
        n bigint NOT NULL, amount bigint NOT NULL, PRIMARY KEY(aspect, block, kind, month, division, value, part));
      CREATE TABLE supervision.fact_blocks_done(block int PRIMARY KEY);
      CREATE TABLE supervision.figures_view(
        figures uuid PRIMARY KEY, "publishedAt" timestamptz NOT NULL, by text NOT NULL, title text NOT NULL, division text NOT NULL, parameters jsonb NOT NULL,
        "atPosition" bigint NOT NULL, "queryVersion" text NOT NULL, digest text NOT NULL, position bigint NOT NULL);
      CREATE INDEX figures_view_published ON supervision.figures_view("publishedAt");
      CREATE TABLE supervision.circular_view(
        circular uuid PRIMARY KEY, number text NOT NULL, "issuedAt" timestamptz NOT NULL, by text NOT NULL, title text NOT NULL, text text NOT NULL, division text NOT NULL, figures uuid NOT NULL,
        "answerDue" timestamptz NOT NULL, rule jsonb NOT NULL, units jsonb NOT NULL, position bigint NOT NULL);
      CREATE INDEX circular_view_issued ON supervision.circular_view("issuedAt");
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
