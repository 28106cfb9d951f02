/** Who is signed in: for this tab only, gone when it closes. */
const TOKEN = 'anxin.token';
const PERSON = 'anxin.person';

export function signedIn() {
  return token() ? JSON.parse(sessionStorage.getItem(PERSON)) : undefined;
}

export function token() {
  return sessionStorage.getItem(TOKEN) ?? undefined;
}

export function keep({ token: given, person }) {
  sessionStorage.setItem(TOKEN, given);
  sessionStorage.setItem(PERSON, JSON.stringify(person));
}

export function signOut() {
  sessionStorage.removeItem(TOKEN);
  sessionStorage.removeItem(PERSON);
}
