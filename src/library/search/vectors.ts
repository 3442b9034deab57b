/** A vector of unit length in a byte a number, as it is stored. [384] */
export function toBytes(vector: Float32Array): Int8Array {
  return Int8Array.from(vector, (value) => Math.max(-127, Math.min(127, Math.round(value * 127))));
}

/** Vectors of passages, side by side. [N, width] */
export class VectorIndex {
  private readonly bytes: Int8Array;
  private readonly known: Uint8Array;

  constructor(
    vectors: readonly (Int8Array | undefined)[],
    private readonly width = vectors.find(Boolean)?.length ?? 0,
  ) {
    this.bytes = new Int8Array(vectors.length * width);
    this.known = new Uint8Array(vectors.length);
    vectors.forEach((vector, index) => {
      if (vector?.length !== width || width === 0) return;
      this.bytes.set(vector, index * width);
      this.known[index] = 1;
    });
  }

  /** The cosine of each passage with the question; NaN where a passage has no vector yet. */
  scores(question: Float32Array): Float64Array {
    const { bytes, width, known } = this;
    const scores = new Float64Array(known.length).fill(NaN);
    if (question.length !== width) return scores;
    for (let index = 0; index < known.length; index += 1) {
      if (!known[index]) continue;
      let sum = 0;
      const row = index * width;
      for (let at = 0; at < width; at += 1) sum += (bytes[row + at] as number) * (question[at] as number);
      scores[index] = sum / 127;
    }
    return scores;
  }
}
