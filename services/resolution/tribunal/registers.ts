import type { Pool } from 'pg';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { tribunalOf } from '#libs/contracts/tribunal.events.js';
import type { Day } from '#libs/contracts/time.js';
import { readStream } from '#libs/event-store/read.js';
import type { Streams } from '#libs/event-store/streams.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import type { Arbitration } from '../arbitration/arbitration.state.js';
import type { Proposal } from './proposal.js';
import { proposalFor } from './proposal.js';
import type { Tribunal } from './tribunal.decider.js';
import { tribunal } from './tribunal.decider.js';

export interface Register {
  readonly division: string;
  readonly state: Tribunal;
}

/** What a case counts for in a person's load; the pack's parameter. */
export type Weights = Readonly<Record<'simplified' | 'ordinary' | 'collective', number>>;

/** Open cases of one person, by kind. */
export type OpenCases = Partial<Weights>;

const MOST = 500;

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;

/** The registers of the arbitration bodies, and what a case asks of them. */
export class Registers {
  constructor(private readonly streams: Streams, private readonly pool: Pool, private readonly index: BlindIndex) {}

  async of(division: string): Promise<Register> {
    const { state } = await this.streams.load(`tribunal/${tribunalOf(division)}`, tribunal);
    return { division, state };
  }

  /** The register of the nearest body that keeps one, from the county up to the province; undefined where none does. */
  async nearest(division: string): Promise<Register | undefined> {
    for (const one of upwards(division)) {
      const register = await this.of(one);
      if (keeps(register.state)) return register;
    }
    return undefined;
  }

  /** Keyed fingerprint of an employer, by its credit code or its name. */
  fingerprint(named: string): string {
    return this.index.mac('employer', JSON.stringify(['conflict.v1', normalise('employer', named)])).toString('hex');
  }

  /** Fingerprints of everybody against whom a claim is: the employer, and on a site those above it. */
  async employersOf(caseId: string): Promise<readonly string[]> {
    const [filed] = await readStream(this.pool, `claim/${caseId}`);
    const { employer, project } = (filed?.data ?? {}) as Partial<Filed>;
    const named = [employer?.creditCode, employer?.name, project?.generalContractor, project?.subcontractor, project?.owner];
    return named.flatMap((one) => (one ? [this.fingerprint(one)] : []));
  }

  async proposal(register: Register, caseId: string, { collective, track, recusals }: Arbitration, on: Day, weights: Weights): Promise<Proposal> {
    const recused = Object.keys(recusals).filter((one) => recusals[one] === 'granted');
    return proposalFor(register.state, { caseId, on, employers: await this.employersOf(caseId), recused, speciality: collective ? 'collective' : track, loads: await this.#loads(Object.keys(register.state.arbitrators), caseId, weights) });
  }

  /** The registers that are kept in the caller's divisions, by division. */
  async kept(caller: Caller): Promise<readonly Register[]> {
    const { rows } = await this.pool.query<{ division: string; state: Tribunal }>(`SELECT division, register AS state FROM resolution.tribunal WHERE division LIKE ANY($1) ORDER BY division LIMIT ${MOST}`, [scopeOf(caller).patterns()]);
    return rows.filter(({ state }) => keeps(state));
  }

  /** How many open cases each of these has, by kind; without one case where it is named. */
  async openCases(arbitrators: readonly string[], without: string | null = null): Promise<ReadonlyMap<string, OpenCases>> {
    const { rows } = await this.pool.query<{ arbitrator: string; kind: keyof Weights; n: number }>(
      `SELECT a AS arbitrator, kind, count(*)::int AS n FROM resolution.panel_case, unnest(arbitrators) AS a WHERE open AND arbitrators && $1::text[] AND a = ANY($1) AND "caseId" IS DISTINCT FROM $2 GROUP BY 1, 2`, [arbitrators, without]);
    const open = new Map<string, OpenCases>();
    for (const { arbitrator, kind, n } of rows) open.set(arbitrator, { ...open.get(arbitrator), [kind]: n });
    return open;
  }

  /** Weighted open cases of each, this one left out. */
  async #loads(arbitrators: readonly string[], caseId: string, weights: Weights): Promise<ReadonlyMap<string, number>> {
    return new Map([...await this.openCases(arbitrators, caseId)].map(([arbitrator, open]) => [arbitrator, weighed(open, weights)]));
  }
}

/** What open cases come to by their weights. */
export function weighed(open: OpenCases, weights: Weights): number {
  return (Object.keys(open) as (keyof Weights)[]).reduce((sum, kind) => sum + open[kind]! * weights[kind], 0);
}

function keeps({ arbitrators, rooms }: Tribunal): boolean {
  return Object.keys(arbitrators).length > 0 || Object.keys(rooms).length > 0;
}

export function upwards(division: string): readonly string[] {
  const county = division.slice(0, 6);
  return [...new Set([division, county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`])];
}
