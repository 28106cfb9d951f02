import type { Pair, Tag, Term } from './lexicon.js';
import { lexicon, pairs } from './lexicon.js';

/** A place in the text, in UTF-16 units from its beginning. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something in a text that a weight may stand for: a word of the lexicon, two words together, or two or three characters in a row. */
export interface Evidence {
  readonly feature: string;
  /** What is known of it before anything is learned; a row of characters is not known. */
  readonly known?: Term | Pair;
  readonly spans: readonly Span[];
}

interface Token extends Span {
  readonly word: string;
  readonly term: Term;
}

const byFirst = new Map<string, string[]>();
for (const word of [...lexicon.keys()].sort((a, b) => b.length - a.length)) byFirst.set(word[0]!, [...(byFirst.get(word[0]!) ?? []), word]);

const pairsOf = new Map<Tag, { readonly other: Tag; readonly pair: Pair }[]>();
for (const pair of pairs) {
  const [a, b] = pair.tags;
  pairsOf.set(a, [...(pairsOf.get(a) ?? []), { other: b, pair }]);
  pairsOf.set(b, [...(pairsOf.get(b) ?? []), { other: a, pair }]);
}

/** What speaks in a text, each feature once; of the rows of characters those that are asked for. In linear time: every look is bounded. */
export function evidenceOf(text: string, grams: { has(gram: string): boolean }): readonly Evidence[] {
  const tokens = tokensOf(text);
  const found = new Map<string, Evidence>();
  for (const { word, term, start, end } of tokens) {
    if (term.deniable && isDenied(text, start)) note(found, `没有${word}`, { category: null, weight: 1 }, [{ start, end }]);
    else note(found, word, term, [{ start, end }]);
  }
  for (const { pair, spans } of pairsIn(text, tokens)) note(found, pair.tags.join('+'), pair, spans);
  for (let i = 0; i < text.length - 1; i++) {
    for (const length of [2, 3]) {
      const gram = text.slice(i, i + length);
      if (grams.has(gram) && gram.length === length) note(found, `~${gram}`, undefined, [{ start: i, end: i + length }]);
    }
  }
  return [...found.values()];
}

const SPANS_MOST = 3; // A word said a hundred times is shown where it was said first.

function note(found: Map<string, Evidence>, feature: string, known: Term | Pair | undefined, spans: readonly Span[]): void {
  const before = found.get(feature);
  if (!before) found.set(feature, { feature, spans, ...(known && { known }) });
  else if (before.spans.length < SPANS_MOST) found.set(feature, { ...before, spans: [...before.spans, ...spans] });
}

/** The text cut into words so that long ones are kept whole: `工资卡` is no `工资`, and in `要求职业病赔偿` nobody seeks a job (`求职`). */
function tokensOf(text: string): readonly Token[] {
  const best = new Float64Array(text.length + 1);
  const chosen = new Array<string | undefined>(text.length);
  for (let i = text.length - 1; i >= 0; i--) {
    best[i] = best[i + 1]!;
    for (const word of byFirst.get(text[i]!) ?? []) {
      if (!text.startsWith(word, i)) continue;
      const worth = word.length ** 2 + best[i + word.length]!;
      if (worth > best[i]!) [best[i], chosen[i]] = [worth, word];
    }
  }
  const tokens: Token[] = [];
  for (let i = 0; i < text.length; i += chosen[i]?.length ?? 1) {
    const word = chosen[i];
    if (word) tokens.push({ word, term: lexicon.get(word)!, start: i, end: i + word.length });
  }
  return tokens;
}

function pairsIn(text: string, tokens: readonly Token[]): readonly { pair: Pair; spans: readonly Span[] }[] {
  const last = new Map<Tag, Token>();
  const found = new Map<Pair, readonly Span[]>();
  for (const token of tokens) {
    const { tag, deniable } = token.term;
    if (!tag || (deniable && isDenied(text, token.start))) continue;
    for (const { other, pair } of pairsOf.get(tag) ?? []) {
      const before = last.get(other);
      if (before && !found.has(pair) && token.start - before.end <= pair.within) found.set(pair, [before, token].map(({ start, end }) => ({ start, end })));
    }
    last.set(tag, token);
  }
  return [...found].map(([pair, spans]) => ({ pair, spans }));
}

/** `没有`, `并未`, `不是` right before: what follows is not so. */
export function isDenied(text: string, start: number): boolean {
  return /(?:没|没有|未|并未|不|无|非(?!常)|(?<!是)不是|并非|不存在|未曾|没有被|没被|从未|从没|不会|不再|不用|别)$/.test(text.slice(Math.max(0, start - 4), start));
}
