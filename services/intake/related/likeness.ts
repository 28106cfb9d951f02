/** What two claims have in common, and what that means: pure, so that a test can say it case by case. */
export const likenesses = {
  idNumber: ['身份证号相同', 'the same identity number'],
  phone: ['电话相同', 'the same phone'],
  name: ['姓名相同', 'the same name'],
  employerCode: ['用人单位统一社会信用代码相同', 'the same employer by its credit code'],
  employer: ['用人单位名称相同', 'the same employer by its name'],
  project: ['项目相同', 'the same project'],
  generalContractor: ['施工总承包单位相同', 'the same general contractor'],
  period: ['欠薪期间重叠', 'the periods owed overlap'],
  amount: ['金额相同', 'the same amount'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;
export type Likeness = keyof typeof likenesses;

export interface Claimed {
  readonly amount: number | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
}

/** All that two claims share, by the signs that a look-up found and by what they say themselves. */
export function likenessesOf(found: readonly string[], one: Claimed, other: Claimed): readonly Likeness[] {
  const shared = new Set(found);
  if (overlap(one, other) === true) shared.add('period');
  if (one.amount !== null && one.amount === other.amount) shared.add('amount');
  return (Object.keys(likenesses) as Likeness[]).filter((each) => shared.has(each));
}

/**
 * `duplicate`: one person's one complaint, told twice in a way that the keys of sameness did not see (another spelling, another number, no number).
 * A name alone is no likeness: thousands share it. Nor are an equal period or amount.
 */
export function kinshipOf(shared: readonly Likeness[], one: Claimed, other: Claimed): 'duplicate' | 'related' | null {
  const has = (...any: readonly Likeness[]): boolean => any.some((each) => shared.includes(each));
  const person = has('idNumber', 'phone', 'name');
  const unit = has('employerCode', 'employer');
  if (person && unit && overlap(one, other) !== false) return 'duplicate';
  if (has('idNumber') && has('period') && has('amount')) return 'duplicate';
  return has('idNumber', 'phone', 'employerCode', 'employer', 'project', 'generalContractor') ? 'related' : null;
}

/** undefined where one of them does not say. Months as text compare as they follow each other. */
function overlap(one: Claimed, other: Claimed): boolean | undefined {
  const [a, b] = [monthsOf(one), monthsOf(other)];
  return a && b ? a.from <= b.to && b.from <= a.to : undefined;
}

function monthsOf({ periodFrom, periodTo }: Claimed): { from: string; to: string } | undefined {
  const from = periodFrom ?? periodTo;
  const to = periodTo ?? periodFrom;
  return from === null || to === null ? undefined : { from, to };
}
