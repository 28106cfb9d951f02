import { placeOf } from '#libs/contracts/divisions.js';
import type { Day } from '#libs/contracts/time.js';
import type { Streams } from '#libs/event-store/streams.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { readSiteCode } from '#libs/security/site-code.js';
import type { SiteCode } from '#libs/security/site-code.js';
import type { Project } from '../../resolution/project/project.decider.js';
import { holds, project } from '../../resolution/project/project.decider.js';
import { refuse } from './self-service.refusals.js';

/** What the code of a site fills in for whoever comes by it: all of it stands on the notice board of the site as well (WPR 34). */
export interface Site extends SiteCode {
  readonly name: string;
  readonly owner: string;
  readonly generalContractor: string;
  /** For whose workers the code is. */
  readonly contractor: string;
  readonly division: string;
  readonly place: string;
  /** GB/T 4754; undefined where the file's sector has no group there. */
  readonly sector: string | undefined;
  readonly investment: NonNullable<Project['about']>['investment'];
}

const SECTORS: Readonly<Partial<Record<NonNullable<Project['about']>['sector'], string>>> = { housing: 'E47', transport: 'E4812', water: 'E482', railway: 'E4811' };

/** The site of a code, as its project file says today. Throws a refusal in words for the worker where the code was not made here, or holds no more. */
export async function siteOf(text: string, today: Day, { index, streams }: { readonly index: BlindIndex; readonly streams: Streams }): Promise<Site> {
  const said = readSiteCode(index, text);
  if (!said) throw refuse('SITE_CODE_UNKNOWN');
  const { about, siteCodes } = (await streams.load<Project, never>(`project/${said.project}`, project)).state;
  const issued = siteCodes?.[said.code];
  if (!about || !issued) throw refuse('SITE_CODE_UNKNOWN');
  if (!holds(issued, today)) throw refuse('SITE_CODE_ENDED');
  const { name, owner, generalContractor, sector, investment } = about;
  return {
    ...said, name, owner, generalContractor: generalContractor.name, contractor: issued.contractor, division: issued.division,
    place: placeOf(issued.division), sector: SECTORS[sector], investment,
  };
}
