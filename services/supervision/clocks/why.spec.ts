import '#libs/contracts/catalogue.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { calendarOf } from '#libs/calendar/working-days.js';
import { published } from '#libs/event-store/streams.js';
import { CaseClocks } from './case-clocks.js';
import type { Notices } from './dates-by-hand.js';
import { noticesOfPack, saidOtherwise } from './dates-by-hand.js';
import type { Why } from './why.js';
import { whyOf } from './why.js';

const notices = noticesOfPack();

/** The log of a case as the service stores it: facts, and behind each what its clocks did. */
class Log {
  readonly history: PublishedEvent[] = [];
  readonly clocks = new CaseClocks(notices);
  private seen = 0;

  fact(type: string, day: string, data: object = {}): this {
    this.clocks.fact(type, day, data);
    this.#store(`00000000-0000-4000-8000-${String(this.history.filter(({ stream }) => stream === 'x').length + 1).padStart(12, '0')}`, type, 'x', { at: `${day}T10:00:00+08:00`, ...data });
    return this.#rest();
  }

  calendar(published: Notices, day: string): this {
    this.clocks.calendar(published, day);
    return this.#rest();
  }

  why(kind: string, calendar = notices): Why {
    const [id] = [...this.clocks.state.clocks].find(([, clock]) => clock.kind === kind)!;
    return whyOf(this.history, id, () => calendarOf(calendar))!;
  }

  #rest(): this {
    for (const event of this.clocks.events.slice(this.seen)) {
      const { type, data } = published('supervision', event);
      this.#store(`clock-${this.history.length}`, type, 'clocks/c', data as Record<string, unknown>);
    }
    this.seen = this.clocks.events.length;
    return this;
  }

  #store(id: string, type: string, stream: string, data: Record<string, unknown>): void {
    const position = String(this.history.length + 1);
    this.history.push({ position, logId: 't', id, type: /\.v\d+$/.test(type) ? type : `${type}.v1`, caseId: 'c', stream, version: 1, data, meta: { actor: 'process:test' }, recordedAt: String(data['at']) });
  }
}

const zh = (why: Why): string => why.sentences.map((sentence) => sentence.zh).join('\n');
const en = (why: Why): string => why.sentences.map((sentence) => sentence.en).join('\n');

describe('Why a clock is due on its day', () => {
  it('tells the fact that began it, the notice of each skipped day, each pause with reason and person, each extension with ground and approver', () => {
    const why = new Log()
      .fact('resolution.inspection-filed.v1', '2026-01-16', { inspectors: ['a', 'b'], by: 'inspector:7' })
      .fact('resolution.investigation-suspended.v1', '2026-03-09', { reason: '当事人逃匿', by: 'inspector:7' })
      .fact('resolution.investigation-resumed.v1', '2026-03-12', { by: 'inspector:8' })
      .fact('resolution.investigation-extended.v1', '2026-03-20', { days: 30, approvedBy: 'head:9', ground: '案情复杂' })
      .why('INSP-INVEST');
    expect([why.due, why.counted, why.history.map(({ type }) => type)]).toEqual(['2026-06-05', undefined, ['ClockStarted', 'ClockSuspended', 'ClockResumed', 'ClockExtended']]);
    expect(why.history[0]!.cause).toMatchObject({ type: 'resolution.inspection-filed.v1', title: { zh: '已立案', en: 'inspection filed' }, by: 'inspector:7' });
    for (const part of ['“已立案”', 'LSR 17', '当事人逃匿', 'inspector:7', '延长30个工作日', '案情复杂', 'head:9', '春节', '国办发明电〔2025〕7号', '调休']) expect([part, zh(why).includes(part)]).toEqual([part, true]);
    for (const part of ['inspection filed', '当事人逃匿', 'Extended by 30 working days', 'head:9', 'Spring Festival', '2026-06-05']) expect([part, en(why).includes(part)]).toEqual([part, true]);
  });

  it('tells a pause that is not over, a new beginning, and an extension that is not counted', () => {
    const log = new Log()
      .fact('resolution.application-accepted.v1', '2026-03-02', { track: 'ordinary', by: 'a' })
      .fact('resolution.award-deadline-extended.v1', '2026-03-10', { days: 20, approvedBy: 'director:1' })
      .fact('resolution.claims-changed.v1', '2026-03-20', { change: 'addedParty', by: 'arbitrator:3' })
      .fact('resolution.notice-published.v1', '2026-03-25', { by: 'arbitrator:3' })
      .fact('resolution.arbitration-stayed.v1', '2026-03-26', { ground: '等待鉴定', by: 'arbitrator:4' });
    const why = log.why('ARB-AWARD');
    expect([why.status, why.due, why.startedAt]).toEqual(['suspended', '2026-05-06', '2026-03-20']);
    for (const part of ['请求变更已受理', '公告送达开始', '不予计算：超过每次可延长的幅度（规定：每次至多15，共1次）', '尚未恢复']) expect([part, zh(why).includes(part)]).toEqual([part, true]);
    expect(en(why)).toContain('An extension by 20 on 2026-03-10 (approved by: director:1) is not counted: it is longer than one extension may be');
    const later = log.fact('resolution.notice-ended.v1', '2026-04-24', { by: 'arbitrator:3' }).fact('resolution.arbitration-resumed.v1', '2026-04-30', { by: 'arbitrator:4' }).why('ARB-AWARD');
    expect([later.status, later.counted]).toEqual(['running', undefined]);
    expect(later.steps.filter(({ kind }) => kind === 'paused')).toMatchObject([{ from: '2026-03-25', to: '2026-04-24', reason: 'resolution.notice-published.v1', by: 'arbitrator:3' }, { from: '2026-03-26', to: '2026-04-30', reason: '等待鉴定', by: 'arbitrator:4' }]);
    expect(zh(later)).toContain('公告送达开始');
  });

  it('tells a re-issue with both dates and the notice, and explains the new one', () => {
    const changed = saidOtherwise(notices, '2026-02-01', '2026', { off: ['2026-03-09'] });
    const why = new Log().fact('routing.case-routed.v1', '2026-03-02', { decision: { orders: [{ order: 0, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-02' }] }] } })
      .calendar(changed, '2026-03-03').why('INSP-ACCEPT', changed);
    expect([why.due, why.calendar, why.counted]).toEqual(['2026-03-10', 'cn-2026-02-01', undefined]);
    expect(zh(why)).toContain('2026-03-03因2026年放假安排公布（日历cn-2026-02-01）重新核定：由2026-03-09改为2026-03-10。');
    expect(en(why)).toContain('Counted again on 2026-03-03 by the notice for 2026 (calendar cn-2026-02-01): from 2026-03-09 to 2026-03-10.');
  });

  it('says so where the calendar of that time is lost and the steps lead elsewhere', () => {
    const other = saidOtherwise(notices, '2026-02-01', '2026', { off: ['2026-03-09'] });
    const why = new Log().fact('routing.case-routed.v1', '2026-03-02', { decision: { orders: [{ order: 0, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-02' }] }] } }).why('INSP-ACCEPT', other);
    expect([why.due, why.counted]).toEqual(['2026-03-09', '2026-03-10']);
  });

  it('tells the end: in time, late, or without object', () => {
    const log = new Log().fact('resolution.application-accepted.v1', '2026-03-02', { track: 'ordinary', by: 'a' }).fact('resolution.award-made.v1', '2026-03-30', { final: true, by: 'a' });
    expect(zh(log.why('ARB-AWARD'))).toContain('2026-03-30“已裁决”，事项按期完成。');
    expect(en(log.why('ARB-SERVE'))).toContain('Ended on 2026-03-30 by “award made”.');
    expect(whyOf(log.history, 'nobody', () => calendarOf(notices))).toBeUndefined();
  });

  it('tells that it ended with the case, and counts on since that was taken back', () => {
    const why = new Log().fact('resolution.payment-due.v1', '2026-03-02', { basis: 'voluntary', performBy: '2026-03-20', owed: [{ worker: 1, amount: 1 }] })
      .fact('resolution.case-closed.v1', '2026-03-05', { reason: 'r', by: 'supervisor:1' }).fact('resolution.case-reopened.v1', '2026-03-09', { reason: 'r', by: 'supervisor:1' }).why('PAY-PERFORM');
    expect([why.status, why.due, why.counted, why.sentences.slice(-2).map((one) => one.en)]).toEqual(['running', '2026-03-20', undefined, ['Ended on 2026-03-05 by “case closed”.', 'Counted on from 2026-03-09, after “case reopened”.']]);
    expect(why.sentences.at(-1)!.zh).toMatch(/^2026-03-09“.+”，期限恢复计算。$/);
  });
});
