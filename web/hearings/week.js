const DAY_MS = 86_400_000;

/** `2026-03-05` and three days: `2026-03-08`. Days are counted as days, whatever the browser's own time is. */
export function dayAfter(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of its week; today's where the address names no day. */
export function mondayOf(day) {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Number.isNaN(weekday) ? mondayOf(new Date().toISOString().slice(0, 10)) : dayAfter(day, -weekday);
}
