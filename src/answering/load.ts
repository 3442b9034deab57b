import { startEngine, type Backend } from '../network/engines';
import { loadNetwork } from '../network/graph-network';
import { readModelFolder } from '../network/model-folder';
import type { Answering } from './answer';
import { Encoder } from './encode';
import { WordVectors } from './word-vectors';

/** Loads the network of a model folder. Rejects with what is wrong with the folder or the engine. */
export async function loadAnswering(modelFolder: string, backend: Backend): Promise<Answering> {
  const { manifest, vocabulary, wordPieces, graphs } = readModelFolder(modelFolder);
  const network = await loadNetwork(await startEngine(backend), graphs);
  const encoder = new Encoder(network, { vocabulary, wordPieces });
  const wordVectors = new WordVectors(network, vocabulary);
  return { version: manifest.version, network, encoder, vocabulary, wordVectors, threshold: manifest.answerableThreshold };
}
