import { readFileSync, readdirSync } from 'node:fs';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { allServices } from '../demo/services.js';

const samples = readdirSync('test/events').flatMap((file) => {
  const type = file.replace(/\.json$/, '');
  const data = [JSON.parse(readFileSync(`test/events/${file}`, 'utf8'))].flat() as Record<string, unknown>[];
  return data.map((each) => ({ type, data: each, caseId: uuidv7(), stream: 'none/1', meta: { actor: 'officer:1' }, position: '1' }) as unknown as PublishedEvent);
});

/** A rebuild reads only what a table says is of it: were a type left out, the table made again would lack it. */
describe('What is of a read table', () => {
  const narrow = allServices.flatMap(({ projections }) => projections).filter(({ of }) => of?.some((beginning) => !beginning.endsWith('/')));

  it.each(narrow.map((projection) => [projection.table, projection] as const))('%s: every recorded event that has a row there', (_, { of, keysOf }) => {
    const concerned = samples.filter((event) => keysOf(event).length > 0).map(({ type }) => type);
    expect(concerned).not.toEqual([]);
    expect(concerned.filter((type) => !of!.some((beginning) => type.startsWith(beginning)))).toEqual([]);
  });
});
