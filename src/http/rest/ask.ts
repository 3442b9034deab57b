import type { RequestHandler } from 'express';
import { z } from 'zod';
import { askQuestion } from '../../assistant/ask-question';
import type { Assistant } from '../../assistant/assistant';
import { bodyOf } from './validate';
import { sessionIdSchema, webSession } from './session-context';

export const askSchema = z.strictObject({
  question: z.string(),
  /** The text to read; wins over topic and session. */
  context: z.string().optional(),
  topic: z.string().optional(),
  sessionId: sessionIdSchema.optional(),
});

export const batchSchema = askSchema.omit({ question: true }).extend({ questions: z.array(z.string()).min(1).max(20) });

/** POST /api/v1/ask/batch: several questions about the same text, answered in their order. */
export function askBatch(assistant: Assistant): RequestHandler {
  return async (request, response) => {
    const { sessionId, questions, ...where } = bodyOf(request, batchSchema);
    const session = sessionId === undefined ? undefined : webSession(sessionId);
    response.json({
      answers: await Promise.all(questions.map((question) => askQuestion(assistant, { ...where, question, sessionId: session }))),
    });
  };
}

/** POST /api/v1/ask */
export function ask(assistant: Assistant): RequestHandler {
  return async (request, response) => {
    const { sessionId, ...asked } = bodyOf(request, askSchema);
    response.json(await askQuestion(assistant, { ...asked, sessionId: sessionId && webSession(sessionId) }));
  };
}
