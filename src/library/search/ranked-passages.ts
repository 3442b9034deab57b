import type { CutPassage } from '../cut';
import { countTerms } from './terms';
import { WordIndex } from './word-index';

/** Passages of a text that is not stored, with what is counted once to rank them for any question. */
export class RankedPassages<Passage extends Pick<CutPassage, 'text' | 'path'>> {
  private readonly words: WordIndex;

  constructor(private readonly passages: readonly Passage[]) {
    this.words = new WordIndex(passages.map(({ path, text }) => countTerms(`${path}\n${text}`)));
  }

  /** Ordered by how well their words fit the question, best first, those that fit equally in their order. */
  fitting(question: string): Passage[] {
    const scores = this.words.scores(question);
    return [...this.passages.keys()]
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .map((index) => this.passages[index] as Passage);
  }
}
