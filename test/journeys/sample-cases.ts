import { readFileSync } from 'node:fs';

/** A clock that a case must have. With `assumption`, `extension` or `suspended` it starts or moves by a later event. */
export interface ExpectedClock {
  readonly id: string;
  readonly startedAt?: string;
  readonly due: string;
  readonly assumption?: string;
  readonly extension?: number;
  readonly suspended?: readonly { readonly from: string; readonly to: string }[];
}

interface ExpectedOrder {
  readonly lead: string | null;
  readonly leadAlternatives?: readonly string[];
  readonly assist: readonly string[];
}

export interface Expected extends ExpectedOrder {
  readonly mode: string;
  readonly rules: readonly string[];
  readonly guide?: readonly string[];
  readonly handover?: readonly string[];
  readonly children?: readonly (ExpectedOrder & { readonly matter: string })[];
  readonly handlingRegion?: string;
  readonly mergedInto?: string;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly flagsLater?: readonly { readonly flag: string; readonly value: unknown; readonly after: string }[];
  readonly clocks: readonly ExpectedClock[];
}

export interface SampleCase {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly origin: string;
  readonly receivedAt: string;
  readonly text: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expect: Expected;
}

interface Counting {
  readonly id: string;
  readonly startedAt: string;
  readonly rule: object;
  readonly due: string;
}

export const { cases: sampleCases, counting } = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8')) as { cases: readonly SampleCase[]; counting: readonly Counting[] };

/** Region letters and names of the sample cases, by their codes. */
const regions: Readonly<Record<string, string>> = { A: '439901', 测试区: '439901', B: '439902', 邻区: '439902' };
export const regionCode = (nameOrCode: unknown): unknown => regions[String(nameOrCode)] ?? nameOrCode;

/** A case as a station sends it: the canonical format, facts as they are written, amounts in yuan. */
export function stationOrder({ id, category, origin, receivedAt, text, facts }: SampleCase): object {
  return { externalId: id, receivedAt, category, origin, division: '439901', text, requester: { name: `诉求人${id}` }, facts };
}

/** True where the clock starts with the receipt or with a fact of it. */
export function startsAtReceipt({ assumption, extension, suspended }: ExpectedClock): boolean {
  return assumption === undefined && extension === undefined && suspended === undefined;
}
