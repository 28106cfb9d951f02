import { readFileSync } from 'node:fs';
import { lint } from './rules.js';

type Anything = Record<string, any>;

/** The smallest document that keeps every rule. */
function good(): Anything {
  const problem = { description: 'FORBIDDEN', content: { 'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: ['FORBIDDEN'] } } }] } } } };
  return {
    openapi: '3.1.0', info: { title: 't', version: '1', description: 'd', license: { name: 'MIT' } }, tags: [{ name: 'things' }],
    paths: { '/v1/things/{id}': { post: {
      operationId: 'things-make', summary: '新建（Makes one）', description: 'Makes one.', tags: ['things'], security: [{ bearer: [] }],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'id', schema: { type: 'string' }, example: 'a' }],
      requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', properties: { n: { type: 'integer' } } }, examples: { one: { value: { n: 1 } } } } } },
      responses: { 200: { description: 'Done', content: { 'application/json': { schema: { type: 'object' } } } }, 401: problem, 403: problem },
    } } },
    components: { schemas: { Problem: { type: 'object' } } },
  };
}
const operation = (document: Anything): Anything => document['paths']['/v1/things/{id}'].post as Anything;

describe('The rules of the API’s description', () => {
  it('find nothing wrong with the published document', async () => {
    expect(await lint(JSON.parse(readFileSync('docs/api/openapi.json', 'utf8')) as object)).toEqual([]);
  });

  it('find nothing wrong with a good one', async () => expect(await lint(good())).toEqual([]));

  it.each<[string, (document: Anything) => void]>([
    ['openapi-3.1', (it) => void (it['openapi'] = '3.0.3')],
    ['info-complete', (it) => void delete it['info'].description],
    ['paths-kebab', (it) => { it['paths'] = { '/v1/Things/{id}': it['paths']['/v1/things/{id}'] }; }],
    ['operation-id', (it) => void (operation(it)['operationId'] = 'makeThing')],
    ['operation-id-unique', (it) => void (it['paths']['/v1/things/{id}'].get = operation(it))],
    ['operation-summary-bilingual', (it) => void (operation(it)['summary'] = 'Makes one')],
    ['operation-description', (it) => void delete operation(it)['description']],
    ['operation-tag', (it) => void (operation(it)['tags'] = [])],
    ['tags-declared', (it) => void (it['tags'] = [])],
    ['operation-security', (it) => void delete operation(it)['security']],
    ['parameters-declared', (it) => void (operation(it)['parameters'][0].required = false)],
    ['parameter-described', (it) => void delete operation(it)['parameters'][0].example],
    ['parameter-place', (it) => void operation(it)['parameters'].push({ name: 'c', in: 'cookie', description: 'c', schema: {}, example: 'c' })],
    ['success-answer', (it) => void delete operation(it)['responses'][200]],
    ['problem-answers', (it) => void (operation(it)['responses'][403] = { description: 'no', content: { 'application/json': { schema: {} } } })],
    ['refused-without-identity', (it) => void delete operation(it)['responses'][401]],
    ['body-has-example', (it) => void delete operation(it)['requestBody'].content['application/json'].examples],
    ['examples-fit', (it) => void (operation(it)['requestBody'].content['application/json'].examples.one.value.n = 'one')],
    ['list-items-typed', (it) => void (operation(it)['requestBody'].content['application/json'].schema.properties.names = { type: 'array', items: { minLength: 1 } })],
    ['list-items-typed', (it) => void (operation(it)['requestBody'].content['application/json'].schema.properties.names = { type: 'array' })],
    ['list-items-typed', (it) => void (operation(it)['responses'][200].content['application/json'].schema = { type: 'array', items: { pattern: '^a' } })],
    ['references-hold', (it) => { it['components'] = { schemas: {} }; }],
    ['nothing-unused', (it) => void (it['components'].schemas.Lost = {})],
  ])('%s is found where it is broken', async (rule, spoil) => {
    const document = good();
    spoil(document);
    expect((await lint(document)).map((found) => found.split(':')[0])).toContain(rule);
  });
});
