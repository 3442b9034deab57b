import type { Assistant } from './assistant';
import { AssistantError } from './errors';
import type { Answer, AnswerModel, FixedAnswer } from './ports';
import type { Talk } from './talk';
import { TIMES } from './understanding/words';
import { plainWords } from './utterances/recognize';

/**
 * Cosine of two questions' vectors from which on they are taken to mean the same; docs/conversation.md tells what was
 * measured. Questions of other times or numbers are never the same: "on weekdays" and "at weekends" lie close together.
 */
const SAME_MEANING = 0.75;
const IDENTICAL = 0.9999;
const KEPT_VECTORS = 5_000;
/** Vectors of the manager's questions, which are asked for again with every question of a visitor. */
const vectorsOf = new WeakMap<AnswerModel, Map<string, Float32Array>>();

/** The manager's own answer to a question that means the same as one of the fixed ones; undefined when none does. */
export async function fixedAnswer({ assistant, replies }: Talk, question: string): Promise<Answer | undefined> {
  const { model, fixedAnswers, clock } = assistant;
  const started = clock();
  const all = await fixedAnswers.list();
  const asked = plainWords(question);
  const written = all.find((fixed) => plainWords(fixed.question) === asked);
  const best = written ? { fixed: written, likeness: 1 } : await likest(model, all, asked);
  if (!best || best.likeness < SAME_MEANING) return undefined;
  const { answer } = best.fixed;
  return {
    question,
    answer,
    shortAnswer: answer,
    answerable: true,
    confidence: Math.round(best.likeness * 1000) / 1000,
    evidence: { text: answer, start: 0, end: answer.length, source: replies.deskAnswer, sentence: answer, around: answer },
    model: model.version,
    elapsedMs: Math.round(clock() - started),
  };
}

async function likest(
  model: AnswerModel,
  all: readonly FixedAnswer[],
  asked: string,
): Promise<{ fixed: FixedAnswer; likeness: number } | undefined> {
  const candidates = all.filter((fixed) => particulars(fixed.question) === particulars(asked));
  if (candidates.length === 0) return undefined;
  const [wanted] = await model.vectors([asked]);
  if (!wanted) return undefined;
  const vectors = await Promise.all(candidates.map((fixed) => keptVector(model, plainWords(fixed.question))));
  const likenesses = vectors.map((vector) => vector?.reduce((sum, value, index) => sum + value * (wanted[index] ?? 0), 0) ?? 0);
  const likeness = Math.max(...likenesses);
  const fixed = candidates[likenesses.indexOf(likeness)];
  // A model without a pretrained encoder has the same vector for all; other words never have the same one else.
  return fixed && likeness < IDENTICAL ? { fixed, likeness } : undefined;
}

async function keptVector(model: AnswerModel, question: string): Promise<Float32Array | undefined> {
  const kept = vectorsOf.get(model) ?? new Map<string, Float32Array>();
  vectorsOf.set(model, kept);
  const [vector] = kept.has(question) ? [kept.get(question)] : await model.vectors([question]);
  if (vector && kept.size < KEPT_VECTORS) kept.set(question, vector);
  return vector;
}

/** The times and numbers of a question. */
function particulars(question: string): string {
  return plainWords(question)
    .split(' ')
    .filter((word) => TIMES.has(word) || /\p{N}/u.test(word))
    .sort()
    .join(' ');
}

/** Throws AssistantError `fixed-answer-unknown` for undefined. */
export function requireFixedAnswer<T>(found: T | undefined): T {
  if (found === undefined)
    throw new AssistantError('fixed-answer-unknown', 'There is no such fixed answer; it may have been removed before.');
  return found;
}

/** Takes in pairs, each in the place of one whose question is the same; how many. */
export async function importFixedAnswers(
  { fixedAnswers }: Pick<Assistant, 'fixedAnswers'>,
  pairs: readonly Pick<FixedAnswer, 'question' | 'answer'>[],
): Promise<number> {
  const known = new Map((await fixedAnswers.list()).map(({ id, question }) => [plainWords(question), id]));
  for (const pair of pairs) {
    const saved = await fixedAnswers.put({ id: known.get(plainWords(pair.question)), ...pair });
    if (saved) known.set(plainWords(pair.question), saved.id);
  }
  return pairs.length;
}
