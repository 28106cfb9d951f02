import { Module } from '@nestjs/common';
import { commandsController } from '#libs/runtime/commands.controller.js';
import type { AnyDesk, Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import type { Service } from '#libs/runtime/service.js';
import { arbitration } from './arbitration/arbitration.decider.js';
import './arbitration/arbitration.requests.js';
import { closure } from './closure/closure.decider.js';
import './closure/closure.requests.js';
import { court } from './court/court.decider.js';
import './court/court.requests.js';
import { handover } from './handover/handover.decider.js';
import './handover/handover.requests.js';
import { inspection } from './inspection/inspection.decider.js';
import './inspection/inspection.requests.js';
import { mediation } from './mediation/mediation.decider.js';
import './mediation/mediation.requests.js';
import { payment, unpaidOf } from './payment/payment.decider.js';
import './payment/payment.requests.js';
import { after } from './resolution.process.js';

@Module({ controllers: [commandsController('resolution')] })
export class ResolutionModule {}

function resolutionDesks({ streams }: Pick<Product, 'streams'>): readonly AnyDesk[] {
  const service = 'resolution';
  const closureDesk: Desk<typeof closure> = {
    service, stream: 'closure', decider: closure,
    /** An order may not be called done while money is unpaid: the payment stream says how much is. */
    async prepare(command, { caseId }) {
      if (command.type !== 'ConcludeOrder') return command;
      const { state } = await streams.load(`payment/${caseId}`, payment);
      return { ...command, unpaid: unpaidOf(state) };
    },
  };
  return [
    { service, stream: 'mediation', decider: mediation }, { service, stream: 'inspection', decider: inspection }, { service, stream: 'arbitration', decider: arbitration },
    { service, stream: 'court', decider: court }, { service, stream: 'handover', decider: handover }, { service, stream: 'payment', decider: payment },
    closureDesk,
  ];
}

/** The desks: mediation, inspection, arbitration, court roads, hand-over, payment, closure. */
export const resolution: Service = {
  name: 'resolution', module: ResolutionModule, entities: [], migrations: [], desks: resolutionDesks, projections: [], processes: [after],
};
