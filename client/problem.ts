/** An RFC 9457 problem document of this API. `code` is stable; the sentences, in the language that was asked for, are not. */
export interface Problem<Code extends string = string> {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: Code;
  readonly detail?: string;
  /** Statute and article on which a refusal rests. */
  readonly ground?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
  readonly instance?: string;
}

/** The API said no: `problem.code` tells why, `problem.errors` which fields are wrong. */
export class ProblemError<Code extends string = string> extends Error {
  constructor(readonly problem: Problem<Code>, readonly tries: number) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`);
    this.name = 'ProblemError';
  }
}

/** True for a no of this API, of one of these codes where any are named. */
export function isProblem<Code extends string = string>(error: unknown, ...codes: readonly Code[]): error is ProblemError<Code> {
  return error instanceof ProblemError && (codes.length === 0 || (codes as readonly string[]).includes(error.problem.code as string));
}

/** No answer came, or one that is not of this API. A call with an id or a key may safely be given again with the same one. */
export class NoAnswer extends Error {
  constructor(readonly status: number | undefined, readonly tries: number, cause?: unknown) {
    super(`No answer of the API after ${tries} ${tries === 1 ? 'try' : 'tries'}${status === undefined ? '' : ` (status ${status})`}.`, { cause });
    this.name = 'NoAnswer';
  }
}
