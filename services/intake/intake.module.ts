import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { commandsController } from '#libs/runtime/commands.controller.js';
import { groupCommandsController } from '#libs/runtime/group-commands.controller.js';
import type { Product } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import type { Service } from '#libs/runtime/service.js';
import { answer } from './answers/answer.decider.js';
import { AnswersController } from './answers/answers.controller.js';
import { Answers } from './answers/answers.handler.js';
import { noteEnquiries } from './answers/note-enquiries.js';
import { ReadReply } from './answers/read-reply.js';
import { ChannelsController } from './channels/channels.controller.js';
import { channelRegister } from './channels/channels.decider.js';
import { ChannelKeyHandler } from './channels/keys.handler.js';
import { RegisterController } from './channels/register.controller.js';
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
import { ReconciliationController } from './feedback/reconciliation.controller.js';
import { SubscriptionsController } from './feedback/subscriptions.controller.js';
import { noteDeliveries } from './feedback/note-deliveries.js';
import { groupDesk } from './group/group.desk.js';
import { GroupHandler } from './group/group.handler.js';
import { gatherAfterFact, membersAfterFact } from './group/group.process.js';
import { GroupsController } from './group/groups.controller.js';
import { IntakeTables1700000000001 } from './migrations/0001-intake-tables.js';
import { IntakeRelated1700000000002 } from './migrations/0002-related.js';
import { IntakeRetention1700000000011 } from './migrations/0011-retention.js';
import { erasure } from './person/erasure.decider.js';
import { ErasureHandler } from './person/erasure.handler.js';
import { ErasuresController } from './person/erasures.controller.js';
import { indexCorrected } from './person/index-corrected.js';
import { OwnDataController } from './person/own-data.controller.js';
import { retention } from './person/retention.decider.js';
import { retentionLines } from './person/retention.fold.js';
import './person/retention.requests.js';
import { IntakeReconciliation1700000000017 } from './migrations/0017-reconciliation.js';
import { IntakeEnquiries1700000000012 } from './migrations/0012-enquiries.js';
import { IntakeChannelKeys1700000000014 } from './migrations/0014-channel-keys.js';
import { IntakeImports1700000000015 } from './migrations/0015-imports.js';
import { IntakeTransfers1700000000016 } from './migrations/0016-transfers.js';
import { noteTransfers } from './transfer/note-transfers.js';
import { TransferSender } from './transfer/send-transfers.js';
import { TransferAnswersController } from './transfer/transfer-answers.controller.js';
import { transfers } from './transfer/transfer.decider.js';
import { IntakeDeliveryTrace1700000000013 } from './migrations/0013-delivery-trace.js';
import { Gatherers1700000000018 } from './migrations/0018-gatherers.js';
import { noteClaims } from './related/note-claims.js';
import { ImportStore } from './imports/import-store.js';
import { ImportWorker } from './imports/import-worker.js';
import { ImportsController } from './imports/imports.controller.js';
import { Roster } from './imports/roster.js';
import { RelatedController } from './related/related.controller.js';
import { keepCounters, recoverIntake, tellNobody } from './recover.js';
import { HumanCheck, ProofOfWork } from './self-service/human-check.js';
import { RealNames, NoRealNames } from './self-service/real-names.js';
import { SignedAssertions } from './self-service/signed-assertion.js';
import { IdentityController } from './self-service/identity.controller.js';
import { PublicDoor } from './self-service/public-door.js';
import { SelfServiceController } from './self-service/self-service.controller.js';
import { CodeDoor } from './tracking/code-door.js';
import { OwnPerson } from './tracking/own-person.js';
import { CorrectionByCode } from './tracking/correction.js';
import { SupplementByCode } from './tracking/supplement.js';
import { TrackingController } from './tracking/tracking.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([DeliveryTable])],
  controllers: [
    DeliveriesController, SubscriptionsController, ReconciliationController, AcknowledgementsController, TransferAnswersController, RegisterController, ChannelsController, SelfServiceController, IdentityController, AnswersController, TrackingController, GroupsController, RelatedController, ImportsController, EvidenceController, TrackedEvidenceController, ErasuresController, OwnDataController,
    commandsController('intake'), groupCommandsController('intake'),
  ],
  providers: [
    Reception, ChannelKeyHandler, PublicDoor, SupplementByCode, CorrectionByCode, CodeDoor, OwnPerson, Answers, ReadReply, ClaimHandler, CaseNumbers, SealedBefore, GroupHandler, Roster, ImportStore, ImportWorker, EvidenceHandler, ErasureHandler,
    { provide: HumanCheck, useFactory: ({ config }: Product) => new ProofOfWork(config.SELF_SERVICE_WORK_BITS), inject: [PRODUCT] },
    { provide: RealNames, useFactory: ({ config }: Product) => realNames(config), inject: [PRODUCT] },
    { provide: FileStore, useFactory: ({ config }: Product) => openStore(config), inject: [PRODUCT] },
  ],
})
export class IntakeModule {}

function realNames({ IDENTITY_ISSUER: issuer, IDENTITY_AUDIENCE: audience, IDENTITY_NUMBER_CLAIM: idNumberClaim, IDENTITY_METHODS: methods }: Product['config']): RealNames {
  return issuer === undefined ? new NoRealNames() : new SignedAssertions({ issuer, audience, idNumberClaim, methods });
}

/** Turning a work order into one well-formed claim; telling the channel what became of it. */
export const intake: Service = {
  name: 'intake', module: IntakeModule, entities: [DeliveryTable], migrations: [IntakeTables1700000000001, IntakeRelated1700000000002, IntakeRetention1700000000011, IntakeEnquiries1700000000012, IntakeDeliveryTrace1700000000013, IntakeChannelKeys1700000000014, IntakeImports1700000000015, IntakeTransfers1700000000016, IntakeReconciliation1700000000017, Gatherers1700000000018],
  desks: (product) => [claimDesk(product), groupDesk(product), { service: 'intake', stream: 'evidence', decider: evidence }, { service: 'intake', stream: 'retention', decider: retention }, { service: 'intake', stream: 'erasure', decider: erasure }, { service: 'intake', stream: 'answer', decider: answer }, { service: 'intake', stream: 'channels', decider: channelRegister }, { service: 'intake', stream: 'transfer', decider: transfers }],
  projections: [retentionLines], processes: [membersAfterFact, gatherAfterFact, afterClaimFact],
  effects(product) {
    const [deliveries, claims, handOvers, corrections] = [noteDeliveries(product), noteClaims(product), noteTransfers(product), indexCorrected(product)];
    return async (chunk, tx) => {
      await deliveries(chunk, tx);
      await claims(chunk, tx);
      await handOvers(chunk, tx);
      await noteEnquiries(chunk, tx);
      await corrections(chunk, tx);
    };
  },
  recover: () => recoverIntake, forgo: keepCounters, calm: tellNobody,
  async background(product) {
    const [deliverer, sender] = [new Deliverer(product).start(), new TransferSender(product).start()];
    return async () => {
      await Promise.all([deliverer.stop(), sender.stop()]);
    };
  },
};
