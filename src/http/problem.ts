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
  'document-unreadable': 422,
  'document-too-large': 413,
  'invalid-request': 400,
  'key-missing': 401,
  busy: 503,
  'too-slow': 504,
  'store-failed': 503,
};

/** Errors of the body parser, by their `type`. */
const PARSER_MESSAGES: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'entity.too.large': 'The body is too large; at most 256 kB of JSON are read, and 10 MB of a document.',
  'charset.unsupported': 'The body must be encoded in UTF-8.',
  'encoding.unsupported': 'The body is compressed in a way this server does not read.',
};

/** Writes a problem document (RFC 9457). */
export function sendProblem(response: Response, status: number, code: string, detail: string): void {
  if (status === 503) response.set('Retry-After', '5');
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', status, code, detail }));
}

export const notFound: RequestHandler = (request, response) => {
  sendProblem(response, 404, 'not-found', `There is nothing at ${request.method} ${request.path}.`);
};

/** The one place where errors become answers: what people can mend is told, what they cannot is logged. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof AssistantError) {
      if (error.cause !== undefined) logger.error({ err: error.cause }, error.message);
      sendProblem(response, STATUS[error.code], error.code, error.message);
      return;
    }
    const { type, status } = error as { type?: string; status?: number };
    if (status !== undefined && status < 500) {
      sendProblem(response, status, 'invalid-request', PARSER_MESSAGES[type ?? ''] ?? 'The request cannot be read.');
      return;
    }
    logger.error({ err: error }, 'unexpected error');
    sendProblem(response, 500, 'internal', 'Something went wrong on our side. Try again in a moment.');
  };
}
