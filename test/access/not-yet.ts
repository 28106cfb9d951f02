/** Operations whose document lacks something that they answer: refusals that are reached by a table which the reading of the sources does not follow, and answers of other forms. Nothing may be added. */
export const NOT_YET = [
  'audit/report', 'commands/call-deposit', 'commands/decline-sanction-listing', 'commands/find-major-violation', 'commands/list-for-sanctions', 'commands/notify-sanction-listing', 'commands/object-to-sanction-listing', 'commands/publish-violation', 'commands/record-deposit-used',
  'commands/record-deposit-refilled', 'commands/remove-from-sanction-list', 'commands/assign-beat', 'routing/desk', 'packs/proposals', 'session/callback', 'session/sign-in', 'partners/stations', '{trackingCode}/supplements',
  'calendar/proposals', 'evidence/{evidenceId}',
];
