import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../app';
import type { AnswerModel } from '../assistant/ports';
import { readSettings } from '../config';
import type { EmptyServer } from '../evaluation/documents/run';

/** Runs a server of this program that holds nothing, on a free port and with data of its own, for as long as it is used. */
export async function withEmptyServer<T>(env: NodeJS.ProcessEnv, model: AnswerModel, use: (server: EmptyServer) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'front-desk-evaluation-'));
  const texts = join(folder, 'texts');
  mkdirSync(texts);
  const own = { DATA_DIR: join(folder, 'data'), DESK_DIR: texts, DESKS_DIR: '', RATE_LIMIT: '1000000', LOG_LEVEL: 'silent' };
  const app = await createApp(readSettings({ ...env, ...own }), pino({ level: 'silent' }), { model });
  const server = createServer(app.server);
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return await use({ url: `http://127.0.0.1:${port}`, key: await app.store.keys.create('manager') });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
