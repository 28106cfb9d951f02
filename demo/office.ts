import type { DemoIssuer, Person } from './people.js';
import { people, tokenFor } from './people.js';

/** What a step answers. */
export interface Step {
  readonly caseId: string;
  readonly version: number;
  readonly position: string;
  readonly outcome: string;
  readonly events: readonly string[];
}

/** The API's no, as it was worded. */
export class StepRefused extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'StepRefused';
  }
}

/** The demo's people at their desks: every step goes through the public API with the person's own token. */
export class Office {
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(private readonly baseUrl: string, private readonly issuer: Pick<DemoIssuer, 'issuer' | 'clientSecret'>) {}

  /** One step on a case by somebody of that role. */
  async do(role: string, caseId: string, command: string, fields: object = {}): Promise<Step> {
    const [service, path] = command.split('/') as [string, string];
    return this.call<Step>(role, 'POST', `/v1/${service}/cases/${caseId}/commands/${path}`, fields);
  }

  async get<Body>(role: string, path: string): Promise<Body> {
    return this.call<Body>(role, 'GET', path);
  }

  async call<Body>(role: string, method: string, path: string, body?: object): Promise<Body> {
    const headers = { authorization: `Bearer ${await this.#token(role)}`, ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(`${this.baseUrl}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as Body;
    if (!response.ok) throw new StepRefused(response.status, `${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  #token(role: string): Promise<string> {
    const known = this.#tokens.get(role);
    if (known) return known;
    const who = personOf(role);
    const token = tokenFor(this.issuer, { id: who.id, role: who.role, division: '439900' });
    this.#tokens.set(role, token);
    return token;
  }
}

function personOf(role: string): Person {
  const found = people.find((person) => person.role === role);
  if (!found) throw new Error(`The demo has nobody of the role ${role}.`);
  return found;
}
