import { roleTitle } from './roles.js';
import { isChinese } from './words.js';

/**
 * Who is signed in. In a real installation by a cookie that no script can read: `GET /v1/session` says whose it is. In the demo also by a card, whose token
 * is for this tab only and gone when it closes.
 */
const TOKEN = 'anxin.token';
const PERSON = 'anxin.person';

let person;
let signIn = false;

/** `{ id, name, roles, divisions, title }`, or undefined. */
export function signedIn() {
  const one = token() ? JSON.parse(sessionStorage.getItem(PERSON)) : person;
  return one && { ...one, title: (isChinese() && one.title) || one.roles.map(roleTitle).join(isChinese() ? '、' : ', ') };
}

export const hasRole = (...roles) => (signedIn()?.roles ?? []).some((role) => roles.includes(role));

export function token() {
  return sessionStorage.getItem(TOKEN) ?? undefined;
}

export const byCookie = () => token() === undefined && person !== undefined;
/** Whether this installation signs people in at its issuer. */
export const canSignIn = () => signIn;

export function keep({ token: given, person: who }) {
  sessionStorage.setItem(TOKEN, given);
  sessionStorage.setItem(PERSON, JSON.stringify({ ...who, roles: who.roles ?? [who.role] }));
}

/** What the server said of the session. */
export function recognised({ person: who, signIn: can = false }) {
  person = who;
  signIn = can;
}

export function forgetPerson() {
  person = undefined;
  sessionStorage.removeItem(TOKEN);
  sessionStorage.removeItem(PERSON);
}
