import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { signWebhook } from '#libs/security/webhook.js';
import type { Document, Media, Operation, Parameter } from '../../demo/api/openapi-of.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';

interface Sent { readonly name: string; readonly operation: Operation; readonly path: string; readonly method: string; readonly example?: string; readonly media?: string; readonly value?: unknown }
interface Got { readonly status: number; readonly media: string; readonly body: unknown }

const document = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8')) as Document;
const shared = document.components['responses'] as Operation['responses'];
const headers = document.components['parameters'] as Readonly<Record<string, Parameter>>;

const ABREAST = 16;
/** What ends the session of somebody, or never ends, is left to its own test. */
const LEFT_OUT = new Set(['stream']);

/** Every operation with each of its JSON and CSV examples. */
const all: readonly Sent[] = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, { operationId }]) => !LEFT_OUT.has(operationId)).flatMap(([method, operation]) => {
  const one = { operation, path, method: method.toUpperCase(), name: `${method.toUpperCase()} ${path}` };
  const bodies = Object.entries(operation.requestBody?.content ?? {}).flatMap(([media, { examples = {} }]) => Object.entries(examples).map(([example, { value }]) => ({ ...one, example, media, value })));
  return bodies.length > 0 ? bodies : [one];
}));

describe('The examples of the API', () => {
  let app: App;
  let caseId: string;
  let trackingCode: string;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (formats as unknown as (on: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'api:', components: { schemas: document.components.schemas } });

  const checks = new Map<string, ReturnType<typeof ajv.compile>>();
  const checkOf = (schema: string): ReturnType<typeof ajv.compile> => {
    if (!checks.has(schema)) checks.set(schema, ajv.compile(JSON.parse(schema) as object));
    return checks.get(schema)!;
  };

  const sent = async ({ operation, path, method, media, value, example }: Sent): Promise<Got> => {
    const taken = operation.parameters.map((each) => ('$ref' in each ? headers[(each.$ref as string).split('/').at(-1)!]! : each));
    const channel = /^channels-/.test(operation.operationId) ? example! : operation.operationId === 'imports-take' ? '12345' : 'station';
    const real: Readonly<Record<string, string>> = { caseId, trackingCode, channel, ...(example !== undefined && operation.operationId.endsWith('-give') && { command: example }) };
    const text = (each: Parameter): string => real[each.name] ?? String(each['example']);
    const query = taken.filter((each) => each.in === 'query' && each.required).map((each) => `${each.name}=${encodeURIComponent(text(each))}`).join('&');
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(text(taken.find((each) => each.name === name)!)));
    const body = value === undefined ? (method === 'POST' ? '{}' : undefined) : typeof value === 'string' ? value : JSON.stringify(value);
    const ways = operation.security.flatMap((way) => Object.keys(way));
    const identity: Record<string, string> = ways.includes('webhook')
      ? { ...signWebhook(app.secrets[channel]!, `wh_${randomUUID()}`, Math.floor(Date.now() / 1000), body ?? '') }
      : ways.includes('bearer') ? { authorization: `Bearer ${await app.token(/Roles: ([a-z-]+)/.exec(operation['description'] as string)![1]!, '439901')}` } : {};
    const response = await fetch(`${app.url}${address}${query && `?${query}`}`, { method, redirect: 'manual', headers: { ...identity, ...(body !== undefined && { 'content-type': media ?? 'application/json' }) }, ...(body !== undefined && { body }) });
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!;
    return { status: response.status, media: type, body: /json/.test(type) ? await response.json() : await response.text() };
  };

  /** What is wrong with an answer by the document; undefined where it is the documented one. */
  const wrongIn = ({ operation, name, example = '' }: Sent, { status, media, body }: Got): string | undefined => {
    const said = operation.responses[status];
    const answer = said && '$ref' in said ? shared[said.$ref.split('/').at(-1)!] : said;
    const told = `${name} ${example} ${status} ${media}`;
    if (!answer || '$ref' in answer) return `${told}: this status is not documented${status >= 400 ? ` (${String((body as { code?: string }).code)})` : ''}`;
    const content: Media | undefined = answer.content?.[media];
    if (!content) return answer.content === undefined && media === '' ? undefined : `${told}: this form is not documented`;
    if (!/json/.test(media)) return undefined;
    const check = checkOf(JSON.stringify(content.schema).replaceAll('"#/components', '"api:#/components'));
    return check(body) ? undefined : `${told}: ${ajv.errorsText(check.errors).slice(0, 300)}${status >= 400 ? ` (${String((body as { code?: string }).code)})` : ''}`;
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const file = all.find(({ operation, example }) => operation.operationId === 'channels-file' && example === '12345')!;
    const { status, body } = await sent(file);
    expect(status).toBe(202);
    ({ caseId, trackingCode } = body as { caseId: string; trackingCode: string });
    await app.settled();
  });
  afterAll(() => app?.stop());

  it('of every operation get an answer that the document describes: its status, its form, its fields, its code', async () => {
    const wrong: string[] = [];
    const statuses = new Map<number, number>();
    for (let at = 0; at < all.length; at += ABREAST) {
      await Promise.all(all.slice(at, at + ABREAST).map(async (each) => {
        const got = await sent(each);
        statuses.set(got.status, (statuses.get(got.status) ?? 0) + 1);
        const what = wrongIn(each, got);
        if (what !== undefined) wrong.push(what);
      }));
    }
    expect(wrong).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(60); // Else it would be a test of refusals alone.
  }, 240_000);

  it.each(all.filter(({ operation, media }) => /^(channels-(file|check)|imports-take|self-service-(file|check)|subscriptions-choose|reconciliation-compare)$/.test(operation.operationId) && media).map((each) => [`${each.name} (${each.example})`, each] as const))('%s is done as the integrator’s page shows it', async (_, each) => {
    const { status, body } = await sent(each);
    expect([status, status < 300 || body]).toEqual([Number(Object.keys(each.operation.responses).find((one) => one.startsWith('2'))), true]);
  });
});
