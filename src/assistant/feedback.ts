import type { Assistant } from './assistant';
import { AssistantError } from './errors';

export interface Feedback {
  readonly sessionId: string;
  readonly verdict: 'right' | 'wrong';
  /** What should have been said. */
  readonly betterAnswer?: string | undefined;
}

/** Keeps a visitor's verdict on the session's last answer. Throws AssistantError when nothing was answered yet. */
export async function recordFeedback(assistant: Assistant, feedback: Feedback): Promise<void> {
  const { lastAnswer } = await assistant.sessions.get(feedback.sessionId);
  if (!lastAnswer) throw new AssistantError('invalid-request', 'There is no answer yet that could be judged. Ask a question first.');
  await assistant.feedback.add({ ...feedback, answer: lastAnswer });
}

/** A text with a question about it, as the hand-written ones of data/desk/natural are. */
export interface TrainingExample {
  readonly id: string;
  readonly title: string;
  readonly context: string;
  readonly qas: readonly { readonly q: string; readonly short: string; readonly full: string }[];
  readonly unanswerable: readonly string[];
}

const EXAMPLES_EXPORTED = 10_000;

/** What visitors confirmed or corrected, to train on. An answer called wrong without a better one teaches nothing. */
export async function trainingExamples({ feedback }: Pick<Assistant, 'feedback'>): Promise<TrainingExample[]> {
  const { items } = await feedback.list(EXAMPLES_EXPORTED, 0);
  return items.flatMap(({ verdict, betterAnswer, answer }, index): TrainingExample[] => {
    const example = { id: `feedback-${index}`, title: answer.evidence.source, context: answer.evidence.around };
    const { question: q } = answer;
    if (betterAnswer !== undefined) return [{ ...example, qas: [{ q, short: betterAnswer, full: betterAnswer }], unanswerable: [] }];
    if (verdict === 'wrong' || !example.context) return [];
    if (!answer.answerable) return [{ ...example, qas: [], unanswerable: [q] }];
    return [{ ...example, qas: [{ q, short: answer.shortAnswer, full: answer.answer }], unanswerable: [] }];
  });
}
