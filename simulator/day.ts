import { randomUUID } from 'node:crypto';
import { channelsFile, deliveriesList, deliveriesRedrive, reconciliationCompare } from '../client/anxin.js';
import type { Client } from '../client/anxin.js';
import type { Ear, Heard } from './hotline.js';

type Order = Parameters<typeof channelsFile>[1]['body'];
type Receipt = Awaited<ReturnType<typeof channelsFile>>;
type Reconciled = Awaited<ReturnType<typeof reconciliationCompare>>;

export interface Day {
  readonly client: Client;
  readonly channel: string;
  readonly ear: Ear;
  /** Between 0 and 1, for the order in which things are sent; seeded by whoever wants the same day twice. */
  readonly random: () => number;
}

/** What a hotline held at the end of its day, and what it found wrong: empty lists are a good day. */
export interface Report {
  readonly sent: number;
  readonly repeated: number;
  readonly receipts: number;
  readonly heard: number;
  /** The same call again, told apart by its id. */
  readonly heardAgain: number;
  readonly problems: readonly string[];
  readonly reconciled: Reconciled;
}

/** A hotline through a day, over the published client alone: orders out of order and twice, the receiver away and back, what failed driven again, the books closed. */
export class HotlineDay {
  readonly #problems: string[] = [];
  #repeated = 0;

  /** `receipts`, by the channel's own number: what was kept of an earlier run. */
  constructor(private readonly day: Day, readonly receipts: Map<string, Receipt> = new Map()) {}

  /** Files each order, in an order that chance makes, every third twice at once as a caller does whose first try timed out. */
  async file(orders: ReadonlyMap<string, Order>): Promise<void> {
    const shuffled = [...orders].map((each) => [this.day.random(), each] as const).sort(([a], [b]) => a - b).map(([, each]) => each);
    for (const [at, [number, body]] of shuffled.entries()) {
      const id = `wh_${randomUUID()}`;
      const give = (): Promise<Receipt> => channelsFile(this.day.client, { channel: this.day.channel, body }, { id });
      const [receipt, ...again] = await Promise.all(at % 3 === 0 ? [give(), give()] : [give()]);
      this.#repeated += again.length;
      if (again.some((each) => each.caseId !== receipt.caseId)) this.#problems.push(`${number}: the same call gave two cases`);
      this.receipts.set(number, receipt);
    }
  }

  /** What was not delivered while the receiver was away, seen and driven again by the channel itself; how many. */
  async redrive(): Promise<number> {
    const { client, channel } = this.day;
    const { deliveries } = await deliveriesList(client, { channel, limit: '1000' });
    const failed = deliveries.filter(({ status, attempts }) => status === 'abandoned' || (status === 'waiting' && attempts > 0));
    for (const { id } of failed) await deliveriesRedrive(client, { channel, id });
    return failed.length;
  }

  /** Closes the books of a day in Asia/Shanghai. */
  async close(day: string): Promise<Report> {
    const { client, channel, ear } = this.day;
    const heard = ear.heard.filter((each) => each.channel === channel);
    const feedback = heard.filter(({ payload }) => payload.timestamp.startsWith(day)).map(({ webhookId }) => webhookId);
    const reconciled = await reconciliationCompare(client, { channel, body: { day, orders: [...this.receipts.keys()], feedback } });
    const problems = [...this.#problems, ...this.#wrongIn(heard)];
    return { sent: this.receipts.size + this.#repeated, repeated: this.#repeated, receipts: this.receipts.size, heard: heard.length, heardAgain: ear.again, problems, reconciled };
  }

  /** Feedback about what was never sent, under another case number than the receipt's, or a fact of a case after a later one. */
  #wrongIn(heard: readonly Heard[]): readonly string[] {
    const last = new Map<string, bigint>();
    return heard.flatMap(({ payload: { data } }) => {
      const receipt = this.receipts.get(data.channelNumber);
      const late = BigInt(data.position) <= (last.get(data.channelNumber) ?? 0n);
      last.set(data.channelNumber, BigInt(data.position));
      return [
        ...(receipt ? [] : [`${data.channelNumber}: told of an order that was not sent`]),
        ...(receipt && receipt.caseNumber !== data.caseNumber ? [`${data.channelNumber}: told of ${data.caseNumber}, not of ${receipt.caseNumber}`] : []),
        ...(late ? [`${data.channelNumber}: ${data.event} came after a later fact`] : []),
      ];
    });
  }
}

/** The report as lines for a person, Chinese and English. */
export function lines({ sent, repeated, receipts, heard, heardAgain, problems, reconciled: { day, agrees, orders, feedback } }: Report): readonly string[] {
  return [
    `日期 / day: ${day}`, `发出 / sent: ${sent}（重复 / repeated ${repeated}）`, `回执 / receipts: ${receipts}`, `收到反馈 / feedback heard: ${heard}（重复 / again ${heardAgain}）`,
    `对账 / reconciliation: ${agrees ? '一致 / agrees' : '不一致 / differs'}; 工单 / orders ${orders.there}:${orders.here}${feedback ? `, 反馈 / feedback ${feedback.there}:${feedback.here}` : ''}`,
    ...[...orders.unknownHere, ...orders.unknownThere].map((number) => `  工单有出入 / order differs: ${number}`),
    ...[...(feedback?.unknownHere ?? []), ...(feedback?.unknownThere ?? [])].map((id) => `  反馈有出入 / feedback differs: ${id}`),
    ...problems.map((what) => `  问题 / problem: ${what}`),
  ];
}
