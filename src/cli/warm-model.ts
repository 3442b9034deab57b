import type { AnswerModel } from '../assistant/ports';
import { readSettings } from '../config';
import { startWorkerPool } from '../model/worker-pool';
import { modelFolder } from '../shipped';

const DEADLINE_MS = 60_000;

/** The served network, by the same settings as the server's, for commands that need no store. */
export function warmModel(env: NodeJS.ProcessEnv, workers?: number): Promise<AnswerModel> {
  const settings = readSettings(env);
  return startWorkerPool({
    modelFolder: modelFolder(settings),
    backend: settings.BACKEND,
    workers: workers ?? settings.WORKERS,
    deadlineMs: DEADLINE_MS,
  });
}
