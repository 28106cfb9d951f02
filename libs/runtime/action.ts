import { IsOptional } from 'class-validator';
import { kebab } from '#libs/contracts/event.js';
import type { ServiceName } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Role } from '#libs/security/roles.js';
import type { Hand } from '#libs/security/standing.js';
import { IsInstant } from './validation.js';

/** A step that a person may take on a case: the request class names its fields, its decider says when. */
export interface ActionKind {
  readonly service: ServiceName;
  /** First part of the stream's name: `arbitration`. */
  readonly stream: string;
  /** Who may take it; any of these. */
  readonly roles: readonly Role[];
  /** On which side of the order the caller's body must stand; where missing, the case need only have to do with the caller's divisions now. */
  readonly hand?: Hand;
  /** Not open to whoever had the case in hand: the return visit. */
  readonly independent?: true;
  /** Of one person alone: never for all members of a group at once. */
  readonly single?: true;
  readonly zh: string;
  readonly en: string;
  /** Statute and article, or `P` with a word where it is the project's own rule. */
  readonly ground: string;
  /** Fields of free text that may name people: sealed under the case's person before they reach the decider. */
  readonly seal?: readonly string[];
}

export type ActionRequest = new () => object;

export interface Action extends ActionKind {
  /** The decider's command type, which is the request's class name: `AcceptApplication`. */
  readonly command: string;
  /** `accept-application` */
  readonly path: string;
  readonly request: ActionRequest;
}

/** Every action of the product, by `<service>/<path>`. */
export const actions = new Map<string, Action>();

/** Declares a request class as an action: `POST /v1/<service>/cases/{caseId}/commands/<kebab-case class name>`. */
export function CaseAction(kind: ActionKind): (request: ActionRequest) => void {
  return (request) => {
    const path = kebab(request.name);
    actions.set(`${kind.service}/${path}`, { ...kind, command: request.name, path, request });
  };
}

/** What every action may say: when it happened, where that is not now. Late-recorded facts move clocks by the time of the fact. */
export class Fact {
  @IsOptional() @IsInstant()
  at?: Instant;
}
