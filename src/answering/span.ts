import { row } from '../network/matrix';
import type { Network } from '../network/network';
import type { TokenRange } from '../text/sentences';
import type { Reading } from './read';

export const LONGEST_EVIDENCE = 30;
const STARTS_TRIED = 12;
const SPANS_WEIGHED = 20;
/** What being exactly right counts beside the expected F1; chosen on dev. */
const EXACT_WEIGHT = 0.3;

interface ScoredSpan extends TokenRange {
  /** Probability of this very span among all. */
  readonly probability: number;
}

/**
 * The evidence span, at most {@link LONGEST_EVIDENCE} tokens long, that overlaps most with the likeliest spans: the one
 * of highest expected token F1 (minimum Bayes risk, Kumar & Byrne 2004). Where the network doubts only the borders it
 * settles in the middle; where it doubts between two places it takes the one with more spans around it.
 */
export async function chooseSpan(network: Network, reading: Reading): Promise<TokenRange> {
  const spans = (await likelySpans(network, reading)).slice(0, SPANS_WEIGHED);
  const gain = (span: ScoredSpan): number =>
    spans.reduce((sum, other) => sum + other.probability * overlapF1(span, other), EXACT_WEIGHT * span.probability);
  const gains = spans.map(gain);
  const { start, end } = spans[gains.indexOf(Math.max(...gains))] ?? { start: 0, end: 1 };
  return { start, end };
}

/** The spans that begin at the likeliest starts, likeliest first. */
async function likelySpans(network: Network, { memory, start: scores, passage: { mayHold } }: Reading): Promise<ScoredSpan[]> {
  const startProbabilities = softmax(scores);
  const starts = largest(startProbabilities, STARTS_TRIED).filter((start) => mayHold[start] === 1);
  const endScores = await network.ends({ memory, evidence: mayHold, starts });
  const spans = starts.flatMap((start, index) => {
    const endProbabilities = softmax(row(endScores, index));
    const lasts = Array.from({ length: Math.min(LONGEST_EVIDENCE, endProbabilities.length - start) }, (_, n) => start + n);
    return lasts.map((last) => ({
      start,
      end: last + 1,
      probability: (startProbabilities[start] as number) * (endProbabilities[last] as number),
    }));
  });
  return spans.sort((a, b) => b.probability - a.probability);
}

function overlapF1(a: TokenRange, b: TokenRange): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return (2 * shared) / (a.end - a.start + (b.end - b.start));
}

function softmax(scores: Float32Array): Float32Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function largest(values: Float32Array, count: number): number[] {
  return Array.from(values.keys())
    .sort((a, b) => (values[b] as number) - (values[a] as number))
    .slice(0, count);
}
