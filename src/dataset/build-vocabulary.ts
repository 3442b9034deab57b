import { capitalized } from '../text/sentences';
import { digitsOf } from '../text/numbers';
import { tokenize } from '../text/tokens';
import { Vocabulary } from '../text/vocabulary';
import type { Reading } from './reading';

const GENERATOR_WORDS = 4000;
const VOCABULARY_WORDS = 35_000;
const PLAIN_WEIGHT = 0.25;
const SPOKEN_CAPITALS =
  /^(?:i|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december)$/u;

/**
 * Chooses the vocabulary from what the corpora say. The decoder's own words come from full answers, the spoken style
 * weighing most; it gets no numbers and no names, so that those can only be copied from what was read.
 * `knownWords` (words with pretrained vectors, most frequent first) limits and fills up the rest.
 */
export function buildVocabulary(readings: Iterable<Reading>, knownWords: readonly string[]): Vocabulary {
  const read = new Map<string, number>();
  const said = new Map<string, number>();
  const capitals = new Map<string, number>();
  const within: Casing = { all: new Map(), capital: new Map() };
  for (const reading of readings) {
    countWords(read, reading.context);
    countCasing(within, reading.context);
    for (const question of reading.questions) {
      countWords(read, question.text);
      if (question.sentence === undefined) continue;
      const weight = question.style === 'spoken' ? 1 : PLAIN_WEIGHT;
      tokenize(question.sentence).forEach(({ text }, index) => {
        const lower = text.toLowerCase();
        add(said, lower, weight);
        if (index > 0 && /^\p{Lu}/u.test(text)) add(capitals, lower, weight);
      });
    }
  }
  const isName = (word: string): boolean => (capitals.get(word) ?? 0) > 0.5 * (said.get(word) ?? 0);
  const generator = byCount(said)
    .filter((word) => SPOKEN_CAPITALS.test(word) || (!isName(word) && isSayable(word)))
    .slice(0, GENERATOR_WORDS);
  const chosen = new Set(generator);
  const known = new Set(knownWords);
  const candidates = [...byCount(read).filter((word) => known.size === 0 || known.has(word)), ...knownWords];
  const others: string[] = [];
  for (const word of candidates) {
    if (chosen.size >= VOCABULARY_WORDS) break;
    if (chosen.has(word) || /\s/u.test(word)) continue;
    chosen.add(word);
    others.push(word);
  }
  const isNameInTexts = (word: string): boolean => (within.capital.get(word) ?? 0) > 0.5 * (within.all.get(word) ?? 0);
  const names = [...generator.filter((word) => SPOKEN_CAPITALS.test(word) && isName(word)), ...others.filter(isNameInTexts)];
  const casing = new Map(names.map((word) => [word, capitalized(word)]));
  return Vocabulary.build(generator, others, casing);
}

function isSayable(word: string): boolean {
  return !/\p{N}|[@/_]|\.\p{L}{2,}/u.test(word) && (word === 'one' || word === 'first' || digitsOf(word) === undefined);
}

interface Casing {
  readonly all: Map<string, number>;
  readonly capital: Map<string, number>;
}

/** Counts how words are written where a small letter could stand: not at the beginning of a sentence. */
function countCasing(casing: Casing, text: string): void {
  let opens = true;
  for (const { text: token } of tokenize(text)) {
    if (!opens && /^\p{L}/u.test(token)) {
      add(casing.all, token.toLowerCase(), 1);
      if (/^\p{Lu}/u.test(token)) add(casing.capital, token.toLowerCase(), 1);
    }
    opens = /^[.!?:"“•*-]$/u.test(token);
  }
}

function countWords(counts: Map<string, number>, text: string): void {
  for (const token of tokenize(text)) add(counts, token.text.toLowerCase().replace(/’/gu, "'"), 1);
}

function add(counts: Map<string, number>, word: string, amount: number): void {
  counts.set(word, (counts.get(word) ?? 0) + amount);
}

function byCount(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}
