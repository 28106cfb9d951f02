/** What happens to a sample case after its receipt: the events that its clocks assume, each at its time of fact. */
export interface Step {
  readonly at: string;
  /** Whoever the step belongs to, and `service/command`; or an event that must come by itself. */
  readonly give: readonly [role: string, command: string, fields?: object] | { readonly awaits: string };
}

const step = (at: string, role: string, command: string, fields: object = {}): Step => ({ at: `${at}:00+08:00`, give: [role, command, fields] });
const comes = (at: string, awaits: string): Step => ({ at: `${at}:00+08:00`, give: { awaits } });

const INSPECTORS = { inspectors: ['inspector-439901', 'inspector-439902'] };
const FEN_PER_WORKER = 3_066_666;
const accept = (at: string): Step => step(at, 'arbitrator', 'resolution/accept-application');
const onOrder = (procedure: string): object => ({ order: 0, procedure });

export const laterSteps: Readonly<Record<string, readonly Step[]>> = {
  S02: [
    step('2026-01-16T10:00', 'inspector', 'resolution/file-inspection', INSPECTORS),
    step('2026-04-10T10:00', 'supervisor', 'resolution/extend-investigation', { days: 30, approvedBy: 'supervisor-439900' }),
  ],
  S04: [
    step('2026-04-08T10:00', 'inspector', 'resolution/file-inspection', INSPECTORS),
    step('2026-04-10T10:00', 'inspector', 'resolution/order-payment', { owed: Array.from({ length: 45 }, (_, at) => ({ worker: at + 1, amount: FEN_PER_WORKER })), dueOn: '2026-04-17', service: 'posted' }),
    comes('2026-04-18T00:30', 'resolution.pay-order-expired.v1'),
    step('2026-04-20T09:00', 'inspector', 'resolution/report-crime'),
    step('2026-04-22T15:00', 'supervisor', 'resolution/approve-transfer', { approvedBy: 'supervisor-439900' }),
    step('2026-04-23T10:00', 'inspector', 'resolution/transfer-to-police'),
  ],
  S05: [accept('2026-09-21T09:30')],
  S06: [accept('2026-03-11T09:30')],
  S07: [
    accept('2026-04-23T09:30'),
    step('2026-04-24T09:30', 'arbitrator', 'resolution/form-panel', { arbitrators: ['arbitrator-439900'] }),
    step('2026-05-18T09:30', 'arbitrator', 'resolution/make-award', { final: false, performBy: '2026-06-18', owed: [{ worker: 1, amount: 4_100_000 }] }),
    step('2026-05-20T09:30', 'arbitrator', 'resolution/serve-award', { party: 'both' }),
  ],
  S08: [accept('2026-05-07T09:30')],
  S09: [
    accept('2026-06-03T09:30'),
    step('2026-06-10T09:30', 'arbitrator', 'resolution/publish-notice'),
    step('2026-07-10T09:30', 'arbitrator', 'resolution/end-notice'),
  ],
  S10: [
    step('2026-06-02T14:00', 'officer', 'resolution/apply-for-payment-order'),
    step('2026-06-05T14:00', 'officer', 'resolution/accept-payment-order'),
    step('2026-06-11T14:00', 'officer', 'resolution/issue-payment-order'),
    step('2026-06-12T14:00', 'officer', 'resolution/serve-payment-order'),
  ],
  S16: [
    step('2026-08-04T09:00', 'officer', 'resolution/apply-for-mediation', { organisation: '新就业形态劳动纠纷一站式调解中心' }),
    step('2026-08-06T09:00', 'mediator', 'resolution/confirm-relation'),
  ],
  S18: [step('2026-06-09T09:00', 'officer', 'resolution/accept-procedure', onOrder('workInjury'))],
  S27: [step('2026-04-07T09:00', 'officer', 'resolution/accept-procedure', onOrder('residencePermit'))],
  S30: [
    step('2026-04-01T09:00', 'officer', 'resolution/apply-for-procedure', onOrder('landArbitration')),
    step('2026-04-08T09:00', 'officer', 'resolution/accept-procedure', onOrder('landArbitration')),
  ],
  S31: [step('2026-12-04T09:00', 'relief', 'resolution/give-relief', { order: 0, amount: 60_000 })],
  S32: [step('2026-03-04T09:00', 'inspector', 'routing/accept-transfer')],
};
