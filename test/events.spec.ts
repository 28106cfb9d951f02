import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { breakingChanges } from '#libs/contracts/breaking.js';
import { loadEventKinds, readSchema, schemaOfKind } from '#libs/contracts/write-schemas.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCHEMAS = join(ROOT, 'libs/contracts/schemas');
const SAMPLES = join(ROOT, 'test/events');

const kinds = [...(await loadEventKinds()).values()];
const types = kinds.map(({ type }) => type);

describe('The event catalogue', () => {
  it('has events of every service that writes any', () => {
    expect(new Set(kinds.map(({ service }) => service))).toEqual(new Set(['intake', 'routing', 'resolution', 'supervision', 'audit']));
  });

  it('holds the four types that clients and checks are written against', () => {
    expect(types).toEqual(expect.arrayContaining(['intake.claim-filed.v1', 'routing.case-assigned.v1', 'resolution.case-mediated.v1', 'resolution.case-resolved.v1']));
  });

  it('gives each of its events a Chinese title', () => {
    expect(kinds.filter(({ zh }) => !/\p{Script=Han}/u.test(zh)).map(({ type }) => type)).toEqual([]);
  });

  it('loses no published type: its events are stored for good', () => {
    const withoutKind = jsonNamesIn(SCHEMAS).filter((type) => !types.includes(type));
    expect(withoutKind).toEqual([]);
  });
});

describe.each(kinds.map((kind) => [kind.type, kind] as const))('%s', (type, kind) => {
  it('breaks no reader of its published schema', () => {
    expect(existsSync(join(SCHEMAS, `${type}.json`))).toBe(true); // Missing: npm run schemas.
    expect(breakingChanges(readSchema(SCHEMAS, type), schemaOfKind(kind))).toEqual([]);
  });

  it('is published as it is: npm run schemas leaves nothing to commit', () => {
    expect(readSchema(SCHEMAS, type)).toEqual(JSON.parse(JSON.stringify(schemaOfKind(kind))));
  });

  it('reads its golden samples, by our schema and by the published one', () => {
    const samples = samplesOf(type);
    expect(samples.length).toBeGreaterThan(0);
    const check = validator(type);
    for (const sample of samples) {
      expect(kind.schema.parse(sample)).toEqual(sample); // Nothing is dropped, coerced or filled in: what is stored is what is read.
      expect(check(sample) ? [] : check.errors).toEqual([]);
    }
  });
});

describe('The golden samples', () => {
  it('belong to an event each', () => expect(jsonNamesIn(SAMPLES).filter((name) => !types.includes(name))).toEqual([]));
});

function samplesOf(type: string): readonly unknown[] {
  const file = join(SAMPLES, `${type}.json`);
  if (!existsSync(file)) return [];
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(content) ? content : [content];
}

function validator(type: string): ReturnType<Ajv2020.default['compile']> {
  const ajv = new Ajv2020.default({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(readSchema(SCHEMAS, type));
}

function jsonNamesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)) : [];
}
