import { join } from 'node:path';
import { createOps, type Backend } from '../../src/model/engines';
import { newestModelFolder } from '../../src/model/model-folder';
import { Seq2Seq } from '../../src/model/seq2seq';
import { readModelFolder } from '../../src/model/weights';

export const MODEL_FOLDER = newestModelFolder(join(__dirname, '..', '..', 'models', 'seq2seq'));

/** The shipped network in this very thread. */
export async function loadNetwork(backend: Backend = 'auto', folder = MODEL_FOLDER): Promise<Seq2Seq> {
  return new Seq2Seq(await createOps(backend), readModelFolder(folder));
}
