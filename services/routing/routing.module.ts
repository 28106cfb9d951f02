import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { commandsController } from '#libs/runtime/commands.controller.js';
import type { Projection } from '#libs/runtime/projection.js';
import type { Service } from '#libs/runtime/service.js';
import './assignment/assignment.requests.js';
import { assignmentDesk } from './assignment/route.js';
import { DeskController } from './desk/desk.controller.js';
import type { DeskRow } from './desk/desk.projection.js';
import { desk, deskKeys } from './desk/desk.projection.js';
import { DeskTable } from './desk/desk.table.js';
import { Desk1700000000001 } from './migrations/0001-desk.js';
import { afterFact } from './routing.process.js';

@Module({ imports: [TypeOrmModule.forFeature([DeskTable])], controllers: [DeskController, commandsController('routing')] })
export class RoutingModule {}

const orders: Projection<DeskRow> = { table: 'routing.desk', key: 'id', keysOf: deskKeys, fold: desk };

/** Which way a case goes, which office and officer, and why. */
export const routing: Service = {
  name: 'routing', module: RoutingModule, entities: [DeskTable], migrations: [Desk1700000000001],
  desks: (product) => [assignmentDesk(product)],
  projections: [orders],
  processes: [afterFact],
};
