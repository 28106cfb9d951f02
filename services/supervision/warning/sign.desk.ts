import type { ClientBase } from 'pg';
import { addDays } from '#libs/calendar/day.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ProjectEvent } from '#libs/contracts/project.events.js';
import type { Day } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Gatherer } from '#libs/contracts/warning.events.js';
import { readStreams } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { Circumstances, Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { project } from '../../resolution/project/project.decider.js';
import { armsOf } from '../clocks/armed.projection.js';
import type { Filed, Subject } from './gathering.js';
import { filedIn, gatherersAmong, openCases, projectSubject, recentCases, saidIn, streamOf, subjectsOf } from './gathering.js';
import type { SignLaw } from './levels.js';
import { reached, signLaw } from './levels.js';
import type { Counted, SignCommand } from './sign.decider.js';
import { sign } from './sign.decider.js';
import type { Sign } from './sign.state.js';
import { openIn } from './sign.state.js';

const FILED = 'intake.claim-filed.v1';

type Needs = Pick<Product, 'pool' | 'policies' | 'blindIndex' | 'streams'>;

/** The desk of early signs: what a case counts for, and from how many on that is a sign, is read at the door. */
export function signDesk({ pool, policies, blindIndex, streams }: Needs): Desk<typeof sign, ReadonlySet<string>> {
  const subjectOf = (event: PublishedEvent, kind: Gatherer): Subject | undefined => subjectsOf(blindIndex, filedIn(event)).find((one) => one.kind === kind);
  const packOf = (division: string, on: Day): Pack | undefined => policies.packToDecide(division, on);
  return {
    service: 'supervision', stream: 'sign', decider: sign, arms: armsOf.sign,
    look: (events, tx) => gatherersAmong(events.filter(({ type }) => type === FILED).flatMap((event) => subjectsOf(blindIndex, filedIn(event))), tx),
    async streamIdOf(event, tx, command, gatherers) {
      if (command.type === 'WatchProjectEnd') {
        const about = await registered(event, tx);
        return about && projectSubject(blindIndex, about.division, about.name);
      }
      const subject = subjectOf(event, (command as unknown as { kind: Gatherer }).kind);
      return subject && (gatherers.has(subject.id) || gatherers.has(subject.byName) || isSignAlone(lawOf(policies, filedIn(event), subject.kind), filedIn(event))) ? streamOf(subject, tx) : undefined;
    },
    async prepare(command, circumstances) {
      switch (command.type) {
        case 'GatherCase': return gather(command as never, circumstances);
        case 'WatchProjectEnd': return watch(command, circumstances);
        case 'LookAtProjectEnd': return look(command, circumstances);
        default: return command;
      }
    },
  };

  async function gather({ at, by, kind }: { at: string; by: string; kind: Gatherer }, { event, tx, state, caseId: id }: Circumstances<Sign>): Promise<SignCommand | undefined> {
    const filed = filedIn(event!);
    const subject = subjectOf(event!, kind)!;
    const known = lawOf(policies, filed, kind);
    if (!known) return undefined;
    const now = await state();
    if (now.counted.has(event!.caseId)) return undefined;
    const cases = await recentCases(tx!, [...new Set([id, subject.id, subject.byName])], now.counted, known.days, openIn(now) ? event!.caseId : null);
    const { name, creditCode } = subject;
    return { type: 'GatherCase', at, by, about: { kind, name, creditCode }, cases, law: known.law, pack: known.pack.ref };
  }

  async function watch(command: Extract<SignCommand, { readonly type: 'WatchProjectEnd' }>, { event, tx }: Circumstances<Sign>): Promise<SignCommand | undefined> {
    const about = await registered(event!, tx!);
    const { endsOn, at } = event!.data as { endsOn: Day; at: string };
    const rule = about && packOf(about.division, dayOf(at))?.parameters.earlySigns?.projectEnd;
    return rule && { ...command, project: event!.caseId, name: about.name, division: about.division, endsOn, lookOn: addDays(endsOn, -rule.days) };
  }

  /** What is fired always says what was seen, else its time would stay armed. */
  async function look(command: Extract<SignCommand, { readonly type: 'LookAtProjectEnd' }>, { state, caseId: id, tx }: Circumstances<Sign>): Promise<SignCommand> {
    const { watched } = await state();
    const { state: file } = await streams.load(`project/${watched!.project}`, project);
    const pack = packOf(watched!.division, dayOf(command.at))!;
    const cases: readonly Counted[] = await openCases(tx ?? pool, id);
    const rule = pack.parameters.earlySigns?.projectEnd;
    const found = cases.length > 0 ? rule?.unpaid : file.account.step === 'none' && !file.completedOn ? rule?.account : undefined;
    return { ...command, account: file.account.step, cases, unpaidCases: cases.length, found: found ?? null, pack: pack.ref };
  }
}

interface Law {
  readonly pack: Pack;
  readonly days: number;
  readonly law: SignLaw;
}

function lawOf(policies: Policies, filed: Filed, kind: Gatherer): Law | undefined {
  const on = dayOf(filed.receivedAt);
  const pack = policies.packToDecide(filed.division, on);
  const signs = pack?.parameters.earlySigns;
  if (!signs) return undefined;
  const { springFestival = {} } = (pack.files['festivals'] ?? {}) as { springFestival?: Readonly<Record<string, Day>> };
  return { pack, days: signs.days, law: signLaw(signs, kind, on, springFestival) };
}

/** One case of many workers may be a sign by itself. */
function isSignAlone(known: Law | undefined, { facts }: Filed): boolean {
  return known !== undefined && reached(known.law, { cases: 1, districts: 1, ...saidIn(facts) }) !== undefined;
}

async function registered({ caseId }: PublishedEvent, tx: ClientBase): Promise<{ readonly name: string; readonly division: string } | undefined> {
  const [first] = (await readStreams(tx, [`project/${caseId}`])).get(`project/${caseId}`)!;
  const event = first && streamEvent<ProjectEvent>(first);
  return event?.type === 'ProjectRegistered' ? event : undefined;
}
