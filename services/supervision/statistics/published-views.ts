import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Unit } from '#libs/contracts/routing.events.js';
import type { CircularEvent, FigureEvent, FigureParameters } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Projection } from '#libs/runtime/projection.js';
import { asInstant } from '../case-view/case-view.table.js';
import { keyOf } from './circular.decider.js';

export interface FiguresRow {
  readonly figures: string;
  readonly publishedAt: Instant;
  readonly by: string;
  readonly title: string;
  readonly division: string;
  readonly parameters: FigureParameters;
  readonly atPosition: string;
  readonly queryVersion: string;
  readonly digest: string;
  readonly position: string;
}

export const figuresView: Projection<FiguresRow> = {
  table: 'supervision.figures_view', key: 'figures', of: ['supervision.figures-published.v1'], keysOf: ({ type, caseId }) => (type === 'supervision.figures-published.v1' ? [caseId] : []),
  fold(row, { caseId, data, position }) {
    const { at, by, title, parameters, position: atPosition, queryVersion, digest } = data as never as Extract<FigureEvent, { type: 'FiguresPublished' }>;
    return row ?? { figures: caseId, publishedAt: at, by, title, division: parameters.division, parameters, atPosition, queryVersion, digest, position };
  },
};

export interface UnitLine extends Unit {
  readonly receivedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly answer: string | null;
  readonly late: boolean;
  /** The time was over and no answer had come. */
  readonly missed: boolean;
}

export interface CircularRow {
  readonly circular: string;
  readonly number: string;
  readonly issuedAt: Instant;
  readonly by: string;
  readonly title: string;
  readonly text: string;
  readonly division: string;
  readonly figures: string;
  readonly answerDue: Instant;
  readonly rule: object;
  readonly units: readonly UnitLine[];
  readonly position: string;
}

export const circularView: Projection<CircularRow> = {
  table: 'supervision.circular_view', key: 'circular', of: ['supervision.circular-'], keysOf: ({ type, caseId }) => (type.startsWith('supervision.circular-') ? [caseId] : []), fold: foldCircular,
};

function foldCircular(row: CircularRow | undefined, { type, caseId, data, position }: PublishedEvent): CircularRow | undefined {
  const { at, unit, answer, late } = data as never as Extract<CircularEvent, { type: 'CircularAnswered' }>;
  const line = (wanted: readonly Unit[], change: Partial<UnitLine>): CircularRow | undefined =>
    row && { ...row, position, units: row.units.map((one) => (wanted.some((other) => keyOf(other) === keyOf(one)) ? { ...one, ...change } : one)) };
  switch (type) {
    case 'supervision.circular-issued.v1': {
      const { by, number, title, text, division, figures, units, answerDue, rule } = data as never as Extract<CircularEvent, { type: 'CircularIssued' }>;
      return { circular: caseId, number, issuedAt: at, by, title, text, division, figures, answerDue, rule, position, units: units.map((one) => ({ ...one, receivedAt: null, answeredAt: null, answer: null, late: false, missed: false })) };
    }
    case 'supervision.circular-received.v1': return line([unit], { receivedAt: at });
    case 'supervision.circular-answered.v1': return line([unit], { answeredAt: at, answer, late });
    case 'supervision.circular-answers-missed.v1': return line((data as never as Extract<CircularEvent, { type: 'CircularAnswersMissed' }>).units, { missed: true });
    default: return row;
  }
}

@Entity({ schema: 'supervision', name: 'figures_view' })
export class FiguresTable {
  @PrimaryColumn('uuid') figures: string;
  @Column('timestamptz', { transformer: asInstant }) publishedAt: string;
  @Column('text') by: string;
  @Column('text') title: string;
  @Column('text') division: string;
  @Column('jsonb') parameters: FigureParameters;
  @Column('bigint') atPosition: string;
  @Column('text') queryVersion: string;
  @Column('text') digest: string;
  @Column('bigint') position: string;
}

@Entity({ schema: 'supervision', name: 'circular_view' })
export class CircularTable {
  @PrimaryColumn('uuid') circular: string;
  @Column('text') number: string;
  @Column('timestamptz', { transformer: asInstant }) issuedAt: string;
  @Column('text') by: string;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('text') division: string;
  @Column('uuid') figures: string;
  @Column('timestamptz', { transformer: asInstant }) answerDue: string;
  @Column('jsonb') rule: object;
  @Column('jsonb') units: UnitLine[];
  @Column('bigint') position: string;
}
