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
  /** 1 where evidence may stand. [T] */
  readonly mayHold: Float32Array;
}

export async function read(network: Network, passage: EncodedPassage, question: EncodedText, index: number): Promise<Reading> {
  const match = matchFlags(passage, question);
  const mayHold = whereEvidenceMayStand(passage);
  const scores = await network.read({ context: passage.hidden, question: question.hidden, match, evidence: mayHold });
  return { ...scores, index, passage, question, match, mayHold };
}

/** The reading that is surest to hold the answer. Their log-odds are trained together, so that they compare. */
export function surest(readings: readonly Reading[]): Reading | undefined {
  return readings.reduce<Reading | undefined>((best, one) => (best && best.answerable >= one.answerable ? best : one), undefined);
}

/** Neither the headings above a passage, nor the questions that it asks and answers itself, can be evidence. 1 where it may be. [T] */
function whereEvidenceMayStand({ text, tokens, pathTokens }: EncodedPassage): Float32Array {
  const may = new Float32Array(tokens.length);
  let lineStart = 0;
  let isQuestion = false;
  tokens.forEach(({ start }, index) => {
    const before = tokens[index - 1];
    if (!before || text.slice(before.end, start).includes('\n')) {
      lineStart = index;
      isQuestion = text.startsWith('Q: ', start);
    }
    const opensLine = index - lineStart < 2;
    const isMark = opensLine && text.startsWith('A: ', tokens[lineStart]?.start);
    may[index] = Number(index >= pathTokens && !isQuestion && !isMark);
  });
  return may;
}
