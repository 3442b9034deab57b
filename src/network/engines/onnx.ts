import type { Engine, Tensor, Tensors } from './engine';

/**
 * ONNX Runtime, native (onnxruntime-node) or as WebAssembly (onnxruntime-web). One thread for each network: a desk's
 * workers share its processors already. Rejects with what keeps the runtime from loading.
 */
export async function onnxEngine(kind: 'onnxruntime-node' | 'onnxruntime-web'): Promise<Engine> {
  const isNative = kind === 'onnxruntime-node';
  const runtime = isNative ? await import('onnxruntime-node') : await import('onnxruntime-web');
  if (!isNative) runtime.env.wasm.numThreads = 1;
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, executionProviders: [isNative ? 'cpu' : 'wasm'] };
  const toRuntime = ({ type, data, dims }: Tensor) => new runtime.Tensor(type, data, dims);
  return {
    name: `${kind} ${runtime.env.versions.common}`,
    async load(file) {
      const session = await runtime.InferenceSession.create(file, options);
      return {
        async run(inputs) {
          const feeds = Object.fromEntries(Object.entries(inputs).map(([name, tensor]) => [name, toRuntime(tensor)]));
          return (await session.run(feeds)) as unknown as Tensors;
        },
        release: () => session.release(),
      };
    },
  };
}
