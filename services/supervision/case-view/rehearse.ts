import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { AnyDecider } from '#libs/decider/decider.js';
import { published } from '#libs/event-store/streams.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import type { Action } from '#libs/runtime/action.js';
import type { FieldSchema } from '#libs/runtime/validation.js';
import type { Clocks } from '../clocks/clock.decider.js';
import { movesOf } from '../clocks/moves.js';

/** A clock that a step meets, ends, stops or starts, and the day by which it stands or would. */
export interface ClockEffect {
  readonly clock: string;
  readonly zh: string;
  readonly en: string;
  readonly effect: 'meets' | 'ends' | 'stops' | 'resumes' | 'starts' | 'restarts' | 'extends';
  readonly due: string;
}

export interface Stage {
  readonly caseId: string;
  readonly now: Instant;
  readonly by: string;
  readonly clocks: Clocks;
  readonly law: ClockLaw;
}

const EFFECTS = { satisfy: 'meets', cancel: 'ends', suspend: 'stops', resume: 'resumes', start: 'starts', restart: 'restarts', extend: 'extends' } as const;

/**
 * What a step would do to the case's clocks, were it taken now. The decider itself is asked, with the fields that are known and the least that the
 * form takes for the others; what then follows is what the pack says of its events. A step that needs more than that to be decided says nothing of clocks.
 */
export function rehearse(action: Action, decider: AnyDecider, state: unknown, fields: FieldSchema, known: Readonly<Record<string, unknown>>, { caseId, now, by, clocks, law }: Stage): readonly ClockEffect[] {
  const command = { to: { department: known['department'] ?? 'inspectionBody', division: known['division'] ?? '000000' }, clocks: [], ...filled(fields, now), ...known, type: action.command, at: now, by };
  let events: readonly { type: string }[];
  try {
    events = decider.decide(command, state) as readonly { type: string }[];
  } catch {
    return []; // What the edge would have completed is missing, or a field decides: the list promises nothing.
  }
  const effects = new Map<string, ClockEffect>();
  for (const event of events) {
    for (const move of movesOf(asPublished(event, action, caseId), clocks, law)) {
      const effect = EFFECTS[move.move as keyof typeof EFFECTS];
      const standing = clocks.clocks.get(move.clock);
      const kind = move.move === 'start' ? move.kind : standing?.kind;
      const row = kind === undefined ? undefined : law.rows.get(kind);
      if (!effect || !row) continue;
      const due = 'schedule' in move ? move.schedule.due : standing!.due;
      effects.set(`${row.id} ${effect}`, { clock: row.id, zh: row.zh, en: row.en, effect, due });
    }
  }
  return [...effects.values()];
}

function asPublished(event: { type: string }, { service, stream }: Action, caseId: string): PublishedEvent {
  const { type, data } = published(service, event);
  return { position: '0', logId: '', id: `rehearsal/${caseId}/${event.type}`, type, caseId, stream: `${stream}/${caseId}`, version: 0, data: data, meta: { actor: 'rehearsal' }, recordedAt: String((data as { at?: string }).at ?? '') };
}

/** The least that a form takes. */
function filled({ properties = {}, required = [] }: FieldSchema, now: Instant): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, leastOf(name, properties[name]!, now)]));
}

function leastOf(name: string, schema: FieldSchema, now: Instant): unknown {
  const [type] = [schema.type].flat();
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'date') return dayOf(now);
  if (schema.format === 'date-time') return now;
  if (type === 'array') return Array.from({ length: Math.max(Number(schema['minItems'] ?? 0), 1) }, (_, i) => (schema.items?.properties ? { ...filled(schema.items, now), worker: i + 1 } : `${name}${i}`));
  if (type === 'object') return filled(schema, now);
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Number(schema['minimum'] ?? (name === 'order' ? 0 : 1));
  return name;
}
