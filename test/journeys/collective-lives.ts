/** The desks whose events make the life of a case. */
export const LIFE = ['claim', 'assignment', 'closure', 'inspection', 'mediation', 'arbitration', 'payment', 'court'];

const begun = ['claim-filed', 'case-routed', 'case-assigned', 'case-assigned', 'case-opened', 'complaint-received'];
const mediated = [
  'order-signed', 'requester-contacted', 'supplements-requested', 'supplements-received', 'complaint-accepted', 'reply-given', 'mediation-applied', 'mediation-started', 'mediation-session-scheduled', 'mediation-session-held',
];
const agreed = [...mediated, 'case-mediated', 'payment-due'];
const defaulted = ['payment-defaulted', 'court-route-advised'];
const ended = ['wage-paid', 'payment-completed', 'order-concluded', 'case-resolved', 'callback-made', 'case-closed'];

/** What happens to a member of the group, from its beginning to its end, by what becomes of it. */
export const lives = {
  paid: [...begun, ...agreed, ...ended],
  /** Who had called, and stands in the roster too. */
  paidAndToldTwice: [...begun, 'duplicate-linked', 'duplicate-routed', ...agreed, ...ended],
  awarded: [
    ...begun, ...mediated, 'mediation-failed', 'arbitration-applied', 'corrections-required', 'application-accepted', 'documents-promised', 'arbitration-stayed', 'copy-served', 'arbitration-resumed', 'answer-period-waived', 'panel-formed',
    'elements-stated', 'elements-stated', 'issues-fixed', 'partial-award-made', 'payment-due', 'pending-document-received', 'pending-document-received', 'hearing-scheduled', 'hearing-notified', 'hearing-held',
    'award-made', 'award-served', 'award-took-effect', 'payment-due', ...ended,
  ],
  confirmedAndEnforced: [...begun, ...agreed, 'judicial-confirmation-applied', 'agreement-confirmed', 'payment-due', ...defaulted, 'court-route-advised', 'enforcement-applied', ...ended],
  orderedAndEnforced: [
    ...begun, ...agreed, ...defaulted, 'payment-order-applied', 'payment-order-accepted', 'payment-order-issued', 'payment-order-served', 'payment-order-took-effect', 'court-route-advised', 'enforcement-applied', ...ended,
  ],
} as const;
