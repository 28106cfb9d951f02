import fc from 'fast-check';
import type { Law, Past } from '#libs/decider/model.js';
import { someText } from '../any-order.js';
import { at, day, obeys } from '../random-commands.js';
import type { ProjectCommand } from './project.decider.js';
import { project } from './project.decider.js';

type Before = Past<ProjectCommand>;
const known = (past: Before): boolean => past.has('RegisterProject');
const account = (past: Before): ProjectCommand['type'] | undefined => past.last('OpenProjectAccount', 'AnnounceClosing', 'CloseProjectAccount')?.type;
const pays = (past: Before): boolean => account(past) === 'OpenProjectAccount' || account(past) === 'AnnounceClosing';
const holds = (past: Before): boolean => past.has('PayInDeposit') && !past.has('ReleaseDeposit');
const sum = (amounts: readonly { readonly amount: number }[]): number => amounts.reduce((total, { amount }) => total + amount, 0);
const balance = (past: Before): number => sum(past.all('PayInDeposit')) - sum(past.all('DrawProjectDeposit')) + sum(past.all('TopUpDeposit'));
const usedProof = (type: 'FundLabourCost' | 'PayProjectWages' | 'DrawProjectDeposit' | 'TopUpDeposit', proof: string, past: Before): boolean => past.all(type).some((each) => each.proof === proof);
const inWorks = (month: string, on: string): boolean => month >= '2026-03' && month <= on.slice(0, 7);
/** Codes that hold on a day: those whose day has not passed and that nobody took back. */
const live = (past: Before, on: string) => past.all('IssueSiteCode').filter((each, i) => (each.until == null || on.slice(0, 10) <= each.until) && !past.all('RevokeSiteCode').some(({ code }) => code === i + 1));
const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** WPR 24 to 34, as an office with a paper file would keep it. */
const law: Law<ProjectCommand> = {
  RegisterProject: (_, past) => (known(past) ? false : ['ProjectRegistered']),
  AddSubcontractor: ({ name }, past) => known(past) && !past.has('CompleteProject') && !past.all('AddSubcontractor').some((each) => each.name === name),
  OpenProjectAccount: (_, past) => known(past) && account(past) === undefined,
  FundLabourCost: ({ month, proof, at: on }, past) => known(past) && pays(past) && inWorks(month, on) && !usedProof('FundLabourCost', proof, past),
  PayProjectWages: ({ month, proof, at: on }, past) => known(past) && pays(past) && inWorks(month, on) && !usedProof('PayProjectWages', proof, past),
  AnnounceClosing: (_, past) => account(past) === 'OpenProjectAccount' && past.has('CompleteProject'),
  CloseProjectAccount: ({ openCases = 0, noticeUntil, at: on }, past) => account(past) === 'AnnounceClosing' && openCases === 0 && (noticeUntil === undefined || on.slice(0, 10) > noticeUntil),
  PayInDeposit: (_, past) => known(past) && !past.has('PayInDeposit'),
  DrawProjectDeposit: ({ amount, proof }, past) => known(past) && holds(past) && amount <= balance(past) && !usedProof('DrawProjectDeposit', proof, past),
  TopUpDeposit: ({ amount, proof }, past) => known(past) && holds(past) && balance(past) + amount <= sum(past.all('PayInDeposit')) && !usedProof('TopUpDeposit', proof, past),
  ReleaseDeposit: ({ openCases = 0 }, past) => holds(past) && past.has('CompleteProject') && openCases === 0,
  CheckRoster: ({ onSite, registered }, past) => (!known(past) || registered > onSite ? false : undefined),
  CheckRightsBoard: (_, past) => (known(past) ? undefined : false),
  MakeFinding: ({ finding, dueOn, at: on }, past) => known(past) && dueOn >= on.slice(0, 10) && !past.all('MakeFinding').some((each) => each.finding === finding),
  CorrectFinding: ({ finding }, past) => past.all('MakeFinding').some((each) => each.finding === finding) && !past.all('CorrectFinding').some((each) => each.finding === finding),
  VisitSite: ({ visit }, past) => known(past) && !past.all('VisitSite').some((each) => each.visit === visit),
  LinkProjectCase: ({ caseId }, past) => known(past) && past.done.filter((each) => 'caseId' in each && each.caseId === caseId).at(-1)?.type !== 'LinkProjectCase',
  UnlinkProjectCase: ({ caseId }, past) => known(past) && past.done.filter((each) => 'caseId' in each && each.caseId === caseId).at(-1)?.type !== 'UnlinkProjectCase',
  PlanProjectEnd: ({ endsOn }, past) => known(past) && !past.has('CompleteProject') && past.last('PlanProjectEnd')?.endsOn !== endsOn,
  CompleteProject: (_, past) => known(past) && !past.has('CompleteProject'),
  IssueSiteCode: ({ contractor, until, at: on }, past) => {
    if (!known(past) || (contractor != null && contractor !== 'g' && !past.all('AddSubcontractor').some(({ name }) => name === contractor)) || (until != null && until < on.slice(0, 10))) return false;
    const same = live(past, on).some((each) => (each.contractor ?? 'g') === (contractor ?? 'g') && (each.until ?? null) === (until ?? null));
    return !same;
  },
  RevokeSiteCode: ({ code }, past) => past.all('IssueSiteCode').length >= code && !past.all('RevokeSiteCode').some((each) => each.code === code),
};

describe('A project file against the law', () => {
  const by = 'officer:a';
  const about = { sector: 'water', division: '439901', owner: 'o', generalContractor: { name: 'g', creditCode: null }, investment: 'private', startedOn: day(0), fingerprint: 'f' } as const;
  const month = fc.constantFrom('2026-02', '2026-03', '2026-05', '2026-07');
  const amount = fc.constantFrom(100, 400);
  const openCases = fc.constantFrom(0, 1);
  const caseId = fc.constantFrom(id(1), id(2));
  const booked = { amount, proof: someText };
  const course: readonly ProjectCommand[] = [
    { type: 'RegisterProject', at: at(0), by, ...about, name: 'a' }, { type: 'OpenProjectAccount', at: at(2), by, bank: 'b', openedOn: day(2) }, { type: 'FundLabourCost', at: at(31), by, month: '2026-03', amount: 100, proof: 'a' },
    { type: 'PayInDeposit', at: at(3), by, amount: 1000, form: 'cash', proof: 'a' }, { type: 'DrawProjectDeposit', at: at(32), by, amount: 400, proof: 'a' }, { type: 'TopUpDeposit', at: at(33), by, amount: 400, proof: 'a' },
    { type: 'MakeFinding', at: at(34), by, finding: id(1), duty: 'roster', dueOn: day(40) }, { type: 'CorrectFinding', at: at(35), by, finding: id(1), proof: 'a' }, { type: 'CompleteProject', at: at(50), by },
    { type: 'IssueSiteCode', at: at(50), by }, { type: 'RevokeSiteCode', at: at(50), by, code: 1 },
    { type: 'AnnounceClosing', at: at(51), by }, { type: 'CloseProjectAccount', at: at(90), by, noticeUntil: day(81) }, { type: 'ReleaseDeposit', at: at(91), by },
  ];

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(project, law, {
    RegisterProject: fc.record({ name: someText }).map((each) => ({ ...about, ...each })), AddSubcontractor: fc.record({ name: someText }).map((each) => ({ ...each, creditCode: null, kind: 'labour' as const })),
    OpenProjectAccount: fc.record({ bank: someText }).map((each) => ({ ...each, openedOn: day(2) })), FundLabourCost: fc.record({ month, ...booked }), PayProjectWages: fc.record({ month, ...booked, workers: fc.constant(2) }),
    AnnounceClosing: fc.constant({}), CloseProjectAccount: fc.record({ openCases, noticeUntil: fc.option(fc.constant(day(81)), { nil: undefined }) }), PayInDeposit: fc.record({ proof: someText }).map((each) => ({ ...each, amount: 1000, form: 'cash' as const })),
    DrawProjectDeposit: fc.record(booked), TopUpDeposit: fc.record(booked), ReleaseDeposit: fc.record({ openCases }), CheckRoster: fc.record({ onSite: fc.constantFrom(1, 2), registered: fc.constantFrom(1, 2), withContract: fc.constant(1) }),
    CheckRightsBoard: fc.record({ complete: fc.boolean(), proof: someText }), MakeFinding: fc.record({ finding: caseId, duty: someText, dueOn: fc.constantFrom(day(20), day(60)) }), CorrectFinding: fc.record({ finding: caseId, proof: someText }),
    VisitSite: fc.record({ visit: caseId, interviewed: fc.constantFrom(1, 2), unpaid: fc.constant(null) }), LinkProjectCase: fc.record({ caseId }), UnlinkProjectCase: fc.record({ caseId }), PlanProjectEnd: fc.record({ endsOn: fc.constantFrom(day(40), day(60)) }), CompleteProject: fc.constant({}),
    IssueSiteCode: fc.record({ contractor: fc.constantFrom(null, 'g', 'a', 'b'), until: fc.constantFrom(null, day(20), day(60)) }), RevokeSiteCode: fc.record({ code: fc.constantFrom(1, 2) }),
  }, [course], ['PROJECT_EXISTS', 'PROOF_USED', 'WAGES_OUTSTANDING', 'FINDING_DIFFERS', 'NO_SUCH_FINDING', 'VISIT_DIFFERS', 'NO_SUCH_SITE_CODE']));
});
