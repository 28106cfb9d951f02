const NATION = '000000';

/** The division next above one: 439901001 lies in 439901, that in 439900, that in 430000, that in the nation. By the codes alone, so that abolished ones still have theirs. */
export function parentOf(division: string): string {
  if (division.length > 9) return division.slice(0, 9);
  if (division.length > 6) return division.slice(0, 6);
  if (!division.endsWith('00')) return `${division.slice(0, 4)}00`;
  return division.endsWith('0000') ? NATION : `${division.slice(0, 2)}0000`;
}

/** The nearest division that stands above each of these: who decides between their bodies. The nation decides between its own. */
export function superiorOf(divisions: readonly string[]): string {
  const [first = [], ...others] = divisions.map(above);
  return first.find((each) => others.every((chain) => chain.includes(each))) ?? NATION;
}

function above(division: string): string[] {
  const chain: string[] = [];
  for (let at = division; at !== NATION;) chain.push((at = parentOf(at)));
  return chain;
}
