import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { recordFeedback, trainingExamples } from '../../assistant/feedback';
import { announcePage, pageSchema } from './paging';
import { route, type Route } from './route';
import { sessionIdSchema, webSession } from './sessions';

const feedbackSchema = z.strictObject({
  sessionId: sessionIdSchema,
  verdict: z.enum(['right', 'wrong']),
  betterAnswer: z.string().max(500).optional(),
});
const NEEDS_KEY = { 401: 'No key', 403: 'Not for this key' };

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
      ({ body: { sessionId, ...judged } }) => {
        recordFeedback(assistant, { ...judged, sessionId: webSession(sessionId) });
      },
    ),
    route(
      {
        method: 'get',
        path: '/feedback',
        summary: 'What visitors thought, the newest first',
        role: 'manager',
        query: pageSchema,
        answers: { 200: 'A page of verdicts', ...NEEDS_KEY },
      },
      ({ query, request, response }) => {
        const page = feedback.list(query.limit, query.offset);
        announcePage(request, response, query, page);
        return { feedback: page.items };
      },
    ),
    route(
      {
        method: 'get',
        path: '/feedback/examples',
        summary: 'Judged answers as training examples, one JSON object a line, in the format of data/desk/natural',
        role: 'manager',
        answers: { 200: 'The examples', ...NEEDS_KEY },
      },
      ({ response }) => {
        const lines = trainingExamples(assistant).map((example) => `${JSON.stringify(example)}\n`);
        response.type('application/jsonl').attachment('feedback.jsonl').send(lines.join(''));
      },
    ),
    route(
      {
        method: 'get',
        path: '/unanswered',
        summary: 'What the texts did not answer, the newest first',
        role: 'manager',
        query: pageSchema,
        answers: { 200: 'A page of questions', ...NEEDS_KEY },
      },
      ({ query, request, response }) => {
        const page = feedback.unanswered(query.limit, query.offset);
        announcePage(request, response, query, page);
        return { questions: page.items };
      },
    ),
  ];
}
