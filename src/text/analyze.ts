import { findQuantities, type Quantity } from './quantities/quantities';
import { splitSentences, type TokenRange } from './sentences';
import { matchKey } from './stem';
import { tokenize, type Token } from './tokens';

/** A text and what is known of it by its letters alone. It is made once and handed on. */
export interface AnalyzedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** In order and without gaps. */
  readonly sentences: readonly TokenRange[];
  /** Of each token, what equal words share; see {@link matchKey}. */
  readonly keys: readonly string[];
  readonly quantities: readonly Quantity[];
}

/** A word of a text: a token with a letter or a digit. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly key: string;
}

/** Analyses a text up to its `longest` th token. */
export function analyze(text: string, longest = Infinity): AnalyzedText {
  const all = tokenize(text);
  const tokens = all.length > longest ? all.slice(0, longest) : all;
  return {
    text,
    tokens,
    sentences: splitSentences(text, tokens),
    keys: tokens.map((token) => keyOf(token.text)),
    quantities: findQuantities(tokens),
  };
}

/** The piece of text that a range of tokens covers, and its offsets. */
export function cut({ text, tokens }: AnalyzedText, range: TokenRange): { text: string; start: number; end: number } {
  const start = tokens[range.start]?.start ?? 0;
  const end = tokens[range.end - 1]?.end ?? start;
  return { text: text.slice(start, end), start, end };
}

/** The words of a range of tokens; the whole text's without one. */
export function wordsOf({ tokens, keys }: AnalyzedText, range: TokenRange = { start: 0, end: tokens.length }): Word[] {
  return tokens
    .slice(range.start, range.end)
    .map(({ text }, index) => toWord(text, keys[range.start + index]))
    .filter(({ text }) => isWord(text));
}

export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

export function toWord(token: string, key = keyOf(token)): Word {
  const text = token.replace(/’/gu, "'");
  return { text, lower: text.toLowerCase(), key };
}

function keyOf(token: string): string {
  return matchKey(token.replace(/’/gu, "'").toLowerCase());
}

/** The sentences that a range of tokens touches, alone and with the ones before and after. */
export function surroundings(analyzed: AnalyzedText, range: TokenRange): { sentence: string; around: string } {
  const { sentences } = analyzed;
  const touched = [...sentences.keys()].filter((index) => isTouched(sentences[index] as TokenRange, range));
  const first = touched[0] ?? 0;
  const last = touched.at(-1) ?? first;
  const joined = (from: number, to: number): string =>
    cut(analyzed, { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 }).text.replace(/\s+/gu, ' ');
  return { sentence: joined(first, last), around: joined(Math.max(0, first - 1), Math.min(sentences.length - 1, last + 1)) };
}

function isTouched(sentence: TokenRange, range: TokenRange): boolean {
  return sentence.end > range.start && sentence.start < range.end;
}
