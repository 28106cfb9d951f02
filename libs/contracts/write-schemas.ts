import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { breakingChanges } from './breaking.js';
import type { JsonSchema } from './breaking.js';
import type { EventKind } from './event.js';
import { eventKinds } from './event.js';

/** The published schema of an event's data, as it is written to `schemas/<type>.json`. */
export function schemaOfKind(kind: EventKind): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(kind.schema) as Record<string, unknown>;
  return { $schema, $id: `urn:anxin:event:${kind.type}`, title: `${kind.name} ${kind.zh}`, ...rest };
}

/** Loads every `*.events` file beside this one, so that all kinds are declared. */
export async function loadEventKinds(): Promise<ReadonlyMap<string, EventKind>> {
  const folder = dirname(fileURLToPath(import.meta.url));
  for (const name of readdirSync(folder).filter((file) => /\.events\.(js|ts)$/.test(file)).sort()) await import(pathToFileURL(join(folder, name)).href);
  return eventKinds;
}

export function readSchema(folder: string, type: string): JsonSchema {
  return JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8')) as JsonSchema;
}

/** Writes what is new or changed in a way that breaks nobody; what would break a reader is refused and named. */
async function writeSchemas(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const published = new Set(readdirSync(folder));
  let broken = 0;
  for (const kind of (await loadEventKinds()).values()) {
    const now = schemaOfKind(kind);
    const found = published.has(`${kind.type}.json`) ? breakingChanges(readSchema(folder, kind.type), now) : [];
    for (const change of found) console.error(`${kind.type} ${change}`);
    broken += found.length;
    if (found.length === 0) writeFileSync(join(folder, `${kind.type}.json`), `${JSON.stringify(now, null, 2)}\n`);
  }
  if (broken > 0) {
    console.error('A published event keeps its promises: give the changed meaning a new type or version, with an upcaster.');
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSchemas(join(process.cwd(), 'libs/contracts/schemas'));
