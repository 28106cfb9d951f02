import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { leafHash } from './entry.js';
import { consistencyProof, inclusionProof, nodeHash, rootOf, verifyConsistency, verifyInclusion } from './tree.js';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The eight leaves of the reference implementation of RFC 6962 (certificate-transparency, merkle_tree_test), with its roots and paths. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((input) => leafHash(hex(input)));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(hex);
const A = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const B = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const C = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const D = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const F = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const root = (size: number): string => roots[size]!.toString('hex');

describe('A Merkle tree of RFC 6962', () => {
  it.each(roots.map((_, size) => size))('has the reference root over %i leaves', (size) => {
    expect(rootOf(leaves.slice(0, size))).toEqual(roots[size]);
  });

  it.each([[0, 1, []], [0, 8, [A, B, C]], [5, 8, [D, E, root(4)]], [2, 3, [root(2)]], [1, 5, [root(1), B, D]]] as const)(
    'proves leaf %i of %i by the reference path', (index, size, path) => {
      expect(inclusionProof(leaves.slice(0, size), index).map((hash) => hash.toString('hex'))).toEqual(path);
    });

  it.each([[1, 1, []], [1, 8, [A, B, C]], [6, 8, [F, E, root(4)]], [2, 5, [B, D]]] as const)(
    'proves that %i leaves begin %i by the reference path', (from, to, path) => {
      expect(consistencyProof(leaves.slice(0, to), from).map((hash) => hash.toString('hex'))).toEqual(path);
    });

  it('agrees with the definition written out, for any number of leaves', () => {
    const mth = (d: Buffer[]): Buffer => {
      if (d.length === 1) return createHash('sha256').update(Buffer.concat([Buffer.of(0), d[0]!])).digest();
      const k = 2 ** Math.ceil(Math.log2(d.length) - 1);
      return createHash('sha256').update(Buffer.concat([Buffer.of(1), mth(d.slice(0, k)), mth(d.slice(k))])).digest();
    };
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)), { minLength: 1, maxLength: 70 }), (entries) => {
      expect(rootOf(entries.map(leafHash))).toEqual(mth(entries));
    }), { numRuns: 50 });
  });
});

describe('A verifier', () => {
  const many = Array.from({ length: 40 }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));
  const rootsOfMany = many.map((_, index) => rootOf(many.slice(0, index + 1)));

  it('accepts every leaf of every tree up to 40, and refuses it at another index, size, root or leaf', () => {
    for (let size = 1; size <= many.length; size++) {
      for (let index = 0; index < size; index++) {
        const claim = { leafHash: many[index]!, index, size, proof: inclusionProof(many.slice(0, size), index), root: rootsOfMany[size - 1]! };
        expect(verifyInclusion(claim)).toBe(true);
        if (size > 1) expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(false);
        expect(verifyInclusion({ ...claim, leafHash: nodeHash(many[index]!, many[index]!) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: many[index]!.map((byte) => byte ^ 1) as Buffer })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, many[0]!] })).toBe(false);
        if (claim.proof.length > 0) expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }
    }
  });

  it('accepts every beginning of every tree up to 40, and refuses another root or a shortened or lengthened path', () => {
    for (let to = 1; to <= many.length; to++) {
      for (let from = 1; from <= to; from++) {
        const claim = { from, to, fromRoot: rootsOfMany[from - 1]!, toRoot: rootsOfMany[to - 1]!, proof: consistencyProof(many.slice(0, to), from) };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, fromRoot: many[7]! })).toBe(false);
        expect(verifyConsistency({ ...claim, toRoot: many[7]! })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...claim.proof, many[0]!] })).toBe(false);
        if (claim.proof.length > 0) expect(verifyConsistency({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }
    }
  });

  it('answers no, and never throws, to numbers that make no sense', () => {
    for (const index of [-1, 8, 0.5, NaN]) expect(verifyInclusion({ leafHash: leaves[0]!, index, size: 8, proof: [], root: roots[8]! })).toBe(false);
    expect(verifyConsistency({ from: 8, to: 4, fromRoot: roots[8]!, toRoot: roots[4]!, proof: [] })).toBe(false);
    expect(verifyConsistency({ from: 3, to: 4, fromRoot: roots[3]!, toRoot: roots[4]!, proof: [] })).toBe(false);
    expect(verifyConsistency({ from: 0, to: 4, fromRoot: roots[0]!, toRoot: roots[4]!, proof: [] })).toBe(true);
    expect(() => inclusionProof(leaves, 8)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 0)).toThrow(RangeError);
  });
});
