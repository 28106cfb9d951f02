import '#libs/contracts/catalogue.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ErasureEvent, RetentionEvent } from '#libs/contracts/intake.events.js';
import { specify } from '#libs/decider/specify.js';
import type { File } from './erasure.decider.js';
import { erasure } from './erasure.decider.js';
import { retention } from './retention.decider.js';
import type { RetentionRow } from './retention.projection.js';
import { retentionRow, subjectOfNobody } from './retention.projection.js';

const subject = '0190b0a2-7b6e-7d11-9c51-0a2f6e6c7a10';
const at = '2031-09-15T09:00:00.000+08:00';
const [asker, second] = ['supervisor:a', 'supervisor:b'] as const;

describe('Erasing a person', () => {
  const given = specify(erasure);
  const file: File = { caseId: subject, keptUntil: '2031-09-14', held: false };
  const ask = { type: 'RequestErasure', at, by: asker, subject, files: [file], basis: 'retentionEnded', reason: '保存期满' } as const;
  const approve = { type: 'ApproveErasure', at, by: second, subject, files: [file] } as const;
  const requested: ErasureEvent = { type: 'ErasureRequested', at, by: asker, subject, cases: [subject], basis: 'retentionEnded', reason: '保存期满' };
  const erased: ErasureEvent = { type: 'PersonErased', at, by: second, subject, cases: [subject], basis: 'retentionEnded', requestedBy: asker };
  const rejected: ErasureEvent = { type: 'ErasureRejected', at, by: second, subject, reason: '有关案件在办' };
  const reject = { type: 'RejectErasure', at, by: second, subject, reason: '有关案件在办' } as const;

  it('is asked by one and decided by another', () => {
    given().when(ask).then(requested);
    given(requested).when(approve).then(erased);
    given(requested).when(reject).then(rejected);
  });
  it('happens once, however often it is asked, approved or rejected', () => {
    given(requested).when(ask).thenNothing();
    given(requested, erased).when(ask).thenNothing();
    given(requested, erased).when(approve).thenNothing();
    given(requested, rejected).when(reject).thenNothing();
  });
  it('is decided by nobody alone, in whatever role', () => {
    given(requested).when({ ...approve, by: asker }).thenRefused('ERASURE_FOUR_EYES');
    given(requested).when({ ...approve, by: 'officer:a' }).thenRefused('ERASURE_FOUR_EYES');
  });
  it('needs somebody who asked, also after a rejection', () => {
    given().when(approve).thenRefused('NO_SUCH_ERASURE');
    given().when(reject).thenRefused('NO_SUCH_ERASURE');
    given(requested, rejected).when(approve).thenRefused('NO_SUCH_ERASURE');
    given(requested, rejected).when(ask).then(requested);
  });

  it.each<[string, File, string | undefined]>([
    ['the last day of its term', { ...file, keptUntil: '2031-09-15' }, 'ERASURE_WITHIN_RETENTION'], ['the day before', { ...file, keptUntil: '2031-09-16' }, 'ERASURE_WITHIN_RETENTION'], ['the day after', { ...file, keptUntil: '2031-09-14' }, undefined],
    ['an open case', { ...file, keptUntil: undefined }, 'ERASURE_CASE_OPEN'], ['a hold', { ...file, held: true }, 'ERASURE_HELD'], ['a hold on an open case', { caseId: subject, keptUntil: undefined, held: true }, 'ERASURE_HELD'],
  ])('waits for every file: %s', (_, other, code) => {
    for (const command of [{ ...ask, files: [file, other] }, { ...approve, files: [file, other] }]) {
      const when = given(...(command.type === 'ApproveErasure' ? [requested] : [])).when(command as never);
      if (code === undefined) when.then({ ...(command.type === 'ApproveErasure' ? erased : requested), cases: [subject, subject] });
      else when.thenRefused(code);
    }
  });
});

describe('A hold on a file', () => {
  const given = specify(retention);
  const [place, lift] = [{ type: 'PlaceHold', at, by: asker, reason: '法院调卷' }, { type: 'LiftHold', at, by: asker, reason: '已归还案卷' }] as const;
  const [placed, lifted, gone]: RetentionEvent[] = [{ type: 'HoldPlaced', at, by: asker, reason: '法院调卷' }, { type: 'HoldLifted', at, by: asker, reason: '已归还案卷' }, { type: 'PersonalDataErased', at, by: second, subject }];

  it('is placed and lifted, each once', () => {
    given().when(place).then(placed!);
    given(placed!).when(place).thenNothing();
    given(placed!).when(lift).then(lifted!);
    given(placed!, lifted!).when(lift).thenNothing();
  });
  it('is lifted only where it stands, and not placed on what is gone', () => {
    given().when(lift).thenRefused('FILE_NOT_HELD');
    given(gone!).when(place).thenRefused('HOLD_TOO_LATE');
  });
  it('ends a person once', () => {
    given().when({ type: 'ErasePersonalData', at, by: second, subject }).then(gone!);
    given(gone!).when({ type: 'ErasePersonalData', at, by: second, subject }).thenNothing();
  });
});

describe('How long a file is kept', () => {
  const event = (type: string, data: object): PublishedEvent => ({ position: '1', logId: 'l', id: 'e', type, caseId: subject, stream: 's', version: 1, data: { at, ...data }, meta: { actor: 'x' }, recordedAt: at });
  const filed = event('intake.claim-filed.v1', { caseNumber: 'N-1', division: '439901', requester: { subject: 'p' }, text: null });
  const after = (...events: PublishedEvent[]): RetentionRow | undefined => events.reduce<RetentionRow | undefined>(retentionRow, undefined);

  it('is said by its archiving, and by its reopening no more', () => {
    const archived = event('resolution.case-archived.v1', { retainUntil: '2031-09-14', file: 'hotline' });
    expect(after(filed, archived)).toEqual({ caseId: subject, caseNumber: 'N-1', division: '439901', subject: 'p', archivedAt: at, file: 'hotline', keptUntil: '2031-09-14', held: false, erasedAt: null });
    expect(after(filed, archived, event('resolution.case-reopened.v1', {}))).toMatchObject({ keptUntil: null, archivedAt: null });
    expect(after(filed, event('intake.hold-placed.v1', {}))).toMatchObject({ held: true });
    expect(after(filed, event('intake.hold-placed.v1', {}), event('intake.hold-lifted.v1', {}), event('intake.personal-data-erased.v1', {}))).toMatchObject({ held: false, erasedAt: at });
  });
  it('belongs to whoever the text was sealed for, and else to nobody', () => {
    const of = (data: object) => after(event('intake.claim-filed.v1', { caseNumber: 'N-1', division: '439901', ...data }))!.subject;
    expect([of({ requester: null, text: { subject: 't' } }), of({ requester: null, text: null })]).toEqual(['t', subjectOfNobody(subject)]);
  });
  it('is no matter of a case that was never filed', () => expect(after(event('resolution.case-archived.v1', {}))).toBeUndefined());
});
