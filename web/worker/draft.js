const KEY = 'anxin.draft';

/** What was typed, on this phone only, until it is sent. */
export function draft() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (kept && kept.formId) return kept;
  } catch (error) { /* Somebody else's, or broken: begin anew. */ }
  return { formId: uuid(), values: {} };
}

export function keep(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch (error) {
    return false; // A private window, or a full phone: it goes on without.
  }
}

export function forget() {
  localStorage.removeItem(KEY);
}

/** RFC 9562, version 4. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => (`0${byte.toString(16)}`).slice(-2)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
