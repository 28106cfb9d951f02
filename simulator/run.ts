import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../client/anxin.js';
import { addressOf, homeFolder, secretsOf } from '../demo/home.js';
import { orderExamples } from '../demo/api/order-examples.js';
import { HotlineDay, lines } from './day.js';
import { Ear } from './hotline.js';

/** `npm run simulate`: a hotline's day against the running demo, started with SANDBOX_FEEDBACK_URL=http://127.0.0.1:9000/station: orders twice and out of order, the receiver away and back, the books closed. */
const [CHANNEL, PORT, ORDERS, AWAY_MS] = ['station', 9000, 12, 8_000] as const;
const home = homeFolder();
const { channels } = secretsOf(home);
const ear = new Ear(channels);
await ear.listen(PORT);
const client = new Client({ baseUrl: addressOf(home).url, identity: { secret: channels[CHANNEL]! } });
const day = new HotlineDay({ client, channel: CHANNEL, ear, random: Math.random });
const run = Date.now().toString(36).toUpperCase();
ear.away = 503;
await day.file(new Map(Array.from({ length: ORDERS }, (_, at) => {
  const number = `SIM-${run}-${at}`;
  return [number, { ...orderExamples[CHANNEL], externalId: number, requester: { name: `模拟${at}某`, phone: `13900008${String(at).padStart(3, '0')}` }, employer: { name: `测试模拟${run}${at}有限公司` } } as never];
})));
console.log(`已登记 ${day.receipts.size} 件，接收端停 ${AWAY_MS / 1000} 秒 / filed, the receiver is away`);
await pause(AWAY_MS);
ear.away = undefined;
console.log(`重新发送 / driven again: ${await day.redrive()}`);
await pause(AWAY_MS);
const today = ear.heard[0]?.payload.timestamp.slice(0, 10);
if (today === undefined) throw new Error(`没有收到反馈。Nothing was heard: start the demo with SANDBOX_FEEDBACK_URL=http://127.0.0.1:${PORT}/${CHANNEL}.`);
const report = await day.close(today);
for (const line of lines(report)) console.log(line);
await ear.close();
process.exitCode = report.problems.length === 0 ? 0 : 1;
