import { join } from 'node:path';
import { createOps, type Backend } from '../../src/model/engines';
import { newestModelFolder } from '../../src/model/model-folder';
import { Seq2Seq } from '../../src/model/seq2seq';
import { readModelFolder } from '../../src/model/weights';

export const MODEL_FOLDER = newestModelFolder(join(__dirname, '..', '..', 'models', 'seq2seq'));

/** The shipped network in this very thread, on the engine that BACKEND names. */
export async function loadNetwork(backend = (process.env['BACKEND'] ?? 'auto') as Backend, folder = MODEL_FOLDER): Promise<Seq2Seq> {
  return new Seq2Seq(await createOps(backend), readModelFolder(folder));
}
