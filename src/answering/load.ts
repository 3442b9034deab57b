import { createOps } from '../model/engines';
import { legacyNetwork } from '../model/legacy-network';
import { isLegacyFolder, readModelFolder as readLegacyFolder } from '../model/weights';
import { BACKENDS, startEngine } from '../network/engines';
import { loadNetwork } from '../network/graph-network';
import { readModelFolder } from '../network/model-folder';
import { WordPieces } from '../network/word-pieces';
import type { Answering } from './answer';
import { Encoder } from './encode';
import { WordVectors } from './word-vectors';

/** Loads the network of a model folder. Rejects with what is wrong with the folder or the engine. */
export async function loadAnswering(modelFolder: string, backend: string): Promise<Answering> {
  if (isLegacyFolder(modelFolder)) return loadLegacy(modelFolder);
  const { manifest, vocabulary, wordPieces, graphs } = readModelFolder(modelFolder);
  const network = await loadNetwork(await startEngine(BACKENDS.find((name) => name === backend) ?? 'auto'), graphs);
  const encoder = new Encoder(network, { vocabulary, wordPieces });
  const wordVectors = new WordVectors(network, vocabulary);
  return { version: manifest.version, network, encoder, vocabulary, wordVectors, threshold: manifest.answerableThreshold };
}

/** Until the model that ships is one of format 2. */
async function loadLegacy(modelFolder: string): Promise<Answering> {
  const files = readLegacyFolder(modelFolder);
  const network = legacyNetwork(await createOps('auto'), files);
  const encoder = new Encoder(network, { vocabulary: files.vocabulary, wordPieces: new WordPieces('') });
  const { version, answerableThreshold: threshold } = files.manifest;
  const wordVectors = new WordVectors(network, files.vocabulary);
  return { version, network, encoder, vocabulary: files.vocabulary, wordVectors, threshold };
}
