import { toSpokenForm } from '../text/spoken';
import type { Reading } from '../dataset/reading';

/** One question to be judged. Without golds the context does not answer it. */
export interface TestQuestion {
  readonly id: string;
  readonly question: string;
  readonly context: string;
  readonly golds: readonly string[];
  /** The sentence that a person wrote as the answer, where there is one. */
  readonly sentence?: string;
}

export interface QuestionSet {
  readonly name: string;
  readonly questions: readonly TestQuestion[];
}

/** The questions of readings, at most `limit` of them, spread evenly. */
export function questionSet(name: string, readings: readonly Reading[], limit = Infinity): QuestionSet {
  const all = readings.flatMap((reading) =>
    reading.questions.map(({ id, text, golds = [], sentence }) => ({
      id,
      question: text,
      context: reading.context,
      golds,
      ...(sentence === undefined ? {} : { sentence }),
    })),
  );
  const step = Math.max(1, all.length / limit);
  return { name, questions: all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)) };
}

/** The same questions as a speech recogniser would hand them over. */
export function spokenSet(set: QuestionSet): QuestionSet {
  return { name: `${set.name}, spoken`, questions: set.questions.map((entry) => ({ ...entry, question: toSpokenForm(entry.question) })) };
}
