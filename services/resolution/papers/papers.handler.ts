import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { Cause } from '#libs/contracts/cause.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { dayOf } from '#libs/contracts/time.js';
import { uuidv5, uuidv7 } from '#libs/contracts/uuid.js';
import { fold } from '#libs/decider/decider.js';
import { readCase } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { pdfOf } from '#libs/pdf/pdf.js';
import type { Policies } from '#libs/policy/in-force.js';
import { canonical } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { PaperTemplate, Placeholder } from '#libs/policy/papers.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import type { Role } from '#libs/security/roles.js';
import { inWhichOf } from '#libs/security/roles.js';
import { Keyring, SubjectErased } from '#libs/security/keyring.js';
import { macOf } from '#libs/security/seal-file.js';
import { docxOf } from './docx.js';
import type { Language } from './lay-out.js';
import { lacking, laidOut, personalIn } from './lay-out.js';
import type { Issued, PaperCommand, Papers } from './papers.decider.js';
import { papers, standing } from './papers.decider.js';
import { refuse } from './papers.refusals.js';
import type { Basis, Values } from './values.js';
import { basisOf, valuesOf } from './values.js';

export type Form = 'pdf' | 'docx';
const makers = { pdf: pdfOf, docx: docxOf } as const;

interface Offered {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly ground: string;
  readonly roles: readonly string[];
  readonly possible: boolean;
  /** Why it cannot be made now. */
  readonly why: { readonly code: string; readonly zh: string; readonly en: string } | null;
  readonly lacks: readonly { readonly zh: string; readonly en: string }[];
}

/** What is looked at to make a paper: the case up to a moment, and the law that it keeps. */
interface Matter {
  readonly caseId: string;
  readonly history: readonly PublishedEvent[];
  readonly pack: Pack;
  readonly state: Papers;
}

@Injectable()
export class PapersHandler {
  constructor(private readonly pool: Pool, private readonly commands: CommandBus, private readonly keyring: Keyring, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies) {}

  /** Which papers the case can have, now or later, and which it has. */
  async offered(caseId: string, worker: number): Promise<{ offered: readonly Offered[]; issued: readonly Issued[] }> {
    const matter = await this.#matter(caseId);
    if (!matter) return { offered: [], issued: [] };
    const offered = matter.pack.papers.map((template): Offered => {
      const basis = basisOf(matter.history, template, worker);
      const lacks = basis ? lacking(template, this.#values(matter, template, basis, worker, '-', this.clock.now())) : [];
      const refusal = !basis ? refuse('PAPER_NOT_YET') : lacks.length > 0 ? refuse('PAPER_LACKS') : undefined;
      return { kind: template.id, zh: template.zh, en: template.en, ground: template.source, roles: template.roles, possible: refusal === undefined, why: refusal ? { code: refusal.code, zh: refusal.zh, en: refusal.en } : null, lacks };
    });
    return { offered, issued: [...matter.state.issued.values()] };
  }

  /** Makes a paper and tells of it by an event; the same one again where nothing has happened since. */
  async issue(caseId: string, kind: string, { worker, replaces }: { readonly worker: number; readonly replaces: string | null }, caller: Caller): Promise<{ paper: Issued; position: string; outcome: string }> {
    const matter = await this.#matter(caseId);
    const template = matter?.pack.papers.find(({ id }) => id === kind);
    if (!matter || !template) throw refuse('NO_SUCH_PAPER_KIND');
    const role = inWhichOf(caller.roles, template.roles as readonly Role[]);
    if (!role) throw refuse('PAPER_NOT_YOURS', { roles: template.roles });
    const cause = causeOf(caller, role);
    const basis = basisOf(matter.history, template, worker);
    if (!basis) throw refuse('PAPER_NOT_YET', { on: template.on });
    const same = standing(matter.state, { kind, worker, basis: basis.position });
    if (same && replaces === null) return { paper: same, position: matter.history.at(-1)!.position, outcome: 'unchanged' };
    const at = this.clock.now();
    const number = `${template.word}〔${at.slice(0, 4)}〕${caseNumberOf(matter.history)}-${matter.state.issued.size + 1}号`;
    const values = this.#values(matter, template, basis, worker, number, at);
    const lacks = lacking(template, values);
    if (lacks.length > 0) throw refuse('PAPER_LACKS', { lacks: lacks.map(({ zh }) => zh) });
    const { pack } = matter;
    const issued: Omit<Issued, 'pdf' | 'docx'> = {
      at, by: cause.actor, paper: uuidv7(), kind, number, worker, pack: { division: pack.ref.division, version: pack.ref.version }, template: hashOf(template),
      basis: basis.position, asOf: matter.history.at(-1)!.position, opened: [...personalIn(template, values)], replaces,
    };
    const { dek, opened } = await this.#opened(matter, template, values);
    const [pdf, docx] = [await pdfOf(laidOut(template, values, opened, 'zh', at)), await docxOf(laidOut(template, values, opened, 'zh', at))];
    const command: PaperCommand = { type: 'IssuePaper', ...issued, pdf: macOf(dek, pdf), docx: macOf(dek, docx) };
    if (papers.decide(command, matter.state).length === 0) return { paper: same!, position: matter.history.at(-1)!.position, outcome: 'unchanged' };
    const version = matter.history.filter(({ stream }) => stream === `papers/${caseId}`).length;
    const { position, outcome } = await this.commands.execute(new GiveCommand('papers', caseId, command, cause, { expectedVersion: version })); // Two at once would take one number.
    return { paper: { ...issued, pdf: command.pdf, docx: command.docx }, position, outcome };
  }

  /** The paper as it was issued, made again. Its English counterpart is a translation of the same. The look is recorded before anything is answered. */
  async read(caseId: string, paper: string, form: Form, language: Language, cause: Cause): Promise<{ bytes: Buffer; issued: Issued }> {
    const now = await this.#matter(caseId);
    const issued = now?.state.issued.get(paper);
    if (!issued) throw refuse('NO_SUCH_PAPER');
    const matter = (await this.#matter(caseId, issued.asOf))!;
    const pack = this.policies.packNamed(issued.pack.division, issued.pack.version);
    const template = pack?.papers.find(({ id }) => id === issued.kind);
    if (!pack || !template || hashOf(template) !== issued.template) throw refuse('PAPER_NOT_REPRODUCIBLE');
    const values = this.#values({ ...matter, pack }, template, basisOf(matter.history, template, issued.worker)!, issued.worker, issued.number, issued.at);
    const { dek, opened } = await this.#opened(matter, template, values);
    const bytes = await makers[form](laidOut(template, values, opened, language, issued.at));
    if (language === 'zh' && macOf(dek, bytes) !== issued[form]) throw refuse('PAPER_NOT_REPRODUCIBLE');
    await this.commands.execute(new GiveCommand('papers', caseId, { type: 'ReadPaper', at: this.clock.now(), by: cause.actor, paper, form, opened: issued.opened } as { type: string }, cause));
    return { bytes, issued };
  }

  /** Undefined before the case was routed: then no law says what its papers are. */
  async #matter(caseId: string, asOf?: string): Promise<Matter | undefined> {
    const history = await readCase(this.pool, caseId, { upToPosition: asOf });
    const routed = history.find(({ type }) => type === 'routing.case-routed.v1')?.data['decision'] as { pack: { division: string; version: string } } | undefined;
    const pack = routed && this.policies.packNamed(routed.pack.division, routed.pack.version);
    if (!pack) return undefined;
    return { caseId, history, pack, state: fold(papers, history.filter(({ stream }) => stream === `papers/${caseId}`).map((event) => streamEvent(event))) };
  }

  #values({ history, pack }: Pick<Matter, 'history' | 'pack'>, template: PaperTemplate, basis: Basis, worker: number, number: string, at: string): Values {
    return valuesOf(history, basis, { template, worker, pack, number, issuedOn: dayOf(at) });
  }

  /** The personal fields that the template names, in the clear, and the key of the case's person. */
  async #opened({ caseId, history }: Pick<Matter, 'caseId' | 'history'>, template: PaperTemplate, values: Values): Promise<{ dek: Buffer; opened: Partial<Record<Placeholder, string>> }> {
    const subject = (history[0]!.data as { requester?: { subject: string } | null }).requester?.subject ?? uuidv5(`person/${caseId}`);
    const names = personalIn(template, values);
    try {
      const [deks, texts] = await Promise.all([this.keyring.create([subject]), this.keyring.open(names.map((name) => values.sealed[name]!))]);
      if (texts.includes(null)) throw refuse('PAPER_ERASED');
      return { dek: deks.get(subject)!, opened: Object.fromEntries(names.map((name, i) => [name, texts[i]!])) };
    } catch (error) {
      throw error instanceof SubjectErased ? refuse('PAPER_ERASED') : error;
    }
  }
}

function caseNumberOf(history: readonly PublishedEvent[]): string {
  return (history[0]!.data as { caseNumber: string }).caseNumber;
}

function hashOf(template: PaperTemplate): string {
  return createHash('sha256').update(canonical(template)).digest('hex');
}
