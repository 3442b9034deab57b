import { isWord, toWord, wordsOf, type AnalyzedText, type Word } from '../../text/analyze';
import type { TokenRange } from '../../text/sentences';
import { clausesOf } from './clauses';

/** A sentence that is about to be spoken, and what it is judged by. */
export interface Said {
  readonly sentence: string;
  /** Its words. */
  readonly words: readonly Word[];
  /** Mean log-probability of its words. */
  readonly meanLogProbability: number;
  readonly question: readonly Word[];
  /** The sentences around the evidence, and the evidence itself. */
  readonly around: readonly Word[];
  readonly evidence: readonly Word[];
  /** How many things the evidence lists, by its commas and semicolons. */
  readonly items: number;
  /** The headings that the passage stands under. */
  readonly path: readonly Word[];
  /** Single statements of the sentences around the evidence. */
  readonly clauses: readonly (readonly Word[])[];
}

/** Judges a sentence after it is made: with an objection, the text itself is spoken instead. */
export interface Check {
  /** The reason, as results tell it. */
  readonly name: string;
  objects(said: Said): boolean;
}

export interface SpokenSentence {
  readonly sentence: string;
  /** The tokens it was written from. */
  readonly written: readonly string[];
  readonly meanLogProbability: number;
}

/** Lays out a sentence about some evidence of a passage for the checks. */
export function said(
  spoken: SpokenSentence,
  question: AnalyzedText,
  passage: AnalyzedText & { readonly pathTokens: number },
  window: TokenRange,
  evidence: TokenRange,
): Said {
  return {
    sentence: spoken.sentence,
    words: spoken.written.filter(isWord).map((token) => toWord(token)),
    meanLogProbability: spoken.meanLogProbability,
    question: wordsOf(question),
    around: wordsOf(passage, window),
    evidence: wordsOf(passage, evidence),
    items: 1 + passage.tokens.slice(evidence.start, evidence.end).filter(({ text }) => text === ',' || text === ';').length,
    path: wordsOf(passage, { start: 0, end: passage.pathTokens }),
    clauses: clausesOf(passage, window),
  };
}
