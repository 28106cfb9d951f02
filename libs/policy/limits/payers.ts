import type { Row } from '../decide-by-table.js';
import type { Payer, PayersLimit } from './limit.js';
import type { Case } from './case.js';
import { yuan } from './case.js';
import { step } from './steps.js';

/** Who can be named in the table `liable`. */
export const parties: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  employer: { zh: '用人单位', en: 'employer' },
  subcontractor: { zh: '分包单位', en: 'subcontractor' },
  generalContractor: { zh: '施工总承包单位', en: 'general contractor' },
  projectOwner: { zh: '建设单位', en: 'project owner' },
  qualificationLender: { zh: '出借资质或者营业执照的单位', en: 'lender of the qualification or licence' },
  licensedContractor: { zh: '具备合法经营资格的承包人', en: 'contractor with a licence' },
  dispatcher: { zh: '劳务派遣单位', en: 'dispatcher' },
  userUnit: { zh: '用工单位', en: 'user unit' },
  investor: { zh: '出资人', en: 'investor' },
};

/** Who must pay, in the order of the table `liable`, which decides it; each ground with its upper bound, and from whom the payer gets it back. */
export function payerLimits({ pack, context, facts, receivedDay }: Case): readonly PayersLimit[] {
  if (context['wageClaim'] !== true) return [];
  const rows = pack.tables.ask(['liable'], context, receivedDay)['liable']!;
  const byParty = new Map<string, Row[]>();
  for (const row of rows) byParty.set(String(row['party']), [...(byParty.get(String(row['party'])) ?? []), row]);
  const payers = [...byParty].map(([party, grounds], i) => payerOf(i + 1, party, grounds, facts));
  const steps = payers.map(({ order, party, zh, en, grounds }) => step({
    point: `payer ${order}`, zh: `${order}. ${zh}：${grounds.map((each) => each.zh).join('；')}`, en: `${order}. ${en}: ${grounds.map((each) => each.en).join('; ')}`,
    found: party, source: grounds.map(({ source }) => source).join('; '),
  }));
  return [{
    kind: 'payers', id: 'PAYERS', title: { zh: '清偿责任', en: 'who must pay' }, payers, steps, source: 'WPR 16-20; WPR 29-37', confidence: 'A',
    zh: payers.length === 0 ? '清偿责任人不明。' : `依次由${payers.map(({ zh }) => zh).join('、')}清偿。`,
    en: payers.length === 0 ? 'Who must pay is not known.' : `To be asked in this order: ${payers.map(({ en }) => en).join(', ')}.`,
  }];
}

function payerOf(order: number, party: string, rows: readonly Row[], facts: Readonly<Record<string, unknown>>): Payer {
  const grounds = rows.map((row) => groundOf(row, facts));
  const isCapped = grounds.every((ground) => ground.isCapped);
  const caps = grounds.flatMap(({ upTo }) => upTo ?? []);
  const recourse = rows.map((row) => row['recourse']).find((each) => typeof each === 'string');
  return {
    order, party, ...(parties[party] ?? { zh: party, en: party }), grounds, isCapped,
    upTo: isCapped && caps.length > 0 ? Math.max(...caps) : null, recourse: recourse ?? null,
  };
}

function groundOf(row: Row, facts: Readonly<Record<string, unknown>>): Payer['grounds'][number] {
  const isCapped = typeof row['upTo'] === 'string';
  const bound = isCapped ? facts[String(row['upTo'])] : undefined;
  const upTo = typeof bound === 'number' ? bound : null;
  const amount = upTo === null ? undefined : yuan(upTo);
  const { zh, en } = { zh: String(row['zh'] ?? row['source']), en: String(row['en'] ?? row['source']) };
  return {
    zh: isCapped && amount !== undefined ? `${zh}（${amount}元）` : zh, en: isCapped && amount !== undefined ? `${en} (${amount} yuan)` : en,
    source: String(row['source']), upTo, isCapped,
  };
}
