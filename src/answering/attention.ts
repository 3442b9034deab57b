import type { Attention } from '../assistant/ports';
import type { TokenRange } from '../text/sentences';
import type { EncodedPassage } from './encode';
import type { SpokenWord } from './wording';

/** What the decoder looked at for each word, over the tokens of the evidence's sentences. */
export function attentionOf({ tokens, offset }: EncodedPassage, window: TokenRange, words: readonly SpokenWord[]): Attention {
  const places = tokens.slice(window.start, window.end);
  return {
    places: places.map(({ text, start, end }) => ({ text, start: start - offset, end: end - offset })),
    words: words.map(({ written, looks }) => ({ word: written, weights: [...looks].map((weight) => Math.round(weight * 1000) / 1000) })),
  };
}
