import { tokenize } from '../text/tokens';
import type { ModelAnswer } from '../assistant/ports';
import { containment, exactMatch, polarity, rougeL, tokenF1 } from './metrics';
import type { QuestionSet, TestQuestion } from './question-set';

/** An answered test question. */
export interface Outcome {
  readonly test: TestQuestion;
  readonly answer: ModelAnswer;
  readonly milliseconds: number;
}

export interface Scores {
  readonly name: string;
  readonly questions: number;
  readonly answerable: number;
  /** Of the evidence span, on answerable questions, whether they were refused or not. Percent. */
  readonly f1: number;
  readonly exactMatch: number;
  /** F1 where a refusal scores 1 on unanswerable questions and 0 on the others. Percent. */
  readonly f1WithRefusals: number;
  /** Share of unanswerable questions refused, and of answerable ones refused wrongly. Percent. */
  readonly refused?: number;
  readonly falselyRefused: number;
  /** Of the spoken sentence, where a person's sentence is known. Percent. */
  readonly right?: number;
  readonly rougeL?: number;
  readonly containment?: number;
  readonly polarityRight?: number;
  /** Share of sentences whose every number and name stands in context or question. Percent. */
  readonly supported: number;
  /** Share of answers where a check had the text itself spoken. Percent. */
  readonly quoted: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** F1 by the question's first word. */
  readonly byKind: Readonly<Record<string, { readonly questions: number; readonly f1: number }>>;
  /** Mean confidence and share really answerable, by tenths of confidence. */
  readonly calibration: readonly { readonly confidence: number; readonly answerable: number; readonly questions: number }[];
}

const RIGHT_CONTAINMENT = 0.6;
const KINDS = ['what', 'which', 'who', 'when', 'where', 'why', 'how', 'is', 'are', 'do', 'does', 'can', 'may'];

/** All measures of a set at a threshold of confidence. */
export function scoreSet(set: QuestionSet, outcomes: readonly Outcome[], threshold: number): Scores {
  const answerable = outcomes.filter(({ test }) => test.golds.length > 0);
  const unanswerable = outcomes.filter(({ test }) => test.golds.length === 0);
  const worded = answerable.filter(({ test }) => test.sentence !== undefined);
  const polar = worded.filter(({ test }) => polarity(test.sentence ?? ''));
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const refuses = ({ answer }: Outcome): boolean => answer.confidence < threshold;
  const f1Of = ({ test, answer }: Outcome): number => tokenF1(answer.evidence.text, test.golds);
  return {
    name: set.name,
    questions: outcomes.length,
    answerable: answerable.length,
    f1: percent(answerable, f1Of),
    exactMatch: percent(answerable, ({ test, answer }) => exactMatch(answer.evidence.text, test.golds)),
    f1WithRefusals: percent(outcomes, (outcome) =>
      outcome.test.golds.length === 0 ? Number(refuses(outcome)) : refuses(outcome) ? 0 : f1Of(outcome),
    ),
    ...(unanswerable.length > 0 ? { refused: percent(unanswerable, (outcome) => Number(refuses(outcome))) } : {}),
    falselyRefused: percent(answerable, (outcome) => Number(refuses(outcome))),
    ...(worded.length > 0
      ? {
          right: percent(worded, (outcome) => Number(isRight(outcome))),
          rougeL: percent(worded, ({ test, answer }) => rougeL(answer.sentence, test.sentence ?? '')),
          containment: percent(worded, ({ test, answer }) => Math.max(...test.golds.map((gold) => containment(answer.sentence, gold)))),
          polarityRight: percent(polar, ({ test, answer }) => Number(polarity(answer.sentence) === polarity(test.sentence ?? ''))),
        }
      : {}),
    supported: percent(outcomes, (outcome) => Number(isSupported(outcome))),
    quoted: percent(outcomes, ({ answer }) => Number(answer.check !== undefined)),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
    byKind: byKind(answerable, f1Of),
    calibration: calibrate(outcomes),
  };
}

/** Yes/no questions by polarity; others when most of the gold evidence's content is said. */
export function isRight({ test, answer }: Outcome): boolean {
  const wanted = polarity(test.sentence ?? '');
  if (wanted) return polarity(answer.sentence) === wanted;
  return test.golds.some((gold) => containment(answer.sentence, gold) >= RIGHT_CONTAINMENT);
}

function isSupported({ test, answer }: Outcome): boolean {
  const source = new Set(tokenize(`${test.context} ${test.question}`).map((token) => token.text.toLowerCase()));
  return tokenize(answer.sentence).every(
    ({ text }, index) => !(/\p{N}/u.test(text) || (index > 0 && /^\p{Lu}\p{L}/u.test(text))) || source.has(text.toLowerCase()),
  );
}

/** The threshold with the highest F1 with refusals over the outcomes. */
export function bestThreshold(outcomes: readonly Outcome[]): number {
  const gains = outcomes.map(({ test, answer }) => ({
    confidence: answer.confidence,
    gain: test.golds.length === 0 ? -1 : tokenF1(answer.evidence.text, test.golds),
  }));
  gains.sort((a, b) => b.confidence - a.confidence);
  let best = { total: 0, threshold: 1 };
  let total = 0;
  gains.forEach(({ confidence, gain }, index) => {
    total += gain;
    const next = gains[index + 1]?.confidence ?? 0;
    if (total > best.total && next < confidence) best = { total, threshold: (confidence + next) / 2 };
  });
  return Math.round(best.threshold * 10_000) / 10_000;
}

function byKind(outcomes: readonly Outcome[], f1Of: (outcome: Outcome) => number): Scores['byKind'] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const words = tokenize(outcome.test.question.toLowerCase()).map((token) => token.text);
    const kind = words.find((word) => KINDS.includes(word)) ?? 'other';
    groups.set(kind, [...(groups.get(kind) ?? []), outcome]);
  }
  return Object.fromEntries(
    [...groups]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([kind, group]) => [kind, { questions: group.length, f1: percent(group, f1Of) }]),
  );
}

function calibrate(outcomes: readonly Outcome[]): Scores['calibration'] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const group = outcomes.filter(({ answer }) => Math.min(9, Math.floor(answer.confidence * 10)) === tenth);
    return {
      confidence: percent(group, ({ answer }) => answer.confidence),
      answerable: percent(group, ({ test }) => Number(test.golds.length > 0)),
      questions: group.length,
    };
  }).filter(({ questions }) => questions > 0);
}

function percent<T>(items: readonly T[], measure: (item: T) => number): number {
  const sum = items.reduce((total, item) => total + measure(item), 0);
  return Math.round((10_000 * sum) / Math.max(1, items.length)) / 100;
}
