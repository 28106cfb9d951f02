import { createHash } from 'node:crypto';

const NODE = Buffer.of(1);

/** RFC 6962, 2.1: an inner node is hashed behind 0x01. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** The root over leaf hashes; of no leaves, the hash of nothing. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  return leaves.length === 0 ? createHash('sha256').digest() : subtree(leaves, 0, leaves.length);
}

/** RFC 6962, 2.1.1: the hashes that lead from leaf `index` (from 0) to the root. Throws a `RangeError` for a leaf outside the tree. */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`There is no leaf ${index} in a tree of ${leaves.length}.`);
  const proof: Buffer[] = [];
  let start = 0;
  let end = leaves.length;
  while (end - start > 1) {
    const split = start + splitOf(end - start);
    if (index < split) {
      proof.unshift(subtree(leaves, split, end));
      end = split;
    } else {
      proof.unshift(subtree(leaves, start, split));
      start = split;
    }
  }
  return proof;
}

/** RFC 6962, 2.1.2: that the tree of the first `from` leaves is a beginning of this one. Throws a `RangeError` unless 1 <= from <= size. */
export function consistencyProof(leaves: readonly Buffer[], from: number): Buffer[] {
  if (!Number.isInteger(from) || from < 1 || from > leaves.length) throw new RangeError(`A tree of ${leaves.length} has no beginning of ${from} leaves.`);
  const proof: Buffer[] = [];
  let start = 0;
  let end = leaves.length;
  while (from !== end) {
    const split = start + splitOf(end - start);
    if (from <= split) {
      proof.unshift(subtree(leaves, split, end));
      end = split;
    } else {
      proof.unshift(subtree(leaves, start, split));
      start = split;
    }
  }
  if (start > 0) proof.unshift(subtree(leaves, start, end)); // Where it starts at 0 the verifier holds this hash: it is the old root.
  return proof;
}

/** RFC 9162, 2.1.3.2. */
export function verifyInclusion(claim: { leafHash: Buffer; index: number; size: number; proof: readonly Buffer[]; root: Buffer }): boolean {
  const { index, size, proof } = claim;
  if (!isSize(size) || !Number.isInteger(index) || index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, claim.leafHash];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && hash.equals(claim.root);
}

/** RFC 9162, 2.1.4.2. A tree of no leaves is a beginning of every tree and needs no proof. */
export function verifyConsistency(claim: { from: number; to: number; fromRoot: Buffer; toRoot: Buffer; proof: readonly Buffer[] }): boolean {
  const { from, to, fromRoot, toRoot } = claim;
  if (!isSize(from) || !isSize(to) || from > to) return false;
  if (from === to) return claim.proof.length === 0 && fromRoot.equals(toRoot);
  if (from === 0) return claim.proof.length === 0 && fromRoot.equals(rootOf([]));
  const proof = isPowerOfTwo(from) ? [fromRoot, ...claim.proof] : claim.proof;
  const [first, ...rest] = proof;
  if (!first) return false;
  let [node, last] = [from - 1, to - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [old, young] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      old = nodeHash(sibling, old);
      young = nodeHash(sibling, young);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, half(last)];
    } else {
      young = nodeHash(young, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && old.equals(fromRoot) && young.equals(toRoot);
}

function subtree(leaves: readonly Buffer[], start: number, end: number): Buffer {
  if (end - start === 1) return leaves[start]!;
  const split = start + splitOf(end - start);
  return nodeHash(subtree(leaves, start, split), subtree(leaves, split, end));
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Sizes may pass 2^31, where the shift operators of JavaScript go wrong. */
function half(value: number): number {
  return Math.floor(value / 2);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(value: number): boolean {
  while (value > 1 && value % 2 === 0) value /= 2;
  return value === 1;
}
