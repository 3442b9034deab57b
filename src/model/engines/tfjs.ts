import * as tf from '@tensorflow/tfjs-core';
import { row, sigmoid, zeros, type Matrix } from '../matrix';
import type { LinearLayer, LstmLayer, LstmState, Ops } from '../ops';

interface TfLinear extends LinearLayer {
  readonly weight: tf.Tensor2D;
  readonly bias: Float32Array | undefined;
}

interface TfLstm extends LstmLayer {
  readonly input: tf.Tensor2D;
  readonly recurrent: tf.Tensor2D;
  readonly bias: Float32Array;
}

/**
 * TensorFlow.js as the engine, on whichever backend has been set. The input projection of an LSTM is one product for
 * all steps; the gates stay in typed arrays, since a kernel call for every little thing costs more than the arithmetic.
 */
export function createTfjsOps(engine: string): Ops {
  const product = (a: Matrix, b: tf.Tensor2D, transposed = false): Matrix => {
    const left = tf.tensor2d(a.data, [a.rows, a.cols]);
    const result = tf.matMul(left, b, false, transposed);
    const data = result.dataSync() as Float32Array;
    left.dispose();
    result.dispose();
    return { rows: a.rows, cols: data.length / a.rows, data };
  };
  const productOf = (a: Matrix, b: Matrix, transposed: boolean): Matrix => {
    const right = tf.tensor2d(b.data, [b.rows, b.cols]);
    const result = product(a, right, transposed);
    right.dispose();
    return result;
  };
  const step = (projected: Matrix, state: LstmState, layer: TfLstm): LstmState =>
    applyGates(projected, product(state.hidden, layer.recurrent), state.cell);

  return {
    engine,
    loadLinear: (weight, bias): TfLinear => ({
      inputs: weight.rows,
      outputs: weight.cols,
      weight: tf.tensor2d(weight.data, [weight.rows, weight.cols]),
      bias,
    }),
    loadLstm: (input, recurrent, bias): TfLstm => ({
      inputs: input.rows,
      hidden: recurrent.rows,
      input: tf.tensor2d(input.data, [input.rows, input.cols]),
      recurrent: tf.tensor2d(recurrent.data, [recurrent.rows, recurrent.cols]),
      bias,
    }),
    linear: (x, layer) => {
      const { weight, bias } = layer as TfLinear;
      return addBias(product(x, weight), bias);
    },
    multiplyTransposed: (a, b) => productOf(a, b, true),
    multiply: (a, b) => productOf(a, b, false),
    lstm: (x, layer, backwards) => {
      const weights = layer as TfLstm;
      const projected = addBias(product(x, weights.input), weights.bias);
      const outputs = zeros(x.rows, weights.hidden);
      let state: LstmState = { hidden: zeros(1, weights.hidden), cell: zeros(1, weights.hidden) };
      for (let index = 0; index < x.rows; index += 1) {
        const at = backwards ? x.rows - 1 - index : index;
        state = step({ rows: 1, cols: projected.cols, data: row(projected, at) }, state, weights);
        row(outputs, at).set(state.hidden.data);
      }
      return outputs;
    },
    lstmStep: (x, state, layer) => {
      const weights = layer as TfLstm;
      return step(addBias(product(x, weights.input), weights.bias), state, weights);
    },
    allocated: () => tf.memory().numTensors,
  };
}

function addBias(matrix: Matrix, bias: Float32Array | undefined): Matrix {
  if (!bias) return matrix;
  const { data, cols } = matrix;
  for (let index = 0; index < data.length; index += 1) data[index] = (data[index] as number) + (bias[index % cols] as number);
  return matrix;
}

/** Hochreiter & Schmidhuber 1997 with a forget gate. projected and recurrent [B, 4H], cell [B, H] */
function applyGates(projected: Matrix, recurrent: Matrix, cell: Matrix): LstmState {
  const size = cell.cols;
  const hidden = zeros(cell.rows, size);
  const next = zeros(cell.rows, size);
  for (let b = 0; b < cell.rows; b += 1) {
    const offset = b * 4 * size;
    const gate = (index: number): number => (projected.data[offset + index] as number) + (recurrent.data[offset + index] as number);
    for (let unit = 0; unit < size; unit += 1) {
      const kept = sigmoid(gate(size + unit)) * (cell.data[b * size + unit] as number);
      const value = kept + sigmoid(gate(unit)) * Math.tanh(gate(2 * size + unit));
      next.data[b * size + unit] = value;
      hidden.data[b * size + unit] = sigmoid(gate(3 * size + unit)) * Math.tanh(value);
    }
  }
  return { hidden, cell: next };
}
