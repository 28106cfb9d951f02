import { divisionNamed } from '#libs/contracts/divisions.js';
import { dayOf } from '#libs/contracts/time.js';
import { groundIn } from '#libs/policy/citation.js';
import { decide } from '#libs/policy/decide.js';
import { demandOf } from '#libs/policy/demand.js';
import { offersOf } from '#libs/policy/entitlements.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { FieldProblem } from '#libs/runtime/field-problems.js';
import { withDue } from '../channels/check.js';
import type { Due } from '../channels/check.js';
import type { Understood } from '../channels/receive.js';
import type { Said } from '../tracking/said.js';

interface Place { readonly department: Said; readonly division: string }

/** What the page shows before anything is sent: what is wrong or lacking beside its field, who would handle it and by when. Nothing is stored, and nothing is said of any case. */
export interface Preview {
  readonly wrong: readonly FieldProblem[];
  readonly missing: readonly FieldProblem[];
  /** Life is in danger: these come first, and at once. */
  readonly call: readonly Said[];
  readonly who: readonly Place[];
  /** Bodies that nobody can send an order to: the person turns to them. */
  readonly turnTo: readonly Said[];
  readonly by: readonly (Said & { readonly due: string; readonly ground: Said })[];
  /** What the person may have without asking for it. */
  readonly entitled: readonly Said[];
  readonly workBits: number;
}

/** The page's own field for what an order lacks; what is not here the page cannot ask, and the office will. */
const FIELDS: Readonly<Record<string, string>> = {
  'requester.name': 'me.myName', 'requester.phone': 'me.myMobile', 'employer.name': 'bossOrCompany', text: 'story', 'facts.amount': 'owedYuan', 'facts.workers': 'howManyPeople',
  'facts.periodFrom': 'firstUnpaidMonth', 'facts.workRegion': 'place',
};

const CLOCKS_SHOWN = 3;

export function previewOf({ incoming: { order, facts, missing }, wrong }: Pick<Understood, 'incoming' | 'wrong'>, policies: Policies, workBits: number): Preview {
  const gaps = missing.flatMap(({ field, zh, en }) => (FIELDS[field] ? [{ field: FIELDS[field], zh: `请填写：${zh}`, en: `Please fill in: ${en}` }] : []));
  const pack = policies.packToDecide(order.division, dayOf(order.receivedAt));
  if (!pack) return { wrong, missing: gaps, call: [], who: [], turnTo: [], by: [], entitled: [], workBits };
  const demand = demandOf({ ...order, kinds: [...order.kinds], matters: [...order.matters], facts });
  const decided = decide(pack, demand);
  const place = placeOf(decided.handlingRegion ?? order.division);
  const leads = [decided, ...decided.children].flatMap(({ lead }) => (lead === null ? [] : [lead]));
  const ordered = leads.filter((lead) => pack.departments[lead]?.ordered !== false);
  return {
    wrong, missing: gaps, workBits,
    call: decided.handover.map((body) => nameOf(body, pack)),
    who: [...new Set(ordered)].map((body) => ({ department: nameOf(body, pack), division: place })),
    turnTo: [...new Set([...leads.filter((lead) => !ordered.includes(lead)), ...decided.guide])].map((body) => nameOf(body, pack)),
    by: decided.clocks.map((clock) => withDue(clock, pack)).filter((clock) => isTheirs(clock, pack)).sort(bySooner).slice(0, CLOCKS_SHOWN).map((clock) => limitOf(clock, pack)),
    entitled: offersOf(pack, demand, decided, dayOf(order.receivedAt)).map(({ zh, en }) => ({ zh, en })),
  };
}

/** What an office owes the person; the person's own limits, such as that of limitation, the office explains. */
function isTheirs({ id }: Due, pack: Pack): boolean {
  return pack.clocks.get(id)?.duty === 'authority';
}

/** A day that waits for its calendar comes last. */
function bySooner(a: Due, b: Due): number {
  const at = ({ due }: Due): string => (/^\d/.test(due) ? due : '9999');
  return at(a) < at(b) ? -1 : 1;
}

function limitOf({ id, due }: Due, pack: Pack): Preview['by'][number] {
  const { zh, en, source } = pack.clocks.get(id)!;
  return { zh, en, due, ground: groundIn(source, pack.sources) };
}

function nameOf(department: string, pack: Pack): Said {
  const { zh, en } = pack.departments[department] ?? { zh: department, en: department };
  return { zh, en };
}

function placeOf(division: string): string {
  return divisionNamed(division)?.name ?? division;
}
