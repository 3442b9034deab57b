import { NearWords } from './near-words';
import { tellingTerms } from './terms';

const K1 = 1.2;
const B = 0.75;
/** What a word counts that is spelled otherwise in the text, for each wrong letter. */
const SLIP = 0.6;

interface Posting {
  readonly passages: number[];
  readonly counts: number[];
}

/** Finds passages by their words: Okapi BM25 (Robertson & Zaragoza 2009) over stems; a word that no passage has stands for those spelled nearly so. */
export class WordIndex {
  private readonly postings = new Map<string, Posting>();
  private readonly lengths: number[] = [];
  private readonly average: number;
  private nearWords: NearWords | undefined;

  /** `passages`: how often each term occurs in each; see countTerms. */
  constructor(passages: Iterable<ReadonlyMap<string, number>>) {
    let total = 0;
    for (const terms of passages) {
      let length = 0;
      for (const [term, count] of terms) {
        const posting = this.postings.get(term) ?? { passages: [], counts: [] };
        this.postings.set(term, posting);
        posting.passages.push(this.lengths.length);
        posting.counts.push(count);
        length += count;
      }
      this.lengths.push(length);
      total += length;
    }
    this.average = total / Math.max(1, this.lengths.length);
  }

  /** How well each passage fits the question; 0 where no telling word of it occurs. */
  scores(question: string): Float64Array {
    const scores = new Float64Array(this.lengths.length);
    for (const term of tellingTerms(question)) {
      if (this.postings.has(term)) this.add(scores, term, 1);
      else for (const { word, slips } of this.near(term)) this.add(scores, word, SLIP ** slips);
    }
    return scores;
  }

  private near(term: string): ReturnType<NearWords['find']> {
    this.nearWords ??= new NearWords(this.postings.keys());
    return this.nearWords.find(term);
  }

  private add(scores: Float64Array, term: string, weight: number): void {
    const { passages, counts } = this.postings.get(term) ?? { passages: [], counts: [] };
    const rarity = Math.log(1 + (this.lengths.length - passages.length + 0.5) / (passages.length + 0.5));
    passages.forEach((passage, at) => {
      const count = counts[at] ?? 0;
      const norm = count + K1 * (1 - B + (B * (this.lengths[passage] ?? 0)) / this.average);
      scores[passage] = (scores[passage] ?? 0) + (weight * rarity * count * (K1 + 1)) / norm;
    });
  }
}
