import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The one folder that holds all state of a demo; `ANXIN_HOME` moves it. */
export function homeFolder(): string {
  return resolve(process.env['ANXIN_HOME'] || '.anxin');
}

/** What a demo keeps secret, drawn at its first start: so that its data can still be read at the second. */
export interface Secrets {
  readonly masterKey: string;
  readonly blindIndexSecret: string;
  readonly clientSecret: string;
  /** Signs the log; absent from homes of earlier releases. */
  readonly logKey?: string;
  /** Channel → `whsec_` secret. */
  readonly channels: Readonly<Record<string, string>>;
}

export const CHANNELS = ['12345', '12333', 'clue-platform', 'self-service', 'station'] as const;

export function secretsOf(home: string, logKey?: () => string): Secrets {
  const file = join(home, 'secrets.json');
  if (existsSync(file)) {
    const standing = JSON.parse(readFileSync(file, 'utf8')) as Secrets;
    return standing.logKey || !logKey ? standing : kept(file, { ...standing, logKey: logKey() });
  }
  const key = (): string => randomBytes(32).toString('base64');
  const secrets: Secrets = { masterKey: key(), blindIndexSecret: key(), clientSecret: randomBytes(24).toString('base64url'), channels: Object.fromEntries(CHANNELS.map((channel) => [channel, `whsec_${key()}`])), ...(logKey && { logKey: logKey() }) };
  mkdirSync(home, { recursive: true });
  return kept(file, secrets);
}

function kept(file: string, secrets: Secrets): Secrets {
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

/** Where a running demo can be reached, for the other commands. */
export interface Address {
  readonly url: string;
  readonly issuer: string;
  readonly pid: number;
}

const addressFile = (home: string): string => join(home, 'demo.json');

export function noteAddress(home: string, address: Address): void {
  writeFileSync(addressFile(home), JSON.stringify(address, null, 2), { mode: 0o600 });
}

export function forgetAddress(home: string): void {
  rmSync(addressFile(home), { force: true });
}

export function addressOf(home: string): Address {
  const address = existsSync(addressFile(home)) ? (JSON.parse(readFileSync(addressFile(home), 'utf8')) as Address) : undefined;
  if (!address || !isAlive(address.pid)) throw new Error('没有正在运行的演示，请先运行 npm start。No demo is running here: run npm start first.');
  return address;
}

/** A demo that was killed could not take its address back. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
