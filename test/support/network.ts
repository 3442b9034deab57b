import { join } from 'node:path';
import { startEngine, type Backend } from '../../src/network/engines';
import { loadNetwork } from '../../src/network/graph-network';
import { newestModelFolder, readModelFolder, type ModelFiles } from '../../src/network/model-folder';
import type { Network } from '../../src/network/network';

/** The shipped model, or the one that MODEL_DIR names. */
export const MODEL_FOLDER = process.env['MODEL_DIR'] ?? newestModelFolder(join(__dirname, '..', '..', 'models', 'seq2seq'));

/** The network in this very thread, on the engine that BACKEND names. */
export async function startNetwork(
  backend = (process.env['BACKEND'] ?? 'auto') as Backend,
  folder = MODEL_FOLDER,
): Promise<{ files: ModelFiles; network: Network }> {
  const files = readModelFolder(folder);
  return { files, network: await loadNetwork(await startEngine(backend), files.graphs) };
}
