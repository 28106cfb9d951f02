import 'reflect-metadata';
import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
// @ts-expect-error -- the package declares no types for its storage, which has no public door
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidateBy } from 'class-validator';
import type { ValidationError, ValidationOptions } from 'class-validator';
import { isCreditCode, isDivisionShape, isMobile, isResidentId } from '#libs/contracts/ids.js';
import { isYuan } from '#libs/contracts/money.js';
import { dayOf, isDay, isInstant } from '#libs/contracts/time.js';
import type { Day } from '#libs/contracts/time.js';
import type { Clock } from './clock.js';
import { fieldProblem } from './field-problems.js';
import type { FieldProblem } from './field-problems.js';

/** The form of a request is wrong: 400, with every field named. */
export class FieldsRefused extends Error {
  constructor(readonly fields: readonly FieldProblem[]) {
    super(`Wrong fields: ${fields.map(({ field }) => field).join(', ')}`);
    this.name = 'FieldsRefused';
  }
}

type RequestClass = new () => object;

/** What a class declares never changes; class-validator looks through all classes of the product for it, for every object of every request. */
rememberDeclarations();

function rememberDeclarations(): void {
  const storage = getMetadataStorage();
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<object, ReturnType<typeof look>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema !== undefined || always || strictGroups || groups?.length) return look(target, schema, always, strictGroups, groups);
    const found = known.get(target) ?? look(target, schema, always, strictGroups, groups);
    known.set(target, found);
    return found;
  };
}

/** What is not declared is refused, and nothing is converted silently; null where a field may be left out is the field left out. */
class FormPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // class-validator looks into a list where one object is declared, and finds an empty list faultless.
    if (metadata.type === 'body') refuse(tooDeep(value));
    if (metadata.type !== 'custom') refuse(unprintable(value, metadata.data ?? ''));
    if (metadata.type !== 'body' || !metadata.metatype) return super.transform(value, metadata);
    const request = metadata.metatype as RequestClass;
    refuse(misplacedLists(request, value, ''));
    return super.transform(withoutNulls(request, value), metadata);
  }
}

const pipe = new FormPipe({
  whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: false,
  transform: true, transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
  validationError: { target: true, value: false },
  exceptionFactory: (errors) => new FieldsRefused(problemsOf(errors)),
});
let today: () => Day = () => { throw new Error('Validation has no clock: make its pipe first.'); };

/** The pipe before every controller. The clock tells which birth dates lie in the future. */
export function validationPipe(clock: Clock): ValidationPipe {
  today = () => dayOf(clock.now());
  return pipe;
}

/** A request whose class is not known before it comes, checked as the pipe checks all others. Throws `FieldsRefused`. */
export function validated<T extends object>(request: new () => T, body: unknown): Promise<T> {
  return pipe.transform(body, { type: 'body', metatype: request }) as Promise<T>;
}

const decorator = (name: string, validate: (value: unknown) => boolean) => (options?: ValidationOptions): PropertyDecorator => ValidateBy({ name, validator: { validate } }, options);

export const IsDay = decorator('isDay', isDay);
export const IsInstant = decorator('isInstant', isInstant);
/** An amount in yuan, as it comes in at a door. Inside it is Fen. */
export const IsYuan = decorator('isYuan', isYuan);
export const IsResidentId = decorator('isResidentId', (value) => isResidentId(value, today()));
export const IsCreditCode = decorator('isCreditCode', isCreditCode);
export const IsMobile = decorator('isMobile', isMobile);
/** A division's code or name. Whether there is such a place, the door looks up. */
export const IsDivision = decorator('isDivision', (value) => isDivisionShape(value) || value === '000000' || (typeof value === 'string' && DIVISION_NAME.test(value)));
const DIVISION_NAME = /^([\p{Script=Han}·]{2,30}|[A-Z])$/u; // The sample cases write A and B.

const TITLES = 'anxin:field-title';

/** What a field is called on a form and in the API's description: `@Field('调解员', 'the mediator')`. */
export function Field(zh: string, en: string): PropertyDecorator {
  return (target, property) => Reflect.defineMetadata(TITLES, { zh, en }, target, property);
}

/** A JSON Schema (draft 2020-12) made of the decorators of a request class. A field that may be left out may also be null. */
export interface FieldSchema {
  type?: string | readonly string[];
  description?: string;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  enum?: readonly unknown[];
  [keyword: string]: unknown;
}

type Check = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** The fields of a request class, with their limits, as `/actions` and the OpenAPI document show them. */
export function fieldsOf(request: RequestClass, language: 'zh' | 'en' = 'zh'): FieldSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...objectOf(request, language, []) };
}

function objectOf(request: RequestClass, language: 'zh' | 'en', within: readonly RequestClass[]): FieldSchema {
  if (within.includes(request)) return { type: 'object' }; // A class that holds itself is described once.
  const properties: Record<string, FieldSchema> = {};
  const required: string[] = [];
  for (const [name, checks] of Object.entries(checksOf(request))) {
    const optional = isOptional(checks);
    const title = Reflect.getMetadata(TITLES, request.prototype, name) as { zh: string; en: string } | undefined;
    const schema = { ...(title && { description: title[language] }), ...fieldOf(request, name, checks, language, [...within, request]) };
    properties[name] = optional ? orNull(schema) : schema;
    if (!optional) required.push(name);
  }
  return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false };
}

function fieldOf(request: RequestClass, name: string, checks: readonly Check[], language: 'zh' | 'en', within: readonly RequestClass[]): FieldSchema {
  const nested = nestedIn(request, name, checks);
  const list = isList(request, name, checks);
  const one: FieldSchema = nested ? objectOf(nested, language, within) : { ...(!list && typed(declaredType(request, name))) };
  const whole: FieldSchema = list ? { type: 'array' } : one;
  for (const check of checks) {
    const keywords = Object.hasOwn(KEYWORDS, check.name ?? '') ? KEYWORDS[check.name!]!(...(check.constraints ?? [])) : {};
    Object.assign(check.each || !list ? one : whole, keywords);
  }
  return list ? { ...whole, ...(Object.keys(one).length > 0 && { items: one }) } : whole;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each check has limits of its own
const KEYWORDS: Readonly<Record<string, (...limits: any[]) => FieldSchema>> = {
  isString: () => ({ type: 'string' }), isInt: () => ({ type: 'integer' }), isNumber: () => ({ type: 'number' }), isBoolean: () => ({ type: 'boolean' }), isObject: () => ({ type: 'object' }),
  isNotEmpty: () => ({ minLength: 1 }), isPositive: () => ({ exclusiveMinimum: 0 }),
  min: (minimum: number) => ({ minimum }), max: (maximum: number) => ({ maximum }),
  minLength: (minLength: number) => ({ minLength }), maxLength: (maxLength: number) => ({ maxLength }),
  isLength: (minLength: number, maxLength?: number) => ({ minLength, ...(maxLength !== undefined && { maxLength }) }),
  matches: (pattern: RegExp) => ({ pattern: pattern.source }),
  isIn: (values: readonly unknown[]) => ({ enum: values }), isEnum: (values: object) => ({ enum: Object.values(values) }), equals: (value: unknown) => ({ const: value }),
  isUuid: () => ({ type: 'string', format: 'uuid' }), isUrl: () => ({ type: 'string', format: 'uri' }), isEmail: () => ({ type: 'string', format: 'email' }),
  arrayMinSize: (minItems: number) => ({ minItems }), arrayMaxSize: (maxItems: number) => ({ maxItems }), arrayNotEmpty: () => ({ minItems: 1 }), arrayUnique: () => ({ uniqueItems: true }),
  isDay: () => ({ type: 'string', format: 'date' }), isInstant: () => ({ type: 'string', format: 'date-time' }),
  isYuan: () => ({ type: 'number', minimum: 0, exclusiveMaximum: 1e11 }),
  isResidentId: () => ({ type: 'string', pattern: '^\\d{17}[\\dXx]$' }), isCreditCode: () => ({ type: 'string', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' }),
  isMobile: () => ({ type: 'string', pattern: '^1[3-9]\\d{9}$' }), isDivision: () => ({ type: 'string', minLength: 1, maxLength: 30 }),
};

function typed(declared: unknown): FieldSchema {
  if (declared === String) return { type: 'string' };
  if (declared === Number) return { type: 'number' };
  return declared === Boolean ? { type: 'boolean' } : {};
}

function orNull(schema: FieldSchema): FieldSchema {
  return { ...schema, ...(typeof schema.type === 'string' && { type: [schema.type, 'null'] }), ...(schema.enum && { enum: [...schema.enum, null] }) };
}

const known = new Map<RequestClass, Record<string, Check[]>>();

function checksOf(request: RequestClass): Record<string, Check[]> {
  const storage = getMetadataStorage();
  const checks = known.get(request) ?? storage.groupByPropertyName(storage.getTargetValidationMetadatas(request, '', true, false));
  known.set(request, checks);
  return checks;
}

function declaredType(request: RequestClass, name: string): unknown {
  return Reflect.getMetadata('design:type', request.prototype, name);
}

/** The class of a nested object or of the objects in a list. */
function nestedIn(request: RequestClass, name: string, checks: readonly Check[]): RequestClass | undefined {
  if (!checks.some((check) => check.type === 'nestedValidation')) return undefined;
  const type: unknown = defaultMetadataStorage.findTypeMetadata(request, name)?.typeFunction() ?? declaredType(request, name);
  return type === Array || type === Object ? undefined : (type as RequestClass);
}

function isList(request: RequestClass, name: string, checks: readonly Check[]): boolean {
  return declaredType(request, name) === Array || checks.some((check) => check.each || check.name?.startsWith('array') || check.name === 'isArray');
}

function isOptional(checks: readonly Check[]): boolean {
  return checks.some((check) => check.type === 'conditionalValidation');
}

/** class-validator passes null where a field may be left out; so that nobody behind the door meets it, what is optional and null is taken away, wherever the classes describe it. */
function withoutNulls(request: RequestClass, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = checksOf(request);
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    const checks = Object.hasOwn(known, name) ? known[name]! : [];
    if (each === null && isOptional(checks)) return [];
    const nested = nestedIn(request, name, checks);
    if (!nested) return [[name, each]];
    return [[name, Array.isArray(each) ? each.map((one) => withoutNulls(nested, one)) : withoutNulls(nested, each)]];
  }));
}

const DEPTH_MAX = 20;

/** The fields that nest deeper than any form does: class-transformer would run out of stack on them. */
function tooDeep(body: unknown): FieldProblem[] {
  const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isNested(body)) return [];
  return Object.entries(body).flatMap(([field, value]) => {
    let level = [value].filter(isNested);
    for (let depth = 1; level.length > 0 && depth < DEPTH_MAX; depth++) level = level.flatMap((each) => Object.values(each)).filter(isNested);
    return level.length > 0 ? [fieldProblem(field, 'depth', [])] : [];
  });
}

/** Texts with control characters other than line ends and tabs, or with half a surrogate pair: Postgres stores neither, and nobody types them. */
function unprintable(value: unknown, path: string): FieldProblem[] {
  if (typeof value === 'string') return /[\p{Surrogate}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/u.test(value) ? [fieldProblem(path || 'body', 'printable', [])] : [];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => unprintable(each, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key));
}

function misplacedLists(request: RequestClass, value: unknown, path: string): FieldProblem[] {
  if (Array.isArray(value)) return [fieldProblem(path || 'body', 'isObject', [])];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(checksOf(request)).flatMap(([name, checks]) => {
    const nested = nestedIn(request, name, checks);
    const inside: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (!nested) return [];
    if (!isList(request, name, checks)) return misplacedLists(nested, inside, join(path, name));
    return Array.isArray(inside) ? inside.flatMap((one, i) => misplacedLists(nested, one, `${join(path, name)}[${i}]`)) : [];
  });
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new FieldsRefused(problems);
}

function problemsOf(errors: readonly ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = error.property === undefined ? 'body' : join(path, error.property);
    const own = Object.keys(error.constraints ?? {}).map((check) => fieldProblem(field, check, limitsOf(error, check)));
    return [...own, ...problemsOf(error.children ?? [], field)];
  });
}

function limitsOf({ target, property }: ValidationError, check: string): readonly unknown[] {
  const request = target?.constructor as RequestClass | undefined;
  return (request && checksOf(request)[property]?.find(({ name }) => name === check)?.constraints) ?? [];
}

function join(path: string, property: string): string {
  if (path === '') return property;
  return /^\d+$/.test(property) ? `${path}[${property}]` : `${path}.${property}`;
}
