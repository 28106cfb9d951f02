import fc from 'fast-check';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { isInside } from '#libs/contracts/divisions.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { readFacts } from '#libs/policy/facts.js';
import { factsThere } from '../services/intake/transfer/handed-over.js';
import type { AssignmentEvent, Unit } from '#libs/contracts/routing.events.js';
import { fold } from '#libs/decider/decider.js';
import type { AssignmentCommand } from '../services/routing/assignment/assignment.decider.js';
import { assignment } from '../services/routing/assignment/assignment.decider.js';
import { assignmentDesk } from '../services/routing/assignment/route.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
type Routed = Extract<AssignmentCommand, { type: 'RouteCase' }>;

/** Three logs by their provinces: Shanghai and Zhejiang with packs of their own, Jiangsu under the nation's. */
const LOGS = ['310000', '320000', '330000'];
const AT = '2026-03-02T10:20:00+08:00';
const policies = loadPolicies('policies');
const logOf = (division: string): string | undefined => LOGS.find((log) => isInside(division, log));
/** Of each log, which knows the two others. To route asks neither the database nor the index. */
const desks = new Map(LOGS.map((own) => {
  const PEER_LOGS = Object.fromEntries(LOGS.filter((log) => log !== own).map((log) => [log, { url: '', secrets: [], divisions: [log] }]));
  return [own, assignmentDesk({ policies, config: { PEER_LOGS } as never, pool: undefined as never, blindIndex: undefined as never })];
}));

async function decided(claim: Filed): Promise<Routed> {
  const command: AssignmentCommand = { type: 'RouteCase', at: AT, by: 'process:routing' } as never;
  const event = { data: claim } as never as PublishedEvent;
  return await desks.get(logOf(claim.division)!)!.prepare!(command, { caseId: 'c', now: AT, event, state: () => Promise.resolve(assignment.initial) }) as Routed;
}

/** Who is given the orders, or shall take them in the log of their place. */
function leadersOf(events: readonly AssignmentEvent[]): readonly Unit[] {
  return events.flatMap((event) => (event.type === 'CaseTransferred' ? [event.to] : event.type === 'CaseAssigned' && event.role === 'lead' ? [event.unit] : []));
}

/** Where a body has the order, place by place, until it stays in the log that it came to. */
async function way(first: Filed): Promise<readonly string[]> {
  const seen: string[] = [];
  let claim = first;
  for (;;) {
    const [lead] = leadersOf(assignment.decide(await decided(claim), assignment.initial));
    if (!lead) return seen;
    seen.push(lead.division);
    const log = logOf(lead.division);
    if (log === undefined || log === logOf(claim.division) || seen.length > 4) return seen;
    const { facts } = readFacts(factsThere(claim.facts, lead.division));
    claim = { ...claim, division: lead.division, facts, cameFrom: { log: logOf(claim.division) } as never };
  }
}

const filed = (division: string, rest: Partial<Filed>): Filed => ({ receivedAt: AT, division, origin: '12345', category: 'X1', kinds: ['help'], matters: [], requester: null, facts: {}, caseNumber: 'n', ...rest }) as never;
const anyPlace = fc.constantFrom('310115', '310104', '310000', '320583', '320500', '320000', '330106', '330100');
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const anyFacts = fc.record({
  emergencyRegion: maybe(anyPlace), habitualRegion: maybe(anyPlace), homeRegion: maybe(anyPlace), workRegion: maybe(anyPlace), performRegion: maybe(anyPlace), employerSeat: maybe(anyPlace),
  projectRegion: maybe(anyPlace), residencePermit: maybe(fc.boolean()), disaster: maybe(fc.boolean()), noIncome: maybe(fc.boolean()), vagrant: maybe(fc.boolean()), amountDisputed: maybe(fc.boolean()),
  selfHarmRisk: maybe(fc.constant(true)), callerRegion: maybe(anyPlace), violationEndedOn: maybe(fc.constant('2023-12-20')), everComplained: maybe(fc.constant(false)), legalAidRequested: maybe(fc.boolean()), applicationReceived: maybe(fc.constant('2026-03-01')), childAlone: maybe(fc.boolean()),
});
const anyClaim = fc.record({ division: fc.constantFrom('310115', '320583', '330106'), category: fc.constantFrom('D01', 'D03', 'D04', 'D05', 'D07', 'D12', 'D13', 'X1', 'X2', 'X3'), matters: fc.constantFrom<string[]>([], ['emergency', 'jobSeeking'], ['wages'], ['legalAid']), facts: anyFacts })
  .map(({ division, facts, ...rest }) => filed(division, { ...rest, facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) }));

describe('A case between the logs of regions with different rules', () => {
  it('goes to another by the rules once at most, and lies there with a body of the place that it was sent to', async () => {
    let went = 0;
    await fc.assert(fc.asyncProperty(anyClaim, async (claim) => {
      const places = await way(claim);
      const logs = places.map(logOf);
      const hops = logs.filter((log, n) => log !== (n === 0 ? logOf(claim.division) : logs[n - 1]));
      went += Math.min(hops.length, 1);
      expect(hops.length).toBeLessThanOrEqual(1);
      if (places.length > 1) expect(isInside(places[1]!, places[0]!)).toBe(true);
    }), { numRuns: 1500 });
    expect(went).toBeGreaterThan(150);
  });

  /** What is decided of it, and how its orders stand after each answer that the other log can give. Answers the mode, where it goes to another log. */
  async function followed(claim: Filed): Promise<string | undefined> {
    const command = await decided(claim);
    const events = assignment.decide(command, assignment.initial);
    expect(command.toLog).toBe(leadersOf(events).map(({ division }) => logOf(division)).find((log) => log !== undefined && log !== logOf(claim.division)));
    if (command.toLog === undefined) return undefined;
    const routed = fold(assignment, events);
    expect(command.decision.orders.flatMap(({ clocks }) => clocks).filter(({ id }) => /^(INSP|RELIEF|LA|CLUE)-(ACCEPT|24H|DECIDE|VERIFY)$/.test(id))).toEqual([]); // That log's own.
    for (const [order, { lead }] of command.decision.orders.entries()) {
      if (lead === null) continue;
      const said = { at: AT, by: 'process:routing', order };
      const after = (step: AssignmentCommand): unknown => assignment.decide(step, routed).reduce(assignment.evolve, routed).orders[order];
      expect(routed.orders[order]).toMatchObject({ step: 'transferring', unit: { department: lead } });
      expect(() => assignment.decide({ type: 'SignOrder', ...said }, routed)).toThrow();
      expect(after({ type: 'AcceptTransfer', ...said, clocks: [] })).toMatchObject({ step: 'signed' });
      expect(after({ type: 'ReturnTransfer', ...said, clocks: [], ground: 'LSR 13', reason: 'r' })).toMatchObject({ step: 'dispatched', unit: { department: lead, division: claim.division } });
    }
    return command.decision.mode;
  }

  it('is followed by who sent it: taken there it is signed for, sent back it lies where it was received', async () => {
    let went = 0;
    await fc.assert(fc.asyncProperty(anyClaim, async (claim) => { if (await followed(claim)) went++; }), { numRuns: 1500 });
    expect(went).toBeGreaterThan(150);
  });

  it.each([
    ['transfer', { workRegion: '320583' }], ['handover', { workRegion: '320583', selfHarmRisk: true }], ['dispatch', { workRegion: '320583', callerRegion: '320583' }],
    ['refuse', { workRegion: '320583', callerRegion: '320583', violationEndedOn: '2023-12-20', everComplained: false }],
  ])('is so in the mode %s', async (mode, facts) => expect(await followed(filed('310115', { category: 'D01', kinds: ['complaint'], facts }))).toBe(mode));

  it.each<[string, string, Partial<Filed>, string]>([
    ['an emergency in Shanghai of one who lives in Suzhou', '310115', { facts: { disaster: true, residencePermit: true, emergencyRegion: '310115', habitualRegion: '320583' } }, '320583'],
    ['no income, in the other direction', '320583', { facts: { noIncome: true, residencePermit: false, emergencyRegion: '320583', habitualRegion: '310115' } }, '310115'],
  ])('stays where it came to: %s', async (_, division, claim, there) => expect(await way(filed(division, claim))).toEqual([there, there]));
});
