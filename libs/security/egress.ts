import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** An outbound target that is not called: server-side request forgery, or a mistyped address. The URL is not repeated: it may hold secrets. */
export class EgressRefused extends Error {
  constructor(readonly reason: 'malformed' | 'scheme' | 'userinfo' | 'unresolved' | 'private-address') {
    super(`The target may not be called: ${reason}.`);
    this.name = 'EgressRefused';
  }
}

export interface Target {
  readonly url: URL;
  /** The address to connect to: the one that was checked, so that a second answer of the name server changes nothing. */
  readonly address: string;
  readonly family: 4 | 6;
  /** For `http.request` and `https.request`: answers with the checked address, while Host and certificate follow the name. */
  readonly lookup: LookupFunction;
}

interface Address {
  readonly address: string;
  readonly family: number;
}

const LOOKUP_TIMEOUT_MS = 5000;

/** Loopback and private networks: open only where the operator says so (a demo; a city network without internet). */
const PRIVATE = blockList(
  '127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '::1/128', 'fc00::/7');

/** Never a target: this host, link-local with the clouds' metadata, other metadata, multicast, reserved (IANA special-purpose registries). */
const NEVER = blockList(
  '0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  '100.100.100.200/32', '168.63.129.16/32', 'fd00:ec2::254/128', 'fd20:ce::254/128');

/** Global unicast, and what lies in it without being a host of its own: protocol assignments with Teredo, documentation, 6to4. */
const IPV6_GLOBAL = blockList('2000::/3');
const IPV4_IN_IPV6 = blockList('::ffff:0:0/96');
const IPV6_NEVER = blockList('2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20');

/**
 * Checks the target of an outbound webhook: http(s), no user name, and every address of the host a public one, in whatever notation it is
 * written (the URL parser turns decimal, octal and hex hosts into addresses; an IPv4 address in an IPv6 one is refused whole).
 * The caller connects by `lookup` and follows no redirect. Throws `EgressRefused`.
 */
export async function safeTarget(
  target: string, { allowPrivate = false, resolve = resolveAll }: { readonly allowPrivate?: boolean; readonly resolve?: (host: string) => Promise<readonly Address[]> } = {},
): Promise<Target> {
  const url = parse(target);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host).catch(() => []);
  const [first] = addresses;
  if (!first) throw new EgressRefused('unresolved');
  if (!addresses.every(({ address }) => isOpen(address, allowPrivate))) throw new EgressRefused('private-address');
  const family = first.family === 6 ? 6 : 4;
  return { url, address: first.address, family, lookup: answer(first.address, family) };
}

function parse(target: string): URL {
  if (target.length > 2048 || !URL.canParse(target)) throw new EgressRefused('malformed');
  const url = new URL(target);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new EgressRefused('scheme');
  if (url.username !== '' || url.password !== '') throw new EgressRefused('userinfo');
  if (url.hostname.length > 253) throw new EgressRefused('malformed');
  return url;
}

function isOpen(address: string, allowPrivate: boolean): boolean {
  const family = isIP(address);
  const type = family === 6 ? 'ipv6' : 'ipv4';
  if (family === 0 || NEVER.check(address, type)) return false;
  if (family === 6 && IPV4_IN_IPV6.check(address, 'ipv6')) return false; // Before the private ones: Node's lists look through to the IPv4 address.
  if (PRIVATE.check(address, type)) return allowPrivate;
  return family === 4 || (IPV6_GLOBAL.check(address, type) && !IPV6_NEVER.check(address, type));
}

async function resolveAll(host: string): Promise<readonly Address[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('The name server does not answer.')), LOOKUP_TIMEOUT_MS); });
  try {
    return await Promise.race([lookup(host, { all: true, verbatim: true }), late]);
  } finally {
    clearTimeout(timer);
  }
}

function answer(address: string, family: 4 | 6): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

function blockList(...ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
