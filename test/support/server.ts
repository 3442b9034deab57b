import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino, type DestinationStream } from 'pino';
import { createApp, type App, type Outside } from '../../src/app';
import { readSettings } from '../../src/config';
import { requestFields } from '../../src/http/middleware/request-context';

export interface TestServer {
  readonly url: string;
  readonly app: App;
  readonly folder: string;
  post(
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>;
  close(): Promise<void>;
}

/** The whole application with the shipped model and a database of its own, on a free port. */
export async function startServer(
  env: Readonly<Record<string, string>> = {},
  outside: Outside = {},
  logTo?: DestinationStream,
): Promise<TestServer> {
  const folder = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'front-desk-'));
  const settings = readSettings({
    ALEXA_VERIFICATION: 'off',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '100000',
    ALEXA_RATE_LIMIT: '1000000',
    ...env,
    DATA_DIR: folder,
  });
  const options = { level: settings.LOG_LEVEL, mixin: requestFields };
  const app = await createApp(settings, logTo ? pino(options, logTo) : pino(options), outside);
  const server = createServer(app.server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    app,
    folder,
    post: async (path, body, headers = {}) => {
      const response = await fetch(url + path, {
        method: path.includes('/sessions/') ? 'PUT' : 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Record<string, unknown>,
        headers: response.headers,
      };
    },
    close: async () => {
      await stop(server);
      if (outside.model) await app.store.close();
      else await app.close();
      if (env['DATA_DIR'] === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
