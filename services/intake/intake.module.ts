import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import type { Product } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import type { Service } from '#libs/runtime/service.js';
import { ChannelsController } from './channels/channels.controller.js';
import { Reception } from './channels/receive.js';
import { CaseNumbers } from './claim/case-numbers.js';
import { SealedBefore } from './claim/sealed-before.js';
import { claimDesk } from './claim/claim.desk.js';
import { afterClaimFact } from './claim/claim.process.js';
import { ClaimHandler } from './claim/claim.handler.js';
import './claim/claim.requests.js';
import { AcknowledgementsController } from './feedback/acknowledgements.controller.js';
import { EvidenceController, TrackedEvidenceController } from './evidence/evidence.controller.js';
import { evidence } from './evidence/evidence.decider.js';
import { EvidenceHandler } from './evidence/evidence.handler.js';
import './evidence/evidence.requests.js';
import { FileStore } from './evidence/storage/file-store.js';
import { openStore } from './evidence/storage/open-store.js';
import { DeliveriesController } from './feedback/deliveries.controller.js';
import { DeliveryTable } from './feedback/deliveries.table.js';
import { Deliverer } from './feedback/deliver.js';
import { noteDeliveries } from './feedback/note-deliveries.js';
import { groupDesk } from './group/group.desk.js';
import { GroupHandler } from './group/group.handler.js';
import { gatherAfterFact, membersAfterFact } from './group/group.process.js';
import { GroupsController } from './group/groups.controller.js';
import { IntakeTables1700000000001 } from './migrations/0001-intake-tables.js';
import { IntakeRelated1700000000002 } from './migrations/0002-related.js';
import { noteClaims } from './related/note-claims.js';
import { ImportsController } from './imports/imports.controller.js';
import { Roster } from './imports/roster.js';
import { RelatedController } from './related/related.controller.js';
import { TrackingController } from './tracking/tracking.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([DeliveryTable])],
  controllers: [
    DeliveriesController, AcknowledgementsController, ChannelsController, TrackingController, GroupsController, RelatedController, ImportsController, EvidenceController, TrackedEvidenceController,
    commandsController('intake'), groupCommandsController('intake'),
  ],
  providers: [
    Reception, ClaimHandler, CaseNumbers, SealedBefore, GroupHandler, Roster, EvidenceHandler,
    { provide: FileStore, useFactory: ({ config }: Product) => openStore(config), inject: [PRODUCT] },
  ],
})
export class IntakeModule {}

/** Turning a work order into one well-formed claim; telling the channel what became of it. */
export const intake: Service = {
  name: 'intake', module: IntakeModule, entities: [DeliveryTable], migrations: [IntakeTables1700000000001, IntakeRelated1700000000002],
  desks: (product) => [claimDesk(product), groupDesk(product), { service: 'intake', stream: 'evidence', decider: evidence }],
  projections: [], processes: [membersAfterFact, gatherAfterFact, afterClaimFact],
  effects(product) {
    const [deliveries, claims] = [noteDeliveries(product), noteClaims(product)];
    return async (chunk, tx) => {
      await deliveries(chunk, tx);
      await claims(chunk, tx);
    };
  },
  async background(product) {
    const deliverer = new Deliverer(product).start();
    return () => deliverer.stop();
  },
};
