import type { Word } from '../../text/analyze';
import { FUNCTION_WORDS } from '../../text/function-words';
import { digitsOf } from '../../text/numbers';
import type { Check } from './check';
import { isPolar } from './polarity';

/** "May" is left out: it is a word of courtesy as well. */
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december)$/u;
/** Of evidence with at most so many facts, each has to be said or asked for. */
const SHORT_EVIDENCE = 4;
/** Of so many numbers in the evidence, each has to be said. */
const FEW_NUMBERS = 3;

/** A number, name or code is said that stands neither in the text nor in the question. */
export const unsupported: Check = {
  name: 'unsupported',
  objects({ words, around, path, question }) {
    const known = keysOf([...around, ...path, ...question]);
    return words.some((word, index) => isFact(word, index) && !known.has(word.key));
  },
};

/** The evidence's own facts are not all said. "Yes" and "no" need none. */
export const incomplete: Check = {
  name: 'incomplete',
  objects({ words, evidence, question }) {
    if (isPolar(words)) return false;
    const [spoken, asked] = [keysOf(words), keysOf(question)];
    const facts = evidence.filter(({ lower }) => !FUNCTION_WORDS.has(lower));
    const numbers = facts.filter(({ text }) => /\p{N}/u.test(text));
    if (numbers.length <= FEW_NUMBERS && numbers.some(({ key }) => !spoken.has(key))) return true;
    return facts.length <= SHORT_EVIDENCE && facts.some(({ key }) => !spoken.has(key) && !asked.has(key));
  },
};

/** Numbers and names: what must never be made up. The first word is capital in any case. */
function isFact({ text, lower }: Word, index: number): boolean {
  if (CALENDAR.test(lower) || /\p{N}|@/u.test(text)) return true;
  if (digitsOf(lower) !== undefined && lower !== 'one' && lower !== 'first') return true;
  return index > 0 && /^\p{Lu}/u.test(text) && !FUNCTION_WORDS.has(lower);
}

function keysOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.map(({ key }) => key));
}
