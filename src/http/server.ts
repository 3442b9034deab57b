import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { AnswerModel } from '../assistant/ports';
import { deskRoutes, type ServedDesk } from './desk-routes';
import { healthz, readyz } from './health';
import { rateLimit } from './middleware/rate-limit';
import { notFound, problemHandler } from './problem';

export interface ServerOptions {
  /** Longer paths first. */
  readonly desks: readonly ServedDesk[];
  readonly model: AnswerModel;
  readonly logger: Logger;
  readonly rateLimit: number;
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
  const { logger, model, allowedOrigins, visitorKeys } = options;
  const server = express();
  server.disable('x-powered-by').set('trust proxy', options.trustProxy);
  server.use(
    pinoHttp({
      logger,
      genReqId: (_request, response) => {
        const id = randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      autoLogging: { ignore: (request) => request.url === '/healthz' || request.url === '/readyz' },
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    }),
  );
  server.use(helmet(securityHeaders(options)));
  server.get('/healthz', healthz);
  server.get('/readyz', readyz(model, options.isClosing));
  const limit = rateLimit(options.rateLimit);
  for (const desk of options.desks) server.use(desk.path || '/', deskRoutes(desk, { limit, visitorKeys, allowedOrigins }));
  server.use(notFound);
  server.use(problemHandler(logger));
  return server;
}

function securityHeaders({ https, allowedOrigins }: ServerOptions): HelmetOptions {
  const own = ["'self'"];
  return {
    strictTransportSecurity: https,
    // It knows no list of sites; frame-ancestors below does.
    xFrameOptions: allowedOrigins.length === 0,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        connectSrc: own,
        imgSrc: [...own, 'data:'],
        baseUri: ["'none'"],
        formAction: own,
        frameAncestors: [...own, ...allowedOrigins],
      },
    },
  };
}
