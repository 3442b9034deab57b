import { digitsOf } from './numbers';
import { matchKey } from './stem';
import type { Vocabulary } from './vocabulary';

export const CHARACTERS_PER_WORD = 16;
export const CHARACTER_COUNT = 96;
export const FORM_FEATURES = 4;

/**
 * Everything the network knows of a word form by its spelling alone. A token is a form at a place, so a form's
 * vector is computed once and kept.
 */
export interface Form {
  readonly lower: string;
  readonly matchKey: string;
  readonly wordId: number;
  /** {@link CHARACTERS_PER_WORD} character ids, 0 is padding; of long words the beginning and the end. */
  readonly characters: Uint8Array;
  /** {@link FORM_FEATURES} flags: initial capital, all capitals, number, punctuation. */
  readonly features: Uint8Array;
}

export function describeForm(token: string, vocabulary: Vocabulary): Form {
  const text = token.replace(/’/gu, "'");
  const lower = text.toLowerCase();
  return {
    lower,
    matchKey: matchKey(lower),
    wordId: vocabulary.id(lower),
    characters: characterIds(text),
    features: Uint8Array.of(
      flag(/^\p{Lu}/u.test(text)),
      flag(/^[\p{Lu}\p{N}.&-]{2,}$/u.test(text) && /\p{Lu}/u.test(text)),
      flag(/\p{N}/u.test(text) || digitsOf(lower) !== undefined),
      flag(!/[\p{L}\p{N}]/u.test(text)),
    ),
  };
}

function characterIds(text: string): Uint8Array {
  const ids = new Uint8Array(CHARACTERS_PER_WORD);
  const half = CHARACTERS_PER_WORD / 2;
  const kept = text.length > CHARACTERS_PER_WORD ? text.slice(0, half) + text.slice(-half) : text;
  for (let index = 0; index < kept.length; index += 1) {
    const code = kept.charCodeAt(index);
    ids[index] = code > 32 && code < 127 ? code - 32 : CHARACTER_COUNT - 1;
  }
  return ids;
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}
