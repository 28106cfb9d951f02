/** RFC 6962 and C2SP tlog-tiles, with the browser's own cryptography: nothing here is taken from the server on trust but its public key. */
const TILE = 256;
const utf8 = new TextDecoder();

export const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
export const base64Of = (bytes) => btoa(String.fromCharCode(...bytes));
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

async function sha256(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => { whole.set(part, at); return at + part.length; }, 0);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}
const leafHash = (entry) => sha256(Uint8Array.of(0), entry);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/** RFC 9162, 2.1.3.2: whether the proof leads from the leaf to the root. */
export async function includes({ leaf, index, size, proof, root }) {
  if (index >= size) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = await nodeHash(hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(hash, root);
}

/** What a checkpoint says (C2SP tlog-checkpoint). */
export function checkpointIn(note) {
  const [origin, size, root] = note.split('\n');
  return { origin, size: Number(size), root };
}

/** Whether one of the keys (`name+id+base64`) signed the note: true, false, or undefined where this browser knows no Ed25519. */
export async function signedBy(note, keys) {
  const split = note.lastIndexOf('\n\n');
  const text = new TextEncoder().encode(note.slice(0, split + 1));
  const signatures = [...note.slice(split + 2).matchAll(/^— (\S+) (\S+)$/gm)].map(([, name, base64]) => ({ name, bytes: bytesOf(base64) }));
  let known = false;
  for (const key of keys) {
    const [, name, id, public_] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key) ?? [];
    const imported = public_ && (await crypto.subtle.importKey('raw', bytesOf(public_).slice(1), { name: 'Ed25519' }, false, ['verify']).catch(() => undefined));
    if (!imported) continue;
    known = true;
    for (const signature of signatures) {
      const hint = [...signature.bytes.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      if (signature.name === name && hint === id && (await crypto.subtle.verify('Ed25519', imported, signature.bytes.slice(4), text))) return true;
    }
  }
  return known ? false : undefined;
}

/** `1234067` is `x001/x234/067`: how such logs write an index; `.p/` says how many entries a tile that is not full has. */
export function tilePath(index, size) {
  const tile = Math.floor(index / TILE);
  const groups = [];
  for (let rest = tile, first = true; first || rest > 0; rest = Math.floor(rest / 1000), first = false) groups.unshift(`${first ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`);
  const width = Math.min(TILE, size - tile * TILE);
  return { path: `${groups.join('/')}${width < TILE ? `.p/${width}` : ''}`, at: index % TILE };
}

/** The entry at a place of a tile: each stands behind its length of 16 bits. */
export function entryAt(bundle, at) {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  let offset = 0;
  for (let i = 0; i < at; i++) offset += 2 + view.getUint16(offset);
  return bundle.slice(offset + 2, offset + 2 + view.getUint16(offset));
}

/** The fields of an entry: a byte of format, then each behind its length. */
export function fieldsOf(entry) {
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  const parts = [];
  for (let offset = 1; offset < entry.length;) {
    const length = view.getUint16(offset);
    parts.push(entry.slice(offset + 2, offset + 2 + length));
    offset += 2 + length;
  }
  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const number = (bytes) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const [caseId, stream, version, id, type, schema, data] = parts;
  return { caseId: hex(caseId), stream: utf8.decode(stream), version: number(version), id: hex(id), type: `${utf8.decode(type)}.v${number(schema)}`, data: utf8.decode(data) };
}

/** One event of the history against its entry and the signed tree. What an older version was written as is compared by its ids alone. */
export async function provesEvent({ event, caseId, entry, answer, checkpoint }) {
  const leaf = await leafHash(entry);
  const inTree = await includes({ leaf, index: answer.leafIndex, size: answer.treeSize, proof: answer.proof.map(bytesOf), root: bytesOf(checkpoint.root) });
  const said = fieldsOf(entry);
  const isIt = said.caseId === caseId && said.id === event.id && said.stream === event.stream && said.version === event.version;
  const sameWords = said.type !== event.type || JSON.stringify(sorted(JSON.parse(said.data))) === JSON.stringify(sorted(event.data));
  return { passed: inTree && isIt && sameWords && answer.treeSize === checkpoint.size && base64Of(leaf) === answer.leafHash, leaf: base64Of(leaf) };
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
