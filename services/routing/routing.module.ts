import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import type { Projection } from '#libs/runtime/projection.js';
import type { Service } from '#libs/runtime/service.js';
import './assignment/assignment.requests.js';
import { assignmentDesk } from './assignment/route.js';
import { DeskController } from './desk/desk.controller.js';
import { orders } from './desk/desk.fold.js';
import { DeskTable } from './desk/desk.table.js';
import { Desk1700000000001 } from './migrations/0001-desk.js';
import { CasePack1700000000002 } from './migrations/0002-case-pack.js';
import { DeskList1700000000003 } from './migrations/0003-desk-list.js';
import { CalendarController } from './packs/calendar.controller.js';
import type { CasePackRow } from './packs/case-pack.projection.js';
import { casePack, casePackKeys } from './packs/case-pack.projection.js';
import { LawDoor } from './packs/law-door.js';
import { PacksController } from './packs/packs.controller.js';
import { policyDesk } from './packs/policy.desk.js';
import { afterFact } from './routing.process.js';
import { staffDesk } from './staff/staff.desk.js';
import { staffAfterFact } from './staff/staff.process.js';
import type { StaffRow } from './staff/staff.projection.js';
import { staffKeys, staffMember } from './staff/staff.projection.js';
import { StaffTable } from './staff/staff.table.js';
import { UnitsController } from './staff/units.controller.js';

@Module({ imports: [TypeOrmModule.forFeature([DeskTable, StaffTable])], controllers: [DeskController, UnitsController, PacksController, CalendarController, commandsController('routing'), groupCommandsController('routing')], providers: [LawDoor] })
export class RoutingModule {}

const members: Projection<StaffRow> = { table: 'routing.staff', key: 'id', of: ['routing.officer-'], keysOf: staffKeys, fold: staffMember };
const casePacks: Projection<CasePackRow> = { table: 'routing.case_pack', key: 'caseId', of: ['routing.case-routed.v1'], keysOf: casePackKeys, fold: casePack };

/** Which way a case goes, which office and officer, and why; and the law by which it says so. */
export const routing: Service = {
  name: 'routing', module: RoutingModule, entities: [DeskTable, StaffTable], migrations: [Desk1700000000001, CasePack1700000000002, DeskList1700000000003],
  desks: (product) => [assignmentDesk(product), staffDesk(product), policyDesk(product)],
  projections: [orders, members, casePacks],
  processes: [afterFact, staffAfterFact],
};
