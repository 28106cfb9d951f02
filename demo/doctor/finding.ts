import type { environment } from '#libs/runtime/config.js';
import type { Config } from '#libs/runtime/config.js';

export type Level = 'ok' | 'warn' | 'fail';

/** What was looked at, how it stands, and what to do where it stands badly. Never a key, a password or a person. */
export interface Finding {
  readonly id: string;
  readonly level: Level;
  readonly zh: string;
  readonly en: string;
  readonly doZh?: string;
  readonly doEn?: string;
}

type Words = readonly [zh: string, en: string];

export function ok(id: string, [zh, en]: Words): Finding {
  return { id, level: 'ok', zh, en };
}

export function bad(id: string, level: 'warn' | 'fail', [zh, en]: Words, [doZh, doEn]: Words): Finding {
  return { id, level, zh, en, doZh, doEn };
}

/** What the checks are given: the environment as it is set, and each variable that can be read though another is wrong. */
export interface Patient {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly production: boolean;
  /** Milliseconds since 1970 by this machine. */
  readonly now: () => number;
  setting<Name extends keyof typeof environment.shape>(name: Name): Config[Name] | undefined;
}

export type Check = (patient: Patient) => Promise<readonly Finding[]> | readonly Finding[];

/** Why something failed, in one word that quotes nothing. */
export function reasonOf(error: unknown): string {
  const { code, name, errors } = error as { code?: unknown; name?: unknown; errors?: readonly unknown[] };
  const inner = errors?.[0] ?? (error as { cause?: unknown }).cause;
  return typeof code === 'string' ? code : inner !== undefined ? reasonOf(inner) : typeof name === 'string' ? name : 'Error';
}
