import { createHash } from 'node:crypto';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import { eventIn, leafHash } from '#libs/merkle/entry.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import type { Verifier } from '#libs/merkle/note.js';
import { verifyInclusion } from '#libs/merkle/tree.js';
import type { BundleFiles } from './bundle-files.js';
import type { Title, Told } from './timeline.js';
import { timelinePage, titleOf } from './timeline.js';

export const FORMAT = 'anxin-bundle.v1';
export const STATEMENT = 'audit.case-bundled';

export interface BundleFinding {
  readonly file: string;
  readonly position?: number;
  readonly rule: 'bundle' | 'file' | 'signature' | 'entry' | 'proof' | 'order' | 'version' | 'complete' | 'schema' | 'pack' | 'timeline' | 'drawn';
  readonly what: string;
}
/** Alone it is no reproach, but a gap that the whole log can close: such is the bundle of an auditor who took it out of a database without writing there. */
export const UNSTATED: BundleFinding = { file: 'events.json', rule: 'complete', what: 'no sealed statement of the log says which events the case had: some at its end may be missing' };
/** What a sealed event of the log says of the case: that it had these events, and no others, up to a position. */
export interface Statement { readonly position: number; readonly upTo: number; readonly events: number; readonly streams: readonly { readonly stream: string; readonly version: number }[]; readonly at: string }
export interface BundleReport {
  readonly caseId: string;
  readonly log: { readonly origin: string; readonly size: number; readonly root: Buffer } | undefined;
  readonly positions: readonly number[];
  readonly statement: Statement | undefined;
  /** What page and paper must tell; undefined where checkpoint or list cannot be read. */
  readonly told?: Told | undefined;
  readonly findings: readonly BundleFinding[];
}
/** `events.json`: an event as the log holds it, and what leads from it to the root. */
export interface BundledEvent { readonly position: number; readonly entry: string; readonly proof: readonly string[] }
interface Manifest { readonly format: string; readonly caseId: string; readonly files: Readonly<Record<string, string>> }
type Found = StoredEvent & { readonly position: number };
type Tell = (finding: BundleFinding) => void;

/** Everything that a bundle shows by itself, with keys that the reader has from elsewhere. Reads nothing but what it is given. */
export function checkedBundle(files: BundleFiles, keys: readonly Verifier[]): BundleReport {
  const findings: BundleFinding[] = [];
  const tell: Tell = (finding) => { findings.push(finding); };
  const manifest = manifestIn(files, tell);
  const log = checkpointIn(files, keys, tell);
  const events = eventsIn(files, log, manifest?.caseId, tell);
  const statement = statementIn(events, tell);
  if (statement) compareWith(statement, events, tell);
  else tell(UNSTATED);
  const titles = titlesIn(files, events, tell);
  packsIn(files, events, tell);
  const told = manifest && log && toldOf(manifest.caseId, events, titles, log);
  if (told && files.get('timeline.html')?.toString() !== timelinePage(told)) tell({ file: 'timeline.html', rule: 'timeline', what: 'does not tell what the events say' });
  return { caseId: manifest?.caseId ?? '', log, positions: events.map(({ position }) => position), statement, told, findings };
}

function manifestIn(files: BundleFiles, tell: Tell): Manifest | undefined {
  const manifest = jsonIn<Manifest>(files, 'bundle.json');
  if (manifest?.format !== FORMAT || typeof manifest.caseId !== 'string' || typeof manifest.files !== 'object') {
    tell({ file: 'bundle.json', rule: 'bundle', what: `is missing, or does not say ${FORMAT}` });
    return undefined;
  }
  for (const finding of findingsOfList(files, 'bundle.json', manifest.files)) tell(finding);
  return manifest;
}

/** That the files are those of the list, which does not name itself. */
export function findingsOfList(files: BundleFiles, list: string, hashes: Readonly<Record<string, string>>): readonly BundleFinding[] {
  const named = Object.entries(hashes).flatMap(([name, hash]): BundleFinding[] => {
    const content = files.get(name);
    if (!content) return [{ file: name, rule: 'file', what: 'is missing' }];
    return sha256(content) === hash ? [] : [{ file: name, rule: 'file', what: 'is not the file that was packed' }];
  });
  const added = [...files.keys()].filter((name) => name !== list && !Object.hasOwn(hashes, name));
  return [...named, ...added.map((name): BundleFinding => ({ file: name, rule: 'file', what: 'is no file of this bundle' }))];
}

function checkpointIn(files: BundleFiles, keys: readonly Verifier[], tell: Tell): BundleReport['log'] {
  try {
    return openedCheckpoint(files.get('checkpoint')?.toString() ?? '', keys);
  } catch (error) {
    tell({ file: 'checkpoint', rule: 'signature', what: (error as Error).message });
    return undefined;
  }
}

function eventsIn(files: BundleFiles, log: BundleReport['log'], caseId: string | undefined, tell: Tell): readonly Found[] {
  const given = jsonIn<readonly BundledEvent[]>(files, 'events.json');
  if (!Array.isArray(given)) {
    tell({ file: 'events.json', rule: 'entry', what: 'is missing, or holds no list of events' });
    return [];
  }
  const found: Found[] = [];
  const versions = new Map<string, number>();
  for (const [at, one] of (given as readonly BundledEvent[]).entries()) {
    const event = eventOf(one, at, log, tell);
    if (!event) continue;
    const { position, stream, version } = event;
    const say = (rule: BundleFinding['rule'], what: string): void => tell({ file: 'events.json', position, rule, what });
    const before = versions.get(stream) ?? 0;
    if (position <= (found.at(-1)?.position ?? 0)) say('order', `stands behind position ${found.at(-1)!.position}`);
    if (version !== before + 1) say('version', `${stream}: version ${version} after ${before}`);
    if (event.caseId !== caseId) say('entry', `is an event of the case ${event.caseId}`);
    versions.set(stream, version);
    found.push(event);
  }
  return found;
}

function eventOf(given: BundledEvent, at: number, log: BundleReport['log'], tell: Tell): Found | undefined {
  const position = Number.isSafeInteger(given?.position) ? given.position : undefined;
  const say = (rule: BundleFinding['rule'], what: string): undefined => tell({ file: 'events.json', ...(position !== undefined && { position }), rule, what }) as undefined;
  const entry = bytesOf(given?.entry);
  const proof = Array.isArray(given?.proof) ? given.proof.map(bytesOf) : [undefined];
  if (position === undefined || !entry || proof.some((hash) => hash?.length !== 32)) return say('entry', `the event ${at + 1} of the list has no position, entry or proof that can be read`);
  if (log && !verifyInclusion({ leafHash: leafHash(entry), index: position - 1, size: log.size, root: log.root, proof: proof as Buffer[] })) say('proof', 'the proof does not lead from this entry to the signed root: the event, its position or its proof is another');
  try {
    const event = eventIn(entry);
    JSON.parse(event.data);
    JSON.parse(event.meta);
    return { ...event, position };
  } catch {
    return say('entry', 'this is no entry of a log');
  }
}

function statementIn(events: readonly Found[], tell: Tell): Statement | undefined {
  const last = events.filter(({ type }) => type === STATEMENT).at(-1);
  if (!last) return undefined;
  const { upTo, events: count, streams, at } = JSON.parse(last.data) as { upTo: string; events: number; streams: Statement['streams']; at: string };
  if (last.stream === `access/${last.caseId}` && Number(upTo) < last.position && Array.isArray(streams)) return { position: last.position, upTo: Number(upTo), events: count, streams, at };
  tell({ file: 'events.json', position: last.position, rule: 'complete', what: 'the statement cannot be read' });
  return undefined;
}

function compareWith({ position, upTo, events: count, streams }: Statement, events: readonly Found[], tell: Tell): void {
  const before = events.filter((event) => event.position <= upTo);
  const has = new Map(before.map(({ stream, version }) => [stream, version]));
  const say = (what: string): void => tell({ file: 'events.json', position, rule: 'complete', what });
  for (const { stream, version } of streams) {
    if (has.get(stream) !== version) say(`the log says here that ${stream} had ${version} events up to position ${upTo}; the bundle has it up to version ${has.get(stream) ?? 0}`);
  }
  for (const stream of has.keys()) if (!streams.some((known) => known.stream === stream)) say(`the log knows no ${stream} here`);
  if (before.length !== count) say(`the log says here that the case had ${count} events up to position ${upTo}; the bundle has ${before.length}`);
}

function titlesIn(files: BundleFiles, events: readonly Found[], tell: Tell): ReadonlyMap<string, Title> {
  const types = new Set(events.map(typeOf));
  return new Map([...types].flatMap((type) => {
    const file = `schemas/${type}.json`;
    const schema = jsonIn<{ title?: unknown; $id?: unknown }>(files, file);
    if (typeof schema?.title === 'string' && schema.$id === `urn:anxin:event:${type}`) return [[type, titleOf(schema.title)] as const];
    tell({ file, rule: 'schema', what: `the schema of ${type} is missing, or is that of another` });
    return [];
  }));
}

/** A pack's file is the text that its hash was made of, and the hash stands in a sealed event. */
function packsIn(files: BundleFiles, events: readonly Found[], tell: Tell): void {
  const told = new Set<string>();
  for (const { position, data } of events) {
    for (const { file, hash } of packsNamedIn(JSON.parse(data))) {
      if (told.has(`${file} ${hash}`)) continue;
      told.add(`${file} ${hash}`);
      const content = files.get(file);
      if (!content || sha256(content) !== hash) tell({ file, position, rule: 'pack', what: content ? 'is not the rule pack by which this event was decided' : 'the rule pack by which this event was decided is missing' });
    }
  }
}

/** The rule packs that the data of an event names, at any depth. */
export function packsNamedIn(value: unknown): { readonly file: string; readonly division: string; readonly version: string; readonly hash: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { division, version, hash } = value as Record<string, unknown>;
  const isPack = typeof division === 'string' && typeof version === 'string' && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
  return [...(isPack ? [{ file: `packs/${division}/${version}.json`, division, version, hash }] : []), ...Object.values(value).flatMap(packsNamedIn)];
}

export function toldOf(caseId: string, events: readonly Found[], titles: ReadonlyMap<string, Title>, log: Told['log']): Told {
  return { caseId, titles, log, events: events.map((event) => ({ ...event, type: typeOf(event), data: JSON.parse(event.data) as unknown, actor: String((JSON.parse(event.meta) as { actor?: unknown }).actor) })) };
}

export function typeOf({ type, schemaVersion }: { readonly type: string; readonly schemaVersion: number }): string {
  return `${type}.v${schemaVersion}`;
}

export function jsonIn<T>(files: BundleFiles, name: string): T | undefined {
  try {
    return JSON.parse(files.get(name)?.toString() ?? '') as T;
  } catch {
    return undefined;
  }
}

/** undefined unless it is written in the one way that base64 has for these bytes. */
function bytesOf(text: unknown): Buffer | undefined {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : undefined;
  return bytes?.toString('base64') === text ? bytes : undefined;
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
