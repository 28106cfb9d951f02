import { createHash, randomBytes } from 'node:crypto';
import { fingerprintIn, peersOf } from './client-certificate.js';

const der = randomBytes(700);
const hash = createHash('sha256').update(der).digest('hex');
const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

describe('A client certificate in a header', () => {
  it.each([
    ['as RFC 9440 writes it', `:${der.toString('base64')}:`], ['as an escaped PEM', encodeURIComponent(pem)], ['as its SHA-256', hash],
    ['as its SHA-256 in capitals with colons', hash.toUpperCase().replace(/(..)(?!$)/g, '$1:')],
  ])('is known %s', (_, header) => expect(fingerprintIn(header)).toBe(hash));

  it.each([
    ['nothing', undefined], ['an empty one', ''], ['two', [hash, hash]], ['a SHA-1', hash.slice(0, 40)], ['a word', 'SUCCESS'], ['a broken escape', '%E0%A4%A'], ['no base64', ':!!!:'],
    ['more than a header holds', `:${'A'.repeat(16_384)}:`],
  ])('is not known by %s', (_, header) => expect(fingerprintIn(header)).toBeUndefined());
});

describe('A trusted proxy', () => {
  const trusted = peersOf(['10.0.0.1', '192.168.0.0/16', 'fd00::/8']);
  it.each(['10.0.0.1', '::ffff:10.0.0.1', '192.168.7.9', 'fd12::1'])('is %s', (address) => expect(trusted(address)).toBe(true));
  it.each(['10.0.0.2', '192.169.0.1', 'fe80::1', '::1', '', 'localhost', undefined])('is not %s', (address) => expect(trusted(address)).toBe(false));
  it('is nobody where none is configured', () => expect(peersOf([])('127.0.0.1')).toBe(false));
});
