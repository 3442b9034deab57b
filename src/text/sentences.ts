import { tokenize, type Token } from './tokens';

/** A range of tokens, end exclusive. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

const TERMINATOR = /^(?:[.!?…]|\.{2,})$/u;
const TIME_ABBREVIATION = /^[ap]\.m\.$/iu;
/** Before a number, as in "ext. 4358". */
const NUMBER_ABBREVIATION = /^(?:ext|tel|no|nr|rm|fig|sec|vol|pp?)$/iu;
const CALENDAR_NAME =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** Sentences of a tokenised text, in order and without gaps. Line breaks end a sentence as well. */
export function splitSentences(text: string, tokens: readonly Token[]): TokenRange[] {
  const sentences: TokenRange[] = [];
  let start = 0;
  tokens.forEach((_, index) => {
    if (!endsSentence(text, tokens, index)) return;
    sentences.push({ start, end: index + 1 });
    start = index + 1;
  });
  return sentences;
}

/** The text with a capital at its beginning. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a sentence of the text ends with this token. */
export function endsSentence(text: string, tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index] as Token, tokens[index + 1]];
  if (!next) return true;
  const between = text.slice(token.end, next.start);
  if (between.includes('\n')) return true;
  if (between === '' || !/^[\p{Lu}\p{N}"“'‘([•*-]/u.test(next.text)) return false;
  if (NUMBER_ABBREVIATION.test(before?.text ?? '') && token.text === '.' && /^\p{N}/u.test(next.text)) return false;
  if (TIME_ABBREVIATION.test(token.text)) return /^\p{Lu}/u.test(next.text) && !CALENDAR_NAME.test(next.text);
  return TERMINATOR.test(token.text) || (/^["”’)]$/u.test(token.text) && TERMINATOR.test(text.charAt(token.start - 1)));
}

export const EVIDENCE_WINDOW = 60;

/**
 * The tokens that the decoder looks at: the sentences that hold the span, at most {@link EVIDENCE_WINDOW} tokens,
 * cut around the span when they are longer (a dictated text may be one long sentence).
 */
export function evidenceWindow(sentences: readonly TokenRange[], span: TokenRange): TokenRange {
  const covering = sentences.filter((sentence) => sentence.end > span.start && sentence.start < span.end);
  const start = covering[0]?.start ?? span.start;
  const end = covering.at(-1)?.end ?? span.end;
  if (end - start <= EVIDENCE_WINDOW) return { start, end };
  const margin = Math.max(0, Math.floor((EVIDENCE_WINDOW - (span.end - span.start)) / 2));
  const from = Math.min(Math.max(start, span.start - margin), Math.max(start, end - EVIDENCE_WINDOW));
  return { start: from, end: Math.min(end, from + EVIDENCE_WINDOW) };
}

/** The sentences that a character range touches, alone and with the ones before and after. */
export function surroundings(text: string, start: number, end: number): { sentence: string; around: string } {
  const tokens = tokenize(text);
  const sentences = splitSentences(text, tokens);
  const startOf = (index: number): number => tokens[sentences[index]?.start ?? 0]?.start ?? 0;
  const endOf = (index: number): number => tokens[(sentences[index]?.end ?? 1) - 1]?.end ?? 0;
  const touched = [...sentences.keys()].filter((index) => endOf(index) > start && startOf(index) < end);
  const first = touched[0] ?? 0;
  const last = touched.at(-1) ?? first;
  const cut = (from: number, to: number): string => text.slice(startOf(from), endOf(to)).replace(/\s+/gu, ' ');
  return { sentence: cut(first, last), around: cut(Math.max(0, first - 1), Math.min(sentences.length - 1, last + 1)) };
}
