import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import type { Service } from '#libs/runtime/service.js';
import { AttentionController } from './board/attention.controller.js';
import { BoardController } from './board/board.controller.js';
import { IdleController } from './board/idle.controller.js';
import { ExplainController } from './board/explain.controller.js';
import { NamesController } from './board/names.controller.js';
import { BoardFeed, StreamController } from './board/stream.controller.js';
import { CampaignHandler } from './campaigns/campaign.handler.js';
import { campaigns } from './campaigns/campaign.tables.js';
import { CampaignsController } from './campaigns/campaigns.controller.js';
import { noteCampaignCases } from './campaigns/note-cases.js';
import { CalendarPreviewController } from './calendar/calendar.controller.js';
import { noteNotices, Reissuer } from './calendar/reissue.js';
import { CaseViewController } from './case-view/case-view.controller.js';
import { GroupsViewController } from './case-view/groups.controller.js';
import { LawController } from './case-view/law.controller.js';
import type { CaseRow } from './case-view/case-view.projection.js';
import { caseView } from './case-view/case-view.projection.js';
import { CaseViewTable } from './case-view/case-view.table.js';
import type { ClueRow } from './clues/clue-view.projection.js';
import { clueKeys, clueTypes, clueView } from './clues/clue-view.projection.js';
import { ClueViewTable } from './clues/clue-view.table.js';
import { CluesController } from './clues/clues.controller.js';
import type { ClockRowView } from './clocks/clock-view.js';
import { clockView, ClockViewTable } from './clocks/clock-view.js';
import { WhyController } from './clocks/why.controller.js';
import { Firer } from './clocks/fire.js';
import { recoverClocks } from './clocks/recover-clocks.js';
import { supervisionDesks } from './desks.js';
import './escalation/escalation.requests.js';
import { EscalationsController } from './escalation/escalations.controller.js';
import type { EscalationRow } from './escalation/escalation-view.js';
import { EscalationTable, escalationKeys, escalationView } from './escalation/escalation-view.js';
import { noteCases, Watch } from './escalation/watch.js';
import { ReadTables1700000000001 } from './migrations/0001-read-tables.js';
import { Calendar1700000000002 } from './migrations/0002-calendar.js';
import { Clues1700000000003 } from './migrations/0003-clues.js';
import { Ladder1700000000004 } from './migrations/0004-ladder.js';
import { Campaigns1700000000006 } from './migrations/0006-campaigns.js';
import { SignsAndPartners1700000000007 } from './migrations/0007-signs-and-partners.js';
import { CaseTally1700000000008 } from './migrations/0008-case-tally.js';
import { Gatherers1700000000009 } from './migrations/0009-gatherers.js';
import { OwnSessions1700000000010 } from './migrations/0010-own-sessions.js';
import { partnerDesk } from './partners/partner.desk.js';
import { partnersAfter } from './partners/partner.process.js';
import type { PartnerRow } from './partners/partner-view.projection.js';
import { partnerView } from './partners/partner-view.projection.js';
import { PartnersController } from './partners/partners.controller.js';
import { Partners } from './partners/partners.js';
import { StreamDoor } from './stream-door.js';
import { Figures1700000000005 } from './migrations/0005-figures.js';
import { BlockSummer } from './statistics/blocks.js';
import { CircularsController } from './statistics/circulars.controller.js';
import { ExportsController } from './statistics/exports.controller.js';
import { FiguresController } from './statistics/figures.controller.js';
import { Figures } from './statistics/figures.js';
import { keepFacts } from './statistics/keep-facts.js';
import { CircularTable, circularView, FiguresTable, figuresView } from './statistics/published-views.js';
import { Publishing } from './statistics/publishing.js';
import { Standing } from './statistics/standing.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { statisticsDesks } from './statistics/statistics.desks.js';
import { serveConsole } from './console/serve-console.js';
import { OwnSessions } from './session/own-sessions.js';
import { SessionController } from './session/session.controller.js';
import { clocksAfter, escalationAfter, movementAfter, visitAfter } from './supervision.process.js';
import { noteGathering } from './warning/gathering.js';
import { signDesk } from './warning/sign.desk.js';
import { signsAfter } from './warning/sign.process.js';
import type { SignRow } from './warning/sign-view.projection.js';
import { signView } from './warning/sign-view.projection.js';
import { SignsController } from './warning/signs.controller.js';
import { Signs } from './warning/signs.js';
import type { Projection } from '#libs/runtime/projection.js';
import { VisitHandler } from './visits/visit.handler.js';
import { places } from './visits/visit.tables.js';
import { VisitsController } from './visits/visits.controller.js';

const entities = [CaseViewTable, ClockViewTable, EscalationTable, ClueViewTable, FiguresTable, CircularTable];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [
    SessionController, AttentionController, ExplainController, BoardController, NamesController, StreamController, CaseViewController, LawController, GroupsViewController, WhyController, CalendarPreviewController, CluesController, EscalationsController, IdleController,
    SignsController, PartnersController, StatisticsController, ExportsController, FiguresController, CircularsController, CampaignsController, VisitsController,
    commandsController('supervision'), groupCommandsController('supervision'),
  ],
  providers: [BoardFeed, StreamDoor, Signs, Partners, Standing, Figures, Publishing, CampaignHandler, VisitHandler, OwnSessions],
})
export class SupervisionModule {}

const cases: Projection<CaseRow> = { table: 'supervision.case_view', key: 'caseId', keysOf: ({ caseId }) => [caseId], fold: caseView };
const clockLines: Projection<ClockRowView> = { table: 'supervision.clock_view', key: 'clock', of: ['supervision.clock-'], keysOf: ({ type, data }) => (type.startsWith('supervision.clock-') ? [String(data['clock'])] : []), fold: clockView };
const escalations: Projection<EscalationRow> = { table: 'supervision.escalation_view', key: 'escalation', of: ['supervision.escalation-', 'supervision.interview-', 'supervision.supervision-'], keysOf: escalationKeys, fold: escalationView };
const clues: Projection<ClueRow> = { table: 'supervision.clue_view', key: 'caseId', of: [...clueTypes], keysOf: clueKeys, fold: clueView };

const signs: Projection<SignRow> = { table: 'supervision.early_sign', key: 'sign', of: ['sign/'], keysOf: ({ stream, caseId }) => (stream.startsWith('sign/') ? [caseId] : []), fold: signView };
const partners: Projection<PartnerRow> = { table: 'supervision.partner', key: 'partner', of: ['partner/'], keysOf: ({ stream, caseId }) => (stream.startsWith('partner/') ? [caseId] : []), fold: partnerView };

/** Clocks across services, escalation, the board and the page of one case. */
export const supervision: Service = {
  name: 'supervision', module: SupervisionModule, entities,
  migrations: [ReadTables1700000000001, Calendar1700000000002, Clues1700000000003, Ladder1700000000004, Figures1700000000005, Campaigns1700000000006, SignsAndPartners1700000000007, CaseTally1700000000008, Gatherers1700000000009, OwnSessions1700000000010],
  desks: (product) => [...supervisionDesks(product), ...statisticsDesks, signDesk(product), partnerDesk(product)],
  projections: [cases, clockLines, escalations, clues, figuresView, circularView, signs, partners, campaigns, places],
  processes: [clocksAfter, escalationAfter, movementAfter, signsAfter, partnersAfter, visitAfter],
  effects({ blindIndex }) {
    const gathering = noteGathering(blindIndex);
    return async (chunk, tx) => {
      await noteNotices(chunk, tx);
      await noteCases(chunk, tx);
      await gathering(chunk, tx);
      await keepFacts(chunk, tx);
      await noteCampaignCases(chunk, tx);
    };
  },
  recover: recoverClocks,
  serve: (app) => serveConsole(app),
  async background(product: Product, desks: readonly AnyDesk[]) {
    const firer = new Firer(product, new Map(desks.map((desk) => [desk.stream, desk]))).start();
    product.workers.set('clocks', () => firer.health());
    const reissuer = new Reissuer(product, desks.find((desk) => desk.stream === 'clocks')!).start();
    const watch = new Watch(product, desks.find((desk) => desk.stream === 'escalation')!).start();
    const summer = new BlockSummer(product).start();
    return async () => {
      await Promise.all([firer.stop(), reissuer.stop(), watch.stop(), summer.stop()]);
    };
  },
};
