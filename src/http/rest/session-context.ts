import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { setContext } from '../../assistant/set-context';
import { bodyOf, check } from './validate';

export const sessionIdSchema = z
  .string()
  .regex(/^[\w.:-]{1,128}$/u, 'A session id has 1 to 128 letters, digits, points, colons, hyphens or underscores');

/** Sessions of the API are kept apart from Alexa's users. */
export function webSession(id: string): string {
  return `web:${id}`;
}

export const contextSchema = z.union([z.strictObject({ text: z.string() }), z.strictObject({ topic: z.string() })], {
  error: 'Give either {"text": "..."} or {"topic": "..."}',
});

/** PUT /api/v1/sessions/:id/context */
export function putSessionContext(assistant: Assistant): RequestHandler {
  return (request, response) => {
    const id = check(sessionIdSchema, request.params['id']);
    response.json({ sessionId: id, context: setContext(assistant, webSession(id), bodyOf(request, contextSchema)) });
  };
}

/** GET /api/v1/topics */
export function listTopics(assistant: Assistant): RequestHandler {
  return (_request, response) => {
    response.json({ topics: assistant.library.topics() });
  };
}
