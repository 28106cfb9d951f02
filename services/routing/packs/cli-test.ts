import { readFileSync } from 'node:fs';
import type { Period } from '#libs/policy/due.js';
import { dueOf } from '#libs/policy/due.js';
import { packsOf } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import type { Compared } from '#libs/policy/try-examples.js';
import { coverageOf, tryExample } from '#libs/policy/try-examples.js';
import type { Exit, Voice } from './cli-packs.js';
import { Misused, sourcesOf } from './cli-packs.js';

/** One example: what was expected and what was found, field by field. */
interface Tested {
  /** `439900/2026-01-01`, or `calendar` for the counting examples. */
  readonly of: string;
  readonly id: string;
  readonly title: string;
  readonly compared: readonly Compared[];
}

/** A row that no example meets, or that none misses by one condition alone. */
interface Uncovered {
  readonly table: string;
  readonly row: string;
  readonly lacks: readonly ('hit' | 'nearMiss')[];
}

/** Every example of every pack, the counting examples, and which rows no example tries. 1 where an example fails, or a row of all the packs is not tried. */
export function test(folder: string, wanted: string | undefined, voice: Voice): Exit {
  const packs = packsOf(sourcesOf(folder)).filter(({ ref }) => (wanted === undefined ? !ref.version.includes('+') : `${ref.division}/${ref.version}` === wanted)); // An edition has the examples of its pack.
  if (packs.length === 0) throw new Misused(`没有这个规则包：${wanted}`, `no such pack: ${wanted}`);
  const tested = [...packs.flatMap(testedExamples), ...testedCounting(packs)];
  const failed = tested.filter(fails);
  const { rows, uncovered } = wanted === undefined ? coverage(packs) : { rows: 0, uncovered: [] }; // One pack's examples leave its parent's rows to the parent.
  const zh = voice.language === 'zh';
  let of = '';
  for (const each of tested) {
    if (each.of !== of) voice.say(of = each.of);
    sayTested(each, voice);
  }
  for (const { table, row, lacks } of uncovered) voice.say(`${zh ? '未覆盖' : 'not covered'} ${table}/${row}: ${lacks.map((lack) => (lack === 'hit' ? (zh ? '无样例命中' : 'no hit') : zh ? '无样例仅差一项' : 'no near miss')).join(zh ? '，' : ', ')}`);
  voice.give({ examples: tested.length, failed: failed.length, rows, uncovered, tested });
  voice.say(zh ? `${tested.length} 例，${failed.length} 例不符` : `${tested.length} examples, ${failed.length} failed`);
  if (rows > 0) voice.say(zh ? `${rows} 行，${uncovered.length} 行未覆盖` : `${rows} rows, ${uncovered.length} not covered`);
  return failed.length > 0 || uncovered.length > 0 ? 1 : 0;
}

function sayTested({ id, title, compared }: Tested, voice: Voice): void {
  const zh = voice.language === 'zh';
  const isSound = compared.every(({ agrees }) => agrees);
  const all = (side: 'expected' | 'found'): string => compared.map((each) => `${each.field}=${each[side]}`).join(' ');
  voice.say(`  ${isSound ? '✓' : '✗'} ${id}${title ? ` ${title}` : ''}`);
  voice.say(`      ${zh ? '应为' : 'expected'} ${all('expected')}`);
  voice.say(`      ${zh ? '实为' : 'found   '} ${all('found')}`);
  for (const { field, expected, found, agrees } of compared) if (!agrees) voice.say(`      ! ${field}: ${zh ? '应为' : 'expected'} ${expected}, ${zh ? '实为' : 'found'} ${found}`);
}

function fails({ compared }: Tested): boolean {
  return compared.some(({ agrees }) => !agrees);
}

function testedExamples(pack: Pack): readonly Tested[] {
  return pack.examples.map((example): Tested => ({
    of: `${pack.ref.division}/${pack.ref.version}`, id: example.id, title: typeof example['title'] === 'string' ? example['title'] : '', compared: tryExample(pack, example),
  }));
}

interface Counting { readonly id: string; readonly startedAt: string; readonly rule: Period & { readonly extension?: number }; readonly due: string }

/** How days are counted (domain law b.1), by the nation's calendar: the same for every pack, so tested once. */
function testedCounting(packs: readonly Pack[]): readonly Tested[] {
  const { calendar } = packs.find(({ ref }) => ref.division === '000000') ?? packs[0]!;
  const examples = JSON.parse(readFileSync(new URL('./counting.json', import.meta.url), 'utf8')) as readonly Counting[];
  return examples.map(({ id, startedAt, rule, due }): Tested => {
    const found = dueOf(rule, startedAt, calendar).due;
    const { n, unit, extension, suspended } = rule;
    const more = `${extension === undefined ? '' : ` +${extension}`}${(suspended ?? []).map(({ from, to }) => ` −${from}…${to}`).join('')}`;
    return { of: 'calendar', id, title: `${startedAt} + ${n} ${unit}${more}`, compared: [{ field: 'due', expected: due, found, agrees: found === due }] };
  });
}

/** A row that a child takes from its parent is tried by the examples of either. */
function coverage(packs: readonly Pack[]): { readonly rows: number; readonly uncovered: readonly Uncovered[] } {
  const rows = new Map<string, { readonly table: string; readonly row: string; hit: boolean; nearMiss: boolean }>();
  for (const pack of packs) {
    for (const { table, row, hits, nearMisses, asksNothing } of coverageOf(pack, pack.examples)) {
      const known = rows.get(`${table} ${row}`) ?? { table, row, hit: false, nearMiss: asksNothing };
      known.hit ||= hits.length > 0;
      known.nearMiss ||= nearMisses.length > 0;
      rows.set(`${table} ${row}`, known);
    }
  }
  const uncovered = [...rows.values()].flatMap(({ table, row, hit, nearMiss }): Uncovered[] => (hit && nearMiss ? [] : [{ table, row, lacks: [...(hit ? [] : ['hit' as const]), ...(nearMiss ? [] : ['nearMiss' as const])] }]));
  return { rows: rows.size, uncovered };
}
