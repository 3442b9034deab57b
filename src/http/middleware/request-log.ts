import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** A line for each request, with nothing that a visitor said: no query, no session id. Probes and scrapes are left out. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' || url === '/metrics' },
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: pathToLog(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
}

function pathToLog(url: string): string {
  const [path = ''] = url.split('?', 1);
  return path.replace(/\/sessions\/[^/]{1,1000}/u, '/sessions/{id}').slice(0, 200);
}
