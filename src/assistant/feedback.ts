import type { Assistant } from './assistant';
import { AssistantError } from './errors';

export interface Feedback {
  readonly sessionId: string;
  readonly verdict: 'right' | 'wrong';
  /** What should have been said. */
  readonly betterAnswer?: string | undefined;
}

/** Keeps a visitor's verdict on the session's last answer. Throws AssistantError when nothing was answered yet. */
export function recordFeedback(assistant: Assistant, feedback: Feedback): void {
  const { lastAnswer } = assistant.sessions.get(feedback.sessionId);
  if (!lastAnswer) throw new AssistantError('invalid-request', 'There is no answer yet that could be judged. Ask a question first.');
  assistant.feedback.add({ ...feedback, answer: lastAnswer });
}
