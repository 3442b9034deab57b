import type { TokenRange } from '../text/sentences';
import { softmax } from './matrix';
import type { Reader, Reading } from './reader';

export const LONGEST_EVIDENCE = 30;
const STARTS_TRIED = 5;

export interface ScoredSpan extends TokenRange {
  /** Probability of this very span among all. */
  readonly probability: number;
}

/** The likeliest evidence span: the best ends of the best starts, at most {@link LONGEST_EVIDENCE} tokens long. */
export function chooseSpan(reader: Reader, reading: Reading): ScoredSpan {
  const startProbabilities = softmax(reading.startScores);
  const starts = largest(startProbabilities, STARTS_TRIED);
  const endScores = reader.endScores(reading.memory, starts);
  let best: ScoredSpan = { start: 0, end: 1, probability: -1 };
  starts.forEach((start, index) => {
    const endProbabilities = softmax(endScores[index] as Float32Array);
    const limit = Math.min(start + LONGEST_EVIDENCE, endProbabilities.length);
    for (let last = start; last < limit; last += 1) {
      const probability = (startProbabilities[start] as number) * (endProbabilities[last] as number);
      if (probability > best.probability) best = { start, end: last + 1, probability };
    }
  });
  return best;
}

function largest(values: Float32Array, count: number): number[] {
  return Array.from(values.keys())
    .sort((a, b) => (values[b] as number) - (values[a] as number))
    .slice(0, count);
}
