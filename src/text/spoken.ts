import { cardinal, digitByDigit, ordinal, year } from './numbers';
import { tokenize, type Token } from './tokens';

/** How a speech recogniser would write what is read aloud: lower case, no punctuation, numbers in words. */
export function toSpokenForm(text: string): string {
  const tokens = tokenize(text);
  return tokens
    .map((token, index) => spokenToken(token.text, wordsBefore(tokens, index)))
    .join(' ')
    .replace(/ (?=(?:'(?:s|re|ve|ll|d|m)|n't)\b)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The two tokens before one, in lower case. */
export function wordsBefore(tokens: readonly Token[], index: number): string {
  return tokens
    .slice(Math.max(0, index - 2), index)
    .map((token) => token.text.toLowerCase())
    .join(' ');
}

/** One token as it is heard; empty for punctuation that nobody hears. `before` holds the two lower-case tokens before it. */
export function spokenToken(token: string, before = ''): string {
  const lower = token.toLowerCase().replace(/’/gu, "'");
  if (/^\p{N}/u.test(lower)) return spokenNumber(lower, before);
  if (lower === '%') return 'percent';
  if (lower === '&') return 'and';
  if (lower === '@') return 'at';
  if (lower === '$') return '';
  if (/^(?:\p{L}\.)+\p{L}?$/u.test(lower)) return lower.replace(/\./gu, ' ').trim();
  if (/[@/]|\.\p{L}{2,}$/u.test(lower)) {
    return lower
      .replace(/^https?:\/\//u, '')
      .replace(/@/gu, ' at ')
      .replace(/\./gu, ' dot ')
      .replace(/[/_-]/gu, ' ');
  }
  return lower
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .replace(/^'$/u, '')
    .trim();
}

function spokenNumber(token: string, before: string): string {
  const clock = /^(\d{1,2}):(\d{2})$/u.exec(token);
  if (clock) {
    const minutes = Number(clock[2]);
    const tail = minutes === 0 ? '' : minutes < 10 ? ` oh ${cardinal(minutes)}` : ` ${cardinal(minutes)}`;
    return cardinal(Number(clock[1])) + tail;
  }
  const ranked = /^(\d+)(?:st|nd|rd|th)$/u.exec(token);
  if (ranked) return ordinal(Number(ranked[1]));
  const plain = token.replace(/,(?=\d{3})/gu, '');
  const decimal = /^(\d+)\.(\d+)$/u.exec(plain);
  if (decimal) return `${cardinal(Number(decimal[1]))} point ${digitByDigit(decimal[2] ?? '')}`;
  if (!/^\d+$/u.test(plain)) return plain.replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (plain.startsWith('0') || plain.length > 6 || /(?:^| )(?:code|pin|extension|number|dial)(?: is)?$/u.test(before)) {
    return digitByDigit(plain);
  }
  const value = Number(plain);
  return value >= 1100 && value < 2100 && plain === token ? year(value) : cardinal(value);
}

const FILLER = /(?:^|\s)(?:u+m+|u+h+|e+r+m*|hm+)(?=[\s,]|$),?/giu;

/** A question without the noise of speech: fillers, doubled spaces, control characters. */
export function cleanQuestion(question: string): string {
  return question
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(FILLER, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The question as the network reads it: heard ones have no question mark, and with one it finds the answer better. */
export function withQuestionMark(question: string): string {
  return `${question.replace(/[\s.?!]+$/u, '')}?`;
}
