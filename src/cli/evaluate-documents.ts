import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDeskSets } from '../evaluation/documents/question-files';
import { runDesk, type DeskOutcome } from '../evaluation/documents/run';
import { documentTable, scoreDocuments } from '../evaluation/documents/table';
import { withEmptyServer } from './empty-server';
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
