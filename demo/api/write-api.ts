import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allServices } from '../services.js';
import { asyncApiOf } from './asyncapi-of.js';
import { breakingApi, breakingEvents } from './breaking-api.js';
import { clientOf } from './client-of.js';
import { openApiOf } from './openapi-of.js';

/** The two documents and the client by their paths from the root: what the code says today. */
export function apiDocuments(root: string): ReadonlyMap<string, string> {
  const openapi = openApiOf(allServices, root);
  const text = (document: object): string => `${JSON.stringify(document, null, 1)}\n`;
  return new Map([['docs/api/openapi.json', text(openapi)], ['docs/api/asyncapi.json', text(asyncApiOf(root))], ['client/operations.ts', clientOf(openapi)]]);
}

/** What the new text of a document breaks of the one that is published. */
export function brokenBy(path: string, published: string, now: string): readonly string[] {
  if (!path.endsWith('.json')) return []; // The client is made of the document, and breaks with it.
  const breaking = path.endsWith('openapi.json') ? breakingApi : breakingEvents;
  return (breaking as (before: unknown, now: unknown) => readonly string[])(JSON.parse(published), JSON.parse(now));
}

/** `npm run api`: writes what is new; what would break an integrator is refused and named. `-- --break` publishes it all the same, for what nobody can have used. */
function writeApi(root: string, anyway: boolean): void {
  for (const [path, text] of apiDocuments(root)) {
    const file = join(root, path);
    const broken = existsSync(file) ? brokenBy(path, readFileSync(file, 'utf8'), text) : [];
    for (const change of broken) console.error(`${path} ${change}`);
    if (broken.length > 0 && !anyway) {
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(path);
  }
}

/** `-- --check`: writes nothing, and tells what is broken, and which files say something else than the code. */
function checkApi(root: string): void {
  for (const [path, text] of apiDocuments(root)) {
    const published = readFileSync(join(root, path), 'utf8');
    for (const change of brokenBy(path, published, text)) console.log(`${path} is broken: ${change}`);
    if (text !== published) console.log(`${path} is not what the code says: ${firstDifference(published, text)}`);
  }
}

/** Of millions of lines nobody reads more. */
function firstDifference(published: string, now: string): string {
  const [then, lines] = [published.split('\n'), now.split('\n')];
  const at = lines.findIndex((line, i) => line !== then[i]);
  return `line ${at + 1}: ${then[at]?.trim().slice(0, 200)} → ${lines[at]?.trim().slice(0, 200)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) checkApi(process.cwd());
  else writeApi(process.cwd(), process.argv.includes('--break'));
}
