import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PanelCase1700000000001 implements MigrationInterface {
  name = 'ResolutionPanelCase1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE resolution.panel_case("caseId" uuid PRIMARY KEY, kind text NOT NULL, arbitrators text[] NOT NULL, open boolean NOT NULL);
      CREATE INDEX panel_case_open ON resolution.panel_case USING gin(arbitrators) WHERE open;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
