import { matchFlags } from '../network/inputs';
import type { Matrix } from '../network/matrix';
import type { Network, Reading as Scores } from '../network/network';
import type { EncodedPassage, EncodedText } from './encode';

/** A passage read with a question in mind. */
export interface Reading extends Scores {
  /** Index of the passage among those given. */
  readonly index: number;
  readonly passage: EncodedPassage;
  readonly question: EncodedText;
  /** How the passage's tokens meet the question. [T, 8] */
  readonly match: Matrix;
}

export async function read(network: Network, passage: EncodedPassage, question: EncodedText, index: number): Promise<Reading> {
  const match = matchFlags(passage, question);
  const scores = await network.read({ context: passage.hidden, question: question.hidden, match, evidence: passage.mayHold });
  return { ...scores, index, passage, question, match };
}

/** The reading that is surest to hold the answer. Their log-odds are trained together, so that they compare. */
export function surest(readings: readonly Reading[]): Reading | undefined {
  return readings.reduce<Reading | undefined>((best, one) => (best && best.answerable >= one.answerable ? best : one), undefined);
}
