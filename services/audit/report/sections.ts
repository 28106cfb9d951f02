import { eventKinds } from '#libs/contracts/event.js';
import type { Report } from './report.js';

export type Language = 'zh' | 'en';
/** A part of the report as people read it: sentences, and a table. */
export interface Section { readonly title: string; readonly lines: readonly string[]; readonly head?: readonly string[]; readonly rows?: readonly (readonly string[])[] }

/** The report in one language: what page and paper are made of. */
export function sectionsOf({ log, verified, period, sample, found, outside }: Report, language: Language): readonly Section[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const named = (type: string): string => (language === 'zh' ? eventKinds.get(type)?.zh ?? type : type);
  const table = (head: readonly [string, string][], rows: readonly (readonly (string | number)[])[]): Pick<Section, 'head' | 'rows'> => (rows.length === 0 ? {} : { head: head.map(([zh, en]) => say(zh, en)), rows: rows.map((row) => row.map(String)) });
  const { clocks, looks } = found;
  return [
    { title: say('一、审计范围', '1. What was audited'), lines: [
      say(`日志：${log.origin}，第 1 至 ${log.positions} 个位置，根哈希 ${log.root}`, `Log ${log.origin}, positions 1 to ${log.positions}, root ${log.root}`),
      say(`期间：${period.from ?? '起始'} 至 ${period.to ?? '末尾'}（记录时间，北京时间），位置 ${period.firstPosition ?? '—'} 至 ${period.lastPosition ?? '—'}`, `Period: ${period.from ?? 'the beginning'} to ${period.to ?? 'the end'} by the time of record (Beijing), positions ${period.firstPosition ?? '—'} to ${period.lastPosition ?? '—'}`),
      ...log.keys.map((key) => say(`日志公钥：${key}`, `Verifier key: ${key}`)),
    ] },
    { title: say('二、日志核验', '2. The log'), lines: [
      verified.whole ? say('日志完整，未被改动。', 'The log is whole.') : say(`发现 ${verified.findings.length} 处与封存不一致。`, `The log is not what was sealed: ${verified.findings.length} findings.`),
      { database: say('核验方式：直接读数据库，逐条重算哈希、分块与根，核对签名、见证、发布标记与期限。', 'Verified over its database: every hash, tile and root recomputed; signatures, witnesses, marks of publication and armed clocks.'), export: say('核验方式：由导出文件重算全部条目。', 'Verified over an export: all entries recomputed.'), server: say('核验方式：由服务器提供的全部条目重算。', 'Verified over all entries that the server shows.') }[verified.by],
      ...verified.copies.map(({ where, checkpoints }) => say(`检查点：${where} ${checkpoints} 个`, `Checkpoints in ${where}: ${checkpoints}`)),
    ], ...table([['位置', 'Position'], ['规则', 'Rule'], ['所在', 'Where'], ['情况', 'What']], verified.findings.slice(0, 50).map((one) => [one.position ?? '—', one.rule, 'at' in one ? one.at : one.file, one.what])) },
    { title: say('三、抽样与重演', '3. Sample and replay'), lines: [
      say(`种子“${sample.seed}”，抽取 ${sample.size} 件（${sample.byRisk ? '按风险' : '随机'}），范围 ${sample.divisions.join('、')}，得 ${sample.cases.length} 件。凭同一种子和位置可重新抽取。`, `Seed “${sample.seed}”, ${sample.size} wanted (${sample.byRisk ? 'by risk' : 'at random'}) in ${sample.divisions.join(', ')}: ${sample.cases.length} drawn. The same seed and position draw the same.`),
      say('每件由事件重新推演，与读表逐项比对。', 'Each was folded again from its events and held against the read table, field by field.'),
    ], ...table([['案件', 'Case'], ['事件', 'Events'], ['状态', 'State'], ['风险', 'Risks'], ['与读表', 'Read table']], sample.cases.map(({ caseId, events, state, risks, tables, differing }) => [caseId, events, state ?? '—', Object.entries(risks).map(([risk, count]) => `${RISK_NAMES[risk]?.[language] ?? risk} ${count}`).join(', ') || '—',
      { agree: say('一致', 'agrees'), differ: say(`不一致：${differing.join('、')}`, `differs: ${differing.join(', ')}`), missing: say('读表中没有', 'not there'), notCompared: say('未比对', 'not compared') }[tables]])) },
    { title: say('四、期限', '4. Deadlines'), lines: [
      say(`开始 ${clocks.started} 个，按期完成 ${clocks.metOnTime} 个，逾期后完成 ${clocks.metLate} 个，逾期 ${clocks.breached} 个。`, `${clocks.started} started, ${clocks.metOnTime} met on time, ${clocks.metLate} met late, ${clocks.breached} breached.`),
      say(`逾期记录迟于到期一分钟以上的 ${clocks.notedLate} 个，最长 ${seconds(clocks.lagMsMax)} 秒。改派 ${found.overrides} 件。`, `${clocks.notedLate} breaches were noted more than a minute late, the longest ${seconds(clocks.lagMsMax)} s. ${found.overrides} routings were overridden.`),
      ...Object.entries(clocks.breachedByKind).map(([kind, count]) => `${kind}: ${count}`),
    ], ...table([['位置', 'Position'], ['案件', 'Case'], ['期限', 'Clock'], ['到期', 'Due'], ['延迟（秒）', 'Lag (s)']], clocks.breaches.map(({ position, caseId, kind, due, lagMs }) => [position, caseId, kind, due, seconds(lagMs)])) },
    { title: say('五、个人信息删除', '5. Erasures'), lines: [say(`${found.erasures.length} 人。`, `${found.erasures.length} persons.`)],
      ...table([['位置', 'Position'], ['时间', 'At'], ['批准人', 'Approved by'], ['依据', 'Basis'], ['案件数', 'Cases']], found.erasures.map(({ position, at, by, basis, cases }) => [position, at, by, basis, cases])) },
    { title: say('六、查阅留痕', '6. Who looked'), lines: [
      say(`查阅个人信息 ${looks.total} 次，被拒绝 ${looks.refused} 次，按人员检索 ${looks.searches} 次，导出日志 ${looks.exports.length} 次。`, `${looks.total} looks at personal data, ${looks.refused} refused, ${looks.searches} searches by person, ${looks.exports.length} exports of the log.`),
      ...Object.entries(looks.byKind).map(([type, count]) => `${named(type)}: ${count}`), ...looks.exports.map(({ position, at, by }) => say(`导出：位置 ${position}，${at}，${by}`, `Export at position ${position}, ${at}, ${by}`)),
    ], ...table([['查阅人', 'By whom'], ['次数', 'Looks']], Object.entries(looks.byWhom)) },
    { title: say('七、所依规则包', '7. Packs in force'), lines: found.law.map(({ position, at, type, division, version, by }) => `${position} · ${at} · ${named(type)} · ${division}/${version} · ${by}`),
      ...table([['地区', 'Division'], ['版本', 'Version'], ['决定', 'Decisions'], ['哈希', 'Hash']], found.packs.map(({ division, version, decisions, hash }) => [division, version, decisions, hash])) },
    { title: say('八、未包括的', '8. What fell outside'), lines: [
      say(`位置 ${log.positions} 之后的事件；期间之前 ${outside.eventsBefore} 个事件、之后 ${outside.eventsAfter} 个事件；未抽到的 ${outside.casesNotDrawn} 件案件；不能读取的事件 ${outside.eventsUnreadable} 个。`, `Events behind position ${log.positions}; ${outside.eventsBefore} events before the period and ${outside.eventsAfter} after it; ${outside.casesNotDrawn} cases that were not drawn; ${outside.eventsUnreadable} events that cannot be read.`),
      say('个人信息保持密封，内容未审。所记事实是否属实，非日志所能证明。', 'Personal values stay sealed; they were not read. That what was recorded is true, no log can prove.'),
      ...found.repairs.map(({ position, at, type, by }) => say(`人工处理：位置 ${position}，${at}，${named(type)}，${by}`, `Mended by hand: position ${position}, ${at}, ${type}, ${by}`)),
    ] },
    { title: say('九、数量', '9. Counts'), lines: [say(`期间内事件 ${found.events} 个，登记案件 ${found.casesFiled} 件。`, `${found.events} events and ${found.casesFiled} cases filed in the period.`)], ...table([['服务', 'Service'], ['事件', 'Events']], Object.entries(found.byService)) },
  ];
}

const RISK_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = { breachedClock: { zh: '逾期', en: 'breached' }, override: { zh: '改派', en: 'override' }, overduePayment: { zh: '欠付', en: 'overdue payment' } };

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
