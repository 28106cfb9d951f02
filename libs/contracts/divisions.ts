import { readFileSync } from 'node:fs';

export interface Division {
  /** 6 digits; 9 for a township. */
  readonly code: string;
  readonly name: string;
  /** Names from the province, or the sample city, down to this division. */
  readonly path: readonly string[];
}

interface Table {
  /** Where the table comes from and how far it reaches. */
  readonly source: string;
  /** The day whose state it shows: divisions are founded, split and abolished. */
  readonly asOf: string;
  readonly divisions: Readonly<Record<string, string>>;
  /** The region of demo, tests and sample cases, which does not exist: its codes were never issued. */
  readonly sample: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, string>>;
}

export const divisionTable = JSON.parse(readFileSync(new URL('./divisions.json', import.meta.url), 'utf8')) as Table;

/** Entries that only hold a place in the numbering; nobody's address says them. */
const placeholder = /^(市辖区|县|.+直辖县级行政区划)$/;

/**
 * The division of a code, or of a name that fits one division only: `测试区`, `长沙市`, `北京市朝阳区`. The bare name of a
 * county is not accepted outside the sample region, since another prefecture may have a county of that name (朝阳区).
 */
export const divisionNamed = divisionsOf(divisionTable);

/** A place in full, from the province down, as an address says it; a code that nothing is known of stays a code. */
export function placeOf(code: string): string {
  return divisionNamed(code)?.path.join('') ?? code;
}

/** True where a division lies in another or is the same one; `000000` is the nation. Of the codes alone, so that abolished ones still fit. */
export function isInside(code: string, parentCode: string): boolean {
  return code.startsWith(parentCode.length === 6 ? parentCode.replace(/(00){1,3}$/, '') : parentCode);
}

/** The look-up of one table. */
export function divisionsOf(table: Table): (nameOrCode: string) => Division | undefined {
  const byCode = new Map<string, Division>();
  const byName = new Map<string, Division | undefined>(); // undefined: the name fits several.
  for (const part of [table.divisions, table.sample]) {
    for (const [code, name] of Object.entries(part)) {
      const division = { code, name, path: pathOf(code, part) };
      byCode.set(code, division);
      for (const each of namesOf(division, part === table.sample)) byName.set(each, byName.has(each) ? undefined : division);
    }
  }
  for (const [alias, code] of Object.entries(table.aliases)) byName.set(alias, byCode.get(code));
  const unlisted = unlistedOf(table, byCode);
  return (nameOrCode) => byCode.get(nameOrCode.trim()) ?? byName.get(nameOrCode.trim()) ?? unlisted(nameOrCode.trim());
}

/** A county or township of a place whose own ones the table does not list: taken by its code, named after what it lies in. Nobody is turned away because a list is short. */
function unlistedOf({ divisions }: Table, byCode: ReadonlyMap<string, Division>): (code: string) => Division | undefined {
  const withCounties = new Set(Object.keys(divisions).filter((code) => !code.endsWith('00')).map((code) => code.slice(0, 4)));
  return (code) => {
    const above = /^\d{4}(?!00)\d{5}$/.test(code) ? code.slice(0, 6) : /^\d{4}(?!00)\d{2}$/.test(code) && !withCounties.has(code.slice(0, 4)) ? `${code.slice(0, 4)}00` : undefined;
    const parent = above !== undefined && Object.hasOwn(divisions, above) ? byCode.get(above) : undefined;
    return parent && { code, name: `${parent.name}（${code}）`, path: [...parent.path, code] };
  };
}

function pathOf(code: string, names: Readonly<Record<string, string>>): string[] {
  const above = new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6), code.slice(0, 9)]);
  const steps = [...above].filter((each) => each !== code && each.length <= code.length && !placeholder.test(names[each] ?? '市辖区'));
  return [...steps, code].map((step) => names[step]!);
}

/** `湖南省长沙市` and `长沙市`; of a county only with what it belongs to. */
function namesOf({ code, name, path }: Division, isSample: boolean): string[] {
  if (placeholder.test(name)) return [];
  const all = path.map((_, i) => path.slice(i).join(''));
  return isSample || code.endsWith('00') ? all : all.filter((each) => each !== name);
}
