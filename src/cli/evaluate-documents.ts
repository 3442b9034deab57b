import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../app';
import type { AnswerModel } from '../assistant/ports';
import { readSettings } from '../config';
import { readDeskSets } from '../evaluation/documents/question-files';
import { runDesk, type DeskOutcome, type EmptyServer } from '../evaluation/documents/run';
import { documentTable, scoreDocuments } from '../evaluation/documents/table';
import { createProgress } from './progress';
import { warmModel } from './warm-model';

interface DocumentsArguments {
  readonly documents: string;
  /** Only the desk of this name. */
  readonly desk?: string | undefined;
  readonly out: string;
}

/**
 * Gives the files of desks to a server of this program, on a free port and with data of its own, asks their questions over HTTP,
 * and writes table and answers.
 */
export async function evaluateDocuments(env: NodeJS.ProcessEnv, { documents, desk, out }: DocumentsArguments): Promise<void> {
  const desks = readDeskSets(documents, desk);
  const model = await warmModel(env);
  const progress = createProgress();
  const done: DeskOutcome[] = [];
  try {
    for (const [index, set] of desks.entries()) {
      progress.update('desks', index, desks.length);
      done.push(await withEmptyServer(env, model, (server) => runDesk(server, set)));
    }
  } finally {
    progress.stop();
    await model.close();
  }
  const outcomes = done.flatMap((one) => one.outcomes);
  const notTaken = done.flatMap((one) => one.notTaken);
  const scores = scoreDocuments(outcomes);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'documents.json'), `${JSON.stringify({ model: model.version, scores, notTaken, outcomes }, null, 2)}\n`);
  process.stdout.write(`${documentTable(scores)}\n\n${notTaken.map((line) => `not taken: ${line}\n`).join('')}`);
  process.stdout.write(`model ${model.version}; all answers in ${join(out, 'documents.json')}\n`);
}

async function withEmptyServer<T>(env: NodeJS.ProcessEnv, model: AnswerModel, use: (server: EmptyServer) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'front-desk-documents-'));
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
