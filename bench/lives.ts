import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import '#libs/contracts/catalogue.js';
import type { ServiceName } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf, instantOf } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { AppendCommand, NewEvent } from '#libs/event-store/append-command.js';
import { Appender } from '#libs/event-store/append.js';
import { openLog } from '#libs/event-store/log.js';
import { published } from '#libs/event-store/streams.js';

/** The day on which everything made here is looked at: the last year of cases lies before it. */
export const NOW_MS = Date.UTC(2026, 2, 2, 2, 20);
const DAY_MS = 86_400_000;
/** Cases whose whole lives are under way at once. */
const ABREAST = 400;
const CLOCKS = ['HOT-SIGN', 'HOT-CONTACT', 'HOT-7D', 'INSP-ACCEPT', 'INSP-CASE'] as const;
/** Days from the receipt to the breach of each of them. */
const DAYS = [1, 2, 11, 7, 84] as const;
const DEPARTMENTS = ['inspectionBody', 'arbCommittee', 'mediationOrg', 'housingDept', 'civilAffairs'];
const CHANNELS = ['12345', '12333', 'cluePlatform', 'selfService', 'station'];
const CATEGORIES = ['D01', 'D01', 'D01', 'D02', 'D03', 'D05', 'D07', 'D09', 'D11'];
const DISTRICTS = ['439901', '439902', '439903'];
const PACK = { division: '439900', version: '2026-01-01', hash: `sha256:${'0'.repeat(64)}` };

interface Told { readonly type: string; readonly [field: string]: unknown }

/** The whole life of case number `n`, as the product would have written it: two thirds are closed, a thirtieth of the open ones is late. The same for the same `n`. */
export function lifeOf(n: number): AppendCommand[] {
  const pick = <T>(of: readonly T[], salt: string): T => of[chance(n, salt) % of.length]!;
  const caseId = uuidv5(`bench/${n}`);
  const [division, category, department, channel] = [pick(DISTRICTS, 'place'), pick(CATEGORIES, 'category'), pick(DEPARTMENTS, 'department'), pick(CHANNELS, 'channel')];
  const closed = chance(n, 'closed') % 3 !== 0;
  const age = closed ? 10 + (chance(n, 'age') % 355) : chance(n, 'late') % 30 === 0 ? 11 + (chance(n, 'age') % 80) : chance(n, 'age') % 10;
  const received = NOW_MS - age * DAY_MS - (chance(n, 'minute') % 1440) * 60_000;
  const at = (days: number): Instant => instantOf(Math.min(received + days * DAY_MS, NOW_MS));
  const by = `officer:o-${chance(n, 'officer') % 200}`;
  const unit = { department, division };
  const stream = (service: ServiceName, name: string, days: number, events: readonly Told[], arms: AppendCommand['arms'] = []): AppendCommand => ({
    stream: `${name}/${caseId}`, caseId, expected: 0, meta: { actor: `process:${service}` }, arms,
    events: events.map((event): NewEvent => ({ ...published(service, event), recordedAt: at(days) })),
  });
  const amount = 100 * (1000 + (chance(n, 'amount') % 90_000));
  const owed = chance(n, 'owed') % 2 === 0;
  const decision = {
    mode: 'dispatch', orders: [{ order: 0, matter: category, kind: 'complaint', category, lead: department, leadAlternatives: [], assist: [], guide: [], rules: ['W-05'], clocks: [] }], handover: [], handlingDivision: division,
    flags: {}, liableParties: [], mergedInto: null, pack: PACK, rows: [], inputs: { amount }, reason: { zh: '条例7、10、30', en: 'WPR 7, 10, 30' },
  };
  const limits = CLOCKS.map((kind, i) => ({ kind, clock: uuidv5(`bench/${n}/${kind}`), breach: received + DAYS[i]! * DAY_MS }));
  const late = limits.filter(({ breach }) => !closed && breach < NOW_MS);
  return [
    stream('intake', 'claim', 0, [{
      type: 'ClaimFiled', at: at(0), caseNumber: `${division}-2026-${category}-${String(n).padStart(8, '0')}`, trackingCode: String(n).padStart(10, '0'), channel, channelNumber: `B-${n}`, origin: channel === 'station' ? 'serviceStation' : '12345',
      receivedAt: at(0), division, category, kinds: ['complaint'], matters: [], requester: { subject: uuidv5(`bench/person/${n}`), name: null, phone: null, idNumber: null, migrantWorker: true, secrecy: true, identity: 'unproven', representedBy: null },
      employer: { name: `测试公司${chance(n, 'employer') % 5000}`, creditCode: null, address: null }, project: null, text: null, attachments: [], facts: { workers: 1, amount, months: 3 }, missing: [],
    }]),
    stream('routing', 'assignment', 0, [
      { type: 'CaseRouted', at: at(0), receivedAt: at(0), division, decision }, { type: 'CaseAssigned', at: at(0), order: 0, role: 'lead', unit, officer: null },
      ...(age > 0 ? [{ type: 'OrderSigned', at: at(0.5), order: 0, unit, by }] : []),
    ]),
    stream('supervision', 'clocks', 0, [
      { type: 'ClocksOpened', at: at(0), division, pack: PACK, receivedAt: at(0) },
      ...limits.map(({ kind, clock, breach }) => ({
        type: 'ClockStarted', at: at(0), clock, kind, order: 0, startedAt: dayOf(at(0)), rule: { n: 5, unit: 'workingDays', roll: true, source: 'WPR 30', level: 'law', duty: 'authority' },
        due: dayOf(instantOf(breach - DAY_MS)), provisionalDue: null, warnAt: instantOf(breach - DAY_MS), breachAt: instantOf(breach), calendar: '2026', causedBy: String(n),
      })),
      ...(closed ? limits.map(({ kind, clock }) => ({ type: 'ClockSatisfied', at: at(9), clock, kind, onTime: chance(n, kind) % 12 !== 0, causedBy: String(n) })) : []),
      ...late.map(({ kind, clock, breach }) => ({ type: 'ClockBreached', at: instantOf(breach), clock, kind, duty: 'authority', order: 0, due: dayOf(instantOf(breach - DAY_MS)), breachAt: instantOf(breach), lagMs: 300 })),
    ], limits.map(({ clock, breach, kind }) => ({ id: clock, kind: 'breach', due: closed || breach < NOW_MS ? null : instantOf(breach), note: JSON.stringify({ stream: `clocks/${caseId}`, command: { type: 'BreachClock', clock, kind } }) })).filter(({ due }) => due !== null)),
    ...(closed && owed ? [stream('resolution', 'payment', 5, [
      { type: 'PaymentDue', at: at(5), basis: 'agreement', performBy: dayOf(at(8)), owed: [{ worker: 1, amount }] }, { type: 'WagePaid', at: at(7), worker: 1, amount, source: 'employer', evidence: `bank-receipt:${n}`, by },
    ])] : []),
    ...(closed ? [stream('resolution', 'closure', 8, [
      { type: 'CaseResolved', at: at(8), result: 'paidInFull', by }, { type: 'CallbackMade', at: at(9), solved: chance(n, 'solved') % 8 !== 0, satisfied: 'satisfied', by }, { type: 'CaseClosed', at: at(9), reason: null, by },
    ])] : []),
  ];
}

/** Stores the lives of so many cases, but for those that are stored already; answers when it began. */
export async function storeLives(pool: Pool, cases: number): Promise<number> {
  const { rows } = await pool.query<{ cases: number }>(`SELECT count(*)::int AS cases FROM es.streams WHERE stream_id >= 'claim/' AND stream_id < 'claim0'`);
  const appender = new Appender(pool, await openLog(pool));
  const began = performance.now();
  for (let from = Math.floor(rows[0]!.cases / ABREAST) * ABREAST; from < cases; from += ABREAST) {
    const lives = Array.from({ length: Math.min(ABREAST, cases - from) }, (_, i) => lifeOf(from + i));
    await Promise.all(lives.flat().map((command) => appender.append(command)));
  }
  await appender.close();
  return began;
}

/** A number that looks random and is the same for the same question. */
function chance(n: number, salt: string): number {
  return createHash('md5').update(`${salt}/${n}`).digest().readUInt32BE(0);
}
