import type { Day } from './day.js';
import { isDay } from './day.js';
import type { NamedDay, Notice } from './notice.js';
import { daysNamedBy, fields, InvalidCalendar, list, text, yearOf } from './notice.js';

/** The notices of one authority: the State Council, or a region that adds days by its own. */
export interface LayerFile {
  /** `cn-2025-11-04`: whose, and the day on which the newest was issued; `.2` and so on where that day names two. */
  readonly version: string;
  readonly years: Readonly<Record<string, Notice>>;
  /** The versions before, oldest first. */
  readonly history?: readonly Past[];
}

/** A version that a calendar had: which year the next one brought, and the notice that it took the place of. */
interface Past {
  readonly version: string;
  readonly year: string;
  readonly before?: Notice;
}

/** `calendar.json` of a pack without parent; of a child once its own days lie over its parent's. */
export interface CalendarFile extends LayerFile {
  readonly weekend: string;
  readonly regions?: readonly LayerFile[];
}

/** A layer as it was read: for each year, ascending, what its notice names. */
interface Layer {
  readonly version: string;
  readonly notices: ReadonlyMap<number, ReadonlyMap<number, NamedDay>>;
}

const VERSION = /^([a-z][a-z0-9]{1,11})-(\d{4}-\d{2}-\d{2})(?:\.([2-9]|[1-9]\d{1,2}))?$/;
const LAYER = ['version', 'years', 'history'] as const;

/** Reads a whole calendar: the nation's layer first, then its regions, the widest first. Throws `InvalidCalendar`. */
export function layersOf(json: unknown): { readonly version: string; readonly weekend: string; readonly layers: readonly Layer[] } {
  const { weekend, regions = [], ...nation } = fields(json, 'calendar', [...LAYER, 'weekend', 'regions']);
  const law = text(weekend, 'weekend');
  const version = text(nation['version'], 'version');
  const own = version.split('+');
  const layers = [
    layerOf({ ...nation, version: own[0] }),
    ...list(regions, 'regions').map((region, index) => layerOf(fields(region, `regions[${index}]`, LAYER), `regions[${index}].`)),
  ];
  if (layers.map((layer) => layer.version).join('+') !== version) throw new InvalidCalendar('version', 'the version of the nation and of each region, joined by +');
  return { version, weekend: law, layers };
}

/** Reads the notices of one authority; `at` stands before the name of each field. */
export function layerOf(json: unknown, at = ''): Layer {
  const { version, years, history = [] } = fields(json, at === '' ? 'calendar' : at.slice(0, -1), LAYER);
  const byYear = fields(years, `${at}years`) as LayerFile['years'];
  const keys = Object.keys(byYear).sort();
  if (keys.length > 300) throw new InvalidCalendar(`${at}years`, 'at most 300 years');
  const notices = new Map(keys.map((key) => {
    const year = yearOf(key, `${at}years.${key.slice(0, 10)}`);
    return [year, daysNamedBy(byYear[key], year, `${at}years.${key}`)];
  }));
  const past = list(history, `${at}history`).map((entry, index) => readPast(entry, `${at}history[${index}]`));
  const { day } = versionParts(version, `${at}version`);
  const newest = [...Object.values(byYear), ...past.flatMap(({ before }) => before ?? [])].map(({ issuedOn }) => issuedOn).sort().at(-1);
  if (newest !== undefined && day !== newest) throw new InvalidCalendar(`${at}version`, `one that names the newest notice, issued on ${newest}`);
  if (past.length > 0) checkPast(json as LayerFile, `${at}history`);
  return { version: version as string, notices };
}

function readPast(entry: unknown, field: string): Past {
  const { version, year, before } = fields(entry, field, ['version', 'year', 'before']);
  versionParts(version, `${field}.version`);
  const number = yearOf(year, `${field}.year`);
  if (before !== undefined) daysNamedBy(before, number, `${field}.before`);
  return entry as Past;
}

/** That every version before is a calendar itself: or a date that it gave could not be explained any more. */
function checkPast(layer: LayerFile, field: string): void {
  try {
    layerOf(stepBack(layer)!);
  } catch (error) {
    if (error instanceof InvalidCalendar) throw new InvalidCalendar(field, `versions that it had; of the one before, ${error.message}`);
    throw error;
  }
}

/** Whose calendar a version is of, and the day that it names. */
export function versionParts(version: unknown, field: string): { readonly owner: string; readonly day: Day } {
  const [, owner, day] = (typeof version === 'string' && version.length < 40 && VERSION.exec(version)) || [];
  if (owner === undefined || !isDay(day)) throw new InvalidCalendar(field, 'a version such as cn-2025-11-04');
  return { owner, day };
}

/** A calendar file as it was in a version that it had; undefined for one that it never had. Of a region's file, the nation's part alone may be asked for. */
export function fileAt({ regions = [], ...nation }: CalendarFile, version: string): CalendarFile | undefined {
  const [asked, ...others] = version.split('+');
  if (others.length > regions.length) return undefined;
  const own = layerAt({ ...nation, version: nation.version.split('+')[0]! }, asked!);
  const above = others.flatMap((one, index) => layerAt(regions[index]!, one) ?? []);
  if (!own || above.length < others.length) return undefined;
  return { ...own, version, ...(above.length > 0 && { regions: above }) };
}

/** Takes back one notice after the other until the version is found. */
function layerAt<File extends LayerFile>(layer: File, version: string): File | undefined {
  let at: File | undefined = layer;
  while (at && at.version !== version) at = stepBack(at);
  return at;
}

/** The file before its last notice came; undefined where it never had another version. */
function stepBack<File extends LayerFile>(file: File): File | undefined {
  const last = file.history?.at(-1);
  if (!last) return undefined;
  const { [String(last.year)]: _, ...years } = file.years;
  return { ...file, version: last.version, years: last.before ? { ...years, [last.year]: last.before } : years, history: file.history!.slice(0, -1) };
}
