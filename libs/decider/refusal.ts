/** What kind of no: `invalid` 422, `forbidden` 403, `notFound` 404, `conflict` 409. */
export type RefusalKind = 'invalid' | 'forbidden' | 'notFound' | 'conflict';

/** A no that the caller can act on. Becomes problem+json with its code (RFC 9457). */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly zh: string,
    readonly en: string,
    /** The statute and article that the no rests on, where it is the law's. */
    readonly ground: string | undefined,
    readonly details: Readonly<Record<string, unknown>>,
  ) {
    super(en);
    this.name = 'Refusal';
  }
}

/** [kind, Chinese sentence, English sentence, legal ground] */
type Entry = readonly [RefusalKind, string, string, string?];

/** Every refusal ever declared, by code: the error catalogue. */
export const refusalCatalogue = new Map<string, Entry>();

/** Declares the refusals of one stream; the result makes one by its code. */
export function refusals<Code extends string>(entries: Readonly<Record<Code, Entry>>): (code: Code, details?: Readonly<Record<string, unknown>>) => Refusal {
  for (const [code, entry] of Object.entries<Entry>(entries)) refusalCatalogue.set(code, entry);
  return (code, details = {}) => {
    const [kind, zh, en, ground] = entries[code];
    return new Refusal(code, kind, zh, en, ground, details);
  };
}
