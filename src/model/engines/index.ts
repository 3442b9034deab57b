import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Ops } from '../ops';
import { createTfjsOps } from './tfjs';

export type Backend = 'auto' | 'tensorflow' | 'wasm';

/**
 * Starts the engine. `auto` takes WebAssembly, which for these small products is about three times as fast as native
 * TensorFlow (docs/engines.md), and native TensorFlow where WebAssembly does not start.
 */
export async function createOps(backend: Backend): Promise<Ops> {
  if (backend !== 'tensorflow' && (await startWasm())) return createTfjsOps(`wasm (tfjs-backend-wasm ${tf.version_core})`);
  if (backend === 'wasm') throw new Error('The WebAssembly backend of TensorFlow.js does not start on this machine.');
  const problem = await startNative();
  if (problem === undefined) return createTfjsOps(`tensorflow (tfjs-node ${tf.version_core})`);
  throw new Error(`BACKEND=${backend}, but tfjs-node does not load (${problem}). See docs/engines.md, or set BACKEND=wasm.`);
}

function startWasm(): Promise<boolean> {
  setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), '/'));
  return tf.setBackend('wasm');
}

/** Why the native addon cannot be used, or undefined when it runs. */
async function startNative(): Promise<string | undefined> {
  try {
    require('@tensorflow/tfjs-node');
    return (await tf.setBackend('tensorflow')) ? undefined : 'the backend refused to start';
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
  }
}
