import { divisionTable } from '#libs/contracts/divisions.js';

export interface ListedPlace {
  readonly code: string;
  readonly name: string;
  readonly inside: readonly Omit<ListedPlace, 'inside'>[];
}

/** Entries of the numbering that are nobody's address. */
const PLACEHOLDER = /^(市辖区|县|.+直辖县级行政区划)$/;

/** What a worker may choose as the place of work: a province, and in it the prefectures, or the districts of a municipality; of the sample region its districts. */
export const places: readonly ListedPlace[] = [...listed(divisionTable.divisions, (code) => code.endsWith('0000'), 2), ...listed(divisionTable.sample, (code) => code.length === 6 && code.endsWith('00'), 4)];

function listed(names: Readonly<Record<string, string>>, isTop: (code: string) => boolean, digits: number): readonly ListedPlace[] {
  const entries = Object.entries(names).filter(([code, name]) => code.length === 6 && !PLACEHOLDER.test(name));
  return entries.filter(([code]) => isTop(code)).map(([code, name]) => ({
    code, name, inside: entries.filter(([other]) => other !== code && other.startsWith(code.slice(0, digits))).map(([inner, within]) => ({ code: inner, name: within })),
  }));
}
