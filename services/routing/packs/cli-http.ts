import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exit, Voice } from './cli-packs.js';
import { Misused, sourceNamed } from './cli-packs.js';

export interface Asked {
  readonly policies: string;
  readonly note?: string | undefined;
  readonly ground?: string | undefined;
  readonly reason?: string | undefined;
  readonly proposal?: string | undefined;
  readonly hash?: string | undefined;
  readonly reject?: boolean | undefined;
  readonly division?: string | undefined;
  readonly year?: string | undefined;
  readonly version?: string | undefined;
}

/** Proposes a pack; with `--proposal`, by a second person, publishes or rejects it. */
export async function publish(reference: string | undefined, asked: Asked, voice: Voice): Promise<Exit> {
  if (asked.proposal !== undefined) return decideOn('/v1/routing/packs', asked, voice);
  if (reference === undefined) throw new Misused('请给出规则包，或 --proposal', 'name a pack, or give --proposal');
  const { files } = sourceNamed(reference, asked.policies);
  return send('POST', '/v1/routing/packs/proposals', { files, note: needed(asked.note, 'note'), ...(asked.ground !== undefined && { ground: asked.ground }) }, voice);
}

/** Takes a published pack back and lists whom it touched. */
export async function withdraw(reference: string, asked: Asked, voice: Voice): Promise<Exit> {
  const [division, version, ...more] = reference.split('/');
  if (!division || !version || more.length > 0) throw new Misused('请给出 division/version', 'give division/version');
  return send('POST', '/v1/routing/packs/withdraw', { division, version, reason: needed(asked.reason, 'reason') }, voice);
}

/** Proposes a year's notice from a file; with `--proposal`, by a second person, announces or rejects it. */
export async function calendar(file: string | undefined, asked: Asked, voice: Voice): Promise<Exit> {
  if (asked.proposal !== undefined) return decideOn('/v1/routing/calendar', asked, voice);
  if (file === undefined || !existsSync(file)) throw new Misused('请给出安排文件，或 --proposal', 'name the file of the notice, or give --proposal');
  const year = Number(needed(asked.year, 'year'));
  const body = { division: asked.division ?? '000000', year, version: needed(asked.version, 'version'), notice: jsonIn(file), note: needed(asked.note, 'note') };
  return send('POST', '/v1/routing/calendar/proposals', body, voice);
}

/** The packs, proposals and calendars as they stand. */
export async function list(voice: Voice): Promise<Exit> {
  return send('GET', '/v1/routing/packs', undefined, voice);
}

async function decideOn(root: string, { proposal, reject, reason, hash }: Asked, voice: Voice): Promise<Exit> {
  const path = `${root}/proposals/${encodeURIComponent(proposal!)}`;
  if (reject) return send('POST', `${path}/reject`, { reason: needed(reason, 'reason') }, voice);
  return send('POST', `${path}/publish`, hash === undefined ? {} : { hash }, voice);
}

async function send(method: 'GET' | 'POST', path: string, body: object | undefined, voice: Voice): Promise<Exit> {
  const token = process.env['ANXIN_TOKEN'];
  if (!token) throw new Misused('请设置 ANXIN_TOKEN（npm run -s token -- --role policy --division 000000）', 'set ANXIN_TOKEN (npm run -s token -- --role policy --division 000000)');
  const headers = { authorization: `Bearer ${token}`, 'accept-language': voice.language, ...(body && { 'content-type': 'application/json' }) };
  const url = new URL(path, baseUrl());
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }).catch((error: Error) => {
    throw new Misused(`无法连接 ${url.origin}：${reasonOf(error)}`, `cannot reach ${url.origin}: ${reasonOf(error)}`);
  });
  const document = (await answer.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  voice.give(document);
  if (answer.ok) {
    for (const line of linesOf(document)) voice.say(line);
    return 0;
  }
  const { code = '', detail = answer.statusText, details } = document;
  if (!voice.json) process.stderr.write(`${answer.status} ${String(code)} ${String(detail)}${details === undefined ? '' : `\n${JSON.stringify(details, null, 2)}`}\n`);
  return 1;
}

function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error ? cause.message : message;
}

/** ANXIN_URL, else where a demo that runs here can be reached. */
function baseUrl(): string {
  const given = process.env['ANXIN_URL'];
  if (given) {
    if (!URL.canParse(given)) throw new Misused('ANXIN_URL 不是网址', 'ANXIN_URL is no URL');
    return given;
  }
  const file = join(process.env['ANXIN_HOME'] || '.anxin', 'demo.json');
  if (!existsSync(file)) throw new Misused('请设置 ANXIN_URL，或先运行演示（npm start）', 'set ANXIN_URL, or start the demo first (npm start)');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly url: string }).url;
}

/** One line a field; a list of things one line a thing. */
function linesOf(document: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(document).flatMap(([key, value]) => {
    if (Array.isArray(value)) return [`${key}: ${value.length}`, ...value.map((each) => `  ${flat(each)}`)];
    return [`${key}: ${flat(value)}`];
  });
}

function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? '-');
  return Object.entries(value).filter(([, each]) => each !== null).map(([key, each]) => `${key}=${typeof each === 'string' ? each : JSON.stringify(each)}`).join(' ');
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new Misused(`缺少 --${option}`, `--${option} is missing`);
  return value;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Misused(`${file} 不是 JSON：${(error as Error).message}`, `${file} is no JSON: ${(error as Error).message}`);
  }
}
