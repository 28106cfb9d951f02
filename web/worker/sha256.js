/** SHA-256 (FIPS 180-4) in hex. Written out, because an old WebView on a site's plain network offers no `crypto.subtle`. */
export function sha256(bytes) {
  const length = bytes.length;
  const padded = new Uint8Array(((length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000));
  view.setUint32(padded.length - 4, (length << 3) >>> 0);
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) block(state, words, view, at);
  let hex = '';
  for (let i = 0; i < 8; i++) hex += (`0000000${(state[i] >>> 0).toString(16)}`).slice(-8);
  return hex;
}

const PRIMES = [];
for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every((prime) => n % prime !== 0)) PRIMES.push(n);
const fraction = (x) => ((x - Math.floor(x)) * 0x100000000) | 0;
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(PRIMES.map((prime) => fraction(Math.cbrt(prime))));

function block(state, w, view, at) {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    w[i] = (w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0;
  }
  let [a, b, c, d, e, f, g, hh] = state;
  for (let i = 0; i < 64; i++) {
    const one = (hh + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + w[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    hh = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  const next = [a, b, c, d, e, f, g, hh];
  for (let i = 0; i < 8; i++) state[i] = (state[i] + next[i]) | 0;
}

function turn(x, n) {
  return (x >>> n) | (x << (32 - n));
}

/** The number that makes the hash of `<id>:<number>` begin with so many zero bits; in slices, so that the page goes on living. */
export async function workFor(id, bits) {
  const encoder = new TextEncoder();
  for (let n = 0; ; n++) {
    if (n % 2000 === 0) await new Promise((go) => setTimeout(go, 0));
    const hash = sha256(encoder.encode(`${id}:${n}`));
    if (parseInt(hash.slice(0, 8), 16) < Math.pow(2, 32 - bits)) return String(n);
  }
}
