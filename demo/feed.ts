import { instantOf } from '#libs/contracts/time.js';
import type { Clock } from '#libs/runtime/clock.js';
import { Hotline } from '../simulator/hotline.js';
import { playOut } from './officers.js';
import type { Office } from './office.js';
import type { DemoOrder } from './orders.js';
import { demoOrders, nextOrder, repeatOf } from './orders.js';
import { SANDBOX, sandboxOrders } from './sandbox.js';

/** The channels' side of the demo, over the public API and nothing else. */
export interface Feed {
  readonly baseUrl: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly office: Office;
  readonly clock: Clock;
}

const AT_ONCE = 8;
const REPEATS = 6;

/** Files the fixed set, some of it twice, and plays the officers' part. Answers how the repeats were taken and what the law refused. */
export async function feedFixedSet({ baseUrl, secrets, office, clock }: Feed, beginMs: number, atMost: number, say: (line: string) => void): Promise<{ filed: number; repeats: number; refused: string[] }> {
  const hotlines = new Map(Object.entries(secrets).map(([channel, secret]) => [channel, new Hotline(baseUrl, channel, secret)]));
  const whole = demoOrders(beginMs);
  const orders = whole.filter((_, at) => at % Math.max(1, Math.ceil(whole.length / atMost)) === 0);
  const refused: string[] = [];
  let done = 0;
  await inParallel(orders, async (one: DemoOrder) => {
    const { caseId } = await hotlines.get(one.channel)!.insist(one.order);
    const no = await playOut(office, caseId, one.fate, clock.now());
    if (no) refused.push(no);
    if (++done % 50 === 0) say(`  … ${done}/${orders.length}`);
  });
  const twice = orders.filter(({ channel }) => channel === '12345').slice(0, REPEATS);
  const merged = await Promise.all(twice.map((one, at) => hotlines.get('12333')!.insist(repeatOf(one, at + 1, instantOf(beginMs - 3600_000)))));
  return { filed: orders.length, repeats: merged.filter(({ duplicateOf }) => duplicateOf !== null).length, refused };
}

/** Files the cases that integrators try things on, and plays each as far as its number says. Answers what the law refused. */
export async function feedSandbox({ baseUrl, secrets, office, clock }: Feed, receivedAt: string): Promise<readonly string[]> {
  const hotline = new Hotline(baseUrl, SANDBOX, secrets[SANDBOX]!);
  const played = await Promise.all(sandboxOrders(receivedAt).map(async ({ order, fate }) => playOut(office, (await hotline.insist(order)).caseId, fate, clock.now())));
  return played.filter((no) => no !== undefined);
}

/** One order every few seconds for as long as the demo runs. Returns how to stop it. */
export function keepFeeding({ baseUrl, secrets, clock }: Feed, everyMs: number, firstSerial: number): () => void {
  let serial = firstSerial;
  const timer = setInterval(() => {
    const { channel, order } = nextOrder(serial++, clock.now());
    new Hotline(baseUrl, channel, secrets[channel]!).insist(order).catch((error: Error) => console.error(`演示工单未送达 / a demo order did not arrive: ${error.message.slice(0, 200)}`));
  }, everyMs);
  return () => clearInterval(timer);
}

/** How long a work order takes from the HTTP call to its routing decision in the log, in milliseconds of real time: median and worst of some. */
export async function timeToRouted({ baseUrl, secrets, office, clock }: Feed, count: number, firstSerial: number): Promise<{ median: number; worst: number }> {
  const taken: number[] = [];
  for (let at = 0; at < count; at++) {
    const { channel, order } = nextOrder(firstSerial + at, clock.now());
    const begun = performance.now();
    const { caseId } = await new Hotline(baseUrl, channel, secrets[channel]!).insist(order);
    while (!(await isRouted(office, caseId))) await new Promise((resolve) => setTimeout(resolve, 2));
    taken.push(performance.now() - begun);
  }
  taken.sort((a, b) => a - b);
  return { median: Math.round(taken[Math.floor(taken.length / 2)]!), worst: Math.round(taken.at(-1)!) };
}

async function isRouted(office: Office, caseId: string): Promise<boolean> {
  const { events } = await office.get<{ events: { type: string }[] }>('auditor', `/v1/cases/${caseId}/history`);
  return events.some(({ type }) => type === 'routing.case-routed.v1');
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
}

