import type { AnalyzedText } from '../text/analyze';
import { capitalized, endsSentence } from '../text/sentences';
import { detokenize, joinsTo } from '../text/tokens';
import { UNKNOWN, type Vocabulary } from '../text/vocabulary';
import type { NextWord } from './next-word';

/** A word of the sentence: what the decoder is told it said, how it is written, and where it was copied from. */
export interface SpokenWord {
  readonly lower: string;
  readonly input: string;
  readonly written: string;
  /** Token of the passage it was copied from. */
  readonly place?: number;
  /** Attention over the tokens of the evidence window when it was chosen. [W] */
  readonly looks: Float32Array;
}

const NEVER_NAMES =
  /^(?:the|an?|up|to|in|on|at|for|of|from|by|with|and|or|if|as|we|you|it|they|there|this|these|that|your|our|please|no|not|all|any|when)$/u;

/** Words of the generator are told to the decoder as it learnt them; names keep the casing of the text they come from. */
export function spokenWord(
  { lower, probability, copied, from }: NextWord,
  passage: AnalyzedText,
  vocabulary: Vocabulary,
  looks: Float32Array,
): SpokenWord {
  const id = vocabulary.id(lower);
  const text = from?.text ?? lower;
  const opensSentence = startsSentence(passage, from?.place);
  const place = from?.place === undefined ? {} : { place: from.place };
  if (id <= UNKNOWN || id >= vocabulary.generatorSize) {
    const [first = lower] = lower.split('-');
    const whole = vocabulary.id(first);
    const head = whole > UNKNOWN ? whole : vocabulary.id(first.replace(/s$/u, ''));
    const isPlainWord = opensSentence && head > UNKNOWN && !vocabulary.isName(head) && /^\p{Lu}[\p{Ll}-]+$/u.test(text);
    return { lower, input: text, written: isPlainWord ? lower : text, ...place, looks };
  }
  const spoken = vocabulary.spoken(id);
  const isName = copied > probability / 2 && !opensSentence && /^\p{Lu}/u.test(text) && !NEVER_NAMES.test(lower);
  return { lower, input: spoken, written: isName ? text : spoken, ...place, looks };
}

function startsSentence({ text, tokens }: AnalyzedText, place: number | undefined): boolean {
  if (place === undefined) return false;
  const before = tokens[place - 1];
  return !before || /^[:•*-]$/u.test(before.text) || endsSentence(text, tokens, place - 1);
}

/** Writes the words as a sentence: copied neighbours keep the spacing of the text, the first letter is capital. */
export function writeSentence(words: readonly SpokenWord[], { tokens }: AnalyzedText): string {
  const glued: string[] = [];
  words.forEach((word, index) => {
    const previous = words[index - 1];
    const together =
      previous?.place !== undefined &&
      word.place === previous.place + 1 &&
      tokens[previous.place]?.end === tokens[word.place]?.start &&
      !joinsTo(previous.written, word.written);
    if (together && glued.length > 0) glued.push(`${glued.pop() ?? ''}${word.written}`);
    else glued.push(word.written);
  });
  const text = detokenize(glued.map((word, index) => withArticle(word, glued[index + 1]))).replace(ABBREVIATED_END, '$1');
  const ended = /[.!?]["”’)]?$/u.test(text) ? text : `${text.replace(/[,;:\s-]+$/u, '')}.`;
  return /^\p{Ll}/u.test(ended) && !/^\S*[@/]|^\S+\.\p{L}{2,}/u.test(ended) ? capitalized(ended) : ended;
}

/** The full stop of "p.m." ends the sentence as well. */
const ABBREVIATED_END = /(\.\p{L}\.)\.$/u;

const VOWEL_SOUND = /^(?:[aeio]|u(?!ni|se|su|ti|rin)|hour|honest|honou?r)(?!u?ro|ne\b|nce\b)/iu;

/** After these "a" is a letter: "plan A is ...". */
const NO_NOUN = /^(?:is|in|and|at|on|or|are|as|if|of|it|until|under|unless)$/iu;

/** "A" and "an" go by the sound of the next word; the speaker learnt them before it knew what it would copy. */
function withArticle(word: string, next: string | undefined): string {
  if (next === undefined || !/^an?$/iu.test(word) || !/^\p{L}{2}/u.test(next) || NO_NOUN.test(next)) return word;
  return word.charAt(0) + (VOWEL_SOUND.test(next) ? 'n' : '');
}
