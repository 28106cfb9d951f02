import '#libs/contracts/catalogue.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import { fold } from '#libs/decider/decider.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { lawFor } from '../desks.js';
import { pack } from './case-clocks.js';
import type { ClockEvent } from './clock.decider.js';
import { clocks } from './clock.decider.js';
import { movesOf } from './moves.js';

/**
 * What the ends of an order, of a case and of a matter, and every change of hands, do to each clock that runs: typed by hand from domain law b.1 rule 10, b.2 and b.3, not taken from the pack.
 * The reply is owed to the person by whoever received them first, until the order is done; a statutory limit ends by the act that it limits, or with the case; what is asked of a body that has the
 * order ends or begins anew where another has it; sanctions, deposits and what partners owe outlive the case.
 *
 * `m` met, `c` cancelled, `s` stands still, `n` begins anew, `-` runs on.
 */
const law = lawFor(loadPolicies('policies'), '439901', pack);
const here = { department: 'inspectionBody', division: '439901' };
const there = { ...here, division: '439902' };
const by = 'officer:1';
const AT = '2026-03-11T10:00:00+08:00';
const clockId = '01a202d7-fb82-79c6-9585-04ddeb2ca281';

type Fact = readonly [type: string, data: object];

/** After the clock `kind` has run since 2 March, and these have happened. */
function after(kind: string, ...facts: readonly Fact[]): string {
  const row = law.rows.get(kind)!;
  const startedAt = row.unit === 'hours' ? '2026-03-02T10:00:00+08:00' : '2026-03-02';
  const rule = { n: 1, unit: row.unit, roll: row.roll, source: row.source, level: row.level, duty: row.duty };
  const given: ClockEvent[] = [
    { type: 'ClocksOpened', at: '2026-03-02T10:00:00+08:00', division: '439901', pack: pack.ref, receivedAt: '2026-03-02T10:00:00+08:00' },
    { type: 'ClockStarted', at: '2026-03-02T10:00:00+08:00', clock: clockId, kind, order: 0, startedAt, rule, due: '2026-05-29', provisionalDue: null, warnAt: null, breachAt: '2026-05-30T00:00:00+08:00', calendar: 'c', causedBy: 'e0' } as ClockEvent,
  ];
  let state = fold(clocks, given);
  for (const [n, [type, data]] of facts.entries()) {
    const whole = { at: AT, ...data };
    eventKinds.get(`${type}.v1`)!.schema.parse(whole);
    const event: PublishedEvent = { position: '9', logId: 't', id: `00000000-0000-4000-8000-00000000000${n + 1}`, type: `${type}.v1`, caseId: '01a202d7-fb82-79c6-9585-04ddeb2ca280', stream: 'x', version: 1, data: whole, meta: { actor: 'test' }, recordedAt: AT };
    state = clocks.decide({ type: 'MoveClocks', at: AT, causedBy: event.id, moves: movesOf(event, state, law) }, state).reduce(clocks.evolve, state);
  }
  const standing = state.clocks.get(clockId)!;
  if (standing.status !== 'running') return standing.status[0]!;
  return standing.startedAt === startedAt ? '-' : 'n';
}

const why = { ground: 'LSR 13', reason: 'r', by };
const hands: readonly Fact[] = [
  ['resolution.order-concluded', { order: 0, result: 'solved', by }],
  ['resolution.case-resolved', { result: 'solved', by }],
  ['intake.claim-withdrawn', { reason: 'r' }],
  ['resolution.case-closed', { reason: null, by }],
  ['routing.case-redispatched', { order: 0, from: here, to: there, clocks: [], ...why }],
  ['routing.routing-overridden', { order: 0, from: here, to: there, assist: [], clocks: [], reason: 'r', by }],
  ['routing.case-transferred', { order: 0, from: here, to: there, ground: 'LSR 13', by }],
  ['intake.transfer-taken', { transfer: '01a202d7-fb82-79c6-9585-04ddeb2ca280', order: 0, peer: 'log-b', unit: there }],
  ['routing.transfer-accepted', { order: 0, unit: there, clocks: [], by }],
  ['routing.transfer-returned', { order: 0, unit: here, to: null, ...why }],
];

/** Columns: order concluded, case resolved, withdrawn, closed | re-dispatched, overridden | transferred, taken by another log, accepted by a place of this one, sent back to another log. */
const HANDS = `
mmcc -- ---- HOT-2H HOT-24H HOT-7D HOT-15D HOT-5WD HOT-12333 HOT-LONGER HOT-CONTACT
cccc nn c-mc HOT-OBJECT
cccc mm m--- HOT-REVIEW
cccc -- ---- HOT-DISPUTE HOT-ASSIST REFERRAL-RESULT
---m -- ---- HOT-CALLBACK
-mcc -- ---- HOT-REDO HOT-CARRIED
---- -- ---- HOT-REOPEN
mmcc -- scnc CLUE-VERIFY
--cc -- ---- REG-ANSWER PET-REG PET-OBJECT PET-DONE MED-15D MED-PERFORM MED-ARBREVIEW MED-JUDCONF
--cc -- ---- ARB-LIMIT ARB-LIMIT-WAGE ARB-COLL-NOTICE ARB-DOCS ARB-SERVE ARB-ANSWER ARB-FWDANS ARB-PANEL ARB-HEARNOTE ARB-ADJ ARB-AWARD ARB-SPEEDY30
--cc -- ---- ARB-SUE ARB-SETASIDE ARB-REFILE ARB-ENFORCE ARB-NOTICE ARB-NOTICE-COLL PO-NOTIFY PO-ISSUE PO-OBJECT PAY-PERFORM PAY-INSTALMENT ARB-ACCEPT ARB-COLL-ACCEPT ARB-SPEEDY-ACCEPT
--cc cc c--c INSP-ACCEPT
--cc -- ---- INSP-INVEST INSP-DECIDE INSP-DELIVER INSP-LOOKBACK INSP-COMPLY FUND-DECIDE CRIM-DECIDE CRIM-TRANSFER CRIM-POLICE CRIM-RECON CRIM-RECON-POLICE
--cc -- scnc LA-DECIDE RELIEF-24H RELIEF-NORMAL
--cc -- ---- LA-ASSIGN LA-FIRST LA-REVIEW RELIEF-PAPERS WI-EMPLOYER WI-WORKER WI-DECIDE WI-DECIDE-CLEAR WI-APPRAISE WI-REAPPRAISE RES-PERMIT LAND-LIMIT LAND-ACCEPT LAND-AWARD LAND-SUE CLEAR-GOV CLEAR-ALL
---- -- ---- INSP-RECORDS INSP-CORRECT BL-OBJECT BL-DECIDE BL-TERM PUB-QTR PUB-HALF DEP-PAY DEP-REFILL ACC-CLOSE SIGN-ANSWER POINT-REPORT POINT-EVENT UNIT-ASSESS
`;

/** Limitations, what a debtor or the person has time for, and the days set for clearing arrears: they outlive a file that is opened again. By b.3, whose time is whose. */
const GOES_ON = `
MED-PERFORM MED-ARBREVIEW MED-JUDCONF ARB-LIMIT ARB-LIMIT-WAGE ARB-DOCS ARB-ANSWER ARB-ADJ ARB-SUE ARB-SETASIDE ARB-REFILE ARB-ENFORCE ARB-NOTICE ARB-NOTICE-COLL PO-OBJECT PAY-PERFORM PAY-INSTALMENT
INSP-LOOKBACK INSP-COMPLY RELIEF-PAPERS WI-EMPLOYER WI-WORKER WI-REAPPRAISE LAND-LIMIT LAND-SUE CLEAR-GOV CLEAR-ALL
`;

const procedure = (name: string): readonly Fact[] => [
  ['resolution.matter-concluded', { order: 0, role: 'lead', procedure: name, result: 'done', reply: null, instance: 'first', by }],
  ['resolution.procedure-refused', { order: 0, role: 'lead', procedure: name, ground: 'g', by }],
  ['resolution.matter-taken-over', { order: 0, role: 'lead', procedure: name, by }],
];

/** Columns: the matter is concluded, refused, has gone to another body. What was to be decided of it is then decided, or no longer asked; legal aid is decided before it is concluded. */
const MATTERS: Readonly<Record<string, string>> = {
  petition: `
cmc PET-REG PET-OBJECT
m-c PET-DONE`,
  legalAid: `
-mc LA-DECIDE LA-FIRST
c-c LA-ASSIGN`,
  relief: `
cmc RELIEF-24H
mmc RELIEF-NORMAL`,
  workInjury: `
m-c WI-DECIDE WI-DECIDE-CLEAR
--- WI-EMPLOYER WI-WORKER`,
  capacityAppraisal: `
mmc WI-APPRAISE`,
  residencePermit: `
m-c RES-PERMIT`,
  landArbitration: `
cmc LAND-ACCEPT
m-c LAND-AWARD
--- LAND-LIMIT LAND-SUE`,
};

function rowsOf(table: string): (readonly [kind: string, expected: string])[] {
  return table.trim().split('\n').flatMap((line) => {
    const words = line.split(' ');
    return words.filter((word) => /^[A-Z]/.test(word)).map((kind) => [kind, words.filter((word) => !/^[A-Z]/.test(word)).join('')] as const);
  });
}

describe('A clock that runs, when its order, its case or its matter ends or goes to another', () => {
  const rows = rowsOf(HANDS);
  it('is each of the table', () => expect(rows.map(([kind]) => kind).sort()).toEqual([...pack.clocks.keys()].filter((kind) => kind !== 'HOT-PICKUP').sort()));

  it.each(rows)('%s: %s', (kind, expected) => expect(hands.map((fact) => after(kind, fact)).join('')).toBe(expected));

  const closed = hands.find(([type]) => type === 'resolution.case-closed')!;
  const reopened: Fact = ['resolution.case-reopened', { reason: 'complainedAgain', by }];
  const paid: Fact = ['resolution.payment-completed', { total: 1, workers: 1 }];
  const unpaid: Fact = ['resolution.payment-reopened', { performBy: '2026-03-20', unpaid: 1, workers: 1 }];
  const ended = rows.filter(([, expected]) => expected[3] === 'c').map(([kind]) => kind);
  it.each(ended)('%s, ended when the case was closed, goes on when it is opened again where it is of those that outlive the file', (kind) =>
    expect(after(kind, closed, reopened)).toBe(GOES_ON.trim().split(/\s+/).includes(kind) ? '-' : 'c'));
  it('what a payment had ended goes on when it shows that it was none, and what was withdrawn stays so', () => {
    expect(['ARB-ENFORCE', 'PAY-PERFORM', 'CLEAR-ALL'].map((kind) => after(kind, paid, unpaid))).toEqual(['-', 'm', 'm']); // The other two begin anew: a fact was met, and is owed again.
    expect(['ARB-ENFORCE', 'ARB-LIMIT-WAGE'].map((kind) => after(kind, ['intake.claim-withdrawn', { reason: 'r' }], reopened))).toEqual(['c', 'c']);
    expect(after('ARB-ENFORCE', paid, closed, reopened)).toBe('c'); // It was paid.
    expect(after('ARB-LIMIT-WAGE', closed, reopened, closed, reopened, reopened)).toBe('-');
  });

  it.each(Object.entries(MATTERS).flatMap(([name, table]) => rowsOf(table).map(([kind, expected]) => [name, kind, expected] as const)))('%s: %s: %s', (name, kind, expected) =>
    expect(procedure(name).map((fact) => after(kind, fact)).join('')).toBe(expected));
});
