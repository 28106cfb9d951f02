import fc from 'fast-check';
import type { Law, Verdict } from '#libs/decider/model.js';
import { Past } from '#libs/decider/model.js';
import type { Party } from '#libs/contracts/resolution.events.js';
import { someFen, someOwed, someText } from '../any-order.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { MediationCommand } from './mediation.decider.js';
import { mediation } from './mediation.decider.js';

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });

type Before = Past<MediationCommand>;
type Of<T extends MediationCommand['type']> = Extract<MediationCommand, { readonly type: T }>;
type Terms = Of<'DraftAgreement'> | Of<'RecordAgreement'>;

const dayOf = (instant: string): string => instant.slice(0, 10);
const round = (past: Before): Before => past.after('ApplyForMediation');

/** MEDIATING leads to MEDIATED or to MEDIATION_FAILED: by a paper, by the last signature, by whoever leaves, stays away or declines, or by time. */
function stands(past: Before): 'none' | 'open' | 'agreed' | 'failed' | 'expired' {
  let now: ReturnType<typeof stands> = 'none';
  past.done.forEach((each, i) => {
    const then = new Past(past.done.slice(0, i + 1));
    if (each.type === 'ApplyForMediation') now = 'open';
    if (each.type === 'RecordAgreement' || (each.type === 'SignAgreement' && bothSigned(then))) now = 'agreed';
    if (each.type === 'ExpireMediation') now = 'expired';
    if (['FailMediation', 'WithdrawFromMediation', 'CloseMediation', 'RecordNoShow'].includes(each.type) || (each.type === 'AnswerInvitation' && nobodyLeft(each.party, then))) now = 'failed';
  });
  return now;
}
const open = (past: Before): boolean => stands(past) === 'open';
const started = (past: Before): boolean => open(past) && round(past).has('StartMediation');
const invitations = (party: Party, past: Before): Before => {
  const rows = round(past).done;
  const last = rows.map((each) => each.type === 'InviteParty' && each.party === party).lastIndexOf(true);
  return new Past(last < 0 ? [] : rows.slice(last));
};
const invited = (party: Party, past: Before): boolean => invitations(party, past).done.length > 0;
const answerOf = (party: Party, past: Before): string | undefined => invitations(party, past).all('AnswerInvitation').filter((each) => each.party === party).at(-1)?.answer;
/** Nobody is mediated against their will (LDMA 3): the worker gone, or everybody who might pay. */
function nobodyLeft(party: Party, past: Before): boolean {
  if (answerOf(party, past) !== 'declines') return false;
  const others = [...new Set(round(past).all('InviteParty').map((each) => each.party))].filter((one) => one !== 'worker');
  return party === 'worker' || others.every((one) => answerOf(one, past) === 'declines');
}

/** The session that was scheduled and has not ended. */
const pending = (past: Before): Of<'ScheduleSession'> | undefined => {
  const last = round(past).last('ScheduleSession', 'HoldSession', 'AdjournSession');
  return last?.type === 'ScheduleSession' ? last : undefined;
};
const joined = (past: Before): readonly Party[] => past.after('ScheduleSession').all('JoinSessionOnline').map(({ party }) => party);
const due = (on: string, past: Before): boolean => pending(past) !== undefined && dayOf(pending(past)!.startsAt) <= dayOf(on);

const drafted = (past: Before): Of<'DraftAgreement'> | undefined => round(past).last('DraftAgreement');
const signers = (past: Before): readonly Party[] => round(past).after('DraftAgreement').all('SignAgreement').map(({ party }) => party);
/** LDMA 14: an agreement is in effect when the parties have signed. */
const bothSigned = (past: Before): boolean => drafted(past) !== undefined && ['worker', 'employer'].every((side) => signers(past).includes(side as Party));

const sum = (rows: readonly { readonly worker: number; readonly amount: number }[], worker: number): number => rows.filter((each) => each.worker === worker).reduce((all, { amount }) => all + amount, 0);
/** What a paper on money must not be: due before it was made, one worker twice, a plan of another sum or beyond its days. */
function wellFormed({ performBy, owed, plan }: Terms, on: string): boolean {
  if (performBy < dayOf(on) || new Set(owed.map(({ worker }) => worker)).size < owed.length) return false;
  if (!plan) return true;
  return [1, 2, 3].every((worker) => sum(plan, worker) === sum(owed, worker)) && plan.every((each) => each.on >= dayOf(on) && each.on <= performBy);
}
const paper = ({ performBy, owed, plan }: Terms): string => JSON.stringify([performBy, [...owed].map((row) => JSON.stringify([row.worker, row.amount])).sort(), (plan ?? []).map((row) => JSON.stringify([row.worker, row.on, row.amount])).sort()]);

function decided(apply: 'ApplyForArbitralReview' | 'ApplyForJudicialConfirmation', decide: 'DecideArbitralReview' | 'DecideJudicialConfirmation', { confirmed, ground }: { confirmed: boolean; ground?: string | null | undefined }, past: Before): Verdict {
  if (!past.has(apply) || past.has(decide) || (!confirmed && !ground)) return false;
  return [confirmed ? 'AgreementConfirmed' : 'AgreementConfirmationRefused'];
}
const inTime = ({ at: on, lastDay }: { at: string; lastDay?: string | undefined }): boolean => lastDay === undefined || dayOf(on) <= lastDay;

/** LDMA 3, 10 to 16, ZJ-ARB 10, 人民调解法 33, S-BJ25 六 and 七, S-SH21 七, and the life cycle. */
const law: Law<MediationCommand> = {
  ApplyForMediation: ({ at: on, organisation, kind, bodies = [], roundOn, roundPlace }, past) => {
    if ((kind === 'joint') !== bodies.some((body) => body !== organisation) || (kind === 'roving') !== (roundOn !== undefined && roundPlace !== undefined) || (roundOn ?? on) < dayOf(on)) return false;
    return stands(past) === 'none' ? ['MediationApplied'] : undefined; // Whether it may be tried again, the law does not say.
  },
  AnswerJointMediation: ({ body, takesPart }, past) => {
    const { organisation, bodies = [] } = past.last('ApplyForMediation') ?? { organisation: '' };
    const before = round(past).all('AnswerJointMediation').filter((each) => each.body === body).at(-1)?.takesPart;
    return open(past) && bodies.includes(body) && body !== organisation && before !== takesPart;
  },
  StartMediation: ({ noConflict }, past) => {
    const { organisation, bodies = [] } = past.last('ApplyForMediation') ?? { organisation: '' };
    const answered = bodies.every((body) => body === organisation || round(past).all('AnswerJointMediation').some((each) => each.body === body));
    return open(past) && !started(past) && answered && noConflict !== false;
  },
  ReplaceMediator: ({ mediator, noConflict }, past) => {
    const now = round(past).last('StartMediation', 'ReplaceMediator');
    return started(past) && noConflict && now?.mediator !== mediator;
  },
  InviteParty: ({ party, at: on }, past) => open(past) && (round(past).all('InviteParty').some((each) => each.party === party && each.at === on) ? undefined : ['PartyInvited']),
  AnswerInvitation: ({ party, answer, at: on }, past) => {
    if (!open(past) || !invited(party, past) || answerOf(party, past) === answer) return false;
    const after = new Past([...past.done, { type: 'AnswerInvitation', at: on, by: '', party, answer } as MediationCommand]);
    return nobodyLeft(party, after) ? ['PartyAnswered', 'MediationFailed'] : ['PartyAnswered'];
  },
  ScheduleSession: ({ startsAt, mode, place }, past) => {
    const since = past.last('ApplyForMediation', 'StartMediation')?.at ?? '';
    return open(past) && !pending(past) && (mode === 'online' || Boolean(place)) && dayOf(startsAt) >= dayOf(since);
  },
  JoinSessionOnline: ({ party, at: on }, past) => open(past) && pending(past)?.mode === 'online' && due(on, past) && !joined(past).includes(party),
  HoldSession: ({ attended, at: on }, past) => {
    const there = [...attended, ...joined(past)];
    return started(past) && due(on, past) && there.includes('worker') && there.some((party) => party !== 'worker');
  },
  AdjournSession: (_, past) => open(past) && pending(past) !== undefined,
  RecordNoShow: ({ party, at: on }, past) => (open(past) && due(on, past) && invited(party, past) && !joined(past).includes(party) ? ['MediationSessionMissed', 'MediationFailed'] : false),
  ExtendMediation: ({ bothAgree }, past) => {
    if (!open(past) || !bothAgree) return false; // ZJ-ARB 10: only if both parties agree.
    return round(past).has('ExtendMediation') ? undefined : ['MediationExtended'];
  },
  DraftAgreement: (command, past) => {
    if (!wellFormed(command, command.at) || (drafted(past) && paper(drafted(past)!) === paper(command))) return false;
    return open(past) ? ['AgreementDrafted'] : stands(past) === 'expired' ? undefined : false;
  },
  SignAgreement: ({ party, at: on }, past) => {
    const draft = drafted(past);
    if (!draft || signers(past).includes(party) || !['worker', 'employer'].includes(party) || !(open(past) || stands(past) === 'expired')) return false;
    if (signers(past).length === 0) return ['AgreementSigned'];
    return wellFormed(draft, on) ? ['AgreementSigned', 'CaseMediated'] : false;
  },
  RecordAgreement: (command, past) => {
    if (!past.has('ApplyForMediation') || stands(past) === 'agreed' || !wellFormed(command, command.at)) return false;
    return open(past) ? ['CaseMediated'] : stands(past) === 'failed' ? false : undefined; // After the 15 days the parties are not forbidden to agree.
  },
  FailMediation: (_, past) => (open(past) ? ['MediationFailed'] : stands(past) === 'expired' ? undefined : false),
  WithdrawFromMediation: (_, past) => (open(past) ? ['MediationFailed'] : false),
  ExpireMediation: (_, past) => (open(past) ? ['MediationFailed'] : false), // No agreement within the time is a failure: the life cycle.
  CloseMediation: (_, past) => (open(past) ? ['MediationFailed'] : false),
  CertifyFailure: (_, past) => (stands(past) === 'failed' || stands(past) === 'expired') && !round(past).has('CertifyFailure'),
  ApplyForArbitralReview: (command, past) => stands(past) === 'agreed' && !past.has('ApplyForArbitralReview') && inTime(command),
  DecideArbitralReview: (command, past) => decided('ApplyForArbitralReview', 'DecideArbitralReview', command, past),
  ApplyForJudicialConfirmation: (command, past) => stands(past) === 'agreed' && !past.has('ApplyForJudicialConfirmation') && inTime(command),
  DecideJudicialConfirmation: (command, past) => decided('ApplyForJudicialConfirmation', 'DecideJudicialConfirmation', command, past),
  ConfirmRelation: (_, past) => !past.has('ConfirmRelation'),
};

describe('Mediation against the law', () => {
  const by = 'officer:a';
  const owedOne = [{ worker: 1, amount: 100_000 }];
  const apply: MediationCommand = { type: 'ApplyForMediation', at: at(0), by, organisation: 'a' };
  const start: MediationCommand = { type: 'StartMediation', at: at(1), by, mediator: 'a' };
  const invite = (party: Party): MediationCommand => ({ type: 'InviteParty', at: at(2), by, party, means: 'phone' });
  const meet = (n: number): readonly MediationCommand[] => [{ type: 'ScheduleSession', at: at(n), by, startsAt: at(n + 2), mode: 'online' }, { type: 'JoinSessionOnline', at: at(n + 2), by, party: 'worker' }];
  const review: readonly MediationCommand[] = [
    { type: 'ApplyForArbitralReview', at: at(25), by }, { type: 'ApplyForJudicialConfirmation', at: at(26), by },
    { type: 'DecideArbitralReview', at: at(30), by, confirmed: false, ground: 'a' }, { type: 'DecideJudicialConfirmation', at: at(31), by, confirmed: true },
  ];
  const onPaper: readonly MediationCommand[] = [apply, start, { type: 'ExtendMediation', at: at(12), by, days: 15, bothAgree: true }, { type: 'RecordAgreement', at: at(20), by, performBy: day(60), owed: owedOne }, ...review];
  const signed: readonly MediationCommand[] = [
    { ...apply, kind: 'joint', bodies: ['b'] } as MediationCommand, { type: 'AnswerJointMediation', at: at(0), by, body: 'b', takesPart: true }, start, { type: 'ReplaceMediator', at: at(2), by, mediator: 'b', noConflict: true },
    invite('worker'), invite('employer'), invite('generalContractor'), { type: 'AnswerInvitation', at: at(3), by, party: 'employer', answer: 'attends' }, ...meet(4), { type: 'AdjournSession', at: at(6), by }, ...meet(7), { type: 'HoldSession', at: at(9), by, attended: ['employer'] },
    { type: 'DraftAgreement', at: at(10), by, performBy: day(60), owed: owedOne, plan: [{ worker: 1, on: day(40), amount: 60_000 }, { worker: 1, on: day(60), amount: 40_000 }] },
    { type: 'SignAgreement', at: at(11), by, party: 'employer', means: 'paper' }, { type: 'SignAgreement', at: at(12), by, party: 'worker', means: 'online' }, ...review,
  ];
  const failing: readonly MediationCommand[] = [apply, start, { type: 'FailMediation', at: at(9), by, reason: 'a', wantsArbitration: true }, { type: 'CertifyFailure', at: at(10), by, to: 'both' }];
  const roving: readonly MediationCommand[] = [{ ...apply, kind: 'roving', roundOn: day(8), roundPlace: 'a' } as MediationCommand, invite('employer'), ...meet(6), { type: 'RecordNoShow', at: at(8), by, party: 'employer' }];

  const owed = fc.oneof(someOwed, someFen.map((amount) => [{ worker: 1, amount }]));
  const party = fc.constantFrom('worker' as const, 'employer' as const, 'generalContractor' as const);
  const oneParty = fc.record({ party });
  const terms = fc.oneof(fc.record({ performBy: someDay, owed }), fc.record({ performBy: someDay, owed: fc.constant(owedOne), plan: someDay.map((on) => [{ worker: 1, on, amount: 100_000 }]) }));
  const nothing = fc.constant({});
  const bool = fc.boolean();
  const verdict = fc.record({ confirmed: bool, ground: maybe(someText) });
  const inSomeTime = fc.record({ lastDay: maybe(someDay) });

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(mediation, law, {
    ApplyForMediation: fc.oneof(fc.record({ organisation: someText }), fc.record({ organisation: someText, kind: fc.constantFrom('joint' as const, 'single' as const), bodies: fc.array(someText, { maxLength: 2 }) }), fc.record({ organisation: someText, kind: fc.constant('roving' as const), roundOn: someDay, roundPlace: someText })),
    AnswerJointMediation: fc.record({ body: someText, takesPart: bool }), StartMediation: fc.record({ mediator: someText, noConflict: fc.constantFrom(undefined, true, false) }), ReplaceMediator: fc.record({ mediator: someText, noConflict: bool }),
    InviteParty: fc.record({ party, means: fc.constant('phone' as const) }), AnswerInvitation: fc.record({ party, answer: fc.constantFrom('attends' as const, 'declines' as const, 'notReached' as const) }),
    ScheduleSession: fc.record({ startsAt: someDay.map((on) => `${on}T14:00:00+08:00`), mode: fc.constantFrom('onSite' as const, 'online' as const), place: maybe(someText) }), JoinSessionOnline: oneParty,
    HoldSession: fc.record({ attended: fc.uniqueArray(party, { minLength: 1 }) }), AdjournSession: nothing, RecordNoShow: oneParty, ExtendMediation: fc.record({ days: fc.constantFrom(5, 15), bothAgree: bool }),
    DraftAgreement: terms, SignAgreement: fc.record({ party, means: fc.constant('paper' as const) }), RecordAgreement: terms, FailMediation: fc.record({ reason: someText, wantsArbitration: bool }),
    WithdrawFromMediation: oneParty, ExpireMediation: nothing, CloseMediation: nothing, CertifyFailure: fc.constant({ to: 'worker' as const }), ApplyForArbitralReview: inSomeTime, DecideArbitralReview: verdict,
    ApplyForJudicialConfirmation: inSomeTime, DecideJudicialConfirmation: verdict, ConfirmRelation: nothing,
  }, [onPaper, signed, failing, roving], ['AGREEMENT_DIFFERS']));
});
