import ts from 'typescript';
import { clientOf, typeOf } from './client-of.js';

describe('The generated client', () => {
  it.each([
    [{ type: 'string' }, 'string'], [{ type: 'integer' }, 'number'], [{ type: ['string', 'null'] }, 'string | null'], [{ enum: ['a', 'b', null] }, '"a" | "b" | null'], [{ const: 1 }, '1'], [{}, 'unknown'], [{ type: 'object' }, 'Readonly<Record<string, unknown>>'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'Readonly<Record<string, number>>'], [{ $ref: '#/components/schemas/Order' }, 'Order'], [{ type: 'array', items: { enum: ['a', 'b'] } }, 'readonly ("a" | "b")[]'],
    [{ type: 'array', items: { type: 'array', items: { type: 'string' } } }, 'readonly (readonly string[])[]'], [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'], [{ allOf: [{ $ref: '#/a/A' }, { $ref: '#/a/B' }] }, 'A & B'],
    [{ type: 'object', required: ['a'], properties: { a: { type: 'string' }, 'b-c': { type: 'boolean' } } }, '{ readonly a: string; readonly "b-c"?: boolean }'], [{ type: 'string', format: 'binary' }, 'Uint8Array'],
  ])('writes %j as a type', (schema, type) => expect(typeOf(schema)).toBe(type));

  it('has a function for each operation that says how it goes over the wire', () => {
    const answer = (content: object | undefined) => ({ 200: { description: '', ...(content && { content }) } });
    const code = clientOf({
      openapi: '3.1.0', components: { schemas: { Order: { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } } }, responses: { NO: { description: '', content: { 'application/problem+json': { schema: {}, examples: { NO: {} } } } } }, parameters: { 'Idempotency-Key': { name: 'Idempotency-Key', in: 'header', required: false, schema: {} } } },
      paths: {
        '/v1/c/{channel}/orders': { post: { operationId: 'c-file', summary: 's', description: 'd', tags: [], security: [{ webhook: [] }], parameters: [{ name: 'channel', in: 'path', required: true, schema: { type: 'string' } }, { $ref: '#/components/parameters/Idempotency-Key' }],
          requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } }, responses: { ...answer({ 'application/json': { schema: { $ref: '#/components/schemas/Order' } } }), 409: { $ref: '#/components/responses/NO' } } } },
        '/v1/list': { get: { operationId: 'list', summary: 's', description: 'd', tags: [], security: [], parameters: [{ name: 'q', in: 'query', required: false, schema: { type: 'string' } }], responses: answer({ 'text/csv': { schema: { type: 'string' } } }) } },
      },
    } as never);
    expect(code).toContain('export type Order = { readonly n: number };');
    expect(code).toContain('export function cFile(client: Client, given: { readonly channel: string; readonly body: Order }, options?: Options): Promise<Order> {');
    expect(code).toContain("return client.call({ method: 'POST', path: '/v1/c/{channel}/orders', signed: true, keyed: true }, given, options);");
    expect(code).toContain("export type CFileProblem = 'NO';");
    expect(code).toContain('export function list(client: Client, given: { readonly q?: string } = {}, options?: Options): Promise<string> {');
    expect(code).toContain(`return client.call({ method: 'GET', path: '/v1/list', query: ["q"], answers: 'text' }, given, options);`);
    expect(ts.transpileModule(code, { reportDiagnostics: true }).diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  });
});
