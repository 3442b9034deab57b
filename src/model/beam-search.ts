import { digitsOf } from '../text/numbers';

/** A word that may come next, with its log-probability. `key` tells equal words apart from different ones. */
export interface Candidate<Word> {
  readonly word: Word;
  readonly key: string;
  readonly logProbability: number;
}

export interface Hypothesis<Word> {
  readonly words: readonly Word[];
  readonly keys: readonly string[];
  /** Sum over the words, the end included. */
  readonly logProbability: number;
}

export interface BeamOptions {
  /** 1 is greedy search. */
  readonly beams: number;
  readonly longest: number;
  /** Exponent of the length normalisation of Wu et al. 2016; 0 is none. */
  readonly lengthPenalty: number;
}

/** How often a sentence may say a word. */
export type RepetitionLimit = (key: string) => number;

/**
 * Beam search. `next` is given, for each living hypothesis, the row of the batch it grew from and its last word; it
 * returns the candidates of each. A candidate with an undefined word ends its sentence. No word is said more often than `limit`.
 */
export function beamSearch<Word>(
  next: (parents: readonly number[], last: readonly (Word | undefined)[]) => Candidate<Word | undefined>[][],
  options: BeamOptions,
  limit: RepetitionLimit = () => Infinity,
): Hypothesis<Word> {
  let living: Hypothesis<Word>[] = [{ words: [], keys: [], logProbability: 0 }];
  let parents = [0];
  let best: { hypothesis: Hypothesis<Word>; score: number } | undefined;
  for (let length = 1; length <= options.longest && living.length > 0; length += 1) {
    const grown: { hypothesis: Hypothesis<Word>; parent: number }[] = [];
    next(
      parents,
      living.map((hypothesis) => hypothesis.words.at(-1)),
    ).forEach((candidates, parent) => {
      const origin = living[parent] as Hypothesis<Word>;
      for (const { word, key, logProbability } of candidates) {
        const total = origin.logProbability + logProbability;
        if (word === undefined) {
          const score = total / lengthNorm(length, options.lengthPenalty);
          if (!best || score > best.score) best = { hypothesis: { ...origin, logProbability: total }, score };
        } else if (!stammers(origin.keys, key) && !repeatsTrigram(origin.keys, key) && count(origin.keys, key) < limit(key)) {
          grown.push({ hypothesis: { words: [...origin.words, word], keys: [...origin.keys, key], logProbability: total }, parent });
        }
      }
    });
    grown.sort((a, b) => b.hypothesis.logProbability - a.hypothesis.logProbability);
    const kept = grown.slice(0, options.beams);
    const finished = best;
    const promising = kept.filter(
      ({ hypothesis }) => !finished || hypothesis.logProbability / lengthNorm(options.longest, options.lengthPenalty) > finished.score,
    );
    living = promising.map(({ hypothesis }) => hypothesis);
    parents = promising.map(({ parent }) => parent);
  }
  return best?.hypothesis ?? living[0] ?? { words: [], keys: [], logProbability: -Infinity };
}

function lengthNorm(length: number, penalty: number): number {
  return ((5 + length) / 6) ** penalty;
}

/** The same word twice in a row; digits of a code may be. */
function stammers(keys: readonly string[], next: string): boolean {
  return next === keys.at(-1) && /\p{L}/u.test(next) && digitsOf(next) === undefined;
}

function count(keys: readonly string[], wanted: string): number {
  return keys.filter((key) => key === wanted).length;
}

function repeatsTrigram(keys: readonly string[], next: string): boolean {
  const [a, b] = keys.slice(-2);
  if (a === undefined || b === undefined) return false;
  return keys.some((key, index) => key === a && keys[index + 1] === b && keys[index + 2] === next);
}
