import { OPENING, describeTokens, formInputs } from '../network/inputs';
import { row, zeros, type Matrix } from '../network/matrix';
import type { Network } from '../network/network';
import type { Vocabulary } from '../text/vocabulary';

const MOST_KEPT = 10_000;

/** What the decoder is told of the words it said last. A form's vector does not depend on where it stands, so it is kept. */
export class WordVectors {
  private readonly kept = new Map<string | undefined, Float32Array>();

  constructor(
    private readonly network: Network,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Undefined opens a sentence. -> [B, 182] */
  async of(words: readonly (string | undefined)[]): Promise<Matrix> {
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    for (const word of words) if (!this.kept.has(word)) await this.add(word);
    const vectors = words.map((word) => this.kept.get(word) ?? new Float32Array());
    const matrix = zeros(vectors.length, vectors[0]?.length ?? 0);
    vectors.forEach((vector, index) => row(matrix, index).set(vector));
    return matrix;
  }

  private async add(word: string | undefined): Promise<void> {
    const forms =
      word === undefined ? OPENING : formInputs(describeTokens([{ text: word, start: 0, end: word.length }], this.vocabulary).forms);
    this.kept.set(word, (await this.network.embed(forms)).data);
  }
}
