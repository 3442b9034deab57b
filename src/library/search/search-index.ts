import { setImmediate as breathe } from 'node:timers/promises';
import { EVERYTHING, type Passage, type StoredPassage, type Topic } from '../../assistant/ports';
import { fuse } from './rank';
import { countTerms } from './terms';
import { VectorIndex } from './vectors';
import { WordIndex } from './word-index';

/** Cosine with the question from which a passage fits it although they have no word in common. */
const FITS = 0.35;
/** How often the words of its headings count, beside the passage's own. */
const PATH_WEIGHT = 2;
const ANALYSED_AT_ONCE = 200;

type Terms = ReadonlyMap<string, number>;

/** Finds passages by their words and by what they are about. Immutable but for what is made at first use. */
export class SearchIndex {
  private readonly byTopic = new Map<string, number[]>();
  private readonly words: WordIndex;
  private readonly vectors: VectorIndex;

  /** `terms`: what each passage is found by. */
  constructor(
    private readonly passages: readonly StoredPassage[],
    terms: readonly Terms[],
    private readonly analysed: ReadonlyMap<string, Terms> = new Map(),
  ) {
    this.byTopic.set(EVERYTHING, [...passages.keys()]);
    passages.forEach(({ topic }, index) => {
      const known = this.byTopic.get(topic);
      if (known) known.push(index);
      else this.byTopic.set(topic, [index]);
    });
    this.words = new WordIndex(terms);
    this.vectors = new VectorIndex(passages.map(({ vector }) => vector));
  }

  get lacksVectors(): boolean {
    return this.passages.some(({ vector }) => vector === undefined);
  }

  /** How many passages a topic has. */
  count(topic: string): number {
    return this.candidates(topic).length;
  }

  /** The index of other passages; what this one knows of equal texts is not worked out again. */
  async renewed(topics: readonly Topic[], passages: readonly StoredPassage[]): Promise<SearchIndex> {
    const subjects = new Map(topics.map(({ id, title, synonyms }) => [id, [title, ...synonyms].join(', ')]));
    const analysed = new Map<string, Terms>();
    const terms: Terms[] = [];
    for (const [at, { topic, title, path, text }] of passages.entries()) {
      const parts = [subjects.get(topic) ?? '', title, path].join('\n');
      const key = `${parts}\n\n${text}`;
      const known = this.analysed.get(key) ?? addTerms(countTerms(text), countTerms(parts), PATH_WEIGHT);
      analysed.set(key, known);
      terms.push(known);
      if (at % ANALYSED_AT_ONCE === ANALYSED_AT_ONCE - 1) await breathe();
    }
    return new SearchIndex(passages, terms, analysed);
  }

  /** The passages of a topic that fit, best first. */
  fitting(topic: string, question: string, vector: Float32Array | undefined): Passage[] {
    return this.ranked(topic, question, vector, true).map((index) => toPassage(this.passages[index] as StoredPassage));
  }

  /** The best passages of a topic, whether they fit or not. */
  best(topic: string, question: string, vector: Float32Array | undefined, limit: number): Passage[] {
    const ranked = this.ranked(topic, question, vector, false);
    return ranked.slice(0, limit).map((index) => toPassage(this.passages[index] as StoredPassage));
  }

  private candidates(topic: string): readonly number[] {
    return this.byTopic.get(topic) ?? [];
  }

  private ranked(topic: string, question: string, vector: Float32Array | undefined, fitting: boolean): number[] {
    const words = this.words.scores(question);
    const meanings = vector ? this.vectors.scores(vector) : new Float64Array(this.passages.length).fill(NaN);
    const candidates = this.candidates(topic).filter((index) => !fitting || (words[index] ?? 0) > 0 || (meanings[index] ?? -1) >= FITS);
    return fuse(
      [
        { scores: words, floor: 0 },
        { scores: meanings, floor: -1 },
      ],
      candidates,
    );
  }
}

function addTerms(text: Map<string, number>, parts: Map<string, number>, weight: number): Terms {
  for (const [term, count] of parts) text.set(term, (text.get(term) ?? 0) + weight * count);
  return text;
}

function toPassage({ title, path, start, text }: StoredPassage): Passage {
  const heading = path.split(' > ').at(-1) ?? '';
  return { text, path, start, source: heading && heading !== title ? `${title}, ${heading}` : title };
}
