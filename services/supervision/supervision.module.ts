import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import type { Service } from '#libs/runtime/service.js';
import { BoardController } from './board/board.controller.js';
import { ExplainController } from './board/explain.controller.js';
import { NamesController } from './board/names.controller.js';
import { BoardFeed, StreamController } from './board/stream.controller.js';
import { CalendarPreviewController } from './calendar/calendar.controller.js';
import { noteNotices, Reissuer } from './calendar/reissue.js';
import { CaseViewController } from './case-view/case-view.controller.js';
import { GroupsViewController } from './case-view/groups.controller.js';
import { LawController } from './case-view/law.controller.js';
import type { CaseRow } from './case-view/case-view.projection.js';
import { caseView } from './case-view/case-view.projection.js';
import { CaseViewTable } from './case-view/case-view.table.js';
import type { ClueRow } from './clues/clue-view.projection.js';
import { clueKeys, clueView } from './clues/clue-view.projection.js';
import { ClueViewTable } from './clues/clue-view.table.js';
import { CluesController } from './clues/clues.controller.js';
import type { ClockRowView } from './clocks/clock-view.js';
import { clockView, ClockViewTable } from './clocks/clock-view.js';
import { WhyController } from './clocks/why.controller.js';
import { Firer } from './clocks/fire.js';
import { supervisionDesks } from './desks.js';
import './escalation/escalation.requests.js';
import type { EscalationRow } from './escalation/escalation-view.js';
import { EscalationTable, escalationView } from './escalation/escalation-view.js';
import { ReadTables1700000000001 } from './migrations/0001-read-tables.js';
import { Calendar1700000000002 } from './migrations/0002-calendar.js';
import { Clues1700000000003 } from './migrations/0003-clues.js';
import { clocksAfter, escalationAfter } from './supervision.process.js';
import type { Projection } from '#libs/runtime/projection.js';

const entities = [CaseViewTable, ClockViewTable, EscalationTable, ClueViewTable];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [
    ExplainController, BoardController, NamesController, StreamController, CaseViewController, LawController, GroupsViewController, WhyController, CalendarPreviewController, CluesController,
    commandsController('supervision'), groupCommandsController('supervision'),
  ],
  providers: [BoardFeed],
})
export class SupervisionModule {}

const cases: Projection<CaseRow> = { table: 'supervision.case_view', key: 'caseId', keysOf: ({ caseId }) => [caseId], fold: caseView };
const clockLines: Projection<ClockRowView> = { table: 'supervision.clock_view', key: 'clock', keysOf: ({ type, data }) => (type.startsWith('supervision.clock-') ? [String(data['clock'])] : []), fold: clockView };
const escalations: Projection<EscalationRow> = {
  table: 'supervision.escalation_view', key: 'escalation', keysOf: ({ type, data }) => (type.startsWith('supervision.escalation-') ? [String(data['escalation'])] : []), fold: escalationView,
};

const clues: Projection<ClueRow> = { table: 'supervision.clue_view', key: 'caseId', keysOf: clueKeys, fold: clueView };

/** Clocks across services, escalation, the board and the page of one case. */
export const supervision: Service = {
  name: 'supervision', module: SupervisionModule, entities, migrations: [ReadTables1700000000001, Calendar1700000000002, Clues1700000000003],
  desks: supervisionDesks,
  projections: [cases, clockLines, escalations, clues],
  processes: [clocksAfter, escalationAfter],
  effects: () => noteNotices,
  async background(product: Product, desks: readonly AnyDesk[]) {
    const firer = new Firer(product, new Map(desks.map((desk) => [desk.stream, desk]))).start();
    const reissuer = new Reissuer(product, desks.find((desk) => desk.stream === 'clocks')!).start();
    return async () => {
      await Promise.all([firer.stop(), reissuer.stop()]);
    };
  },
};
