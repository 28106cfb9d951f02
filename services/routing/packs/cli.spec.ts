import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './cli-check.js';
import type { Voice } from './cli-packs.js';
import { Misused, packNamed, sourceNamed, voiceOf } from './cli-packs.js';
import { Progress } from './cli-progress.js';
import { test } from './cli-test.js';

type Rules = { nodes: { name: string; content?: { rules: Record<string, string>[] } }[] };

/** The nation's pack alone, in a folder of packs of its own, to be spoiled. */
describe('The rule owner’s command line', () => {
  let folder: string;
  let said: string[];
  let given: unknown;
  const voice: Voice = { json: false, language: 'en', say: (line) => said.push(line), give: (document) => { given = document; } };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anxin-packs-'));
    mkdirSync(join(folder, '000000'));
    cpSync('policies/000000/2026-01-01', join(folder, '000000', '2026-01-01'), { recursive: true });
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const spoil = (file: string, change: (json: any) => void): void => {
    const path = join(folder, '000000', '2026-01-01', file);
    const json = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    change(json);
    writeFileSync(path, JSON.stringify(json));
  };
  const wages = (model: Rules) => model.nodes.find(({ name }) => name === 'wages')!.content!.rules;

  it('finds a sound pack sound', () => {
    expect(check(folder, folder, false, voice)).toBe(0);
    expect(said.at(-1)).toMatch(/^1 packs, 0 errors, /);
  });

  it('names the row that cites no source, the row that is never reached, and the gap', () => {
    spoil('routing.json', (model: Rules) => {
      wages(model).find((row) => row['_id'] === 'wages-28')!['out-source'] = '';
      const { rules } = model.nodes.find(({ name }) => name === 'region')!.content!;
      rules.splice(0, 0, { ...rules[0]!, '_id': 'region-all', 'in-lead': '' });
    });
    expect(check(folder, folder, false, voice)).toBe(1);
    expect(said.join('\n')).toMatch(/error wages\/wages-28 source: /);
    expect(said.join('\n')).toMatch(/error region\/region-01 .*region-all/);
    expect(given).toMatchObject([{ pack: '000000/2026-01-01', problems: expect.arrayContaining([expect.objectContaining({ level: 'error', table: 'wages', row: 'wages-28' })]) as object }]);
  });

  it('says of a file that is no pack where it is wrong, and goes on with the others', () => {
    mkdirSync(join(folder, '110000', 'x'), { recursive: true });
    writeFileSync(join(folder, '110000', 'x', 'pack.json'), '{"division": 1');
    expect(check(folder, folder, false, voice)).toBe(1);
    expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/^000000\/2026-01-01: sound/), expect.stringMatching(/^ {2}error pack: cannot be read/)]));
  });

  it('prints what was expected and found, and fails where they differ', () => {
    const example = { id: 'T1', title: 'a wage claim', receivedAt: '2026-03-02T10:15:00+08:00', origin: '12345', category: 'D01', division: '439901', facts: { amount: 18000 }, expect: { mode: 'dispatch', lead: 'basicCourt' } };
    writeFileSync(join(folder, '000000', '2026-01-01', 'examples.json'), JSON.stringify([example]));
    expect(test(folder, '000000/2026-01-01', voice)).toBe(1);
    expect(said).toEqual(expect.arrayContaining(['  ✗ T1 a wage claim', '      expected mode=dispatch lead=basicCourt', '      found    mode=dispatch lead=inspectionBody', '      ! lead: expected basicCourt, found inspectionBody']));
    expect(said.filter((line) => line.startsWith('  ✓ b.1-'))).toHaveLength(14);
    expect(said.at(-1)).toBe('15 examples, 1 failed');
  });

  it('takes a pack by its name or its folder, and says what it did not find', () => {
    expect(packNamed('000000/2026-01-01', folder).ref).toEqual(packNamed(join(folder, '000000', '2026-01-01'), '/nowhere').ref);
    expect(() => sourceNamed('000000/none', folder)).toThrow(Misused);
    expect(() => check('/nowhere', folder, false, voice)).toThrow(/no such folder/);
    expect(() => test(folder, '110000/x', voice)).toThrow(/no such pack/);
    expect(() => voiceOf({ lang: 'fr' })).toThrow(/--lang must be zh or en/);
  });

  it('tells a log of its progress each tenth, and a terminal by one line that it redraws', () => {
    const heard = (isTTY: boolean): string => {
      let text = '';
      const progress = new Progress('what', 1000, { isTTY, write: (part: string) => { text += part; return true; } } as never);
      for (let done = 0; done <= 1000; done += 10) progress.at(done);
      progress.end();
      return text;
    };
    expect(heard(false).trim().split('\n').map((line) => line.replace(/ \(.*/, ''))).toEqual(Array.from({ length: 10 }, (_, i) => `what ${(i + 1) * 10} %`));
    expect(heard(true)).toMatch(/\rwhat \[#{40}\] 100 % [\d.]+ s\r\x1b\[K$/);
    expect(heard(true)).not.toContain('\n');
  });
});
