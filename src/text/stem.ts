import porter2 from 'wink-porter2-stemmer';
import { digitsOf } from './numbers';

/**
 * The key under which two words count as the same: Porter2 stem, no hyphens, number words as digits.
 * "check-outs" and "checkout" share one, so do "seven" and "7".
 */
export function matchKey(lower: string): string {
  return digitsOf(lower) ?? porter2(lower.replace(/[-‐]/gu, ''));
}
