import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Instant } from '#libs/contracts/time.js';
import { instantOf } from '#libs/contracts/time.js';
import { signWebhook } from '#libs/security/webhook.js';

/** The hotline's number of its order. */
export function numberOf(n: number): string {
  return `BX${String(n).padStart(9, '0')}`;
}

/** One hotline's work order of this moment or another, its body ready; worker, employer and number differ from order to order, so that none is taken for a repeat or joins a group. */
export function workOrder(n: number, callTime: Instant = instantOf(Date.now())): string {
  const serial = String(n).padStart(9, '0');
  const district = ['439901', '439902', '439903'][n % 3];
  return JSON.stringify({
    orderNo: numberOf(n), callTime, appealType: 'COMPLAINT', categoryCode: 'D01', areaCode: district, eventAddress: `测试路${n}号`,
    content: '来电人在工地做木工，2025年11月至2026年1月工资未发，要求尽快支付。',
    caller: { callerName: '甲子某', callerPhone: `139${String(n % 100_000_000).padStart(8, '0')}`, isMigrantWorker: true, keepSecret: n % 5 === 0 },
    appealedUnit: { unitName: `测试${serial}建筑有限公司` }, site: { siteName: `测试${serial}花园`, industryCode: 'E47' },
    arrears: { owedAmount: 6000 + (n % 24_000), peopleCount: 1, beginMonth: '2025-11', endMonth: '2026-01' },
  });
}

export interface Answered { readonly status: number; readonly body: { readonly caseId?: string }; readonly ms: number; readonly retryAfter?: number }

/** So many connections that are kept open, each with one call at a time. */
export class Caller {
  readonly #agent: Agent;

  constructor(private readonly url: string, private readonly secret: string, connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  file(order: string): Promise<Answered> {
    const signed = signWebhook(this.secret, `wh_${randomUUID()}`, Math.floor(Date.now() / 1000), order);
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const call = request(`${this.url}/v1/channels/12345/work-orders`, { method: 'POST', agent: this.#agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(order), ...signed } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => {
          const retryAfter = response.headers['retry-after'];
          resolve({ status: response.statusCode!, body: JSON.parse(text) as Answered['body'], ms: performance.now() - began, ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }) });
        });
      });
      call.on('error', reject).end(order);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
