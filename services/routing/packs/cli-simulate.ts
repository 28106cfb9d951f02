import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { divisionNamed, isInside } from '#libs/contracts/divisions.js';
import { isDay } from '#libs/contracts/time.js';
import { openLog } from '#libs/event-store/log.js';
import { head } from '#libs/event-store/read.js';
import type { PackSource } from '#libs/policy/in-force.js';
import { lawsUnderIn } from '#libs/policy/what-if/law-under.js';
import type { Difference } from '#libs/policy/what-if/what-if.js';
import { differenceLines, totalLines } from '#libs/policy/what-if/what-if-lines.js';
import { Law } from '#libs/runtime/law.js';
import { decideAgain } from '#libs/runtime/past-cases.js';
import { SESSION } from '#libs/runtime/product.js';
import { Progress } from './cli-progress.js';
import type { Exit, Voice } from './cli-packs.js';
import { Misused, sourceNamed } from './cli-packs.js';

export interface Simulation {
  readonly pack: string;
  /** The folder of packs that the release brings. */
  readonly policies: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly division?: string | undefined;
  /** So many differences are printed; the totals count all. */
  readonly limit: number;
}

/** Past cases of the log in DATABASE_URL, or of the demo that runs here, decided again under another pack. Reads only. */
export async function simulate({ pack, policies, from, to, division, limit }: Simulation, voice: Voice): Promise<Exit> {
  for (const [name, day] of [['--from', from], ['--to', to]] as const) if (day !== undefined && !isDay(day)) throw new Misused(`${name} 应为日期，如 2026-03-02`, `${name} must be a day such as 2026-03-02`);
  const place = division === undefined ? '000000' : division === '000000' ? division : divisionNamed(division)?.code;
  if (place === undefined) throw new Misused(`没有这个行政区划：${division}`, `no such division: ${division}`);
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 2, ...SESSION, query_timeout: 120_000 });
  try {
    const { book } = await Law.open(pool, (await openLog(pool)).bornAs, policies);
    const draft = draftNamed(pack, policies, book.written.map(({ source }) => source));
    const until = await head(pool);
    const progress = new Progress(`${draft.head.division}/${draft.head.version}`, Number(until));
    const differences: Difference[] = [];
    const totals = await decideAgain({
      pool, lawsFor: lawsUnderIn(draft, book), until, wanted: { from, to, inside: (code) => isInside(code, place) },
      onPage: (position) => progress.at(Number(position)),
      onDifference: (difference) => { if (differences.length < limit) differences.push(difference); },
    }).finally(() => progress.end());
    for (const each of differences) sayDifference(each, voice);
    if (totals.differing > differences.length) voice.say(voice.language === 'zh' ? `… 另有 ${totals.differing - differences.length} 件（--limit）` : `… and ${totals.differing - differences.length} more (--limit)`);
    for (const line of totalLines(totals, voice.language)) voice.say(line);
    voice.give({ draft: { division: draft.head.division, version: draft.head.version }, until, totals, differences });
    return 0;
  } finally {
    await pool.end();
  }
}

function sayDifference(difference: Difference, voice: Voice): void {
  voice.say(`${difference.caseId} ${difference.receivedAt.slice(0, 10)} ${difference.division} ${difference.category}`);
  for (const line of differenceLines(difference)[voice.language]) voice.say(`    ${line}`);
}

/** A pack of the folder or of any other, else one that was published in the log. */
function draftNamed(reference: string, policies: string, written: readonly PackSource[]): PackSource {
  const published = written.find(({ head: { division, version } }) => `${division}/${version}` === reference);
  return published ?? sourceNamed(reference, policies);
}

/** DATABASE_URL, else what a demo that runs here wrote down of its servers. */
function databaseUrl(): string {
  const given = process.env['DATABASE_URL'];
  if (given) return given;
  const file = join(process.env['ANXIN_HOME'] || '.anxin', 'servers.json');
  if (!existsSync(file)) throw new Misused('请设置 DATABASE_URL，或先运行演示（npm start）', 'set DATABASE_URL, or start the demo first (npm start)');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly databaseUrl: string }).databaseUrl;
}
