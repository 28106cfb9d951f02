import type { App } from '../app.js';
import { tokenFor } from '../../demo/people.js';

export interface Somebody {
  readonly id: string;
  readonly role: string;
  readonly division: string;
  /** The body that this one speaks for; every body of the division where missing. */
  readonly department?: string;
}
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly json: Body & { readonly code?: string; readonly detail?: string };
}

/** Asks as one person of one body. */
export class Persons {
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(private readonly app: App) {}

  async ask<Body = Record<string, unknown>>(who: Somebody, path: string, body?: object): Promise<Answer<Body>> {
    const key = JSON.stringify(who);
    this.#tokens.set(key, this.#tokens.get(key) ?? tokenFor(this.app.issuer, who));
    const response = await fetch(`${this.app.url}/v1/${path}`, {
      method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${await this.#tokens.get(key)!}`, 'accept-language': 'zh-CN', ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Answer<Body>['json'] };
  }

  step(who: Somebody, caseId: string, step: string, fields: object = {}): Promise<Answer> {
    const [service, command] = step.split('/') as [string, string];
    return this.ask(who, `${service}/cases/${caseId}/commands/${command}`, fields);
  }
}
