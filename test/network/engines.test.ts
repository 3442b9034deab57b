import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine, type Backend } from '../../src/network/engines';
import type { Engine, Tensor, Tensors } from '../../src/network/engines/engine';
import { readModelFolder, type GraphName } from '../../src/network/model-folder';
import { MODEL_FOLDER } from '../support/network';

interface Values {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** For each graph a small input and what ONNX Runtime for Python makes of it (training/export.py). */
interface GoldenGraph {
  readonly inputs: Readonly<Record<string, Values>>;
  readonly outputs: Readonly<Record<string, Values>>;
}

const goldens = (JSON.parse(readFileSync(join(MODEL_FOLDER, 'golden.json'), 'utf8')) as { graphs: Record<GraphName, GoldenGraph> }).graphs;
const files = readModelFolder(MODEL_FOLDER).graphs;
const INTEGERS = /^(?:ids|words|characters|first|starts)$/u;

/** What an engine rounds to int8 may fall to either side. */
function tolerance(graph: string): number {
  return graph === 'contextual' ? 1e-2 : 1e-4;
}

function toTensor([name, { shape, data }]: readonly [string, Values]): readonly [string, Tensor] {
  if (INTEGERS.test(name)) return [name, { type: 'int64', dims: shape, data: BigInt64Array.from(data, BigInt) }];
  return [name, { type: 'float32', dims: shape, data: Float32Array.from(data) }];
}

/** The largest difference; of wide outputs the golden vectors hold the first columns of each row. */
function farthest(actual: Tensor | undefined, { shape, data }: Values): number {
  if (!actual) return NaN;
  const [cols, width] = [shape.at(-1) ?? 1, actual.dims.at(-1) ?? 1];
  expect(actual.dims.slice(0, -1)).toEqual(shape.slice(0, -1));
  return data.reduce((most, value, index) => {
    const place = Math.floor(index / cols) * width + (index % cols);
    return Math.max(most, Math.abs(Number(actual.data[place]) - value));
  }, 0);
}

describe.each<Backend>(['onnx', 'onnx-wasm', 'tensorflow'])('the engine %s', (backend) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await startEngine(backend);
  });

  test.each(Object.keys(goldens) as GraphName[])('computes what the exported graph "%s" says', async (name) => {
    const { inputs, outputs } = goldens[name];
    const graph = await engine.load(files[name]);
    const results: Tensors = await graph.run(Object.fromEntries(Object.entries(inputs).map(toTensor)));
    await graph.release();
    for (const [output, expected] of Object.entries(outputs)) expect(farthest(results[output], expected)).toBeLessThan(tolerance(name));
  });

  test('refuses a file that is no graph', async () => {
    await expect(engine.load(Buffer.from('weights of another kind'))).rejects.toThrow();
  });
});
