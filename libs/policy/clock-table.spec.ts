import { eventKinds } from '#libs/contracts/event.js';
import '#libs/contracts/catalogue.js';
import type { ClockRow, Trigger } from './clock-rows.js';
import { loadPolicies } from './in-force.js';

const policies = loadPolicies('policies');
const nation = policies.packNamed('000000', '2026-01-01')!;

/**
 * The table of domain law b.2 as it was written there, typed by hand and not taken from the pack.
 * id | how long | level, whose | starts (`receipt`: listed by a decision; else the event) | extension: most, times, approver | stands still by | begins anew by
 */
const LAW = `
HOT-2H            | hotline.emergencyHours hours, no roll      | service authority | receipt
HOT-24H           | hotline.urgentHours hours, no roll         | service authority | receipt
HOT-7D            | hotline.ordinaryDays calendarDays, no roll | service authority | receipt
HOT-15D           | hotline.complexDays calendarDays, no roll  | service authority | receipt
HOT-5WD           | hotline.enquiryWorkingDays workingDays     | service authority | receipt
HOT-LONGER        | date, no roll                              | service authority | longer-limit-told @until | | | longer-limit-told
HOT-CONTACT       | hotline.firstContactHours hours, no roll   | service authority | case-assigned, routing-overridden
HOT-OBJECT        | hotline.objectionWorkingDays workingDays   | service authority | case-assigned, case-redispatched, dispatch-maintained, order-split, routing-overridden, transfer-returned | | | case-assigned, case-redispatched, routing-overridden
HOT-REVIEW        | 1 workingDays                              | service authority | dispatch-objected
HOT-DISPUTE       | hotline.disputeWorkingDays workingDays     | service authority | dispute-opened
HOT-CALLBACK      | 3 workingDays                              | service authority | case-resolved
HOT-REDO          | 5 workingDays                              | service authority | case-reopened
HOT-REOPEN        | hotline.reopenDays calendarDays, no roll   | service person    | case-closed
HOT-CARRIED       | date, no roll                              | service authority | case-carried-forward @reviewOn
HOT-ASSIST        | hotline.assistanceWorkingDays workingDays  | service authority | assistance-requested
HOT-12333         | 2 workingDays                              | service authority | enquiry-passed-on
PET-REG           | 15 calendarDays                            | law authority     | matter-handed-over, procedure-applied
PET-OBJECT        | 5 workingDays                              | law authority     | procedure-forwarded
PET-DONE          | 60 calendarDays                            | law authority     | procedure-accepted | 30 once head
CLUE-VERIFY       | clueVerificationWorkingDays workingDays    | service authority | receipt | | case-transferred | transfer-accepted, transfer-returned
SIGN-ANSWER       | 3 workingDays                              | service authority | early-warning-raised
POINT-REPORT      | partners.reportDays calendarDays           | service authority | reporting-period-began @to
POINT-EVENT       | partners.eventHours hours, no roll         | service authority | major-event-reported
UNIT-ASSESS       | 1 years                                    | service authority | partner-unit-registered | | | partner-assessed
REFERRAL-RESULT   | 15 workingDays                             | service authority | job-seeker-referred
REG-ANSWER        | 5 workingDays                              | service authority | regulator-asked
MED-15D           | 15 calendarDays                            | law authority     | mediation-applied | 15 once parties
MED-PERFORM       | date, no roll                              | law employer      | case-mediated @performBy
MED-ARBREVIEW     | 15 calendarDays                            | law person        | case-mediated, receipt
MED-JUDCONF       | 30 calendarDays                            | law person        | case-mediated, receipt
ARB-LIMIT         | 1 years                                    | law person        | limitation-began @from, receipt | | limitation-suspended | limitation-interrupted
ARB-LIMIT-WAGE    | 1 years                                    | law person        | limitation-began @from, receipt | | limitation-suspended | limitation-interrupted
ARB-ACCEPT        | 5 bareDays                                 | law authority     | arbitration-applied, receipt | | case-transferred, corrections-required | corrections-completed, transfer-accepted, transfer-returned
ARB-COLL-ACCEPT   | 5 bareDays                                 | law authority     | arbitration-applied, receipt | | case-transferred, corrections-required | corrections-completed, transfer-accepted, transfer-returned
ARB-COLL-NOTICE   | 5 bareDays                                 | law authority     | application-accepted
ARB-DOCS          | date, no roll                              | service person    | documents-promised @until
ARB-SERVE         | 5 bareDays                                 | law authority     | application-accepted
ARB-ANSWER        | 10 bareDays                                | law employer      | copy-served
ARB-FWDANS        | 5 bareDays                                 | law authority     | answer-received
ARB-PANEL         | 5 bareDays                                 | law authority     | application-accepted
ARB-HEARNOTE      | 5 backwardWorkingDays, no roll             | law authority     | hearing-scheduled @hearingOn | | | hearing-scheduled
ARB-ADJ           | 3 backwardWorkingDays, no roll             | service person    | hearing-scheduled @hearingOn | | | hearing-scheduled
ARB-AWARD         | 45 calendarDays                            | law authority     | application-accepted, receipt | 15 once committeeDirector | arbitration-stayed, notice-published | claims-changed
ARB-SPEEDY30      | 30 calendarDays                            | target authority  | application-accepted | | arbitration-stayed, notice-published | claims-changed
ARB-SPEEDY-ACCEPT | speedyFilingWorkingDays workingDays        | target authority  | arbitration-applied, receipt | | case-transferred, corrections-required | corrections-completed, transfer-accepted, transfer-returned
ARB-SUE           | 15 calendarDays                            | law person        | award-served | | | award-served
ARB-SETASIDE      | 30 calendarDays                            | law employer      | award-served
ARB-REFILE        | 15 calendarDays                            | law person        | set-aside-ruled
ARB-ENFORCE       | 2 years                                    | law person        | payment-due @performBy, receipt | | limitation-suspended | limitation-interrupted
ARB-NOTICE        | 30 calendarDays                            | law person        | notice-published
ARB-NOTICE-COLL   | 10 calendarDays                            | law person        | notice-published
PO-NOTIFY         | 5 calendarDays                             | law authority     | payment-order-applied
PO-ISSUE          | 15 calendarDays                            | law authority     | payment-order-accepted
PO-OBJECT         | 15 calendarDays                            | law employer      | payment-order-served
PAY-PERFORM       | date, no roll                              | law employer      | payment-due @performBy, payment-reopened @performBy | | | payment-due, performance-day-moved
PAY-INSTALMENT    | date, no roll                              | law employer      | instalment-opened @on | | | instalment-opened
INSP-ACCEPT       | 5 workingDays                              | law authority     | receipt | | supplements-requested
INSP-INVEST       | 60 workingDays                             | law authority     | inspection-filed, receipt | 30 once head
INSP-DECIDE       | 15 workingDays                             | law authority     | investigation-completed
INSP-DELIVER      | 7 workingDays                              | law authority     | decision-announced
INSP-LOOKBACK     | 2 years, no roll                           | law person        | receipt
INSP-COMPLY       | date, no roll                              | law employer      | pay-ordered @dueOn | | | pay-ordered
INSP-RECORDS      | date, no roll                              | law employer      | records-demanded @dueOn | | | records-demanded
INSP-CORRECT      | date, no roll                              | law employer      | rectification-ordered @dueOn | | | rectification-ordered
FUND-DECIDE       | 5 workingDays                              | service authority | fund-applied
BL-OBJECT         | 5 workingDays                              | law employer      | sanction-listing-notified
BL-DECIDE         | 20 workingDays                             | law authority     | sanction-listing-notified @orderDueOn | 20 once head
BL-TERM           | 3 years, no roll                           | law employer      | sanction-listed
PUB-QTR           | 3 months                                   | law authority     | major-violation-found @periodEnd
PUB-HALF          | 6 months                                   | law authority     | major-violation-found @periodEnd
CRIM-DECIDE       | 3 calendarDays                             | law authority     | crime-reported
CRIM-TRANSFER     | 24 hours, no roll                          | law authority     | transfer-approved
CRIM-POLICE       | 3 calendarDays                             | law authority     | transferred-to-police | | | police-forwarded
CRIM-RECON        | 3 calendarDays                             | law authority     | police-refused
CRIM-RECON-POLICE | 3 calendarDays                             | law authority     | reconsideration-requested
DEP-PAY           | 5 workingDays                              | law authority     | deposit-called
DEP-REFILL        | 10 workingDays                             | law employer      | deposit-used
ACC-CLOSE         | 30 calendarDays                            | law employer      | account-closure-announced
LA-DECIDE         | 7 calendarDays                             | law authority     | procedure-applied, receipt | | case-transferred, materials-requested | transfer-accepted, transfer-returned
LA-ASSIGN         | 3 calendarDays                             | law authority     | legal-aid-granted
LA-FIRST          | 0 calendarDays, no roll                    | law authority     | procedure-applied
LA-REVIEW         | 5 calendarDays                             | law authority     | legal-aid-objected
WI-EMPLOYER       | 30 calendarDays                            | law employer      | receipt | 30 once socialInsuranceAdmin
WI-WORKER         | 1 years                                    | law person        | receipt
WI-DECIDE         | 60 calendarDays                            | law authority     | procedure-accepted | | procedure-suspended
WI-DECIDE-CLEAR   | 15 calendarDays                            | law authority     | procedure-accepted | | procedure-suspended
WI-APPRAISE       | 60 calendarDays                            | law authority     | procedure-accepted, procedure-applied | 30 once head
WI-REAPPRAISE     | 15 calendarDays                            | law person        | matter-concluded
RELIEF-24H        | relief.hours hours, no roll                | service authority | procedure-applied, receipt | | case-transferred | transfer-accepted, transfer-returned
RELIEF-PAPERS     | relief.paperWorkingDays workingDays        | service person    | relief-given
RELIEF-NORMAL     | 15 workingDays                             | service authority | procedure-applied | | case-transferred | transfer-accepted, transfer-returned
RES-PERMIT        | 15 calendarDays                            | law authority     | procedure-accepted | 15 once municipalRule
LAND-LIMIT        | 2 years                                    | law person        | limitation-began @from | | limitation-suspended | limitation-interrupted
LAND-ACCEPT       | 5 workingDays                              | law authority     | procedure-applied | | case-transferred | transfer-accepted, transfer-returned
LAND-AWARD        | 60 calendarDays                            | law authority     | procedure-accepted | 30 once committeeDirector
LAND-SUE          | 30 calendarDays                            | law person        | matter-concluded
CLEAR-GOV         | date, no roll                              | target authority  | payment-reopened @clearBy, receipt
CLEAR-ALL         | date, no roll                              | target authority  | payment-due @clearBy, payment-reopened @clearBy
`;

/** A telephone system's metric: no case has it, so nothing starts or ends it. */
const METRIC = 'HOT-PICKUP';
/** Units that end on no day of rest's mercy: hours run on, a count back ends where it ends. */
const NEVER_ROLLED = ['hours', 'backwardWorkingDays'];

const expected = LAW.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
const listed = new Set(['replyClock', 'addedReplyClock', 'receiptClocks'].flatMap((table) => nation.tables.valuesOf(table, 'clock').map(String)));

function cellsOf(row: ClockRow): string[] {
  const rolls = row.roll && !NEVER_ROLLED.includes(row.unit);
  const period = `${row.n === null ? '' : `${row.n} `}${row.unit}${rolls ? '' : ', no roll'}`;
  const starts = [...named(row.starts), ...(listed.has(row.id) ? ['receipt'] : [])];
  const { extension: most } = row;
  const extension = most ? `${most.n} ${most.times === 1 ? 'once' : `${most.times} times`} ${most.approver}` : '';
  const cells = [row.id, period, `${row.level} ${row.duty}`, starts.join(', '), extension, named(row.suspends).join(', '), named(row.restarts).map((name) => name.split(' ')[0]).join(', ')];
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

/** Event names without service and version, each once, with the field that gives the day. */
function named(triggers: readonly Trigger[]): string[] {
  return [...new Set(triggers.map(({ on, at }) => `${on.split('.')[1]}${at === undefined ? '' : ` @${at}`}`))].sort();
}

describe('The clocks of the national pack', () => {
  it.each(expected.map((cells) => [cells[0]!, cells] as const))('%s is as the law says', (id, cells) => {
    const [, period, whose] = cells;
    expect(cellsOf(nation.clocks.get(id)!)).toEqual([id, period!.replace(/\s+/g, ' '), whose!.replace(/\s+/g, ' '), ...cells.slice(3)]);
  });

  it('are these and no others', () => {
    expect([...nation.clocks.keys()].filter((id) => id !== METRIC).sort()).toEqual(expected.map(([id]) => id!).sort());
  });
});

describe.each(policies.packs.map((pack) => [`${pack.ref.division} ${pack.ref.version}`, pack] as const))('The clocks of %s', (_, { clocks, tables }) => {
  const byDecision = new Set(['replyClock', 'addedReplyClock', 'receiptClocks'].flatMap((table) => tables.valuesOf(table, 'clock').map(String)));
  const rows = [...clocks.values()].filter(({ id }) => id !== METRIC);

  it('have each a way to start, if only where no place answers by another clock', () => {
    expect(rows.filter((row) => row.starts.length === 0 && !byDecision.has(row.id) && !listed.has(row.id)).map(({ id }) => id)).toEqual([]);
  });

  it('have each a way to be met, or to begin anew with what is done every year', () => {
    expect(rows.filter((row) => row.satisfies.length === 0 && row.restarts.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('run again where they stand still, each pause by its own end', () => {
    for (const row of rows.filter(({ suspends }) => suspends.length > 0)) {
      const ends = row.resumes.map(({ ends: pause }) => pause);
      expect([row.id, row.resumes.length > 0, row.suspends.length === 1 || row.suspends.every(({ on }) => ends.includes(on))]).toEqual([row.id, true, true]);
    }
  });

  it('are extended by a fact exactly where an extension is allowed', () => {
    expect(rows.filter((row) => (row.extends.length > 0) !== (row.extension !== undefined)).map(({ id }) => id)).toEqual([]);
  });

  it('are moved by events that are published, by fields and values that these have', () => {
    const wrong = rows.flatMap((row) => [...row.starts, ...row.restarts, ...row.suspends, ...row.resumes, ...row.extends, ...row.satisfies, ...row.cancels].flatMap((trigger) => faultsOf(row.id, trigger)));
    expect(wrong).toEqual([]);
  });

  it('name a source each', () => expect(rows.filter(({ source }) => source.trim() === '').map(({ id }) => id)).toEqual([]));
});

function faultsOf(id: string, { on, at, by, ends, has, when = {} }: Trigger): string[] {
  const kind = eventKinds.get(on);
  if (!kind || (ends !== undefined && !eventKinds.has(ends))) return [`${id}: no event ${on} or ${ends}`];
  const fields = [at, by, has, ...Object.keys(when)].filter((name) => name !== undefined);
  const unknown = fields.filter((name) => !fieldAt(kind.schema, name)).map((name) => `${id}: ${on} has no ${name}`);
  const values = Object.entries(when).flatMap(([name, wanted]) => [wanted].flat().map((value) => [name, value] as const));
  const impossible = values.filter(([name, value]) => fieldAt(kind.schema, name)?.safeParse(textual(value)).success === false).map(([name, value]) => `${id}: ${on}.${name} is never ${value}`);
  return [...unknown, ...impossible];
}

interface Field { readonly shape?: Readonly<Record<string, Field>>; safeParse: (value: unknown) => { success: boolean }; unwrap?: () => Field }

/** A field by the path to it: `from.department`, where `from` may be null. */
function fieldAt(schema: unknown, path: string): Field | undefined {
  return path.split('.').reduce<Field | undefined>((at, key) => (at?.shape ? at : at?.unwrap?.())?.shape?.[key], schema as Field);
}

/** A list compares by text: `false`, `null` and `undefined` stand for the values. */
function textual(value: string | boolean): unknown {
  if (value === 'undefined') return undefined;
  if (value === 'null') return null;
  return value === 'true' || value === 'false' ? value === 'true' : value;
}
