/** As much of an entry as it is found by. */
export interface Findable {
  readonly id: string;
  readonly ask: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly zh: string;
  readonly en: string;
}

/** An entry that was found, how well, and by which words of the question. */
export interface Found {
  readonly id: string;
  /** 0 to 1: how much of what the question says, the entry is asked by. */
  readonly score: number;
  readonly matched: readonly string[];
}

/** Below this an answer would be a guess: the question is passed on. */
export const NEAR_ENOUGH = 0.34;
const UNKNOWN = 0.7;
/** A word that only the answer says, not its questions. */
const IN_ANSWER = 0.35;
/** How much the pattern that fits best says, beside all patterns together. */
const ONE_PATTERN = 0.5;

/**
 * Finds entries by the words of a question: pairs of Chinese characters and English words without their endings, each weighed by how few entries know it
 * (inverse document frequency). A word that no entry knows counts against all of them, so that a question about something else finds nothing; but little, for pairs
 * that bridge two words of a sentence are no words.
 */
export function bestAnswers(question: string, entries: readonly Findable[], most: number): readonly Found[] {
  const asked = [...new Set(tokensOf(question))];
  if (asked.length === 0 || entries.length === 0) return [];
  const read = entries.map((entry) => ({ entry, patterns: [...entry.ask.zh, ...entry.ask.en].map((each) => new Set(tokensOf(each))), answer: new Set([...tokensOf(entry.zh), ...tokensOf(entry.en)]) }));
  const known = (token: string): number => read.filter(({ patterns, answer }) => answer.has(token) || patterns.some((each) => each.has(token))).length;
  const weights = new Map(asked.map((token) => [token, known(token) === 0 ? UNKNOWN : Math.log(1 + entries.length / (known(token) + 0.5))]));
  const whole = sum(weights.values());
  const weightOf = (has: (token: string) => number): number => sum(asked.map((token) => has(token) * weights.get(token)!)) / whole;
  return read.map(({ entry, patterns, answer }) => {
    const anywhere = (token: string): number => (patterns.some((each) => each.has(token)) ? 1 : answer.has(token) ? IN_ANSWER : 0);
    const best = Math.max(...patterns.map((each) => fit(weightOf((token) => (each.has(token) ? 1 : 0)), share(each, asked))));
    return { id: entry.id, score: round((1 - ONE_PATTERN) * weightOf(anywhere) + ONE_PATTERN * best), matched: wordsOf(question, asked.filter((token) => anywhere(token) > 0)) };
  }).filter(({ score }) => score >= NEAR_ENOUGH).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
}

/** How well a pattern fits: how much of it the question holds counts more than how much of the question it holds, for people tell their story along with it (F-measure, beta 0.5). */
function fit(ofQuestion: number, ofPattern: number): number {
  return ofQuestion === 0 ? 0 : (1.25 * ofQuestion * ofPattern) / (0.25 * ofPattern + ofQuestion);
}

function share(pattern: ReadonlySet<string>, asked: readonly string[]): number {
  return pattern.size === 0 ? 0 : [...pattern].filter((token) => asked.includes(token)).length / pattern.size;
}

/** Words that hold a question together and tell nothing of what it is about. */
const IDLE = new Set(['怎么', '么办', '什么', '多少', '多久', '哪里', '可以', '请问', '一个', '我们', '我的', '你好', '是不', '不是', '能不', '不能', '有没', '没有', '应该', '如何', '吗', '想问', '问一', '一下', '现在', '这个', '那个', '还是', '就是', '的话', '是多', '少钱', '有什', '么用', '找谁', '多长', '长时', '时间', '办好', '找哪', '应该', '该找', '什么时', '回事', '要求', '几天', '怎样', '样办', '谁管', '要多', '多少天', '少天', '里办', '在哪', '哪办', '哪儿', '了怎', '么样', '要什', '么回',
 
  'the', 'a', 'an', 'is', 'are', 'do', 'doe', 'i', 'my', 'me', 'we', 'to', 'of', 'for', 'in', 'on', 'at', 'if', 'and', 'or', 'can', 'what', 'how', 'who', 'where', 'when', 'it', 'he', 'they', 'be', 'ha', 'have', 'will', 'there', 'with', 'am', 'that', 'this', 'get', 'not']);

function tokensOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const pairs = (plain.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => (run.length === 1 ? [run] : Array.from(run).slice(1).map((second, i) => Array.from(run)[i]! + second)));
  const words = (plain.match(/[a-z0-9]+/g) ?? []).map(stem);
  return [...pairs, ...words].filter((token) => !IDLE.has(token));
}

/** `wages`, `paying`, `injured`, without their endings. */
function stem(word: string): string {
  return word.length <= 4 ? word.replace(/s$/, '') : word.replace(/(ing|ed|es|s)$/, '');
}

/** Pairs that overlap in the question are one word to whoever reads why it was found. */
function wordsOf(question: string, tokens: readonly string[]): readonly string[] {
  const plain = question.normalize('NFKC').toLowerCase();
  const marked = Array.from({ length: plain.length }, () => false);
  for (const token of tokens) for (let at = plain.indexOf(token); at >= 0; at = plain.indexOf(token, at + 1)) marked.fill(true, at, at + token.length);
  const words = Array.from(plain, (_, i) => (marked[i] ? plain[i]! : ' ')).join('').split(' ').filter((word) => word !== '');
  return [...new Set(words)];
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
