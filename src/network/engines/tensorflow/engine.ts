import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from '../engine';
import { loadGraph } from './graph';

/** TensorFlow.js: its native addon where that is built (docs/engines.md), else WebAssembly. Throws when neither starts. */
export async function tensorflowEngine(): Promise<Engine> {
  const name = (await startNative()) ? 'tfjs-node' : (await startWasm()) ? 'tfjs-backend-wasm' : undefined;
  if (name === undefined) throw new Error('BACKEND=tensorflow, but neither backend of TensorFlow.js starts on this machine.');
  return { name: `${name} ${tf.version_core}`, load: async (file) => loadGraph(file) };
}

async function startNative(): Promise<boolean> {
  try {
    require('@tensorflow/tfjs-node');
    return await tf.setBackend('tensorflow');
  } catch {
    return false;
  }
}

function startWasm(): Promise<boolean> {
  setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), '/'));
  return tf.setBackend('wasm');
}
