import { yuanOf } from '#libs/contracts/money.js';
import type { Body, Said, Tracked } from './tracked.js';

type Language = 'zh' | 'en';

/** The same answer as a page of plain lines: for a text message, and for the agent who reads it out on the telephone. */
export function textOf(tracked: Tracked, language: Language): string {
  return `${(language === 'zh' ? chinese(tracked) : english(tracked)).join('\n')}\n`;
}

function chinese({ caseNumber, stateName, inCharge, why, told, nextStep, missing, closed, unpaidFen, paidFen, referrals, entitled, reopenUntil, correction, canDo }: Tracked): string[] {
  const lines = [`您的案件${caseNumber}：${stateName}。`];
  const holders = inCharge.flatMap((one) => bodyIn(one, 'zh'));
  if (holders.length > 0) lines.push(`由${[...new Set(holders)].join('、')}办理。`);
  if (why) lines.push(`原因：${why.zh}依据：${why.ground.zh}。`);
  if (nextStep) lines.push(`下一步：${nextStep.name.zh}，${bodyIn(nextStep.who, 'zh').map((who) => `由${who}`).join('')}在${dueIn(nextStep.due, 'zh')}前完成。依据：${nextStep.ground.zh}。`);
  if (missing.length > 0 && !closed) lines.push(`请您补充：${missing.map(({ zh }) => zh).join('、')}。`);
  lines.push(...referrals.map(({ zh }) => zh), ...(correction ? [correction.zh] : []));
  if (paidFen > 0) lines.push(`已经支付${yuanOf(paidFen).toFixed(2)}元。`);
  if (unpaidFen > 0) lines.push(`还有${yuanOf(unpaidFen).toFixed(2)}元没有支付。`);
  lines.push(...entitled.filter(({ answer }) => answer !== 'declined').map(({ zh, answer }) => `${answer === 'accepted' ? '您已接受' : '您可以享受'}：${zh}`));
  lines.push(...told.flatMap((one) => (one ? [`您也可以向${one.zh}咨询。`] : [])));
  if (reopenUntil) lines.push(`${dueIn(reopenUntil, 'zh')}前您可以要求重办。`);
  if (canDo.length > 0) lines.push(`您现在可以：${canDo.map(({ zh }) => zh).join('、')}。`);
  return lines;
}

function english({ caseNumber, stateNameEn, inCharge, why, told, nextStep, missing, closed, unpaidFen, paidFen, referrals, entitled, reopenUntil, correction, canDo }: Tracked): string[] {
  const lines = [`Your case ${caseNumber}: ${stateNameEn}.`];
  const holders = inCharge.flatMap((one) => bodyIn(one, 'en'));
  if (holders.length > 0) lines.push(`Handled by: ${[...new Set(holders)].join('; ')}.`);
  if (why) lines.push(`Why: ${why.en} Ground: ${why.ground.en}.`);
  if (nextStep) lines.push(`Next: ${nextStep.name.en}, ${bodyIn(nextStep.who, 'en').map((who) => `by ${who} `).join('')}until ${dueIn(nextStep.due, 'en')}. Ground: ${nextStep.ground.en}.`);
  if (missing.length > 0 && !closed) lines.push(`Please add: ${missing.map(({ en }) => en).join(', ')}.`);
  lines.push(...referrals.map(({ en }) => en), ...(correction ? [correction.en] : []));
  if (paidFen > 0) lines.push(`Paid so far: ${yuanOf(paidFen).toFixed(2)} yuan.`);
  if (unpaidFen > 0) lines.push(`Still unpaid: ${yuanOf(unpaidFen).toFixed(2)} yuan.`);
  lines.push(...entitled.filter(({ answer }) => answer !== 'declined').map(({ en, answer }) => `${answer === 'accepted' ? 'You accepted' : 'You are entitled to'}: ${en}`));
  lines.push(...told.flatMap((one) => (one ? [`You may also ask the ${one.en}.`] : [])));
  if (reopenUntil) lines.push(`Until ${dueIn(reopenUntil, 'en')} you may ask for the case to be reopened.`);
  if (canDo.length > 0) lines.push(`You can now: ${canDo.map(({ en }) => en).join('; ')}.`);
  return lines;
}

function bodyIn(body: Body | null, language: Language): string[] {
  const name: Said | null | undefined = body?.department;
  if (!body || !name) return [];
  return [language === 'zh' ? `${body.division}${name.zh}` : `${name.en} (${body.division})`];
}

/** A day, or an instant to the minute, in Asia/Shanghai. */
function dueIn(due: string, language: Language): string {
  if (due === 'PENDING_CALENDAR') return language === 'zh' ? '日历公布后确定的日期' : 'a day that the calendar will tell';
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(due) ?? [];
  const clock = time ? ` ${time}` : '';
  return language === 'zh' ? `${year}年${Number(month)}月${Number(day)}日${clock}` : `${year}-${month}-${day}${clock}`;
}
