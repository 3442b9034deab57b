import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler, type Router } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Assistant } from '../assistant/assistant';
import type { KeyRing } from '../assistant/ports';
import { healthz, readyz } from './health';
import { managerKey } from './middleware/manager-key';
import { rateLimit } from './middleware/rate-limit';
import { notFound, problemHandler } from './problem';
import { ask, askBatch } from './rest/ask';
import { deleteDocument, getDocument, listDocuments, postDocument } from './rest/documents';
import { listFeedback, listUnanswered, postFeedback } from './rest/feedback';
import { openApi } from './rest/openapi';
import { listTopics, putSessionContext } from './rest/session-context';
import { pages } from './web/pages';

export interface ServerOptions {
  readonly assistant: Assistant;
  readonly keys: KeyRing;
  readonly logger: Logger;
  readonly alexa: readonly RequestHandler[];
  readonly rateLimit: number;
  readonly trustProxy: number;
  /** Whether browsers reach the server over TLS, and may be told to insist on it. */
  readonly https: boolean;
  readonly isClosing: () => boolean;
}

const BODY_LIMIT = '256kb';
const UPLOAD_LIMIT = '11mb';

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

  server.use('/api/v1', rateLimit(options.rateLimit), managerRoutes(options), visitorRoutes(assistant));
  server.get('/openapi.json', openApi);
  server.use(pages());
  server.use(notFound);
  server.use(problemHandler(logger));
  return server;
}

function visitorRoutes(assistant: Assistant): Router {
  const api = express.Router();
  api.use(express.json({ limit: BODY_LIMIT }));
  api.post('/ask', ask(assistant));
  api.post('/ask/batch', askBatch(assistant));
  api.put('/sessions/:id/context', putSessionContext(assistant));
  api.post('/feedback', postFeedback(assistant));
  api.get('/topics', listTopics(assistant));
  return api;
}

/** What only the manager may do; files are bodies of any kind. */
function managerRoutes({ assistant, keys }: ServerOptions): Router {
  const api = express.Router();
  const isManager = managerKey(keys);
  api.get('/documents', isManager, listDocuments(assistant));
  api.post('/documents', isManager, express.raw({ type: () => true, limit: UPLOAD_LIMIT }), postDocument(assistant));
  api.get('/documents/:id', isManager, getDocument(assistant));
  api.delete('/documents/:id', isManager, deleteDocument(assistant));
  api.get('/feedback', isManager, listFeedback(assistant));
  api.get('/unanswered', isManager, listUnanswered(assistant));
  return api;
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
