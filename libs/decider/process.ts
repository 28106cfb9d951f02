/** What shall happen next: a command for a stream of the same case, without time and rule. The runner adds both. */
export interface Next<Command extends { readonly type: string } = { readonly type: string }> {
  /** First part of the stream's name: `arbitration` for `arbitration/<caseId>`. */
  readonly stream: string;
  readonly command: Command;
}

/** A command as a process words it: the runner adds the time of the fact it follows from, and `by`. */
export type Wish<Command extends { readonly type: string }> = Command extends { readonly type: string } ? Omit<Command, 'at' | 'by'> : never;
