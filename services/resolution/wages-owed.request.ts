import { IsInt, Max, Min } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { Field, IsDay } from '#libs/runtime/validation.js';

/** The most that one field may say, in Fen: one billion yuan. */
export const FEN_MAX = 100_000_000_000;
/** More workers than any claim has had; a longer list is a mistake or an attack. */
export const WORKERS_MAX = 5_000;

/** What one worker is owed. */
export class WagesOwed {
  /** Number of the worker in the claim: 1 is the person who filed. */
  @Field('劳动者编号', 'number of the worker')
  @IsInt() @Min(1) @Max(WORKERS_MAX)
  worker: number;

  /** Fen, one hundredth of a yuan. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  amount: number;
}

/** What one worker gets on one day. */
export class InstalmentOfWages extends WagesOwed {
  @Field('付款日', 'day of payment')
  @IsDay()
  on: Day;
}
