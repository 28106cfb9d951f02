import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Reply } from '../work-orders.js';
import { replyOf, send, someone, wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const OWN = 'policies/439900/2026-01-01';
const NATION = 'policies/000000/2026-01-01';

interface Difference { caseId: string; changed: object[]; clocks: object[]; flips: { table: string; row: string; change: string; why: object[] }[]; text: { zh: string[]; en: string[] } }
interface Answer { totals: Record<string, unknown> & { departments: { name: string; before: number; after: number }[]; conditions: object[] }; differences: Difference[]; next: string | null }
type Model = { nodes: { name: string; content?: { rules: Record<string, string>[] } }[] };

/** Five orders of three kinds, then the city's pack with one row and one parameter changed: who would have gone elsewhere, and why. */
describe('What if the law had been another', () => {
  let app: App;
  let folder: string;
  const filed: Record<string, string[]> = { housing: [], unknown: [], collective: [] };

  const read = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
  const ask = async (body: object, role = 'policy', division = '439900'): Promise<Reply> => replyOf(await fetch(`${app.url}/v1/audit/what-if`, {
    method: 'POST', headers: { authorization: `Bearer ${await app.token(role, division)}`, 'content-type': 'application/json' }, body: JSON.stringify(body),
  }));
  const answerOf = async (...asked: Parameters<typeof ask>): Promise<Answer> => {
    const reply = await ask(...asked);
    expect([reply.status, reply.text.slice(0, 400)]).toEqual([200, expect.anything()]);
    return reply.json as never;
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const file = async (kind: string, number: string, facts: object, division = '439901') => {
      const order = wageOrders['station']!(number, AT, { ...someone, name: `密${number}`, idNumber: '', phone: `139000${number}` }) as { requester: object; project: object; facts: object };
      const { requester: { idNumber: _, ...requester }, ...rest } = order as { requester: Record<string, unknown> };
      const { json, status } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, { ...rest, division, requester, employer: { name: `试验公司${number}` }, project: null, facts });
      expect([status, json['caseId']]).toEqual([202, expect.any(String)]);
      filed[kind]!.push(json['caseId'] as string);
    };
    const plain = { workers: 1, amount: 18000, periodFrom: '2025-11', periodTo: '2026-01' };
    await file('housing', '20001', { ...plain, sector: 'E47' });
    await file('housing', '20002', { ...plain, sector: 'E50' }, '439902');
    await file('unknown', '20003', plain);
    await file('unknown', '20004', { ...plain, sector: 'H62' });
    await file('collective', '20005', { ...plain, workers: 6, sector: 'H62' });
    await app.settled();
    folder = mkdtempSync(join(tmpdir(), 'anxin-draft-'));
    draft();
  });
  afterAll(async () => {
    await app?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** The city's pack in a folder of its own, with the nation's row for building sites rewritten and collectives beginning at five. */
  function draft(): void {
    cpSync(OWN, folder, { recursive: true });
    rmSync(join(folder, 'examples.json')); // They say what the draft changes.
    const nation = read(join(NATION, 'routing.json')) as Model;
    const wages = nation.nodes.find(({ name }) => name === 'wages') as { content: { rules: Record<string, string>[] } };
    const row = { ...wages.content.rules.find(({ _id }) => _id === 'wages-28')!, 'out-lead': '"mediationOrg"' };
    writeFileSync(join(folder, 'routing.json'), JSON.stringify({ nodes: [{ ...wages, content: { ...wages.content, rules: [row] } }], edges: [] }));
    const pack = read(join(OWN, 'pack.json')) as { parameters: object };
    writeFileSync(join(folder, 'pack.json'), JSON.stringify({ ...pack, version: 'draft-1', from: '2026-04-01', parameters: { ...pack.parameters, collectiveWorkers: 5 } }));
  }

  const files = (): Record<string, object> => Object.fromEntries(['pack', 'routing', 'clocks'].map((name) => [name, read(join(folder, `${name}.json`))]));

  it('says what was, where it is the same law', async () => {
    const { totals, differences, next } = await answerOf({ pack: { division: '439900', version: '2026-01-01' } });
    expect([totals, differences, next]).toEqual([expect.objectContaining({ cases: 5, differing: 0, strayed: 0, beyond: 0, gone: 0, unreadable: 0 }), [], null]);
  });

  it('names exactly the cases that differ, and the condition that flipped', async () => {
    const { totals, differences, next } = await answerOf({ files: files() });
    expect(differences.map(({ caseId }) => caseId).sort()).toEqual([...filed['housing']!, ...filed['collective']!].sort());
    expect(next).toBeNull();
    for (const { caseId, changed, flips, text: words } of differences) {
      if (filed['housing']!.includes(caseId)) {
        expect(changed).toContainEqual({ path: 'lead', before: 'inspectionBody', after: 'mediationOrg' });
        expect(flips[0]).toMatchObject({ table: 'wages', row: 'wages-28', change: 'changed', why: [{ kind: 'result', field: 'lead', before: 'inspectionBody', after: 'mediationOrg' }] });
        expect(words.zh).toContain('主办: inspectionBody → mediationOrg');
      } else {
        expect(changed).toContainEqual({ path: 'flags.collective', before: false, after: true });
        expect(flips[0]!.why).toContainEqual({ kind: 'value', field: 'manyWorkers', before: false, after: true, by: ['parameters.collectiveWorkers'] });
      }
    }
    expect(totals).toMatchObject({ cases: 5, differing: 3, elsewhere: 2, shareElsewhere: 0.4 });
    const load = Object.fromEntries(totals.departments.map(({ name, before, after }) => [name, [before, after]]));
    expect(load['mediationOrg']).toEqual([0, 2]);
    expect(JSON.stringify(differences)).not.toMatch(/密|139000|试验公司/);
  });

  it('goes page by page, each case once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 4; page++) {
      const answer = await answerOf({ files: files(), limit: 1, ...(cursor !== undefined && { cursor }) });
      expect(Object.hasOwn(answer, 'totals')).toBe(page === 0);
      seen.push(...answer.differences.map(({ caseId }) => caseId));
      if (answer.next === null) break;
      cursor = answer.next;
    }
    expect(seen.sort()).toEqual([...filed['housing']!, ...filed['collective']!].sort());
  });

  it('looks at the period and the places that are asked for, and never beyond the caller’s own', async () => {
    const cases = async (...asked: Parameters<typeof ask>) => (await answerOf(...asked)).totals['cases'];
    expect(await cases({ files: files(), division: '439902' })).toBe(1);
    expect(await cases({ files: files(), from: '2026-03-03' })).toBe(0);
    expect(await cases({ files: files(), from: '2026-03-02', to: '2026-03-02' }, 'auditor')).toBe(5);
    expect(await cases({ files: files() }, 'auditor', '439901')).toBe(4);
    expect(await cases({ files: files() }, 'policy', '110000')).toBe(0);
  });

  it('refuses what is no law, by name', async () => {
    const codes = await Promise.all([{}, { files: {} }, { files: { pack: { division: '439900' } } }, { pack: { division: '439900', version: 'none' } }, { files: files(), pack: { division: '439900', version: '2026-01-01' } }, { files: files(), cursor: 'x' }, { files: files(), division: '九九九市' }]
      .map(async (body) => (await ask(body)).json.code));
    expect(codes).toEqual(['WHAT_IF_ONE_LAW', 'WHAT_IF_NO_PACK', 'WHAT_IF_NO_PACK', 'WHAT_IF_NO_SUCH_LAW', 'WHAT_IF_ONE_LAW', 'WHAT_IF_CURSOR_MALFORMED', 'WHAT_IF_UNKNOWN_PLACE']);
    const broken = files() as { routing: { nodes: { content: { rules: Record<string, string>[] } }[] } } & Record<string, object>;
    broken.routing.nodes[0]!.content.rules[0]!['in-sectorGroup'] = 'workers > 3';
    expect((await ask({ files: broken })).json.code).toBe('WHAT_IF_DRAFT_FAILS');
    expect((await ask({ files: files() }, 'officer')).status).toBe(403);
  });

  const runAs = async (token: string, ...words: string[]) => {
    const child = spawn(process.execPath, ['dist/services/routing/packs/cli.js', ...words], { env: { ...process.env, ...app.environment, ANXIN_URL: app.url, ANXIN_TOKEN: token, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]);
    return { status, stdout, stderr };
  };

  it('says the same on the command line', async () => {
    const run = (...words: string[]) => runAs('', ...words);
    const json = await run('simulate', '--pack', folder, '--json');
    expect([json.status, json.stderr]).toEqual([0, expect.stringContaining('439900/draft-1')]);
    const { totals, differences } = JSON.parse(json.stdout) as Answer;
    expect(differences.map(({ caseId }) => caseId).sort()).toEqual([...filed['housing']!, ...filed['collective']!].sort());
    expect(totals).toMatchObject({ cases: 5, differing: 3, elsewhere: 2 });
    const words = await run('simulate', '--pack', folder, '--lang', 'en', '--division', '439902');
    expect(words.stdout).toMatch(/1 cases decided again: 1 differ; 1 go elsewhere \(100\.0 %\)/);
    expect(words.stdout).toContain('wages/wages-28 (W-05) says something else: lead inspectionBody → mediationOrg');
  });

  it('judges a proposal before the second person decides on it', async () => {
    const [first, second] = await Promise.all([app.token('policy', '439900'), app.token('policy', '000000')]);
    const proposed = await runAs(first, 'publish', folder, '--note', '试验：房建改由调解', '--json');
    expect([proposed.status, proposed.stderr, proposed.stdout]).toEqual([0, '', expect.stringContaining('"proposal"')]);
    const { proposal, hash } = JSON.parse(proposed.stdout) as { proposal: string; hash: string };
    const { totals } = await answerOf({ proposal });
    expect(totals).toMatchObject({ cases: 5, differing: 3, elsewhere: 2 });
    const alone = await runAs(first, 'publish', '--proposal', proposal, '--lang', 'en');
    expect([alone.status, alone.stdout]).toEqual([1, '']);
    expect(alone.stderr).toMatch(/^403 FOUR_EYES/);
    expect((await runAs(second, 'publish', '--proposal', proposal, '--hash', hash)).status).toBe(0);
    expect((await answerOf({ pack: { division: '439900', version: 'draft-1' } })).totals).toMatchObject({ cases: 5, differing: 3 });
    const withdrawn = await runAs(second, 'withdraw', '439900/draft-1', '--reason', '试验：发布有误', '--json');
    expect([withdrawn.status, JSON.parse(withdrawn.stdout)]).toEqual([0, expect.objectContaining({ division: '439900', version: 'draft-1', touched: expect.objectContaining({ count: 0 }) as object })]);
    expect((await runAs('', 'list')).status).toBe(2);
  });
});
