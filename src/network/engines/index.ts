import type { Engine } from './engine';
import { onnxEngine } from './onnx';

export const BACKENDS = ['auto', 'onnx', 'onnx-wasm', 'tensorflow'] as const;
export type Backend = (typeof BACKENDS)[number];

/**
 * Starts what runs the network. `auto` takes ONNX Runtime, as WebAssembly where its native library does not load. Throws
 * what keeps the wanted one from starting.
 */
export async function startEngine(backend: Backend): Promise<Engine> {
  if (backend === 'tensorflow') return (await import('./tensorflow/engine')).tensorflowEngine();
  if (backend === 'onnx-wasm') return onnxEngine('onnxruntime-web');
  try {
    return await onnxEngine('onnxruntime-node');
  } catch (error) {
    if (backend === 'auto') return onnxEngine('onnxruntime-web');
    throw new Error('BACKEND=onnx, but onnxruntime-node does not load. See docs/engines.md, or set BACKEND=onnx-wasm.', { cause: error });
  }
}
