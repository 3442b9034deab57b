import * as tf from '@tensorflow/tfjs-core';
import type { Call } from './call';

interface Pass {
  /** [T, B, H] */
  readonly outputs: tf.Tensor;
  /** After the last step. [B, H] */
  readonly hidden: tf.Tensor;
  readonly cell: tf.Tensor;
}

/**
 * ONNX's LSTM, in one direction or both. x [T, B, I], W [D, 4H, I], R [D, 4H, H], biases [D, 8H], (lengths), hidden state and cell to
 * begin with [D, B, H] -> outputs [T, D, B, H], last hidden state and cell [D, B, H]
 */
export function lstm(call: Call): tf.Tensor[] {
  const backwards = call.text('direction') === 'bidirectional' ? [false, true] : [false];
  const passes = backwards.map((isBackwards, direction) => pass(call, direction, isBackwards));
  return [
    tf.stack(
      passes.map(({ outputs }) => outputs),
      1,
    ),
    tf.stack(passes.map(({ hidden }) => hidden)),
    tf.stack(passes.map(({ cell }) => cell)),
  ];
}

/** The products with the inputs are one for all steps; what hangs on the step before remains for each. */
function pass(call: Call, direction: number, isBackwards: boolean): Pass {
  const own = (input: number): tf.Tensor => tf.unstack(call.input(input))[direction] as tf.Tensor;
  const [weights, recurrent] = [own(1), own(2)];
  const x = isBackwards ? tf.reverse(call.input(0), 0) : call.input(0);
  const [length = 0, batch = 0, size = 0] = x.shape;
  const [bias, recurrentBias] = tf.split(own(3), 2) as [tf.Tensor, tf.Tensor];
  const projected = tf.add(tf.matMul(tf.reshape(x, [length * batch, size]), weights, false, true), tf.add(bias, recurrentBias));
  let state = { hidden: own(5), cell: own(6) };
  const outputs = tf.unstack(tf.reshape(projected, [length, batch, -1])).map((input) => {
    state = step(tf.add(input, tf.matMul(state.hidden, recurrent, false, true)), state.cell);
    return state.hidden;
  });
  const stacked = tf.stack(outputs);
  return { outputs: isBackwards ? tf.reverse(stacked, 0) : stacked, ...state };
}

/** Hochreiter & Schmidhuber 1997 with a forget gate. gates [B, 4H]: input, output, forget, candidate */
function step(gates: tf.Tensor, cell: tf.Tensor): { hidden: tf.Tensor; cell: tf.Tensor } {
  const size = cell.shape[1] ?? 0;
  const open = tf.sigmoid(tf.slice(gates, [0, 0], [-1, 3 * size]));
  const [input, output, forget] = tf.split(open, 3, 1) as [tf.Tensor, tf.Tensor, tf.Tensor];
  const candidate = tf.tanh(tf.slice(gates, [0, 3 * size], [-1, size]));
  const next = tf.add(tf.mul(forget, cell), tf.mul(input, candidate));
  return { hidden: tf.mul(output, tf.tanh(next)), cell: next };
}
