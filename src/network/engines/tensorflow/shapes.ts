import * as tf from '@tensorflow/tfjs-core';
import type { Call } from './call';
import { toTensor } from './stored-tensor';

export function constantOfShape(call: Call): tf.Tensor {
  return repeat(toTensor(call.tensor('value')), call.numbers(0));
}

/** A length of 1 in the wanted shape leaves what the values have there. */
export function expand(call: Call): tf.Tensor {
  return repeat(call.input(0), tf.backend_util.assertAndGetBroadcastShape(call.input(0).shape, call.numbers(1)));
}

/** The sum with zeros of a shape: what has length 1 is repeated. */
function repeat(x: tf.Tensor, shape: number[]): tf.Tensor {
  return x.dtype === 'bool' ? tf.logicalAnd(x, tf.ones(shape, 'bool')) : tf.add(x, tf.zeros(shape, x.dtype));
}

export function flatten(call: Call): tf.Tensor {
  const x = call.input(0);
  const rows = x.shape.slice(0, call.integer('axis', 1)).reduce((size, length) => size * length, 1);
  return tf.reshape(x, [rows, x.size / rows]);
}

/** Negative places count from the end. */
export function gather(call: Call): tf.Tensor {
  const [x, axis] = [call.input(0), call.integer('axis', 0)];
  return tf.gather(x, tf.mod(call.input(1), tf.scalar(x.shape[axis] ?? 0, 'int32')), axis);
}

/** For each place along the last axis the value that stands where the index says. */
export function gatherElements(call: Call): tf.Tensor {
  const [x, indices] = [call.input(0), tf.cast(call.input(1), 'int32')];
  const last = x.rank - 1;
  if (call.integer('axis', 0) !== last) throw new Error('GatherElements is known along the last axis only.');
  return tf.gather(x, indices, last, last);
}

/** A length of 0 is that of the values, one of -1 what remains. */
export function reshape(call: Call): tf.Tensor {
  const x = call.input(0);
  const lengths = call.numbers(1).map((length, axis) => (length === 0 ? (x.shape[axis] ?? 0) : length));
  return tf.reshape(x, lengths);
}

/** Starts, ends, axes and steps; negative places count from the end. */
export function slice(call: Call): tf.Tensor {
  const x = call.input(0);
  if (call.has(4) && call.numbers(4).some((step) => step !== 1)) throw new Error('Slice is known with steps of 1 only.');
  const [starts, ends, axes] = [call.numbers(1), call.numbers(2), call.numbers(3)];
  const begin = x.shape.map(() => 0);
  const size = [...x.shape];
  axes.forEach((axis, index) => {
    const at = axis < 0 ? axis + x.rank : axis;
    const length = x.shape[at] ?? 0;
    const place = (value = 0): number => Math.min(length, value < 0 ? value + length : value);
    begin[at] = place(starts[index]);
    size[at] = place(ends[index]) - place(starts[index]);
  });
  return tf.slice(x, begin, size);
}

export function unsqueeze(call: Call): tf.Tensor {
  const x = call.input(0);
  const axes = call.numbers(1);
  const rank = x.rank + axes.length;
  const added = new Set(axes.map((axis) => (axis < 0 ? axis + rank : axis)));
  const lengths = [...x.shape];
  const shape = Array.from({ length: rank }, (_, axis) => (added.has(axis) ? 1 : (lengths.shift() ?? 1)));
  return tf.reshape(x, shape);
}
