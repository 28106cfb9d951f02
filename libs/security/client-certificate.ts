import { createHash } from 'node:crypto';
import { BlockList, isIP } from 'node:net';

const HEADER_LENGTH_MAX = 16_384;

/**
 * The SHA-256 (hexadecimal) of the client certificate that a proxy names in a header: as RFC 9440 writes it (`:base64 of the DER:`), as an escaped PEM (nginx,
 * `$ssl_client_escaped_cert`), or as the SHA-256 itself, with or without colons (HAProxy, `%[ssl_c_der,sha2(256),hex]`). undefined for anything else.
 */
export function fingerprintIn(header: string | readonly string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header.length > HEADER_LENGTH_MAX) return undefined;
  const hash = header.replaceAll(':', '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  const der = /^:([A-Za-z0-9+/]+={0,2}):$/.exec(header)?.[1] ?? pemBody(header);
  return der && createHash('sha256').update(Buffer.from(der, 'base64')).digest('hex');
}

function pemBody(escaped: string): string | undefined {
  const body = /^-----BEGIN CERTIFICATE-----([\s\S]+)-----END CERTIFICATE-----\s*$/.exec(unescaped(escaped))?.[1]?.replace(/\s/g, '');
  return body !== undefined && /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? body : undefined;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Whether a connection comes straight from one of these addresses or networks: what anybody else says in a header counts for nothing. */
export function peersOf(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = address?.replace(/^::ffff:(?=\d+\.)/, '') ?? '';
    return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}
