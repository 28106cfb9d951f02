import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The channels' secrets, sealed, each under a key of its own in `pii`; when each was last used; and what is left of each channel's allowance. Which of them live, the log says. */
export class IntakeChannelKeys1700000000014 implements MigrationInterface {
  name = 'IntakeChannelKeys1700000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE intake.channel_key(key text PRIMARY KEY, channel text NOT NULL, sealed jsonb NOT NULL);
      CREATE TABLE intake.channel_use(channel text, key text, "lastUsedAt" timestamptz NOT NULL, PRIMARY KEY(channel, key)) WITH (fillfactor=50);
      CREATE UNLOGGED TABLE intake.channel_rate(channel text PRIMARY KEY, "fullAt" timestamptz NOT NULL) WITH (fillfactor=20);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
