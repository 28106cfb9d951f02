import type { CalendarFile, LayerFile } from '#libs/calendar/layers.js';
import type { Notice } from '#libs/calendar/notice.js';
import { withNotice } from '#libs/calendar/versions.js';
import { calendarOf } from '#libs/calendar/working-days.js';
import type { AnnouncedCalendar } from './in-force.js';
import { depth, reaches } from './in-force.js';
import type { Pack } from './pack.js';

/** A year's notice of the nation, or of a region that adds days by its own. */
export interface NoticeGiven {
  readonly division: string;
  readonly year: number;
  /** As `calendar.json` writes a year; checked when it is laid over what stands. */
  readonly notice: unknown;
}

const NATION = '000000';

/**
 * The calendar of every place that has a pack or a notice: what its newest pack brought, with the notices announced since. A notice that the
 * packs of a later release hold already, or hold a newer one in place of, changes nothing.
 */
export function calendarsWith(packs: readonly Pack[], notices: readonly NoticeGiven[]): readonly AnnouncedCalendar[] {
  const places = new Set([...packs.map(({ ref }) => ref.division), ...notices.map(({ division }) => division)]);
  return [...places].flatMap((division) => {
    const mine = notices.filter((notice) => reaches(notice.division, division));
    const base = newestFor(packs, division);
    return mine.length > 0 && base ? [{ division, calendar: calendarOf(fileWith(base, mine)) }] : [];
  });
}

/** The calendar of a place with one more notice, checked as strictly as one that is new must be. Throws `InvalidCalendar`. */
export function announcedWith(packs: readonly Pack[], standing: readonly NoticeGiven[], { division, year, notice }: NoticeGiven): { readonly version: string } {
  const base = newestFor(packs, division);
  if (!base) throw new Error('There is no national policy pack.');
  const file = fileWith(base, standing.filter((each) => reaches(each.division, division)));
  const layer = division === NATION ? nationOf(file) : layerOf(file, division);
  return calendarOf(withLayer(file, division, withNotice(layer, year, notice)));
}

function fileWith(base: Pack, notices: readonly NoticeGiven[]): CalendarFile {
  return notices.reduce((file, { division, year, notice }) => {
    const layer = division === NATION ? nationOf(file) : layerOf(file, division);
    return withLayer(file, division, over(layer, year, notice as Notice));
  }, base.files['calendar'] as CalendarFile);
}

function over(layer: LayerFile, year: number, notice: Notice): LayerFile {
  const standing = layer.years[String(year)];
  if (standing && standing.notice !== notice.replaces) return layer;
  const { replaces: _, ...alone } = notice;
  return withNotice(layer, year, standing ? notice : alone);
}

/** The nation's own layer, which is the file without its regions. */
function nationOf({ regions: _, ...file }: CalendarFile): CalendarFile {
  return { ...file, version: file.version.split('+')[0]! };
}

/** What a region announced in this log lies over whatever its pack brought, as a layer of its own. */
function layerOf({ regions = [] }: CalendarFile, division: string): LayerFile {
  return regions.find(({ version }) => version.startsWith(`${ownerOf(division)}-`)) ?? { version: `${ownerOf(division)}-1900-01-01`, years: {} };
}

function withLayer(file: CalendarFile, division: string, layer: LayerFile): CalendarFile {
  const before = file.regions ?? [];
  const at = before.findIndex(({ version }) => version.startsWith(`${ownerOf(division)}-`));
  const regions = division === NATION ? before : at < 0 ? [...before, layer] : before.map((each, i) => (i === at ? layer : each));
  const nation = division === NATION ? (layer as CalendarFile) : nationOf(file);
  return { ...nation, version: [nation.version, ...regions.map(({ version }) => version)].join('+'), ...(regions.length > 0 && { regions }) };
}

function ownerOf(division: string): string {
  return `r${division}`;
}

function newestFor(packs: readonly Pack[], division: string): Pack | undefined {
  return packs.filter(({ ref }) => reaches(ref.division, division)).sort((a, b) => depth(b.ref.division) - depth(a.ref.division) || (a.from < b.from ? 1 : -1))[0];
}
