import { decide } from '#libs/policy/decide.js';
import type { Demand } from '#libs/policy/decide.js';
import { recordOf } from '#libs/policy/demand.js';
import type { Facts } from '#libs/policy/facts.js';
import { readFacts } from '#libs/policy/facts.js';
import type { PackSource } from '#libs/policy/in-force.js';
import { packsOf, policiesOf, sourcesIn } from '#libs/policy/in-force.js';
import { lawsUnder } from '#libs/policy/what-if/law-under.js';
import type { Pack } from '#libs/policy/pack.js';
import { pastCaseOf } from '#libs/policy/what-if/past-case.js';
import { Tally } from '#libs/policy/what-if/tally.js';
import { Again } from '#libs/policy/what-if/what-if.js';
import { Progress } from '../services/routing/packs/cli-progress.js';
import type { Finding, Part } from './measure.js';

/** Past cases under a draft that moves a good part of them: read from their JSON, decided again, compared, explained where they differ, counted. No database: what a store costs is not in it. */
export const part: Part = { name: 'what-if', run };

const CASES = 100_000;
const CHUNK = 1000;

async function run(): Promise<Finding> {
  const sources = sourcesIn('policies');
  const policies = policiesOf(packsOf(sources));
  const sample = policies.packNamed('439900', '2026-01-01')!;
  const again = new Again(lawsUnder(draftOf(sources), sources, policies));
  const tally = new Tally();
  const progress = new Progress('what-if', CASES);
  const next = randomOf(20_260_101);
  let ms = 0;
  let cpuMs = 0; // Of this process alone, whatever else the machine does.
  let heapMost = 0;
  for (let done = 0; done < CASES; done += CHUNK) {
    const texts = Array.from({ length: CHUNK }, (_, i) => eventText(sample, done + i, next));
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    for (const text of texts) tally.add(again.consider(pastCaseOf(JSON.parse(text) as never)!));
    ms += performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    cpuMs += (user + system) / 1000;
    heapMost = Math.max(heapMost, process.memoryUsage().heapUsed);
    progress.at(done + CHUNK);
    await new Promise((resolve) => setImmediate(resolve));
  }
  progress.end();
  const { cases, differing } = tally.totals();
  return {
    part: 'what-if',
    figures: { what_if_cases_per_second: (cases * 1000) / ms, what_if_seconds_for_100000: (ms / 1000) * (100_000 / cases), what_if_cpu_seconds_for_100000: (cpuMs / 1000) * (100_000 / cases), what_if_differing: differing, what_if_heap_MiB: heapMost / 2 ** 20 },
    ratios: {},
    notes: [`${cases} synthetic past cases, varied from the ${sample.examples.length} sample cases, one thread, in memory; ${differing} differ and are explained. Reading a store comes on top.`],
  };
}

/** A city that sends the wages of building sites to mediation, calls eight workers a collective and answers two days sooner: most cases differ. */
function draftOf(sources: readonly PackSource[]): PackSource {
  const { nodes } = sources.find(({ head }) => head.division === '000000')!.files['routing'] as { nodes: { name: string; content?: { rules: Record<string, string>[] } }[] };
  const wages = nodes.find(({ name }) => name === 'wages')!;
  const row = { ...wages.content!.rules.find(({ _id }) => _id === 'wages-28')!, 'out-lead': '"mediationOrg"' };
  const { head, files } = structuredClone(sources.find((source) => source.head.division === '439900')!);
  const hotline = { ...(head.parameters['hotline'] as object), ordinaryDays: 5 };
  const parameters = { ...head.parameters, hotline, collectiveWorkers: 8 };
  return { head: { ...head, version: 'draft', parameters }, files: { ...files, routing: { nodes: [{ ...wages, content: { ...wages.content, rules: [row] } }], edges: [] } } };
}

/** The data of a routing event as the log holds it. */
function eventText(pack: Pack, i: number, next: () => number): string {
  const { receivedAt, origin, category, facts } = pack.examples[i % pack.examples.length]!;
  const demand: Demand = { receivedAt, division: '439901', origin, category, facts: varied(readFacts(facts).facts, next) };
  const decision = recordOf(decide(pack, demand), demand.division);
  return JSON.stringify({ caseId: `case-${i}`, data: { at: receivedAt, receivedAt, division: '439901', decision, demand: { origin, category, kind: null, migrantWorker: null, complex: null } } });
}

/** Another number of workers, amount and industry, so that no two cases need be alike. */
function varied(facts: Facts, next: () => number): Facts {
  return {
    ...facts,
    ...(facts.workers !== undefined && { workers: 1 + Math.floor(next() * 40) }),
    ...(facts.amount !== undefined && { amount: 100_000 + Math.floor(next() * 50_000_000) }),
    ...(facts.sector !== undefined && { sector: ['E47', 'E4811', 'E4813', 'E482', 'E50', 'H62'][Math.floor(next() * 6)]! }),
  };
}

/** The same numbers at every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
