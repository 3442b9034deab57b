import { join } from 'node:path';
import { Piscina } from 'piscina';
import { AssistantError } from '../assistant/errors';
import type { AnswerModel, Finding, PassageAnswer } from '../assistant/ports';
import type { WorkerData, WorkerReport, WorkerTask } from './worker';

export interface WorkerPoolOptions extends WorkerData {
  readonly workers: number;
  /** Longest time a question may take, waiting included, in milliseconds. */
  readonly deadlineMs: number;
}

const QUESTIONS_WAITING = 64;
/** The compiled worker: tests run this file from src, where there is none. */
const WORKER_FILE = join(__dirname, '..', '..', 'dist', 'model', 'worker.js');

/**
 * The warm network in worker threads, so that the server's own thread stays free. Resolves when every worker has
 * answered a first question. Throws what is wrong with the model folder or the engine.
 */
export async function startWorkerPool(options: WorkerPoolOptions): Promise<AnswerModel> {
  const workerData: WorkerData = { modelFolder: options.modelFolder, backend: options.backend };
  const pool = new Piscina<WorkerTask | undefined, unknown>({
    filename: WORKER_FILE,
    workerData,
    minThreads: options.workers,
    maxThreads: options.workers,
    idleTimeout: Infinity,
  });
  let reports: WorkerReport[];
  try {
    reports = await Promise.all(pool.threads.map(() => pool.run(undefined, { name: 'report' }) as Promise<WorkerReport>));
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  const report = reports[0] as WorkerReport;
  let waiting = 0;
  const run = async (name: 'find' | 'answer', task: WorkerTask): Promise<unknown> => {
    if (waiting >= QUESTIONS_WAITING) throw new AssistantError('busy', 'Too many questions are waiting. Ask again in a few seconds.');
    waiting += 1;
    const signal = AbortSignal.timeout(options.deadlineMs);
    try {
      return await pool.run(task, { name, signal });
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new AssistantError('too-slow', 'Finding the answer took too long. Ask again, or give a shorter text.', { cause: error });
    } finally {
      waiting -= 1;
    }
  };
  return {
    version: report.version,
    engine: report.engine,
    find: (question, passage) => run('find', { question, passage }) as Promise<Finding>,
    answer: (question, passage) => run('answer', { question, passage }) as Promise<PassageAnswer>,
    close: () => pool.destroy(),
  };
}
