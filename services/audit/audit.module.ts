import { Module } from '@nestjs/common';
import type { Service } from '#libs/runtime/service.js';
import { AccessController } from './access/access.controller.js';
import { access } from './access/access.decider.js';
import { ReplayController } from './replay/replay.controller.js';
import { WhatIfController } from './replay/what-if.controller.js';

@Module({ controllers: [AccessController, ReplayController, WhatIfController] })
export class AuditModule {}

/** Replay of any case to any moment, past cases under another law, and who looked at personal data. */
export const audit: Service = {
  name: 'audit', module: AuditModule, entities: [], migrations: [], projections: [], processes: [],
  desks: () => [{ service: 'audit', stream: 'access', decider: access }],
};
