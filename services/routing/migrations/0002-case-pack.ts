import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which pack routed which case: whom a rule touched. Filled from the log for the cases that there are. */
export class CasePack1700000000002 implements MigrationInterface {
  name = 'RoutingCasePack1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE routing.case_pack(
        "caseId" uuid PRIMARY KEY, division text NOT NULL, "handlingDivision" text NOT NULL, "packDivision" text NOT NULL, "packVersion" text NOT NULL, at timestamptz NOT NULL, position bigint NOT NULL);
      CREATE INDEX case_pack_name ON routing.case_pack("packDivision", "packVersion", position);
      INSERT INTO routing.case_pack
        SELECT e.case_id, d ->> 'division', d #>> '{decision,handlingDivision}', d #>> '{decision,pack,division}', d #>> '{decision,pack,version}', (d ->> 'at')::timestamptz, e.pos
        FROM es.events e, LATERAL (SELECT e.data::jsonb AS d) x WHERE e.type = 'routing.case-routed' ON CONFLICT DO NOTHING;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
