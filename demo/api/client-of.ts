import type { JsonSchema } from '#libs/contracts/breaking.js';
import type { Document, Operation, Parameter } from './openapi-of.js';

/** The client's functions, one for each operation, with the types of all that goes over the wire: TypeScript made of the OpenAPI document alone. */
export function clientOf(document: Document): string {
  const types = Object.entries(document.components.schemas).filter(([name]) => name !== 'Problem').map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
  const functions = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => functionOf(document, path, method, operation)));
  return ['// Made of docs/api/openapi.json by `npm run api`; a test compares it.', "import type { Client, Options } from './client.js';", '', ...types, '', functions.join('\n\n'), ''].join('\n');
}

function functionOf(document: Document, path: string, method: string, operation: Operation): string {
  const name = camel(operation.operationId);
  const parameters = operation.parameters.map((each) => ('$ref' in each ? (document.components['parameters'] as Record<string, Parameter>)[(each.$ref as string).split('/').at(-1)!]! : each));
  const own = parameters.filter((each) => each.in !== 'header');
  const body = bodyOf(operation);
  const fields = [...own.map((each) => `readonly ${each.name}${each.required ? '' : '?'}: ${typeOf(each.schema)}`), ...(body ? [`readonly body: ${body.type}`] : [])];
  const optional = fields.every((field) => field.includes('?:'));
  const [answer, kind] = answerOf(operation);
  const query = own.filter((each) => each.in === 'query').map((each) => each.name);
  const wire = [
    `method: '${method.toUpperCase()}'`, `path: '${path}'`, ...(query.length > 0 ? [`query: ${JSON.stringify(query)}`] : []), ...(operation.security.some((way) => 'webhook' in way) ? ['signed: true'] : []),
    ...(parameters.some((each) => each.name === 'Idempotency-Key') ? ['keyed: true'] : []), ...(body?.sends ? [`sends: '${body.sends}'`] : []), ...(kind ? [`answers: '${kind}'`] : []),
  ];
  return [
    `/** ${operation.summary}. ${operation.description as string} */`, `export type ${pascal(name)}Problem = ${codesOf(document, operation).map((code) => `'${code}'`).join(' | ') || 'never'};`,
    `/** ${operation.summary}. ${method.toUpperCase()} ${path} */`,
    `export function ${name}(client: Client, given: {${fields.length > 0 ? ` ${fields.join('; ')} ` : ''}}${optional ? ' = {}' : ''}, options?: Options): Promise<${answer}> {`, `  return client.call({ ${wire.join(', ')} }, given, options);`, '}',
  ].join('\n').replaceAll('*/ */', '*/');
}

function bodyOf({ requestBody }: Operation): { readonly type: string; readonly sends?: string } | undefined {
  if (!requestBody) return undefined;
  const json = requestBody.content['application/json'];
  if (json) return { type: typeOf(json.schema) };
  if (requestBody.content['multipart/form-data']) return { type: 'FormData' };
  return { type: 'string | Uint8Array', sends: Object.keys(requestBody.content)[0]! };
}

function answerOf({ responses }: Operation): readonly [type: string, kind?: 'text' | 'bytes'] {
  const [, answer] = Object.entries(responses).find(([status]) => /^[23]/.test(status))!;
  const content = Object.entries(('$ref' in answer ? {} : answer.content) ?? {});
  const json = content.find(([media]) => media === 'application/json');
  if (json) return [typeOf(json[1].schema)];
  return content.length > 0 && content.every(([media]) => media.startsWith('text/')) ? ['string', 'text'] : ['Uint8Array', 'bytes'];
}

function codesOf(document: Document, { responses }: Operation): readonly string[] {
  const shared = document.components['responses'] as Operation['responses'];
  return Object.entries(responses).filter(([status]) => /^[45]/.test(status)).flatMap(([, each]) => {
    const found = '$ref' in each ? shared[each.$ref.split('/').at(-1)!]! : each;
    return '$ref' in found ? [] : Object.keys(found.content?.['application/problem+json']?.examples ?? {});
  });
}

/** The TypeScript type of a JSON Schema. */
export function typeOf(schema: JsonSchema): string {
  const { $ref, const: only, enum: values, anyOf, allOf, type } = schema as { $ref?: string; const?: unknown; enum?: readonly unknown[]; anyOf?: readonly JsonSchema[]; allOf?: readonly JsonSchema[]; type?: string | readonly string[] };
  if ($ref !== undefined) return $ref.split('/').at(-1)!;
  if ('const' in schema) return JSON.stringify(only);
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (anyOf) return [...new Set(anyOf.map((each) => bracketed(typeOf(each))))].join(' | ');
  if (allOf) return allOf.map((each) => bracketed(typeOf(each))).join(' & ');
  return [type ?? []].flat().map((each) => plain(each, schema)).join(' | ') || 'unknown';
}

function plain(type: string, schema: JsonSchema): string {
  switch (type) {
    case 'object': return objectType(schema);
    case 'array': return `readonly ${bracketed(typeOf((schema['items'] ?? {}) as JsonSchema))}[]`;
    case 'integer': return 'number';
    case 'string': return schema['format'] === 'binary' ? 'Uint8Array' : 'string';
    default: return type;
  }
}

function objectType({ properties, required = [], additionalProperties }: JsonSchema): string {
  const fields = Object.entries((properties ?? {}) as Readonly<Record<string, JsonSchema>>).map(([name, each]) => `readonly ${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}${(required as readonly string[]).includes(name) ? '' : '?'}: ${typeOf(each)}`);
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  return `Readonly<Record<string, ${typeof additionalProperties === 'object' && additionalProperties !== null ? typeOf(additionalProperties as JsonSchema) : 'unknown'}>>`;
}

function bracketed(type: string): string {
  return /[|&]/.test(type) && !/^\{[^}]*\}$/.test(type) ? `(${type})` : type.startsWith('readonly ') ? `(${type})` : type;
}

function camel(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
