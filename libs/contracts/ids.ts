import type { Day } from './time.js';
import { isDay } from './time.js';

/** What is wrong with a resident identity number, in the order in which it is looked for. */
export type ResidentIdProblem = 'shape' | 'checkDigit' | 'date' | 'future' | 'province';

const PROVINCE = '(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)'; // GB/T 2260
const DIVISION = new RegExp(`^${PROVINCE}\\d{4}(\\d{3}){0,2}$`);
const ISSUED_IN = new RegExp(`^${PROVINCE}`);
const RESIDENT_ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Resident identity number, GB 11643-1999. The six digits of the place are checked by province only: a number keeps the
 * code under which it was issued, though that county be abolished since.
 */
export function residentIdProblem(text: string, today: Day): ResidentIdProblem | undefined {
  if (!/^\d{17}[\dXx]$/.test(text)) return 'shape';
  if (text[17]!.toUpperCase() !== residentIdCheckDigit(text)) return 'checkDigit';
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isDay(born)) return 'date';
  if (born > today) return 'future';
  return ISSUED_IN.test(text) ? undefined : 'province';
}

export function isResidentId(text: unknown, today: Day): text is string {
  return typeof text === 'string' && residentIdProblem(text, today) === undefined;
}

/** As it is stored and compared: a final x is written X. */
export function normalResidentId(text: string): string {
  return text.toUpperCase();
}

function residentIdCheckDigit(text: string): string {
  const sum = RESIDENT_ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return '10X98765432'[sum % 11]!;
}

const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // 31 characters: no I, O, S, V, Z.
const CREDIT_CODE = new RegExp(`^[${CREDIT_CODE_ALPHABET}]{2}\\d{6}[${CREDIT_CODE_ALPHABET}]{10}$`);

/** Unified social credit code, GB 32100-2015: capital letters only. The check character may be any of the 31. */
export function creditCodeProblem(text: string): 'shape' | 'checkCharacter' | undefined {
  if (!CREDIT_CODE.test(text)) return 'shape';
  const check = (31 - weighedByThree(text.slice(0, 17), CREDIT_CODE_ALPHABET)) % 31;
  return text[17] === CREDIT_CODE_ALPHABET[check] ? undefined : 'checkCharacter';
}

export function isCreditCode(text: unknown): text is string {
  return typeof text === 'string' && creditCodeProblem(text) === undefined;
}

/** The sum of value × 3^position, modulo 31. 3 generates all of 1..30, so that every changed character and every two exchanged ones change it. */
function weighedByThree(text: string, alphabet: string): number {
  let sum = 0;
  let weight = 1;
  for (const character of text) {
    sum = (sum + alphabet.indexOf(character) * weight) % 31;
    weight = (weight * 3) % 31;
  }
  return sum;
}

/** A mobile number of the Chinese mainland, unmasked. */
export function isMobile(text: unknown): text is string {
  return typeof text === 'string' && /^1[3-9]\d{9}$/.test(text);
}

/** 6 digits of GB/T 2260, or the 9 or 12 digits of a township or village in the statistical code. Whether such a place exists, `divisions.ts` knows. */
export function isDivisionShape(text: unknown): text is string {
  return typeof text === 'string' && DIVISION.test(text);
}

/** 13 to 19 digits with the check digit of ISO/IEC 7812-1 (Luhn). */
export function isBankCard(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{13,19}$/.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = Number(text[text.length - 1 - i]);
    const weighed = i % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** Industry, GB/T 4754-2017: `E47`, `E482`, `E4812`. */
export function isIndustryShape(text: unknown): text is string {
  return typeof text === 'string' && /^[A-T]\d{2,4}$/.test(text);
}

/** A case number has no national format; ours is `{region6}-{yyyy}-{kind}-{seq6}`: `439901-2026-D01-000123`. */
export interface CaseNumber {
  /** Six digits: the region that received the case first. */
  readonly region: string;
  readonly year: number;
  /** Capital letters and digits, a letter first. */
  readonly kind: string;
  /** 1 to 999999, counted within region, year and kind. */
  readonly sequence: number;
}

const CASE_NUMBER = new RegExp(`^(${PROVINCE}\\d{4})-([2-9]\\d{3})-([A-Z][A-Z0-9]{0,7})-(\\d{6})$`);

/** Throws a RangeError for parts that cannot be written: more than 999999 of one kind in one year, or a region of nine digits. */
export function formatCaseNumber({ region, year, kind, sequence }: CaseNumber): string {
  const text = `${region}-${year}-${kind}-${String(sequence).padStart(6, '0')}`;
  if (parseCaseNumber(text) === undefined) throw new RangeError(`Not a case number: ${text}`);
  return text;
}

export function parseCaseNumber(text: string): CaseNumber | undefined {
  const match = CASE_NUMBER.exec(text);
  if (!match || Number(match[5]) === 0) return undefined;
  return { region: match[1]!, year: Number(match[3]), kind: match[4]!, sequence: Number(match[5]) };
}

const TRACKING_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'; // 31 characters: no 0 O, no 1 I L.
const TRACKING_CODE = new RegExp(`^[${TRACKING_ALPHABET}]{10}$`);

/**
 * The code by which a worker follows a case without signing in: nine characters of chance (44 bits) and a check character
 * that finds every mistyped and every two exchanged characters. Needs at least 16 random bytes, so that no code is likelier than another.
 */
export function newTrackingCode(random: Buffer): string {
  if (random.length < 16) throw new RangeError('A tracking code needs at least 16 random bytes.');
  let chance = BigInt(`0x${random.subarray(0, 16).toString('hex')}`);
  let code = '';
  for (let i = 0; i < 9; i++) {
    code += TRACKING_ALPHABET[Number(chance % 31n)]!;
    chance /= 31n;
  }
  return code + trackingCheck(code);
}

export function isTrackingCode(text: unknown): text is string {
  return typeof text === 'string' && TRACKING_CODE.test(text) && text[9] === trackingCheck(text.slice(0, 9));
}

/** Makes the weighed sum of all ten characters 0: value of the tenth = -sum / 3^9, and 1 / 3^9 = 3^21 = 15 modulo 31. */
function trackingCheck(nine: string): string {
  const sum = weighedByThree(nine, TRACKING_ALPHABET);
  return TRACKING_ALPHABET[((31 - sum) * 15) % 31]!;
}
