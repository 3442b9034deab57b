import * as tf from '@tensorflow/tfjs-core';
import type { Graph, Tensor } from '../engine';
import { Call } from './call';
import { readOnnxFile, type Node } from './onnx-file';
import { OPERATIONS } from './operations';
import { toInt32, toTensor } from './stored-tensor';

type Values = Map<string, tf.Tensor>;

/** A graph that is run operation by operation. What does not hang on its inputs is computed here, once. */
export function loadGraph(file: Uint8Array): Graph {
  const graph = readOnnxFile(file);
  const unknown = graph.node.filter(({ opType }) => !OPERATIONS[opType]);
  if (unknown.length > 0) throw new Error(`The graph uses ${unknown[0]?.opType ?? ''}, which this engine does not know.`);
  const constants: Values = new Map(graph.initializer.map((stored) => [stored.name, toTensor(stored)]));
  const remaining = graph.node.filter((node) => {
    const isConstant = node.input.every((name) => name === '' || constants.has(name));
    if (isConstant) compute(node, constants);
    return !isConstant;
  });
  const outputs = graph.output.map(({ name }) => name);
  const lastUses = new Map(remaining.flatMap((node) => node.input.map((name) => [name, node] as const)));
  const isSpent = (name: string, node: Node): boolean => lastUses.get(name) === node && !constants.has(name) && !outputs.includes(name);

  return {
    async run(inputs) {
      const results: Record<string, Tensor> = {};
      tf.tidy(() => {
        const values: Values = new Map(constants);
        for (const [name, value] of Object.entries(inputs)) values.set(name, fromTensor(value));
        for (const node of remaining) {
          compute(node, values);
          for (const name of new Set(node.input)) if (isSpent(name, node)) values.get(name)?.dispose();
        }
        for (const name of outputs) results[name] = toOutput(values.get(name) as tf.Tensor);
      });
      return results;
    },
    async release() {
      constants.forEach((value) => {
        value.dispose();
      });
    },
  };
}

/** Adds what the operation gives to the values. */
function compute(node: Node, values: Values): void {
  const call = new Call(
    node,
    node.input.map((name) => values.get(name)),
  );
  const results = tf.tidy(() => [OPERATIONS[node.opType]?.(call) ?? []].flat());
  node.output.forEach((name, index) => {
    const result = results[index];
    if (result) values.set(name, result);
  });
}

function fromTensor({ type, dims, data }: Tensor): tf.Tensor {
  return type === 'int64' ? tf.tensor(Int32Array.from(data, toInt32), [...dims], 'int32') : tf.tensor(data, [...dims], type);
}

function toOutput(value: tf.Tensor): Tensor {
  return { type: 'float32', dims: value.shape, data: value.dataSync<'float32'>() };
}
