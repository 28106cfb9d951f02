import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { Refusal } from '#libs/decider/refusal.js';
import { readStream } from '#libs/event-store/read.js';
import { casesInScope, ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';
import { causeOf } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import type { Channel } from '../channels/channels.js';
import type { Order } from '../channels/order.js';
import { given, givenOrNull, orderOf, periodFacts } from '../channels/order.js';
import { Reception } from '../channels/receive.js';
import { ClaimHandler } from '../claim/claim.handler.js';
import { group } from '../group/group.decider.js';
import { closedAmong } from '../group/group.desk.js';
import type { Asking } from '../group/group.handler.js';
import { GROUP_ROLES, GroupHandler } from '../group/group.handler.js';
import { refuse } from '../group/group.refusals.js';
import type { NewMember } from '../group/group.requests.js';
import { fieldsOfRows, rosterSheet } from './columns.js';
import { fileHash } from './imports.controller.js';
import { RosterRow } from './imports.requests.js';
import type { RowAnswer } from './rows.js';
import { fileRows, problemOfRow } from './rows.js';
import { rowsIn } from './spreadsheet.js';

/** A group of more is joined by several rosters. */
export const ROSTER_ROWS_MAX = 1_000;
const TRIES_MAX = 5;

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;

/** The workers of one employer or project by name: each becomes a case of its own and a member of the group. The same roster again finishes what was broken off. */
@Injectable()
export class Roster {
  constructor(private readonly groups: GroupHandler, private readonly claims: ClaimHandler, private readonly reception: Reception, private readonly pool: Pool, private readonly clock: Clock, @Inject(BLIND_INDEX) private readonly index: BlindIndex) {}

  /** `lead`: the case whose claim the workers share, where the group is yet to be made. */
  async take(id: string, file: Buffer, lead: string | undefined, asking: Asking): Promise<{ importId: string; results: readonly RowAnswer[] }> {
    const { rows, headers } = fieldsOfRows(await rowsIn(file, ROSTER_ROWS_MAX), rosterSheet);
    const shared = await this.#leading(id, lead, asking);
    const importId = uuidv5(`roster/${id}/${fileHash(file)}`);
    const { actor } = causeOf(asking.caller, inWhichOf(asking.caller.roles, GROUP_ROLES));
    const answers = await fileRows(rows, { channel: this.#channel(id, shared.filed), divisions: asking.caller.divisions, importId, headers, actor }, this.reception, this.claims);
    const places = new Map(rows.map(({ row, fields }) => [row, { ...given({ tier: fields['tier'] as string | undefined, site: fields['site'] as string | undefined }) }]));
    return { importId, results: await this.#joined(id, shared.caseId, answers, places, asking) };
  }

  /** The claim that the workers share: that of the group's lead. */
  async #leading(id: string, lead: string | undefined, asking: Asking): Promise<{ caseId: string; filed: Filed }> {
    const standing = await this.groups.stateOf(id);
    if (standing.phase !== 'unformed') {
      await this.groups.visible(id, asking.caller);
      const refusal = group.may.JoinGroup!(standing);
      if (refusal) throw refusal;
    }
    const caseId = standing.lead ?? lead;
    if (!caseId) throw refuse('NO_SUCH_GROUP');
    await ensureInScope(this.pool, asking.caller, caseId);
    const [filed] = await readStream(this.pool, `claim/${caseId}`);
    return { caseId, filed: filed!.data as never };
  }

  #channel(id: string, { division, category, kinds, matters, origin, employer, project }: Filed): Channel {
    const toOrder = (row: RosterRow): Order => ({
      ...orderOf({
        channel: 'roster', channelNumber: `${id}/${this.#numberOf(row)}`, origin: origin as Order['origin'], receivedAt: this.clock.now(),
        category: category as Order['category'], kinds: kinds as Order['kinds'], matters, division, ...given({ text: row.text }),
        requester: givenOrNull({ name: row.name, phone: row.phone, idNumber: row.idNumber, migrantWorker: row.migrantWorker, secrecy: row.secrecy }),
        employer: employer && given(employer), project: project && given(project), attachments: [],
        facts: { workers: 1, ...given({ amount: row.amount }), ...periodFacts('periodTo', row.periodFrom, row.periodTo) },
      }),
      group: { group: id, tier: row.tier ?? null, site: row.site ?? null },
    });
    return {
      name: 'roster', zh: '劳动者名册', en: 'roster of workers', origin: origin as Order['origin'], requestClass: RosterRow, toOrder: toOrder as never,
      fields: { receivedAt: 'receivedAt', channelNumber: 'number', text: 'text', division: 'division', kind: 'kind' },
    };
  }

  /** By what a corrected roster knows a worker again. A name alone may be two people's. */
  #numberOf({ number, name, phone, idNumber }: RosterRow): string {
    if (number) return number;
    if (!phone && !idNumber) throw new FieldsRefused([{ field: 'idNumber', zh: '身份证号、联系电话、编号须填一项', en: 'one of identity number, phone and number is needed' }]);
    const person = idNumber ? ['id', normalise('idNumber', idNumber)] : ['name', normalise('name', name), normalise('phone', phone!)];
    return this.index.mac('idNumber', JSON.stringify(['roster.v1', ...person])).toString('hex').slice(0, 32);
  }

  async #joined(id: string, lead: string, answers: readonly RowAnswer[], places: ReadonlyMap<number, Omit<NewMember, 'caseId'>>, asking: Asking): Promise<readonly RowAnswer[]> {
    for (let attempt = 1; ; attempt++) {
      const refused = await this.#whyNot(id, answers, asking);
      const members = new Map(answers.flatMap(({ row, caseId }) => (caseId === undefined || refused.has(caseId) ? [] : [[caseId, { caseId, ...places.get(row) }] as const])));
      try {
        await this.#enter(id, lead, [...members.values()], asking);
        return answers.map((answer) => (answer.caseId !== undefined && refused.has(answer.caseId) ? { ...answer, ...problemOfRow(refused.get(answer.caseId), new Map()) } : answer));
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'ALREADY_IN_GROUP' || attempt >= TRIES_MAX) throw error; // Somebody took a case in between: look again.
      }
    }
  }

  /** The group as it stands names who is new; nobody new is nothing to do. */
  async #enter(id: string, lead: string, members: readonly NewMember[], asking: Asking): Promise<void> {
    const { phase, members: standing } = await this.groups.stateOf(id);
    const comers = members.filter(({ caseId }) => !standing.has(caseId));
    if (comers.length === 0) return;
    const unkeyed = { ...asking, key: undefined };
    if (phase !== 'unformed') return void (await this.groups.join(id, comers, unkeyed, 'together'));
    const others = comers.filter(({ caseId }) => caseId !== lead);
    if (others.length > 0) await this.groups.form({ group: id, ground: 'together', lead, members: [comers.find(({ caseId }) => caseId === lead) ?? { caseId: lead }, ...others] }, unkeyed);
  }

  /** The cases that were found and cannot come in: closed, of another group, or not for the caller to see. */
  async #whyNot(id: string, answers: readonly RowAnswer[], { caller }: Asking): Promise<ReadonlyMap<string, Refusal>> {
    const cases = [...new Set(answers.flatMap(({ caseId }) => caseId ?? []))];
    const [inside, closed, groups] = await Promise.all([casesInScope(this.pool, caller, cases), closedAmong(this.pool, cases), this.groups.groupsOf(cases)]);
    return new Map(cases.flatMap((caseId) => {
      const other = groups.get(caseId);
      const why = !inside.has(caseId) ? refuseCase('NO_SUCH_CASE') : other !== undefined && other !== id ? refuse('ALREADY_IN_GROUP') : closed.has(caseId) && other !== id ? refuse('MEMBER_CASE_CLOSED') : undefined;
      return why ? [[caseId, why] as const] : [];
    }));
  }
}
