import { Module } from '@nestjs/common';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import type { Service } from '#libs/runtime/service.js';
import './arbitration/arbitration.requests.js';
import './closure/closure.requests.js';
import './coordination/coordination.requests.js';
import './court/court.requests.js';
import { resolutionDesks } from './desks.js';
import './fund/fund.requests.js';
import './handover/handover.requests.js';
import './inspection/inspection.requests.js';
import './limitation/limitation.requests.js';
import './mediation/mediation.requests.js';
import './payment/payment.requests.js';
import './regulator/regulator.requests.js';
import { Projects1700000000001 } from './migrations/0001-projects.js';
import { CoordinatorsController } from './project/coordinators.controller.js';
import { ProjectFiles } from './project/project-files.js';
import { ProjectHandler } from './project/project.handler.js';
import { beats, projects, requests } from './project/project.tables.js';
import { ProjectsController } from './project/projects.controller.js';
import { noteSiteCases } from './project/site-cases.js';
import { after } from './resolution.process.js';

@Module({ controllers: [ProjectsController, CoordinatorsController, commandsController('resolution'), groupCommandsController('resolution')], providers: [ProjectFiles, ProjectHandler] })
export class ResolutionModule {}

export const resolution: Service = {
  name: 'resolution', module: ResolutionModule, entities: [], migrations: [Projects1700000000001], desks: resolutionDesks, projections: [projects, beats, requests], processes: [after], effects: noteSiteCases,
};
