import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CampaignKind, CampaignTarget, EntryRule } from '#libs/contracts/campaign.events.js';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs, instantOf } from '#libs/contracts/time.js';
import { isUuid, uuidv5 } from '#libs/contracts/uuid.js';
import { Streams } from '#libs/event-store/streams.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import { beforeSpringFestival } from '#libs/policy/festival.js';
import type { Policies } from '#libs/policy/in-force.js';
import { Clock } from '#libs/runtime/clock.js';
import { refuse as refuseCommand } from '#libs/runtime/command-door.refusals.js';
import type { Given } from '#libs/runtime/give-command.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { BLIND_INDEX, POLICIES } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { Keyring } from '#libs/security/keyring.js';
import type { Role } from '#libs/security/roles.js';
import { inWhichOf } from '#libs/security/roles.js';
import { inScope } from '#libs/security/scope.js';
import { seal } from '#libs/security/seal.js';
import type { Campaign } from './campaign.decider.js';
import { campaign } from './campaign.decider.js';
import { refuse } from './campaign.refusals.js';
import type { AnswerCampaign, campaignSteps, CloseCampaign, EntryRuleGiven, ListMatter, ProposeCampaign, RejectCampaign, TargetGiven } from './campaign.requests.js';

/** Who asks for a step, and under which key, so that a repetition is known. */
export interface Asking {
  readonly caller: Caller;
  readonly key: string | undefined;
}

const FUTURE_MS_MAX = 1000;
const LEADERS = ['supervisor'] as const satisfies readonly Role[];

/** Usual entry rules, each a rule of its own in the campaign from then on: 两清零 A and B by the funding of the project (S-SH21 七), the others by what is unpaid (S-BJ25 七). */
function usualRule(kind: CampaignKind, year: number): EntryRule | null {
  switch (kind) {
    case 'clearZeroA': return { fundings: ['government', 'stateOwned', 'ppp'], arrearsYear: year, verified: true, left: 'unpaid' };
    case 'clearZeroB': return { fundings: ['other'], arrearsYear: year, verified: true, left: 'unpaid' };
    case 'winter':
    case 'summer': return { categories: ['D01'], verified: true, left: 'unpaid' };
    case 'practicalMatters':
    case 'visits': return null;
  }
}

function ruleOf({ verified, left = 'unpaid', ...conditions }: EntryRuleGiven): EntryRule {
  return { ...conditions, ...(verified && { verified: true as const }), left };
}

/** Steps on campaigns, each in a stream of its own. */
@Injectable()
export class CampaignHandler {
  constructor(
    private readonly commands: CommandBus, private readonly streams: Streams, private readonly clock: Clock, private readonly keyring: Keyring, @Inject(BLIND_INDEX) private readonly index: BlindIndex,
    @Inject(POLICIES) private readonly policies: Policies,
  ) {}

  async propose({ at, campaign: id, kind, title, division: named, year, source, rule, openMax, dueOn, targets }: ProposeCampaign, asking: Asking): Promise<Given> {
    const division = this.#own('division', named, asking.caller);
    const end = dueOn ?? this.#usualEnd(kind, division, year);
    const said = { kind, title, division, year, source, rule: rule ? ruleOf(rule) : usualRule(kind, year), targets: [{ division, openMax: openMax ?? 0, dueOn: end }, ...(targets ?? []).map((target) => this.#target(target, division, end))] };
    return this.give('campaign', id, { type: 'ProposeCampaign', ...said }, at, asking, LEADERS);
  }

  async step(id: string, step: keyof typeof campaignSteps, request: object, asking: Asking): Promise<Given> {
    const { state } = await this.visible(id, asking.caller);
    const own = (request as { division?: string }).division;
    if (!inScope(asking.caller.divisions, state.about!.division) && !(step === 'answer' && own !== undefined)) throw refuse('NO_SUCH_CAMPAIGN'); // Whoever leads a part of it sees it, and answers for that part.
    const { at } = request as { at?: Instant };
    return this.give('campaign', id, await this.#command(id, step, request, asking), at, asking, LEADERS);
  }

  /** A campaign of the caller's divisions, or of one that they lie in. */
  async visible(id: string, caller: Caller): Promise<{ readonly state: Campaign; readonly version: number }> {
    if (!isUuid(id)) throw refuse('NO_SUCH_CAMPAIGN');
    const { state, version } = await this.streams.load<Campaign, never>(`campaign/${id}`, campaign);
    const { about } = state;
    if (!about || !(inScope(caller.divisions, about.division) || caller.divisions.some((division) => inScope([about.division], division)))) throw refuse('NO_SUCH_CAMPAIGN');
    return { state, version };
  }

  /** Free text under the key of what it speaks of. */
  async sealed(subject: string, field: string, text: string): Promise<ReturnType<typeof seal>> {
    return seal((await this.keyring.create([subject])).get(subject)!, subject, field, text);
  }

  /** Gives a command to a stream that is no case's. */
  give(stream: 'campaign' | 'visit', id: string, wanted: { readonly type: string }, at: Instant | undefined, { caller, key }: Asking, roles: readonly Role[], asked: object = wanted): Promise<Given> {
    const now = this.clock.nowMs();
    if (at !== undefined && epochMs(at) > now + FUTURE_MS_MAX) throw refuseCommand('FACT_IN_FUTURE');
    const cause = causeOf(caller, inWhichOf(caller.roles, roles));
    const command = { ...wanted, at: instantOf(at === undefined ? now : epochMs(at)), by: cause.actor };
    const fingerprint = `${wanted.type}\n${id}\n${canonicalJson(JSON.parse(JSON.stringify(asked)))}`;
    return this.commands.execute(new GiveCommand(stream, id, command, cause, { ...(key && { key: { source: `caller:${caller.subject}`, key: key.slice(0, 200), mac: this.index.macOfRequest(fingerprint) } }), caller }));
  }

  async #command(id: string, step: keyof typeof campaignSteps, request: object, { caller }: Asking): Promise<{ readonly type: string }> {
    const subject = uuidv5(`campaign/${id}`);
    switch (step) {
      case 'start': return { type: 'StartCampaign' };
      case 'reject': return { type: 'RejectCampaign', reason: await this.sealed(subject, 'reason', (request as RejectCampaign).reason) } as never;
      case 'answer': {
        const { division, answer } = request as AnswerCampaign;
        return { type: 'AnswerCampaign', division: this.#own('division', division, caller), answer: await this.sealed(subject, 'answer', answer) } as never;
      }
      case 'list-matter': {
        const { at: _, division, ...matter } = request as ListMatter;
        return { type: 'ListMatter', ...matter, division: this.#own('division', division, caller) } as never;
      }
      case 'finish-matter': return { type: 'FinishMatter', ...request };
      case 'close': {
        const { note } = request as CloseCampaign;
        return { type: 'CloseCampaign', note: note === undefined ? null : await this.sealed(subject, 'note', note) } as never;
      }
    }
  }

  #target({ division: named, openMax, dueOn }: TargetGiven, within: string, end: Day): CampaignTarget {
    const division = codeOf('targets', named);
    if (!inScope([within], division)) throw new FieldsRefused([{ field: 'targets', zh: `不在行动区划内：${division}`, en: `outside the campaign’s division: ${division}` }]);
    return { division, openMax, dueOn: dueOn ?? end };
  }

  #own(field: string, named: string, caller: Caller): string {
    const code = codeOf(field, named);
    if (!inScope(caller.divisions, code)) throw new FieldsRefused([{ field, zh: '不在您的管辖区划内', en: 'is outside your divisions' }]);
    return code;
  }

  #usualEnd(kind: CampaignKind, division: string, year: number): Day {
    if (kind === 'clearZeroA') return `${year}-12-31`;
    const pack = this.policies.packFor(division, dayOf(this.clock.now()));
    const end = pack && (kind === 'clearZeroB' || kind === 'winter') ? beforeSpringFestival(pack, year + 1) : undefined;
    if (end === undefined) throw refuse('CAMPAIGN_DUE_UNKNOWN');
    return end;
  }
}

export function codeOf(field: string, named: string): string {
  const code = named === '000000' ? named : divisionNamed(named)?.code;
  if (code === undefined) throw new FieldsRefused([{ field, zh: '没有这个行政区划', en: 'is not a known division' }]);
  return code;
}
