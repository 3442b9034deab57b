import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { recordFeedback } from '../../assistant/feedback';
import { sessionIdSchema, webSession } from './session-context';
import { bodyOf } from './validate';

const FEEDBACK_SHOWN = 200;

export const feedbackSchema = z.strictObject({
  sessionId: sessionIdSchema,
  verdict: z.enum(['right', 'wrong']),
  betterAnswer: z.string().max(500).optional(),
});

/** POST /api/v1/feedback: a verdict on the session's last answer. */
export function postFeedback(assistant: Assistant): RequestHandler {
  return (request, response) => {
    const { sessionId, ...judged } = bodyOf(request, feedbackSchema);
    recordFeedback(assistant, { ...judged, sessionId: webSession(sessionId) });
    response.status(204).end();
  };
}

/** GET /api/v1/feedback: the newest verdicts. */
export function listFeedback(assistant: Assistant): RequestHandler {
  return (_request, response) => {
    response.json({ feedback: assistant.feedback.list(FEEDBACK_SHOWN) });
  };
}

/** GET /api/v1/unanswered: the newest questions that the texts did not answer. */
export function listUnanswered(assistant: Assistant): RequestHandler {
  return (_request, response) => {
    response.json({ questions: assistant.feedback.unanswered(FEEDBACK_SHOWN) });
  };
}
