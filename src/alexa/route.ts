import type { Skill } from 'ask-sdk-core';
import { ExpressAdapter, type Verifier } from 'ask-sdk-express-adapter';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * POST /alexa, in order: refuse quietly, read the raw body, verify, hand to the skill. The adapter would tell callers
 * what went wrong inside; here they get the status and nothing else, and the log gets the reason.
 */
export function alexaRoute(skill: Skill, verifier: Verifier, logger: Logger): RequestHandler[] {
  const adapter = new ExpressAdapter(skill, false, false, [verifier]);
  return [refuseQuietly(logger), ...adapter.getRequestHandlers()];
}

function refuseQuietly(logger: Logger): RequestHandler {
  return (_request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      if (response.statusCode < 400 || response.getHeader('Content-Type') !== undefined) return send(body);
      logger.warn({ status: response.statusCode, reason: String(body) }, 'an Alexa request was refused');
      response.type('application/problem+json');
      return send(JSON.stringify({ type: 'about:blank', status: response.statusCode, title: 'The request was refused.' }));
    };
    next();
  };
}
