import pg from 'pg';
import { dayOf, instantOf } from '#libs/contracts/time.js';
import type { Policies } from '#libs/policy/in-force.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { Law } from '#libs/runtime/law.js';
import { SESSION } from '#libs/runtime/product.js';
import type { Finding, Patient } from './finding.js';
import { bad, ok } from './finding.js';

const NATION = '000000';
const NOTICE_MONTH = 11;

/** The packs that decide today, and up to when the official calendar goes. With a log, as its published law says; without, as the folder does. */
export async function law(patient: Patient, logId: string | undefined): Promise<readonly Finding[]> {
  const folder = patient.setting('POLICIES') ?? 'policies';
  const url = patient.setting('DATABASE_URL');
  const today = dayOf(instantOf(patient.now()));
  try {
    const policies = logId === undefined || url === undefined ? loadPolicies(folder) : await published(url, logId, folder);
    const pack = policies.packFor(NATION, today);
    if (!pack) return [bad('packs', 'fail', [`全国规则包今日（${today}）无一生效`, `no pack of the nation is in force today (${today})`], ['核对 POLICIES 目录与已撤回的规则包', 'look at the folder POLICIES, and at packs that were withdrawn'])];
    const inForce = [...new Set(policies.packs.map(({ ref }) => ref.division))].filter((division) => policies.packFor(division, today)?.ref.division === division);
    return [ok('packs', [`今日生效：${inForce.sort().join('、')}`, `in force today: ${inForce.sort().join(', ')}`]), calendar(policies.calendarFor(NATION, pack).years.at(-1) ?? 0, today)];
  } catch (error) {
    return [bad('packs', 'fail', [`规则包不可用（${(error as Error).name}）`, `the packs cannot be used (${(error as Error).name})`], ['npm run policy -- check 逐项列出', 'npm run policy -- check says what is wrong'])];
  }
}

function calendar(last: number, today: string): Finding {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const act = ['待国务院办公厅通知公布后，npm run policy -- calendar 提出，由另一人发布', 'as soon as the notice is out: npm run policy -- calendar proposes it, another person announces it'] as const;
  if (last < year) return bad('calendar', 'fail', [`官方日历止于 ${last} 年：工作日期限均为暂定`, `the official calendar ends with ${last}: deadlines in working days are provisional`], act);
  if (last === year && month >= NOTICE_MONTH) return bad('calendar', 'warn', [`官方日历止于今年（${last}）`, `the official calendar ends with this year (${last})`], act);
  return ok('calendar', [`官方日历至 ${last} 年`, `the official calendar goes to ${last}`]);
}

async function published(url: string, logId: string, folder: string): Promise<Policies> {
  const pool = new pg.Pool({ connectionString: url, max: 1, ...SESSION });
  try {
    return (await Law.open(pool, logId, folder)).policies;
  } finally {
    await pool.end();
  }
}
