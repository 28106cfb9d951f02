import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { decide } from './decide.js';
import { canonical, divisionOf, loadPolicies, packOf, packsOf, policiesOf, sourceAt } from './in-force.js';

const folder = fileURLToPath(new URL('../../policies', import.meta.url));
const policies = loadPolicies(folder);
const nation = sourceAt(join(folder, '000000/2026-01-01'));
const city = sourceAt(join(folder, '439900/2026-01-01'));

describe('The pack in force', () => {
  it.each([['439901', '439900'], ['439901001', '439900'], ['439900', '439900'], ['439800', '000000'], ['120101', '000000'], ['110105', '110000'], ['431225', '430000']])('in %s is that of %s', (division, owner) => {
    expect(policies.packFor(division, '2026-03-02')?.ref.division).toBe(owner);
  });

  it('begins on its first day', () => {
    expect(policies.packFor('439901', '2025-12-31')).toBeUndefined();
    expect(policies.packFor('439901', '2026-01-01')).toBeDefined();
  });

  it('decides what came before its first day, the nation\'s only where the place has none', () => {
    expect(policies.packToDecide('439901', '2025-12-31')?.ref).toEqual(policies.packFor('439901', '2026-01-01')?.ref);
    expect(policies.packToDecide('120101', '2025-12-31')?.ref.division).toBe('000000');
    expect(policies.packToDecide('439901', '2026-03-02')?.ref).toEqual(policies.packFor('439901', '2026-03-02')?.ref);
  });

  it('ends before its last day, and the newer of two prevails', () => {
    const old = packOf({ ...city, head: { ...city.head, to: '2026-06-01' } }, [nation]);
    const newer = packOf({ ...city, head: { ...city.head, version: '2026-05-01', from: '2026-05-01' } }, [nation]);
    const both = policiesOf([old, newer]);
    expect(both.packFor('439901', '2026-04-30')?.ref.version).toBe('2026-01-01');
    expect(both.packFor('439901', '2026-05-01')?.ref.version).toBe('2026-05-01');
    expect(policiesOf([old]).packFor('439901', '2026-06-01')).toBeUndefined();
  });

  it('takes from its parent what it does not say itself', () => {
    const { parameters, tables, clocks } = policies.packNamed('439900', '2026-01-01')!;
    expect(parameters).toMatchObject({ minWageMonth: 2000, crimeSingle: { amount: 10000, months: 3 }, sectorGroups: { E47: 'housing' } });
    expect(tables.table('wages').rules.length).toBeGreaterThan(30);
    expect(clocks.has('ARB-AWARD')).toBe(true);
  });

  it('follows a new version of its parent from its first day, as an edition of its own', () => {
    const next = { ...nation, head: { ...nation.head, version: '2027-01-01', from: '2027-01-01', parameters: { ...nation.head.parameters, collectiveWorkers: 12, speedyFilingWorkingDays: 2 } } };
    const law = policiesOf(packsOf([nation, city, next]));
    const [before, after] = [law.packFor('439901', '2026-12-31')!, law.packFor('439901', '2027-01-01')!];
    expect([before.ref.version, after.ref.version]).toEqual(['2026-01-01', '2026-01-01+000000.2027-01-01']);
    expect([before.ref.hash, after.ref.hash === before.ref.hash]).toEqual([policies.packNamed('439900', '2026-01-01')!.ref.hash, false]);
    // What the city sets itself stays as it set it.
    expect([after.parameters.collectiveWorkers, after.parameters.smallAmount]).toEqual([10, 6000]);
    expect(law.packNamed('439900', after.ref.version)).toBe(after);
    expect(policiesOf([before], [], [after]).packFor('439901', '2027-01-01')).toBe(before);
    expect(policiesOf([before], [], [after]).packNamed('439900', after.ref.version)).toBe(after);
  });

  it('has a hash that any change of content changes, and the order of its keys does not', () => {
    const hash = packOf(city, [nation]).ref.hash;
    expect(packOf(city, [nation]).ref.hash).toBe(hash);
    const changed = { ...city, head: { ...city.head, parameters: { ...city.head.parameters, smallAmount: 6001 } } };
    expect(packOf(changed, [nation]).ref.hash).not.toBe(hash);
    expect(canonical({ b: 1, a: [{ d: 2, c: 3 }] })).toBe('{"a":[{"c":3,"d":2}],"b":1}');
  });

  it('refuses a parameter that no region can set', () => {
    expect(() => packOf({ ...city, head: { ...city.head, parameters: { smalAmount: 1 } } }, [nation])).toThrow(/smalAmount/);
  });

  it('knows divisions by name, alias and code', () => {
    expect(['测试区', 'A', '439901', '邻区', '测试街道', '丙县'].map((each) => divisionOf(each))).toEqual(['439901', '439901', '439901', '439902', '439901001', '439701']);
    expect(divisionOf('乌有县')).toBeUndefined();
  });
});

describe('A decision', () => {
  it('carries no personal fact and says by what it was made', async () => {
    const pack = policies.packFor('439901', '2026-03-02')!;
    const facts = { amount: 700_000, requesterName: '测试甲', phone: '139****0001', idNumber: '430000199003070014', employerName: '甲公司' };
    const decision = decide(pack, { receivedAt: '2026-03-02T10:00:00+08:00', division: '439901', origin: '12345', category: 'D01', facts });
    expect(decision.inputs).toEqual({ amount: 700_000 });
    expect(JSON.stringify(decision)).not.toMatch(/测试甲|0001|430000|甲公司/);
    expect(decision.pack).toEqual(pack.ref);
    expect(decision.rows).toContainEqual({ table: 'wages', rule: 'W-01', source: 'LDMA 9; LSR 11(六); LSR 26', confidence: 'A' });
    expect(decision.reason.zh).toContain('劳动保障监察机构');
  });
});
