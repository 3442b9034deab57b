import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { AssistantError, type ErrorCode } from '../assistant/errors';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'question-missing': 400,
  'question-too-long': 413,
  'context-missing': 409,
  'context-too-long': 413,
  'topic-unknown': 404,
  'document-unknown': 404,
  'fixed-answer-unknown': 404,
  'document-unreadable': 422,
  'document-too-large': 413,
  'invalid-request': 400,
  'key-missing': 401,
  'key-forbidden': 403,
  'key-unknown': 404,
  busy: 503,
  'too-slow': 504,
  'store-failed': 503,
};

const RETRY_AFTER_SECONDS = 5;

/** Errors of the body parser, by their `type`. */
const PARSER_MESSAGES: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'entity.too.large': 'The body is too large; at most 256 kB of JSON are read, and 10 MB of a document.',
  'charset.unsupported': 'The body must be encoded in UTF-8.',
  'encoding.unsupported': 'The body is compressed in a way this server does not read.',
};

/** A problem document (RFC 9457). */
export interface Problem {
  readonly type: 'about:blank';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** What an error tells the caller: what people can mend, and nothing of what they cannot. */
export function toProblem(error: unknown): Problem {
  if (error instanceof AssistantError) return problem(STATUS[error.code], error.code, error.message);
  const { type, status } = error as { type?: string; status?: number };
  if (status !== undefined && status < 500) {
    return problem(status, 'invalid-request', PARSER_MESSAGES[type ?? ''] ?? 'The request cannot be read.');
  }
  return problem(500, 'internal', 'Something went wrong on our side. Try again in a moment.');
}

function problem(status: number, code: string, detail: string): Problem {
  return { type: 'about:blank', status, code, detail };
}

export function sendProblem(response: Response, status: number, code: string, detail: string): void {
  send(response, problem(status, code, detail));
}

function send(response: Response, content: Problem, retryAfterSeconds = RETRY_AFTER_SECONDS): void {
  if (content.status === 503) response.set('Retry-After', String(retryAfterSeconds));
  response.status(content.status).type('application/problem+json').send(JSON.stringify(content));
}

export const notFound: RequestHandler = (request, response) => {
  sendProblem(response, 404, 'not-found', `There is nothing at ${request.method} ${request.originalUrl.split('?')[0] ?? ''}.`);
};

/** The one place where errors become answers; what has a cause or was not expected is logged. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const content = toProblem(error);
    const cause = error instanceof AssistantError ? error.cause : content.status === 500 ? error : undefined;
    if (cause !== undefined) logger.error({ err: cause }, error instanceof Error ? error.message : 'unexpected error');
    send(response, content, error instanceof AssistantError ? error.retryAfterSeconds : undefined);
  };
}
