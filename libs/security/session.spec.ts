import { randomBytes } from 'node:crypto';
import { ABSOLUTE_MS, COOKIE_LENGTH_MAX, cookieName, cookiesIn, IDLE_MS, SessionSeal, SessionTooLong, stands } from './session.js';

const seal = new SessionSeal(randomBytes(32));
const session = { accessToken: 'a.b.c', startedAt: 1_000, usedAt: 2_000 };

describe('A sealed session', () => {
  it('opens as it was sealed, and tells nobody what is in it', () => {
    const sealed = seal.seal('session', session);
    expect(seal.open('session', sealed)).toEqual(session);
    expect(Buffer.from(sealed.split('.')[1]!, 'base64url').toString('latin1')).not.toContain('a.b.c');
    expect(seal.seal('session', session)).not.toBe(sealed); // A nonce of its own each time.
  });

  it('does not open with one bit changed, wherever it is', () => {
    const bytes = Buffer.from(seal.seal('session', session).split('.')[1]!, 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i]! ^= 1;
      expect(seal.open('session', `v1.${changed.toString('base64url')}`)).toBeUndefined();
    }
  });

  it('does not open under another key, as another kind, cut, or not at all', () => {
    const sealed = seal.seal('session', session);
    expect(new SessionSeal(randomBytes(32)).open('session', sealed)).toBeUndefined();
    expect(seal.open('renewal', sealed)).toBeUndefined();
    for (const text of [undefined, '', 'v1', 'v1.', sealed.slice(0, -4), `v2${sealed.slice(2)}`, 'v1.AAAA', sealed.replace('v1.', '')]) expect(seal.open('session', text)).toBeUndefined();
  });

  it('is refused loudly where it would not fit into a cookie', () => {
    expect(() => seal.seal('session', { ...session, accessToken: 'x'.repeat(COOKIE_LENGTH_MAX) })).toThrow(SessionTooLong);
  });

  it('ends half an hour after the last sign of a person, and twelve hours after the sign-in', () => {
    expect(stands({ startedAt: 0, usedAt: 0 }, IDLE_MS - 1)).toBe(true);
    expect(stands({ startedAt: 0, usedAt: 0 }, IDLE_MS)).toBe(false);
    expect(stands({ startedAt: 0, usedAt: ABSOLUTE_MS - 1 }, ABSOLUTE_MS - 1)).toBe(true);
    expect(stands({ startedAt: 0, usedAt: ABSOLUTE_MS }, ABSOLUTE_MS)).toBe(false);
  });
});

describe('The cookies', () => {
  it('are bound to host and https wherever there is https', () => {
    expect(cookieName('session', true)).toBe('__Host-anxin-session');
    expect(cookieName('renewal', true)).toBe('__Secure-anxin-renewal');
    expect(cookieName('session', false)).toBe('anxin-session');
  });

  it('are read from the header; of two of a name the first counts', () => {
    expect([...cookiesIn('a=1; anxin-session=v1.x_-; a=2;bad; =3')]).toEqual([['a', '1'], ['anxin-session', 'v1.x_-']]);
    expect(cookiesIn(undefined).size).toBe(0);
  });
});
