import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleNames } from '#libs/security/roles.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { send, wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const SNAPSHOT = join(import.meta.dirname, 'fields.json');
const person = { name: '龘字段', phone: '13900007701', idNumber: '439901199003070018', bankCard: '6220000000000000016', address: '龘测试街道一号', text: '龘字段三个月没有拿到工资' };

/** What each route shows is written down, role by role: a field that is new, and personal, does not slip in. `WRITE_FIELDS=1` writes the snapshot anew, to be read before it is committed. */
const ROUTES: Readonly<Record<string, string>> = {
  'the page of a case': '/v1/cases/{caseId}', 'its history': '/v1/cases/{caseId}/history', 'its steps': '/v1/cases/{caseId}/actions', 'the list of cases': '/v1/cases', 'the desk': '/v1/routing/desk',
  clocks: '/v1/supervision/clocks', breaches: '/v1/supervision/breaches', statistics: '/v1/supervision/statistics', 'what is due to be erased': '/v1/intake/erasures', 'the way of a case': '/v1/track/{trackingCode}',
};
/** Under these lie tables by id, not fields. */
const TABLES = /^(clocks|owed|paid|facts|flags|ladder|inputs|data|meta|properties|links|terms|parameters)$/;

describe('The fields of what is answered', () => {
  let app: App;
  let ids: { caseId: string; trackingCode: string };
  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const { json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, wageOrders['station']!('F-1', AT, person));
    ids = { caseId: String(json['caseId']), trackingCode: String(json['trackingCode']) };
    await app.settled();
  });
  afterAll(() => app?.stop());

  it('are those of the snapshot, for every role', async () => {
    const found: Record<string, Record<string, readonly string[] | number>> = {};
    for (const [name, path] of Object.entries(ROUTES)) {
      const shown: Record<string, readonly string[] | number> = {};
      for (const role of roleNames) {
        const response = await fetch(app.url + path.replace('{caseId}', ids.caseId).replace('{trackingCode}', ids.trackingCode), { headers: { authorization: `Bearer ${await app.token(role)}` } });
        const text = await response.text();
        expect([name, role, ...Object.values(person).filter((value) => text.includes(value))]).toEqual([name, role]); // Whoever it is, nothing in the clear.
        shown[role] = response.ok ? fieldsOf(JSON.parse(text)) : response.status;
      }
      found[name] = grouped(shown);
    }
    if (process.env['WRITE_FIELDS']) (await import('node:fs')).writeFileSync(SNAPSHOT, `${JSON.stringify(found, null, 1)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
  });
});

/** Every path to a value, sorted: `orders[].department`. */
function fieldsOf(value: unknown): readonly string[] {
  return [...new Set(pathsIn(value, ''))].sort();
}

function* pathsIn(value: unknown, path: string): Iterable<string> {
  if (Array.isArray(value)) for (const each of value) yield* pathsIn(each, `${path}[]`);
  else if (typeof value === 'object' && value !== null && !TABLES.test(path.split('.').at(-1)!)) for (const [key, each] of Object.entries(value)) yield* pathsIn(each, path === '' ? key : `${path}.${key}`);
  else yield path;
}

/** Roles that are shown the same stand together. */
function grouped(shown: Readonly<Record<string, readonly string[] | number>>): Record<string, readonly string[] | number> {
  const groups = new Map<string, string[]>();
  for (const [role, fields] of Object.entries(shown)) groups.set(JSON.stringify(fields), [...(groups.get(JSON.stringify(fields)) ?? []), role]);
  return Object.fromEntries([...groups].map(([fields, roles]) => [roles.join(' '), JSON.parse(fields) as readonly string[] | number]));
}
