import type { Server } from 'node:http';
import { SettingsError, type Settings } from './config';

/** Opens the port. Throws {@link SettingsError} with what to do. */
export function listen(server: Server, { HOST, PORT }: Pick<Settings, 'HOST' | 'PORT'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new SettingsError(explain(error, HOST, PORT)));
    });
    server.listen(PORT, HOST, resolve);
  });
}

/**
 * Takes no new connections and lets the requests in flight end; what is still open after `patienceMs` is cut, so that a
 * client that keeps its connection holds nobody up.
 */
export async function endRequests(server: Server, patienceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(cut);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken. Stop the program that uses it, or set PORT to another one.`;
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
  return `The server cannot listen on ${host}:${port}: ${error.message}.`;
}
