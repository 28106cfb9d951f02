import { Module } from '@nestjs/common';
import type { Product } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import type { Service } from '#libs/runtime/service.js';
import { AccessController } from './access/access.controller.js';
import { access } from './access/access.decider.js';
import { looking } from './access/looking.decider.js';
import { WhoLookedController } from './access/who-looked.controller.js';
import { BundleController } from './bundle/bundle.controller.js';
import { TakeAway } from './bundle/take-away.js';
import { LogController } from './log/log.controller.js';
import { LogKeysHeld, logKeys } from './log/log-keys.js';
import { ProofsController } from './log/proofs.controller.js';
import { sealing } from './log/seal.js';
import { ReplayController } from './replay/replay.controller.js';
import { ReportController } from './report/report.controller.js';
import { WhatIfController } from './replay/what-if.controller.js';

@Module({
  controllers: [AccessController, WhoLookedController, BundleController, ReplayController, WhatIfController, ReportController, LogController, ProofsController],
  providers: [{ provide: LogKeysHeld, useFactory: ({ config, log }: Product) => new LogKeysHeld(logKeys(config, log.logId)), inject: [PRODUCT] }, TakeAway],
})
export class AuditModule {}

/** The transparency log over all events, replay of any case to any moment, past cases under another law, and who looked at personal data. */
export const audit: Service = {
  name: 'audit', module: AuditModule, entities: [], migrations: [], projections: [], processes: [],
  desks: () => [{ service: 'audit', stream: 'access', decider: access }, { service: 'audit', stream: 'looking', decider: looking }],
  background: sealing,
};
