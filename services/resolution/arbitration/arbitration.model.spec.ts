import fc from 'fast-check';
import type { Law, Verdict } from '#libs/decider/model.js';
import { Past } from '#libs/decider/model.js';
import { someFen, someOwed, someText } from '../any-order.js';
import { at, day, daysFrom, obeys, someDay } from '../random-commands.js';
import type { ArbitrationCommand } from './arbitration.commands.js';
import { arbitration } from './arbitration.decider.js';

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });

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
const over = (past: Before): boolean => past.has('RefuseApplication', 'WithdrawApplication', 'DeemWithdrawn', 'ServeMediationInstrument');
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
  if (past.has('ConvertToOrdinary') || past.all('RecordBrokenPromise').some((each) => each.consequence === 'leavesSpeedy')) return { speedy: false, simplified: false, collective };
  return { speedy: (acceptance?.track ?? application?.track) === 'speedy', simplified: acceptance?.simplified ?? application?.simplified ?? false, collective };
}
const received = (past: Before, party: 'worker' | 'employer'): string | undefined => past.all('ServeAward').find((each) => each.party === party || each.party === 'both')?.at;
const annulled = (past: Before): boolean => past.last('RuleOnSetAside')?.annulled === true;
const inTime = (on: string, past: Before): boolean => {
  const ended = past.after('ChangeClaims').last('PassAwardLimit'); // CHR 46: changed claims count the limit anew.
  return ended === undefined || dayOf(on) < dayOf(ended.at);
};
/** Promised at the acceptance, neither brought nor given up since. */
const promised = (past: Before): readonly string[] => {
  const gone = [...past.all('ReceivePendingDocument'), ...past.all('RecordBrokenPromise')].map(({ document }) => document);
  return (past.last('AcceptApplication')?.pendingDocuments ?? []).filter((each) => !gone.includes(each));
};
const asked = (past: Before, arbitrator: string): boolean => past.done.filter((each) => (each.type === 'RequestRecusal' || each.type === 'RuleOnRecusal') && each.arbitrator === arbitrator).at(-1)?.type === 'RequestRecusal';
const anyAsked = (past: Before): boolean => past.all('RequestRecusal').some(({ arbitrator }) => asked(past, arbitrator));
const recused = (past: Before, arbitrator: string): boolean => past.all('RuleOnRecusal').some((each) => each.granted && each.arbitrator === arbitrator);
/** Nobody after an arbitrator had to withdraw. */
const panel = (past: Before): readonly string[] => (past.after('FormPanel').all('RuleOnRecusal').some(({ granted }) => granted) ? [] : past.last('FormPanel')?.arbitrators ?? []);
const talking = (past: Before): boolean => past.last('OfferMediation', 'EndMediation')?.type === 'OfferMediation';
const settledKinds = (past: Before): readonly string[] => past.all('ServePartialInstrument').flatMap(({ kinds }) => kinds);
const called = (past: Before, party: 'worker' | 'employer'): boolean => past.after('ScheduleHearing').last('NotifyHearing')?.services?.some((each) => each.party === party) === true;
const said = (past: Before, party: 'worker' | 'employer'): Readonly<Record<string, unknown>> => Object.fromEntries(past.all('StateElements').filter((each) => each.party === party).flatMap(({ statements }) => statements.map(({ element, value }) => [element, value] as const)));
/** What stood in dispute when it was last fixed. */
const fixedAs = (past: Before): { readonly agreed: readonly string[]; readonly disputed: readonly string[] } | undefined => {
  const at = past.done.map(({ type }) => type).lastIndexOf('FixIssues');
  return at < 0 ? undefined : issues(new Past(past.done.slice(0, at)));
};
const issues = (past: Before): { readonly agreed: readonly string[]; readonly disputed: readonly string[] } => {
  const [worker, employer] = [said(past, 'worker'), said(past, 'employer')];
  const names = [...new Set([...Object.keys(worker), ...Object.keys(employer)])].sort();
  return { agreed: names.filter((name) => worker[name] === employer[name]), disputed: names.filter((name) => worker[name] !== employer[name]) };
};
const electronic = (means: string | undefined): boolean => means === 'sms';
const servable = (services: readonly { readonly party: string; readonly means: string }[] | undefined, simplified: boolean): boolean =>
  !services || (new Set(services.map(({ party }) => party)).size === services.length && (simplified || !services.some(({ means }) => electronic(means))));
const within = (verdict: Verdict): ((_: unknown, past: Before) => Verdict) => (_, past) => (proceeding(now(past)) ? verdict : false);

/** LDMA 28 to 35, 43; CHR 46, 56 to 64. */
const proceedings = {
  ApplyForArbitration: ({ renewed }, past) => {
    if (!applied(past)) return ['ArbitrationApplied'];
    return renewed === true && now(past).has('RefuseApplication', 'WithdrawApplication', 'DeemWithdrawn') ? undefined : false;
  },
  RequireCorrections: (_, past) => pending(now(past)) && !now(past).has('RequireCorrections'), // One list of gaps.
  CompleteCorrections: (_, past) => pending(now(past)) && lacking(now(past)),
  AcceptApplication: ({ at: on, track, pendingDocuments, promisedUntil }, past) => {
    if (!pending(now(past))) return false;
    const speedy = (track ?? now(past).last('ApplyForArbitration')?.track) === 'speedy';
    const promised = (pendingDocuments?.length ?? 0) > 0; // 容缺受理 on the speedy track alone.
    if (promised && !speedy) return false;
    if (promised && promisedUntil && promisedUntil < dayOf(on)) return false;
    const accepted = promised && promisedUntil ? ['ApplicationAccepted', 'DocumentsPromised'] : ['ApplicationAccepted'];
    return lacking(now(past)) && !promised ? false : lacking(now(past)) && now(past).last('ApplyForArbitration')?.track !== 'speedy' ? undefined : accepted;
  },
  RefuseApplication: (_, past) => pending(now(past)),
  WithdrawApplication: (_, past) => pending(now(past)) || hearing(now(past)),
  ReceivePendingDocument: ({ document }, past) => hearing(now(past)) && promised(now(past)).includes(document),
  RecordBrokenPromise: ({ at: on, document, consequence }, past) => {
    const until = now(past).last('AcceptApplication')?.promisedUntil;
    const { speedy, simplified } = procedure(now(past));
    if (!hearing(now(past)) || !promised(now(past)).includes(document) || (until && dayOf(on) <= until)) return false;
    if (consequence === 'decidedWithout' || (!speedy && !simplified)) return ['DocumentPromiseBroken'];
    return inTime(on, now(past)) ? ['DocumentPromiseBroken', 'ConvertedToOrdinary'] : false;
  },
  RequestRecusal: ({ arbitrator, party }, past) => {
    const isOver = now(past).last('ScheduleHearing', 'HoldHearing')?.type === 'HoldHearing';
    return hearing(now(past)) && panel(now(past)).includes(arbitrator) && !asked(now(past), arbitrator) && !(isOver && party !== 'self');
  },
  RuleOnRecusal: ({ arbitrator }, past) => hearing(now(past)) && asked(now(past), arbitrator),
  OfferMediation: (_, past) => proceeding(now(past)) && !talking(now(past)),
  AttendMediation: ({ parties }, past) => {
    const before = now(past).after('OfferMediation').last('AttendMediation')?.parties ?? [];
    return proceeding(now(past)) && talking(now(past)) && String([...new Set(before)].sort()) !== String([...new Set(parties)].sort());
  },
  EndMediation: (_, past) => hearing(now(past)) && talking(now(past)),
  ServePartialInstrument: ({ at: on, kinds, performBy, owed }, past) => {
    if (!hearing(now(past)) || !talking(now(past)) || performBy < dayOf(on) || kinds.some((kind) => settledKinds(now(past)).includes(kind))) return false;
    return named(owed) < owed.length ? undefined : ['PartialInstrumentServed'];
  },
  StateElements: ({ party, statements }, past) => {
    const [before, after] = [said(now(past), party), Object.fromEntries(statements.map(({ element, value }) => [element, value]))];
    return proceeding(now(past)) && Object.keys(after).some((element) => before[element] !== after[element]);
  },
  FixIssues: (_, past) => proceeding(now(past)) && Object.keys(said(now(past), 'worker')).length > 0 && JSON.stringify(fixedAs(now(past))) !== JSON.stringify(issues(now(past))),
  ServeCopy: ({ means }, past) => hearing(now(past)) && !now(past).has('ServeCopy') && (procedure(now(past)).simplified || !electronic(means)),
  WaiveAnswerPeriod: (_, past) => hearing(now(past)) && now(past).has('ServeCopy') && procedure(now(past)).simplified && !now(past).has('WaiveAnswerPeriod', 'ReceiveAnswer'),
  ReceiveAnswer: (_, past) => hearing(now(past)) && now(past).has('ServeCopy') && !now(past).has('ReceiveAnswer'),
  ForwardAnswer: (_, past) => hearing(now(past)) && now(past).has('ReceiveAnswer') && !now(past).has('ForwardAnswer'),
  FormPanel: ({ arbitrators }, past) => {
    if (!hearing(now(past))) return false;
    const { collective, simplified } = procedure(now(past));
    if (!(collective ? [3] : simplified ? [1] : [1, 3]).includes(arbitrators.length)) return false; // LDMA 31; CHR 56, 62.
    if (arbitrators.some((each) => recused(now(past), each))) return false; // LDMA 33
    return String([...panel(now(past))].sort()) !== String([...arbitrators].sort());
  },
  NotifyCollective: (_, past) => hearing(now(past)) && procedure(now(past)).collective && !now(past).has('NotifyCollective'),
  ScheduleHearing: ({ at: on, hearingOn, room, noticeBy }, past) => {
    if (noticeBy && !procedure(now(past)).simplified && dayOf(on) > noticeBy) return false; // LDMA 35: five days ahead.
    const last = now(past).last('ScheduleHearing');
    return proceeding(now(past)) && panel(now(past)).length > 0 && hearingOn >= dayOf(on) && !(last?.hearingOn === hearingOn && last.room === room);
  },
  NotifyHearing: ({ at: on, services }, past) => {
    if (!servable(services, procedure(now(past)).simplified)) return false;
    const set = sitting(now(past));
    return proceeding(now(past)) && set !== undefined && !now(past).after('ScheduleHearing').has('NotifyHearing') && dayOf(on) <= set;
  },
  RequestAdjournment: ({ at: on, lastDay }, past) => proceeding(now(past)) && sitting(now(past)) !== undefined && !(lastDay && dayOf(on) > lastDay) && undefined,
  HoldHearing: ({ at: on, absent, heard }, past) => {
    if (panel(now(past)).length === 0 || anyAsked(now(past)) || (absent && !called(now(past), absent))) return false;
    if (heard?.some((each) => !fixedAs(now(past))?.disputed.includes(each))) return false;
    return proceeding(now(past)) && sitting(now(past)) === dayOf(on);
  },
  DeemWithdrawn: ({ at: on }, past) => proceeding(now(past)) && sitting(now(past)) === dayOf(on) && called(now(past), 'worker'), // LDMA 36
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
  MakePartialAward: ({ at: on, amount, kind, elements }, past) => {
    const here = now(past);
    if (panel(here).length === 0 || anyAsked(here) || (kind && settledKinds(here).includes(kind)) || elements?.some((each) => !fixedAs(here)?.agreed.includes(each))) return false;
    return past.all('MakePartialAward').some((each) => each.at === on && each.amount === amount) ? false : within(true)(undefined, past);
  },
  ApplyForAdvanceEnforcement: (_, past) => hearing(now(past)) && !now(past).has('ApplyForAdvanceEnforcement'),
  RuleAdvanceEnforcement: ({ at: on, amount, rightsClear, lifeAffected, appliedFor }, past) => {
    const open = rightsClear === true && lifeAffected === true && (appliedFor === true || now(past).has('ApplyForAdvanceEnforcement')); // LDMA 44
    return open && panel(now(past)).length > 0 && !past.all('RuleAdvanceEnforcement').some((each) => each.at === on && each.amount === amount) ? within(true)(undefined, past) : false;
  },
  MakeAward: ({ at: on, final, performBy, owed, items, most }, past) => {
    const here = now(past);
    if (!proceeding(here) || panel(here).length === 0 || anyAsked(here) || performBy < dayOf(on)) return false;
    if (items) {
      if (items.some(({ kind }) => settledKinds(here).includes(kind))) return false;
      if (items[0]!.awarded !== owed.reduce((sum, { amount }) => sum + amount, 0)) return false;
      if (typeof most === 'number' && final !== items[0]!.awarded <= most) return false; // LDMA 47; SPC1 19
    }
    if (!here.has('HoldHearing') && !procedure(here).simplified) return false;
    return named(owed) < owed.length ? undefined : ['AwardMade'];
  },
  ServeAward: ({ party, means }, past) => {
    if (electronic(means)) return false;
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
  ServeMediationInstrument: ({ at: on, performBy, owed, services }, past) => {
    if (!servable(services, false)) return false;
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
  const rich: readonly ArbitrationCommand[] = [
    apply(false, 'speedy'), { type: 'AcceptApplication', at: at(1), by, pendingDocuments: ['a', 'b'], promisedUntil: day(6) }, { type: 'ReceivePendingDocument', at: at(2), by, document: 'a' }, { type: 'FormPanel', at: at(3), by, arbitrators: ['a'] },
    { type: 'RequestRecusal', at: at(4), by, arbitrator: 'a', party: 'worker', ground: 'interest' }, { type: 'RuleOnRecusal', at: at(5), by, arbitrator: 'a', granted: true }, { type: 'FormPanel', at: at(6), by, arbitrators: ['b'] },
    { type: 'RecordBrokenPromise', at: at(7), by, document: 'b', consequence: 'decidedWithout' }, { type: 'OfferMediation', at: at(8), by, first: ['wages'] }, { type: 'AttendMediation', at: at(9), by, parties: ['worker', 'employer'] },
    { type: 'ServePartialInstrument', at: at(10), by, kinds: ['overtime'], performBy: day(70), owed }, { type: 'EndMediation', at: at(10), by, outcome: 'noAgreement' },
    { type: 'StateElements', at: at(11), by, party: 'worker', statements: [{ element: 'a', value: 1 }, { element: 'b', value: 2 }] }, { type: 'StateElements', at: at(11), by, party: 'employer', statements: [{ element: 'a', value: 1 }] }, { type: 'FixIssues', at: at(12), by },
    { type: 'ApplyForAdvanceEnforcement', at: at(12), by }, { type: 'RuleAdvanceEnforcement', at: at(13), by, amount: 100_000, rightsClear: true, lifeAffected: true }, { type: 'MakePartialAward', at: at(13), by, amount: 100_000, elements: ['a'] },
    { type: 'ScheduleHearing', at: at(14), by, hearingOn: day(20), room: 'a' }, { type: 'NotifyHearing', at: at(14), by, services: [{ party: 'worker', means: 'sms', proof: 'a' }, { party: 'employer', means: 'mail', proof: 'a' }] },
    { type: 'HoldHearing', at: at(20), by, absent: 'employer', heard: ['b'] }, { type: 'MakeAward', at: at(25), by, final: true, performBy: day(70), owed, items: [{ kind: 'wages', claimed: 100_000, awarded: 100_000, law: 'a' }], most: 100_000 },
  ];
  const absent: readonly ArbitrationCommand[] = [...rich.slice(0, -2), { type: 'DeemWithdrawn', at: at(20), by }];
  const services = maybe(fc.array(fc.record({ party: fc.constantFrom('worker' as const, 'employer' as const), means: fc.constantFrom('mail' as const, 'sms' as const), proof: someText }), { maxLength: 2 }));
  const nothing = fc.constant({});
  const bool = fc.boolean();
  const track = fc.constantFrom('speedy' as const, 'ordinary' as const);
  const side = fc.constantFrom('worker' as const, 'employer' as const);
  const ground = fc.record({ ground: someText });

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(arbitration, { ...proceedings, ...awards } as Law<ArbitrationCommand>, {
    ApplyForArbitration: fc.record({ collective: bool, track, simplified: bool, renewed: bool }), RequireCorrections: fc.constant({ gaps: ['a'] }), CompleteCorrections: nothing,
    AcceptApplication: fc.record({ track: maybe(track), pendingDocuments: maybe(fc.constantFrom([], ['a'], ['a', 'b'])), promisedUntil: maybe(someDay) }), RefuseApplication: ground, ServeCopy: fc.record({ proof: someText, means: maybe(fc.constantFrom('mail' as const, 'sms' as const)) }),
    WaiveAnswerPeriod: nothing, ReceiveAnswer: nothing, ForwardAnswer: nothing, FormPanel: fc.record({ arbitrators: fc.uniqueArray(someText, { minLength: 1, maxLength: 3 }) }), NotifyCollective: nothing,
    ScheduleHearing: fc.record({ hearingOn: someDay, room: someText, noticeBy: maybe(someDay) }), NotifyHearing: fc.record({ services }), DeemWithdrawn: nothing, ApplyForAdvanceEnforcement: nothing, FixIssues: nothing,
    HoldHearing: fc.record({ absent: maybe(fc.constant('employer' as const)), heard: maybe(fc.constantFrom(['b'], ['a'])) }), ReceivePendingDocument: fc.record({ document: someText }),
    RecordBrokenPromise: fc.record({ document: someText, consequence: fc.constantFrom('decidedWithout' as const, 'leavesSpeedy' as const) }), RequestRecusal: fc.record({ arbitrator: someText, party: fc.constantFrom('worker' as const, 'self' as const), ground: fc.constant('interest' as const) }),
    RuleOnRecusal: fc.record({ arbitrator: someText, granted: bool }), OfferMediation: fc.record({ first: fc.constantFrom([], ['wages']) }), AttendMediation: fc.record({ parties: fc.array(side, { minLength: 1, maxLength: 2 }) }), EndMediation: fc.record({ outcome: fc.constantFrom('absent' as const, 'noAgreement' as const) }),
    ServePartialInstrument: fc.record({ kinds: fc.constantFrom(['overtime'], ['wages'], ['wages', 'overtime']), performBy: someDay, owed: someOwed.filter((list) => list.length > 0) }),
    StateElements: fc.record({ party: side, statements: fc.array(fc.record({ element: someText, value: fc.integer({ min: 1, max: 2 }) }), { minLength: 1, maxLength: 2 }) }),
     ExtendAwardDeadline: fc.record({ days: fc.constantFrom(15, 16), approvedBy: fc.constantFrom('a', ' ') }), PassAwardLimit: nothing,
    StayArbitration: ground, ResumeArbitration: nothing, PublishNotice: nothing, EndNotice: nothing, ChangeClaims: fc.record({ change: fc.constantFrom('addedParty' as const, 'changedClaims' as const) }), ConvertToOrdinary: ground,
    MakePartialAward: fc.record({ amount: someFen, kind: maybe(fc.constantFrom('wages', 'overtime')), elements: maybe(fc.constantFrom(['a'], ['b'])) }), RuleAdvanceEnforcement: fc.record({ amount: someFen, rightsClear: bool, lifeAffected: bool, appliedFor: bool }),
    MakeAward: fc.record({ final: bool, performBy: someDay, owed: someOwed, items: maybe(fc.constantFrom('wages', 'overtime').map((kind) => [{ kind, claimed: 200_000, awarded: 100_000, law: 'a' }])), most: maybe(fc.constantFrom(99_999, 100_000)) }),
    ServeAward: fc.record({ party: fc.constantFrom('worker' as const, 'employer' as const, 'both' as const), means: maybe(fc.constantFrom('mail' as const, 'sms' as const)) }),
    TakeEffect: nothing, ServeMediationInstrument: fc.record({ performBy: someDay, owed: someOwed, services }), WithdrawApplication: fc.record({ settled: bool }), FileSuit: fc.record({ party: side }),
    ApplyToSetAside: nothing, RuleOnSetAside: fc.record({ annulled: bool }), RequestAdjournment: fc.record({ party: side, reason: someText, lastDay: maybe(someDay) }),
  }, [bound, ordinary, together, speedy, rich, absent], ['CORRECTIONS_OUTSTANDING', 'AWARD_IN_EFFECT']));
});
