import { en } from './en';
import type { Lexicon } from './lexicon';

const LEXICONS: Readonly<Record<string, Lexicon>> = { en };

/** The lexicon of a locale such as "en-GB"; English where there is none. */
export function lexiconOf(locale: string | undefined): Lexicon {
  return LEXICONS[(locale ?? 'en').slice(0, 2).toLowerCase()] ?? en;
}
