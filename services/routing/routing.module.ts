import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import type { Projection } from '#libs/runtime/projection.js';
import type { Service } from '#libs/runtime/service.js';
import './assignment/assignment.requests.js';
import { assignmentDesk } from './assignment/route.js';
import { DeskController } from './desk/desk.controller.js';
import type { DeskRow } from './desk/desk.projection.js';
import { desk, deskKeys } from './desk/desk.projection.js';
import { DeskTable } from './desk/desk.table.js';
import { Desk1700000000001 } from './migrations/0001-desk.js';
import { CasePack1700000000002 } from './migrations/0002-case-pack.js';
import { CalendarController } from './packs/calendar.controller.js';
import type { CasePackRow } from './packs/case-pack.projection.js';
import { casePack, casePackKeys } from './packs/case-pack.projection.js';
import { LawDoor } from './packs/law-door.js';
import { PacksController } from './packs/packs.controller.js';
import { policyDesk } from './packs/policy.desk.js';
import { afterFact } from './routing.process.js';

@Module({ imports: [TypeOrmModule.forFeature([DeskTable])], controllers: [DeskController, PacksController, CalendarController, commandsController('routing'), groupCommandsController('routing')], providers: [LawDoor] })
export class RoutingModule {}

const orders: Projection<DeskRow> = { table: 'routing.desk', key: 'id', keysOf: deskKeys, fold: desk };
const casePacks: Projection<CasePackRow> = { table: 'routing.case_pack', key: 'caseId', keysOf: casePackKeys, fold: casePack };

/** Which way a case goes, which office and officer, and why; and the law by which it says so. */
export const routing: Service = {
  name: 'routing', module: RoutingModule, entities: [DeskTable], migrations: [Desk1700000000001, CasePack1700000000002],
  desks: (product) => [assignmentDesk(product), policyDesk(product)],
  projections: [orders, casePacks],
  processes: [afterFact],
};
