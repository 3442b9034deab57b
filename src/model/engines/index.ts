import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Ops } from '../ops';
import { createTfjsOps } from './tfjs';

export type Backend = 'auto' | 'tensorflow' | 'wasm';

/** Starts the engine: native TensorFlow when its addon loads (or was demanded), else WebAssembly. */
export async function createOps(backend: Backend): Promise<Ops> {
  if (backend !== 'wasm') {
    const problem = await startNative();
    if (problem === undefined) return createTfjsOps(`tensorflow (tfjs-node ${tf.version_core})`);
    if (backend === 'tensorflow') {
      throw new Error(`BACKEND=tensorflow, but tfjs-node does not load (${problem}). See docs/engines.md, or set BACKEND=auto.`);
    }
  }
  setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), '/'));
  if (!(await tf.setBackend('wasm'))) throw new Error('The WebAssembly backend of TensorFlow.js does not start on this machine.');
  return createTfjsOps(`wasm (tfjs-backend-wasm ${tf.version_core})`);
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
