import { Injectable } from '@nestjs/common';
import type { VisitEvent } from '#libs/contracts/campaign.events.js';
import { isUuid, uuidv5 } from '#libs/contracts/uuid.js';
import { Streams } from '#libs/event-store/streams.js';
import { demandOf } from '#libs/policy/demand.js';
import { impersonalFacts, readFacts } from '#libs/policy/facts.js';
import { missingOf } from '#libs/policy/missing.js';
import type { Given } from '#libs/runtime/give-command.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import type { Role } from '#libs/security/roles.js';
import { inScope } from '#libs/security/scope.js';
import { refuse as refuseCampaign } from '../campaigns/campaign.refusals.js';
import type { Asking } from '../campaigns/campaign.handler.js';
import { CampaignHandler, codeOf } from '../campaigns/campaign.handler.js';
import type { Place } from './visit.decider.js';
import { visit } from './visit.decider.js';
import { refuse } from './visit.refusals.js';
import type { PlanVisit, RecordFinding, RecordVisit } from './visit.requests.js';

/** Who plans visits, and who pays them. */
export const PLANNERS = ['supervisor', 'officer'] as const satisfies readonly Role[];
export const VISITORS = ['coordinator', 'officer', 'inspector', 'supervisor'] as const satisfies readonly Role[];

type Finding = Extract<VisitEvent, { type: 'VisitFindingRecorded' }>;

/** The case that a finding becomes, unless another tells the same: one id, however often the finding is told. */
export function caseOfFinding(finding: string): string {
  return uuidv5(`finding/${finding}`);
}

/** Steps on the places that are visited. */
@Injectable()
export class VisitHandler {
  constructor(private readonly campaigns: CampaignHandler, private readonly streams: Streams) {}

  async plan(campaign: string, { at, place, division: named, residence, name, dueOn }: PlanVisit, asking: Asking): Promise<Given> {
    const { state } = await this.campaigns.visible(campaign, asking.caller);
    const division = codeOf('division', named);
    if (!inScope(asking.caller.divisions, division) || !inScope([state.about!.division], division)) throw new FieldsRefused([{ field: 'division', zh: '不在行动区划或者您的管辖区划内', en: 'is outside the campaign or your divisions' }]);
    if (state.phase !== 'running' || state.about!.kind !== 'visits') throw refuseCampaign('CAMPAIGN_NOT_RUNNING');
    return this.campaigns.give('visit', place, { type: 'PlanVisit', campaign, division, residence, place: name, dueOn } as never, at, asking, PLANNERS);
  }

  async visited(place: string, { at, note, revisitOn: again, ...rest }: RecordVisit, asking: Asking): Promise<Given> {
    await this.#open(place, asking.caller);
    const revisitOn = again ?? null;
    const sealed = note === undefined ? null : await this.campaigns.sealed(uuidv5(`visit/${place}`), 'note', note);
    return this.campaigns.give('visit', place, { type: 'RecordVisit', ...rest, note: sealed, revisitOn } as never, at, asking, VISITORS, { ...rest, note, revisitOn });
  }

  async found(place: string, request: RecordFinding, asking: Asking): Promise<Given> {
    await this.#open(place, asking.caller);
    const { at, visit: id, finding, category, kinds = [], matters = [] } = request;
    const { facts, wrong } = readFacts(request.facts ?? {});
    if (wrong.length > 0) throw new FieldsRefused(wrong);
    const command = { type: 'RecordFinding', visit: id, finding, category, kinds, matters, ...(await this.#told(request)), facts: impersonalFacts(facts), missing: missing(request, impersonalFacts(facts)) };
    return this.campaigns.give('visit', place, command, at, asking, VISITORS, request);
  }

  /** A place of the caller's divisions; any other does not exist for the caller. */
  async visible(place: string, caller: Caller): Promise<{ readonly state: Place; readonly version: number }> {
    if (!isUuid(place)) throw refuse('NO_SUCH_PLACE');
    const { state, version } = await this.streams.load<Place, never>(`visit/${place}`, visit);
    if (!state.about || !inScope(caller.divisions, state.about.division)) throw refuse('NO_SUCH_PLACE');
    return { state, version };
  }

  async #open(place: string, caller: Caller): Promise<void> {
    const { state: { about } } = await this.visible(place, caller);
    const { state } = await this.campaigns.visible(about!.campaign, caller);
    if (state.phase !== 'running') throw refuseCampaign('CAMPAIGN_NOT_RUNNING');
  }

  /** Names, numbers and words under the key of the person of the case that it becomes. */
  async #told({ finding, person, employer, project, text }: RecordFinding): Promise<Pick<Finding, 'requester' | 'employer' | 'project' | 'text'>> {
    const subject = uuidv5(`person/${caseOfFinding(finding)}`);
    const sealed = (field: string, value: string | undefined) => (value === undefined ? null : this.campaigns.sealed(subject, field, value));
    return {
      requester: person ? {
        subject, name: await sealed('name', person.name), phone: await sealed('phone', person.phone), idNumber: await sealed('idNumber', person.idNumber?.toUpperCase()),
        migrantWorker: true, secrecy: person.secrecy ?? false, identity: 'unproven', representedBy: null,
      } : null,
      employer: employer ? { name: employer.name ?? null, creditCode: employer.creditCode ?? null, address: null } : null,
      project: project === undefined ? null : { name: project, sector: null, owner: null, generalContractor: null, subcontractor: null },
      text: await sealed('text', text),
    };
  }
}

/** What a claim of this kind would still need, so that the person can be asked once for all of it. */
function missing({ category, kinds = [], matters = [], person, employer, text }: RecordFinding, facts: Finding['facts']): Finding['missing'] {
  const demand = demandOf({ origin: 'serviceStation', category, kinds, matters, facts, requester: { migrantWorker: true } } as never);
  const has = { requesterName: person?.name !== undefined, phone: person?.phone !== undefined, idNumber: person?.idNumber !== undefined, employerName: employer?.name !== undefined, text: text !== undefined };
  return [...missingOf({ category: demand.category, kind: demand.kind, facts: demand.facts, has }).missing];
}
