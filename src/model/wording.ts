import { detokenize, joinsTo } from '../text/tokens';
import { END, UNKNOWN, type Vocabulary } from '../text/vocabulary';
import type { Candidate } from './beam-search';
import type { EmbeddedForm } from './embedder';
import { row } from './matrix';
import type { EncodedText } from './reader';
import { capitalized, endsSentence, type TokenRange } from '../text/sentences';
import type { NextWord } from './speaker';

/** A word of the sentence: what the decoder is told it said, how it is written, and where it was copied from. */
export interface SpokenWord {
  readonly input: string;
  readonly written: string;
  /** Context token it was copied from. */
  readonly place?: number;
  /** Attention over the tokens of the evidence window when it was chosen. [W] */
  readonly looks: Float32Array;
}

/** Where words come from: the speaker's own vocabulary, the evidence window of the context, the question. */
export interface WordSources {
  readonly context: EncodedText;
  readonly window: TokenRange;
  readonly question: EncodedText;
  readonly vocabulary: Vocabulary;
  /** Log-odds of "yes" by the polarity head; given for the first word of a sentence. */
  readonly yesScore?: number;
}

/** What the head counts beside the decoder in yes or no; chosen on dev. */
const HEAD_WEIGHT = 2;

interface Mass {
  total: number;
  copied: number;
  best: number;
  place: number | undefined;
  form: EmbeddedForm | undefined;
}

/**
 * The likeliest next words of the sentence in row `index` of the batch. A word may be said and copied at once, from several places: its
 * probability is the sum, as in training.
 */
export function likeliestWords(
  { context, window, question, vocabulary, yesScore }: WordSources,
  next: NextWord,
  index: number,
  count: number,
): Candidate<SpokenWord | undefined>[] {
  const [say = 0, copy = 0, echo = 0] = row(next.gates, index);
  const masses = new Map<string, Mass>();
  const massOf = (lower: string): Mass => {
    const known = masses.get(lower);
    if (known) return known;
    const id = vocabulary.id(lower);
    const said = id > UNKNOWN && id < vocabulary.generatorSize ? say * (words[id] as number) : 0;
    const fresh: Mass = { total: said, copied: 0, best: 0, place: undefined, form: undefined };
    masses.set(lower, fresh);
    return fresh;
  };
  const words = row(next.words, index);
  const looks = row(next.window, index);
  looks.forEach((weight, offset) => {
    const place = window.start + offset;
    const form = context.forms[place] as EmbeddedForm;
    addCopy(massOf(form.lower), copy * weight, form, place);
  });
  row(next.question, index).forEach((weight, place) => {
    const form = question.forms[place] as EmbeddedForm;
    addCopy(massOf(form.lower), echo * weight, form, undefined);
  });
  for (const id of topIds(words, count)) massOf(vocabulary.words[id] ?? '');
  if (yesScore !== undefined) settlePolarity(massOf('yes'), massOf('no'), yesScore);
  return [...masses]
    .sort((a, b) => b[1].total - a[1].total)
    .slice(0, count)
    .map(([lower, mass]) => ({
      key: lower,
      word: vocabulary.id(lower) === END ? undefined : { ...toWord(lower, mass, vocabulary, startsSentence(context, mass.place)), looks },
      logProbability: Math.log(Math.max(mass.total, 1e-12)),
    }));
}

/**
 * Settles between "yes" and "no" at once, by the head and the decoder together. Left open, the search would choose the one
 * that lets it go on more fluently, which is another question.
 */
function settlePolarity(yes: Mass, no: Mass, yesScore: number): void {
  const together = yes.total + no.total;
  const isYes = HEAD_WEIGHT * yesScore + Math.log(yes.total) - Math.log(no.total) > 0;
  yes.total = isYes ? together : 0;
  no.total = isYes ? 0 : together;
}

function addCopy(mass: Mass, probability: number, form: EmbeddedForm, place: number | undefined): void {
  mass.total += probability;
  mass.copied += probability;
  if (mass.form && probability <= mass.best) return;
  mass.best = probability;
  mass.place = place;
  mass.form = form;
}

function topIds(words: Float32Array, count: number): number[] {
  const ids: number[] = [];
  words.forEach((probability, id) => {
    if (id <= UNKNOWN) return;
    if (ids.length === count && probability <= (words[ids[count - 1] as number] as number)) return;
    const at = ids.findIndex((other) => probability > (words[other] as number));
    ids.splice(at < 0 ? ids.length : at, 0, id);
    if (ids.length > count) ids.pop();
  });
  return ids;
}

const NEVER_NAMES =
  /^(?:the|an?|up|to|in|on|at|for|of|from|by|with|and|or|if|as|we|you|it|they|there|this|these|that|your|our|please|no|not|all|any|when)$/u;

/** Words of the generator are told to the decoder as it learnt them; names keep the casing of the text they come from. */
function toWord(lower: string, mass: Mass, vocabulary: Vocabulary, opensSentence: boolean): Omit<SpokenWord, 'looks'> {
  const id = vocabulary.id(lower);
  const copied = mass.form?.text ?? lower;
  const place = mass.place === undefined ? {} : { place: mass.place };
  if (id <= UNKNOWN || id >= vocabulary.generatorSize) {
    const [first = lower] = lower.split('-');
    const whole = vocabulary.id(first);
    const head = whole > UNKNOWN ? whole : vocabulary.id(first.replace(/s$/u, ''));
    const isPlainWord = opensSentence && head > UNKNOWN && !vocabulary.isName(head) && /^\p{Lu}[\p{Ll}-]+$/u.test(copied);
    return { input: copied, written: isPlainWord ? lower : copied, ...place };
  }
  const spoken = vocabulary.spoken(id);
  const isName = mass.copied > mass.total / 2 && !opensSentence && /^\p{Lu}/u.test(copied) && !NEVER_NAMES.test(lower);
  return { input: spoken, written: isName ? copied : spoken, ...place };
}

function startsSentence(context: EncodedText, place: number | undefined): boolean {
  if (place === undefined) return false;
  const before = context.tokens[place - 1];
  return !before || /^[:•*-]$/u.test(before.text) || endsSentence(context.text, context.tokens, place - 1);
}

/** Writes the words as a sentence: copied neighbours keep the spacing of the text, the first letter is capital. */
export function writeSentence(words: readonly SpokenWord[], context: EncodedText): string {
  const glued: string[] = [];
  words.forEach((word, index) => {
    const previous = words[index - 1];
    const together =
      previous?.place !== undefined &&
      word.place === previous.place + 1 &&
      context.tokens[previous.place]?.end === context.tokens[word.place]?.start &&
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
