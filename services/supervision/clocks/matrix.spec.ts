import { CaseClocks, pack } from './case-clocks.js';
import type { Uncounted } from './dates-by-hand.js';
import { dueByHand, noticesOfPack, saidOtherwise } from './dates-by-hand.js';

/**
 * Pause × extension × transfer × reopening × calendar change, in every combination and every order, on a case in which a hotline limit,
 * an arbitration and a complaint to the inspection body run at once, and on one that is being investigated. Each happening has the day of its place in the row; what the dates must be is said by
 * walking the calendar by hand.
 */
const START = '2026-02-02';
const DAYS = ['2026-02-04', '2026-02-06', '2026-02-10', '2026-02-13', '2026-02-25', '2026-02-27'] as const;
const before = noticesOfPack();
/** Three days more are off in March, and a Saturday, a Sunday and 27 February, which was a Friday, change sides. */
const after = saidOtherwise(before, '2026-02-01', '2026', { off: ['2026-02-27', '2026-03-18', '2026-03-19', '2026-03-20', '2026-04-30'], workingDays: ['2026-02-08', '2026-03-07'] });

const happenings = ['pause', 'goesOn', 'extension', 'transfer', 'reopening', 'calendar'] as const;
type Happening = (typeof happenings)[number];

/** Every order of every choice of them; who goes on had stopped before. */
function rows(): Happening[][] {
  const all: Happening[][] = [[]];
  for (const row of all) {
    for (const one of happenings) if (!row.includes(one) && (one !== 'goesOn' || row.includes('pause'))) all.push([...row, one]);
  }
  return all.slice(1);
}

/** The same happens to two cases: one lies at the inspection body and at arbitration, the other's investigation has begun. */
function run(row: readonly Happening[]): readonly [CaseClocks, CaseClocks] {
  const investigated = new CaseClocks(before);
  investigated.fact('resolution.inspection-filed.v1', START, {});
  return [happened(row, new CaseClocks(before)), happened(row, investigated)];
}

function happened(row: readonly Happening[], one: CaseClocks): CaseClocks {
  one.fact('routing.case-routed.v1', START, { decision: { orders: [{ order: 0, clocks: [{ id: 'HOT-7D', startedAt: START }, { id: 'INSP-ACCEPT', startedAt: START }] }] } });
  one.fact('resolution.application-accepted.v1', START, { track: 'speedy', simplified: true, collective: false });
  row.forEach((happening, i) => {
    const day = DAYS[i]!;
    switch (happening) {
      case 'pause':
        one.fact('resolution.arbitration-stayed.v1', day, { ground: '等待鉴定', by: 'arbitrator:1' });
        return one.fact('resolution.investigation-suspended.v1', day, { reason: '当事人逃匿', by: 'inspector:1' });
      case 'goesOn':
        one.fact('resolution.arbitration-resumed.v1', day, { by: 'arbitrator:1' });
        return one.fact('resolution.investigation-resumed.v1', day, { by: 'inspector:1' });
      case 'extension':
        one.fact('resolution.award-deadline-extended.v1', day, { days: 15, approvedBy: 'director:1' });
        return one.fact('resolution.investigation-extended.v1', day, { days: 30, approvedBy: 'head:1' });
      case 'transfer':
        one.fact('routing.case-transferred.v1', day, { order: 0, to: { department: 'inspectionBody', division: '439902' } });
        return one.fact('routing.transfer-accepted.v1', day, { order: 0, clocks: [{ id: 'INSP-ACCEPT', startedAt: day }] });
      case 'reopening':
        one.fact('resolution.case-resolved.v1', day, { result: '已支付' });
        return one.fact('resolution.case-reopened.v1', day, { reason: 'notSolved' });
      case 'calendar': return one.calendar(after, day);
    }
  });
  return one;
}

/** What must be, from the row alone. */
function expected(row: readonly Happening[]): Record<string, string[]> {
  const day = (happening: Happening): string | undefined => DAYS[row.indexOf(happening)];
  const [paused, wentOn, transfer, reopened] = [day('pause'), day('goesOn'), day('transfer'), day('reopening')];
  const now = row.includes('calendar') ? after : before;
  const pauses: Uncounted[] = paused && wentOn ? [{ from: paused, to: wentOn }] : [];
  const stands = paused && !wentOn ? 'suspended' : 'running';
  const longer = (n: number, more: number): number => n + (row.includes('extension') ? more : 0);
  // The reply was given when the case was resolved; its date is the one that held then.
  const replied = reopened && row.includes('calendar') && row.indexOf('calendar') > row.indexOf('reopening') ? before : now;
  const accept = (from: string, status: string, by = now): string => `${dueByHand(5, 'workingDays', from, [], by)} ${status}`;
  const atTransfer = row.indexOf('calendar') > row.indexOf('transfer') ? before : now;
  return {
    'ARB-AWARD': [`${dueByHand(longer(45, 15), 'calendarDays', START, pauses, now)} ${stands}`],
    'ARB-SPEEDY30': [`${dueByHand(30, 'calendarDays', START, pauses, now)} ${stands}`], // A target is not extended: the law's limit is.
    'INSP-INVEST': [`${dueByHand(longer(60, 30), 'workingDays', START, pauses, now)} ${stands}`],
    'HOT-7D': [`${dueByHand(7, 'calendarDays', START, [], replied, false)} ${reopened ? 'met' : 'running'}`],
    'INSP-ACCEPT': transfer ? [accept(START, 'cancelled', atTransfer), accept(transfer, 'running')] : [accept(START, 'running')],
    'HOT-REDO': reopened ? [accept(reopened, 'running')] : [],
  };
}

describe('The clocks of one case, whatever happens to it and in whatever order', () => {
  const all = rows();
  let ran: readonly (readonly [row: readonly Happening[], one: CaseClocks, investigated: CaseClocks])[];
  beforeAll(() => { ran = all.map((row) => [row, ...run(row)]); }, 120_000);

  it('has every order of every choice', () => expect(all).toHaveLength(325 + 685));

  it('are due on the days that a walk over the calendar gives', () => {
    const wrong = ran.flatMap(([row, one, investigated]) => {
      const wanted = expected(row);
      return Object.keys(wanted).flatMap((kind) => {
        const got = (kind === 'INSP-INVEST' ? investigated : one).due(kind);
        return String(got) === String(wanted[kind]) ? [] : [`${row.join(', ')}: ${kind} ${got.join()}, not ${wanted[kind]!.join()}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('have armed what runs, and nothing that stands, is met or has ended', () => {
    expect(ran.flatMap(([row, ...both]) => both.flatMap((one) => one.wronglyArmed()).map((what) => `${row.join(', ')}: ${what}`))).toEqual([]);
  });

  it('do not ask for an acceptance where the case was filed before it moved', () => {
    const [, investigated] = run(['transfer']);
    expect([investigated.due('INSP-ACCEPT'), investigated.due('INSP-INVEST')]).toEqual([[], [`${dueByHand(60, 'workingDays', START, [], before)} running`]]);
  });

  it('begin again with a reopening where the law says so: the redoing alone, and the call afterwards anew', () => {
    const [one] = run(['reopening']);
    expect([one.due('HOT-REDO').length, one.due('HOT-CALLBACK').map((line) => line.split(' ')[1]), one.due('HOT-7D').length, one.due('ARB-AWARD').length]).toEqual([1, ['met'], 1, 1]);
    one.fact('resolution.case-resolved.v1', '2026-02-11', {});
    expect([one.due('HOT-REDO'), one.due('HOT-CALLBACK').map((line) => line.split(' ')[1])]).toEqual([['2026-02-11 met'], ['met', 'running']]);
  });
});

describe('The clocks of one case, side by side', () => {
  const both = (): CaseClocks => {
    const one = new CaseClocks(before);
    one.fact('routing.case-routed.v1', '2026-03-02', { decision: { orders: [{ order: 0, clocks: [{ id: 'HOT-7D', startedAt: '2026-03-02' }, { id: 'INSP-ACCEPT', startedAt: '2026-03-02' }] }] } });
    return one;
  };
  const isReply = (id: string): boolean => id.startsWith('HOT-');

  it('the reply meets no limit of the law, the act of the authority not the reply', () => {
    const replied = both();
    replied.fact('resolution.reply-given.v1', '2026-03-04', { order: 0 });
    expect([replied.due('HOT-7D'), replied.due('INSP-ACCEPT')]).toEqual([['2026-03-09 met'], ['2026-03-09 running']]);
    const accepted = both();
    accepted.fact('resolution.complaint-accepted.v1', '2026-03-04', {});
    expect([accepted.due('HOT-7D'), accepted.due('INSP-ACCEPT')]).toEqual([['2026-03-09 running'], ['2026-03-09 met']]);
  });

  it('no reply, conclusion or closing of the case meets a limit of the law in the whole pack', () => {
    const replies = ['reply-given', 'answered-on-line', 'legal-route-advised', 'order-concluded', 'case-resolved', 'requester-contacted', 'callback-made'].map((name) => `resolution.${name}.v1`);
    const met = [...pack.clocks.values()].filter(({ id, level, satisfies }) => level === 'law' && !isReply(id) && satisfies.some(({ on }) => replies.includes(on)));
    expect(met.map(({ id }) => id)).toEqual([]);
  });
});

describe('What is refused, and stays to be seen', () => {
  const accepted = (): CaseClocks => {
    const one = new CaseClocks(before);
    one.fact('resolution.application-accepted.v1', START, { track: 'ordinary', simplified: false, collective: false });
    return one;
  };
  it.each([
    ['more than the pack allows', { days: 16, approvedBy: 'd' }, 'amount'], ['no number', { approvedBy: 'd' }, 'amount'], ['nothing', { days: 0, approvedBy: 'd' }, 'amount'],
    ['approved by nobody', { days: 15, approvedBy: ' ' }, 'approver'], ['approved in another office', { days: 15, approvedBy: 'd', approver: 'head' }, 'approver'],
  ])('an extension: %s', (_, data, limit) => {
    const one = accepted();
    const [refused] = one.fact('resolution.award-deadline-extended.v1', '2026-02-10', data);
    expect(refused).toMatchObject({ type: 'ClockExtensionRefused', limit, allowed: { n: 15, times: 1, approver: 'committeeDirector' } });
    expect(one.due('ARB-AWARD')).toEqual([`${dueByHand(45, 'calendarDays', START, [], before)} running`]);
  });

  it('an extension: a second one, one after the end, and one of a clock that the law does not extend', () => {
    const one = accepted();
    one.fact('resolution.award-deadline-extended.v1', '2026-02-10', { days: 15, approvedBy: 'd' });
    expect(one.fact('resolution.award-deadline-extended.v1', '2026-02-11', { days: 1, approvedBy: 'd' })).toMatchObject([{ type: 'ClockExtensionRefused', limit: 'times', by: 1 }]);
    expect(accepted().fact('resolution.award-deadline-extended.v1', '2026-03-20', { days: 15, approvedBy: 'd' })).toMatchObject([{ type: 'ClockExtensionRefused', limit: 'ended' }]);
  });

  it('a new beginning may be extended anew, and keeps what stands still', () => {
    const one = accepted();
    one.fact('resolution.award-deadline-extended.v1', '2026-02-10', { days: 15, approvedBy: 'd' });
    one.fact('resolution.notice-published.v1', '2026-02-26', { by: 'a' });
    one.fact('resolution.claims-changed.v1', '2026-03-02', { change: 'addedParty' });
    expect([one.of('ARB-AWARD')[0]?.status, one.wronglyArmed()]).toEqual(['suspended', []]);
    one.fact('resolution.notice-ended.v1', '2026-03-28', { by: 'a' });
    expect(one.due('ARB-AWARD')).toEqual([`${dueByHand(45, 'calendarDays', '2026-03-02', [{ from: '2026-03-02', to: '2026-03-28' }], before)} running`]);
    expect(one.fact('resolution.award-deadline-extended.v1', '2026-04-01', { days: 15, approvedBy: 'd' })).toMatchObject([{ type: 'ClockExtended', by: 15 }]);
  });

  it('a new beginning that is recorded late leaves uncounted what was paused after it', () => {
    const one = accepted();
    one.fact('resolution.arbitration-stayed.v1', '2026-02-25', { ground: '等待鉴定', by: 'b' });
    one.fact('resolution.arbitration-resumed.v1', '2026-03-05', { by: 'b' });
    one.fact('resolution.claims-changed.v1', '2026-02-27', { change: 'addedParty' });
    expect(one.due('ARB-AWARD')).toEqual([`${dueByHand(45, 'calendarDays', '2026-02-27', [{ from: '2026-02-27', to: '2026-03-05' }], before)} running`]);
  });

  it('stayed and served by notice at once, it runs on when the last of the two is over', () => {
    const one = accepted();
    one.fact('resolution.notice-published.v1', '2026-02-10', { by: 'a' });
    one.fact('resolution.arbitration-stayed.v1', '2026-02-12', { ground: '等待鉴定', by: 'b' });
    expect(one.fact('resolution.notice-ended.v1', '2026-03-12', { by: 'a' })).toMatchObject([{ type: 'ClockPauseEnded', ground: 'resolution.notice-published.v1' }, { kind: 'ARB-NOTICE', type: 'ClockSatisfied' }]);
    expect([one.of('ARB-AWARD')[0]?.status, one.wronglyArmed()]).toEqual(['suspended', []]);
    one.fact('resolution.arbitration-resumed.v1', '2026-03-30', { by: 'b' });
    expect(one.due('ARB-AWARD')).toEqual([`${dueByHand(45, 'calendarDays', START, [{ from: '2026-02-10', to: '2026-03-30' }], before)} running`]);
  });

  it('papers that are awaited: the time to accept stands still, and begins anew when they are complete (CHR 46)', () => {
    const one = new CaseClocks(before);
    one.fact('resolution.arbitration-applied.v1', '2026-03-02', { order: 0, collective: false, track: 'ordinary', simplified: false });
    one.fact('resolution.corrections-required.v1', '2026-03-04', { gaps: ['idNumber'], by: 'a' });
    expect([one.due('ARB-ACCEPT'), one.wronglyArmed()]).toEqual([['2026-03-09 suspended'], []]);
    one.fact('resolution.corrections-completed.v1', '2026-03-26', { by: 'w' });
    expect([one.due('ARB-ACCEPT'), one.wronglyArmed()]).toEqual([[`${dueByHand(5, 'workingDays', '2026-03-26', [], before)} running`], []]);
  });

  it('a breach stands: neither a pause, nor an extension, nor a notice takes it back', () => {
    const one = accepted();
    one.until('2026-03-21');
    expect(one.of('ARB-AWARD')[0]).toMatchObject({ breached: true });
    one.fact('resolution.arbitration-stayed.v1', '2026-03-23', { ground: 'x', by: 'b' });
    one.fact('resolution.award-deadline-extended.v1', '2026-03-23', { days: 15, approvedBy: 'd' });
    one.calendar(after, '2026-03-23');
    expect([one.of('ARB-AWARD')[0], one.wronglyArmed()]).toMatchObject([{ breached: true, status: 'running', due: '2026-03-19' }, []]);
  });
});
