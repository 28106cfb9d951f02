import { inScope } from '#libs/security/scope.js';
import type { Config } from './config.js';

/** The log of another region to which a place belongs; undefined where it is ours. */
export function peerFor({ PEER_LOGS }: Pick<Config, 'PEER_LOGS'>, division: string): string | undefined {
  return Object.entries(PEER_LOGS).find(([, { divisions }]) => inScope(divisions, division))?.[0];
}
