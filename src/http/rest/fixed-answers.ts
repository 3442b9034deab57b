import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { importFixedAnswers, requireFixedAnswer } from '../../assistant/fixed-answers';
import { AssistantError } from '../../assistant/errors';
import { readPairs, writePairs } from './question-answer-csv';
import { KEY_REFUSALS, route, type Route } from './route';

const pairSchema = z.strictObject({ question: z.string().trim().min(3).max(500), answer: z.string().trim().min(1).max(1_000) });
const fixedAnswerSchema = pairSchema.extend({ id: z.string() });
const UNKNOWN = { 404: 'No such fixed answer' };

/** The manager's own answers; they outrank the texts. */
export function fixedAnswerRoutes(assistant: Assistant): Route[] {
  const { fixedAnswers } = assistant;
  return [
    route(
      {
        method: 'get',
        path: '/fixed-answers',
        summary: 'The fixed answers; as text/csv with a line for each',
        role: 'manager',
        reply: z.object({ fixedAnswers: z.array(fixedAnswerSchema).readonly() }),
        answers: { 200: 'The fixed answers', ...KEY_REFUSALS },
      },
      async ({ request, response }) => {
        const all = await fixedAnswers.list();
        if (request.accepts(['json', 'text/csv']) !== 'text/csv') return { fixedAnswers: all };
        response.type('text/csv').send(writePairs(all));
        return undefined;
      },
    ),
    route(
      {
        method: 'post',
        path: '/fixed-answers',
        summary: 'Add a fixed answer',
        role: 'manager',
        body: pairSchema,
        reply: fixedAnswerSchema,
        answers: { 201: 'The fixed answer', ...KEY_REFUSALS, 400: 'A wrong body' },
      },
      ({ body }) => fixedAnswers.put(body),
    ),
    route(
      {
        method: 'post',
        path: '/fixed-answers/import',
        summary: 'Add fixed answers from a CSV file of questions and answers; one of a question that is there already takes its place',
        role: 'manager',
        body: 'file',
        answers: { 200: 'How many were taken', ...KEY_REFUSALS, 400: 'Not such a file' },
      },
      async ({ request }) => {
        if (!Buffer.isBuffer(request.body)) throw new AssistantError('invalid-request', 'The file is empty.');
        const pairs = z.array(pairSchema).safeParse(readPairs(request.body.toString('utf8')));
        if (!pairs.success) throw new AssistantError('invalid-request', `The file cannot be taken: ${z.prettifyError(pairs.error)}.`);
        return { imported: await importFixedAnswers(assistant, pairs.data) };
      },
    ),
    route(
      {
        method: 'put',
        path: '/fixed-answers/{id}',
        summary: 'Change a fixed answer',
        role: 'manager',
        body: pairSchema,
        reply: fixedAnswerSchema,
        answers: { 200: 'The fixed answer', ...KEY_REFUSALS, ...UNKNOWN },
      },
      async ({ id, body }) => requireFixedAnswer(await fixedAnswers.put({ id, ...body })),
    ),
    route(
      {
        method: 'delete',
        path: '/fixed-answers/{id}',
        summary: 'Remove a fixed answer',
        role: 'manager',
        answers: { 204: 'Removed', ...KEY_REFUSALS, ...UNKNOWN },
      },
      async ({ id }) => {
        requireFixedAnswer((await fixedAnswers.remove(id)) || undefined);
      },
    ),
  ];
}
