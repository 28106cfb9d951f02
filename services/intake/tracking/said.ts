/** A sentence or a name in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}
