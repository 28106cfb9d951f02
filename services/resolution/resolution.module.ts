import { Module } from '@nestjs/common';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import type { Service } from '#libs/runtime/service.js';
import './arbitration/arbitration.requests.js';
import './closure/closure.requests.js';
import './court/court.requests.js';
import { resolutionDesks } from './desks.js';
import './handover/handover.requests.js';
import './inspection/inspection.requests.js';
import './limitation/limitation.requests.js';
import './mediation/mediation.requests.js';
import './payment/payment.requests.js';
import { PapersController } from './papers/papers.controller.js';
import { PapersHandler } from './papers/papers.handler.js';
import { after } from './resolution.process.js';

@Module({ controllers: [commandsController('resolution'), groupCommandsController('resolution'), PapersController], providers: [PapersHandler] })
export class ResolutionModule {}

export const resolution: Service = {
  name: 'resolution', module: ResolutionModule, entities: [], migrations: [], desks: resolutionDesks, projections: [], processes: [after],
};
