import { Module } from '@nestjs/common';
import type { Service } from '#libs/runtime/service.js';
import { AccessController } from './access/access.controller.js';
import { access } from './access/access.decider.js';
import { ReplayController } from './replay/replay.controller.js';

@Module({ controllers: [AccessController, ReplayController] })
export class AuditModule {}

/** Replay of any case to any moment, and who looked at personal data. */
export const audit: Service = {
  name: 'audit', module: AuditModule, entities: [], migrations: [], projections: [], processes: [],
  desks: () => [{ service: 'audit', stream: 'access', decider: access }],
};
