import type { Request } from 'express';
import type { z } from 'zod';
import { AssistantError } from '../../assistant/errors';

/** The JSON body, checked against a schema. Throws AssistantError `invalid-request` naming each field that is wrong. */
export function bodyOf<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  if (request.body === undefined) {
    throw new AssistantError('invalid-request', 'Send a JSON object with the header Content-Type: application/json.');
  }
  return check(schema, request.body);
}

export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '));
  throw new AssistantError('invalid-request', `${problems.join('; ')}.`);
}
