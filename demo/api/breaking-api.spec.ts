import { breakingApi, breakingEvents } from './breaking-api.js';

type Anything = Record<string, any>;

function published(): Anything {
  return {
    paths: { '/v1/things/{id}': { post: {
      operationId: 'things-make', security: [{ webhook: [] }, { bearer: [] }],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }, { name: 'state', in: 'query', required: false, schema: { type: 'string', enum: ['open', 'closed'] } }, { $ref: '#/components/parameters/Key' }],
      requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Asked' } } } },
      responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } } }, 409: { content: {} } },
    } } },
    components: {
      parameters: { Key: { name: 'Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } } },
      schemas: {
        Asked: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 40 }, kind: { type: 'string', enum: ['a', 'b'] }, note: { type: ['string', 'null'] } }, additionalProperties: false },
        Answer: { type: 'object', required: ['id', 'state', 'lines'], properties: { id: { type: 'string' }, state: { type: 'string', enum: ['open', 'closed'] }, note: { type: 'string' }, lines: { type: 'array', items: { type: 'object', required: ['n'], properties: { n: { type: 'number' } } } } } },
      },
    },
  };
}
const post = (document: Anything): Anything => document['paths']['/v1/things/{id}'].post as Anything;
const schema = (document: Anything, name: string): Anything => document['components'].schemas[name] as Anything;

function found(change: (document: Anything) => void): readonly string[] {
  const now = published();
  change(now);
  return breakingApi(published() as never, now as never);
}

describe('A published API', () => {
  it('breaks nothing by staying as it is', () => expect(found(() => undefined)).toEqual([]));

  it.each<[string, (document: Anything) => void]>([
    ['a further route', (it) => void (it['paths']['/v1/others'] = { get: post(it) })],
    ['a further parameter that may be left out', (it) => void post(it)['parameters'].push({ name: 'q', in: 'query', required: false, schema: { type: 'string' } })],
    ['a further field of a body that may be left out', (it) => void (schema(it, 'Asked')['properties'].more = { type: 'string' })],
    ['a further value that a body may hold', (it) => void schema(it, 'Asked')['properties'].kind.enum.push('c')],
    ['a longer text that it takes', (it) => void (schema(it, 'Asked')['properties'].name.maxLength = 80)],
    ['a field that need not be sent any more', (it) => void (schema(it, 'Asked')['required'] = [])],
    ['a further field of an answer', (it) => { schema(it, 'Answer')['properties'].more = { type: 'string' }; schema(it, 'Answer')['required'].push('more'); }],
    ['a field of an answer that is always there now', (it) => void schema(it, 'Answer')['required'].push('note')],
    ['another refusal', (it) => void (post(it)['responses'][422] = { content: {} })],
    ['a further way to sign in', (it) => void post(it)['security'].push({ mutual: [] })],
  ])('may change by %s', (_, change) => expect(found(change)).toEqual([]));

  it.each<[string, (document: Anything) => void, RegExp]>([
    ['a removed route', (it) => { it['paths'] = {}; }, /^POST \/v1\/things\/\{id\}: was removed$/],
    ['another method', (it) => { it['paths']['/v1/things/{id}'] = { get: post(it) }; }, /was removed$/],
    ['another id, which names the client’s function', (it) => void (post(it)['operationId'] = 'things-create'), /operationId things-make was renamed/],
    ['a removed parameter', (it) => void post(it)['parameters'].splice(1, 1), /parameter state was removed/],
    ['a newly required parameter', (it) => void post(it)['parameters'].push({ name: 'q', in: 'query', required: true, schema: {} }), /parameter q is newly required/],
    ['a parameter that became required', (it) => void (it['components'].parameters.Key.required = true), /parameter Key became required/],
    ['a value that a parameter lost', (it) => void (post(it)['parameters'][1].schema.enum = ['open']), /parameter state .*lost the values "closed"/],
    ['a shorter header', (it) => void (it['components'].parameters.Key.schema.maxLength = 10), /parameter Key .*maxLength was lowered/],
    ['a newly required field', (it) => void schema(it, 'Asked')['required'].push('kind'), /the body \/kind: is newly required/],
    ['a field that is no longer taken', (it) => void delete schema(it, 'Asked')['properties'].note, /the body \/note: was removed/],
    ['a narrowed type', (it) => void (schema(it, 'Asked')['properties'].note.type = 'string'), /the body \/note: the type was narrowed/],
    ['a shorter text', (it) => void (schema(it, 'Asked')['properties'].name.maxLength = 10), /the body \/name: maxLength was lowered/],
    ['a value that a body may no longer hold', (it) => void (schema(it, 'Asked')['properties'].kind.enum = ['a']), /the body \/kind: lost the values "b"/],
    ['a body where there was none', (it) => void (post(it)['requestBody'].content = { 'text/csv': post(it)['requestBody'].content['application/json'] }), /the body: application\/json was removed/],
    ['a removed field of an answer', (it) => void delete schema(it, 'Answer')['properties'].note, /answer 200 \/note: was removed/],
    ['a field of an answer that may be missing', (it) => void (schema(it, 'Answer')['required'] = ['id', 'lines']), /answer 200 \/state: may be missing now/],
    ['a value that an answer lost', (it) => void (schema(it, 'Answer')['properties'].state.enum = ['open']), /answer 200 \/state: lost the values "closed"/],
    ['a field of an answer that may be null', (it) => void (schema(it, 'Answer')['properties'].id.type = ['string', 'null']), /answer 200 \/id: may be of another type now/],
    ['another type deep in an answer', (it) => void (schema(it, 'Answer')['properties'].lines.items.properties.n.type = 'string'), /answer 200 \/lines\/\[\]\/n: may be of another type now/],
    ['another status of success', (it) => { post(it)['responses'][201] = post(it)['responses'][200]; delete post(it)['responses'][200]; }, /status 200 was removed/],
    ['a way to sign in that is gone', (it) => void post(it)['security'].splice(0, 1), /webhook no longer opens it/],
  ])('breaks by %s', (_, change, message) => {
    const all = found(change);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(message);
  });

  it('is not closed to the public afterwards', () => {
    const before = published();
    post(before)['security'] = [];
    expect(breakingApi(before as never, published() as never)).toEqual(['POST /v1/things/{id}: is no longer public']);
  });
});

describe('A published event', () => {
  const events = (): Anything => ({ channels: { caseEvents: { address: 't' } }, components: { messages: { 'a.b.v1': { payload: { schema: { type: 'object', properties: { at: { type: 'string' } } } } } } } });

  it.each<[string, (document: Anything) => void, string]>([
    ['a removed message', (it) => { it['components'].messages = {}; }, 'a.b.v1: was removed'],
    ['a removed field', (it) => void delete it['components'].messages['a.b.v1'].payload.schema.properties.at, 'a.b.v1 /at: was removed'],
    ['another topic', (it) => void (it['channels'].caseEvents.address = 'u'), 'the topic was renamed'],
  ])('breaks by %s', (_, change, message) => {
    const now = events();
    expect(breakingEvents(events(), now)).toEqual([]);
    change(now);
    expect(breakingEvents(events(), now)).toEqual([message]);
  });
});
