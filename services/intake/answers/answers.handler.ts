import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { dayOf } from '#libs/contracts/time.js';
import type { Answer } from '#libs/policy/answers.js';
import { answersTo, answerOf, entriesOf } from '#libs/policy/answers.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Given } from '#libs/runtime/give-command.js';
import { BLIND_INDEX, POLICIES } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inScope } from '#libs/security/scope.js';
import { divisionCode, orderOf } from '../channels/order.js';
import { ClaimHandler } from '../claim/claim.handler.js';
import type { Receipt } from '../claim/claim.handler.js';
import type { AnswerCommand } from './answer.decider.js';
import { refuse } from './answer.refusals.js';
import type { GiveAnswerRequest, PassOnRequest } from './answers.requests.js';

export interface FoundAnswers {
  readonly division: string;
  readonly pack: { readonly division: string; readonly version: string; readonly from: string };
  readonly answers: readonly (Answer & { readonly score: number; readonly matched: readonly string[] })[];
}

const SHOWN = 5;

/** The answer base of the hotlines' agents: found by the words of a question, said by the pack in force, recorded, and passed on where it says nothing. */
@Injectable()
export class Answers {
  constructor(
    private readonly commands: CommandBus, private readonly claims: ClaimHandler, private readonly clock: Clock,
    @Inject(POLICIES) private readonly policies: Policies, @Inject(BLIND_INDEX) private readonly index: BlindIndex,
  ) {}

  find(question: string, place: string | undefined, caller: Caller, most = SHOWN): FoundAnswers {
    const division = this.#division(place, caller);
    const pack = this.#pack(division);
    const answers = answersTo(question, pack, dayOf(this.clock.now()), most).map(({ answer, score, matched }) => ({ ...answer, score, matched }));
    return { division, pack: { division: pack.ref.division, version: pack.ref.version, from: pack.from }, answers };
  }

  /** The answer as it was given, with the pack that said it. */
  async give({ enquiry, entry: id, division: place, channel }: GiveAnswerRequest, caller: Caller): Promise<{ readonly given: Given; readonly answer: Answer }> {
    const division = this.#division(place, caller);
    const pack = this.#pack(division);
    const today = dayOf(this.clock.now());
    const entry = entriesOf(pack).find((one) => one.id === id && one.from <= today && (one.to === undefined || today < one.to));
    if (!entry) throw refuse('NO_SUCH_ANSWER');
    const cause = causeOf(caller);
    const { division: of, version } = pack.ref;
    const command: AnswerCommand = { type: 'GiveAnswer', at: this.clock.now(), by: cause.actor, entry: id, pack: { division: of, version }, division, channel, source: entry.source };
    return { given: await this.commands.execute(new GiveCommand('answer', enquiry, command, cause, { caller })), answer: answerOf(entry, pack) };
  }

  /** Files the enquiry; its case is opened and passed on by itself, and a clock runs on the section's answer. The same enquiry again is the same case. */
  passOn(request: PassOnRequest, caller: Caller): Promise<Receipt> {
    const { enquiry, question, topic, section, division: place, channel, callerName, callerPhone } = request;
    const division = this.#division(place, caller);
    if (!inScope(caller.divisions, division)) throw new FieldsRefused([{ field: 'division', zh: '不在您的辖区内', en: 'lies outside your divisions' }]);
    const { actor } = causeOf(caller);
    const order = {
      ...orderOf({
        channel: 'answers', channelNumber: enquiry, origin: channel, receivedAt: this.clock.now(), category: topic, kinds: ['consult'], matters: [], division,
        requester: { phone: callerPhone, ...(callerName && { name: callerName }) }, employer: null, project: null, text: question, attachments: [], facts: {},
      }),
      passedOn: { by: actor, section },
    };
    const key = { source: 'answers', key: enquiry, mac: this.index.macOfRequest(JSON.stringify([question, topic, section, division, callerPhone])) };
    return this.claims.file({ order, facts: {}, missing: [], duplicateOf: null, key, actor, joins: 'nobody' });
  }

  #division(place: string | undefined, { divisions }: Caller): string {
    return place === undefined ? divisions[0] ?? '000000' : divisionCode('division', place);
  }

  #pack(division: string): Pack {
    const pack = this.policies.packToDecide(division, dayOf(this.clock.now()));
    if (!pack) throw new Error('There is not even a pack of the nation.');
    return pack;
  }
}
