import { isChinese } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The domain clock as the server last told it. In the demo it runs faster than ours: how fast shows between two tellings. */
let told;
let rate = 1;

export function hear(instant) {
  const domain = Date.parse(instant);
  const here = performance.now();
  if (told && here - told.here > 1000) rate = Math.min(3600, Math.max(0, (domain - told.domain) / (here - told.here)));
  if (!told || here - told.here > 1000) told = { domain, here };
}

/** Milliseconds of the domain clock. */
export function domainNow() {
  return told ? told.domain + (performance.now() - told.here) * rate : Date.now();
}

const SHANGHAI_MS = 8 * HOUR;
export const instantOf = (ms) => `${new Date(ms + SHANGHAI_MS).toISOString().slice(0, 23)}+08:00`;

const WEEKDAYS = [['周日', 'Sun'], ['周一', 'Mon'], ['周二', 'Tue'], ['周三', 'Wed'], ['周四', 'Thu'], ['周五', 'Fri'], ['周六', 'Sat']];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-03-23` in words; the year only where it is not this one, or where a law is in force from it. */
export function dayText(day, { weekday = true, year: always = false } = {}) {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  const week = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  const other = always || year !== Number(instantOf(domainNow()).slice(0, 4));
  if (isChinese()) return `${other ? `${year}年` : ''}${month}月${date}日${weekday ? ` ${week[0]}` : ''}`;
  return `${weekday ? `${week[1]} ` : ''}${date} ${MONTHS[month - 1]}${other ? ` ${year}` : ''}`;
}

/** The server writes every instant in Beijing time: its digits are what the wall clock showed. */
export function instantText(instant, { weekday = false } = {}) {
  return `${dayText(instant, { weekday })} ${instant.slice(11, 16)}`;
}

/** A due date: a day, which ends at 24:00, an instant, or not known yet. Midnight is the end of the day before, as every other page says it. */
export function dueText(due) {
  if (/T00:00(:00(\.0+)?)?\+08:00$/.test(due)) return dayText(instantOf(Date.parse(due) - 1));
  if (/^\d{4}-\d{2}-\d{2}$/.test(due)) return dayText(due);
  if (/^\d{4}-\d{2}-\d{2}T/.test(due)) return instantText(due);
  return isChinese() ? '待下一年度日历公布' : 'waits for next year’s calendar';
}

/** How long until a limit passes, or since it has. */
export function remaining(breachAt) {
  const left = Date.parse(breachAt) - domainNow();
  const words = lengthText(Math.abs(left));
  if (left >= 0) return { late: false, text: isChinese() ? `剩 ${words}` : `${words} left` };
  return { late: true, text: isChinese() ? `逾期 ${words}` : `${words} late` };
}

function lengthText(ms) {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const say = (n, zh, one) => (isChinese() ? `${n} ${zh}` : `${n} ${one}${n === 1 ? '' : 's'}`);
  if (days >= 10) return say(days, '天', 'day');
  if (days > 0) return hours > 0 ? `${say(days, '天', 'day')} ${say(hours, '小时', 'hour')}` : say(days, '天', 'day');
  if (hours > 0) return minutes > 0 && hours < 6 ? `${say(hours, '小时', 'hour')} ${say(minutes, '分', 'min')}` : say(hours, '小时', 'hour');
  return say(minutes, '分钟', 'minute');
}
