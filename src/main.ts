import { existsSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { createApp, type App } from './app';
import { SettingsError, readSettings, type Settings } from './config';

const REQUEST_TIMEOUT_MS = 30_000;
const GRACE_MS = 8_000;

export interface RunningServer {
  readonly url: string;
  readonly app: App;
  close(): Promise<void>;
}

/** Reads the settings, warms the model, listens, and closes with grace. Throws what is wrong, in one sentence. */
export async function serve(env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const settings = readSettings(env);
  const logger = pino({ level: settings.LOG_LEVEL });
  if (settings.ALEXA_VERIFICATION === 'off')
    logger.warn('Alexa requests are not verified: ALEXA_VERIFICATION is off. Use this for development only.');
  else if (settings.ALEXA_SKILL_ID === undefined) logger.warn('ALEXA_SKILL_ID is not set: signed requests of any skill are answered.');
  const app = await createApp(settings, logger);
  const server = settings.TLS_KEY === undefined ? createHttpServer(app.server) : createHttpsServer(readTls(settings), app.server);
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  try {
    await listen(server, settings);
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await closed;
    await app.close();
  };
  closeWithGrace({ delay: GRACE_MS }, async ({ err }) => {
    if (err) logger.error({ err }, 'closing after an error');
    await close();
  });
  return { url: `${settings.TLS_KEY === undefined ? 'http' : 'https'}://${host}:${port}`, app, close };
}

function readTls(settings: Settings): { key: Buffer; cert: Buffer } {
  const read = (name: 'TLS_KEY' | 'TLS_CERT'): Buffer => {
    const file = settings[name] ?? '';
    if (!existsSync(file)) throw new SettingsError(`${name} names ${file}, but there is no such file.`);
    return readFileSync(file);
  };
  return { key: read('TLS_KEY'), cert: read('TLS_CERT') };
}

function listen(server: Server, { HOST, PORT }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new SettingsError(explainListenError(error, HOST, PORT)));
    });
    server.listen(PORT, HOST, resolve);
  });
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken. Stop the program that uses it, or set PORT to another one.`;
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
  return `The server cannot listen on ${host}:${port}: ${error.message}.`;
}
