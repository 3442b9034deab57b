import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { AnswerModel, RateLimits } from '../assistant/ports';
import { deskRoutes, type ServedDesk } from './desk-routes';
import { healthz, readyz } from './health';
import { rateLimit } from './middleware/rate-limit';
import { requestContext } from './middleware/request-context';
import { requestLog } from './middleware/request-log';
import { securityHeaders } from './middleware/security-headers';
import { notFound, problemHandler } from './problem';

export interface ServerOptions {
  /** Longer paths first. */
  readonly desks: readonly ServedDesk[];
  readonly model: AnswerModel;
  readonly logger: Logger;
  readonly limits: RateLimits;
  /** Requests that one address may make in a minute, to the API and to Alexa's route. */
  readonly rateLimit: number;
  readonly alexaRateLimit: number;
  /** Rejects while what is said cannot be stored. */
  readonly ping: () => Promise<void>;
  readonly visitorKeys: boolean;
  /** Sites whose pages may call the API and embed the chat. */
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: number;
  /** Whether browsers reach the server over TLS, and may be told to insist on it. */
  readonly https: boolean;
  readonly isClosing: () => boolean;
}

/** What all desks share: logging, security headers, health; then each desk's routes at its path. */
export function createServer(options: ServerOptions): Express {
  const { logger, allowedOrigins, visitorKeys } = options;
  const server = express();
  server.disable('x-powered-by').set('trust proxy', options.trustProxy);
  server.use(requestContext, requestLog(logger), securityHeaders(options), closeWhenDraining(options.isClosing));
  server.get('/healthz', healthz);
  server.get('/readyz', readyz(options));
  const limit = rateLimit(options.limits, 'api', options.rateLimit);
  const alexaLimit = rateLimit(options.limits, 'alexa', options.alexaRateLimit);
  for (const desk of options.desks) server.use(desk.path || '/', deskRoutes(desk, { limit, alexaLimit, visitorKeys, allowedOrigins }));
  server.use(notFound);
  server.use(problemHandler(logger));
  return server;
}

/** Tells clients that keep their connections to open a new one, which then goes to another server. */
function closeWhenDraining(isClosing: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isClosing()) response.set('Connection', 'close');
    next();
  };
}
