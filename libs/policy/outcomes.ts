import { z } from 'zod';
import { unknownSources } from './citation.js';
import type { Pack } from './pack.js';

/** What the desks can know of a case, as the conditions of a conclusion name it. */
export const outcomeFacts = {
  moneyStated: { zh: '已登记应付款项', en: 'what is owed was stated' },
  nothingUnpaid: { zh: '没有未付工资', en: 'no wages are unpaid' },
  nothingUnclaimed: { zh: '没有待领取的代管工资', en: 'no wages wait to be claimed' },
  wagesHeld: { zh: '工资已由代管单位保管', en: 'wages are kept for a worker who cannot be found' },
  everyWorkerSettled: { zh: '每名劳动者均已有结果', en: 'every worker of the case has an outcome' },
  agreementReached: { zh: '已达成调解协议', en: 'an agreement was reached' },
  settledAndWithdrawn: { zh: '和解后撤回申请', en: 'the application was withdrawn after a settlement' },
  claimWithdrawn: { zh: '诉求或申请已撤回', en: 'the claim or application was withdrawn' },
  awardInEffect: { zh: '裁决或仲裁调解书已生效', en: 'an award or instrument is in effect' },
  refusedInWriting: { zh: '已书面不予受理', en: 'it was refused in writing' },
  routeAdvised: { zh: '已告知法定途径', en: 'the legal route was told' },
  policeFiled: { zh: '公安机关已立案', en: 'the police have filed the case' },
  foundUntrue: { zh: '核查、调查或裁决认定不属实', en: 'verification, investigation or award found it untrue' },
  replyGiven: { zh: '已答复诉求人', en: 'the person was given a reply' },
} as const;
export type OutcomeFact = keyof typeof outcomeFacts;
export type OutcomeFacts = Readonly<Record<OutcomeFact, boolean>>;

/** All of these, each met by any fact of its list. */
const needs = z.array(z.array(z.enum(Object.keys(outcomeFacts) as [OutcomeFact, ...OutcomeFact[]])).min(1));
const grounds = { zh: z.string().min(1), en: z.string().min(1), source: z.string().min(1), confidence: z.enum(['A', 'B', 'C', 'P']) };

const outcomes = z.strictObject({
  /** `needsForMoney`: of an order about money besides. */
  conclusions: z.array(z.strictObject({ id: z.string(), ...grounds, needs, needsForMoney: needs.optional() })),
  /** What may be done where money did not come, by the ground on which it was owed. `sectors`: how the industry code begins; missing: any. */
  remedies: z.array(z.strictObject({ id: z.string(), ...grounds, step: z.string(), basis: z.array(z.string()).min(1), sectors: z.array(z.string()).min(1).optional() })),
});
type Outcomes = z.infer<typeof outcomes>;
export type Conclusion = Outcomes['conclusions'][number];
export type Remedy = Outcomes['remedies'][number];

type Files = Pick<Pack, 'files'>;
const read = new WeakMap<object, Outcomes>();

/** How cases may end and what follows a default, as the pack says; nothing in a pack that is silent. */
export function outcomesOf({ files }: Files): Outcomes {
  const file = files['outcomes'];
  if (file === undefined) return { conclusions: [], remedies: [] };
  const known = read.get(file as object) ?? outcomes.parse(file);
  read.set(file as object, known);
  return known;
}

/** What a conclusion still lacks: of each condition that no fact meets, the facts of which one is needed. */
export function lackingFor(conclusion: Conclusion, money: boolean, facts: OutcomeFacts): readonly (readonly OutcomeFact[])[] {
  return [...conclusion.needs, ...(money ? conclusion.needsForMoney ?? [] : [])].filter((any) => !any.some((fact) => facts[fact]));
}

/** The steps open where money on these grounds did not come. */
export function remediesFor(pack: Files, bases: readonly string[], sector: unknown): readonly Remedy[] {
  const inSector = ({ sectors }: Remedy): boolean => sectors === undefined || (typeof sector === 'string' && sectors.some((prefix) => sector.startsWith(prefix)));
  return outcomesOf(pack).remedies.filter((remedy) => remedy.basis.some((basis) => bases.includes(basis)) && inSector(remedy));
}

/** Rows that rest on a source that nobody listed. */
export function wrongOutcomes(pack: Pick<Pack, 'files' | 'sources'>): readonly { readonly row: string; readonly part: string }[] {
  const { conclusions, remedies } = outcomesOf(pack);
  return [...conclusions, ...remedies].flatMap(({ id, source }) => unknownSources(source, pack.sources).map((part) => ({ row: id, part })));
}
