import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { setContext } from '../../assistant/set-context';
import { check, route, type Route } from './route';

export const sessionIdSchema = z
  .string()
  .regex(/^[\w.:-]{1,128}$/u, 'A session id has 1 to 128 letters, digits, points, colons, hyphens or underscores');

/** Sessions of the API are kept apart from Alexa's users. */
export function webSession(id: string): string {
  return `web:${id}`;
}

const contextSchema = z.union([z.strictObject({ text: z.string() }), z.strictObject({ topic: z.string() })], {
  error: 'Give either {"text": "..."} or {"topic": "..."}',
});

export function sessionRoutes(assistant: Assistant): Route[] {
  return [
    route(
      {
        method: 'put',
        path: '/sessions/{id}/context',
        summary: "Set what a session's questions are about",
        role: 'visitor',
        body: contextSchema,
        answers: { 200: 'The context', 400: 'A wrong body', 404: 'Unknown topic', 409: 'An empty text', 413: 'Too long' },
      },
      async ({ id, body }) => {
        const sessionId = check(sessionIdSchema, id);
        return { sessionId, context: await setContext(assistant, webSession(sessionId), body) };
      },
    ),
    route(
      {
        method: 'delete',
        path: '/sessions/{id}',
        summary: 'Forget a session: its turns, notes and context',
        role: 'visitor',
        answers: { 204: 'Nothing is kept of it', 400: 'A wrong id' },
      },
      async ({ id }) => {
        await assistant.sessions.remove(webSession(check(sessionIdSchema, id)));
      },
    ),
  ];
}
