import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { recordFeedback, trainingExamples } from '../../assistant/feedback';
import { listRoute } from './paging';
import { KEY_REFUSALS, route, type Route } from './route';
import { sessionIdSchema, webSession } from './sessions';

const feedbackSchema = z.strictObject({
  sessionId: sessionIdSchema,
  verdict: z.enum(['right', 'wrong']),
  betterAnswer: z.string().max(500).optional(),
});

export function feedbackRoutes(assistant: Assistant): Route[] {
  const { feedback } = assistant;
  return [
    route(
      {
        method: 'post',
        path: '/feedback',
        summary: "Judge a session's last answer",
        role: 'visitor',
        body: feedbackSchema,
        answers: { 204: 'Kept', 400: 'A wrong body, or no answer to judge' },
      },
      async ({ body: { sessionId, ...judged } }) => {
        await recordFeedback(assistant, { ...judged, sessionId: webSession(sessionId) });
      },
    ),
    listRoute({ path: '/feedback', summary: 'What visitors thought, the newest first' }, 'feedback', (limit, offset) =>
      feedback.list(limit, offset),
    ),
    route(
      {
        method: 'get',
        path: '/feedback/examples',
        summary: 'Judged answers as training examples, one JSON object a line, in the format of data/desk/natural',
        role: 'manager',
        answers: { 200: 'The examples', ...KEY_REFUSALS },
      },
      async ({ response }) => {
        const lines = (await trainingExamples(assistant)).map((example) => `${JSON.stringify(example)}\n`);
        response.type('application/jsonl').attachment('feedback.jsonl').send(lines.join(''));
      },
    ),
    listRoute({ path: '/unanswered', summary: 'What the texts did not answer, the newest first' }, 'questions', (limit, offset) =>
      feedback.unanswered(limit, offset),
    ),
  ];
}
