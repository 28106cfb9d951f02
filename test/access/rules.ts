import { readFileSync } from 'node:fs';
import { roleNames } from '#libs/security/roles.js';

export type Border = 'open' | 'signed' | 'case' | 'thing' | 'shared' | 'unit' | 'rows' | 'own' | 'named' | 'law' | 'system' | 'log';

/** A row of docs/access.md: who may use a route, and what lies outside. */
export interface Rule {
  readonly route: string;
  readonly roles: readonly string[];
  readonly border: Border;
}

const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'];
const BORDERS = ['open', 'signed', 'case', 'thing', 'shared', 'unit', 'rows', 'own', 'named', 'law', 'system', 'log'];

/** The table that people read is the one that is tested: by route as the document names it (`GET /v1/cases/{caseId}`). */
export function rulesOf(page = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8')): ReadonlyMap<string, Rule> {
  const rows = page.split('\n').filter((line) => /^\| [^-]/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  const sets = new Map<string, readonly string[]>(roleNames.map((role) => [role, [role]]));
  const rolesIn = (cell: string): readonly string[] => cell.split(', ').flatMap((name) => sets.get(name) ?? raise(`No role and no set of docs/access.md: ${name}`));
  const rules = new Map<string, Rule>();
  const add = (route: string, roles: readonly string[], border: string): void => {
    if (!BORDERS.includes(border) || rules.has(route)) raise(`Twice in docs/access.md, or without a border: ${route}`);
    rules.set(route, { route, roles, border: border as Border });
  };
  for (const [first = '', second = '', third = ''] of rows) {
    if (third === '' && /^(handlers|holders|staff|desks|everyone)$/.test(first)) sets.set(first, rolesIn(second));
    const route = /^`((?:GET|POST) \/\S+)`$/.exec(first)?.[1];
    if (route) for (const each of routesOf(route)) add(each, second === 'everybody' ? [] : rolesIn(second), third);
    if (SERVICES.includes(first)) for (const [, command] of third.matchAll(/`([a-z-]+)`/g)) add(`POST /v1/${first}/cases/{caseId}/commands/${command}`, rolesIn(second), 'case');
  }
  return rules;
}

function routesOf(route: string): readonly string[] {
  if (route.includes('{service}')) return SERVICES.map((service) => route.replace('{service}', service));
  return route.includes('{desk}') ? SERVICES.filter((service) => service !== 'audit').map((service) => route.replace('{desk}', service)) : [route];
}

function raise(what: string): never {
  throw new Error(what);
}
