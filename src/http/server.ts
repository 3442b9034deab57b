import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Assistant } from '../assistant/assistant';
import { healthz, readyz } from './health';
import { rateLimit } from './middleware/rate-limit';
import { notFound, problemHandler } from './problem';
import { ask } from './rest/ask';
import { listTopics, putSessionContext } from './rest/session-context';
import { chatPage } from './web/chat-page';

export interface ServerOptions {
  readonly assistant: Assistant;
  readonly logger: Logger;
  readonly alexa: readonly RequestHandler[];
  readonly rateLimit: number;
  readonly trustProxy: number;
  /** Whether browsers reach the server over TLS, and may be told to insist on it. */
  readonly https: boolean;
  readonly isClosing: () => boolean;
}

const BODY_LIMIT = '256kb';

/** All routes. Alexa's comes before the JSON parser, since its signature covers the raw body. */
export function createServer(options: ServerOptions): Express {
  const { assistant, logger } = options;
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
  server.use(helmet(securityHeaders(options.https)));
  server.get('/healthz', healthz);
  server.get('/readyz', readyz(assistant.model, options.isClosing));
  server.post('/alexa', ...options.alexa);

  const api = express.Router();
  api.use(rateLimit(options.rateLimit), express.json({ limit: BODY_LIMIT }));
  api.post('/ask', ask(assistant));
  api.put('/sessions/:id/context', putSessionContext(assistant));
  api.get('/topics', listTopics(assistant));
  server.use('/api/v1', api);

  server.use(chatPage());
  server.use(notFound);
  server.use(problemHandler(logger));
  return server;
}

function securityHeaders(https: boolean): HelmetOptions {
  const own = ["'self'"];
  return {
    strictTransportSecurity: https,
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
        frameAncestors: own,
      },
    },
  };
}
