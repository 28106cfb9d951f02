import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns, every version of what they ask of a case, and the places that are visited. */
export class Campaigns1700000000006 implements MigrationInterface {
  name = 'SupervisionCampaigns1700000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE supervision.campaign_case(
        "caseId" uuid NOT NULL, position bigint NOT NULL, until bigint, "recordedAt" timestamptz NOT NULL, "replacedAt" timestamptz, "caseNumber" text NOT NULL, division text NOT NULL,
        category text, sector text, funding text NOT NULL, "arrearsYear" int NOT NULL, "receivedOn" date NOT NULL, verified boolean NOT NULL, collective boolean NOT NULL, closed boolean NOT NULL, withdrawn boolean NOT NULL,
        workers int NOT NULL, unpaid bigint NOT NULL, reason text NOT NULL, "foundBy" uuid, owed jsonb NOT NULL, paid jsonb NOT NULL, said jsonb, facts jsonb NOT NULL, PRIMARY KEY ("caseId", position));
      CREATE UNIQUE INDEX campaign_case_now ON supervision.campaign_case("caseId") WHERE until IS NULL;
      CREATE INDEX campaign_case_place ON supervision.campaign_case(division text_pattern_ops, "arrearsYear");
      CREATE INDEX campaign_case_found ON supervision.campaign_case("foundBy") WHERE "foundBy" IS NOT NULL;
      CREATE TABLE supervision.campaign(campaign uuid PRIMARY KEY, division text NOT NULL, kind text NOT NULL, phase text NOT NULL, file jsonb NOT NULL, position bigint NOT NULL);
      CREATE INDEX campaign_division ON supervision.campaign(division, phase);
      CREATE TABLE supervision.visit_place(
        place uuid PRIMARY KEY, campaign uuid NOT NULL, division text NOT NULL, residence text NOT NULL, "nextOn" date, overdue boolean NOT NULL, visits int NOT NULL, file jsonb NOT NULL, position bigint NOT NULL);
      CREATE INDEX visit_place_campaign ON supervision.visit_place(campaign, place);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
