import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Role } from '../../assistant/ports';
import { AssistantError } from '../../assistant/errors';
import type { RateLimit } from '../middleware/rate-limit';

/** What a handler is given: the parts of the request, checked. */
export interface Call<Body, Query> {
  readonly body: Body;
  readonly query: Query;
  readonly id: string;
  readonly request: Request;
  readonly response: Response;
}

/** One operation of the API: what it takes, who may call it, what it does. The server and the OpenAPI document are made of these. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below /api/v1, with `{id}` for what the path names. */
  readonly path: string;
  readonly summary: string;
  readonly role: Role;
  /** Schema of the JSON body; `file` takes any bytes. */
  readonly body?: z.ZodType | 'file';
  readonly query?: z.ZodObject;
  /** Schema of what is answered on success. */
  readonly reply?: z.ZodType;
  /** What the request counts against the limit of its address; 1 where it is not said. The body is not checked yet. */
  readonly cost?: (body: unknown) => number;
  /** Statuses and what they mean. The first is the status of success. */
  readonly answers: Readonly<Record<number, string>>;
  readonly handle: RequestHandler;
}

interface Definition<Body extends z.ZodType, Query extends z.ZodObject> extends Omit<Route, 'handle' | 'query'> {
  readonly query?: Query;
  readonly body?: Body | 'file';
}

/** The body of a route that takes a file. */
type BodyOf<Body> = Body extends z.ZodType ? z.infer<Body> : never;

/** What who calls without the right key is answered. */
export const KEY_REFUSALS = { 401: 'No key', 403: 'Not for this key' };

const BODY_LIMIT = '256kb';
const UPLOAD_LIMIT = '11mb';

/**
 * Defines a route. What `act` returns is sent as JSON; nothing is an empty answer, unless it has answered by itself.
 * `act` is never reached with a body or query that breaks its schema.
 */
export function route<Body extends z.ZodType, Query extends z.ZodObject>(
  definition: Definition<Body, Query>,
  act: (call: Call<BodyOf<Body>, z.infer<Query>>) => unknown,
): Route {
  const [status] = Object.keys(definition.answers);
  const handle: RequestHandler = async (request, response) => {
    const body = (definition.body instanceof z.ZodType ? bodyOf(request, definition.body) : undefined) as BodyOf<Body>;
    const query = (definition.query ? check(definition.query, request.query) : {}) as z.infer<Query>;
    const result = await act({ body, query, id: String(request.params['id']), request, response });
    if (response.headersSent) return;
    response.status(Number(status));
    if (result === undefined) response.end();
    else response.json(result);
  };
  return { ...definition, handle };
}

/** The routes as Express serves them; `admit` is asked whether the caller has the role. */
export function apiRouter(routes: readonly Route[], admit: (role: Role) => RequestHandler, limit: RateLimit): Router {
  const api = express.Router();
  for (const { method, path, role, body, cost, handle } of routes) {
    const reader = body === 'file' ? express.raw({ type: () => true, limit: UPLOAD_LIMIT }) : express.json({ limit: BODY_LIMIT });
    api[method](path.replace(/\{(\w+)\}/gu, ':$1'), admit(role), reader, charge(limit, cost), handle);
  }
  return api;
}

/** Counts what a request costs beyond the one that was counted before it was read. */
function charge(limit: RateLimit, cost: Route['cost']): RequestHandler {
  return async (request, response, next) => {
    const more = cost ? cost(request.body) - 1 : 0;
    if (more <= 0 || (await limit.charge(request.ip, more, response))) next();
  };
}

/** The JSON body, checked against a schema. Throws AssistantError `invalid-request` naming each field that is wrong. */
function bodyOf<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
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
