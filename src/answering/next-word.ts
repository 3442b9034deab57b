import { row } from '../network/matrix';
import type { Step } from '../network/network';
import { UNKNOWN, type Vocabulary } from '../text/vocabulary';
import type { TokenRange } from '../text/sentences';
import type { Reading } from './read';

/** How likely a word comes next. It may be said and copied at once, from several places: the probability is the sum, as in training. */
export interface NextWord {
  readonly lower: string;
  probability: number;
  /** The part of it that comes from copying. */
  copied: number;
  /** The token it would be copied from, with its casing, and its place if that is in the passage. */
  from?: { readonly text: string; readonly place?: number; readonly probability: number };
}

/** The words that may come next, by their lower-case form. Processors change their probabilities. */
export class NextWords {
  private readonly known = new Map<string, NextWord>();
  private best: NextWord | undefined;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly said: Float32Array,
    private readonly sayShare: number,
  ) {}

  /** A word, with what the generator thinks of it. */
  word(lower: string): NextWord {
    const known = this.known.get(lower);
    if (known) return known;
    const id = this.vocabulary.id(lower);
    const isGenerated = id > UNKNOWN && id < this.vocabulary.generatorSize;
    const word: NextWord = { lower, probability: isGenerated ? this.sayShare * (this.said[id] as number) : 0, copied: 0 };
    this.known.set(lower, word);
    return word;
  }

  addCopy(lower: string, text: string, probability: number, place?: number): void {
    const word = this.word(lower);
    word.probability += probability;
    word.copied += probability;
    if (word.from && probability <= word.from.probability) return;
    word.from = { text, probability, ...(place === undefined ? {} : { place }) };
  }

  change(lower: string, probability: number): void {
    const word = this.word(lower);
    word.probability = probability;
    if (word === this.best || probability > (this.best?.probability ?? 0)) this.best = undefined;
  }

  /** The likeliest one. */
  top(): NextWord | undefined {
    if (!this.best) for (const word of this.known.values()) if (!this.best || word.probability > this.best.probability) this.best = word;
    return this.best;
  }

  /** The likeliest ones, likeliest first, without impossible ones. */
  likeliest(count: number): NextWord[] {
    return [...this.known.values()]
      .filter(({ probability }) => probability > 0)
      .sort((a, b) => b.probability - a.probability)
      .slice(0, count);
  }
}

/** What may come next in sentence `index` of a batch: what the generator says, what the window and the question lend. */
export function nextWords(
  step: Step,
  index: number,
  reading: Reading,
  window: TokenRange,
  vocabulary: Vocabulary,
  count: number,
): NextWords {
  const [say = 0, copy = 0, echo = 0] = row(step.gates, index);
  const said = row(step.said, index);
  const next = new NextWords(vocabulary, said, say);
  row(step.window, index).forEach((weight, offset) => {
    const place = window.start + offset;
    next.addCopy(lowerAt(reading.passage, place), textAt(reading.passage, place), copy * weight, place);
  });
  row(step.question, index).forEach((weight, place) => {
    next.addCopy(lowerAt(reading.question, place), textAt(reading.question, place), echo * weight);
  });
  for (const id of likeliestIds(said, count)) next.word(vocabulary.words[id] ?? '');
  return next;
}

function lowerAt({ forms }: Reading['question'], place: number): string {
  return forms[place]?.lower ?? '';
}

function textAt({ tokens }: Reading['question'], place: number): string {
  return tokens[place]?.text ?? '';
}

/** The `count` likeliest words of the generator, the end among them, likeliest first. */
function likeliestIds(probabilities: Float32Array, count: number): number[] {
  const ids: number[] = [];
  let least = -1;
  for (let id = UNKNOWN + 1; id < probabilities.length; id += 1) {
    const probability = probabilities[id] as number;
    if (probability <= least) continue;
    const at = ids.findIndex((other) => probability > (probabilities[other] as number));
    ids.splice(at < 0 ? ids.length : at, 0, id);
    if (ids.length > count) ids.pop();
    if (ids.length === count) least = probabilities[ids[count - 1] as number] as number;
  }
  return ids;
}
