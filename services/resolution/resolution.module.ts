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
import './employment/employment.requests.js';
import './fund/fund.requests.js';
import './handover/handover.help.requests.js';
import './handover/handover.requests.js';
import { HearingsCalendar } from './hearings/hearings-calendar.js';
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
import { Tribunals1700000000003 } from './migrations/0003-tribunals.js';
import { recoverProjects } from './project/recover.js';
import { CoordinatorsController } from './project/coordinators.controller.js';
import { ProjectFiles } from './project/project-files.js';
import { ProjectHandler } from './project/project.handler.js';
import { beats, projects, requests } from './project/project.tables.js';
import { ProjectsController } from './project/projects.controller.js';
import { SiteCodesController } from './project/site-codes.controller.js';
import { noteSiteCases } from './project/site-cases.js';
import { PapersController } from './papers/papers.controller.js';
import { PapersHandler } from './papers/papers.handler.js';
import { after, offered } from './resolution.process.js';
import type { PanelCaseRow } from './tribunal/panel-case.projection.js';
import { panelCase, panelCaseKeys, panelCaseTypes } from './tribunal/panel-case.projection.js';
import { Registers } from './tribunal/registers.js';
import { TribunalController } from './tribunal/tribunal.controller.js';
import { tribunals } from './tribunal/tribunal.tables.js';

@Module({
  controllers: [
    MoneyController, HearingsController, TribunalController, ElementsController, ProjectsController, SiteCodesController, CoordinatorsController, PapersController,
    commandsController('resolution'), groupCommandsController('resolution'),
  ],
  providers: [
    HearingsCalendar, HearingsHandler, ProjectFiles, ProjectHandler, PapersHandler,
    { provide: CaseLaw, inject: [Streams, POLICIES], useFactory: (streams: Streams, policies: Policies) => new CaseLaw(streams, policies) },
    { provide: Registers, inject: [Streams, Pool, BLIND_INDEX], useFactory: (streams: Streams, pool: Pool, index: BlindIndex) => new Registers(streams, pool, index) },
    { provide: ArbitrationDesk, inject: [Streams, Registers, CaseLaw], useFactory: (streams: Streams, registers: Registers, law: CaseLaw) => new ArbitrationDesk(streams, registers, (caseId) => law.of(caseId)) },
  ],
})
export class ResolutionModule {}

const panelCases: Projection<PanelCaseRow> = { table: 'resolution.panel_case', key: 'caseId', of: [...panelCaseTypes], keysOf: panelCaseKeys, fold: panelCase };

export const resolution: Service = {
  name: 'resolution', module: ResolutionModule, entities: [], migrations: [PanelCase1700000000001, Projects1700000000002, Tribunals1700000000003], desks: resolutionDesks,
  projections: [panelCases, tribunals, projects, beats, requests], processes: [after, offered], effects: noteSiteCases, recover: () => recoverProjects,
};
