import type { Response } from 'express';
import { z } from 'zod';
import { askQuestion, type Question } from '../../assistant/ask-question';
import type { Assistant } from '../../assistant/assistant';
import { toProblem } from '../problem';
import { route, type Route } from './route';
import { sessionIdSchema, webSession } from './sessions';

const whereSchema = z.strictObject({
  /** The text to read; wins over topic and session. */
  context: z.string().optional(),
  topic: z.string().optional(),
  sessionId: sessionIdSchema.optional(),
});
const askSchema = whereSchema.extend({ question: z.string(), explain: z.boolean().optional() });
const batchSchema = whereSchema.extend({ questions: z.array(z.string()).min(1).max(20) });

const REFUSALS = {
  400: 'No question, or a wrong body',
  404: 'Unknown topic',
  409: 'Nothing to read',
  413: 'Too long',
  429: 'Too many requests',
  503: 'Busy',
  504: 'Too slow',
};

export function askRoutes(assistant: Assistant): Route[] {
  return [
    route(
      {
        method: 'post',
        path: '/ask',
        summary: 'Answer a question from a context, a topic or a session; as text/event-stream the evidence comes before the sentence',
        role: 'visitor',
        body: askSchema,
        answers: { 200: 'The answer', ...REFUSALS },
      },
      ({ body: { sessionId, ...asked }, request, response }) => {
        const question = { ...asked, sessionId: sessionId && webSession(sessionId) };
        return request.accepts(['json', 'text/event-stream']) === 'text/event-stream'
          ? stream(assistant, question, response)
          : askQuestion(assistant, question);
      },
    ),
    route(
      {
        method: 'post',
        path: '/ask/batch',
        summary: 'Answer up to 20 questions about the same text, in their order',
        role: 'visitor',
        body: batchSchema,
        answers: { 200: 'The answers', ...REFUSALS },
      },
      async ({ body: { sessionId, questions, ...where } }) => {
        const session = sessionId && webSession(sessionId);
        return {
          answers: await Promise.all(questions.map((question) => askQuestion(assistant, { ...where, question, sessionId: session }))),
        };
      },
    ),
  ];
}

/** Server-sent events (WHATWG HTML, 9.2): `evidence` as soon as it is found, then `answer`; or `problem`. */
async function stream(assistant: Assistant, question: Question, response: Response): Promise<void> {
  const send = (event: string, data: object): void => {
    if (!response.headersSent) response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  try {
    const answer = await askQuestion(assistant, { ...question, onEvidence: (found) => send('evidence', found) });
    send('answer', answer);
  } catch (error) {
    if (!response.headersSent) throw error;
    send('problem', toProblem(error));
  }
  response.end();
}
