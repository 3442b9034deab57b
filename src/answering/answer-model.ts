import { join } from 'node:path';
import type { AnswerModel, Finding, ModelAnswer } from '../assistant/ports';
import { Pool } from './pool';
import type { WorkerData, WorkerReport } from './worker';

export interface AnswerModelOptions extends WorkerData {
  readonly workers: number;
  /** Longest time a question may take, waiting included, in milliseconds. */
  readonly deadlineMs: number;
}

/** The compiled worker: tests run this file from src, where there is none. */
const WORKER_FILE = join(__dirname, '..', '..', 'dist', 'answering', 'worker.js');
/** Passages that wait to be prepared; more would push each other out of what the workers keep. */
const MOST_PREPARED = 300;

/**
 * The warm network in worker threads, so that the server's own thread stays free. Resolves when every worker has
 * answered a first question. Throws what is wrong with the model folder or the engine.
 */
export async function startAnswerModel({ workers, deadlineMs, ...workerData }: AnswerModelOptions): Promise<AnswerModel> {
  const pool = new Pool({ filename: WORKER_FILE, workerData, workers, deadlineMs });
  let reports: WorkerReport[];
  try {
    reports = (await pool.start('report')) as WorkerReport[];
  } catch (error) {
    await pool.close();
    throw error;
  }
  const { version, engine } = reports[0] as WorkerReport;
  return {
    version,
    engine,
    async answer(question, passages, { explain, onEvidence, caller, without } = {}) {
      let isTold = false;
      const tell = (found: Finding): void => {
        if (!isTold) onEvidence?.(found);
        isTold = true;
      };
      const input = { question, passages: passages.map(({ text, path }) => ({ text, path })), explain, without };
      const onNotice = onEvidence && ((content: unknown) => tell(content as Finding));
      const answered = await pool.ask({ name: 'answer', input: { ...input, tellsEvidence: onEvidence !== undefined }, onNotice }, caller);
      const { passage, answerable, confidence, evidence } = answered as ModelAnswer;
      tell({ passage, answerable, confidence, evidence });
      return answered as ModelAnswer;
    },
    async vectors(texts) {
      const [text] = texts;
      if (texts.length === 1 && text !== undefined) return [(await pool.hurry({ name: 'vector', input: { text } })) as Float32Array];
      return Promise.all(texts.map((one) => pool.later({ name: 'vector', input: { text: one } }) as Promise<Float32Array>));
    },
    prepare(passages) {
      const room = Math.max(0, MOST_PREPARED - pool.waitingEverywhere);
      for (const { text, path } of passages.slice(0, room)) pool.eventually({ name: 'prepare', input: { text, path } });
    },
    close: () => pool.close(),
  };
}
