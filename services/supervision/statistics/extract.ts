import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/merkle/entry.js';
import type { CellValue } from '#libs/runtime/csv.js';
import { csvOf } from '#libs/runtime/csv.js';
import type { Answer } from './figures.js';

/** The edition of the extract's form. */
export const EXTRACT_VERSION = '1';

/** One line: how many, in a place and a month, and where shares are concerned of how many. No person, no case, no employer. */
export interface ExtractLine { readonly division: string; readonly month: string; readonly metric: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null }

export interface Extract {
  readonly schema: string;
  readonly year: number;
  readonly division: string;
  readonly logId: string;
  readonly position: string;
  readonly queryVersion: string;
  readonly lines: readonly ExtractLine[];
  /** SHA-256 over the canonical JSON of `lines`. */
  readonly digest: string;
}

/** The year by places, and the whole by months: the same position gives the same bytes. Nothing in it depends on who asks, or when. */
export function extractOf(year: number, logId: string, byPlace: Answer, byMonth: Answer): Extract {
  const { position, queryVersion, parameters: { division } } = byPlace.pedigree;
  const line = (place: string, month: string) => ({ metric, value, numerator, denominator }: Answer['total'][number]): ExtractLine => ({ division: place, month, metric, value, numerator, denominator });
  const lines = [
    ...byPlace.total.map(line(division, '')), ...byMonth.groups.flatMap(({ group, figures }) => figures.map(line(division, group))), ...byPlace.groups.flatMap(({ group, figures }) => figures.map(line(group, ''))),
  ];
  return { schema: `anxin-yearly-extract/${EXTRACT_VERSION}`, year, division, logId, position, queryVersion, lines, digest: createHash('sha256').update(canonicalJson(lines)).digest('hex') };
}

export function extractJson(extract: Extract): string {
  return `${canonicalJson(extract)}\n`;
}

const COLUMNS = ['division', 'month', 'metric', 'value', 'numerator', 'denominator'] as const;

export function extractCsv({ lines, ...head }: Extract): string {
  const pedigree = Object.entries(head).map(([key, value]): CellValue[] => [key, value]);
  return csvOf([...pedigree, [], [...COLUMNS], ...lines.map((line) => COLUMNS.map((column) => line[column]))]);
}

/** JSON Schema 2020-12 of the extract. */
export const extractSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:anxin:yearly-extract:${EXTRACT_VERSION}`, title: '年度统计数据（汇总，不含个人信息） / Yearly aggregates without personal data', type: 'object', additionalProperties: false,
  required: ['schema', 'year', 'division', 'logId', 'position', 'queryVersion', 'lines', 'digest'],
  properties: {
    schema: { const: `anxin-yearly-extract/${EXTRACT_VERSION}` }, year: { type: 'integer' }, division: { type: 'string', pattern: '^\\d{6}(\\d{3}){0,2}$' }, logId: { type: 'string' }, position: { type: 'string', pattern: '^\\d+$' }, queryVersion: { type: 'string' }, digest: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the canonical JSON (RFC 8785) of lines' },
    lines: {
      type: 'array', items: {
        type: 'object', additionalProperties: false, required: [...COLUMNS],
        properties: {
          division: { type: 'string' }, month: { type: 'string', pattern: '^(\\d{4}-\\d{2})?$', description: 'Empty: the whole year' }, metric: { type: 'string', description: 'As in /v1/supervision/statistics/definitions' },
          value: { type: ['number', 'null'], description: 'Per cent, a number, or Fen; null where the whole is empty' }, numerator: { type: ['integer', 'null'] }, denominator: { type: ['integer', 'null'] },
        },
      },
    },
  },
} as const;
