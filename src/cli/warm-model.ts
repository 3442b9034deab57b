import { join } from 'node:path';
import type { AnswerModel } from '../assistant/ports';
import { readSettings } from '../config';
import { newestModelFolder } from '../model/model-folder';
import { startWorkerPool } from '../model/worker-pool';

const DEADLINE_MS = 60_000;

/** The served network, by the same settings as the server's, for commands that need no store. */
export function warmModel(env: NodeJS.ProcessEnv, workers?: number): Promise<AnswerModel> {
  const settings = readSettings(env);
  return startWorkerPool({
    modelFolder: settings.MODEL_DIR ?? newestModelFolder(join(__dirname, '..', '..', 'models', 'seq2seq')),
    backend: settings.BACKEND,
    workers: workers ?? settings.WORKERS,
    deadlineMs: DEADLINE_MS,
  });
}
