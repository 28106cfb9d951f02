import type { TestIdentityService } from '../../../test/identity-service.js';
import { startIdentityService } from '../../../test/identity-service.js';
import { SignedAssertions } from './signed-assertion.js';

const nonce = '0b6f6f2e-5f1e-4a39-9a55-4f3d6c1c0a01';
const person = { name: '甲子某', idNumber: '439901199003070018', phone: '+86-13900008801' };
const now = (): number => Math.floor(Date.now() / 1000);

describe('An assertion of a service of real names', () => {
  let service: TestIdentityService;
  const checking = (change: object = {}): SignedAssertions => new SignedAssertions({ issuer: service.issuer, audience: 'anxin-worker', idNumberClaim: 'id_number', methods: [], ...change });
  beforeAll(async () => { service = await startIdentityService(); });
  afterAll(() => service?.stop());

  it('says who it is, by which way and when', async () => {
    const at = now() - 60;
    expect(await checking().prove(await service.assert(nonce, person, { auth_time: at }), nonce)).toMatchObject({ name: '甲子某', idNumber: person.idNumber, phone: '13900008801', method: 'face', issuer: service.issuer });
    expect(Date.parse(((await checking().prove(await service.assert(nonce, person, { auth_time: at }), nonce)) as { at: string }).at)).toBe(at * 1000);
  });

  it('takes the first way that counts, or that of the level', async () => {
    expect(await checking({ methods: ['pin'] }).prove(await service.assert(nonce, person, { amr: ['sms', 'pin'] }), nonce)).toMatchObject({ method: 'pin' });
    expect(await checking({ methods: ['urn:real-name'] }).prove(await service.assert(nonce, person, { amr: ['sms'], acr: 'urn:real-name' }), nonce)).toMatchObject({ method: 'urn:real-name' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['of another form', { nonce: 'another' }], ['of no form', { nonce: undefined }], ['for another page', { aud: 'other' }], ['of another issuer', { iss: 'https://other.example' }], ['that is over', { exp: now() - 60 }],
    ['that is old', { iat: now() - 700, exp: now() + 300 }], ['without a name', { name: undefined }], ['without a number', { id_number: undefined }], ['with a number that is none', { id_number: '439901199003070019' }],
    ['without a way of proof', { amr: undefined }], ['without an end', { exp: undefined }],
  ])('proves nothing %s', async (_, change) => expect(await checking().prove(await service.assert(nonce, person, change), nonce)).toBe('notAccepted'));

  it('proves nothing by a way that does not count, by another key, without one, or by what is no token', async () => {
    expect(await checking({ methods: ['pin'] }).prove(await service.assert(nonce, person), nonce)).toBe('notAccepted');
    expect(await checking().prove(await service.forge(nonce, person), nonce)).toBe('notAccepted');
    const [, payload] = (await service.assert(nonce, person)).split('.');
    expect(await checking().prove(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`, nonce)).toBe('notAccepted');
    for (const text of ['x', 'a.b.c', 'x'.repeat(9000)]) expect(await checking().prove(text, nonce)).toBe('notAccepted');
  });

  it('is not asked for where the page brings none, and says so where the service is away', async () => {
    expect(await checking().prove(undefined, nonce)).toBe('notAsked');
    expect(await checking({ issuer: 'http://127.0.0.1:9' }).prove(await service.assert(nonce, person), nonce)).toBe('serviceAway');
  });
});
