import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { createApp, type App } from './app';
import { readSettings } from './config';
import { requestFields } from './http/middleware/request-context';
import { endRequests, listen } from './listen';
import { followCertificate, readCertificate } from './tls';

const REQUEST_TIMEOUT_MS = 30_000;
/** Milliseconds that requests in flight have to end, and that everything has. */
const ENDING_MS = 6_000;
const GRACE_MS = 8_000;

export interface RunningServer {
  readonly url: string;
  readonly app: App;
  close(): Promise<void>;
}

/** Reads the settings, warms the model, listens, and closes with grace. Throws what is wrong, in one sentence. */
export async function serve(env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const settings = readSettings(env);
  const logger = pino({ level: settings.LOG_LEVEL, mixin: requestFields });
  if (settings.ALEXA_VERIFICATION === 'off')
    logger.warn('Alexa requests are not verified: ALEXA_VERIFICATION is off. Use this for development only.');
  else if (settings.ALEXA_SKILL_ID === undefined) logger.warn('ALEXA_SKILL_ID is not set: signed requests of any skill are answered.');
  const isHttps = settings.TLS_KEY !== undefined;
  const certificate = isHttps ? readCertificate(settings) : undefined;
  const app = await createApp(settings, logger);
  const server = certificate ? createHttpsServer(certificate, app.server) : createHttpServer(app.server);
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  try {
    await listen(server, settings);
  } catch (error) {
    await app.close();
    throw error;
  }
  const following = certificate && followCertificate(server as HttpsServer, settings, logger);
  const reload = (): void => {
    logger.info('SIGHUP: what can change while serving is read again');
    following?.reload();
  };
  process.on('SIGHUP', reload);
  const close = async (): Promise<void> => {
    app.drain();
    // Who looks at /readyz has this long to send its requests elsewhere.
    await pause(settings.DRAIN_SECONDS * 1000);
    await endRequests(server, ENDING_MS);
    following?.stop();
    process.removeListener('SIGHUP', reload);
    await app.close();
  };
  closeWithGrace({ delay: settings.DRAIN_SECONDS * 1000 + GRACE_MS, skip: ['SIGHUP'] }, async ({ err }) => {
    if (err) logger.error({ err }, 'closing after an error');
    await close();
  });
  const { port } = server.address() as AddressInfo;
  const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  return { url: `${isHttps ? 'https' : 'http'}://${host}:${port}`, app, close };
}
