import { join } from 'node:path';
import { answer, type AnswerQuestion, type Answering } from '../../src/answering/answer';
import { loadAnswering } from '../../src/answering/load';
import type { ModelAnswer } from '../../src/assistant/ports';
import type { Backend } from '../../src/network/engines';
import { newestModelFolder } from '../../src/network/model-folder';

export const MODEL_FOLDER = process.env['MODEL_DIR'] ?? newestModelFolder(join(__dirname, '..', '..', 'models', 'seq2seq'));

/** The shipped network in this very thread, on the engine that BACKEND names. */
export function loadNetwork(folder = MODEL_FOLDER): Promise<Answering> {
  return loadAnswering(folder, (process.env['BACKEND'] ?? 'auto') as Backend);
}

/** Answers a question from texts. */
export function ask(answering: Answering, question: string, texts: string | AnswerQuestion['passages']): Promise<ModelAnswer> {
  const passages = typeof texts === 'string' ? [{ text: texts }] : texts;
  return answer(answering, { question, passages, explain: true });
}
