import { randomUUID } from 'node:crypto';
import { symbols } from 'pino';
import { log } from '#libs/runtime/logger.js';
import { topicOf } from '#libs/messaging/topics.js';
import { syntheticId } from '../demo/orders.js';
import type { App } from './app.js';
import { whenTrue } from './stack.js';
import type { Asker } from './work-orders.js';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const TAILS = '彧玥翀昶昀晟朕杲枬柂栱桢棪楙槑橪毖沄泂洎';

/** People that exist nowhere else, so that a trace of one is a leak; 200 at most. */
export function tracerPeople(count: number): readonly Asker[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `龘${STEMS[n % 10]!}${TAILS[Math.floor(n / 10)]!}`, phone: `1390000${8800 + n}`, idNumber: syntheticId(100 + 7 * n), bankCard: bankCard(n),
    address: `试验路${n}号`, text: `龘龘第${n}件：我叫龘某${n}，三个月工资未发，电话1390000${8800 + n}。`,
  }));
}

const BEGINNING = 6;

/** Finds what of these people, or of these words, stands in a text: as text, as JSON escapes it, and as bytes in hexadecimal. */
export function tracesOf(people: readonly Asker[], words: readonly string[] = []): (text: string) => string[] {
  const tracers = [...people.flatMap(({ name, phone, idNumber, bankCard: card, text }) => [name, phone, idNumber, card, text, text.slice(0, 6)]), ...words];
  // Bytes of more than one character only: the six digits of one stand in a random id now and then.
  const forms = new Map(tracers.flatMap((tracer) => [[tracer, tracer], [escaped(tracer), tracer], ...(tracer.length > 1 ? [[Buffer.from(tracer).toString('hex'), tracer] as const] : [])] as const));
  // Hundreds of people share few beginnings: a text that holds none of those holds none of them.
  const byBeginning = new Map<string, [form: string, tracer: string][]>();
  for (const [form, tracer] of forms) {
    const lower = form.toLowerCase();
    const beginning = lower.slice(0, BEGINNING);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), [lower, tracer]]);
  }
  return (text) => {
    const lower = text.toLowerCase();
    const near = [...byBeginning].flatMap(([beginning, those]) => (lower.includes(beginning) ? those : []));
    return [...new Set(near.filter(([form]) => lower.includes(form)).map(([, tracer]) => tracer))];
  };
}

/** Everything that is logged, of every level, as it would be written. */
export function listenToLog(lines: string[]): void {
  log.level = 'trace';
  const stream = (log as unknown as Record<symbol, { write(line: string): boolean }>)[symbols.streamSym]!;
  stream.write = (line) => lines.push(line) > 0;
}

/** Every message of the log's topic, with keys and headers. */
export async function wholeTopic(app: App): Promise<string> {
  const texts: string[] = [];
  const subscription = app.running.product.transport.subscribe({
    group: `tracers-${randomUUID()}`, topic: topicOf(app.environment['LOG_ID']!), onAssigned: () => Promise.resolve(),
    onBatch: (batch) => {
      for (const { key, value, headers, offset } of batch.messages) {
        texts.push([key, value, ...Object.entries(headers).flat()].map((part) => String(part)).join('\n'));
        batch.done(offset);
      }
      return Promise.resolve();
    },
  });
  const stored = Number((await app.database.query<{ n: string }>('SELECT count(*) AS n FROM es.events')).rows[0]!.n);
  await whenTrue(() => texts.length >= stored, 60_000);
  await subscription.stop();
  return texts.join('\n');
}

/** 19 digits with the check digit of ISO/IEC 7812-1. */
function bankCard(n: number): string {
  const body = `62200000000${String(7_700_000 + n)}`;
  const sum = [...body].reverse().reduce((total, digit, at) => total + (at % 2 === 0 ? (Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit)), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function escaped(text: string): string {
  return [...text].map((character) => (character > '\u007f' ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character)).join('');
}
