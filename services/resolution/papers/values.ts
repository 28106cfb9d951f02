import { divisionNamed } from '#libs/contracts/divisions.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { requesterNow } from '#libs/contracts/requester.js';
import type { Fen } from '#libs/contracts/money.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Day } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import { categories, isCategory } from '#libs/policy/matters.js';
import type { Pack } from '#libs/policy/pack.js';
import type { PaperFlag, PaperTemplate, Placeholder } from '#libs/policy/papers.js';
import { caseView } from '../../supervision/case-view/case-view.projection.js';
import type { CaseRow } from '../../supervision/case-view/case-view.projection.js';
import { capitalAmount } from './capital-amount.js';
import type { Words } from './words.js';
import { dayText, moneyText, plain, wordOf } from './words.js';

export type Basis = PublishedEvent<{
  readonly at: string; readonly owed?: readonly { worker: number; amount: Fen }[]; readonly ground?: string; readonly gaps?: readonly string[]; readonly otherRoutes?: readonly string[]; readonly worker?: number;
  readonly performBy?: Day; readonly dueOn?: Day; readonly hearingOn?: Day; readonly from?: string; readonly room?: string; readonly final?: boolean; readonly track?: string; readonly simplified?: boolean; readonly collective?: boolean;
  readonly department?: string; readonly division?: string; readonly procedure?: string; readonly reply?: Sealed | null;
}>;
type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
export interface Paid {
  readonly at: string;
  readonly worker: number;
  readonly amount: Fen;
  readonly source: string;
  readonly evidence: string;
}

/** What a paper can say of a case. Sealed fields stay sealed: who makes the paper opens those that its template names. */
export interface Values {
  readonly known: Readonly<Partial<Record<Placeholder, Words>>>;
  readonly sealed: Readonly<Partial<Record<Placeholder, Sealed>>>;
  readonly flags: Readonly<Record<PaperFlag, boolean>>;
  readonly lists: Readonly<Record<'gaps' | 'otherRoutes', readonly string[]>>;
  readonly owed: readonly { readonly worker: number; readonly amount: Fen }[];
  readonly payments: readonly Paid[];
}

interface Asked {
  readonly template: PaperTemplate;
  /** Whom the paper is about, where it is about one; 1 is the person who filed. */
  readonly worker: number;
  readonly pack: Pack;
  readonly number: string;
  readonly issuedOn: Day;
}

/** The event that a paper puts on paper: the latest of its kind that concerns the worker. */
export function basisOf(history: readonly PublishedEvent[], { on, scope }: Pick<PaperTemplate, 'on' | 'scope'>, worker: number): Basis | undefined {
  return (history as readonly unknown[] as readonly Basis[]).filter(({ type, data }) => type === on
    && (scope === 'all' || ((data.worker ?? worker) === worker && (data.owed === undefined || data.owed.length === 0 || data.owed.some((each) => each.worker === worker))))).at(-1);
}

/** From the history of a case up to the moment of the paper, and nothing else: so the same paper can be made again. */
export function valuesOf(history: readonly PublishedEvent[], basis: Basis, { template, worker, pack, number, issuedOn }: Asked): Values {
  const filed = history.find(({ type }) => type === 'intake.claim-filed.v1')!.data as never as Filed;
  const row = history.reduce<CaseRow | undefined>(caseView, undefined)!;
  const all = template.scope === 'all';
  const concerns: Concerns = (one) => all || one.worker === worker;
  const owed = (basis.data.owed ?? []).filter(concerns);
  const payments = paymentsOf(history).filter(concerns);
  const requester = requesterNow(history);
  const first = all || worker === 1;
  return {
    known: {
      ...ofCase(row, filed), ...organOf(row, template, pack), number: plain(number), issuedOn: dayText(issuedOn), on: dayText(dayOf(basis.data.at)),
      ...ofBasis(basis, pack), ...ofMoney(row, owed, concerns), ...ofEnd(history),
      ...(!first && { worker: { zh: `第${worker}名劳动者`, en: `worker no. ${worker}` } }),
    },
    sealed: {
      ...(first && requester?.name && { requester: requester.name, worker: requester.name }), ...(first && requester?.idNumber && { idNumber: requester.idNumber }),
      ...(first && basis.data.reply && { reply: basis.data.reply }),
    },
    flags: {
      final: basis.data.final === true, simplified: basis.data.simplified === true, collective: basis.data.collective === true,
      fullyPaid: Object.keys(row.owed).length > 0 && unpaidOf(row, concerns) === 0,
    },
    lists: { gaps: basis.data.gaps ?? [], otherRoutes: (basis.data.otherRoutes ?? []) },
    owed, payments,
  };
}

function ofCase({ caseNumber, category, receivedAt }: CaseRow, { employer, project }: Filed): Values['known'] {
  return {
    caseNumber: plain(caseNumber), receivedOn: dayText(dayOf(receivedAt)),
    ...(isCategory(category) && { category: categories[category] }),
    ...(employer?.name && { employer: plain(employer.name) }), ...(employer?.creditCode && { creditCode: plain(employer.creditCode) }), ...(project?.name && { project: plain(project.name) }),
  };
}

/** What each worker received, as it stands: a record that was corrected says what is true. */
function paymentsOf(history: readonly PublishedEvent[]): readonly Paid[] {
  return history.reduce<readonly Paid[]>((payments, { type, data }) => {
    const { at, worker, amount, source, evidence } = data as never as Paid;
    switch (type) {
      case 'resolution.wage-paid.v1':           return [...payments, { at, worker, amount, source, evidence }];
      case 'resolution.held-wages-paid.v1':     return [...payments, { at, worker, amount, source: 'held', evidence }];
      case 'resolution.wage-paid-corrected.v1':
      case 'resolution.held-wages-paid-corrected.v1': {
        const ofHeld = type === 'resolution.held-wages-paid-corrected.v1';
        return payments.map((one) => (one.worker === worker && one.evidence === evidence && (one.source === 'held') === ofHeld ? { ...one, amount } : one));
      }
      default:                                  return payments;
    }
  }, []);
}

/** A day, with the time of day where one is booked. */
function momentText(day: Day, from = ''): Words {
  const { zh, en } = dayText(day);
  return { zh: `${zh}${from}`, en: `${en} ${from}`.trim() };
}

/** The office by its place and the name that the pack gives it. */
function organOf({ orders, handlingDivision }: CaseRow, { department }: PaperTemplate, { departments }: Pack): Values['known'] {
  const lead = orders.find(({ order }) => order === 0);
  const named = department ?? lead?.department;
  const names = named == null ? undefined : departments[named];
  const division = lead && (department === null || lead.department === department) ? lead.division : handlingDivision;
  const place = divisionNamed(division)?.name ?? division;
  return names ? { organ: { zh: `${place}${names.zh}`, en: `${place}, ${names.en}` } } : {};
}

function ofBasis({ data }: Basis, { departments }: Pack): Values['known'] {
  const { performBy, dueOn, hearingOn, from, room, ground, track, department, division, procedure } = data;
  return {
    ...(performBy && { performBy: dayText(performBy) }), ...(dueOn && { dueOn: dayText(dueOn) }), ...(hearingOn && { hearingOn: momentText(hearingOn, from) }), ...(room && { room: plain(room) }),
    ...(ground && { ground: plain(ground.replace(/[。.]$/, '')) }), ...(track && { track: wordOf(track) }), ...(procedure && { procedure: wordOf(procedure) }),
    ...(department && { department: departments[department] ?? plain(department) }), ...(division && { place: plain(divisionNamed(division)?.name ?? division) }),
  };
}

type Concerns = (one: { worker: number }) => boolean;

function ofMoney(row: CaseRow, owed: Values['owed'], concerns: Concerns): Values['known'] {
  const sum = (amounts: CaseRow['owed']): Fen => Object.entries(amounts).reduce((total, [worker, amount]) => total + (concerns({ worker: Number(worker) }) ? amount : 0), 0);
  const amount = owed.reduce((total, each) => total + each.amount, 0);
  const [totalDue, totalPaid] = [sum(row.owed), sum(row.paid)];
  return {
    ...(owed.length > 0 && { amount: moneyText(amount), amountCapital: plain(capitalAmount(amount)), workers: plain(String(owed.length)) }),
    ...((totalDue > 0 || totalPaid > 0) && { due: moneyText(totalDue), paid: moneyText(totalPaid), paidCapital: plain(capitalAmount(totalPaid)), unpaid: moneyText(unpaidOf(row, concerns)) }),
  };
}

function unpaidOf({ owed, paid }: CaseRow, concerns: Concerns): Fen {
  return Object.entries(owed).reduce((total, [worker, amount]) => total + (concerns({ worker: Number(worker) }) ? Math.max(0, amount - (paid[Number(worker)] ?? 0)) : 0), 0);
}

function ofEnd(history: readonly PublishedEvent[]): Values['known'] {
  const last = (type: string): Record<string, unknown> | undefined => history.filter((event) => event.type === type).at(-1)?.data;
  const result = last('resolution.case-resolved.v1')?.['result'];
  const satisfied = last('resolution.callback-made.v1')?.['satisfied'];
  const closedAt = last('resolution.case-closed.v1')?.['at'];
  return {
    ...(typeof result === 'string' && { result: wordOf(result) }), ...(typeof satisfied === 'string' && { satisfied: wordOf(satisfied) }), ...(typeof closedAt === 'string' && { closedOn: dayText(dayOf(closedAt)) }),
  };
}
