/** A word that may come next, with its log-probability. An undefined word ends the sentence. */
export interface Candidate<Word> {
  readonly word: Word | undefined;
  readonly logProbability: number;
}

export interface Hypothesis<Word> {
  readonly words: readonly Word[];
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

/** What may come next after each living hypothesis; `parents` tells the row of the batch before that each grew from. */
export type NextWords<Word> = (parents: readonly number[], living: readonly (readonly Word[])[]) => Promise<Candidate<Word>[][]>;

export async function beamSearch<Word>(next: NextWords<Word>, options: BeamOptions): Promise<Hypothesis<Word>> {
  let living: Hypothesis<Word>[] = [{ words: [], logProbability: 0 }];
  let parents = [0];
  let likeliest = living[0];
  let best: { hypothesis: Hypothesis<Word>; score: number } | undefined;
  for (let length = 1; length <= options.longest && living.length > 0; length += 1) {
    const grown: { hypothesis: Hypothesis<Word>; parent: number }[] = [];
    const candidates = await next(
      parents,
      living.map(({ words }) => words),
    );
    living.forEach((origin, parent) => {
      for (const { word, logProbability } of candidates[parent] ?? []) {
        const total = origin.logProbability + logProbability;
        if (word !== undefined) grown.push({ hypothesis: { words: [...origin.words, word], logProbability: total }, parent });
        else {
          const score = total / lengthNorm(length, options.lengthPenalty);
          if (!best || score > best.score) best = { hypothesis: { ...origin, logProbability: total }, score };
        }
      }
    });
    grown.sort((a, b) => b.hypothesis.logProbability - a.hypothesis.logProbability);
    likeliest = grown[0]?.hypothesis ?? likeliest;
    const finished = best;
    const promising = grown
      .slice(0, options.beams)
      .filter(
        ({ hypothesis }) => !finished || hypothesis.logProbability / lengthNorm(options.longest, options.lengthPenalty) > finished.score,
      );
    living = promising.map(({ hypothesis }) => hypothesis);
    parents = promising.map(({ parent }) => parent);
  }
  return best?.hypothesis ?? likeliest ?? { words: [], logProbability: -Infinity };
}

function lengthNorm(length: number, penalty: number): number {
  return ((5 + length) / 6) ** penalty;
}
