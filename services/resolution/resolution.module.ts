import { Module } from '@nestjs/common';
import { Pool } from 'pg';
import { Streams } from '#libs/event-store/streams.js';
import type { Policies } from '#libs/policy/in-force.js';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import { BLIND_INDEX, POLICIES } from '#libs/runtime/product.js';
import type { Projection } from '#libs/runtime/projection.js';
import type { Service } from '#libs/runtime/service.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { ArbitrationDesk } from './arbitration/arbitration.desk.js';
import './arbitration/arbitration.requests.js';
import { ElementsController } from './arbitration/elements.controller.js';
import { CaseLaw } from './case-rules.js';
import './closure/closure.requests.js';
import './coordination/coordination.requests.js';
import './court/court.requests.js';
import { resolutionDesks } from './desks.js';
import './fund/fund.requests.js';
import './handover/handover.help.requests.js';
import './handover/handover.requests.js';
import { HearingsController } from './hearings/hearings.controller.js';
import { HearingsHandler } from './hearings/hearings.handler.js';
import './inspection/inspection.requests.js';
import './limitation/limitation.requests.js';
import './mediation/mediation.requests.js';
import { PanelCase1700000000001 } from './migrations/0001-panel-case.js';
import { MoneyController } from './payment/money.controller.js';
import './payment/payment.requests.js';
import './regulator/regulator.requests.js';
import { Projects1700000000002 } from './migrations/0002-projects.js';
import { CoordinatorsController } from './project/coordinators.controller.js';
import { ProjectFiles } from './project/project-files.js';
import { ProjectHandler } from './project/project.handler.js';
import { beats, projects, requests } from './project/project.tables.js';
import { ProjectsController } from './project/projects.controller.js';
import { noteSiteCases } from './project/site-cases.js';
import { PapersController } from './papers/papers.controller.js';
import { PapersHandler } from './papers/papers.handler.js';
import { after, offered } from './resolution.process.js';
import type { PanelCaseRow } from './tribunal/panel-case.projection.js';
import { panelCase, panelCaseKeys } from './tribunal/panel-case.projection.js';
import { Registers } from './tribunal/registers.js';
import { TribunalController } from './tribunal/tribunal.controller.js';

@Module({
  controllers: [
    MoneyController, HearingsController, TribunalController, ElementsController, ProjectsController, CoordinatorsController, PapersController,
    commandsController('resolution'), groupCommandsController('resolution'),
  ],
  providers: [
    HearingsHandler, ProjectFiles, ProjectHandler, PapersHandler,
    { provide: CaseLaw, inject: [Streams, POLICIES], useFactory: (streams: Streams, policies: Policies) => new CaseLaw(streams, policies) },
    { provide: Registers, inject: [Streams, Pool, BLIND_INDEX], useFactory: (streams: Streams, pool: Pool, index: BlindIndex) => new Registers(streams, pool, index) },
    { provide: ArbitrationDesk, inject: [Streams, Registers, CaseLaw], useFactory: (streams: Streams, registers: Registers, law: CaseLaw) => new ArbitrationDesk(streams, registers, (caseId) => law.of(caseId)) },
  ],
})
export class ResolutionModule {}

const panelCases: Projection<PanelCaseRow> = { table: 'resolution.panel_case', key: 'caseId', keysOf: panelCaseKeys, fold: panelCase };

export const resolution: Service = {
  name: 'resolution', module: ResolutionModule, entities: [], migrations: [PanelCase1700000000001, Projects1700000000002], desks: resolutionDesks,
  projections: [panelCases, projects, beats, requests], processes: [after, offered], effects: noteSiteCases,
};
