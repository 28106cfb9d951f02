import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Gatherer, SignEvent, SignLevel } from '#libs/contracts/warning.events.js';

type Of<Type extends SignEvent['type']> = Omit<Extract<SignEvent, { readonly type: Type }>, 'type'>;

export interface WarnedLine {
  readonly department: string;
  readonly division: string;
  readonly raisedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly action: string | null;
  readonly answer: Sealed | null;
}

/** One sign as the list shows it: its last episode. Dropped and rebuilt at any hour. */
export interface SignRow {
  readonly sign: string;
  readonly kind: Gatherer;
  readonly name: string;
  readonly creditCode: string | null;
  readonly division: string;
  readonly episode: number;
  readonly basis: string;
  readonly level: SignLevel;
  readonly rule: string;
  readonly season: string | null;
  readonly pack: { readonly division: string; readonly version: string };
  readonly cases: readonly string[];
  readonly places: readonly { readonly division: string; readonly cases: number }[];
  readonly workers: number;
  readonly amount: number;
  readonly state: 'found' | 'warned' | 'closed' | 'dismissed';
  readonly foundAt: Instant;
  readonly grewAt: Instant | null;
  readonly raisedBy: string | null;
  readonly text: Sealed | null;
  readonly bodies: readonly WarnedLine[];
  readonly endedAt: Instant | null;
  readonly result: string | null;
  readonly endText: Sealed | null;
  readonly position: string;
}

export function signView(row: SignRow | undefined, event: PublishedEvent): SignRow | undefined {
  if (event.type === 'supervision.early-sign-found.v1') return foundRow(event);
  const changed = row && change(row, event);
  return changed && { ...row, ...changed, position: event.position };
}

function foundRow({ caseId: sign, position, data }: PublishedEvent): SignRow {
  const { at, kind, name, creditCode, division, episode, basis, level, rule, season, law, cases, places, workers, amount } = data as never as Of<'EarlySignFound'>;
  return {
    sign, kind, name, creditCode, division, episode, basis, level, rule, season, pack: { division: law.division, version: law.version }, cases, places, workers, amount,
    state: 'found', foundAt: at, grewAt: null, raisedBy: null, text: null, bodies: [], endedAt: null, result: null, endText: null, position,
  };
}

function change(row: SignRow, event: PublishedEvent): Partial<SignRow> | undefined {
  switch (event.type) {
    case 'supervision.early-sign-grew.v1': {
      const { at, division, added, level, rule, season, places, workers, amount } = event.data as never as Of<'EarlySignGrew'>;
      return { division, cases: [...row.cases, ...added], level, rule, season, places, workers, amount, grewAt: at };
    }
    case 'supervision.early-warning-raised.v1': {
      const { at, by, department, division, text } = event.data as never as Of<'EarlyWarningRaised'>;
      return { state: 'warned', raisedBy: by, text: row.text ?? text, bodies: [...row.bodies, { department, division, raisedAt: at, answeredAt: null, action: null, answer: null }] };
    }
    case 'supervision.early-warning-answered.v1': {
      const { at, department, division, action, answer } = event.data as never as Of<'EarlyWarningAnswered'>;
      return { bodies: row.bodies.map((body) => (body.department === department && body.division === division ? { ...body, answeredAt: at, action, answer } : body)) };
    }
    case 'supervision.early-warning-closed.v1': {
      const { at, result, text } = event.data as never as Of<'EarlyWarningClosed'>;
      return { state: 'closed', endedAt: at, result, endText: text };
    }
    case 'supervision.early-sign-dismissed.v1': {
      const { at, ground, reason } = event.data as never as Of<'EarlySignDismissed'>;
      return { state: 'dismissed', endedAt: at, result: ground, endText: reason };
    }
    default: return undefined;
  }
}
