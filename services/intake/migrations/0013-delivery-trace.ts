import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The trace to which a delivery belongs, for the header that goes out with it; null where the fact belongs to none. */
export class IntakeDeliveryTrace1700000000013 implements MigrationInterface {
  name = 'IntakeDeliveryTrace1700000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE intake.delivery ADD COLUMN IF NOT EXISTS traceparent text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
