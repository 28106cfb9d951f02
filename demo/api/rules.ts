import spectralCore from '@stoplight/spectral-core';
import type { RulesetDefinition } from '@stoplight/spectral-core';
import spectralFunctions from '@stoplight/spectral-functions';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Document, Media, Operation, Parameter } from './openapi-of.js';

const { Document: SpectralDocument, Spectral } = spectralCore;
const { pattern, truthy, length, enumeration } = spectralFunctions;
const OPERATION = '$.paths[*][get,post]';

/** How the API is described, as Spectral checks it: rules that a document of one operation each can be shown to break. */
const rules: Readonly<Record<string, object>> = {
  'openapi-3.1': { given: '$', message: 'The document is OpenAPI 3.1.', then: { field: 'openapi', function: pattern, functionOptions: { match: '^3\\.1\\.' } } },
  'info-complete': { given: '$.info', message: 'Title, version, description and licence are there.', then: ['title', 'version', 'description', 'license'].map((field) => ({ field, function: truthy })) },
  'paths-kebab': { given: '$.paths', message: 'A path is made of lower-case words, numbers and parameters.', then: { field: '@key', function: pattern, functionOptions: { match: '^(/([a-z0-9]+(-[a-z0-9]+)*|\\{[a-zA-Z]+\\}))+$' } } },
  'operation-id': { given: OPERATION, message: 'An operation has an id in kebab case.', then: { field: 'operationId', function: pattern, functionOptions: { match: '^[a-z0-9]+(-[a-z0-9]+)+$|^[a-z]+$' } } },
  'operation-id-unique': { given: '$', message: '{{error}}', then: { function: unique } },
  'operation-summary-bilingual': { given: OPERATION, message: 'A summary is Chinese, and English in brackets.', then: { field: 'summary', function: pattern, functionOptions: { match: '^.*\\p{Script=Han}.*（.*[A-Za-z].*）$'.replace('\\p{Script=Han}', '[\\u4e00-\\u9fff]') } } },
  'operation-description': { given: OPERATION, message: 'An operation is described.', then: { field: 'description', function: truthy } },
  'operation-tag': { given: `${OPERATION}.tags`, message: 'An operation has one tag.', then: { function: length, functionOptions: { min: 1, max: 1 } } },
  'tags-declared': { given: '$', message: '{{error}}', then: { function: declaredTags } },
  'operation-security': { given: OPERATION, message: 'An operation says who may call it; nobody is an empty list.', then: { field: 'security', function: spectralFunctions.defined } },
  'parameters-declared': { given: '$', message: '{{error}}', then: { function: pathParameters } },
  'parameter-described': { given: ['$.paths[*][*].parameters[?(@.name)]', '$.components.parameters[*]'], message: 'A parameter has a description, a schema and an example.', then: ['description', 'schema', 'example'].map((field) => ({ field, function: truthy })) },
  'parameter-place': { given: '$.paths[*][*].parameters[?(@.name)].in', message: 'A parameter stands in the path, the query or a header.', then: { function: enumeration, functionOptions: { values: ['path', 'query', 'header'] } } },
  'success-answer': { given: '$', message: '{{error}}', then: { function: succeeds } },
  'problem-answers': { given: '$', message: '{{error}}', then: { function: problems } },
  'refused-without-identity': { given: '$', message: '{{error}}', then: { function: refusesStrangers } },
  'body-has-example': { given: '$', message: '{{error}}', then: { function: bodiesHaveExamples } },
  'examples-fit': { given: '$', message: '{{error}}', then: { function: examplesFit } },
  'list-items-typed': { given: '$', message: '{{error}}', then: { function: listItemsTyped } },
  'references-hold': { given: '$', message: '{{error}}', then: { function: referencesHold } },
  'nothing-unused': { given: '$', message: '{{error}}', then: { function: nothingUnused } },
};

/** What the rules find, a line each. */
export async function lint(document: object): Promise<readonly string[]> {
  const spectral = new Spectral();
  spectral.setRuleset({ rules: Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, { ...rule, resolved: false }])) } as RulesetDefinition); // As it is written: what is referred to is a matter of the rules.
  const found = await spectral.run(new SpectralDocument(JSON.stringify(document), jsonParser as never));
  return found.map(({ code, message, path }) => `${code}: ${path.join('.')} ${message}`);
}

/** The document is our own and well-formed: lines of its text say nothing to anybody. */
const jsonParser = { parse: (text: string) => ({ data: JSON.parse(text) as unknown, ast: undefined, diagnostics: [], lineMap: [] }), getLocationForJsonPath: () => undefined, trapAccess: (given: unknown) => given };

type Findings = { readonly message: string }[] | void;

function operationsOf(given: unknown): readonly (readonly [name: string, path: string, operation: Operation])[] {
  return Object.entries((given as Document).paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, path, operation] as const));
}

function each(given: unknown, wrong: (operation: Operation, path: string) => readonly string[]): Findings {
  return operationsOf(given).flatMap(([name, path, operation]) => wrong(operation, path).map((what) => ({ message: `${name}: ${what}` })));
}

function unique(given: unknown): Findings {
  const seen = new Set<string>();
  return each(given, ({ operationId }) => (seen.has(operationId) ? [`the id ${operationId} is taken`] : (seen.add(operationId), [])));
}

function declaredTags(given: unknown): Findings {
  const known = new Set(((given as { tags?: { name: string }[] }).tags ?? []).map(({ name }) => name));
  return each(given, ({ tags }) => (tags ?? []).filter((tag) => !known.has(tag)).map((tag) => `the tag ${tag} is not declared`));
}

function pathParameters(given: unknown): Findings {
  return each(given, ({ parameters = [] }, path) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const said = parameters.filter((one): one is Parameter => 'in' in one && one.in === 'path');
    return [
      ...named.filter((name) => !said.some((one) => one.name === name && one.required)).map((name) => `{${name}} is not declared as required`), ...said.filter(({ name }) => !named.includes(name)).map(({ name }) => `${name} is not in the path`),
    ];
  });
}

function succeeds(given: unknown): Findings {
  return each(given, ({ responses }) => {
    const good = Object.entries(responses).filter(([status]) => /^[23]/.test(status));
    if (good.length !== 1) return ['it has one answer of success'];
    const [status, answer] = good[0]!;
    return status !== '303' && ('$ref' in answer || Object.keys(answer.content ?? {}).length === 0) ? ['its answer has no content'] : [];
  });
}

function problems(given: unknown): Findings {
  return each(given, ({ responses }) => Object.entries(responses).filter(([status]) => /^[45]/.test(status)).flatMap(([status, answer]) => {
    const { content = {} } = resolve(given, answer) as { content?: Readonly<Record<string, Media>> };
    const codes = (content['application/problem+json']?.schema as { allOf?: { properties?: { code?: { enum?: unknown[] } } }[] } | undefined)?.allOf?.[1]?.properties?.code?.enum;
    return codes && codes.length > 0 && Object.keys(content).length === 1 ? [] : [`${status} is no problem document with the codes that it can give`];
  }));
}

function refusesStrangers(given: unknown): Findings {
  return each(given, ({ security = [], responses }) => (security.length > 0 && !(responses['401'] && responses['403']) ? ['it needs an identity and gives no 401 or 403'] : []));
}

function bodiesHaveExamples(given: unknown): Findings {
  return each(given, ({ requestBody }) => Object.entries(requestBody?.content ?? {}).flatMap(([type, { examples = {} }]) => (type === 'application/json' && Object.keys(examples).length === 0 ? ['its body has no example'] : [])));
}

function examplesFit(given: unknown): Findings {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'api:', components: { schemas: (given as Document).components.schemas } });
  const checks = new Map<string, ReturnType<typeof ajv.compile>>();
  const fits = (schema: object, value: unknown): string[] => {
    const text = JSON.stringify(schema).replaceAll('"#/components', '"api:#/components');
    const check = checks.get(text) ?? ajv.compile(JSON.parse(text) as object);
    checks.set(text, check);
    return check(value) ? [] : [`an example does not fit: ${ajv.errorsText(check.errors)}`];
  };
  return each(given, ({ requestBody, parameters = [] }) => [
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema, examples = {} }) => Object.values(examples).flatMap(({ value }) => fits(schema, value))),
    ...parameters.flatMap((one) => ('in' in one && one.schema ? fits(one.schema, one['example']).map((what) => `${one.name}: ${what}`) : [])),
  ]);
}

/** A list whose items are only held to a length or a pattern lets numbers and objects through: neither says anything of them. What is sent says of what its lists are; what is answered may hold anything. */
function listItemsTyped(given: unknown): Findings {
  const { components, paths } = given as { components?: unknown; paths?: Readonly<Record<string, Readonly<Record<string, { requestBody?: unknown }>>>> };
  const sent = new Set<unknown>();
  const follow = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || sent.has(node)) return;
    sent.add(node);
    follow(resolve(given, node));
    for (const part of Object.values(node)) follow(part);
  };
  for (const operation of Object.values(paths ?? {}).flatMap((methods) => Object.values(methods))) follow(operation.requestBody);
  return [...listsIn({ components, paths }, '')].filter(({ list, items }) => !TYPED.some((word) => Object.hasOwn(items, word)) && (sent.has(list) || Object.keys(items).length > 0)).map(({ at }) => ({ message: `the items of ${at} have no type` }));
}

const TYPED = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'];

function* listsIn(node: unknown, at: string): Iterable<{ readonly at: string; readonly list: object; readonly items: object }> {
  if (typeof node !== 'object' || node === null) return;
  const { type, items = {} } = node as { type?: unknown; items?: object };
  if ([type].flat().includes('array') && !/\/examples?\//.test(at)) yield { at, list: node, items };
  for (const [name, part] of Object.entries(node)) yield* listsIn(part, `${at}/${name}`);
}

function referencesHold(given: unknown): Findings {
  return [...referencesIn(given)].filter((ref) => resolve(given, { $ref: ref }) === undefined).map((ref) => ({ message: `${ref} does not exist` }));
}

function nothingUnused(given: unknown): Findings {
  const used = referencesIn(given);
  const parts = Object.entries((given as Document).components).filter(([name]) => name !== 'securitySchemes');
  return parts.flatMap(([part, all]) => Object.keys(all as object).map((name) => `#/components/${part}/${name}`)).filter((ref) => !used.has(ref)).map((ref) => ({ message: `${ref} is used nowhere` }));
}

function referencesIn(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found;
  for (const [name, value] of Object.entries(node)) {
    if (name === '$ref' && typeof value === 'string') found.add(value);
    else referencesIn(value, found);
  }
  return found;
}

function resolve(document: unknown, node: unknown): unknown {
  const ref = (node as { $ref?: unknown } | undefined)?.$ref;
  return typeof ref === 'string' ? ref.replace(/^#\//, '').split('/').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document) : node;
}
