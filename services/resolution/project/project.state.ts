import type { ProjectEvent } from '#libs/contracts/project.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';

type Of<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { readonly type: Type }>;
type About = Pick<Of<'ProjectRegistered'>, 'name' | 'sector' | 'division' | 'owner' | 'generalContractor' | 'investment' | 'startedOn' | 'fingerprint'>;
export interface Finding extends Pick<Of<'ProjectFindingMade'>, 'duty' | 'dueOn'> {
  readonly correctedOn: Day | null;
}
export interface Visit extends Pick<Of<'SiteVisited'>, 'visit' | 'interviewed' | 'unpaid' | 'by'> {
  readonly on: Day;
}

export interface IssuedCode extends Pick<Of<'SiteCodeIssued'>, 'contractor' | 'division' | 'until'> {
  readonly issuedOn: Day;
  readonly revokedOn: Day | null;
}

/** The file as it stands. Plain values only: the read table keeps it as it is. */
export interface Project {
  readonly about: About | null;
  readonly completedOn: Day | null;
  /** The day on which the works are to be done; absent in files from before it was asked. */
  readonly endsOn?: Day;
  readonly subcontractors: readonly Pick<Of<'SubcontractorAdded'>, 'name' | 'creditCode' | 'kind'>[];
  readonly account: { readonly step: 'none' | 'open' | 'announced' | 'closed'; readonly on: Day | null; readonly bank: string | null };
  /** `full`: what it must hold; `balance`: what it holds. */
  readonly deposit: { readonly step: 'none' | 'held' | 'released'; readonly full: number; readonly balance: number };
  /** By month, in Fen. */
  readonly funded: Readonly<Record<string, number>>;
  readonly paid: Readonly<Record<string, { readonly amount: number; readonly workers: number }>>;
  readonly roster: (Pick<Of<'RosterChecked'>, 'onSite' | 'registered' | 'withContract'> & { readonly on: Day }) | null;
  readonly board: { readonly complete: boolean; readonly proof: string; readonly on: Day } | null;
  readonly findings: Readonly<Record<string, Finding>>;
  readonly visits: Readonly<Record<string, Visit>>;
  readonly lastVisit: Visit | null;
  /** By a person's word, over what the project's name says. */
  readonly cases: Readonly<Record<string, 'linked' | 'unlinked'>>;
  /** By its number; none in a file that was folded before there were any. */
  readonly siteCodes?: Readonly<Record<number, IssuedCode>>;
  /** What each proof stands for: a retry is told from another payment. */
  readonly proofs: Readonly<Record<string, string>>;
}

export const initial: Project = {
  about: null, completedOn: null, subcontractors: [], account: { step: 'none', on: null, bank: null }, deposit: { step: 'none', full: 0, balance: 0 },
  funded: {}, paid: {}, roster: null, board: null, findings: {}, visits: {}, lastVisit: null, cases: {}, proofs: {},
};

export function evolve(state: Project, event: ProjectEvent): Project {
  const on = dayOf(event.at);
  switch (event.type) {
    case 'ProjectRegistered': {
      const { name, sector, division, owner, generalContractor, investment, startedOn, fingerprint } = event;
      return { ...state, about: { name, sector, division, owner, generalContractor, investment, startedOn, fingerprint } };
    }
    case 'SubcontractorAdded': return { ...state, subcontractors: [...state.subcontractors, { name: event.name, creditCode: event.creditCode, kind: event.kind }] };
    case 'ProjectAccountOpened': return { ...state, account: { step: 'open', on: event.openedOn, bank: event.bank } };
    case 'LabourCostFunded': return proved({ ...state, funded: { ...state.funded, [event.month]: (state.funded[event.month] ?? 0) + event.amount } }, event);
    case 'ProjectWagesPaid': {
      const before = state.paid[event.month];
      return proved({ ...state, paid: { ...state.paid, [event.month]: { amount: (before?.amount ?? 0) + event.amount, workers: Math.max(before?.workers ?? 0, event.workers) } } }, event);
    }
    case 'ProjectClosureAnnounced': return { ...state, account: { ...state.account, step: 'announced', on } };
    case 'ProjectAccountClosed': return { ...state, account: { ...state.account, step: 'closed', on } };
    case 'ProjectDepositPaidIn': return proved({ ...state, deposit: { step: 'held', full: event.amount, balance: event.amount } }, event);
    case 'ProjectDepositDrawn': return proved({ ...state, deposit: { ...state.deposit, balance: state.deposit.balance - event.amount } }, event);
    case 'ProjectDepositToppedUp': return proved({ ...state, deposit: { ...state.deposit, balance: state.deposit.balance + event.amount } }, event);
    case 'ProjectDepositReleased': return { ...state, deposit: { ...state.deposit, step: 'released', balance: 0 } };
    case 'RosterChecked': return { ...state, roster: { on, onSite: event.onSite, registered: event.registered, withContract: event.withContract } };
    case 'RightsBoardChecked': return { ...state, board: { on, complete: event.complete, proof: event.proof } };
    case 'ProjectFindingMade': return { ...state, findings: { ...state.findings, [event.finding]: { duty: event.duty, dueOn: event.dueOn, correctedOn: null } } };
    case 'ProjectFindingCorrected': {
      const found = state.findings[event.finding];
      return found ? { ...state, findings: { ...state.findings, [event.finding]: { ...found, correctedOn: on } } } : state;
    }
    case 'SiteVisited': {
      const visit: Visit = { visit: event.visit, on, by: event.by, interviewed: event.interviewed, unpaid: event.unpaid };
      return { ...state, visits: { ...state.visits, [event.visit]: visit }, lastVisit: state.lastVisit && state.lastVisit.on > on ? state.lastVisit : visit };
    }
    case 'ProjectCaseLinked': return { ...state, cases: { ...state.cases, [event.caseId]: 'linked' } };
    case 'ProjectCaseUnlinked': return { ...state, cases: { ...state.cases, [event.caseId]: 'unlinked' } };
    case 'ProjectEndPlanned': return { ...state, endsOn: event.endsOn };
    case 'SiteCodeIssued': {
      const { code, contractor, division, until } = event;
      return { ...state, siteCodes: { ...state.siteCodes, [code]: { contractor, division, until, issuedOn: on, revokedOn: null } } };
    }
    case 'SiteCodeRevoked': {
      const issued = state.siteCodes?.[event.code];
      return issued ? { ...state, siteCodes: { ...state.siteCodes, [event.code]: { ...issued, revokedOn: on } } } : state;
    }
    case 'ProjectCompleted': return { ...state, completedOn: on };
    default: return never(event);
  }
}

/** Whose name a code of the site may bear: the general contractor, and each subcontractor in the file. */
export function contractorsOf({ about, subcontractors }: Project): readonly string[] {
  return about ? [about.generalContractor.name, ...subcontractors.map(({ name }) => name)] : [];
}

/** True for a code that its site may still be filed by. Its last day counts. */
export function holds({ until, revokedOn }: IssuedCode, today: Day): boolean {
  return revokedOn === null && (until === null || today <= until);
}

type Proved = Of<'LabourCostFunded' | 'ProjectWagesPaid' | 'ProjectDepositPaidIn' | 'ProjectDepositDrawn' | 'ProjectDepositToppedUp'>;

function proved(state: Project, event: Proved): Project {
  return { ...state, proofs: { ...state.proofs, [`${event.type} ${event.proof}`]: meant(event) } };
}

/** A payment without its time and giver. */
export function meant(event: Omit<Proved, 'at' | 'by'> | Proved): string {
  return JSON.stringify(['month' in event ? event.month : null, event.amount, 'workers' in event ? event.workers : 'form' in event ? event.form : null]);
}
