import type { PublishedEvent } from '#libs/contracts/event.js';
import { handlersOf } from './handlers.projection.js';
import { fileOf, keptUntil } from './retention.js';

const told = (type: string, actor: string, data: Record<string, unknown> = {}): PublishedEvent =>
  ({ position: '1', logId: 'l', id: 'e', type, caseId: 'c', stream: 's', version: 1, data, meta: { actor }, recordedAt: '2026-03-02T10:15:00+08:00' });

describe('Who had a case in hand', () => {
  it('is whoever signed, was named, or took a step at any desk, in whatever role', () => expect(handlersOf([
    told('routing.order-signed.v1', 'officer:a'), told('routing.officer-named.v1', 'supervisor:s', { officer: 'b' }), told('resolution.complaint-accepted.v1', 'inspector:c'),
    told('resolution.wage-paid.v1', 'officer:a'), told('resolution.legal-aid-granted.v1', 'legal-aid:d'),
  ])).toEqual(['a', 'b', 'c', 'd']));

  it('is neither the person, nor a channel, nor the system, nor who called back, supervised or decided on a dispute', () => expect(handlersOf([
    told('intake.claim-filed.v1', 'channel:12345'), told('routing.order-signed.v1', 'process:routing'), told('resolution.procedure-applied.v1', 'worker:w'), told('resolution.callback-made.v1', 'officer:v'),
    told('resolution.callback-unreached.v1', 'officer:v'), told('resolution.case-reopened.v1', 'officer:v'), told('resolution.case-carried-forward.v1', 'supervisor:s'), told('routing.case-redispatched.v1', 'supervisor:s'),
    told('supervision.supervision-listed.v1', 'supervisor:s'), told('resolution.case-resumed.v1', 'supervisor:s'), told('resolution.case-closed.v1', 'supervisor:s'), told('resolution.case-archived.v1', 'officer:v'),
  ])).toEqual([]));
});

describe('How long a file is kept', () => {
  it.each([
    [['resolution.case-closed.v1'], 'hotline'], [['resolution.inspection-filed.v1', 'resolution.case-closed.v1'], 'inspection'], [['resolution.inspection-filed.v1', 'resolution.application-accepted.v1'], 'arbitration'],
    [['resolution.application-accepted.v1', 'resolution.award-made.v1'], 'award'],
  ])('a case with %j is kept as %s', (types, file) => expect(fileOf(types)).toBe(file));

  it('at least ten years where there was an award, five after mediation in arbitration (CHR 24)', () => {
    const parameters = { retentionYears: { award: 10, arbitration: 5, inspection: 10, hotline: 5 } };
    expect([keptUntil('award', '2026-03-30', parameters), keptUntil('arbitration', '2028-02-29', parameters), keptUntil('award', '2026-03-30', {})]).toEqual(['2036-03-30', '2033-02-28', undefined]);
  });
});
