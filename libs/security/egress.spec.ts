import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EgressRefused, safeTarget } from './egress.js';

const answers = (...addresses: string[]) => async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('An outbound target', () => {
  it.each([
    ['http://127.0.0.1/', 'loopback'], ['http://127.1/', 'loopback, shortened'], ['http://2130706433/', 'loopback, decimal'], ['http://0x7f000001/', 'loopback, hex'],
    ['http://0x7f.0.0.1/', 'loopback, partly hex'], ['http://0177.0.0.1/', 'loopback, octal'], ['http://017700000001/', 'loopback, all octal'], ['http://127.0.0.1./', 'loopback with a dot'],
    ['http://①②⑦.⓪.⓪.①/', 'loopback in circled digits'], ['http://0.0.0.0/', 'this host'], ['http://0/', 'this host, shortened'], ['http://10.0.0.1/', 'private A'], ['http://172.16.0.1/', 'private B'],
    ['http://172.31.255.255/', 'the end of private B'], ['http://192.168.1.1/', 'private C'], ['http://100.64.0.1/', 'carrier-grade NAT'], ['http://169.254.169.254/latest/meta-data/', 'metadata'],
    ['http://2852039166/', 'metadata, decimal'], ['http://0xa9fea9fe/', 'metadata, hex'], ['http://100.100.100.200/', "another cloud's metadata"], ['http://168.63.129.16/', "a third cloud's"],
    ['http://224.0.0.1/', 'multicast'], ['http://255.255.255.255/', 'broadcast'], ['http://192.0.2.1/', 'documentation'], ['http://198.18.0.1/', 'benchmarking'],
    ['http://[::1]/', 'IPv6 loopback'], ['http://[::]/', 'IPv6 this host'], ['http://[::ffff:127.0.0.1]/', 'mapped loopback'], ['http://[::ffff:7f00:1]/', 'mapped loopback in hex'],
    ['http://[0:0:0:0:0:ffff:a9fe:a9fe]/', 'mapped metadata, in full'], ['http://[::127.0.0.1]/', 'compatible loopback'], ['http://[64:ff9b::7f00:1]/', 'NAT64 loopback'], ['http://[2002:7f00:1::]/', '6to4 loopback'],
    ['http://[2001:0:7f00:1::]/', 'Teredo'], ['http://[fe80::1]/', 'IPv6 link-local'], ['http://[fc00::1]/', 'IPv6 unique local'], ['http://[fd00:ec2::254]/', 'IPv6 metadata'], ['http://[ff02::1]/', 'IPv6 multicast'],
    ['http://localhost/', 'a name of loopback'], ['http://LOCALHOST:8080/', 'the same in capitals, with a port'],
  ])('is not %s: %s', async (url) => expect(await reason(url)).toBe('private-address'));

  it.each([
    ['ftp://93.184.216.34/', 'scheme'], ['file:///etc/passwd', 'scheme'], ['gopher://93.184.216.34/', 'scheme'], ['javascript:alert(1)', 'scheme'], ['http://user:secret@93.184.216.34/', 'userinfo'],
    ['http://127.0.0.1@93.184.216.34/', 'userinfo'], ['nonsense', 'malformed'], ['', 'malformed'], [`http://${'a.'.repeat(130)}test/`, 'malformed'], [`http://93.184.216.34/${'a'.repeat(2048)}`, 'malformed'],
    ['http://[::1', 'malformed'], ['http://256.256.256.256/', 'malformed'],
  ])('is not %s: %s', async (url, expected) => expect(await reason(url)).toBe(expected));

  it('is a public address, written as such or found by name', async () => {
    expect(await safeTarget('https://93.184.216.34:8443/hook')).toMatchObject({ address: '93.184.216.34', family: 4 });
    expect(await safeTarget('https://[2606:2800:220:1::1]/')).toMatchObject({ address: '2606:2800:220:1::1', family: 6 });
    expect(await safeTarget('https://channel.test/', { resolve: answers('93.184.216.34') })).toMatchObject({ address: '93.184.216.34' });
  });

  it('is refused when one of several addresses is private, when a name gives none, or when it gives nonsense', async () => {
    expect(await reason('https://channel.test/', answers('93.184.216.34', '10.0.0.1'))).toBe('private-address');
    expect(await reason('https://channel.test/', answers())).toBe('unresolved');
    expect(await reason('https://channel.test/', async () => { throw new Error('NXDOMAIN'); })).toBe('unresolved');
    expect(await reason('https://channel.test/', answers('fe80::1%eth0'))).toBe('private-address');
  });

  it('may be private where the operator allows it, but never metadata, link-local or a mapped address', async () => {
    for (const url of ['http://127.0.0.1:8080/', 'http://[::1]/', 'http://192.168.1.1/', 'http://[fd12::1]/']) expect(await safeTarget(url, { allowPrivate: true })).toBeDefined();
    for (const url of ['http://169.254.169.254/', 'http://100.100.100.200/', 'http://[fd00:ec2::254]/', 'http://[::ffff:127.0.0.1]/', 'http://0.0.0.0/', 'http://[fe80::1]/']) {
      await expect(safeTarget(url, { allowPrivate: true })).rejects.toThrow(EgressRefused);
    }
  });

  it('is reached at the address that was checked, whatever the name answers later', async () => {
    const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const target = await safeTarget(`http://rebinding.invalid:${(server.address() as AddressInfo).port}/`, { allowPrivate: true, resolve: answers('127.0.0.1') });
    const said = await new Promise<string>((resolve, reject) => get(target.url, { lookup: target.lookup }, (response) => response.on('data', (data) => resolve(String(data)))).on('error', reject));
    expect(said).toBe('here');
    await new Promise((closed) => server.close(closed));
  });
});

async function reason(url: string, resolve?: () => Promise<readonly { address: string; family: number }[]>): Promise<string> {
  try {
    await safeTarget(url, resolve ? { resolve } : {});
    return 'accepted';
  } catch (error) {
    if (error instanceof EgressRefused) return error.reason;
    throw error;
  }
}
