import porter2 from 'wink-porter2-stemmer';
import { digitsOf } from './numbers';

/** Letters of a word that is stemmed: the stemmer takes quadratic time, and what is longer is no word. */
const LONGEST_STEMMED = 40;

/**
 * The key under which two words count as the same: Porter2 stem, no hyphens, number words as digits.
 * "check-outs" and "checkout" share one, so do "seven" and "7".
 */
export function matchKey(lower: string): string {
  const word = lower.replace(/[-‐]/gu, '');
  return digitsOf(lower) ?? (word.length > LONGEST_STEMMED ? word : porter2(word));
}
