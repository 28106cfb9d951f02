import { Inject, Injectable, ValidationPipe } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { divisionNamed, isInside } from '#libs/contracts/divisions.js';
import type { Instant } from '#libs/contracts/time.js';
import { epochMs, instantOf } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import type { Wish } from '#libs/decider/process.js';
import { Streams } from '#libs/event-store/streams.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import { refuse as refuseCommand } from '#libs/runtime/command-door.refusals.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Given } from '#libs/runtime/give-command.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import type { Role } from '#libs/security/roles.js';
import { inWhichOf } from '#libs/security/roles.js';
import { inScope } from '#libs/security/scope.js';
import type { Beat, BeatCommand } from './beat.decider.js';
import { beat, beatIdOf } from './beat.decider.js';
import { refuse as refuseBeat } from './beat.refusals.js';
import type { AssignBeat } from './beat.requests.js';
import { ProjectFiles } from './project-files.js';
import { project } from './project.decider.js';
import { refuse } from './project.refusals.js';
import type { IssueSiteCode, LinkProjectCase, RegisterProject } from './project.requests.js';
import { PROJECT_ROLES, projectSteps } from './project.requests.js';
import type { Project } from './project.state.js';
import { fingerprintOf } from './site-cases.js';

/** Who asks for a step, and under which key, so that a repetition is known. */
export interface Asking {
  readonly caller: Caller;
  readonly key: string | undefined;
}

const BEAT_ROLES = ['officer', 'supervisor'] as const;
const FUTURE_MS_MAX = 1000;
type Named = { readonly type: string };

/** Steps on what is no case: project files and beats, each in a stream of its own. */
@Injectable()
export class ProjectHandler {
  constructor(
    private readonly commands: CommandBus, private readonly streams: Streams, private readonly pool: Pool, private readonly clock: Clock, private readonly form: ValidationPipe,
    private readonly files: ProjectFiles, @Inject(BLIND_INDEX) private readonly index: BlindIndex,
  ) {}

  async register({ at, project: id, name, sector, division, owner, generalContractor, investment, startedOn }: RegisterProject, asking: Asking): Promise<Given> {
    if (!divisionNamed(division)) throw new FieldsRefused([{ field: 'division', zh: '没有这个行政区划', en: 'is not a known division' }]);
    if (!inScope(asking.caller.divisions, division)) throw refuse('NO_SUCH_PROJECT');
    const fingerprint = fingerprintOf(this.index, division, name);
    if (fingerprint === null) throw new FieldsRefused([{ field: 'name', zh: '不能只有空格和标点', en: 'must not be empty' }]);
    const firm = { name: generalContractor.name, creditCode: generalContractor.creditCode ?? null };
    const command = { type: 'RegisterProject', name, sector, division, owner, generalContractor: firm, investment, startedOn, fingerprint };
    const given = await this.#give('project', id, command, at, asking, PROJECT_ROLES, [{ space: 'project', value: fingerprint }]);
    if (given.outcome === 'taken') throw refuse('PROJECT_EXISTS', { project: given.takenBy?.caseId });
    return given;
  }

  /** A step by its path, as the requests declare them. */
  async step(id: string, path: string, body: unknown, asking: Asking): Promise<Given> {
    const step = projectSteps.get(path);
    if (!step) throw refuseCommand('NO_SUCH_COMMAND');
    if (!inWhichOf(asking.caller.roles, step.roles)) throw refuseCommand('NOT_YOUR_ROLE', { roles: step.roles });
    const { state } = await this.visible(id, asking.caller);
    const { at, ...fields } = (await this.form.transform(body ?? {}, { type: 'body', metatype: step.request })) as { at?: Instant };
    if (step.command.endsWith('ProjectCase')) await ensureInScope(this.pool, asking.caller, (fields as LinkProjectCase).caseId);
    return this.#give('project', id, { ...(await this.#completed(step.command, fields, state)), type: step.command }, at, asking, step.roles);
  }

  /** A project in the caller's divisions; any other does not exist for the caller. */
  async visible(id: string, caller: Caller): Promise<{ readonly state: Project; readonly version: number }> {
    if (!isUuid(id)) throw refuse('NO_SUCH_PROJECT');
    const { state, version } = await this.streams.load<Project, never>(`project/${id}`, project);
    if (!state.about || !inScope(caller.divisions, state.about.division)) throw refuse('NO_SUCH_PROJECT');
    return { state, version };
  }

  async assignBeat(coordinator: string, { at, visitEveryDays: said, divisions = [], projects = [] }: AssignBeat, asking: Asking): Promise<Given> {
    const outside = divisions.filter((division) => !inScope(asking.caller.divisions, division));
    if (outside.length > 0) throw new FieldsRefused([{ field: 'divisions', zh: `不在您的辖区内：${outside.join('、')}`, en: `outside your divisions: ${outside.join(', ')}` }]);
    for (const id of projects) await this.visible(id, asking.caller);
    await this.#ensureOwnBeat(coordinator, asking.caller);
    const visitEveryDays = said ?? this.files.visitDays(asking.caller.divisions[0]);
    return this.#beat({ type: 'AssignBeat', coordinator, divisions, projects, visitEveryDays }, at, asking);
  }

  async endBeat(coordinator: string, at: Instant | undefined, asking: Asking): Promise<Given> {
    await this.#ensureOwnBeat(coordinator, asking.caller);
    return this.#beat({ type: 'EndBeat', coordinator }, at, asking);
  }

  /** A beat is ended or replaced by whoever is competent for the whole of it. */
  async #ensureOwnBeat(coordinator: string, { divisions }: Caller): Promise<void> {
    const { state } = await this.streams.load<Beat | null, never>(`beat/${beatIdOf(coordinator)}`, beat);
    const places = state ? [...state.divisions, ...(await this.files.divisionsOf(state.projects))] : [];
    if (!places.every((division) => inScope(divisions, division))) throw refuseBeat('BEAT_ELSEWHERE');
  }

  #beat(command: Wish<BeatCommand>, at: Instant | undefined, asking: Asking): Promise<Given> {
    return this.#give('beat', beatIdOf(command.coordinator), command, at, asking, BEAT_ROLES);
  }

  /** What a person left out, and what only a look-up can tell. */
  async #completed(command: string, fields: object, state: Project): Promise<object> {
    switch (command) {
      case 'AddSubcontractor': return { creditCode: null, ...fields };
      case 'VisitSite': return { unpaid: null, ...fields };
      case 'IssueSiteCode': {
        const { division } = fields as IssueSiteCode;
        if (division !== undefined && !isInside(division, state.about!.division)) throw new FieldsRefused([{ field: 'division', zh: '须在项目所在地之内', en: 'must lie inside the place of the project' }]);
        return fields;
      }
      case 'CloseProjectAccount':
      case 'ReleaseDeposit': return { ...fields, openCases: (await this.files.casesOf(state, null)).filter(({ closed }) => !closed).length }; // Wherever they are handled.
      default: return fields;
    }
  }

  async #give(stream: 'project' | 'beat', id: string, wanted: Named, at: Instant | undefined, { caller, key }: Asking, roles: readonly Role[], claims: readonly { space: string; value: string }[] = []): Promise<Given> {
    const cause = causeOf(caller, inWhichOf(caller.roles, roles));
    const command = { ...wanted, at: this.#timeOf(at), by: cause.actor };
    const fingerprint = `${wanted.type}\n${id}\n${canonicalJson(JSON.parse(JSON.stringify({ ...wanted, at: at ?? null })))}`;
    return this.commands.execute(new GiveCommand(stream, id, command, cause, {
      ...(key && { key: { source: `caller:${caller.subject}`, key: key.slice(0, 200), mac: this.index.macOfRequest(fingerprint) } }), ...(claims.length > 0 && { claims }), caller,
    }));
  }

  #timeOf(at: Instant | undefined): Instant {
    const now = this.clock.nowMs();
    if (at !== undefined && epochMs(at) > now + FUTURE_MS_MAX) throw refuseCommand('FACT_IN_FUTURE');
    return instantOf(at === undefined ? now : epochMs(at));
  }
}
