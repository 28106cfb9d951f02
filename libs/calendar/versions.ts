import { numberOf } from './day.js';
import type { CalendarFile, LayerFile } from './layers.js';
import { layerOf, layersOf, versionParts } from './layers.js';
import type { Notice } from './notice.js';
import { daysNamedBy, fields, InvalidCalendar, yearOf } from './notice.js';

/** Days that are off in every year, whatever is bridged (全国年节及纪念日放假办法第二条). */
const EVERY_YEAR: readonly (readonly [monthAndDay: string, name: string])[] =
  [['01-01', "New Year's Day"], ['05-01', 'Labour Day'], ['10-01', 'National Day'], ['10-02', 'National Day'], ['10-03', 'National Day']];

/**
 * A region's days over those of its parent: what a region's notice names is so there, and all else stays the nation's.
 * `childJson` is the `calendar.json` of a child pack: `version` and `years`, no `weekend`. Throws `InvalidCalendar`.
 */
export function calendarOver(parentJson: unknown, childJson: unknown): CalendarFile {
  const { version } = layersOf(parentJson);
  const parent = parentJson as CalendarFile;
  const child = layerOf(childJson);
  if (version.split('+').some((part) => versionParts(part, 'version').owner === versionParts(child.version, 'version').owner)) {
    throw new InvalidCalendar('version', 'the name of another authority than those of its parents');
  }
  return { ...parent, version: `${version}+${child.version}`, regions: [...parent.regions ?? [], childJson as LayerFile] };
}

/**
 * A calendar, the nation's or a region's own file, with one more year's notice. An earlier notice of that year gives way only to one
 * that names it in `replaces`. The version names the newest notice, and is never one that the calendar had before.
 * Throws `InvalidCalendar`; the fields of the notice stand below `notice`.
 */
export function withNotice(calendarJson: unknown, year: number, notice: unknown): LayerFile {
  const file = fields(calendarJson, 'calendar');
  const national = 'weekend' in file;
  if ('regions' in file) throw new InvalidCalendar('calendar.regions', 'the file of one authority, before regions are laid over it');
  if (national) layersOf(file);
  else layerOf(file);
  const calendar = file as unknown as LayerFile;
  const key = String(yearOf(year, 'year'));
  const days = daysNamedBy(notice, year, 'notice');
  if (national) {
    const worked = EVERY_YEAR.find(([date]) => days.get(numberOf(`${year}-${date}`))?.kind !== 'rest');
    if (worked) throw new InvalidCalendar('notice.off', `${year}-${worked[0]} among the days off: ${worked[1]}`);
  }
  const checked = notice as Notice;
  const before = calendar.years[key];
  checkPlace(checked, before, calendar);
  return {
    ...calendar,
    version: versionAfter(calendar, checked),
    years: { ...calendar.years, [key]: checked },
    history: [...calendar.history ?? [], { version: calendar.version, year: key, ...(before && { before }) }],
  };
}

/** That a notice does not contradict the ones that stand. */
function checkPlace({ notice, issuedOn, replaces }: Notice, before: Notice | undefined, { years }: LayerFile): void {
  if (replaces !== before?.notice) {
    throw new InvalidCalendar('notice.replaces', before ? `${before.notice}, the notice that the year has, where this one takes its place` : 'none: the year has no notice to replace');
  }
  if (before && issuedOn < before.issuedOn) throw new InvalidCalendar('notice.issuedOn', `a day not before ${before.issuedOn}, when the one it replaces was issued`);
  const other = Object.keys(years).find((year) => years[year]!.notice === notice);
  if (other !== undefined) throw new InvalidCalendar('notice.notice', `a number other than that of the notice for ${other}`);
}

function versionAfter({ version, years, history = [] }: LayerFile, { issuedOn }: Notice): string {
  const { owner, day } = versionParts(version, 'version');
  const newest = Object.keys(years).length === 0 || issuedOn > day ? issuedOn : day;
  const had = new Set([version, ...history.map((one) => one.version)]);
  let next = `${owner}-${newest}`;
  for (let count = 2; had.has(next); count++) next = `${owner}-${newest}.${count}`;
  return next;
}
