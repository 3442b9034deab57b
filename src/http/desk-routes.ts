import cors from 'cors';
import express, { type RequestHandler, type Router } from 'express';
import type { Assistant } from '../assistant/assistant';
import type { KeyRing } from '../assistant/ports';
import type { RateLimit } from './middleware/rate-limit';
import { admit } from './middleware/roles';
import { askRoutes } from './rest/ask';
import { settingsRoutes } from './rest/desk';
import { fixedAnswerRoutes } from './rest/fixed-answers';
import { feedbackRoutes } from './rest/feedback';
import { libraryRoutes } from './rest/library';
import { openApiDocument } from './rest/openapi';
import { operationRoutes } from './rest/operation';
import { apiRouter } from './rest/route';
import { sessionRoutes } from './rest/sessions';
import { pages } from './web/pages';

/** A desk as it is served. */
export interface ServedDesk {
  /** Where it is served; empty for the root. */
  readonly path: string;
  readonly assistant: Assistant;
  readonly keys: KeyRing;
  readonly alexa: readonly RequestHandler[];
}

export interface DeskRouteOptions {
  readonly limit: RateLimit;
  readonly alexaLimit: RateLimit;
  readonly visitorKeys: boolean;
  readonly allowedOrigins: readonly string[];
}

/** The routes of one desk. Alexa's comes before any JSON parser, since its signature covers the raw body. */
export function deskRoutes({ path, assistant, keys, alexa }: ServedDesk, options: DeskRouteOptions): Router {
  const routes = [
    ...askRoutes(assistant),
    ...sessionRoutes(assistant),
    ...libraryRoutes(assistant),
    ...feedbackRoutes(assistant),
    ...fixedAnswerRoutes(assistant),
    ...settingsRoutes(assistant),
    ...operationRoutes(assistant.model, keys),
  ];
  const openApi = openApiDocument(routes, path);
  const router = express.Router();
  router.post('/alexa', options.alexaLimit.limit, ...alexa);
  router.use(
    '/api/v1',
    cors(corsOptions(options)),
    options.limit.limit,
    apiRouter(routes, admit(keys, options.visitorKeys), options.limit),
  );
  router.get('/openapi.json', (_request, response) => {
    response.json(openApi);
  });
  router.use(pages());
  return router;
}

const EXPOSED = ['X-Request-Id', 'X-Total-Count', 'Link', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

function corsOptions({ allowedOrigins }: DeskRouteOptions): cors.CorsOptions {
  return { origin: [...allowedOrigins], exposedHeaders: EXPOSED, maxAge: 3600 };
}
