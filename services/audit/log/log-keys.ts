import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Signer, Verifier } from '#libs/merkle/note.js';
import { signerOf, signingKeyOf, verifierOf } from '#libs/merkle/note.js';
import type { Config } from '#libs/runtime/config.js';

/** Whose log this is, who signs for it now, and by which keys its checkpoints can be checked, the newest first. */
export interface LogKeys {
  /** The first line of every checkpoint, and the name of every key. */
  readonly origin: string;
  /** Two while keys change; none where this process was given no key, and seals nothing. */
  readonly signers: readonly Signer[];
  readonly verifiers: readonly Verifier[];
}

/** The keys of this process's log, for those who serve or prove it. */
export class LogKeysHeld {
  constructor(readonly keys: LogKeys) {}
}

type Given = Pick<Config, 'NODE_ENV' | 'LOG_SIGNING_KEYS' | 'LOG_SIGNING_KEY_FILE' | 'LOG_VERIFIER_KEYS'>;

/** From environment or file; outside production, without either, the demo's key, which everybody can work out. Throws where the keys do not belong to this log. */
export function logKeys(config: Given, logId: string): LogKeys {
  const fromFile = config.LOG_SIGNING_KEY_FILE === undefined ? [] : readFileSync(config.LOG_SIGNING_KEY_FILE, 'utf8').split(/\s+/).filter((word) => word !== '');
  const given = [...config.LOG_SIGNING_KEYS, ...fromFile];
  const signers = (given.length > 0 || config.NODE_ENV === 'production' ? given : [demoKeyOf(logId)]).map(signerOf);
  const verifiers = [...signers.map(({ verifier }) => verifier), ...config.LOG_VERIFIER_KEYS.map(verifierOf)];
  const origin = verifiers[0]?.name ?? logId;
  for (const { name } of verifiers) {
    if (name !== origin) throw new Error('The keys of the log must all have its name: the name of a key is the first line of what it signs.');
  }
  if (origin !== logId && !origin.endsWith(`/${logId}`)) throw new Error(`The name of the log's keys must end with /${logId}, so that no two logs sign in one name.`);
  return { origin, signers, verifiers: [...new Map(verifiers.map((verifier) => [verifier.vkey, verifier])).values()] };
}

function demoKeyOf(logId: string): string {
  return signingKeyOf(`demo.anxin.invalid/${logId}`, createHash('sha256').update('anxin demo: log key').digest());
}
