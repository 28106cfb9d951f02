import fc from 'fast-check';
import type { Law, Verdict } from '#libs/decider/model.js';
import { Past } from '#libs/decider/model.js';
import { someFen, someOwed, someText } from '../any-order.js';
import { at, day, daysFrom, obeys, someDay } from '../random-commands.js';
import type { ArbitrationCommand } from './arbitration.commands.js';
import { arbitration } from './arbitration.decider.js';

type Before = Past<ArbitrationCommand>;
type Procedure = { readonly speedy: boolean; readonly simplified: boolean; readonly collective: boolean };

const dayOf = (on: string): string => on.slice(0, 10);
/** The proceedings that the last application opened; an earlier refused or withdrawn one is over. */
const now = (past: Before): Before => {
  const from = past.done.map(({ type }) => type).lastIndexOf('ApplyForArbitration');
  return from <= 0 ? past : new Past(past.done.slice(from));
};
const applied = (past: Before): boolean => past.has('ApplyForArbitration');
const accepted = (past: Before): boolean => past.has('AcceptApplication');
const over = (past: Before): boolean => past.has('RefuseApplication', 'WithdrawApplication', 'ServeMediationInstrument');
const pending = (past: Before): boolean => applied(past) && !accepted(past) && !over(past);
const hearing = (past: Before): boolean => accepted(past) && !over(past) && !past.has('MakeAward');
const stayed = (past: Before): boolean => past.last('StayArbitration', 'ResumeArbitration')?.type === 'StayArbitration';
const proceeding = (past: Before): boolean => hearing(past) && !stayed(past);
const lacking = (past: Before): boolean => past.last('RequireCorrections', 'CompleteCorrections')?.type === 'RequireCorrections';
const sitting = (past: Before): string | undefined => (past.last('ScheduleHearing', 'HoldHearing')?.type === 'ScheduleHearing' ? past.last('ScheduleHearing')?.hearingOn : undefined);
const noticeRuns = (past: Before): boolean => past.last('PublishNotice', 'EndNotice')?.type === 'PublishNotice';
const named = (owed: readonly { readonly worker: number }[]): number => new Set(owed.map(({ worker }) => worker)).size;

/** As accepted; converted it is neither speedy nor simplified (CHR 61). */
function procedure(past: Before): Procedure {
  const application = past.last('ApplyForArbitration');
  const acceptance = past.last('AcceptApplication');
  const collective = acceptance?.collective ?? application?.collective ?? false;
  if (past.has('ConvertToOrdinary')) return { speedy: false, simplified: false, collective };
  return { speedy: (acceptance?.track ?? application?.track) === 'speedy', simplified: acceptance?.simplified ?? application?.simplified ?? false, collective };
}
const received = (past: Before, party: 'worker' | 'employer'): string | undefined => past.all('ServeAward').find((each) => each.party === party || each.party === 'both')?.at;
const annulled = (past: Before): boolean => past.last('RuleOnSetAside')?.annulled === true;
const inTime = (on: string, past: Before): boolean => {
  const ended = past.after('ChangeClaims').last('PassAwardLimit'); // CHR 46: changed claims count the limit anew.
  return ended === undefined || dayOf(on) < dayOf(ended.at);
};
const within = (verdict: Verdict): ((_: unknown, past: Before) => Verdict) => (_, past) => (proceeding(now(past)) ? verdict : false);

/** LDMA 28 to 35, 43; CHR 46, 56 to 64. */
const proceedings = {
  ApplyForArbitration: ({ renewed }, past) => {
    if (!applied(past)) return ['ArbitrationApplied'];
    return renewed === true && now(past).has('RefuseApplication', 'WithdrawApplication') ? undefined : false;
  },
  RequireCorrections: (_, past) => pending(now(past)) && !now(past).has('RequireCorrections'), // One list of gaps.
  CompleteCorrections: (_, past) => pending(now(past)) && lacking(now(past)),
  AcceptApplication: ({ track, pendingDocuments }, past) => {
    if (!pending(now(past))) return false;
    const speedy = (track ?? now(past).last('ApplyForArbitration')?.track) === 'speedy';
    const promised = (pendingDocuments?.length ?? 0) > 0; // 容缺受理 on the speedy track alone.
    if (promised && !speedy) return false;
    return lacking(now(past)) && !promised ? false : lacking(now(past)) && now(past).last('ApplyForArbitration')?.track !== 'speedy' ? undefined : ['ApplicationAccepted'];
  },
  RefuseApplication: (_, past) => pending(now(past)),
  WithdrawApplication: (_, past) => pending(now(past)) || hearing(now(past)),
  ServeCopy: (_, past) => hearing(now(past)) && !now(past).has('ServeCopy'),
  WaiveAnswerPeriod: (_, past) => hearing(now(past)) && now(past).has('ServeCopy') && procedure(now(past)).simplified && !now(past).has('WaiveAnswerPeriod', 'ReceiveAnswer'),
  ReceiveAnswer: (_, past) => hearing(now(past)) && now(past).has('ServeCopy') && !now(past).has('ReceiveAnswer'),
  ForwardAnswer: (_, past) => hearing(now(past)) && now(past).has('ReceiveAnswer') && !now(past).has('ForwardAnswer'),
  FormPanel: ({ arbitrators }, past) => {
    if (!hearing(now(past))) return false;
    const { collective, simplified } = procedure(now(past));
    if (!(collective ? [3] : simplified ? [1] : [1, 3]).includes(arbitrators.length)) return false; // LDMA 31; CHR 56, 62.
    return String([...(now(past).last('FormPanel')?.arbitrators ?? [])].sort()) !== String([...arbitrators].sort());
  },
  NotifyCollective: (_, past) => hearing(now(past)) && procedure(now(past)).collective && !now(past).has('NotifyCollective'),
  ScheduleHearing: ({ at: on, hearingOn, room }, past) => {
    const last = now(past).last('ScheduleHearing');
    return proceeding(now(past)) && now(past).has('FormPanel') && hearingOn >= dayOf(on) && !(last?.hearingOn === hearingOn && last.room === room);
  },
  NotifyHearing: ({ at: on }, past) => {
    const set = sitting(now(past));
    return proceeding(now(past)) && set !== undefined && !now(past).after('ScheduleHearing').has('NotifyHearing') && dayOf(on) <= set;
  },
  RequestAdjournment: ({ at: on, lastDay }, past) => proceeding(now(past)) && sitting(now(past)) !== undefined && !(lastDay && dayOf(on) > lastDay) && undefined,
  HoldHearing: ({ at: on }, past) => proceeding(now(past)) && sitting(now(past)) === dayOf(on),
  ExtendAwardDeadline: ({ at: on, days, approvedBy }, past) => hearing(now(past)) && days <= 15 && approvedBy.trim() !== '' && !now(past).has('ExtendAwardDeadline') && inTime(on, now(past)),
  PassAwardLimit: (_, past) => hearing(now(past)) && !now(past).after('ChangeClaims').has('PassAwardLimit'),
  StayArbitration: (_, past) => proceeding(now(past)),
  ResumeArbitration: (_, past) => hearing(now(past)) && stayed(now(past)),
  PublishNotice: (_, past) => (noticeRuns(now(past)) || !accepted(now(past)) || over(now(past)) ? false : now(past).has('PublishNotice') ? undefined : true),
  EndNotice: (_, past) => noticeRuns(now(past)) && !over(now(past)),
  ChangeClaims: (_, past) => (hearing(now(past)) ? undefined : false),
  ConvertToOrdinary: ({ at: on }, past) => { // CHR 61: before the limit ends.
    const { speedy, simplified } = procedure(now(past));
    return hearing(now(past)) && (speedy || simplified) && inTime(on, now(past));
  },
} satisfies Partial<Law<ArbitrationCommand>>;

/** LDMA 42 to 50; SPC1 21. */
const awards = {
  MakePartialAward: ({ at: on, amount }, past) => (now(past).has('FormPanel') && !past.all('MakePartialAward').some((each) => each.at === on && each.amount === amount) ? within(true)(undefined, past) : false),
  RuleAdvanceEnforcement: ({ at: on, amount }, past) => (now(past).has('FormPanel') && !past.all('RuleAdvanceEnforcement').some((each) => each.at === on && each.amount === amount) ? within(true)(undefined, past) : false),
  MakeAward: ({ at: on, performBy, owed }, past) => {
    const here = now(past);
    if (!proceeding(here) || !here.has('FormPanel') || performBy < dayOf(on)) return false;
    if (!here.has('HoldHearing') && !procedure(here).simplified) return false;
    return named(owed) < owed.length ? undefined : ['AwardMade'];
  },
  ServeAward: ({ party }, past) => {
    const award = past.last('MakeAward');
    const news = (['worker', 'employer'] as const).some((one) => (party === one || party === 'both') && received(past, one) === undefined);
    if (!award || !news) return false;
    if (!award.final) return ['AwardServed'];
    return past.has('FileSuit', 'RuleOnSetAside') ? undefined : past.has('ServeAward') ? ['AwardServed'] : ['AwardServed', 'AwardTookEffect']; // LDMA 47: it binds on issue.
  },
  TakeEffect: ({ at: on }, past) => {
    const served = [received(past, 'worker'), received(past, 'employer')];
    if (past.last('MakeAward')?.final !== false || past.has('FileSuit', 'TakeEffect')) return false;
    return served.every((each) => each !== undefined && daysFrom(each, on) > 15) ? ['AwardTookEffect'] : false; // Each party has its fifteen days.
  },
  ServeMediationInstrument: ({ at: on, performBy, owed }, past) => {
    if (!hearing(now(past)) || performBy < dayOf(on)) return false;
    return named(owed) < owed.length ? undefined : ['MediationInstrumentServed'];
  },
  FileSuit: ({ at: on, party }, past) => {
    const award = past.last('MakeAward');
    if (!award || !past.has('ServeAward') || past.all('FileSuit').some((each) => each.party === party)) return false;
    if (award.final && party === 'employer' && !annulled(past)) return false; // Only the worker may sue.
    const effect = past.last('TakeEffect');
    if (effect) return effect.at <= on && !past.has('FileSuit') ? false : undefined; // One filed in time and told later had undone it.
    return received(past, party) === undefined && !annulled(past) ? undefined : ['SuitFiled'];
  },
  ApplyToSetAside: (_, past) => {
    if (past.last('MakeAward')?.final !== true || !past.has('ServeAward') || past.has('ApplyToSetAside')) return false;
    if (past.all('FileSuit').some(({ party }) => party === 'worker')) return false; // SPC1 21
    return received(past, 'employer') === undefined ? undefined : ['SetAsideApplied'];
  },
  RuleOnSetAside: (_, past) => past.has('ApplyToSetAside') && !past.has('RuleOnSetAside'),
} satisfies Partial<Law<ArbitrationCommand>>;

describe('Arbitration against the law', () => {
  const by = 'officer:a';
  const owed = [{ worker: 1, amount: 100_000 }];
  const apply = (collective: boolean, track: 'speedy' | 'ordinary'): ArbitrationCommand => ({ type: 'ApplyForArbitration', at: at(0), by, collective, track, simplified: track === 'speedy' });
  const heard = (arbitrators: readonly string[]): readonly ArbitrationCommand[] => [
    { type: 'AcceptApplication', at: at(2), by }, { type: 'ServeCopy', at: at(4), by, proof: 'a' }, { type: 'ReceiveAnswer', at: at(9), by }, { type: 'FormPanel', at: at(10), by, arbitrators },
    { type: 'ScheduleHearing', at: at(11), by, hearingOn: day(20), room: 'a' }, { type: 'NotifyHearing', at: at(12), by }, { type: 'HoldHearing', at: at(20), by },
  ];
  const made = (final: boolean): readonly ArbitrationCommand[] => [{ type: 'MakeAward', at: at(25), by, final, performBy: day(70), owed }, { type: 'ServeAward', at: at(28), by, party: 'both' }];
  const bound: readonly ArbitrationCommand[] = [apply(false, 'speedy'), ...heard(['a']), ...made(true), { type: 'ApplyToSetAside', at: at(35), by }, { type: 'RuleOnSetAside', at: at(60), by, annulled: true }, { type: 'FileSuit', at: at(65), by, party: 'employer' }];
  const ordinary: readonly ArbitrationCommand[] = [apply(false, 'ordinary'), ...heard(['a', 'b', 'c']), ...made(false), { type: 'TakeEffect', at: at(43), by }, { type: 'TakeEffect', at: at(50), by }];
  const together: readonly ArbitrationCommand[] = [apply(true, 'speedy'), ...heard(['a', 'b', 'c']), ...made(false), { type: 'FileSuit', at: at(40), by, party: 'worker' }];
  const speedy: readonly ArbitrationCommand[] = [
    apply(false, 'speedy'), { type: 'RequireCorrections', at: at(1), by, gaps: ['a'] }, { type: 'AcceptApplication', at: at(1), by, pendingDocuments: ['a'] }, { type: 'ServeCopy', at: at(2), by, proof: 'a' },
    { type: 'WaiveAnswerPeriod', at: at(3), by }, { type: 'FormPanel', at: at(4), by, arbitrators: ['a'] }, ...made(true),
  ];
  const nothing = fc.constant({});
  const bool = fc.boolean();
  const track = fc.constantFrom('speedy' as const, 'ordinary' as const);
  const side = fc.constantFrom('worker' as const, 'employer' as const);
  const amount = fc.record({ amount: someFen });
  const ground = fc.record({ ground: someText });

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(arbitration, { ...proceedings, ...awards } as Law<ArbitrationCommand>, {
    ApplyForArbitration: fc.record({ collective: bool, track, simplified: bool, renewed: bool }), RequireCorrections: fc.constant({ gaps: ['a'] }), CompleteCorrections: nothing,
    AcceptApplication: fc.record({ track: fc.option(track), pendingDocuments: fc.option(fc.constantFrom([], ['a'])) }), RefuseApplication: ground, ServeCopy: fc.record({ proof: someText }),
    WaiveAnswerPeriod: nothing, ReceiveAnswer: nothing, ForwardAnswer: nothing, FormPanel: fc.record({ arbitrators: fc.uniqueArray(someText, { minLength: 1, maxLength: 3 }) }), NotifyCollective: nothing,
    ScheduleHearing: fc.record({ hearingOn: someDay, room: someText }), NotifyHearing: nothing, HoldHearing: nothing, ExtendAwardDeadline: fc.record({ days: fc.constantFrom(15, 16), approvedBy: fc.constantFrom('a', ' ') }), PassAwardLimit: nothing,
    StayArbitration: ground, ResumeArbitration: nothing, PublishNotice: nothing, EndNotice: nothing, ChangeClaims: fc.record({ change: fc.constantFrom('addedParty' as const, 'changedClaims' as const) }), ConvertToOrdinary: ground,
    MakePartialAward: amount, RuleAdvanceEnforcement: amount, MakeAward: fc.record({ final: bool, performBy: someDay, owed: someOwed }), ServeAward: fc.record({ party: fc.constantFrom('worker' as const, 'employer' as const, 'both' as const) }),
    TakeEffect: nothing, ServeMediationInstrument: fc.record({ performBy: someDay, owed: someOwed }), WithdrawApplication: fc.record({ settled: bool }), FileSuit: fc.record({ party: side }),
    ApplyToSetAside: nothing, RuleOnSetAside: fc.record({ annulled: bool }), RequestAdjournment: fc.record({ party: side, reason: someText, lastDay: fc.option(someDay) }),
  }, [bound, ordinary, together, speedy], ['CORRECTIONS_OUTSTANDING', 'AWARD_IN_EFFECT']));
});
